import Foundation
import Reform

/// What is said of a table as a whole, when all its rows are read.
extension TableReader {
  mutating func tellOfTable() {
    endSection()
    tellPassedOver()
    findings += above.doubtful
    tellHidden()
    tellRepeated()
    tellUnread()
    tellUnits()
    tellReserves()
    tellWords()
    tellParts()
    if let place = scene.madeUpAt, !rows.isEmpty {
      findings.append(
        FigureCheck.madeUp.finding(
          "标题写明是示例，读入的数都标为示例（虚构）。",
          "The title says that it is made up; all that is entered is marked so.", at: place))
    }
  }

  /// That a table gives nothing but what is not read (上年, 计划).
  private mutating func tellPassedOver() {
    guard numbered.isEmpty, let first = watch.found.keys.min() else { return }
    findings.append(TableSayings.passedOver(layout.paths[first]?.first ?? "", headAt(first)))
  }

  // MARK: Hidden

  private mutating func tellHidden() {
    let columns = watch.found.filter { $0.value.kind == .passed(.hidden) }.keys.sorted()
    if let first = columns.first {
      let list = columns.map(SourcePlace.letters)
      findings.append(
        FigureCheck.hiddenColumn.finding(
          "\(list.joined(separator: "、")) 列是隐藏的，没有读入；要报的数据请取消隐藏。",
          "Column \(list.joined(separator: ", ")) is hidden and was not read; unhide it if it is to count.",
          at: headAt(first)))
    }
    guard let first = hiddenRows.first else { return }
    let list = hiddenRows.prefix(8).map(String.init).joined(separator: "、")
    let more = hiddenRows.count > 8 ? "…" : ""
    findings.append(
      FigureCheck.hiddenRow.finding(
        "第 \(list)\(more) 行是隐藏的（或被筛选掉），没有读入；要报的数据请取消隐藏和筛选。",
        "Row \(list)\(more) is hidden or filtered out and was not read; unhide it if it is to count.",
        at: at(first)))
  }

  // MARK: Columns that mean the same

  /// Looks whether columns of the same meaning say the same in a row.
  mutating func compareRepeated(_ row: SheetRow) {
    for columns in layout.repeated {
      guard let first = columns.first else { continue }
      for other in columns.dropFirst() where !differing.contains(other) {
        guard let value = row[other], value.isNumber, row[first] != value else { continue }
        differing.insert(other)
      }
    }
  }

  private mutating func tellRepeated() {
    for columns in layout.repeated {
      let heads = columns.compactMap { column -> NumberHead? in
        if case .numbers(let head) = layout.columns[column] { head } else { nil }
      }
      guard !columns.dropFirst().filter(differing.contains).isEmpty || !heads.allSatisfy(\.isPlain)
      else { continue }
      let cells = columns.map { headAt($0).cell ?? "" }
      let name = columns.first.map(layout.head) ?? ""
      findings.append(
        FigureCheck.repeatedColumn.finding(
          "\(cells.joined(separator: "、")) 都是“\(name)”，数却不同，分不清取哪一列；请在表头写明区别（如 2022年、其中），或删去不报的列。",
          "\(cells.joined(separator: ", ")) all are “\(name)” with different numbers; say in the headings "
            + "what sets them apart (a year, 其中 for a part), or remove what is not meant.",
          at: headAt(columns.last ?? 1), words: name))
    }
  }

  // MARK: What is not read

  private mutating func tellUnread() {
    for (column, found) in watch.found.sorted(by: { $0.key < $1.key }) {
      switch found.kind {
      case .unknown: tell(unknown: column)
      case .note:
        findings.append(
          unread(
            column, found.row, "备注列里只有一个数字，没有当数据读入；如是数据请核对各列是否错位。",
            "There is a bare number in the notes, which was not read; look whether cells are misplaced."
          ))
      case .bare where scene.sheet.name == nil && found.isBeyond:
        findings.append(
          FigureCheck.extraCells.finding(
            "这一行的单元格比表头多；是不是千分位逗号没有加引号？请改正，或另存为 .xlsx。",
            "This row has more cells than the header; are there commas in numbers without quotes? Mend it, or "
              + "save the table as .xlsx.", at: at(found.row, column)))
      case .bare:
        findings.append(
          unread(
            column, found.row, "\(SourcePlace.letters(column)) 列没有表头，里面的数字没有读入；要报的请写上表头。",
            "Column \(SourcePlace.letters(column)) has no heading and its numbers were not read; name it if "
              + "they are to count."))
      case .passed: break
      }
    }
    guard let first = unknownRows.first else { return }
    let names = unknownRows.prefix(6).map(\.name).joined(separator: "、")
    let more = unknownRows.count > 6 ? "…" : ""
    findings.append(
      FigureCheck.unknownColumn.finding(
        "不认识的指标没有读入：\(names)\(more)。",
        "Indicators that are not known were not read: \(names)\(more).",
        at: at(first.row, indicatorColumns.first), words: first.name, severity: .note))
  }

