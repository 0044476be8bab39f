import Cells
import Reform
import Widgets

extension Model {
  /// A value's explanation, line by line.
  ///
  /// `made` tells what a measure of groups is made of.
  func lines(
    of explanation: Explanation, made: [Explained] = []
  ) -> [Explained] {
    let (indicator, reading) = (explanation.indicator, explanation.reading)
    var lines = [
      Explained("", indicator.name(language), .title),
      .init("", "\(name(of: reading.place)) \(reading.year)", .plain),
      .init(Words.Indicators.value(language), explanation.working(language), .accent),
    ]
    if let change = explanation.change {
      let words = IndicatorBoard.Line.signed(change, indicator)
      lines.append(
        .init(
          Words.Indicators.change(language), "\(words) \(indicator.unit.difference(language))"))
    }
    if let across = explanation.changeAcrossBreak {
      let words = IndicatorBoard.Line.signed(across, indicator)
      let unit = indicator.unit.difference(language)
      lines.append(
        .init(
          Words.Indicators.change(language),
          Words.Indicators.across(language)
            + (language == .zh ? "（相差 \(words) \(unit)）" : " (\(words) \(unit))"), .warning))
    }
    let flags = reading.flags.words.map { $0(language) }
    if !flags.isEmpty {
      lines.append(
        .init(Words.Indicators.flags(language), flags.joined(separator: " "), .warning))
    }
    lines += ranks(of: explanation) + made + light(of: explanation)
    lines += origin(of: explanation) + goals(of: explanation)
    lines += definition(of: indicator) + parts(of: explanation)
    return Model.withoutRepeatedLabels(lines)
  }

  /// Where a county stands in the province, in its city and among places of like size.
  private func ranks(of explanation: Explanation) -> [Explained] {
    let (indicator, reading) = (explanation.indicator, explanation.reading)
    guard catalogue.divisions[reading.place]?.level == .county,
      let report = reports?[indicator.id]
    else { return [] }
    let words = PoolRanks(report, indicator, in: reading.place, reading.year).words
    guard !words.isEmpty else { return [] }
    return [
      .init(
        Words.Places.rank(language), words.map { $0(language) }.joined(separator: symbols.dot))
    ]
  }

  /// Why the light is as it is; of the last value only, which is the one that it is for.
  private func light(of explanation: Explanation) -> [Explained] {
    let line = figures.board?.lines.first { $0.indicator.id == explanation.indicator.id }
    guard let line, line.lastYear == explanation.reading.year else { return [] }
    return [
      .init(
        Words.Indicators.light(language),
        Words.signal(line.signal)(language) + symbols.dot + line.reason(language), line.signal.role)
    ]
  }

  /// Of a sum what each part adds.
  private func parts(of explanation: Explanation) -> [Explained] {
    explanation.parts.map { part in
      guard let reading = part.reading, let numerator = reading.numerator else {
        return .init(
          Words.Indicators.parts(language),
          "\(short(of: part.place)) \(Words.Indicators.missing(language))", .warning)
      }
      let value = reading.value.map { " = " + explanation.indicator.shown($0) } ?? ""
      let parts = numerator.plain + (reading.denominator.map { " ÷ " + $0.plain } ?? "")
      return .init(
        Words.Indicators.parts(language),
        "\(short(of: part.place))\(symbols.dot)\(parts)\(value)"
          + (reading.isComplete ? "" : " " + Words.Indicators.incomplete(language)))
    }
  }

  /// File, sheet and cell, the batch, who and when, checks, and what stood before.
  private func origin(of explanation: Explanation) -> [Explained] {
    guard let figure = explanation.figure else { return [] }
    let source = [
      figure.source.file ?? explanation.batch?.file, figure.source.sheet, figure.source.cell,
    ]
    var lines = [
      Explained(
        Words.Indicators.source(language),
        source.compactMap { $0 }.joined(separator: symbols.dot))
    ].filter { !$0.text.isEmpty }
    if let batch = explanation.batch {
      let note = batch.note.map { symbols.dot + $0 } ?? ""
      lines.append(.init(Words.Indicators.batch(language), "\(batch.id)\(note)"))
      lines.append(.init(Words.Indicators.entered(language), "\(batch.day) \(batch.who)"))
      lines += checks(of: batch)
    }
    lines += explanation.earlier.prefix(4).map { past in
      let value =
        explanation.indicator.value(of: past.figure)
        .map(explanation.indicator.shown) ?? "-"
      let gone = past.batch.withdrawal == nil ? "" : " " + Words.Toast.takenBack(language)
      return .init(
        Words.Indicators.earlier(language),
        "\(value)\(symbols.dot)\(past.batch.day) \(past.batch.who)\(gone)", .faint)
    }
    if let difference = explanation.reading.difference {
      let words = difference.numerator.plain
      lines.append(
        .init(
          Words.Indicators.parts(language),
          language == .zh ? "比各地相加多 \(words)" : "\(words) above the sum of its parts", .warning))
    }
    return lines
  }

  /// The checks that a batch passed: by name where they are few, else how many, and which warned.
  private func checks(of batch: Batch) -> [Explained] {
    func words(_ names: [String]) -> String {
      names.map { FigureCheck(rawValue: $0)?.words(language) ?? $0 }
        .joined(separator: language == .zh ? "、" : ", ")
    }
    let (all, passed) = (FigureCheck.allCases.map(\.name), batch.checks)
    guard !passed.isEmpty else { return [] }
    guard passed.count > 3 else {
      return [
        .init(Words.Indicators.checks(language), Words.Indicators.clear(language) + words(passed))
      ]
    }
    var lines = [
      Explained(Words.Indicators.checks(language), "\(passed.count)/\(all.count)")
    ]
    let warned = all.filter { !passed.contains($0) }
    if !warned.isEmpty {
      lines.append(.init(Words.Indicators.warned(language), words(warned), .warning))
    }
    return lines
  }

  /// The target with document and clause, what is missing, and benchmarks.
  private func goals(of explanation: Explanation) -> [Explained] {
    let indicator = explanation.indicator
    var lines = [
      Explained(
        Words.Indicators.target(language),
        explanation.target.map { Format.target($0, self) }
          ?? Words.Indicators.noTarget(language))
    ]
    if let gap = explanation.gap {
      lines += IndicatorBoard.Line.outlook(gap, indicator).map {
        .init($0.label(language), $0.text(language))
      }
    }
    lines += explanation.benchmarks.filter { $0.year <= day.year }.newestOfEachRegion.prefix(2).map
    { benchmark in
      .init(
        Words.Indicators.benchmark(language),
        "\(benchmark.region(language)) \(benchmark.year)\(symbols.dot)\(benchmark.value)"
          + symbols.dot + benchmark.source, .faint)
    }
    return lines
  }
}
