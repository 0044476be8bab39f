import Foundation
import Reform

/// The period that words name (报告期): years, and whether it is only a part of one.
///
/// Years of dates (2024年2月5日), of a document's number (〔2019〕1号) and of sending
/// (2024年报送的2023年度) are none of the data.
struct PeriodText: Hashable, Sendable {
  enum Span: Hashable, Sendable {
    /// The whole year, said in so many words (全年, 1—12月).
    case whole
    case half(Int)
    case quarter(Int)
    case month(Int)
    /// Another part: 1—9月, 前三季度, 本月.
    case other
  }

  /// Distinct, in the order they stand; those called 年度 alone where some are.
  var years: [Int] = []
  /// Whether the years are the ends of a span (2022—2024年).
  var isRange = false
  var span: Span?
  /// The words that name the part of the year.
  var spanWords: String?
  /// A day in the first months of a year by which numbers were counted: a part of that year, and nothing where
  /// they are of the year before.
  var drawn: (year: Int, words: String)? {
    drawnYear.flatMap { year in drawnWords.map { (year, $0) } }
  }
  private(set) var drawnYear: Int?
  private(set) var drawnWords: String?
  /// What is left of the words, folded.
  var rest: String

  /// The one year; nil where none or several are named.
  var year: Int? { years.count == 1 && !isRange ? years.first : nil }
  /// Whether it is a part of a year.
  var isPart: Bool { span != nil && span != .whole }
  var isMonth: Bool { if case .month = span { true } else { false } }
  var isEmpty: Bool { years.isEmpty && span == nil }

  init() { rest = "" }

  init(_ text: String) {
    rest = Self.key(text)
    guard
      rest.unicodeScalars.contains(where: { $0.value < 0x3A && $0.value > 0x2F })
        || rest.contains(where: { "年月季半".contains($0) }) || rest.contains("half")
    else { return }
    if let plain = Self.plain(rest) {
      (self, rest) = (plain, "")
      return
    }
    dropWhatIsNoPeriod()
    takeDays()
    takeYears()
    takeSpan()
  }

  mutating func take(drawn year: Int, _ words: String) { (drawnYear, drawnWords) = (year, words) }

  mutating func take(yearsOf other: PeriodText) { (years, isRange) = (other.years, other.isRange) }

  mutating func take(spanOf other: PeriodText) { (span, spanWords) = (other.span, other.spanWords) }

  /// A year of a cell that holds a date: shown as a year, or the last or first day of one.
  init(_ day: Day, shows look: CellLook.DatePart?) {
    rest = ""
    years = [day.year]
    if look == .year { return }
    if look == .month {
      (span, spanWords) = (.month(day.month), "\(day.year)-\(day.month)")
    } else if !((day.month == 12 && day.day == 31) || (day.month == 1 && day.day == 1)) {
      (span, spanWords) = (.other, day.description)
    }
  }

