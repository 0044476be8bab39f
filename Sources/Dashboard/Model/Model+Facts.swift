import Cells
import Reform
import Widgets

extension Model {
  /// What is known about an indicator, as labelled lines.
  func facts(of line: IndicatorBoard.Line) -> [Explained] {
    let indicator = line.indicator
    var facts = [
      Explained(
        Words.Indicators.light(language),
        Words.signal(line.signal)(language) + symbols.dot + line.reason(language), line.signal.role),
      .init(
        Words.Indicators.target(language),
        line.target.map { Format.target($0, self) } ?? Words.Indicators.noTarget(language)),
    ]
    facts += line.outlook.map { .init($0.label(language), $0.text(language)) }
    facts += line.benchmarks.prefix(6).map { benchmark in
      let note = benchmark.note(language)
      return .init(
        Words.Indicators.benchmark(language),
        "\(benchmark.region(language)) \(benchmark.year)\(symbols.dot)\(benchmark.value)\(line.sign)"
          + (note.isEmpty ? "" : language == .zh ? "（\(note)）" : " (\(note))"), .faint)
    }
    facts += definition(of: indicator)
    let tasks = catalogue.tasks(moving: indicator.id).filter { catalogue.isThere($0, by: pastDay) }
    facts += tasks.map { .init(Words.Indicators.tasks(language), $0.title(language), .accent) }
    return Self.withoutRepeatedLabels(facts)
  }

  /// Definition, formula, departments and source.
  func definition(of indicator: Indicator) -> [Explained] {
    let comma = language == .zh ? "、" : ", "
    var facts = [
      Explained(Words.Indicators.definition(language), indicator.definition(language)),
      .init(Words.Indicators.formula(language), indicator.formula(language)),
    ]
    if !indicator.departments.isEmpty {
      let names = indicator.departments.map {
        catalogue.name(of: Responsible($0, role: .responsible), in: language)
      }
      facts.append(
        .init(Words.Indicators.departments(language), names.joined(separator: comma)))
    }
    if let collector = indicator.collector {
      let name = catalogue.name(of: Responsible(collector, role: .responsible), in: language)
      facts.append(.init(Words.Indicators.collector(language), name))
    }
    facts += Format.clause(indicator.source, self)
    let direction = indicator.direction.map { Words.Indicators.direction($0)(language) }
    let clause = indicator.directionSource.map { symbols.dot + Format.reference($0, self) }
    facts.append(
      .init(
        Words.Indicators.direction(language),
        direction.map { $0 + (clause ?? "") } ?? Words.Indicators.noDirection(language)))
    return facts
  }

  static func withoutRepeatedLabels(_ facts: [Explained]) -> [Explained] {
    var last = ""
    return facts.map { fact in
      defer { last = fact.label }
      return fact.label == last ? .init("", fact.text, fact.role) : fact
    }
  }
}
