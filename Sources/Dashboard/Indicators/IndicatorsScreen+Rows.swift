import Reform

extension IndicatorsScreen {
  /// Every indicator of the place, year by year, with its marks: what a number is worth goes with
  /// it wherever it goes.
  func exported(_ model: Model) -> [[String]] { Self.table(model) }

  static func table(_ model: Model) -> [[String]] {
    let language = model.language
    let heads = [
      Phrase("编号", "Id"), Words.Indicators.title, Words.Indicators.year,
      Words.Indicators.numerator, Phrase("单位", "Unit"), Words.Indicators.denominator,
      Phrase("单位", "Unit"), Words.Indicators.value, Phrase("单位", "Unit"),
      Words.Indicators.change, Words.Indicators.flags, Words.Indicators.target,
    ].map { $0(language) }
    let lines = model.figures.board?.lines ?? []
    return [heads] + lines.flatMap { line in line.years.map { row($0, of: line, model) } }
  }

  private static func row(
    _ year: IndicatorBoard.Year, of line: IndicatorBoard.Line, _ model: Model
  ) -> [String] {
    let language = model.language
    let indicator = line.indicator
    var marks = year.flags.words.map { $0(language) }
    if year.isSum { marks.append(Words.Indicators.sum(language)) }
    marks += year.missing.map { "\(Words.Indicators.missing(language)) \(model.name(of: $0))" }
    return [
      indicator.id, indicator.name(language), "\(year.period)",
      year.numerator.withoutCommas, indicator.numerator.unit.name(language),
      year.denominator.withoutCommas, indicator.denominator?.unit.name(language) ?? "",
      year.value, indicator.unit.name(language), year.change,
      marks.joined(separator: language == .zh ? "；" : "; "),
      line.target.map { Spoken.target($0, model) } ?? "",
    ]
  }
}

extension String {
  /// A number without the commas that only help to read it.
  fileprivate var withoutCommas: String { String(filter { $0 != "," }) }
}
