import Foundation
import Reform

/// What is said of total rows.
extension TotalRows {
  /// What a total is called in the table.
  func name(of row: TableReader.Row) -> String {
    row.name ?? reader.totalNames[row.subject] ?? "合计"
  }

  /// That a total was kept although the table lacks some of its places.
  func lacking(
    _ places: [Division.Code], of whole: Division, _ figure: SentFigure, _ row: TableReader.Row
  ) -> Finding? {
    if let finding = strange(whole, row, figure) { return finding }
    let parts = divisions.parts(of: whole.id)
    let there = parts.count { places.contains($0.id) }
    guard there < parts.count else { return nil }
    return FigureCheck.citySum.finding(
      "“\(whole.name)合计”比表里 \(there) 个地区（共 \(parts.count) 个）之和多，按所填的数登记为\(whole.name)的数；请核对。",
      "The total of \(whole.english) is over the sum of the \(there) of \(parts.count) places in the table "
        + "and is kept as stated; check it.", at: figure.figure.source, severity: .warning)
  }

  /// That a total is taken for a place that the table is not of, or has no parts of.
  func strange(_ place: Division, _ row: TableReader.Row, _ figure: SentFigure) -> Finding? {
    guard reader.scene.key == nil, case .totalOf = row.subject else { return nil }
    let (name, title) = (name(of: row), reader.scene.place)
    if let title, !reader.scene.isPlaceOfName, !divisions.isWithin(place.id, title.id) {
      return FigureCheck.otherPlace.finding(
        "标题是\(title.name)的表，“\(name)”读作\(place.name)的数，不是\(title.name)的；请核对。",
        "The title is of \(title.english); “\(name)” was read as \(place.english), which is another place. "
          + "Check it.", at: figure.figure.source, words: name, severity: .warning)
    }
    let parts = divisions.parts(of: place.id).map(\.id)
    guard hasPlaces, !rows.contains(where: { row in parts.contains { row.subject == .place($0) } })
    else { return nil }
    let kind = divisions.parting(of: place.id).all
    return FigureCheck.otherPlace.finding(
      "“\(name)”读作\(place.name)的数，表里没有它的\(kind.zh)可以核对；请核对。",
      "“\(name)” was read as \(place.english), and the table has none of its \(kind.en) to check it by. "
        + "Check it.", at: figure.figure.source, words: name, severity: .warning)
  }

  /// A total of which nothing says what place it is of.
  func noPlace(of row: TableReader.Row) -> Finding {
    let (name, place) = (name(of: row), reader.at(row.number, reader.placeColumn))
    if row.subject == .totalOfCounties {
      return FigureCheck.noPlace.finding(
        "“\(name)”只是各县相加，表里没有各县的行，没有读入；要报全市的数请写“全市”，并在标题里写明是哪个市。",
        "“\(name)” only adds up counties, of which the table has no row, and was not read; write 全市 for the "
          + "whole city, and name it in the title.", at: place, words: name)
    }
    return FigureCheck.noPlace.finding(
      "“\(name)”没有说是哪个地区的，标题里也没有写明；请在标题里写明地区，或把“\(name)”改成地区的名称。",
      "“\(name)” does not say of which place, nor does the title; name the place in the title, or write its name "
        + "instead.", at: place, words: name)
  }

  /// A ratio of a total that is not entered, and why.
  func unread(_ figure: SentFigure, _ row: TableReader.Row, _ reason: Phrase) -> Finding {
    let short = reader.intake.names.book[figure.figure.indicator]?.short
    return FigureCheck.unreadNumber.finding(
      "“\(name(of: row))”的“\(short?.zh ?? "")”没有读入：\(reason.zh)。",
      "“\(short?.en ?? "")” of “\(name(of: row))” was not read: \(reason.en).",
      at: figure.statedAt ?? figure.figure.source, words: name(of: row))
  }

  /// A ratio of a whole that lies outside those of all its parts.
  func outside(
    _ figure: SentFigure, _ place: Division, _ low: Decimal, _ high: Decimal
  ) -> Finding {
    let (short, given) = (
      reader.intake.names.book[figure.figure.indicator]?.short, figure.figure.stated ?? 0
    )
    return FigureCheck.totalRow.finding(
      "\(place.name)“\(short?.zh ?? "")”是 \(given)，却不在各行的 \(low) 到 \(high) 之间；请核对。",
      "“\(short?.en ?? "")” of \(place.english) is \(given), not between the \(low) and \(high) of its rows; "
        + "check it.", at: figure.statedAt ?? figure.figure.source, words: "\(given)",
      severity: .warning)
  }
}
