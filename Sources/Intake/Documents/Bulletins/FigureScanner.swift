import Foundation
import Reform

/// Figures in the running text of a bulletin, each as printed.
///
/// Days and years, document numbers, ordinals (第二批) and grades (三甲) are none; a rank
/// (排名全省第3) is one. Works on folded scalars without blanks.
struct FigureScanner {
  struct Found: Equatable {
    var range: Range<Int>
    var value: Decimal
    var upper: Decimal?
    var unit: String
    var qualifier: String?
    /// False of a number that stands before no known unit.
    var isSure = true
  }

  let chars: Scalars
  let words: BulletinWords

  init(_ chars: Scalars, _ words: BulletinWords = .bundled) {
    (self.chars, self.words) = (chars, words)
  }

  func figures(in range: Range<Int>) -> [Found] {
    var found: [Found] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let end = notCounted(at: index, in: range) {
        index = end
      } else if let number = number(at: index, in: range) {
        if let figure = figure(number, in: range) { found.append(figure) }
        index = max(found.last?.range.upperBound ?? 0, number.end)
      } else {
        index += 1
      }
    }
    return found
  }

  // MARK: Numbers

  private struct Number {
    var start: Int
    var end: Int
    var value: Decimal
    var isChinese: Bool
  }

  private func scalar(_ index: Int, in range: Range<Int>) -> UInt32? {
    range.contains(index) ? chars[index] : nil
  }

  private func number(at index: Int, in range: Range<Int>) -> Number? {
    if chars[index].isDigit {
      let (text, end) = digits(at: index, in: range)
      return Decimal(string: text).map {
        Number(start: index, end: end, value: $0, isChinese: false)
      }
    }
    guard let found = Numerals.chinese(chars, at: index, limit: range.upperBound) else {
      return nil
    }
    return Number(
      start: index, end: index + found.length, value: Decimal(found.value), isChinese: true)
  }

  /// 1,234.5: digits in groups of three, or as many as there are.
  private func digits(at start: Int, in range: Range<Int>) -> (text: String, end: Int) {
    var (text, end, group, hasDot) = (Scalars(), start, 0, false)
    while let scalar = scalar(end, in: range), end - start < 24 {
      if scalar.isDigit {
        text.append(scalar)
        group += 1
      } else if scalar == Sign.dot, !hasDot, self.scalar(end + 1, in: range)?.isDigit == true {
        hasDot = true
        text.append(scalar)
      } else if scalar == Sign.comma, !hasDot, group <= 3, isGroup(at: end + 1, in: range) {
        group = 0
      } else {
        break
      }
      end += 1
    }
    return (Intake.text(text), end)
  }

  private func isGroup(at index: Int, in range: Range<Int>) -> Bool {
    (0..<3).allSatisfy { scalar(index + $0, in: range)?.isDigit == true }
      && scalar(index + 3, in: range)?.isDigit != true
  }

  // MARK: What is no figure

  /// The end of what stands here and counts nothing; nil where something may be counted.
  private func notCounted(at index: Int, in range: Range<Int>) -> Int? {
    if let phrase = words.phrases.match(chars, at: index, limit: range.upperBound) {
      return index + phrase.length
    }
    guard let number = number(at: index, in: range) else { return nil }
    let (before, behind) = (scalar(index - 1, in: range), scalar(number.end, in: range))
    if let end = day(number, in: range) { return end }
    guard !number.isChinese else {
      return before.map(Self.notBeforeChinese.contains) == true ? number.end : nil
    }
    let isName =
      before?.isASCIILetter == true || behind?.isASCIILetter == true || isCode(number)
      || before.map(Self.notBefore.contains) == true || behind.map(Self.notBehind.contains) == true
    return isName ? number.end : nil
  }

  private static let notBefore = Set(scalars("·[:×-"))
  private static let notBehind = Set(scalars("·]:×号"))
  private static let notBeforeChinese = Set(scalars("第每同这那某另"))

  /// 0349: a number that begins with nought is a code.
  private func isCode(_ number: Number) -> Bool {
    chars[number.start] == 0x30 && number.end - number.start > 1 && chars[number.start + 1].isDigit
  }

  /// 2020年, 2020年度, 2020年2月20日, 3月底, 2019-2020年.
  private func day(_ number: Number, in range: Range<Int>) -> Int? {
    var end = number.end
    if let year = Numerals.year(chars, at: number.start, limit: range.upperBound), year > 1948 {
      end = number.start + 4
      if scalar(end, in: range) == Sign.dash {
        let next = (end + 1..<range.upperBound).first { !chars[$0].isDigit } ?? range.upperBound
        if next - end > 1 { end = next }
      }
      guard let scalar = scalar(end, in: range), scalar == 0x5E74 else { return nil }
      end += 1
      if self.scalar(end, in: range) == 0x5EA6 { return end + 1 }
      guard let (_, length) = Numerals.arabic(chars, at: end, limit: range.upperBound),
        self.scalar(end + length, in: range) == 0x6708
      else { return end }
      end += length + 1
    } else {
      guard !number.isChinese, number.value <= 12, scalar(end, in: range) == 0x6708 else {
        return nil
      }
      end += 1
    }
    guard let (_, length) = Numerals.arabic(chars, at: end, limit: range.upperBound),
      let last = scalar(end + length, in: range), last == 0x65E5 || last == 0x53F7
    else { return end }
    return end + length + 1
  }

  // MARK: A figure

  private func figure(_ number: Number, in range: Range<Int>) -> Found? {
    if scalar(number.start - 1, in: range) == 0x7B2C { return rank(number, in: range) }
    var (end, value, qualifier, scale) = (number.end, number.value, String?.none, "")
    func takeInside() {
      guard qualifier == nil,
        let found = words.inside.match(chars, at: end, limit: range.upperBound)
      else { return }
      qualifier = text(end..<end + found.length)
      end += found.length
    }
    takeInside()
    if let large = scalar(end, in: range), large == 0x4E07 || large == 0x4EBF {
      scale = Intake.text([large])
      end += 1
      if let rest = rest(of: large, at: end, in: range) {
        value += rest.value
        end = rest.end
      }
      takeInside()
      if scalar(end, in: range) == 0x4EBF, large == 0x4E07 {
        scale += "亿"
        end += 1
      }
    }
    var upper: Decimal?
    if !number.isChinese, scale.isEmpty, qualifier == nil, scalar(end, in: range) == Sign.dash,
      scalar(end + 1, in: range)?.isDigit == true
    {
      let (text, next) = digits(at: end + 1, in: range)
      upper = Decimal(string: text)
      end = next
      if let large = scalar(end, in: range), large == 0x4E07 || large == 0x4EBF {
        scale = Intake.text([large])
        end += 1
      }
    }
    let isBare = number.isChinese && scale.isEmpty
    let unit = unit(at: end, isBare ? number : nil, in: range)
    guard unit != nil || !number.isChinese || !scale.isEmpty else { return nil }
    let length = unit ?? 0
    let counted = text(end..<end + length)
    end += length
    if let found = words.after.match(chars, at: end, limit: range.upperBound) {
      qualifier = qualifier ?? text(end..<end + found.length)
      end += found.length
    }
    let start = qualifierStart(before: number.start, in: range)
    if start < number.start { qualifier = text(start..<number.start) }
    return Found(
      range: start..<end, value: value, upper: upper,
      unit: scale + (counted.hasPrefix("大") ? String(counted.dropFirst()) : counted),
      qualifier: qualifier, isSure: unit != nil || !scale.isEmpty)
  }

  private func text(_ range: Range<Int>) -> String { Intake.text(chars[range]) }

  /// 2千 in 1万2千, 2000万 in 1亿2000万, as a part of the larger.
  private func rest(of large: UInt32, at index: Int, in range: Range<Int>) -> (
    value: Decimal, end: Int
  )? {
    guard let (value, length) = Numerals.arabic(chars, at: index, limit: range.upperBound),
      length < 5, let sign = scalar(index + length, in: range)
    else { return nil }
    let tenThousand: UInt32 = 0x4E07
    let parts: [UInt32: Decimal] =
      large == tenThousand ? [0x5343: 10, 0x767E: 100] : [tenThousand: 10_000]
    guard let part = parts[sign] else { return nil }
    return (Decimal(value) / part, index + length + 1)
  }

  /// How long the unit is that begins at `index`; behind a bare Chinese numeral only some count.
  private func unit(at index: Int, _ bare: Number?, in range: Range<Int>) -> Int? {
    guard let bare else {
      return words.units.match(chars, at: index, limit: range.upperBound)?.length
    }
    let isOne = bare.value == 1 && bare.end - bare.start == 1
    return (isOne ? words.one : words.counted).match(chars, at: index, limit: range.upperBound)?
      .length
  }

  /// Where the qualifier before a number begins; the number itself where there is none.
  private func qualifierStart(before start: Int, in range: Range<Int>) -> Int {
    guard
      let found = words.before.matchBackwards(chars, before: start, from: range.lowerBound)
    else { return start }
    let first = start - found.length
    if let before = scalar(first - 1, in: range), found.value.contains(before) { return start }
    return first
  }

  /// 排名全省第3: a place in an order; other ordinals count nothing.
  private func rank(_ number: Number, in range: Range<Int>) -> Found? {
    let low = max(range.lowerBound, number.start - 10)
    let isRank = (low..<number.start).contains { index in
      Self.ranks.match(chars, at: index, limit: number.start) != nil
    }
    guard isRank else { return nil }
    let unit = Self.rankUnits.match(chars, at: number.end, limit: range.upperBound)?.length ?? 0
    return Found(
      range: number.start - 1..<number.end + unit, value: number.value,
      unit: text(number.end..<number.end + unit), qualifier: "第")
  }

  private static let ranks = WordTrie(["排名", "名列", "位居", "位列", "排在", "居全", "列全"])
  private static let rankUnits = WordTrie(["名", "位"])
}
