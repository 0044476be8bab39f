import Reform

/// What a figure counts, in the words beside it.
struct FigureLabel {
  private(set) var text = ""
  /// True of the first figure in 从68.5%提高到74.2%.
  private(set) var isBefore = false

  private static let longest = 16
  private static let verbs = WordTrie(endings: [
    "达到", "达", "为", "至", "到", "增加到", "提高到", "上升到", "下降到", "降低到", "增加", "提高", "共", "累计",
    "约", "已", "了", "有", "是", "从", "由", "将", "仅", "增至", "升至", "降至", "分别", "（", "(", "、", "和",
  ])
  private static let rises = WordTrie([
    "提高", "增加", "增长", "上升", "下降", "降", "减少", "升", "扩大", "提升", "缩短",
  ])
  private static let marks = Set(scalars("、,，;；。()（）:：“”《》"))
  private static let links = WordTrie(["的", "余", "多"])
  private static let joints = Set(scalars("及和与"))

  /// `low` and `high` are where the figures beside it end and begin.
  init(_ chars: Scalars, _ figure: FigureScanner.Found, between low: Int, and high: Int) {
    let isShare = ["%", "‰", "个百分点", "百分点", "倍"].contains(figure.unit)
    let behind = Self.behind(chars, figure.range.upperBound..<high)
    let before = Self.before(chars, low..<figure.range.lowerBound)
    let isShort = behind.count < 2
    text = isShare || isShort ? (before.count > 1 ? before : behind) : behind
    while let last = text.last, "的由为在".contains(last) { text.removeLast() }
    let opener = figure.range.lowerBound - 1
    if opener >= low, chars[opener] == 0x4ECE || chars[opener] == 0x7531 {
      isBefore = (figure.range.upperBound..<min(chars.count, figure.range.upperBound + 6)).contains
      {
        Self.rises.match(chars, at: $0, limit: chars.count) != nil
      }
    }
  }

  private static func behind(_ chars: Scalars, _ range: Range<Int>) -> String {
    var start = range.lowerBound
    if let link = links.match(chars, at: start, limit: range.upperBound) { start += link.length }
    guard start < range.upperBound, !joints.contains(chars[start]) else { return "" }
    let end = (start..<max(start, range.upperBound)).first { marks.contains(chars[$0]) }
    return Intake.text(chars[start..<min(end ?? range.upperBound, start + longest)])
  }

  private static func before(_ chars: Scalars, _ range: Range<Int>) -> String {
    var end = range.upperBound
    while let verb = verbs.matchBackwards(chars, before: end, from: range.lowerBound) {
      end -= verb.length
    }
    let low = max(range.lowerBound, end - longest)
    let start = (low..<max(low, end)).last { marks.contains(chars[$0]) }.map { $0 + 1 } ?? low
    let words = chars[start..<max(start, end)].drop {
      joints.contains($0) && start == range.lowerBound
    }
    return Intake.text(words)
  }
}

/// Where a sentence speaks of what is still to come (力争, 计划).
struct GoalWords {
  private var start: Int?
  private var end = Int.max

  private static let done = WordTrie(["已", "完成了", "实现了"])

  /// What stands in 《…》 or “…” is a name.
  init(_ chars: Scalars, _ words: BulletinWords, in sentence: Range<Int>) {
    var depth = 0
    for index in sentence {
      if chars[index] == 0x300A || chars[index] == 0x201C { depth += 1 }
      if chars[index] == 0x300B || chars[index] == 0x201D { depth = max(0, depth - 1) }
      guard depth == 0 else { continue }
      if start == nil, let goal = words.goals.match(chars, at: index, limit: sentence.upperBound) {
        let before = index > sentence.lowerBound ? chars[index - 1] : 0
        if !goal.value.contains(before) { start = index }
      } else if start != nil, end == Int.max,
        Self.done.match(chars, at: index, limit: sentence.upperBound) != nil
      {
        end = index
      }
    }
  }

  func hold(at index: Int) -> Bool { start.map { $0 < index && index < end } ?? false }
}

/// Whether a figure only says from where on something is counted (65岁以上, 凡有3名以上).
enum ThresholdWords {
  private static let limits: Set<String> = ["以上", "以下", "以内", "内"]
  private static let always: Set<String> = ["岁", "周岁", "日", "天", "小时", "分钟", "个月"]
  private static let cues = WordTrie(["凡", "满", "入职", "从业", "工作", "任职", "年龄", "具有", "连续"])

  static func isThreshold(
    _ figure: FigureScanner.Found, _ chars: Scalars, in part: Range<Int>
  ) -> Bool {
    if figure.qualifier == "前" { return true }
    guard let qualifier = figure.qualifier, limits.contains(qualifier) else { return false }
    if always.contains(figure.unit) { return true }
    let low = max(part.lowerBound, figure.range.lowerBound - 8)
    return (low..<figure.range.lowerBound).contains {
      cues.match(chars, at: $0, limit: figure.range.lowerBound) != nil
    }
  }
}
