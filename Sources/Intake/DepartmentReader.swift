import Reform

/// Reads a responsibility note: units in printed order, each with its part.
struct DepartmentReader {
  struct Reading {
    var units: [(value: Responsible, range: Range<Int>)] = []
    /// Names that are divisions (a city in the column of units).
    var places: [(name: PlaceNames.Match, range: Range<Int>)] = []
    /// What stands behind 完成时限：.
    var times: [Range<Int>] = []
    var unknown: [Range<Int>] = []
    /// True where the note itself says who leads or who helps, or that all share.
    var isExplicit = false
  }

  private let scan: Scan
  private let units: UnitNames
  private let places: PlaceNames
  private var reading = Reading()
  private var label: NoteWords.Label?
  private var defaultRole: Responsible.Role
  private var pending: [(name: Range<Int>, bureau: Range<Int>?)] = []
  /// The beginning of 各市、 waiting for 县人民政府.
  private var held: Int?

  private init(_ scan: Scan, _ units: UnitNames, _ places: PlaceNames, _ role: Responsible.Role) {
    (self.scan, self.units, self.places, defaultRole) = (scan, units, places, role)
  }

  static func read(
    _ range: Range<Int>, role: Responsible.Role = .responsible, firstLeads: Bool = false,
    _ scan: Scan, _ units: UnitNames, _ places: PlaceNames
  ) -> Reading {
    var reader = DepartmentReader(scan, units, places, role)
    if role != .responsible { reader.reading.isExplicit = true }
    reader.run(range)
    if firstLeads, !reader.reading.isExplicit { reader.applyFirstLeads() }
    return reader.reading
  }

  private mutating func applyFirstLeads() {
    for index in reading.units.indices {
      reading.units[index].value.role = index == 0 ? .lead : .cooperating
    }
  }

  // MARK: Tokens

