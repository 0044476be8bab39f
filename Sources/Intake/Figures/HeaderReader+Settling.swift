import Foundation
import Reform

/// What only the whole header tells: which of several indicators a name is for, which columns mean
/// the same, where a second table begins.
extension HeaderReader {
  func settle(_ layout: TableLayout, _ sheet: Sheet) -> [TableLayout] {
    var layout = layout
    hide(&layout, sheet)
    PlaceColumns(header: self, sheet: sheet).settle(&layout)
    return split(layout).compactMap { part in
      var part = part
      findUnits(&part, sheet)
      findProvinces(&part, sheet)
      choose(&part)
      adopt(&part)
      findIndicators(&part, sheet)
      findPeriods(&part, sheet)
      dropWholes(&part)
      setApart(&part)
      if part.column(.place) == nil, let column = part.column(.city) ?? part.column(.province) {
        part.columns[column] = .place
      }
      return part.numbered.isEmpty && !isPassedOver(part) ? nil : part
    }
  }

  /// Whether all indicators of a table stand under 上年, 计划 or 同比, so that it is known and not read.
  private func isPassedOver(_ layout: TableLayout) -> Bool {
    guard [.place, .city, .province].contains(where: { layout.column($0) != nil }) else {
      return false
    }
    return layout.columns.contains { column, meaning in
      guard case .passed(let use?) = meaning, ColumnReading.Use.otherNumbers.contains(use) else {
        return false
      }
      return layout.paths[column]?.contains { !head($0).aims.isEmpty } ?? false
    }
  }

  /// Numbers of hidden columns are not read.
  private func hide(_ layout: inout TableLayout, _ sheet: Sheet) {
    for (column, meaning) in layout.columns where sheet.isHidden(column: column) {
      switch meaning {
      case .numbers, .unknown: layout.columns[column] = .passed(.hidden)
      default: break
      }
    }
  }

  // MARK: Tables side by side

  /// A table for each column of places that has numbers of its own behind it.
  private func split(_ layout: TableLayout) -> [TableLayout] {
    let numbered = layout.numbered.map(\.column)
    var starts: [Int] = []
    for column in layout.columns(.place) {
      let next = layout.columns(.place).first { $0 > column } ?? Int.max
      if numbered.contains(where: { $0 > column && $0 < next }) { starts.append(column) }
    }
    guard starts.count > 1 else { return [layout] }
    // 序号, 代码 and 市 in front of a place belong to it.
    let bounds = starts.map { start -> Int in
      var first = start
      while let before = layout.columns[first - 1], Self.isFront(before) { first -= 1 }
      return first
    }
    return bounds.indices.map { index in
      var part = layout
      let last = index + 1 < bounds.count ? bounds[index + 1] - 1 : Int(Int32.max)
      part.scope = (index == 0 ? 1 : bounds[index])...max(last, bounds[index])
      part.columns = layout.columns.filter { part.scope.contains($0.key) }
      part.unknownUnits = layout.unknownUnits.filter { part.scope.contains($0.key) }
      return part
    }
  }

  private static func isFront(_ column: TableLayout.Column) -> Bool {
    switch column {
    case .passed(nil), .code, .province, .city, .year: true
    default: false
    }
  }

  // MARK: What columns hold

  /// Texts of a column in the first rows below a header.
  private func body(_ column: Int, _ layout: TableLayout, _ sheet: Sheet) -> [String] {
    guard layout.positions.upperBound <= sheet.rows.count else { return [] }
    return sheet.rows[layout.positions.upperBound...].prefix(12).compactMap { row in
      guard case .text(let text)? = row[column] else { return nil }
      return text
    }
  }

  /// 单位 over 万元 and 人次 is the unit of a row, and no office.
  private func findUnits(_ layout: inout TableLayout, _ sheet: Sheet) {
    for column in layout.columns(.place) where layout.head(column).hasSuffix("单位") {
      let texts = body(column, layout, sheet)
      guard !texts.isEmpty,
        texts.allSatisfy({ UnitScale(NameKey.folded($0)) != nil || UnitWords.looksLikeUnit($0) })
      else { continue }
      layout.columns[column] = .unit
    }
  }

