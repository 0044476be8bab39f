import Cells
import Reform
import Widgets

extension AppState {
  /// The room of the indicators, for those that lead there.
  var indicators: IndicatorsScreen {
    get { rooms[IndicatorsScreen.self] }
    set { rooms[IndicatorsScreen.self] = newValue }
  }

  /// What the screen in front shows and does not have yet; asked for once.
  ///
  /// Called after each frame, so that no frame waits for it.
  mutating func wants() -> [Effect] {
    guard let wanted = wantedFigures, figures.asked != wanted else {
      return wantsCollection() + wantsOfPlaces() + wantsOfCompare()
    }
    figures.asked = wanted
    return [.loadFigures(wanted)]
  }

  private var wantedFigures: Figures.Request? {
    func request(isWhole: Bool) -> Figures.Request {
      let whole = Figures.Request(day: day, isWhole: true)
      return isWhole || figures.asked == whole ? whole : Figures.Request(day: day, isWhole: false)
    }
    switch context {
    case .indicators, .compare, .collection: return request(isWhole: true)
    case .places, .group: return progress.hasFigures ? request(isWhole: true) : nil
    case .overview: return progress.hasFigures ? request(isWhole: false) : nil
    case .task:
      // Names and last values of the indicators that the task should move.
      let task = openTasks.last.flatMap { catalogue.task($0.task) }
      guard let wanted = task?.indicators, !wanted.isEmpty else { return nil }
      return request(isWhole: wanted.contains { figures.book?[$0]?.isMonitored == false })
    case .board, .documents, .review: return nil
    }
  }

  /// Takes figures, unless those of another day are wanted by now.
  mutating func take(_ loaded: Figures) {
    guard loaded.request == figures.asked else { return }
    show(loaded)
  }

  /// What becomes of the figures when how things stand was loaded anew.
  mutating func renewFigures(isSameView: Bool) {
    guard let known = figures.figures else { return }
    if isSameView {
      // Another program has written: its figures are not known yet.
      figures.asked = nil
    } else if known.request.day == day {
      show(known)
    } else {
      figures.clear()
    }
  }

  /// Puts the figures into words for the place that is looked at; the cursor stays where it is.
  mutating func show(_ loaded: Figures) {
    let before = indicators.line(model)?.indicator.id
    figures.put(loaded, IndicatorBoard(loaded, in: indicators.place ?? scope, catalogue))
    if let before, let place = figures.place(of: before) { indicators.list.selected = place }
    arrange()
  }

  /// Goes to an indicator, from a task or from the overview.
  mutating func open(indicator: Indicator.ID) -> [Effect] {
    let origin = IndicatorsScreen.Origin(tab: tab, tasks: openTasks, scope: scope)
    _ = show(.indicators)
    (indicators.origin, indicators.filter) = (origin, "")
    if let place = figures.place(of: indicator) { indicators.list.selected = place }
    indicators.pane = .list
    indicators.years = Scroll()
    settle()
    return []
  }
}

extension Model {
  /// What is known about an indicator, as labelled lines.
  func facts(of line: IndicatorBoard.Line) -> [Overlay.Explained] {
    let indicator = line.indicator
    var facts = [
      Overlay.Explained(
        Words.Indicators.light(language),
        Words.signal(line.signal)(language) + marks.dot + line.reason(language), line.signal.role),
      .init(
        Words.Indicators.target(language),
        line.target.map { Spoken.target($0, self) } ?? Words.Indicators.noTarget(language)),
    ]
    facts += line.outlook.map { .init($0.label(language), $0.text(language)) }
    facts += line.benchmarks.prefix(6).map { benchmark in
      let note = benchmark.note(language)
      return .init(
        Words.Indicators.benchmark(language),
        "\(benchmark.region(language)) \(benchmark.year)\(marks.dot)\(benchmark.value)\(line.sign)"
          + (note.isEmpty ? "" : language == .zh ? "（\(note)）" : " (\(note))"), .faint)
    }
    facts += definition(of: indicator)
    let tasks = catalogue.tasks(moving: indicator.id)
    facts += tasks.map { .init(Words.Indicators.tasks(language), $0.title(language), .accent) }
    return Self.withoutRepeatedLabels(facts)
  }

  /// Definition, formula, departments and source.
  func definition(of indicator: Indicator) -> [Overlay.Explained] {
    let comma = language == .zh ? "、" : ", "
    var facts = [
      Overlay.Explained(Words.Indicators.definition(language), indicator.definition(language)),
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
    facts.append(
      .init(Words.Indicators.clause(language), Spoken.reference(indicator.source, self)))
    let direction = indicator.direction.map { Words.Indicators.direction($0)(language) }
    let clause = indicator.directionSource.map { marks.dot + Spoken.reference($0, self) }
    facts.append(
      .init(
        Words.Indicators.direction(language),
        direction.map { $0 + (clause ?? "") } ?? Words.Indicators.noDirection(language)))
    return facts
  }

  static func withoutRepeatedLabels(_ facts: [Overlay.Explained]) -> [Overlay.Explained] {
    var last = ""
    return facts.map { fact in
      defer { last = fact.label }
      return fact.label == last ? .init("", fact.text, fact.role) : fact
    }
  }
}

extension Spoken {
  /// ≥ 40, ≤ 5, 40–60: a target's value alone.
  static func value(_ target: Reform.Target) -> String {
    let sign =
      switch target.op {
      case .atLeast: "≥"
      case .atMost: "≤"
      case .moreThan: ">"
      case .lessThan: "<"
      case .equal: "="
      case .range: ""
      }
    return sign + "\(target.value)" + (target.upper.map { "–\($0)" } ?? "")
  }

  /// A target with its year and where it comes from.
  static func target(_ target: Reform.Target, _ state: AppState) -> String {
    Self.target(target, state.model)
  }

  static func target(_ target: Reform.Target, _ state: Model) -> String {
    let language = state.language
    let unit = state.figures.book?[target.indicator]?.unit.name(language) ?? ""
    var words = value(target) + (language == .zh ? unit : " " + unit)
    if let year = target.year {
      words += language == .zh ? "（\(year)年底前）" : " (by the end of \(year))"
    }
    switch target.origin {
    case .document(let clause): return words + state.marks.dot + reference(clause, state)
    case .ledger(let who, let day, let note, let isMadeUp):
      let sample = isMadeUp ? FigureFlags.madeUp.words.map { $0(language) } : []
      let parts = sample + [Phrase("自定", "set here")(language), who, "\(day)", note ?? ""]
      return words + state.marks.dot + parts.filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  /// A benchmark for the edge of a chart: where, when and how much.
  static func briefly(_ benchmark: Benchmark, _ language: Language) -> String {
    let region = benchmark.region(language)
    let end = region.firstIndex { $0 == "（" || $0 == "(" } ?? region.endIndex
    return "\(String(region[..<end]).trimmed) \(benchmark.year) \(benchmark.value)"
  }

  /// The document's number and the clause.
  static func reference(_ clause: ClauseReference, _ state: AppState) -> String {
    reference(clause, state.model)
  }

  static func reference(_ clause: ClauseReference, _ state: Model) -> String {
    let document = state.catalogue.document(clause.document)
    let place = clause.place(state.language).isEmpty ? clause.clause : clause.place(state.language)
    return "\(document?.number ?? clause.document) \(place)"
  }
}
