import Reform

/// 分别: each figure of a list belongs to one of the years, or of the names, before it.
extension TargetReader {
  /// Gives every figure of such lists its year or its name; lists that do not match are taken out, and
  /// told by `TargetDoubts`.
  mutating func pair() {
    var (index, dropped) = (0, [Int]())
    while index < reading.targets.count {
      var end = index + 1
      while end < reading.targets.count,
        goesOn(reading.targets[end - 1].range, reading.targets[end].range)
      {
        end += 1
      }
      if !pair(index..<end) { dropped += index..<end }
      index = end
    }
    guard !dropped.isEmpty else { return }
    reading.doubts += dropped.map { reading.targets[$0].range }
    let gone = Set(dropped)
    reading.targets = reading.targets.enumerated().filter { !gone.contains($0.offset) }.map(
      \.element)
  }

  private static let joints = Set(scalars("、和及与"))

  private func goesOn(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    second.lowerBound == first.upperBound + 1 && Self.joints.contains(scan.chars[first.upperBound])
  }

  /// Whether the figures could be told apart.
  private mutating func pair(_ run: Range<Int>) -> Bool {
    let first = reading.targets[run.lowerBound].range
    guard let number = first.first(where: { scan.chars[$0].isDigit }) else { return true }
    let low = scan.sentenceStart(first.lowerBound, from: clause.lowerBound)
    let word = Respectively.last(in: partStart(number, from: low)..<number, scan)
    let years = Respectively.years(in: low..<number, scan)
    guard let word else {
      // 2026年、2027年甲率达到60%、70%
      if run.count > 1, years.count == run.count { set(run, years: years, metric: nil) }
      return true
    }
    let last = reading.targets[run.upperBound - 1].range.upperBound
    guard !hasOtherFigures(word.upperBound..<number),
      !Respectively.goesOn(behind: last, to: clause.upperBound, scan)
    else { return false }
    guard run.count > 1 else { return true }
    let naming = naming
    var segment = naming.withoutDays(partStart(word.lowerBound, from: low)..<word.lowerBound)
    segment = naming.trimmed(segment)
    if segment.isEmpty {
      let comma = partStart(word.lowerBound, from: low)
      segment = naming.trimmed(
        naming.withoutDays(partStart(comma - 1, from: low)..<max(low, comma - 1)))
    }
    // 甲率、乙率分别下降5%、3%: the word of direction is a part of every name.
    let change = TargetWords.directions.matchBackwards(
      scan.chars, before: number, from: word.upperBound)
    let direction = change.map { scan.name(number - $0.length..<number) } ?? ""
    shareUnit(of: run)
    let names = Respectively.names(in: segment, count: run.count, scan)
    switch (years.count == run.count, names) {
    case (true, nil): set(run, years: years, metric: scan.name(segment) + direction)
    case (false, let names?) where years.count < 2:
      for (index, name) in zip(run, names) {
        reading.targets[index].value.metric = Phrase(name + direction, "")
      }
    default: return false
    }
    return true
  }

  /// 5个、3个百分点: the unit behind the last is that of all.
  private mutating func shareUnit(of run: Range<Int>) {
    guard let last = run.last, reading.targets[last].value.unit == "个百分点" else { return }
    for index in run where reading.targets[index].value.unit == "个" {
      reading.targets[index].value.unit = "个百分点"
    }
  }

  private mutating func set(_ run: Range<Int>, years: [Int], metric: String?) {
    for (index, year) in zip(run, years) {
      reading.targets[index].value.year = year
      guard let metric, !metric.isEmpty else { continue }
      reading.targets[index].value.metric = Phrase(metric, "")
    }
  }

  /// A figure between 分别 and the first that was read.
  private func hasOtherFigures(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      if let date = DateWords.read(scan.chars, at: index, limit: range.upperBound), date.year > 0 {
        index = date.range.upperBound
      } else if scan.chars[index].isDigit {
        return true
      } else {
        index += 1
      }
    }
    return false
  }

  private func partStart(_ index: Int, from low: Int) -> Int {
    var start = max(low, index)
    while start > low, scan.chars[start - 1] != Sign.comma, scan.chars[start - 1] != Sign.colon {
      start -= 1
    }
    return start
  }
}

/// What stands before 分别, and is paired with the figures behind it.
enum Respectively {
  private static let word = scalars("分别")
  private static let joints = Set(scalars("、和及与"))

  static func last(in range: Range<Int>, _ scan: Scan) -> Range<Int>? {
    range.last { scan.chars.has(word, at: $0) && $0 + 2 <= range.upperBound }.map { $0..<$0 + 2 }
  }

