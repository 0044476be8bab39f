import Reform

/// Reads a responsibility note: units in printed order, each with its part.
struct DepartmentReader {
  struct Reading {
    var units: [(value: Responsible, range: Range<Int>)] = []
    /// Names that are divisions (a city in the column of units), each with its part.
    var places: [(name: PlaceNames.Match, range: Range<Int>, role: Responsible.Role)] = []
    /// What stands behind 完成时限：.
    var times: [Range<Int>] = []
    /// Names that stand where units stand and are not known as such: kept, and told.
    var odd: [Range<Int>] = []
    /// What is no name: left out, and told.
    var unknown: [Range<Int>] = []
    /// 同上 in the place of names, with the part that its label gives.
    var sameAsAbove: [Responsible.Role] = []
    /// True where the note itself says who leads.
    var namesLead = false
    /// True where it says that all share (按职责分工负责).
    var isShared = false
  }

  let scan: Scan
  let units: UnitNames
  let places: PlaceNames
  var reading = Reading()
  private var label: NoteWords.Label?
  private var defaultRole: Responsible.Role
  var pending: [(name: Range<Int>, bureau: Range<Int>?, role: Responsible.Role?)] = []
  /// True behind 会同: who comes now helps, whatever the label says.
  private var helps = false
  /// How many names waited at the last comma.
  var group = 0
  /// The beginning of 各市、 waiting for 县人民政府.
  var held: Int?

  private init(_ scan: Scan, _ units: UnitNames, _ places: PlaceNames, _ role: Responsible.Role) {
    (self.scan, self.units, self.places, defaultRole) = (scan, units, places, role)
  }

  static func read(
    _ range: Range<Int>, role: Responsible.Role = .responsible, firstLeads: Bool = false,
    evenShared: Bool = false, _ scan: Scan, _ units: UnitNames, _ places: PlaceNames
  ) -> Reading {
    var reader = DepartmentReader(scan, units, places, role)
    if role != .responsible { reader.reading.namesLead = true }
    reader.run(range)
    if firstLeads, !reader.reading.namesLead, evenShared || !reader.reading.isShared {
      reader.applyFirstLeads()
    }
    return reader.reading
  }

  /// The part that the label in force gives.
  var roleOfLabel: Responsible.Role {
    if case .units(let role)? = label { return role }
    return defaultRole
  }

