/// 一是, 二是, 三是 in a row: items where they have notes, and then all of them.
private struct SpokenRun {
  private var lines: [Int] = []
  private var last = 0
  private var noted = 0

  mutating func take(
    _ line: Int, _ number: Int, isNoted: Bool, into doubts: inout [Int: Marker.Doubt]
  ) {
    if number != last + 1 { end(into: &doubts) }
    if isNoted {
      doubts[line] = .spoken
      noted += 1
    }
    lines.append(line)
    last = number
  }

  mutating func end(into doubts: inout [Int: Marker.Doubt]) {
    if noted >= 2 { for line in lines { doubts[line] = .spoken } }
    self = SpokenRun()
  }
}

/// Which lines begin with a number that only the numbers around it tell from text.
///
/// `2．2025年底前…` behind `1．` is item 2; `3.5倍` behind nothing is none.
struct LineNumbering {
  private struct Entry {
    var line: Int
    var strict: Marker?
    /// Read as an item that begins with a digit, and as 1.1建立.
    var digit: Marker?
    var decimal: Marker?

    /// The number that it may have as an item on the level of plain numbers.
    var arabic: Int? {
      if let strict { return strict.kind == .arabic ? strict.number : nil }
      return digit?.number
    }

    var decimals: [Int]? {
      if let strict { return strict.kind == .decimal ? strict.numbers : nil }
      return decimal?.numbers
    }

    /// Ends the run of items above it.
    var isHigher: Bool { (strict?.kind.rawValue ?? 99) < Marker.Kind.arabic.rawValue }
  }

  /// How the lines are to be read whose numbering is in doubt, by their index.
  static func doubts(
    in lines: [PageFurniture.Line], _ source: SourceText
  ) -> [Int: Marker.Doubt] {
    var entries: [Entry] = []
    var doubts: [Int: Marker.Doubt] = [:]
    var spoken = SpokenRun()
    for (index, line) in lines.enumerated() where line.cells == nil {
      let (from, limit) = (line.range.lowerBound, line.range.upperBound)
      let content = source.scalars
      let strict = Marker.read(content, at: from, limit: limit)
      if strict != nil { spoken.end(into: &doubts) }
      if strict == nil,
        let marker = Marker.read(content, at: from, limit: limit, as: .spoken)
      {
        let isNoted = NoteLook.endsWithNote(content, line.range)
        spoken.take(index, marker.number, isNoted: isNoted, into: &doubts)
      }
      let isDigit = strict == nil && content[from].folded.isDigit
      let digit = isDigit ? Marker.read(content, at: from, limit: limit, as: .beforeDigit) : nil
      let decimal = isDigit ? Marker.read(content, at: from, limit: limit, as: .decimal) : nil
      guard strict != nil || digit != nil || decimal != nil else { continue }
      entries.append(Entry(line: index, strict: strict, digit: digit, decimal: decimal))
    }
    spoken.end(into: &doubts)
    settle(entries, into: &doubts)
    return doubts
  }

  private static func settle(_ entries: [Entry], into doubts: inout [Int: Marker.Doubt]) {
    /// The last item's number, 0 behind a higher number.
    var last = 0
    /// The last item's number whatever stood between: 7. behind 三、 goes on 6.
    var running = 0
    var lastDecimal: [Int] = []
    for (index, entry) in entries.enumerated() {
      if entry.strict == nil {
        let next = index + 1 < entries.count ? entries[index + 1] : nil
        if let numbers = entry.decimals,
          follows(numbers, lastDecimal) || next?.decimals.map({ follows($0, numbers) }) == true
        {
          doubts[entry.line] = .decimal
          lastDecimal = numbers
          continue
        }
        guard let number = entry.arabic,
          number == last + 1 && last > 0 || number == 1 && next?.arabic == 2
            || last == 0 && running > 1 && number == running + 1
        else { continue }
        doubts[entry.line] = .beforeDigit
      }
      if entry.isHigher { (last, lastDecimal) = (0, []) }
      if let number = entry.arabic { (last, running) = (number, number) }
      if let numbers = entry.strict?.numbers, !numbers.isEmpty { lastDecimal = numbers }
    }
  }