  /// 省 over names of places is no total (全省).
  private func findProvinces(_ layout: inout TableLayout, _ sheet: Sheet) {
    for column in layout.columns.keys.sorted()
    where ["省", "province"].contains(NameKey.folded(layout.head(column))) {
      let texts = body(column, layout, sheet)
      if !texts.isEmpty, texts.allSatisfy(isPlace) { layout.columns[column] = .province }
    }
  }

  /// Where no heading names an indicator, the column whose texts do.
  private func findIndicators(_ layout: inout TableLayout, _ sheet: Sheet) {
    // A corner (指标\\县区) names rows and columns; the rows tell which is which.
    for column in layout.columns(.indicator) {
      let texts = body(column, layout, sheet)
      guard !texts.contains(where: { !self.head($0).aims.isEmpty }), texts.contains(where: isPlace)
      else { continue }
      layout.columns[column] = .place
    }
    let open = layout.numbered.filter { $0.head.aims.isEmpty }
    guard !open.isEmpty, layout.column(.indicator) == nil else { return }
    let first = open.map(\.column).min() ?? 1
    let found = (1..<max(2, first)).first { column in
      guard layout.scope.contains(column), column < first else { return false }
      return isOfIndicators(column, layout, sheet)
    }
    if let found {
      layout.columns[found] = .indicator
      return
    }
    takeTitle(&layout, sheet)
    for (column, head) in layout.numbered where head.aims.isEmpty {
      layout.columns[column] = .unknown(layout.head(column))
    }
  }

  /// Whether the texts of a column name indicators; the title of another table below stands alone in its row.
  private func isOfIndicators(_ column: Int, _ layout: TableLayout, _ sheet: Sheet) -> Bool {
    let texts = body(column, layout, sheet)
    guard texts.contains(where: { !head($0).aims.isEmpty }) else { return false }
    guard texts.contains(where: isPlace) else { return true }
    return sheet.rows[layout.positions.upperBound...].prefix(12).contains { row in
      guard case .text(let text)? = row[column], !head(text).aims.isEmpty else { return false }
      return row.cells.count > 1
    }
  }

  /// Columns without a known heading in which periods stand (上半年, 下半年).
  private func findPeriods(_ layout: inout TableLayout, _ sheet: Sheet) {
    let first = layout.numbered.map(\.column).min() ?? 1
    guard layout.column(.year) == nil, first > 1 else { return }
    for column in max(1, layout.scope.lowerBound)..<first {
      switch layout.columns[column] {
      case nil, .unknown, .passed(nil): break
      default: continue
      }
      let texts = body(column, layout, sheet).map { PeriodText($0) }
      guard !texts.isEmpty, texts.allSatisfy({ !$0.isEmpty && $0.rest.count <= 1 }) else {
        continue
      }
      layout.columns[column] = .year
      return
    }
  }

  // MARK: Indicators

  /// Which of several indicators a name is for: those of which the table has all parts.
  private func choose(_ layout: inout TableLayout) {
    let aims = Set(layout.numbered.flatMap(\.head.aims))
    for (column, head) in layout.numbered where head.aims.count > 1 {
      var head = head
      let whole = head.aims.filter { isWhole($0, aims) }
      head.aims = whole.isEmpty ? Array(head.aims.prefix(1)) : whole
      layout.columns[column] = .numbers(head)
    }
  }

  /// Whether a table has all parts of the indicator that a name may be for.
  private func isWhole(_ aim: ColumnNames.Aim, _ aims: Set<ColumnNames.Aim>) -> Bool {
    guard let indicator = names.book[aim.indicator] else { return false }
    guard indicator.denominator != nil, aim.part != .value else { return true }
    let other: FigurePart = aim.part == .numerator ? .denominator : .numerator
    return aims.contains(.init(indicator: aim.indicator, part: other))
  }

