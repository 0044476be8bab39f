import Reform

extension CompareScreen {
  func exported(_ model: Model) -> [[String]] {
    look == .collection ? collectionRows(model) : compareRows(model)
  }

  private func head(_ language: Language, _ words: [Phrase]) -> [String] {
    words.map { $0(language) }
  }

  /// What is compared, a row a place and indicator or year, with what must be known beside it.
  private func compareRows(_ model: Model) -> [[String]] {
    if look == .movers, !isSideBySide { return moverRows(model) }
    guard let table = table, let reports = model.reports else { return [] }
    let heads = head(
      model.language,
      [
        Words.Compare.place, Words.Indicators.title, Words.Indicators.year, Words.Indicators.value,
        Phrase("单位", "Unit"), Words.Compare.rank, Phrase("上年名次", "Rank before"),
        Words.Indicators.change, Words.Indicators.target, Words.Indicators.gap,
        Words.Indicators.flags,
      ])
    var whole = table
    for column in table.columns.indices { whole.fill(column, reports) }
    let places = isSideBySide ? marked : rows
    let rows = places.flatMap { place in
      whole.columns.indices.compactMap { column in
        whole[column]?.row(of: place).map { row($0, whole.columns[column], model) }
      }
    }
    return [heads] + rows
  }

  private func row(
    _ row: Ranking.Row, _ column: CompareTable.Column, _ model: Model
  ) -> [String] {
    let indicator = column.indicator
    var marks = row.reading?.flags.words.map { $0(model.language) } ?? []
    if let apart = row.apart, row.place != table?.key.region {
      marks.append(SharedWords.apart(apart)(model.language))
    }
    return [
      model.name(of: row.place), indicator.name(model.language), "\(column.year)",
      row.reading?.value.map(indicator.shown) ?? "", indicator.unit.name(model.language),
      row.rank.map { "\($0)" } ?? "", row.rankBefore.map { "\($0)" } ?? "",
      row.change.map { IndicatorBoard.Line.signed($0, indicator) } ?? "",
      row.target.map { Spoken.target($0, model) } ?? "",
      row.gap?.numerator.map { $0.shown(0) } ?? "",
      marks.joined(separator: model.language == .zh ? "；" : "; "),
    ]
  }

  private func moverRows(_ model: Model) -> [[String]] {
    guard let moved = moved, let result = moved.result,
      let indicator = model.reports?.indicator(moved.indicator)
    else { return [] }
    let heads = head(
      model.language,
      [
        Words.Compare.place, Words.Indicators.title, Words.Compare.before, Words.Compare.after,
        Words.Compare.own, Words.Compare.weight, Words.Compare.total,
      ])
    let rows = result.rows.map { row in
      [
        model.name(of: row.place), indicator.name(model.language),
        row.before.value.map { "\($0)" } ?? "",
        row.after.value.map { "\($0)" } ?? "", "\(row.own)", "\(row.weight)", "\(row.total)",
      ]
    }
    return [heads, ["\(moved.years.lowerBound)–\(moved.years.upperBound)"]] + rows
  }

  /// Who has sent what of the year that is looked at.
  private func collectionRows(_ model: Model) -> [[String]] {
    guard let board = board?.whole else { return [] }
    let heads = head(
      model.language,
      [
        Words.Compare.place, Words.Indicators.year, Words.Compare.state, Words.Compare.count,
        Words.Compare.sentOn, Words.Compare.due, Words.Compare.locked, Words.Compare.lacking,
        Words.Compare.reason,
      ])
    return [heads]
      + board.rows.map { row in
        var why = ""
        if case .sentBack(let reason, _, _) = row.state { why = reason }
        let absent = board.asked.filter { row.absent.contains($0.id) }.map {
          $0.short(model.language)
        }
        return [
          model.name(of: row.place), "\(board.year)",
          SharedWords.submission(row.state)(model.language),
          "\(row.present.count)/\(board.asked.count)", row.day?.description ?? "",
          board.due?.description ?? "", row.isLocked ? Words.Compare.locked(model.language) : "",
          absent.joined(separator: model.language == .zh ? "、" : ", "), why,
        ]
      }
  }
}
