/// The numbering at the head of a clause (一、 （一） 1 （1） ① 第一条).
struct Marker: Hashable, Sendable {
  enum Kind: Int, Sendable {
    case chapter, part, article, han
    /// 行动一：, 任务二：, 问题三：.
    case named
    case hanInBrackets, arabic, decimal, arabicInBrackets, halfBracket
    case circled
    /// A task without a number of its own, or said as 一是, 二是: counted in printed order.
    case plain
  }

  var kind: Kind
  var number: Int
  /// Of `1.2.3` all its numbers, of others none.
  var numbers: [Int]
  /// Scalars that it takes, signs and blanks behind it included.
  var length: Int

  /// Reads the numbering that stands at `start`, nil where there is none.
  static func read(_ text: Scalars, at start: Int, limit: Int) -> Marker? {
    guard start < limit else { return nil }
    let first = text[start].folded
    if first == 0x7B2C { return ordinal(text, at: start, limit: limit) }
    if first >= 0x2460, first <= 0x2473 {
      return Marker(
        kind: .circled, Int(first - 0x2460) + 1, from: start, to: start + 1, text, limit)
    }
    if first >= 0x2776, first <= 0x277F {
      return Marker(
        kind: .circled, Int(first - 0x2776) + 1, from: start, to: start + 1, text, limit)
    }
    if first >= 0x2488, first <= 0x249B {
      return Marker(kind: .arabic, Int(first - 0x2488) + 1, from: start, to: start + 1, text, limit)
    }
    if first >= 0x2474, first <= 0x2487 {
      return Marker(
        kind: .arabicInBrackets, Int(first - 0x2474) + 1, from: start, to: start + 1, text, limit)
    }
    if first >= 0x3220, first <= 0x3229 {
      return Marker(
        kind: .hanInBrackets, Int(first - 0x3220) + 1, from: start, to: start + 1, text, limit)
    }
    if first == Sign.open { return bracketed(text, at: start, limit: limit) }
    if first.isDigit { return arabic(text, at: start, limit: limit) }
    return named(text, at: start, limit: limit) ?? han(text, at: start, limit: limit)
  }

  private init?(
    kind: Kind, _ number: Int, numbers: [Int]? = nil, from start: Int, to end: Int,
    _ text: Scalars, _ limit: Int
  ) {
    guard number > 0, number < 1000 else { return nil }
    (self.kind, self.number, self.numbers) = (kind, number, numbers ?? [])
    var after = end
    while after < limit, text[after].isBlank { after += 1 }
    length = after - start
  }

  init?(named number: Int, from start: Int, to end: Int, _ text: Scalars, _ limit: Int) {
    self.init(kind: .named, number, from: start, to: end, text, limit)
  }

  /// The numbering of a task that has none.
  init(plain number: Int) {
    (kind, self.number, numbers, length) = (.plain, number, [], 0)
  }

  private static func skipBlanks(_ text: Scalars, _ index: Int, _ limit: Int) -> Int {
    var index = index
    while index < limit, text[index].isBlank { index += 1 }
    return index
  }

  /// 第一章, 第一节, 第一条.
  private static func ordinal(_ text: Scalars, at start: Int, limit: Int) -> Marker? {
    let from = skipBlanks(text, start + 1, limit)
    guard
      let found = Numerals.chinese(text, at: from, limit: limit)
        ?? Numerals.arabic(text, at: from, limit: limit)
    else { return nil }
    let unit = skipBlanks(text, from + found.length, limit)
    guard unit < limit else { return nil }
    let end = unit + 1
    let follows = end < limit ? text[end].folded : Sign.space
    switch text[unit] {
    case 0x7AE0, 0x7F16: break
    case 0x8282:
      guard follows.isBlank || follows == Sign.pause else { return nil }
      return Marker(kind: .part, found.value, from: start, to: end, text, limit)
    case 0x6761:
      guard follows.isBlank || follows == Sign.colon || follows.isHan else { return nil }
      return Marker(kind: .article, found.value, from: start, to: end, text, limit)
    default: return nil
    }
    return Marker(kind: .chapter, found.value, from: start, to: end, text, limit)
  }

  /// （一） or （1）, with or without a sign behind.
  private static func bracketed(_ text: Scalars, at start: Int, limit: Int) -> Marker? {
    let from = skipBlanks(text, start + 1, limit)
    let isArabic = from < limit && text[from].folded.isDigit
    let folded = isArabic ? foldedDigits(text, from, limit) : []
    let found =
      isArabic
      ? Numerals.arabic(folded, at: 0, limit: folded.count)
      : Numerals.chinese(text, at: from, limit: limit)
    guard let found else { return nil }
    let close = skipBlanks(text, from + found.length, limit)
    guard close < limit, text[close].folded == Sign.close else { return nil }
    var end = close + 1
    if end < limit, text[end].folded == Sign.pause || text[end].folded == Sign.dot { end += 1 }
    if isArabic, end < limit, text[end].folded.isMark, text[end].folded != 0x201C { return nil }
    return Marker(
      kind: isArabic ? .arabicInBrackets : .hanInBrackets, found.value, from: start, to: end, text,
      limit)
  }

  private static func foldedDigits(_ text: Scalars, _ start: Int, _ limit: Int) -> Scalars {
    text[start..<min(limit, start + 5)].map(\.folded)
  }