  /// 1.2 behind 1.1, and 2.1 behind it.
  private static func follows(_ numbers: [Int], _ last: [Int]) -> Bool {
    guard let number = numbers.last, !last.isEmpty else { return false }
    if numbers.count == last.count, numbers.dropLast() == last.dropLast() {
      return number == last[last.count - 1] + 1
    }
    return number == 1 && (numbers.count > last.count || numbers[0] == last[0] + 1)
  }
}

/// Whether raw text ends with what looks like a note, before notes are looked for.
enum NoteLook {
  private static let reach = 300

  /// 建立甲制度。（市教育局负责）, with or without a full stop behind.
  static func endsWithNote(_ text: Scalars, _ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while end > range.lowerBound,
      text[end - 1].isBlank || text[end - 1].isInvisible || text[end - 1].folded.endsSentence
    {
      end -= 1
    }
    guard end - range.lowerBound > 4 else { return false }
    let floor = max(range.lowerBound, end - reach)
    if text[end - 1].folded.isCloser {
      var depth = 0
      var open = end - 1
      while open >= floor {
        let scalar = text[open].folded
        if scalar.isCloser { depth += 1 }
        if scalar.closer != nil { depth -= 1 }
        if depth == 0 { break }
        open -= 1
      }
      return open >= floor && isNote(text, open + 1..<end - 1)
    }
    return labelled(text, floor..<end)
  }

  private static func isNote(_ text: Scalars, _ inner: Range<Int>) -> Bool {
    guard inner.count >= 2 else { return false }
    let folded = text[inner].filter { !$0.isBlank && !$0.isInvisible }.map(\.folded)
    let limit = folded.count
    if NoteWords.label(folded, at: 0, limit: limit) != nil { return true }
    if NoteWords.noteEndings.matchBackwards(folded, before: limit, from: 0) != nil { return true }
    return isUnits(folded)
  }

  /// Names that end as offices do, parted by pauses, and nothing else.
  static func isUnits(_ folded: Scalars) -> Bool {
    let parts = folded.split { $0 == Sign.pause || $0 == Sign.comma || $0 == Sign.semicolon }
    return !parts.isEmpty
      && parts.allSatisfy { part in
        let name = Scalars(part)
        return (2...24).contains(name.count) && !name.contains(where: \.endsSentence)
          && acts.match(name, at: 0) == nil
          && (NoteWords.suffixes.matchBackwards(name, before: name.count, from: 0) != nil
            || kinds.isSuperset(of: name))
      }
  }

  private static let kinds = Set(scalars("各市县区州盟旗()[]乡镇街道"))

  /// What tasks begin with and no office does: 组建管理委员会.
  static let acts = WordTrie([
    "推进", "推动", "推广", "推行", "完成", "加强", "开展", "建立", "完善", "提高", "提升", "落实", "实行", "实施", "组建", "统一",
    "建设",
    "打造", "设立", "成立", "优化", "强化", "制定", "健全", "培育", "新建", "改造", "扩大", "整合", "支持", "鼓励", "规范", "深化",
    "做好", "搭建", "构建", "下沉", "举办", "扩建", "升级", "配备", "培训", "引进", "创建", "开通", "发挥", "理顺", "用好", "办好",
    "壮大", "建强", "做实", "做强", "充实", "增加", "新增", "拓展", "巩固", "改善", "改革", "探索", "试点", "启动", "布局", "编制",
    "修订", "出台", "印发", "清理", "整治", "打通", "畅通", "保障", "加快", "加大", "促进", "调整", "选派", "选聘", "招聘", "遴选",
  ])

  /// 责任单位：…… as the last thing in a line.
  private static func labelled(_ text: Scalars, _ range: Range<Int>) -> Bool {
    for index in range.reversed() {
      let scalar = text[index].folded
      if scalar == Sign.stop { return false }
      guard NoteWords.labels.mayBegin(scalar),
        let found = NoteWords.labels.match(text, at: index, limit: range.upperBound),
        case .units = found.value, index + found.length < range.upperBound,
        text[index + found.length].folded == Sign.colon
      else { continue }
      return true
    }
    return false
  }
}
