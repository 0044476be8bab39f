import Reform

extension AppState {
  /// What is compared, a row a place and indicator or year, with what must be known beside it.
  func compareRows() -> [[String]] {
    if compare.look == .movers, !compare.isSideBySide { return moverRows() }
    guard let table = compare.table, let reports else { return [] }
    let heads = head([
      Words.Compare.place, Words.Indicators.title, Words.Indicators.year, Words.Indicators.value,
      Phrase("单位", "Unit"), Words.Compare.rank, Phrase("上年名次", "Rank before"),
      Words.Indicators.change, Words.Indicators.target, Words.Indicators.gap,
      Words.Indicators.flags,
    ])
    var whole = table
    for column in table.columns.indices { whole.fill(column, reports) }
    let places = compare.isSideBySide ? compare.marked : compare.rows
    let rows = places.flatMap { place in
      whole.columns.indices.compactMap { column in
        whole[column]?.row(of: place).map { row($0, whole.columns[column]) }
      }
    }
    return [heads] + rows
  }

  private func row(_ row: Ranking.Row, _ column: CompareTable.Column) -> [String] {
    let indicator = column.indicator
    var marks = row.reading?.flags.words.map { $0(language) } ?? []
    if let apart = row.apart, row.place != compare.table?.key.region {
      marks.append(SharedWords.apart(apart)(language))
    }
    return [
      name(of: row.place), indicator.name(language), "\(column.year)",
      row.reading?.value.map(indicator.shown) ?? "", indicator.unit.name(language),
      row.rank.map { "\($0)" } ?? "", row.rankBefore.map { "\($0)" } ?? "",
      row.change.map { IndicatorBoard.Line.signed($0, indicator) } ?? "",
      row.target.map { Spoken.target($0, self) } ?? "",
      row.gap?.numerator.map { $0.shown(0) } ?? "",
      marks.joined(separator: language == .zh ? "；" : "; "),
    ]
  }

  private func moverRows() -> [[String]] {
    guard let moved = compare.moved, let result = moved.result,
      let indicator = reports?.indicator(moved.indicator)
    else { return [] }
    let heads = head([
      Words.Compare.place, Words.Indicators.title, Words.Compare.before, Words.Compare.after,
      Words.Compare.own, Words.Compare.weight, Words.Compare.total,
    ])
    let rows = result.rows.map { row in
      [
        name(of: row.place), indicator.name(language), row.before.value.map { "\($0)" } ?? "",
        row.after.value.map { "\($0)" } ?? "", "\(row.own)", "\(row.weight)", "\(row.total)",
      ]
    }
    return [heads, ["\(moved.years.lowerBound)–\(moved.years.upperBound)"]] + rows
  }

  /// Who has sent what of the year that is looked at.
  func collectionRows() -> [[String]] {
    guard let board = compare.board?.whole else { return [] }
    let heads = head([
      Words.Compare.place, Words.Indicators.year, Words.Compare.state, Words.Compare.count,
      Words.Compare.sentOn, Words.Compare.due, Words.Compare.locked, Words.Compare.lacking,
      Words.Compare.reason,
    ])
    return [heads]
      + board.rows.map { row in
        var why = ""
        if case .sentBack(let reason, _, _) = row.state { why = reason }
        let absent = board.asked.filter { row.absent.contains($0.id) }.map { $0.short(language) }
        return [
          name(of: row.place), "\(board.year)", SharedWords.submission(row.state)(language),
          "\(row.present.count)/\(board.asked.count)", row.day?.description ?? "",
          board.due?.description ?? "", row.isLocked ? Words.Compare.locked(language) : "",
          absent.joined(separator: language == .zh ? "、" : ", "), why,
        ]
      }
  }
}
