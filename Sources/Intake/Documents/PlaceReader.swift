import Reform

/// Reads the places that a clause names, each with what for.
struct PlaceReader {
  struct Reading {
    var places: [(value: NamedPlace, range: Range<Int>)] = []
    var findings: [Finding] = []
  }

  private struct Mention {
    var match: PlaceNames.Match
    var range: Range<Int>
  }

  let scan: Scan
  let names: PlaceNames
  private let region: Division.Code?

  private init(_ scan: Scan, _ names: PlaceNames, region: Division.Code?) {
    (self.scan, self.names, self.region) = (scan, names, region)
  }

  /// Reads running text; `skipping` are the notes.
  static func read(
    _ range: Range<Int>, skipping: [Range<Int>], region: Division.Code?, _ names: PlaceNames,
    _ scan: Scan
  ) -> Reading {
    let reader = PlaceReader(scan, names, region: region)
    let (mentions, zones) = reader.mentions(in: range, skipping: skipping)
    let aside = mentions.map {
      reader.isOwn($0.match) ? nil : reader.exception(around: $0.range, in: range)
    }
    var reading = reader.resolve(
      zip(mentions, aside).filter { $1 == nil }.map(\.0), in: range)
    let excepted = zip(mentions, aside).compactMap { mention, why in
      why.map { (place: mention.range, why: $0) }
    }
    let unknown = reader.unknownExceptions(in: range).filter { one in
      !excepted.contains { $0.why.words.overlaps(one.why.words) }
    }
    reader.noteExceptions(excepted + unknown, &reading)
    reader.noteAll(&reading, in: range)
    reader.noteZones(zones + reader.zones(beside: mentions.map(\.range), in: range), &reading)
    return reading
  }

  /// What a place is named for in a row, by the words of the row.
  static func role(of row: Range<Int>, _ scan: Scan) -> NamedPlace.Role {
    for index in row {
      if let found = PlaceWords.roles.match(scan.chars, at: index, limit: row.upperBound) {
        return found.value
      }
    }
    return .named
  }

  // MARK: Mentions

  private func mentions(
    in range: Range<Int>, skipping: [Range<Int>]
  ) -> (places: [Mention], zones: [Range<Int>]) {
    var mentions: [Mention] = []
    var zones: [Range<Int>] = []
    var index = range.lowerBound
    var skips = skipping[...]
    while index < range.upperBound {
      if let skip = skips.first, skip.lowerBound <= index {
        skips.removeFirst()
        index = max(index, skip.upperBound)
        continue
      }
      if scan.chars[index] == 0x300A || scan.chars[index] == 0x201C, let end = quoted(index, range)
      {
        index = end
        continue
      }
      if let mention = nested(behind: mentions.last, at: index, limit: range.upperBound) {
        mentions.append(mention)
        index = mention.range.upperBound
        continue
      }
      guard let found = names.trie.match(scan.chars, at: index, limit: range.upperBound) else {
        index += 1
        continue
      }
      let words = index..<index + found.length
      if let zone = zone(behind: words, found.value.codes, in: range),
        isPlace(words, found.value, in: range)
      {
        zones.append(zone)
        index = zone.upperBound
        continue
      }
      if isPlace(words, found.value, in: range) {
        mentions.append(Mention(match: found.value, range: words))
        index = words.upperBound
      } else {
        index += found.value.isShort ? 1 : found.length
      }
    }
    return (mentions, zones)
  }

  /// 唐山 in 河北唐山, 石景山区 in 北京市石景山区: what is before it says that it is a place, and which.
  private func nested(behind last: Mention?, at index: Int, limit: Int) -> Mention? {
    guard let last, last.range.upperBound == index,
      let found = names.match(behind: last.match.codes, scan.chars, at: index, limit: limit)
    else { return nil }
    let words = index..<index + found.length
    guard zone(behind: words, found.value.codes, in: index..<limit) == nil,
      !PlaceWords.isNamedOnly(scan.chars, behind: words.upperBound, limit: limit),
      !(found.value.isShort && PlaceWords.spoils(scan.chars, at: words.upperBound, limit: limit))
    else { return nil }
    return Mention(match: found.value, range: words)
  }

