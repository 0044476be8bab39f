import Foundation
import Reform

/// A number with its unit (100-150名, 90%, 1.2万元).
struct Quantity: Sendable {
  var value: Decimal
  var upper: Decimal?
  var unit: String
  var range: Range<Int>

  var isPercent: Bool { !isCount }
  var isCount: Bool { Self.isCount(unit) }

  /// Whether a unit counts, and is no share.
  static func isCount(_ unit: String) -> Bool {
    !["%", "个百分点", "‰"].contains(unit) && !unit.hasPrefix("/")
  }

  static let units = WordTrie([
    "%", "个百分点", "‰", "倍", "元", "万元", "亿元", "千元", "个", "名", "所", "家", "项", "人", "种", "次", "场次", "例",
    "张",
    "床",
    "万人", "支", "批", "门", "类", "户", "天", "日", "小时", "分钟", "分", "人次", "万人次", "台", "辆", "套", "件", "处",
    "片",
    "位", "条", "岁", "周岁", "级", "年", "届", "期", "号", "线", "份", "/10万", "/十万", "/万", "/千", "/100000",
    "对", "组", "间", "座", "亩", "平方米", "公里",
    "课时",
    "学时", "病种", "万名", "余名", "多个", "万张", "万份", "万户", "亿人次", "余个", "个月", "场", "篇", "本", "部", "幅", "街",
    "只", "吨", "万吨", "亿吨", "亿斤", "万亩", "亿亩", "公顷", "万公顷", "平方公里", "万平方米", "万千瓦", "兆瓦", "万套", "万辆",
    "万家",
    "万个", "亿个", "个工作日", "工作日", "万户次", "万场次", "千瓦", "立方米", "微克", "枚", "株", "万株", "棵", "头", "万头", "盏",
    "根",
    "栋", "幢", "宗", "单位", "万亿元", "万件", "小区", "户次", "年级", "学分", "学位", "个学位", "万个学位", "车位", "张床位", "艘",
    "千克", "毫克", "月", "时", "度", "代", "版", "届次", "室", "单", "车", "公斤", "米", "克", "多家", "余家",
    "余项", "万例", "剂次", "万剂次", "剂", "万剂", "家次", "项次", "台次", "万台次", "人份", "万人份", "例次", "万例次", "期次",
    "千人次", "千例", "亿剂次",
  ])

  private static let refused: Set<String> = [
    "年", "月", "号", "届", "期", "级", "时", "度", "代", "版", "线", "批",
  ]

  /// Reads the number that begins at `index`, nil where it is a date, a code or a ratio.
  static func read(_ text: Scalars, at index: Int, limit: Int) -> Quantity? {
    if let share = shareInWords(text, at: index, limit: limit) { return share }
    guard index == 0 || !text[index - 1].isDigit, let first = number(text, index, limit) else {
      return nil
    }
    var end = index + first.length
    var upper: Decimal?
    if end < limit,
      text[end] == 0x2D || text[end] == 0x7E || text[end] == 0x81F3 || text[end] == 0x25
    {
      let joint = text[end] == 0x25 ? end + 1 : end
      if joint < limit, text[joint] == 0x2D || text[joint] == 0x7E || text[joint] == 0x81F3,
        joint + 1 < limit, let second = number(text, joint + 1, limit)
      {
        upper = second.value
        end = joint + 1 + second.length
      }
    }
    guard end < limit, let unit = units.match(text, at: end, limit: limit) else { return nil }
    let words = Intake.text(text[end..<end + unit.length])
    guard !refused.contains(words) else { return nil }
    if words == "年" || words == "部" && end + 1 < limit && text[end + 1] == 0x5206 { return nil }
    return Quantity(
      value: first.value, upper: upper, unit: words, range: index..<end + unit.length)
  }

  /// What 百分之, 千分之, 万分之 and 十万分之 begin with.
  static let parts = Set(scalars("百千万十"))

  private static let shares = [
    ("百分之", "%"), ("千分之", "‰"), ("十万分之", "/10万"), ("万分之", "/万"),
  ].map { (scalars($0.0), $0.1) }

  /// 百分之九十, 千分之五点五, 十万分之八.
  private static func shareInWords(_ text: Scalars, at index: Int, limit: Int) -> Quantity? {
    guard parts.contains(text[index]), index == 0 || Numerals.digit(text[index - 1]) == nil,
      let (word, unit) = shares.first(where: { text.has($0.0, at: index) }),
      index + word.count < limit, let found = number(text, index + word.count, limit)
    else { return nil }
    var (value, end) = (found.value, index + word.count + found.length)
    // 九十五点五
    if end + 1 < limit, text[end] == 0x70B9 {
      var scale = Decimal(1)
      while end + 1 < limit, let digit = Numerals.digit(text[end + 1]) {
        scale /= 10
        value += Decimal(digit) * scale
        end += 1
      }
      end += 1
    }
    return Quantity(value: value, unit: unit, range: index..<end)
  }

  private static func number(
    _ text: Scalars, _ index: Int, _ limit: Int
  ) -> (value: Decimal, length: Int)? {
    if !text[index].isDigit {
      guard let found = Numerals.chinese(text, at: index, limit: limit) else { return nil }
      return (Decimal(found.value), found.length)
    }
    var end = index
    var digits = ""
    while end < limit, end - index < 12 {
      let scalar = text[end]
      let goesOn = end + 1 < limit && text[end + 1].isDigit && end > index
      if scalar.isDigit {
        digits.unicodeScalars.append(Unicode.Scalar(UInt8(scalar)))
      } else if scalar == 0x2E, goesOn, !digits.contains(".") {
        digits += "."
      } else if scalar == 0x2C, goesOn, isThousands(text, end, limit) {
        end += 1
        continue
      } else {
        break
      }
      end += 1
    }
    guard let value = Decimal(string: digits) else { return nil }
    return (value, end - index)
  }

  private static func isThousands(_ text: Scalars, _ comma: Int, _ limit: Int) -> Bool {
    guard comma + 3 < limit else { return false }
    let three = (1...3).allSatisfy { text[comma + $0].isDigit }
    return three && (comma + 4 >= limit || !text[comma + 4].isDigit)
  }
}
