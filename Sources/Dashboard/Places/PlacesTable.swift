import Cells
import Reform
import Widgets

/// The parts of a place as a table: progress, red lights, what is due, an indicator and its rank.
struct PlacesTable {
  struct Row: Sendable {
    var place: Division.Code
    var part: PlaceReport.Part?
    var value: Amount?
    var rank: Int?

    /// What is finished; nil before it is known.
    var rate: FinishedRate? { part?.rate }
  }

  let screen: PlacesScreen
  let model: Model
  let rows: [Row]
  /// The indicator of the table: the one of the map, else the first that is monitored.
  let indicator: Indicator?
  let year: Int?

  init(_ screen: PlacesScreen, _ model: Model) {
    self.model = model
    self.screen = screen
    let place = screen.level(model).place
    let sheet = model.placeCache.sheet(of: place, on: model.day)
    let known = sheet?.report.parts ?? []
    (indicator, year) = Self.measured(screen, model)
    if let known = screen.known(model) {
      rows = known.rows
      return
    }
    let ranking = MeasuredParts.of(place, screen, in: model)?.ranking
    let (indicator, year) = (indicator, year)
    let rows = screen.listed(model).map { code in
      let row = ranking?.row(of: code)
      var value = row?.reading?.value
      if row == nil, let indicator, let year {
        value = model.figures.figures?.report.reading(indicator.id, in: code, year)?.value
      }
      return Row(
        place: code, part: known.first { $0.place == code } ?? sheet?.counties[code],
        value: value, rank: row?.rank)
    }
    self.rows = Self.sorted(rows, by: screen.order, screen.isReversed)
  }

  /// The indicator that the table shows with its last year.
  static func measured(_ screen: PlacesScreen, _ model: Model) -> (Indicator?, Int?) {
    guard let figures = model.figures.figures, figures.request.day == model.day else {
      return (nil, nil)
    }
    let report = figures.report
    guard report.figures.years != nil else { return (nil, nil) }
    let indicator = report.book.monitored[safe: screen.measure ?? 0]
    return (indicator, indicator.flatMap { report.figures.years(of: $0.id)?.upperBound })
  }

  /// What is not known comes last either way.
  private static func sorted(
    _ rows: [Row], by order: PlacesScreen.Order, _ isReversed: Bool
  ) -> [Row] {
    func key(_ row: Row) -> Double? {
      switch order {
      case .name: 0
      case .finished: row.rate?.share.map { -$0 }
      case .red: row.part.map { Double(-$0.lights.red) }
      case .due: row.part?.next.map { Double($0.ordinal) }
      case .indicator: row.value.map { -$0.approximate }
      case .rank: row.rank.map { Double($0) }
      }
    }
    let keyed = rows.enumerated().map { (index: $0.offset, row: $0.element, key: key($0.element)) }
    let known = keyed.filter { $0.key != nil }.sorted { one, other in
      (one.key ?? 0, one.index) < (other.key ?? 0, other.index)
    }
    return (isReversed ? known.reversed() : known).map(\.row)
      + keyed.filter { $0.key == nil }.map(\.row)
  }
}

/// A column of the table: what stands in it and how wide it is.
struct PlacesColumn {
  var order: PlacesScreen.Order
  var head: String
  var width: Int
}

extension PlacesTable {
  /// The columns that a width holds; the last ones give way.
  func columns(in width: Int) -> [PlacesColumn] {
    let isChinese = model.language == .zh
    var name = isChinese ? max(7, min(13, width - 40)) : max(12, min(20, width - 46))
    if rows.contains(where: isFromElsewhere) { name = max(name, isChinese ? 12 : 22) }
    var left = width - name
    let all = [
      PlacesColumn(order: .name, head: Words.Places.name(model.language), width: name),
      PlacesColumn(order: .finished, head: Words.Places.finished(model.language), width: 6),
      PlacesColumn(order: .red, head: Words.Places.red(model.language), width: 4),
      PlacesColumn(
        order: .indicator, head: indicator?.short(model.language) ?? "", width: width > 60 ? 18 : 9),
      PlacesColumn(order: .rank, head: Words.Places.rank(model.language), width: 5),
      PlacesColumn(order: .due, head: Words.Places.due(model.language), width: 9),
    ]
    return all.filter { column in
      guard column.order != .name else { return true }
      guard indicator != nil || ![.indicator, .rank].contains(column.order) else { return false }
      guard left >= column.width else { return false }
      left -= column.width
      return true
    }
  }

  /// It with a remark, which says how many columns the width has no room for.
  func told(_ remark: String, in width: Int) -> (PlacesList.Content, remark: String) {
    let hidden = (indicator == nil ? 4 : 6) - columns(in: width).count
    let words = Phrase("另 \(hidden) 列", "+\(hidden) col.")(model.language)
    let parts = [remark, hidden > 0 ? words : ""].filter { !$0.isEmpty }
    return (.table(shown(in: width)), parts.joined(separator: model.symbols.dot))
  }

  /// Whether a row is a county that was found beyond the parts of the level.
  private func isFromElsewhere(_ row: Row) -> Bool {
    let division = model.catalogue.divisions[row.place]
    return division?.level == .county && division?.parent != screen.level(model).place
  }

  func text(_ row: Row, _ order: PlacesScreen.Order) -> String {
    switch order {
    case .name:
      guard isFromElsewhere(row), let city = model.catalogue.divisions[row.place]?.parent else {
        return model.bare(of: row.place)
      }
      return "\(model.bare(of: row.place)) \(model.short(of: city))"
    case .finished: return row.rate?.words ?? ""
    case .red: return row.part.map { "\($0.lights.red)" } ?? ""
    case .due:
      return row.part?.next.map {
        String($0.description.dropFirst($0.year == model.day.year ? 5 : 2))
      } ?? ""
    case .indicator:
      guard let indicator else { return "" }
      return row.value.map { indicator.shown($0) + indicator.sign } ?? "-"
    case .rank: return row.rank.map { "\($0)" } ?? "-"
    }
  }

  func role(_ row: Row, _ order: PlacesScreen.Order) -> Role {
    switch order {
    case .red: row.part?.lights.red ?? 0 > 0 ? .bad : .faint
    case .due, .rank: .faint
    default: .plain
    }
  }

  /// Whether the column grows from the top to the bottom.
  private func isAscending(_ order: PlacesScreen.Order) -> Bool {
    switch order {
    case .name, .due, .rank: !screen.isReversed
    case .finished, .red, .indicator: screen.isReversed
    }
  }

  /// The table as it stands in a list of so many columns.
  func shown(in width: Int) -> PlacesList.Table {
    let columns = columns(in: width)
    return PlacesList.Table(
      heads: columns.map { column in
        let isOrder = column.order == screen.order
        let mark = isAscending(column.order) ? model.symbols.ascending : model.symbols.descending
        return PlacesList.Cell(
          words: column.head + (isOrder ? String(mark) : ""), role: isOrder ? .accent : .faint)
      },
      widths: columns.map(\.width),
      rows: rows.map { row in
        columns.map { column in
          PlacesList.Cell(
            words: text(row, column.order), role: role(row, column.order),
            isBold: [.name, .finished].contains(column.order))
        }
      })
  }
}

extension Indicator {
  /// The unit where it is written close to the number.
  var sign: String { [.percent, .perThousand].contains(unit) ? unit.rawValue : "" }
}