  /// A part without an indicator belongs to that of the column on its left: so it is where merged
  /// headings were saved as text.
  private func adopt(_ layout: inout TableLayout) {
    // Under years alone (2021年 over 占比 and 排名) the title says of what.
    guard layout.column(.indicator) == nil,
      layout.numbered.contains(where: { !$0.head.aims.isEmpty || $0.head.period.year == nil })
    else { return }
    var run = AimRun()
    for (column, head) in layout.numbered {
      if head.aims.isEmpty, let part = head.part {
        var head = head
        if let own = run.indicator(of: part, isShare: head.isShare, names.book) {
          head.aims = [Self.aim(part, of: own)]
          layout.columns[column] = .numbers(head)
          run.add(head.aims)
        } else {
          layout.columns[column] = .unknown(layout.head(column))
        }
        continue
      }
      run.take(head.aims)
    }
  }

  /// 全市 over columns of a table whose rows are places is no place of theirs.
  private func dropWholes(_ layout: inout TableLayout) {
    guard [.place, .city, .province].contains(where: { layout.column($0) != nil }) else { return }
    for (column, head) in layout.numbered where !head.aims.isEmpty {
      guard let name = head.place, TotalScope(name) != nil else { continue }
      var head = head
      head.place = nil
      layout.columns[column] = .numbers(head)
    }
  }

  // MARK: Columns that mean the same

  private struct Meaning: Hashable {
    var aims: Set<ColumnNames.Aim>
    var part: FigurePart?
    var isShare: Bool
    var years: [Int]
    var span: PeriodText.Span?
    var place: String?

    init(_ head: NumberHead) {
      (aims, part, place) = (Set(head.aims), head.part, head.place)
      isShare = head.isShare
      (years, span) = (head.period.years, head.period.span == .whole ? nil : head.period.span)
    }
  }

  /// What stands beside a whole as its part is not read; what nothing sets apart is named.
  private func setApart(_ layout: inout TableLayout) {
    let all = layout.numbered
    for columns in Dictionary(grouping: all, by: { Meaning($0.head) }).values
    where columns.count > 1 {
      let plain = columns.filter(\.head.isPlain)
      if plain.count == 1 {
        for (column, head) in columns where !head.isPlain {
          layout.columns[column] = .passed(.part)
        }
      } else {
        layout.repeated.append((plain.isEmpty ? columns : plain).map(\.column).sorted())
        for (column, head) in columns where !plain.isEmpty && !head.isPlain {
          layout.columns[column] = .passed(.part)
        }
      }
    }
    partsOfTheYear(&layout)
    loneParts(&layout)
    layout.repeated.sort { ($0.first ?? 0) < ($1.first ?? 0) }
  }

  /// A quarter beside the year is known and not read.
  private func partsOfTheYear(_ layout: inout TableLayout) {
    let whole = layout.numbered.map(\.head).filter { !$0.period.isPart }
    for (column, head) in layout.numbered where head.period.isPart {
      let isBeside = whole.contains { other in
        let years = [head.period.years, other.period.years]
        return other.place == head.place && keys(other) == keys(head)
          && (years[0] == years[1] || years.contains([]))
      }
      if isBeside { layout.columns[column] = .passed(.partOfYear) }
    }
  }

  private func keys(_ head: NumberHead) -> [String] {
    head.aims.map { "\($0.indicator)/\($0.part.rawValue)" }.sorted() + [head.part?.rawValue ?? ""]
  }

  /// 其中：医疗服务收入 is the numerator beside its denominator; 其中 over both is a part of both.
  private func loneParts(_ layout: inout TableLayout) {
    let plain = Set(layout.numbered.filter { !$0.head.isPart }.flatMap(\.head.aims))
    for (column, head) in layout.numbered where head.isPart {
      var head = head
      let isNumerator = head.aims.contains { aim in
        aim.part == .numerator
          && plain.contains(.init(indicator: aim.indicator, part: .denominator))
      }
      head.isPart = false
      if !isNumerator, !head.aims.isEmpty { head.qualifiers.append("其中") }
      layout.columns[column] = .numbers(head)
    }
  }
}