  private mutating func applyFirstLeads() {
    // A kind of offices (各成员单位) has no first one that could lead; who is said to help leads none.
    guard let first = reading.units.first?.value, !first.isGeneric, first.role != .cooperating
    else {
      return
    }
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
      if label == nil, let end = takeDuty(at: index, limit: range.upperBound) {
        index = end
        continue
      }
      let end = tokenEnd(from: index, limit: range.upperBound)
      take(index..<end)
      let sign = end < range.upperBound ? scan.chars[end] : Sign.stop
      if sign == Sign.comma { group = pending.count }
      if sign.endsSentence || sign == Sign.newline {
        flush()
        if sign != Sign.newline { (label, helps) = (nil, false) }
      }
      index = end < range.upperBound && beginsLabel(end, range.upperBound) ? end : end + 1
    }
    flush()
  }

  private mutating func takeLabel(at index: Int, limit: Int) -> Int? {
    let colon = NoteWords.label(scan.chars, at: index, limit: limit)
    guard let found = colon ?? scan.bareLabel(at: index, limit: limit) else { return nil }
    flush()
    label = found.value
    helps = false
    if case .units(let role) = found.value, role == .lead { reading.namesLead = true }
    let end = index + found.length
    return scan.chars[end] == Sign.colon || scan.chars[end] == 0x4E3A ? end + 1 : end
  }

  private func tokenEnd(from start: Int, limit: Int) -> Int {
    var (index, depth) = (start, 0)
    while index < limit {
      let scalar = scan.chars[index]
      if scalar.closer != nil { depth += 1 }
      if scalar.isCloser { depth = max(0, depth - 1) }
      if depth == 0, scalar.endsSentence || separates(scalar) || scan.parts(at: index) { break }
      if index > start, depth == 0, beginsLabel(index, limit) { break }
      index += 1
    }
    return index
  }

  /// 配合单位： behind a name with only a blank between.
  private func beginsLabel(_ index: Int, _ limit: Int) -> Bool {
    if let found = NoteWords.labels.match(scan.chars, at: index, limit: limit),
      index + found.length < limit, scan.chars[index + found.length] == Sign.colon
    {
      return true
    }
    return scan.hasGap(before: index)
      && (NoteWords.label(scan.chars, at: index, limit: limit)
        ?? scan.bareLabel(at: index, limit: limit)) != nil
  }

  private func separates(_ scalar: UInt32) -> Bool {
    scalar == Sign.pause || scalar == Sign.comma || scalar == Sign.newline || scalar == Sign.tab
  }

  /// One stretch between separators: names, and what they are said to do.
  mutating func take(_ token: Range<Int>) {
    guard !token.isEmpty else { return }
    switch label {
    case .time?:
      reading.times.append(token)
      return
    case .other?: return
    default: break
    }
    if !FirstLeads.places(in: Array(scan.chars[token].prefix(60))).isEmpty
      || scan.contains(Self.asides, in: token)
    {
      // 县融媒体中心（排第一位的为牵头单位）: the name stands before the bracket.
      let open = token.first { scan.chars[$0] == Sign.open } ?? token.lowerBound
      if open - token.lowerBound >= 3 { names(token.lowerBound..<open) }
      return
    }
    var start = token.lowerBound
    while start < token.upperBound, let (at, length, verb) = verb(in: start..<token.upperBound) {
      names(start..<at)
      apply(verb, words: at..<at + length)
      start = at + length
    }
    if start < token.upperBound { names(start..<token.upperBound) }
  }

  private static let asides = WordTrie([
    "下同", "特别注明", "排名第一", "列第一", "排第一", "第一个", "首位", "除注明", "除特别", "另有注明", "不分先后", "未注明", "不再列出",
    "以下", "不再一一列出", "不再列明", "不再单独列出", "不再逐一列出", "不再重复列出", "不再赘述", "均含", "均包括", "按姓氏",
    "按笔画", "同下", "另有说明",
  ])

  private static let joint = scalars("联合")
  private static let ofUnions = Set(scalars("会社体"))
  private static let together = scalars("会同")
  private static let shares = WordTrie(["分工", "分别", "按职责", "共同", "各自", "分头", "各负其责"])
  private static let anywhere = WordTrie(["牵头", "配合", "负责", "会同", "分工", "联合"])

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
      // 市残疾人联合会 does nothing together.
      if scan.chars.has(Self.joint, at: index), end < range.upperBound,
        Self.ofUnions.contains(scan.chars[end])
      {
        continue
      }
      if end == range.upperBound { return (index, found.length, found.value) }
      if scan.contains(Self.anywhere, in: index..<end) { return (index, found.length, found.value) }
    }
    return nil
  }

  mutating func apply(_ verb: NoteWords.Verb, words: Range<Int>) {
    switch verb {
    case .together:
      if case .units? = label { flush() } else { flush(as: .responsible) }
      defaultRole = .cooperating
      helps = true
    case .role(let role):
      if role == .lead { reading.namesLead = true }
      if scan.contains(Self.shares, in: words) { reading.isShared = true }
      if role == .responsible, case .units(let labelled)? = label, labelled != .responsible {
        flush()
      } else if role == .responsible, defaultRole != .responsible {
        flush()
      } else {
        if role == .cooperating, group > 0, label == nil, reading.units.isEmpty,
          !reading.namesLead
        {
          // 甲、乙，丙配合: nobody would answer if all helped.
          for index in pending.indices.prefix(group) where pending[index].role == nil {
            pending[index].role = .responsible
          }
        }
        flush(as: role)
      }
      // 牵头会同: who comes behind it helps.
      if role == .lead, scan.chars.has(Self.together, before: words.upperBound) {
        defaultRole = .cooperating
      }
    }
  }

  /// Gives the names that wait their part.
  private mutating func flush(as role: Responsible.Role? = nil) {
    var part = role ?? defaultRole
    if role == nil, !helps, case .units(let labelled)? = label { part = labelled }
    for (name, bureau, own) in pending {
      let value = Responsible(
        scan.name(name), bureau: bureau.map { scan.name($0) }, role: own ?? part)
      let end = bureau.map { $0.upperBound + 1 } ?? name.upperBound
      reading.units.append((value, name.lowerBound..<end))
    }
    (pending, held, group) = ([], nil, 0)
  }
}
