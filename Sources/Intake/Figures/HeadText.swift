import Foundation
import Reform

/// One text of a heading taken apart: its name, unit and period, and what it says of them.
struct HeadText: Hashable {
  /// What is left as a name, folded; empty where the text only says of what kind a number is.
  private(set) var name = ""
  /// What the name stands for.
  private(set) var aims: [ColumnNames.Aim] = []
  private(set) var word: HeadWord?
  private(set) var unit: UnitScale?
  private(set) var unitWords: String?
  /// Words where a unit stands that are none that is known (美元).
  private(set) var unknownUnit: String?
  private(set) var period = PeriodText()
  private(set) var roles: Set<HeadRole> = []
  /// Words in brackets that are neither unit nor period (不含村卫生室).
  private(set) var qualifiers: [String] = []
  /// Whether it states the unit of a whole table (单位：万元) and is no heading.
  private(set) var isStatement = false

  var year: Int? { period.year }
  /// Whether there is nothing in it that a name or a table could be known by.
  var isUnknown: Bool { aims.isEmpty && word == nil && !name.isEmpty }
  /// Whether it is a unit and nothing else.
  var isOnlyUnit: Bool {
    (unit != nil || unknownUnit != nil) && name.isEmpty && roles.isEmpty && period.isEmpty
      && qualifiers.isEmpty
  }

  init(_ text: String, _ names: ColumnNames) {
    read(text, names)
    dropShares()
  }

  private mutating func read(_ text: String, _ names: ColumnNames) {
    name = NameKey.folded(text).trimmingCharacters(in: ["*", "★", "※", "#", "△"])
    guard !settle(names) else { return }
    if name.hasPrefix("单位:") || name.hasPrefix("(单位:") || name.hasPrefix("计量单位:")
      || name.hasPrefix("金额单位:")
    {
      isStatement = true
      return
    }
    takeBrackets(names)
    guard !settle(names) else { return }
    takePeriod(names)
    takeNumbering()
    takeUnit(names)
    guard !settle(names) else { return }
    strip(names)
  }

  /// Brackets behind the name of a share may say once more that it is one.
  private mutating func dropShares() {
    guard !qualifiers.isEmpty, !aims.isEmpty, aims.allSatisfy({ $0.part == .value }) else { return }
    qualifiers.removeAll(where: TableWords.share.contains)
  }

  /// Whether the name is known as it stands.
  private mutating func settle(_ names: ColumnNames) -> Bool {
    aims = names.aims(of: name)
    word = HeadWord(name) ?? HeadWord(corner: name)
    return !aims.isEmpty || word != nil
  }

  // MARK: Brackets

  private mutating func takeBrackets(_ names: ColumnNames) {
    while let close = name.firstIndex(where: { $0 == ")" || $0 == "]" }),
      let open = name[..<close].lastIndex(where: { $0 == "(" || $0 == "[" })
    {
      let inner = String(name[name.index(after: open)..<close])
      name.removeSubrange(open...close)
      takeInner(inner, names)
    }
  }

  private mutating func takeInner(_ inner: String, _ names: ColumnNames) {
    guard !inner.isEmpty else { return }
    let bare = inner.hasPrefix("单位:") ? String(inner.dropFirst(3)) : inner
    if take(unit: bare) { return }
    let pieces = bare.split { "、,;".contains($0) }.map(String.init)
    var left: [String] = []
    for piece in pieces where !take(unit: piece) && !takeRole(piece, names) { left.append(piece) }
    guard !left.isEmpty else { return }
    qualifiers.append(left.count == pieces.count ? bare : left.joined(separator: "、"))
  }

  /// Whether a piece is a unit, or stands where one does.
  private mutating func take(unit piece: String) -> Bool {
    if let found = UnitScale(piece) {
      if unit == nil { (unit, unitWords) = (found, piece) }
      return true
    }
    guard UnitWords.looksLikeUnit(piece) else { return false }
    if unknownUnit == nil { unknownUnit = piece }
    return true
  }

  /// Whether a piece is a period, a role, the number of a column, or says nothing.
  private mutating func takeRole(_ piece: String, _ names: ColumnNames) -> Bool {
    if Self.isColumnNumber(piece) || names.words.plain(piece).isEmpty || name.contains(piece) {
      return true
    }
    var found = PeriodText(piece)
    let hasPeriod = !found.isEmpty
    var (rest, roles) = (found.rest, Set<HeadRole>())
    while let role = names.words.strip(&rest) { roles.insert(role) }
    guard names.words.meant(rest).isEmpty, hasPeriod || !roles.isEmpty else { return false }
    if hasPeriod, period.isEmpty {
      found = PeriodText(piece)
      period = found
    }
    self.roles.formUnion(roles)
    return true
  }