  /// 1. 1、 1． 1) and 1.2.3; not 3.5% nor 2 个.
  private static func arabic(_ text: Scalars, at start: Int, limit: Int) -> Marker? {
    var numbers: [Int] = []
    var index = start
    while numbers.count < 5 {
      let digits = foldedDigits(text, index, limit)
      guard let found = Numerals.arabic(digits, at: 0, limit: digits.count), found.length <= 3
      else { break }
      numbers.append(found.value)
      index += found.length
      let dot = skipBlanks(text, index, limit)
      guard dot < limit else { return nil }
      let sign = text[dot].folded
      let isDecimal =
        sign == Sign.dot && dot + 1 < limit && text[dot + 1].folded.isDigit && numbers.count < 5
      if isDecimal {
        index = dot + 1
        continue
      }
      return closing(sign, after: dot, numbers, from: start, text, limit)
    }
    return nil
  }

  private static func closing(
    _ sign: UInt32, after dot: Int, _ numbers: [Int], from start: Int, _ text: Scalars, _ limit: Int
  ) -> Marker? {
    let number = numbers.last ?? 0
    let follows = skipBlanks(text, dot + 1, limit)
    let next = follows < limit ? text[follows].folded : Sign.space
    guard !next.isDigit || text[dot + 1].isBlank || sign == Sign.pause else { return nil }
    if numbers.count > 1 {
      // 1.2 with a blank or a character behind it, never 3.5% nor 28.22.
      guard text[dot].isHan || sign == Sign.dot || dot > start else { return nil }
      guard sign == Sign.dot || sign == Sign.pause || (sign.isHan && hasBlank(text, before: dot))
      else { return nil }
      let end = sign.isHan ? dot : dot + 1
      return Marker(
        kind: .decimal, number, numbers: numbers, from: start, to: end, text, limit)
    }
    switch sign {
    case Sign.dot, Sign.pause:
      guard !next.isDigit || text[dot + 1].isBlank else { return nil }
      return Marker(kind: .arabic, number, from: start, to: dot + 1, text, limit)
    case Sign.close:
      return Marker(kind: .halfBracket, number, from: start, to: dot + 1, text, limit)
    default: return nil
    }
  }

  /// Numbering that only the numbers around it can tell from text.
  enum Doubt: Hashable, Sendable {
    /// `2．2025年底前`, `1.30个乡镇`: the item begins with a digit.
    case beforeDigit
    /// `1.1建立`: no blank between number and item.
    case decimal
    /// 一是建立.
    case spoken
  }

  /// Reads the numbering at `start` the way that was settled on.
  static func read(_ text: Scalars, at start: Int, limit: Int, as doubt: Doubt) -> Marker? {
    guard start < limit else { return nil }
    switch doubt {
    case .beforeDigit: return beforeDigit(text, at: start, limit: limit)
    case .decimal: return decimalBeforeHan(text, at: start, limit: limit)
    case .spoken:
      guard let found = Numerals.chinese(text, at: start, limit: limit), found.length <= 2,
        start + found.length < limit, text[start + found.length] == 0x662F
      else { return nil }
      return Marker(
        kind: .plain, found.value, from: start, to: start + found.length + 1, text, limit)
    }
  }

  private static func beforeDigit(_ text: Scalars, at start: Int, limit: Int) -> Marker? {
    let digits = foldedDigits(text, start, limit)
    guard let found = Numerals.arabic(digits, at: 0, limit: digits.count), found.length <= 2
    else { return nil }
    let dot = skipBlanks(text, start + found.length, limit)
    guard dot < limit, text[dot].folded == Sign.dot || text[dot].folded == Sign.pause
    else { return nil }
    let next = skipBlanks(text, dot + 1, limit)
    var end = next
    while end < limit, text[end].folded.isDigit { end += 1 }
    guard end > next, end < limit else { return nil }
    // 2．100%: a wide sign is no decimal point, and no figure is 2.100%.
    let isFigure = text[end].folded == Sign.percent && text[dot] == Sign.dot && end - next < 3
    guard !isFigure else { return nil }
    return Marker(kind: .arabic, found.value, from: start, to: dot + 1, text, limit)
  }

  private static let measures = Set(scalars("万亿千百元个倍名家年月日人度米吨项所张台件条次小分级亩公平户座辆"))

  private static func decimalBeforeHan(_ text: Scalars, at start: Int, limit: Int) -> Marker? {
    var numbers: [Int] = []
    var index = start
    while numbers.count < 4 {
      let digits = foldedDigits(text, index, limit)
      guard let found = Numerals.arabic(digits, at: 0, limit: digits.count), found.length <= 2
      else { return nil }
      numbers.append(found.value)
      index += found.length
      guard index < limit else { return nil }
      if text[index].folded == Sign.dot, index + 1 < limit, text[index + 1].folded.isDigit {
        index += 1
        continue
      }
      break
    }
    let ends = text[index].isHan || text[index] == 0x201C || text[index] == 0x300A
    guard numbers.count > 1, ends, !measures.contains(text[index]) else { return nil }
    return Marker(
      kind: .decimal, numbers[numbers.count - 1], numbers: numbers, from: start, to: index, text,
      limit)
  }

  private static func hasBlank(_ text: Scalars, before index: Int) -> Bool {
    index > 0 && text[index - 1].isBlank
  }

  /// 一、 but not 一、二级手术.
  private static func han(_ text: Scalars, at start: Int, limit: Int) -> Marker? {
    guard let found = Numerals.chinese(text, at: start, limit: limit) else { return nil }
    let sign = skipBlanks(text, start + found.length, limit)
    guard sign < limit, found.length <= 4 else { return nil }
    let mark = text[sign].folded
    guard mark == Sign.pause || mark == Sign.dot else { return nil }
    let after = skipBlanks(text, sign + 1, limit)
    if after < limit, let second = Numerals.chinese(text, at: after, limit: limit) {
      let unit = after + second.length
      let grades = scalars("级类线等季期批次产胎孩、")
      if unit < limit, grades.contains(text[unit]) { return nil }
    }
    return Marker(kind: .han, found.value, from: start, to: sign + 1, text, limit)
  }
}