  /// The end of 《…》 or “…”, where it is near: what is quoted names no place.
  private func quoted(_ index: Int, _ range: Range<Int>) -> Int? {
    let closer: UInt32 = scan.chars[index] == 0x300A ? 0x300B : 0x201D
    let ceiling = min(range.upperBound, index + 120)
    return (index..<ceiling).first { scan.chars[$0] == closer }.map { $0 + 1 }
  }

  private func isPlace(_ words: Range<Int>, _ match: PlaceNames.Match, in range: Range<Int>) -> Bool
  {
    if PlaceWords.isExample(scan, words, in: range) { return false }
    if PlaceWords.isNamedOnly(scan.chars, behind: words.upperBound, limit: range.upperBound) {
      return false
    }
    if match.isShort {
      return isBounded(words, in: range)
        && !PlaceWords.spoils(scan.chars, at: words.upperBound, limit: range.upperBound)
    }
    guard words.count == 2 else { return true }
    return isBounded(words, in: range) && endsThere(words, in: range)
  }

  /// A short name stands alone: a mark, or a word that goes before places, comes before it.
  private func isBounded(_ words: Range<Int>, in range: Range<Int>) -> Bool {
    guard words.lowerBound > range.lowerBound else { return true }
    let before = scan.chars[words.lowerBound - 1]
    if before.isMark || !before.isHan { return true }
    return PlaceWords.before.matchBackwards(
      scan.chars, before: words.lowerBound, from: range.lowerBound) != nil
      || names.endsName(scan, before: words.lowerBound, from: range.lowerBound)
  }

  /// 应县 is not there in 对应县级.
  private func endsThere(_ words: Range<Int>, in range: Range<Int>) -> Bool {
    guard words.upperBound < range.upperBound else { return true }
    return !PlaceWords.levels.contains(scan.chars[words.upperBound])
  }

  // MARK: Which division, and what for

  private func resolve(_ mentions: [Mention], in range: Range<Int>) -> Reading {
    var reading = Reading()
    var lastCity: Division.Code?
    for (index, mention) in mentions.enumerated() {
      guard let code = code(of: mention, mentions, index, lastCity: lastCity) else {
        if isInList(mention, mentions, index) || !PlaceWords.isCommon(scan.name(mention.range)),
          !mention.match.isShort || isInList(mention, mentions, index)
        {
          noteAmbiguous(mention, &reading)
        }
        continue
      }
      let city = names.divisions.city(of: code)
      defer { lastCity = city }
      if let region, names.divisions.isWithin(region, code) { continue }
      if qualifiesNext(mention, code, mentions, index) { continue }
      let place = NamedPlace(code, role(of: mention, in: range))
      guard !reading.places.contains(where: { $0.value.code == code }) else { continue }
      reading.places.append((place, mention.range))
    }
    return reading
  }

  private func code(
    of mention: Mention, _ mentions: [Mention], _ index: Int, lastCity: Division.Code?
  ) -> Division.Code? {
    let codes = mention.match.codes
    if codes.count == 1 { return codes[0] }
    // In a document of 徐州 its own 鼓楼区 is meant.
    if let region {
      let own = codes.filter { names.divisions.isWithin($0, region) && $0 != region }
      if own.count == 1 { return own[0] }
    }
    // 吉林 in 吉林长春 and 吉林 by itself is the province: its city is written 吉林市.
    if let whole = whole(of: mention, mentions, index) { return whole }
    if let lastCity, index > 0 {
      let gap = mention.range.lowerBound - mentions[index - 1].range.upperBound
      let found = codes.filter { names.divisions.city(of: $0) == lastCity }
      if gap <= 2, found.count == 1 { return found[0] }
    }
    let near = mentions.filter { $0.match.codes.count == 1 }.map {
      names.divisions.city(of: $0.match.codes[0])
    }
    let found = codes.filter { near.contains(names.divisions.city(of: $0)) }
    return found.count == 1 && isInList(mention, mentions, index) ? found[0] : nil
  }

