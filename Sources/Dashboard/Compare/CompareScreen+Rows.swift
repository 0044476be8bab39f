import Reform

extension CompareScreen {
  func exported(_ model: Model) -> [[String]] { table(model)?.filed ?? [] }

  /// What is looked at as a table: who has sent what, who moved the whole, or a row a place and
  /// indicator or year.
  private func table(_ model: Model) -> Table? {
    let (divisions, language) = (model.catalogue.divisions, model.language)
    if look == .collection {
      return board.map { .collection($0.whole, $0.forms, divisions, language) }
    }
    if look == .movers, !isSideBySide {
      guard let moved, let result = moved.result,
        let indicator = model.reports?.indicator(moved.indicator)
      else { return nil }
      return .movers(result, indicator, divisions, language)
    }
    guard var whole = table, let reports = model.reports else { return nil }
    for column in whole.columns.indices { whole.fill(column, reports) }
    let lines = (isSideBySide ? marked : rows).flatMap { place in
      whole.columns.indices.compactMap { index -> Table.FigureRow? in
        let column = whole.columns[index]
        return whole[index]?.row(of: place).map { .init(column.indicator, column.year, $0) }
      }
    }
    return .comparison(lines, of: nil, divisions, language)
  }
}