  private mutating func run(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      if let end = takeLabel(at: index, limit: range.upperBound) {
        index = end
        continue
      }
      let end = tokenEnd(from: index, limit: range.upperBound)
      take(index..<end)
      let sign = end < range.upperBound ? scan.chars[end] : Sign.stop
      if sign.endsSentence || sign == Sign.newline {
        flush()
        if sign != Sign.newline { label = nil }
      }
      index = end + 1
    }
    flush()
  }

  private mutating func takeLabel(at index: Int, limit: Int) -> Int? {
    guard let found = NoteWords.labels.match(scan.chars, at: index, limit: limit),
      index + found.length < limit, scan.chars[index + found.length] == Sign.colon
    else { return nil }
    flush()
    label = found.value
    if case .units(let role) = found.value, role != .responsible { reading.isExplicit = true }
    return index + found.length + 1
  }

  private func tokenEnd(from start: Int, limit: Int) -> Int {
    var (index, depth) = (start, 0)
    while index < limit {
      let scalar = scan.chars[index]
      if scalar.closer != nil { depth += 1 }
      if scalar.isCloser { depth = max(0, depth - 1) }
      if depth == 0, scalar.endsSentence || separates(scalar) { break }
      index += 1
    }
    return index
  }

  private func separates(_ scalar: UInt32) -> Bool {
    scalar == Sign.pause || scalar == Sign.comma || scalar == Sign.newline || scalar == Sign.tab
  }

  /// One stretch between separators: names, and what they are said to do.
  private mutating func take(_ token: Range<Int>) {
    guard !token.isEmpty else { return }
    switch label {
    case .time?:
      reading.times.append(token)
      return
    case .other?: return
    default: break
    }
    if !FirstLeads.places(in: Array(scan.chars[token].prefix(60))).isEmpty { return }
    if scan.contains(Self.asides, in: token) { return }
    var start = token.lowerBound
    while start < token.upperBound, let (at, length, verb) = verb(in: start..<token.upperBound) {
      names(start..<at)
      apply(verb, words: at..<at + length)
      start = at + length
    }
    if start < token.upperBound { names(start..<token.upperBound) }
  }

  private static let asides = WordTrie([
    "下同", "特别注明", "排名第一", "列第一", "排第一", "第一个", "首位", "除注明", "除特别", "另有注明", "不分先后", "未注明",
  ])

  private static let anywhere = WordTrie(["牵头", "配合", "负责", "会同", "分工"])

  /// The first verb of a stretch: a plain one anywhere, others only at its end.
  private func verb(in range: Range<Int>) -> (at: Int, length: Int, verb: NoteWords.Verb)? {
    var depth = 0
    for index in range {
      let scalar = scan.chars[index]
      if scalar.closer != nil { depth += 1 }
      if scalar.isCloser { depth = max(0, depth - 1) }
      guard depth == 0,
        let found = NoteWords.verbs.match(scan.chars, at: index, limit: range.upperBound)
      else { continue }
      let end = index + found.length
      if end == range.upperBound { return (index, found.length, found.value) }
      if scan.contains(Self.anywhere, in: index..<end) { return (index, found.length, found.value) }
    }
    return nil
  }

  private mutating func apply(_ verb: NoteWords.Verb, words: Range<Int>) {
    switch verb {
    case .together:
      reading.isExplicit = true
      flush(as: .responsible)
      defaultRole = .cooperating
    case .role(let role):
      if role != .responsible || words.count > 2 { reading.isExplicit = true }
      if role == .responsible, case .units(let labelled)? = label, labelled != .responsible {
        flush()
      } else if role == .responsible, defaultRole != .responsible {
        flush()
      } else {
        flush(as: role)
      }
    }
  }

  /// Gives the names that wait their part.
  private mutating func flush(as role: Responsible.Role? = nil) {
    var part = role ?? defaultRole
    if role == nil, case .units(let labelled)? = label { part = labelled }
    for (name, bureau) in pending {
      let value = Responsible(
        scan.name(name), bureau: bureau.map { scan.name($0) }, role: part)
      let end = bureau.map { $0.upperBound + 1 } ?? name.upperBound
      reading.units.append((value, name.lowerBound..<end))
    }
    pending = []
    held = nil
  }

  // MARK: Names

  private static let openers = WordTrie([
    "由", "和", "及", "以及", "与", "其中", "其中:", "责任单位为", "牵头单位为", "配合单位为", "请",
  ])

  private mutating func names(_ range: Range<Int>) {
    var name = range
    while let opener = Self.openers.match(scan.chars, at: name.lowerBound, limit: name.upperBound) {
      name = name.lowerBound + opener.length..<name.upperBound
    }
    while !name.isEmpty,
      let etc = NoteWords.etceteras.matchBackwards(
        scan.chars, before: name.upperBound, from: name.lowerBound)
    {
      name = name.lowerBound..<name.upperBound - etc.length
    }
    guard !name.isEmpty else { return }
    if let cut = conjunction(in: name) {
      names(name.lowerBound..<cut.lowerBound)
      names(cut.upperBound..<name.upperBound)
      return
    }
    one(name)
  }

  private static let conjunctions = WordTrie(["和", "及", "与", "以及", "暨"])

  /// 和 between two names; not the 和 inside one (工业和信息化局).
  private func conjunction(in name: Range<Int>) -> Range<Int>? {
    guard name.count >= 5, name.count < 200, !units.isKnown(name, scan) else { return nil }
    var depth = 0
    for index in name.dropFirst(2) {
      let scalar = scan.chars[index]
      if scalar.closer != nil { depth += 1 }
      if scalar.isCloser { depth = max(0, depth - 1) }
      guard depth == 0,
        let found = Self.conjunctions.match(scan.chars, at: index, limit: name.upperBound)
      else { continue }
      let left = name.lowerBound..<index
      let right = index + found.length..<name.upperBound
      guard right.count >= 2 else { continue }
      if units.isUnit(left, scan) || places.exact(left, scan) != nil {
        return index..<right.lowerBound
      }
    }
    return nil
  }

  private mutating func one(_ name: Range<Int>) {
    if holds(name) {
      held = held ?? name.lowerBound
      return
    }
    let whole = (held ?? name.lowerBound)..<name.upperBound
    held = nil
    if let place = places.exact(name, scan), whole == name {
      reading.places.append((place, name))
      return
    }
    let (base, bureau) = splitBureau(whole)
    if units.isUnit(base, scan) || (bureau != nil && units.isUnit(whole, scan)) {
      pending.append((base, bureau))
    } else if saysWhen(name) {
      reading.times.append(name)
    } else if isWordOfTime(name) {
      return
    } else {
      reading.unknown.append(name)
    }
  }

  private static let kindsOfPlace = Set(scalars("各市县区州盟旗设地级省直辖、()[]乡镇"))

  /// 各市、 before 县人民政府: one unit that holds a pause.
  private func holds(_ name: Range<Int>) -> Bool {
    guard name.count <= 9, scan.chars[name].allSatisfy({ Self.kindsOfPlace.contains($0) }),
      name.upperBound < scan.chars.count, scan.chars[name.upperBound] == Sign.pause
    else { return false }
    return held != nil || scan.chars[name.lowerBound] == 0x5404 || name.count <= 2
  }

  /// 省卫健委（规划处）: the name, and the bureau in brackets at its end.
  private func splitBureau(_ name: Range<Int>) -> (Range<Int>, Range<Int>?) {
    guard scan.chars[name.upperBound - 1] == Sign.close else { return (name, nil) }
    var open = name.upperBound - 2
    while open > name.lowerBound, scan.chars[open] != Sign.open { open -= 1 }
    let (base, inner) = (name.lowerBound..<open, open + 1..<name.upperBound - 1)
    guard base.count >= 2, !inner.isEmpty, units.isUnit(base, scan) else { return (name, nil) }
    return (base, inner)
  }

  private static let dates = WordTrie([
    "年底", "月底", "年内", "持续推进", "长期坚持", "年6月", "年12月", "季度", "上半年", "持续实施", "年完成", "年底前完成", "年前完成",
    "月前", "日前", "长期推进", "持续开展", "年完成", "年末",
  ])

  /// A time in a note that has no label for it: ，2025年底前完成）.
  private func saysWhen(_ name: Range<Int>) -> Bool {
    name.count <= 24 && scan.contains(Self.dates, in: name)
  }

  private static let timeWords = WordTrie([
    "年", "月", "底", "前", "长期", "持续", "适用", "范围", "完成", "推进", "要求", "实施", "标准", "起",
  ])

  private func isWordOfTime(_ name: Range<Int>) -> Bool {
    name.count > 36 || scan.contains(Self.timeWords, in: name)
  }
}