  private func whole(
    of mention: Mention, _ mentions: [Mention], _ index: Int
  ) -> Division.Code? {
    let codes = mention.match.codes
    if index + 1 < mentions.count,
      mentions[index + 1].range.lowerBound == mention.range.upperBound
    {
      let next = mentions[index + 1].match.codes
      let around = codes.filter { code in
        next.contains { $0 != code && names.divisions.isWithin($0, code) }
      }
      if around.count == 1 { return around[0] }
    }
    let provinces = codes.filter { names.divisions[$0]?.level == .province }
    return region == nil && mention.match.isShort && provinces.count == 1 ? provinces[0] : nil
  }

  /// Whether a name is that of what the document binds, or of what this lies in.
  private func isOwn(_ match: PlaceNames.Match) -> Bool {
    match.codes.contains { code in
      region.map { names.divisions.isWithin($0, code) } ?? false
        || names.divisions.all.first?.id == code
    }
  }

  /// A pause or 和 between this place and one beside it.
  private func isInList(_ mention: Mention, _ mentions: [Mention], _ index: Int) -> Bool {
    for other in [index - 1, index + 1] where mentions.indices.contains(other) {
      let beside = mentions[other].range
      let gap =
        other < index
        ? beside.upperBound..<max(beside.upperBound, mention.range.lowerBound)
        : mention.range.upperBound..<max(mention.range.upperBound, beside.lowerBound)
      if gap.count == 1, PlaceWords.joints.contains(scan.chars[gap.lowerBound]) { return true }
    }
    return false
  }

  /// 运城市 in 运城市盐湖区 only says where the county lies.
  private func qualifiesNext(
    _ mention: Mention, _ code: Division.Code, _ mentions: [Mention], _ index: Int
  ) -> Bool {
    guard index + 1 < mentions.count,
      mentions[index + 1].range.lowerBound == mention.range.upperBound
    else { return false }
    return mentions[index + 1].match.codes.contains {
      $0 != code && names.divisions.isWithin($0, code)
    }
  }

  private func noteAmbiguous(_ mention: Mention, _ reading: inout Reading) {
    let choices = mention.match.codes.map { code in
      let city = names.divisions[names.divisions.city(of: code)]?.short ?? ""
      return "\(city)\(names.divisions[code]?.name ?? scan.name(mention.range))"
    }
    reading.findings.append(
      scan.finding(
        "ambiguous-place", "这个地名不止一处（\(choices.joined(separator: "、"))），请选定。",
        "More than one place has this name; please choose one.", at: mention.range))
  }

  /// The nearest word behind the place, in its sentence, that says what for; else before it.
  private func role(of mention: Mention, in range: Range<Int>) -> NamedPlace.Role {
    let end = scan.sentenceEnd(mention.range.upperBound, to: range.upperBound)
    for index in mention.range.upperBound..<max(end, mention.range.upperBound) {
      if let found = PlaceWords.roles.match(scan.chars, at: index, limit: end) {
        return found.value
      }
    }
    var start = scan.sentenceStart(mention.range.lowerBound, from: range.lowerBound, reach: 24)
    let comma = (start..<mention.range.lowerBound).last { scan.chars[$0] == Sign.comma }
    start = comma ?? start
    for index in (start..<mention.range.lowerBound).reversed() {
      if let found = PlaceWords.roles.match(scan.chars, at: index, limit: mention.range.lowerBound)
      {
        return found.value
      }
    }
    return .named
  }
}