  /// Whether one more figure goes on a list.
  static func goesOn(behind end: Int, to limit: Int, _ scan: Scan) -> Bool {
    end + 1 < limit && joints.contains(scan.chars[end]) && scan.chars[end + 1].isDigit
  }

  /// The years of the last list of years in the range: 2026年、2027年和2030年.
  static func years(in range: Range<Int>, _ scan: Scan) -> [Int] {
    var (years, end, index) = ([Int](), -2, range.lowerBound)
    while index < range.upperBound {
      guard DeadlineWords.begins(scan.chars[index]),
        let date = DateWords.read(scan.chars, at: index, limit: range.upperBound), date.year > 0
      else {
        index += 1
        continue
      }
      let isNext = index == end + 1 && joints.contains(scan.chars[end])
      years = isNext ? years + [date.year] : [date.year]
      end = date.range.upperBound
      index = max(end, index + 1)
    }
    return years
  }

  // MARK: Names

  /// As many names as there are figures, each whole; nil where they are not as many, or where it cannot
  /// be told which words belong to all of them.
  static func names(in range: Range<Int>, count: Int, _ scan: Scan) -> [String]? {
    for signs in [joints, Set([Sign.pause])] {
      let parts = parts(of: range, at: signs, scan)
      if parts.count == count { return whole(parts.map { scalars(scan.name($0)) }) }
    }
    return nil
  }

  private static func parts(
    of range: Range<Int>, at signs: Set<UInt32>, _ scan: Scan
  ) -> [Range<Int>] {
    var (parts, start, depth) = ([Range<Int>](), range.lowerBound, 0)
    for index in range {
      if scan.chars[index] == Sign.open { depth += 1 }
      if scan.chars[index] == Sign.close { depth -= 1 }
      guard depth == 0, signs.contains(scan.chars[index]) else { continue }
      parts.append(start..<index)
      start = index + 1
    }
    return (parts + [start..<range.upperBound]).filter { !$0.isEmpty }
  }

  /// 高血压、糖尿病患者管理率 are 高血压患者管理率 and 糖尿病患者管理率; 每千人口 before the first is before all.
  private static func whole(_ names: [Scalars]) -> [String]? {
    guard let first = names.first, let last = names.last else { return nil }
    var names = names
    if measures(last), !names.dropLast().allSatisfy(measures) {
      guard !names.dropLast().contains(where: measures),
        let tail = tail(of: last, behind: names[names.count - 2])
      else { return nil }
      // 省、市、县三级公立医院药占比: three words, one for each.
      let sums = sums.match(tail, at: 0)?.length ?? 0
      for index in names.indices.dropLast() { names[index] += tail[sums...] }
      names[names.count - 1] = Scalars(last.dropLast(tail.count)) + tail[sums...]
    }
    let whole = ["全省", "全市", "全县", "全区", "全国"].map(scalars).first { first.has($0, at: 0) }
    let from = whole?.count ?? 0
    if let head = heads.match(first, at: from)?.length {
      for index in names.indices.dropFirst() where heads.match(names[index], at: 0) == nil {
        names[index] = first[..<(from + head)] + names[index]
      }
    }
    return names.map { Intake.text($0) }
  }

  private static func measures(_ name: Scalars) -> Bool {
    TargetWords.measures.matchBackwards(name, before: name.count, from: 0) != nil
      || TargetWords.sharesNamed.matchBackwards(name, before: name.count, from: 0) != nil
  }

  /// The words of the last name that belong to all.
  private static func tail(of last: Scalars, behind other: Scalars) -> Scalars? {
    let others = OtherPlaces.length(last.map(\.folded), at: 0, limit: last.count)
    if others > 0, others < last.count { return Scalars(last[others...]) }
    for index in last.indices.dropFirst() {
      guard let word = shared.match(last, at: index),
        other.find(Scalars(last[index..<index + word.length]), in: 0..<other.count) == nil
      else { continue }
      return Scalars(last[index...])
    }
    return last.count > other.count + 1 ? Scalars(last[other.count...]) : nil
  }

  private static let shared = WordTrie([
    "患者", "病人", "人群", "住院", "门诊", "参保", "规范", "报销", "就诊", "覆盖", "占比", "比例", "管理", "签约", "设置", "配备",
    "达标", "数量",
  ])

  private static let sums = WordTrie(["两级", "三级", "四级", "两类", "三类", "两项", "三项"])

  private static let heads = WordTrie([
    "每千人口", "每万人口", "每千常住人口", "每万常住人口", "每千名", "每万名", "每百", "人均", "每十万人口",
  ])
}
