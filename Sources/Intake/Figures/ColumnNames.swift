import Foundation
import Reform

/// Which number of a figure a column gives.
public enum FigurePart: String, Hashable, Sendable {
  case numerator
  case denominator
  case value
}

/// What the columns of a table are called: the catalogue's names, and those that offices use.
struct ColumnNames: Sendable {
  /// A number of a figure of an indicator.
  struct Aim: Hashable, Sendable {
    var indicator: Indicator.ID
    var part: FigurePart
  }

  private var aims: [String: [Aim]] = [:]
  let book: IndicatorBook

  init(_ book: IndicatorBook) {
    self.book = book
    for indicator in book.all {
      add([indicator.numerator.name.zh, indicator.numerator.name.en], indicator, .numerator)
      if let part = indicator.denominator {
        add([part.name.zh, part.name.en], indicator, .denominator)
      }
      let names = [indicator.name, indicator.short].flatMap { [$0.zh, $0.en] }
      add(names + [indicator.id], indicator, indicator.denominator == nil ? .numerator : .value)
    }
    let records = Resource.named("column-names.csv").map { CSVReader($0.bytes).records() } ?? []
    for record in records {
      guard let indicator = book[record["indicator"]],
        let part = FigurePart(rawValue: record["part"])
      else { continue }
      add([record["name"]], indicator, part)
    }
  }

  private mutating func add(_ names: [String], _ indicator: Indicator, _ part: FigurePart) {
    let aim = Aim(indicator: indicator.id, part: part)
    for name in names {
      let folded = NameKey.folded(name)
      for key in [folded, NameKey.withoutBrackets(folded)] where !key.isEmpty {
        if aims[key]?.contains(aim) != true { aims[key, default: []].append(aim) }
      }
    }
  }

  /// What a folded name may stand for.
  func aims(of name: String) -> [Aim] {
    aims[name] ?? aims[NameKey.withoutBrackets(name)] ?? []
  }

  /// The indicator of a name in a cell of its own.
  func indicator(_ text: String) -> Indicator? {
    let name = ColumnHead(text).name
    let found = aims(of: name)
    return (found.first { $0.part == .value } ?? found.first).flatMap { book[$0.indicator] }
  }

  /// The known name that is nearest to an unknown one.
  func nearest(_ name: String) -> String? {
    let limit = max(1, name.unicodeScalars.count / 3)
    let near = aims.keys.map { ($0, NameKey.distance($0, name)) }.filter { $0.1 <= limit }
    return near.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
  }
}

/// The heading of a column taken apart: its name, its unit, its year.
struct ColumnHead: Hashable {
  var name: String
  var unit: UnitScale?
  var year: Int?

  init(_ text: String) {
    name = NameKey.folded(text)
    takeYear()
    takeNumbering()
    takeUnit()
    for word in ["本年度", "当年", "本年", "本期", "全年", "其中:"] where name.hasPrefix(word) {
      let rest = String(name.dropFirst(word.count))
      if !rest.isEmpty { name = rest }
    }
    while let last = name.last, ":、.,".contains(last) { name.removeLast() }
  }

  private mutating func takeYear() {
    guard let range = YearWords.range(in: name), let found = YearWords.year(in: name) else {
      return
    }
    let rest = name.replacingCharacters(in: range, with: "")
    guard rest.contains(where: { !"()年度".contains($0) }) else { return }
    (name, year) = (rest.replacingOccurrences(of: "()", with: ""), found)
  }

  /// `1.`, `（一）`, `二、` in front.
  private mutating func takeNumbering() {
    let numerals = Set("0123456789一二三四五六七八九十")
    var rest = name[...]
    let isBracketed = rest.first == "("
    if isBracketed { rest = rest.dropFirst() }
    let digits = rest.prefix { numerals.contains($0) }
    rest = rest.dropFirst(digits.count)
    guard !digits.isEmpty, let mark = rest.first, isBracketed ? mark == ")" : ".、".contains(mark)
    else { return }
    name = String(rest.dropFirst())
  }

  /// `（万元）` behind, `/万元`, `:万元`, or the unit with nothing between.
  private mutating func takeUnit() {
    if name.last == ")", let open = name.lastIndex(of: "(") {
      let inner = name[name.index(after: open)...].dropLast()
      let word = inner.hasPrefix("单位:") ? inner.dropFirst(3) : inner
      guard let found = UnitScale(String(word)) else { return }
      (unit, name) = (found, String(name[..<open]))
      return
    }
    for mark in ["/", ":", ","] {
      guard let at = name.range(of: mark, options: .backwards),
        let found = UnitScale(String(name[at.upperBound...]))
      else { continue }
      (unit, name) = (found, String(name[..<at.lowerBound]))
      return
    }
    if name.last == "%", name.count > 1 {
      (unit, name) = (UnitScale("%"), String(name.dropLast()))
    }
  }
}

/// Years in running text; the years of dates (2024年2月5日, 2024-02-05) are none.
enum YearWords {
  /// The year that a half-width text names first (`2023年度`, `2023`); nil for none.
  static func year(in text: String) -> Int? {
    if text.utf8.count == 4 { return Int(text).flatMap { (1900...2099).contains($0) ? $0 : nil } }
    return range(in: text).flatMap { Int(text[$0].prefix(4)) }
  }

  /// Where it stands, 年 and 年度 included.
  static func range(in text: String) -> Range<String.Index>? {
    guard text.utf8.contains(where: { $0 == 0x31 || $0 == 0x32 }) else { return nil }
    return text.range(
      of: "(?<![0-9])(19|20)[0-9]{2}(?![0-9])( ?年度| ?年)?+(?! ?[0-9]{1,2} ?月|[-./][0-9])",
      options: .regularExpression)
  }
}
