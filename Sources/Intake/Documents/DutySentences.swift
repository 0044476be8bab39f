import Reform

/// Duties said in running text (由省卫生健康委牵头，省教育厅配合。), where a clause has no note.
enum DutySentences {
  private static let charges = WordTrie(["强化", "压实", "夯实", "落实", "压紧"])

  /// 各级党委 in 强化各级党委对……的领导责任.
  private static func charged(
    at index: Int, _ clause: Range<Int>, _ scan: Scan, _ units: UnitNames
  ) -> Range<Int>? {
    guard let verb = charges.match(scan.chars, at: index, limit: clause.upperBound) else {
      return nil
    }
    let start = index + verb.length
    let end = scan.sentenceEnd(start, to: clause.upperBound, reach: 60)
    guard let duty = scan.chars.find(scalars("责任"), in: start..<end) else { return nil }
    for index in start..<duty where endsOfCharge.contains(scan.chars[index]) {
      return index - start >= 2 && units.isList(start..<index, scan) ? start..<index : nil
    }
    return nil
  }

  private static let endsOfCharge = Set(scalars("对的主领在,"))

  /// The stretches that are a list of units and what they do, and nothing else.
  static func find(in clause: Range<Int>, _ scan: Scan, _ units: UnitNames) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = clause.lowerBound
    var from: Int?
    for index in clause.lowerBound...clause.upperBound {
      let isEnd = index == clause.upperBound
      let scalar = isEnd ? Sign.stop : scan.chars[index]
      guard scalar == Sign.comma || scalar.endsSentence || scalar == Sign.newline else { continue }
      let isDuty = index - start < 160 && isDuty(start..<index, goesOn: from != nil, scan, units)
      if isDuty { from = from ?? start }
      if let first = from, !isDuty || scalar != Sign.comma {
        let end = isDuty ? index : start - 1
        if end > first { found.append(first..<end) }
        from = nil
      }
      if !isDuty,
        let lead = leadsOff(start..<index, goesOn: !found.isEmpty, scan, units)
      {
        found.append(lead)
      }
      start = index + 1
    }
    return found
  }

  private static let leads = WordTrie([
    "牵头", "牵头负责", "负责", "负责牵头", "会同", "联合", "牵头会同", "牵头组织", "共同牵头", "分别牵头", "总牵头", "抓总", "牵头抓总",
    "配合", "协助", "积极配合", "全力配合", "密切配合",
  ])

  /// 省卫生健康委牵头制定清单, 市督查室定期督查: units at the beginning, what is to be done behind.
  ///
  /// `goesOn` says that units were named before: 会同市财政局 goes on with them.
  private static func leadsOff(
    _ part: Range<Int>, goesOn: Bool, _ scan: Scan, _ units: UnitNames
  ) -> Range<Int>? {
    var low = part.lowerBound
    low = opened(low, to: part.upperBound, scan)
    if goesOn, together.contains(where: { scan.chars.has($0, at: low) }) {
      return units.listEnd(from: low + 2, to: part.upperBound, scan).map { low..<$0 }
    }
    guard let end = units.listEnd(from: low, to: part.upperBound, scan) else { return nil }
    guard let verb = leads.match(scan.chars, at: end, limit: part.upperBound) else { return nil }
    var behind = end + verb.length
    // 甲牵头、乙配合.
    while behind < part.upperBound, scan.chars[behind] == Sign.pause,
      let next = units.listEnd(from: behind + 1, to: part.upperBound, scan),
      let more = leads.match(scan.chars, at: next, limit: part.upperBound)
    {
      behind = next + more.length
    }
    let isTogether = together.contains { scan.chars.has($0, before: behind) }
    let last = isTogether ? units.listEnd(from: behind, to: part.upperBound, scan) : nil
    return low..<(last ?? behind)
  }

  private static let together = [scalars("会同"), scalars("联合")]

  /// 市中医院重点专科 is built, and builds nothing.
  private static let specialty = scalars("专科")

  /// Who is said to do something and has no other word for it: 市政府督查室定期督查.
  ///
  /// Only where nobody is charged otherwise; all places of a kind (各市) are no units by this alone.
  static func acting(in clause: Range<Int>, _ scan: Scan, _ units: UnitNames) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = clause.lowerBound
    for index in clause.lowerBound...clause.upperBound {
      let scalar = index == clause.upperBound ? Sign.stop : scan.chars[index]
      guard scalar == Sign.comma || scalar.endsSentence || scalar == Sign.newline else { continue }
      var low = start
      start = index + 1
      low = opened(low, to: index, scan)
      guard let end = units.listEnd(from: low, to: index, scan), end < index,
        !units.isKindOfPlaces(low..<end, scan), Acts.begin(at: end, index, scan),
        UnitMentions.none.match(scan.chars, at: low, limit: end) == nil,
        !scan.chars.has(Self.specialty, before: end)
      else { continue }
      found.append(low..<end)
    }
    return found
  }

  /// Behind a day and 由: 2025年5月底前由市卫健局…….
  static func opened(_ start: Int, to limit: Int, _ scan: Scan) -> Int {
    var low = start
    if let date = DateWords.read(scan.chars, at: low, limit: limit, from: low), date.hasLimit {
      low = date.range.upperBound
    }
    if let opener = openers.match(scan.chars, at: low, limit: limit) { low += opener.length }
    return low
  }

  private static let openers = WordTrie(["由", "请"] + charging)

  /// 此项工作由省卫生健康委牵头.
  static let charging = ["此", "此项", "该", "该项", "本", "本项", "这项", "以上", "上述", "相关", "有关", "具体"]
    .flatMap { head in
      ["工作由", "任务由"].map { head + $0 }
    }
  private static let mustWords = WordTrie(["要", "应", "须", "应当", "必须", "务必"])

  /// Who is told to do something (各市县政府要, 省财政厅应当): the units at the head of a part.
  static func callsUpon(in clause: Range<Int>, _ scan: Scan, _ units: UnitNames) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = clause.lowerBound
    for index in clause {
      if let charged = charged(at: index, clause, scan, units) { found.append(charged) }
      let scalar = scan.chars[index]
      if scalar == Sign.comma || scalar.endsSentence || scalar == Sign.newline {
        start = index + 1
      } else if (2...80).contains(index - start),
        mustWords.match(scan.chars, at: index, limit: clause.upperBound) != nil
      {
        let isNamed =
          units.isList(start..<index, scan) || units.isSectionInBrackets(start..<index, scan)
        if isNamed || units.isKindOfPlaces(start..<index, scan) {
          found.append(start..<index)
          if let more = helpers(behind: index, to: clause.upperBound, scan, units) {
            found.append(more)
          }
        }
        // Nothing more is said of whom up to the next mark.
        start = clause.upperBound
      }
    }
    return found
  }

  /// 会同教育部门 behind 要.
  private static func helpers(
    behind must: Int, to limit: Int, _ scan: Scan, _ units: UnitNames
  ) -> Range<Int>? {
    guard let word = mustWords.match(scan.chars, at: must, limit: limit) else { return nil }
    let start = must + word.length
    let verb = together.first { scan.chars.has($0, at: start) }?.count ?? 0
    guard verb > 0, start + verb < limit else { return nil }
    let ends = (start + verb + 1...min(limit, start + verb + 60)).reversed()
    let last = ends.first { at in
      units.hasSuffix(start + verb..<at, scan) && units.isList(start + verb..<at, scan)
    }
    return last.map { start..<$0 }
  }

  /// Units of the state with a verb behind them that ends the part.
  ///
  /// A part that goes on such a list needs only a name that ends as units end.
  private static func isDuty(
    _ part: Range<Int>, goesOn: Bool, _ scan: Scan, _ units: UnitNames
  ) -> Bool {
    guard part.count >= 5,
      let ending = NoteWords.noteEndings.matchBackwards(
        scan.chars, before: part.upperBound, from: part.lowerBound)
        ?? NoteWords.weakEndings.matchBackwards(
          scan.chars, before: part.upperBound, from: part.lowerBound)
    else { return false }
    var low = part.lowerBound
    if let opener = openers.match(scan.chars, at: low, limit: part.upperBound) {
      low += opener.length
    }
    var end = part.upperBound - ending.length
    for index in low..<max(low, end) {
      guard let verb = NoteWords.verbs.match(scan.chars, at: index, limit: part.upperBound),
        index + verb.length == part.upperBound
      else { continue }
      end = index
      break
    }
    let isSection =
      end - low >= 3 && low > part.lowerBound && units.isSectionInBrackets(low..<end, scan)
    return low < end
      && (isSection || units.isList(low..<end, scan) || goesOn && units.isUnit(low..<end, scan))
  }
}