  private func unread(_ column: Int, _ row: Int, _ zh: String, _ en: String) -> Finding {
    FigureCheck.unreadNumber.finding(zh, en, at: at(row, column))
  }

  private mutating func tell(unknown column: Int) {
    let name = layout.paths[column]?.last ?? ""
    if !columnPlaces.isEmpty, let remark = intake.places.noPlace(name, in: city) {
      return tell(remark, column)
    }
    let head = intake.header.head(name)
    if let reserve = intake.names.reserve(of: head.name) {
      findings.append(reserved(name, reserve.aim, reserve.reason, headAt(column)))
      return
    }
    let near = head.word == nil ? intake.names.nearest(head.name).map { ($0, $0) } : nil
    findings.append(
      FigureCheck.unknownColumn.finding(
        "不认识“\(name)”这一列，没有读入\(near.map { "；是不是“\($0.0)”？" } ?? "。")",
        "The column “\(name)” is not known and was not read\(near.map { "; is it “\($0.1)”?" } ?? ".")",
        at: headAt(column), words: name, severity: near == nil ? .note : .warning))
  }

  /// A column that looks like a part of an indicator and is another thing: an error where the table
  /// has no other column for that part, else only told.
  private func reserved(
    _ name: String, _ aim: ColumnNames.Aim, _ reason: Phrase, _ place: SourcePlace
  ) -> Finding {
    let isThere = numbered.contains { $0.head.aims.contains(aim) }
    let (part, indicator) = (intake.names.name(of: aim), intake.names.book[aim.indicator])
    let asked = knownIndicators.contains(aim.indicator) && !isThere
    return FigureCheck.otherBasis.finding(
      "“\(name)”没有当作“\(part.zh)”读入：\(reason.zh)。“\(indicator?.short.zh ?? "")”的口径：\(indicator?.definition.zh ?? "")"
        + "口径确实相同的，把表头改为“\(part.zh)”，或在 column-names.csv 里写明。",
      "“\(name)” was not read as “\(part.en)”: \(reason.en). “\(indicator?.short.en ?? "")” is: "
        + "\(indicator?.definition.en ?? "") Where it is the same, call the column “\(part.en)”, or add the "
        + "name to column-names.csv.", at: place, words: name, severity: asked ? .error : .note)
  }

  /// Indicators that the table has a column for.
  private var knownIndicators: Set<Indicator.ID> {
    Set(numbered.flatMap { $0.head.aims.map(\.indicator) })
  }

  // MARK: Units and reserves

  private mutating func tellUnits() {
    for (column, words) in layout.unknownUnits.sorted(by: { $0.key < $1.key }) {
      guard case .numbers = layout.columns[column] else { continue }
      findings.append(TableSayings.unknownUnit(words, headAt(column)))
    }
    if let unknown = scene.units.unknown {
      findings.append(TableSayings.unknownUnit(unknown.value, unknown.at))
    }
    for (first, second) in scene.units.conflicts
    where tally.usesTitle(first.value.scale.family, layout) {
      findings.append(TableUnits.conflict(first, second))
    }
    tellUnitsAside()
  }

  /// Words in headings that change what a number means are asked about, with the definition beside.
  private mutating func tellReserves() {
    for (column, head) in numbered where !head.qualifiers.isEmpty && tally.hasNumbers(column) {
      tell(head.qualifiers, head.aims.first, headAt(column))
    }
    for (row, head) in reservedRows {
      tell(head.number.qualifiers, head.aims.first, at(row, indicatorColumns.last))
    }
  }

