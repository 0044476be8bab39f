import Foundation
import Reform

/// Rows that hold no data: numbers of columns, signatures, headers.
extension TableReader {
  /// Whether the last row is the total of the whole table.
  var isTotalled: Bool {
    switch rows.last?.subject {
    case .total(isPart: false), .totalOf: true
    default: false
    }
  }

  /// Goes on with the rows under the same header once more (续表).
  mutating func goOn(under titles: [TableScene.Saying<String>], from row: Int) {
    let kept = section
    leaveTitles()
    section = kept
    headEnd = row
    scene.titles += titles.filter { !scene.isTitle($0) && $0.value != kept?.words }
  }

  /// Leaves texts below the last row to the table that they are the title of.
  mutating func leaveTitles() {
    let last = rows.last?.number ?? 0
    notes.removeAll { note in
      (note.at.row ?? 0) > last && !TableWords.isNote(NameKey.folded(note.value))
    }
    if section?.count == 0 { section = nil }
  }

  /// A row that only numbers the columns (甲 乙 1 2 3=1/2×100%, 栏次 1 2 3).
  func isNumbering(_ row: SheetRow) -> Bool {
    var (numbers, letters): ([Int], Int) = ([], 0)
    for cell in row.cells {
      switch cell.value {
      case .number(let number, _):
        guard number >= 0, number < 100, let whole = Int("\(number)") else { return false }
        numbers.append(whole)
      case .text(let text):
        let folded = NameKey.folded(text).trimmingCharacters(in: ["(", ")"])
        if let number = Int(folded.prefix { $0.isASCII && $0.isNumber }),
          HeadText.isColumnNumber(folded)
        {
          numbers.append(number)
        } else if TableWords.numbering.contains(folded) || HeadText.isColumnNumber(folded) {
          letters += 1
        } else {
          return false
        }
      default: return false
      }
    }
    guard let first = numbers.first else { return letters > 1 }
    guard numbers.count + letters >= 2, first <= 3 else { return false }
    return zip(numbers, numbers.dropFirst()).allSatisfy { $0 + 1 == $1 }
  }

  /// A row below the table that says who filled it in; one that names a place is none.
  func isSignature(_ row: SheetRow, _ first: String, _ name: String) -> Bool {
    guard !first.isEmpty, TableWords.isNote(first), indicatorColumns.isEmpty || placeColumn != nil
    else { return false }
    let own = NameKey.folded(name)
    guard !own.isEmpty else { return true }
    // 1.市本级 is a place with a number in front.
    switch intake.find(name, in: city) {
    case .unknown: break
    case .institution: return !(own.first?.isNumber ?? false) && TableWords.isNote(own)
    default: return false
    }
    return own == first || TableWords.isNote(own) || TableWords.totalStem(own) == nil
  }

  /// Whether a row of words is a header: it names a column of places or of indicators.
  func isOtherHeader(_ row: SheetRow) -> Bool {
    row.cells.contains { cell in
      guard case .text(let text) = cell.value else { return false }
      switch intake.header.head(text).word {
      case .place, .province, .city, .code, .indicator: return true
      default: return false
      }
    }
  }

  /// Whether it is the table's own header once more, as on the next page.
  func isSameHeader(_ row: SheetRow) -> Bool {
    row.cells.allSatisfy { cell in
      guard let words = cell.value.words else { return true }
      return layout.paths[cell.column]?.contains(words) == true
    }
  }
}

/// Numbers in columns that are not read, so that none is passed over without a word.
struct ColumnWatch {
  enum Kind: Equatable {
    case unknown
    /// Without any heading.
    case bare
    case note
    case passed(ColumnReading.Use)
  }

  private let kinds: [Int: Kind]
  private let known: Set<Int>
  private let scope: ClosedRange<Int>
  /// The last column that has a heading.
  private let last: Int
  /// The first number of each column, and how many there are.
  private(set) var found: [Int: (kind: Kind, row: Int, count: Int, isBeyond: Bool)] = [:]

  init(_ layout: TableLayout, place: Int?) {
    var kinds: [Int: Kind] = [:]
    for (column, meaning) in layout.columns where column != place {
      switch meaning {
      case .unknown: kinds[column] = .unknown
      case .passed(let use?): kinds[column] = .passed(use)
      case .note: kinds[column] = .note
      default: break
      }
    }
    (self.kinds, scope) = (kinds, layout.scope)
    known = Set(layout.columns.keys).union(place.map { [$0] } ?? [])
    last = layout.columns.keys.max() ?? 0
  }

  mutating func look(at row: SheetRow) {
    for cell in row.cells where scope.contains(cell.column) {
      let kind: Kind
      if let own = kinds[cell.column] {
        kind = own
      } else if known.contains(cell.column) {
        continue
      } else {
        kind = .bare
      }
      let isBeyond = cell.column > last
      guard cell.value.isNumber || (isBeyond && cell.value.words != nil) else { continue }
      found[cell.column, default: (kind, row.number, 0, isBeyond)].count += 1
    }
  }
}

/// Numbers of several rows brought together by place and year.
struct GatheredRows {
  private struct Key: Hashable {
    var subject: TableReader.Subject
    var year: Int
  }

  private var order: [Key] = []
  private var numbers: [Key: TableReader.Numbers] = [:]
  private var flags: [Key: [Indicator.ID: FigureFlags]] = [:]
  private var notes: [Key: [String]] = [:]
  private var firstRows: [Key: Int] = [:]

  /// Takes the numbers of a row; what stood there already with another number is named.
  mutating func take(
    _ periods: [Int: TableReader.Numbers], _ subject: TableReader.Subject, _ row: Int,
    _ flags: [Indicator.ID: FigureFlags], _ note: String?
  ) -> [Finding] {
    var findings: [Finding] = []
    for (year, new) in periods.sorted(by: { $0.key < $1.key }) {
      let key = Key(subject: subject, year: year)
      if numbers[key] == nil {
        order.append(key)
        (numbers[key], firstRows[key]) = (.init(), row)
      }
      for (aim, value) in new.values {
        if let old = numbers[key]?.values[aim] {
          if old.number != value.number { findings.append(Self.twice(old.at, value.at)) }
          continue
        }
        numbers[key]?.values[aim] = value
      }
      numbers[key]?.broken.formUnion(new.broken)
      self.flags[key, default: [:]].merge(flags) { $0.union($1) }
      if let note, notes[key]?.contains(note) != true { notes[key, default: []].append(note) }
    }
    return findings
  }

  var rows: [TableReader.Row] {
    order.map { key in
      TableReader.Row(
        subject: key.subject, number: firstRows[key] ?? 0,
        periods: [key.year: numbers[key] ?? .init()], flags: flags[key] ?? [:],
        note: notes[key].map { $0.joined(separator: "；") })
    }
  }

  private static func twice(_ old: SourcePlace, _ new: SourcePlace) -> Finding {
    FigureCheck.enteredTwice.finding(
      "同一个数在 \(old.cell ?? "") 已经填过，这里又不相同；只留一处。",
      "The same number stands in \(old.cell ?? "") already and differs here; keep one.", at: new)
  }
}