  /// 1, A, ①, 3=1/2×100%.
  static func isColumnNumber(_ piece: String) -> Bool {
    piece.range(
      of: "^(?:[0-9]{1,2}|[a-z]|[①-⑳])(?:=[-+*/×÷a-z0-9()%①-⑳]+)?$", options: .regularExpression)
      != nil
  }

  // MARK: Period, numbering, unit

  private mutating func takePeriod(_ names: ColumnNames) {
    let found = PeriodText(name)
    guard !found.isEmpty else { return }
    (period, name) = (found, found.rest)
  }

  /// `1.`, `（一）`, `二、` in front; `=1/2` behind.
  private mutating func takeNumbering() {
    if let range = name.range(
      of: "^(?:[0-9]{1,2}(?:[.][0-9]{1,2})*[.、]|[一二三四五六七八九十]{1,3}[.、]|[①-⑳])",
      options: .regularExpression), range.upperBound < name.endIndex
    {
      name.removeSubrange(range)
    }
    if let range = name.range(
      of: "(?:[a-z①-⑳]?=[-+*/×÷a-z0-9()%①-⑳]+|[①-⑳])$", options: .regularExpression)
    {
      name.removeSubrange(range)
    }
  }

  /// `/万元`, `:万元`, `-万元`, or the unit behind the name with nothing between.
  private mutating func takeUnit(_ names: ColumnNames) {
    if name.hasPrefix("单位"), UnitScale(String(name.dropFirst(2))) != nil {
      name.removeFirst(2)
    }
    if take(unit: name) {
      name = ""
      return
    }
    guard unit == nil else { return }
    for mark in ["/", ":", ",", "-", "_"] {
      guard let at = name.range(of: mark, options: .backwards), at.lowerBound > name.startIndex,
        let found = UnitScale(String(name[at.upperBound...]))
      else { continue }
      (unit, unitWords) = (found, String(name[at.upperBound...]))
      name = String(name[..<at.lowerBound])
      return
    }
    for length in 1...min(3, max(1, name.count - 1)) where name.count > length {
      let (stem, tail) = (String(name.dropLast(length)), String(name.suffix(length)))
      guard let found = UnitScale(tail), !names.aims(of: stem).isEmpty || tail == "%" else {
        continue
      }
      (unit, unitWords, name) = (found, tail, stem)
      return
    }
  }

  // MARK: Roles

  private mutating func strip(_ names: ColumnNames) {
    let whole = name
    while !name.isEmpty {
      trim()
      if settle(names) { return }
      guard let role = names.words.strip(&name) else { break }
      roles.insert(role)
    }
    trim()
    // A word that only ends names is no ending where it stands alone.
    if name.isEmpty, roles == [.ending] { (name, roles) = (whole, []) }
    _ = settle(names)
  }

  private mutating func trim() {
    while let last = name.last, ":、.,;-_的".contains(last) { name.removeLast() }
    while let first = name.first, ":、.,;-_".contains(first) { name.removeFirst() }
  }
}

/// Words of headings that give a column its place in the table.
enum HeadWord: Hashable {
  case place
  case province
  case city
  case code
  case year
  case indicator
  case unit
  case note
  case flag
  case part(FigurePart)
  /// Known and never read (序号、联系人); a plan or a rank where it is one.
  case passed

  init?(_ name: String) {
    guard let found = Self.known[name] else {
      guard PeriodHeads.isKnown(name) else { return nil }
      self = .year
      return
    }
    self = found
  }

  /// The corner of a table that names its rows and its columns (指标\\县区).
  init?(corner name: String) {
    let words = name.split { "\\/|".contains($0) }.map { HeadWord(String($0)) }
    guard words.count == 2, !words.contains(nil) else { return nil }
    self = words.contains(.indicator) ? .indicator : .place
  }

  private static let known: [String: HeadWord] = {
    var known: [String: HeadWord] = [:]
    let lists: [(Set<String>, HeadWord)] = [
      (TableWords.passed, .passed), (TableWords.place, .place), (TableWords.city, .city),
      (TableWords.province, .province),
      (TableWords.code, .code), (TableWords.year, .year), (TableWords.indicator, .indicator),
      (TableWords.unit, .unit), (TableWords.note, .note), (TableWords.flag, .flag),
      (TableWords.numerator, .part(.numerator)), (TableWords.denominator, .part(.denominator)),
      (TableWords.value, .part(.value)),
    ]
    for (words, word) in lists {
      for name in words { known[NameKey.folded(name)] = word }
    }
    return known
  }()
}