  private mutating func tell(
    _ qualifiers: [String], _ aim: ColumnNames.Aim?, _ place: SourcePlace
  ) {
    let indicator = aim.flatMap { intake.names.book[$0.indicator] }
    let words = qualifiers.joined(separator: "、")
    let (zh, en) = (indicator?.definition.zh ?? "", indicator?.definition.en ?? "")
    findings.append(
      FigureCheck.otherBasis.finding(
        "表头另写有“\(words)”，口径可能不同；“\(indicator?.short.zh ?? "")”的口径：\(zh)请核对。",
        "The heading also says “\(words)”, which may be another basis; “\(indicator?.short.en ?? "")” is: "
          + "\(en) Check it.", at: place, words: words))
  }

  // MARK: Parts of the year

  private mutating func tellParts() {
    tellDoubtfulParts()
    let known = rows
    let lost = parts.lost { place, aim, year in
      known.contains { row in
        guard case .place(let own) = row.subject, own == place else { return false }
        return row.periods.contains { ($0.key == year || year == 0) && $0.value.values[aim] != nil }
      }
    }
    for one in lost {
      findings.append(
        FigureCheck.partOfYear.finding(
          "写的是“\(one.words)”，不是全年；这些指标按年度收，没有读入。全年数出来后再报；若本来就是全年数，请改掉“\(one.words)”。",
          "“\(one.words)” is not a whole year; these indicators are collected by year and nothing was read. "
            + "Send the whole year when it is there; if this is the whole year, mend the words.",
          at: one.at, words: one.words))
    }
  }
}

/// Numbers of a part of the year that were met.
struct PartsOfYear {
  private struct Entry {
    var aims: [ColumnNames.Aim]
    var place: Division.Code?
    var year: Int
  }

  private(set) var count = 0
  private var order: [SourcePlace] = []
  private var entries: [SourcePlace: (words: String, entries: [Entry])] = [:]

  mutating func add(
    _ aims: [ColumnNames.Aim], _ place: Division.Code?, _ year: Int, _ words: String,
    _ at: SourcePlace, number: SourcePlace
  ) {
    count += 1
    if entries[at] == nil { order.append(at) }
    entries[at, default: (words, [])].entries.append(Entry(aims: aims, place: place, year: year))
  }

  /// Those whose whole year stands nowhere, once for each place that says so; at most three.
  func lost(
    unless isWhole: (Division.Code, ColumnNames.Aim, Int) -> Bool
  ) -> [(words: String, at: SourcePlace)] {
    let lost = order.compactMap { at -> (words: String, at: SourcePlace)? in
      guard let found = entries[at] else { return nil }
      let isLost = found.entries.contains { entry in
        guard let place = entry.place else { return true }
        return !entry.aims.allSatisfy { isWhole(place, $0, entry.year) }
      }
      return isLost ? (found.words, at) : nil
    }
    return Array(lost.prefix(3))
  }
}

/// How many numbers were read from each column, by what they are.
struct ColumnTally {
  struct Line {
    var column: Int
    var aim: ColumnNames.Aim
    var year: Int
    var unit: UnitScale?
    var target: UnitScale
    var count: Int
  }

  private struct Key: Hashable {
    var column: Int
    var aim: ColumnNames.Aim
    var year: Int
    var unit: UnitScale?
  }

  private(set) var lines: [Line] = []
  private var last: [Int: Int] = [:]
  private var known: [Key: Int] = [:]

  mutating func count(
    _ column: Int, _ aim: ColumnNames.Aim, _ year: Int, _ unit: UnitScale?, _ target: UnitScale
  ) {
    if let index = last[column], fits(index, column, aim, year, unit) {
      lines[index].count += 1
      return
    }
    let key = Key(column: column, aim: aim, year: year, unit: unit)
    if let index = known[key] {
      lines[index].count += 1
      last[column] = index
      return
    }
    (known[key], last[column]) = (lines.count, lines.count)
    lines.append(
      Line(column: column, aim: aim, year: year, unit: unit, target: target, count: 1))
  }

  private func fits(
    _ index: Int, _ column: Int, _ aim: ColumnNames.Aim, _ year: Int, _ unit: UnitScale?
  ) -> Bool {
    let line = lines[index]
    return line.column == column && line.year == year && line.aim == aim && line.unit == unit
  }

  func hasNumbers(_ column: Int) -> Bool { lines.contains { $0.column == column } }

  /// Whether a number was read in the unit that a title states, for want of a nearer one.
  func usesTitle(_ family: UnitScale.Family, _ layout: TableLayout) -> Bool {
    lines.contains { line in
      guard line.target.family == family else { return false }
      if case .numbers(let head) = layout.columns[line.column] { return head.unit == nil }
      return false
    }
  }
}
