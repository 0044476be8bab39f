import Reform

extension AppState {
  /// Every indicator of the place, year by year, with its marks: what a number is worth goes with
  /// it wherever it goes.
  func indicatorRows() -> [[String]] {
    let heads = head([
      Phrase("编号", "Id"), Words.Indicators.title, Words.Indicators.year,
      Words.Indicators.numerator, Phrase("单位", "Unit"), Words.Indicators.denominator,
      Phrase("单位", "Unit"), Words.Indicators.value, Phrase("单位", "Unit"),
      Words.Indicators.change, Words.Indicators.flags, Words.Indicators.target,
    ])
    let lines = figures.board?.lines ?? []
    return [heads] + lines.flatMap { line in line.years.map { row($0, of: line) } }
  }

  private func row(_ year: IndicatorBoard.Year, of line: IndicatorBoard.Line) -> [String] {
    let indicator = line.indicator
    var marks = year.flags.words.map { $0(language) }
    if year.isSum { marks.append(Words.Indicators.sum(language)) }
    marks += year.missing.map { "\(Words.Indicators.missing(language)) \(name(of: $0))" }
    return [
      indicator.id, indicator.name(language), "\(year.period)",
      year.numerator.withoutCommas, indicator.numerator.unit.name(language),
      year.denominator.withoutCommas, indicator.denominator?.unit.name(language) ?? "",
      year.value, indicator.unit.name(language), year.change,
      marks.joined(separator: language == .zh ? "；" : "; "),
      line.target.map { Spoken.target($0, self) } ?? "",
    ]
  }
}

extension String {
  /// A number without the commas that only help to read it.
  fileprivate var withoutCommas: String { String(filter { $0 != "," }) }
}