  /// Folded, with a blank kept between two digits (表1 2022年).
  private static func key(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0 == " " || $0.value.isBlank }) else {
      return NameKey.folded(text)
    }
    let parts = NameKey.spaced(text).lowercased().split(separator: " ")
    var joined = ""
    for part in parts {
      if let last = joined.last, let first = part.first, last.isASCII, first.isASCII,
        last.isNumber, first.isNumber
      {
        joined += " "
      }
      joined += part
    }
    return joined
  }

  /// `2023`, `2023-Q4`, `2023-H1`, `2023-06`, `202306`, as tables of machines have them.
  private static func plain(_ text: String) -> PeriodText? {
    let bytes = Array(text.utf8)
    guard (4...7).contains(bytes.count), let year = Int(text.prefix(4)),
      (1900...2099).contains(year)
    else { return nil }
    var found = PeriodText()
    found.years = [year]
    var rest = text.dropFirst(4)
    if rest.isEmpty { return found }
    let hasMark = rest.first == "-" || rest.first == "/"
    if hasMark { rest = rest.dropFirst() }
    found.spanWords = text
    switch rest.first {
    case "q":
      found.span = Int(rest.dropFirst()).flatMap { (1...4).contains($0) ? .quarter($0) : nil }
    case "h": found.span = Int(rest.dropFirst()).flatMap { (1...2).contains($0) ? .half($0) : nil }
    default:
      guard rest.count == 2 || hasMark else { return nil }
      found.span = Int(rest).flatMap { (1...12).contains($0) ? .month($0) : nil }
    }
    return found.span == nil ? nil : found
  }

  // MARK: Years

  private static let year = "(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])"
  private static let dash = "(?:-|~|至|到)"
  private static let count = "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"

  private mutating func dropWhatIsNoPeriod() {
    let year = "(?:19|20)[0-9]{2}"
    drop("\\[\(year)\\](?:第?[0-9]+号)?")
    drop("\\(\(year)\\)第?[0-9]+号")
    drop("\(year)年第?[0-9]+号")
    drop(
      "(?<![0-9])\(year)(?:年度|年)?(?:[0-9]{1,2}月)?[底末初]?"
        + "(?:报送|上报|填报(?!表)|编报|报出|印发|制定|制表|修订|发布|下发|召开|编制|打印)的?")
    drop("(?<![0-9])\(year)年(?:[0-9]{1,2}月|[底末初])汇总")
    drop("[自从]?(?<![0-9])\(year)年(?:以来|起)")
  }

  private mutating func takeYears() {
    takeChineseYears()
    takeSpacedYears()
    if let found = cut("\(Self.year)(?:年度|年)?\(Self.dash)\(Self.year)(?:年度|年)?") {
      years = found.split { !$0.isNumber }.compactMap { Int($0) }
      isRange = true
      return
    }
    var strong: [Int] = []
    while let found = cut("\(Self.year)(?:年度|年)?(?:[底末终]|报(?!告))?") {
      guard let year = Int(found.prefix(4)) else { break }
      if found.contains("年度"), !strong.contains(year) { strong.append(year) }
      if !years.contains(year) { years.append(year) }
    }
    if !strong.isEmpty { years = strong }
    if years.isEmpty, let found = cut("(?<![0-9第近])(?:1[5-9]|2[0-9]|3[0-9])年度?(?![0-9以来内])"),
      let short = Int(found.prefix(2))
    {
      years = [2000 + short]
    }
  }

  /// 2 0 2 3 年 without its blanks.
  private mutating func takeSpacedYears() {
    guard
      let range = rest.range(
        of: "(?<![0-9] ?)(?:1 9|2 0) [0-9] [0-9](?! ?[0-9])", options: .regularExpression)
    else { return }
    rest.replaceSubrange(range, with: rest[range].filter { $0 != " " })
  }

  /// 二〇二三年 in digits.
  private mutating func takeChineseYears() {
    let digits = "[一二三四五六七八九〇零]"
    while let range = rest.range(
      of: "(?<!\(digits))[一二][九〇零]\(digits){2}年", options: .regularExpression)
    {
      let written = rest[range].dropLast().unicodeScalars.compactMap { Numerals.digit($0.value) }
      rest.replaceSubrange(range, with: written.map(String.init).joined() + "年")
    }
  }

  // MARK: Parts of a year

  private mutating func takeSpan() {
    guard span == nil else { return }
    let count = Self.count
    if let words = cut("(?<![0-9])\(count)月?份?\(Self.dash)\(count)月份?(?:累计|底|末)?") {
      let months = Self.numbers(words)
      return take(Self.span(from: months.first ?? 0, to: months.last ?? 0), words)
    }
    if let words = cut("第?[一二三四1-4]季?度?\(Self.dash)第?[一二三四1-4]季度(?:累计)?") {
      let quarters = Self.numbers(words)
      let (first, last) = (quarters.first ?? 0, quarters.last ?? 0)
      return take(Self.span(from: first * 3 - 2, to: last * 3), words)
    }
    if let words = cut("前(?:[一二两三四1-4])个?季度|前\(count)个?月") {
      let isOfQuarters = words.contains("季")
      let isHalf = isOfQuarters && words.contains { "二两2".contains($0) }
      let isWhole = isOfQuarters && words.contains { "四4".contains($0) }
      return take(isWhole ? .whole : isHalf ? .half(1) : .other, words)
    }
    if let words = cut("第?[一二三四1-4]季度?") ?? cut("-?(?<![a-z])q[1-4](?![0-9a-z])") {
      return take(Self.numbers(words).first.map { .quarter($0) } ?? .other, words)
    }
    if let words = cut("上半年度?|firsthalf") ?? cut("-?(?<![a-z])h1(?![0-9a-z])") {
      return take(.half(1), words)
    }
    if let words = cut("下半年度?|secondhalf") ?? cut("-?(?<![a-z])h2(?![0-9a-z])") {
      return take(.half(2), words)
    }
    if let words = cut("(?<![0-9])\(count)月份?(?![0-9日])[底末]?") {
      let month = Self.numbers(words).first ?? 0
      let isEnd = words.hasSuffix("底") || words.hasSuffix("末")
      return take(isEnd ? (month == 12 ? .whole : .other) : .month(month), words)
    }
    if let words = cut("[本当上]季度?|季度|[本当上]月|半年[度报]?") { return take(.other, words) }
    if let words = cut("全年") { take(.whole, words) }
  }

  mutating func take(_ span: Span, _ words: String) {
    (self.span, spanWords) = (span, words)
  }

  static func span(from first: Int, to last: Int) -> Span {
    switch (first, last) {
    case (1, 12): .whole
    case (1, 6): .half(1)
    case (7, 12): .half(2)
    case (1, 3): .quarter(1)
    case (4, 6): .quarter(2)
    case (7, 9): .quarter(3)
    case (10, 12): .quarter(4)
    default: first == last ? .month(first) : .other
    }
  }

  /// The numbers of a text, in digits or in Chinese.
  private static func numbers(_ text: String) -> [Int] {
    let all = scalars(text)
    var (numbers, index): ([Int], Int) = ([], 0)
    while index < all.count {
      let found =
        Numerals.arabic(all, at: index, limit: all.count)
        ?? Numerals.chinese(all, at: index, limit: all.count)
      if let found { numbers.append(found.value) }
      index += found?.length ?? 1
    }
    return numbers
  }

  // MARK: Taking out

  mutating func cut(_ pattern: String) -> String? {
    guard let range = rest.range(of: pattern, options: .regularExpression), !range.isEmpty else {
      return nil
    }
    let found = String(rest[range])
    rest.removeSubrange(range)
    return found
  }

  mutating func drop(_ pattern: String) { while cut(pattern) != nil {} }
}

/// Years in running text; the years of dates (2024年2月5日, 2024-02-05) are none.
enum YearWords {
  /// The one year that a text names (`2023年度`, `2023`); nil for none and for several.
  static func year(in text: String) -> Int? {
    if text.utf8.count == 4 { return Int(text).flatMap { (1900...2099).contains($0) ? $0 : nil } }
    return PeriodText(text).year
  }
}
