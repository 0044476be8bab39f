import Reform

extension IndicatorsScreen {
  /// Every indicator of the place, year by year, with its symbols: what a number is worth goes with
  /// it wherever it goes.
  func exported(_ model: Model) -> [[String]] { Self.table(model) }

  static func table(_ model: Model) -> [[String]] {
    guard let figures = model.figures.figures, let board = model.figures.board else { return [] }
    let rows = board.lines.flatMap { line in
      line.years.map { year in
        let year = year.period.year
        return Table.FigureRow(
          line.indicator, year, .init(figures.report, line.indicator, in: board.place, year))
      }
    }
    return Table.indicators(rows, model.catalogue, model.language).filed
  }
}
