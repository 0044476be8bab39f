import Foundation

/// The heading of a column of a table of groups: its name, its unit, its year.
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
    guard let range = Self.yearRange(in: name), let found = Int(name[range].prefix(4)) else {
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

  /// Where a year stands, 年 and 年度 included; the years of dates are none.
  private static func yearRange(in text: String) -> Range<String.Index>? {
    guard text.utf8.contains(where: { $0 == 0x31 || $0 == 0x32 }) else { return nil }
    return text.range(
      of: "(?<![0-9])(19|20)[0-9]{2}(?![0-9])( ?年度| ?年)?+(?! ?[0-9]{1,2} ?月|[-./][0-9])",
      options: .regularExpression)
  }
}
