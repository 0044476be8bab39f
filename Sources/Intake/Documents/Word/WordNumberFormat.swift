/// How Word writes the numbers of its lists (ST_NumberFormat of ECMA-376).
enum WordNumberFormat {
  static func written(_ value: Int, _ format: String) -> String {
    guard value >= 0, value < 100_000 else { return String(value) }
    switch format {
    case "decimalZero": return value < 10 ? "0\(value)" : String(value)
    case "upperLetter", "lowerLetter": return letters(value, isUpper: format == "upperLetter")
    case "upperRoman", "lowerRoman":
      return format == "upperRoman" ? roman(value) : roman(value).lowercased()
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
      return sign(value, from: 0x2460, to: 20)
    case "decimalEnclosedParen": return sign(value, from: 0x2474, to: 20)
    case "decimalEnclosedFullstop": return sign(value, from: 0x2488, to: 20)
    case "ideographEnclosedCircle": return sign(value, from: 0x3280, to: 10)
    case "ideographTraditional": return turn(value, "甲乙丙丁戊己庚辛壬癸")
    case "ideographZodiac": return turn(value, "子丑寅卯辰巳午未申酉戌亥")
    case "none", "bullet": return ""
    default: break
    }
    if ["ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"].contains(format) {
      return digits(value)
    }
    let isChinese = ["chinese", "japanese", "ideograph", "taiwanese"].contains {
      format.hasPrefix($0)
    }
    return isChinese ? chinese(value) : String(value)
  }

  private static func sign(_ value: Int, from first: UInt32, to last: Int) -> String {
    guard (1...last).contains(value), let scalar = Unicode.Scalar(first + UInt32(value) - 1) else {
      return String(value)
    }
    return String(Character(scalar))
  }

  private static func turn(_ value: Int, _ signs: String) -> String {
    let signs = Array(signs)
    return value > 0 ? String(signs[(value - 1) % signs.count]) : String(value)
  }

  /// a to z, then aa, bb: the letter again for every round, as Word does.
  private static func letters(_ value: Int, isUpper: Bool) -> String {
    let index = (value - 1) % 26
    guard value > 0, value <= 780,
      let scalar = Unicode.Scalar(UInt32(index) + (isUpper ? 0x41 : 0x61))
    else { return String(value) }
    return String(repeating: Character(scalar), count: (value - 1) / 26 + 1)
  }

  private static func roman(_ value: Int) -> String {
    guard value > 0, value < 4000 else { return String(value) }
    let steps = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var (rest, result) = (value, "")
    for (worth, letters) in steps {
      while rest >= worth {
        result += letters
        rest -= worth
      }
    }
    return result
  }

  private static let numerals = Array("零一二三四五六七八九")

  private static func digits(_ value: Int) -> String {
    String(value).map { sign in
      let digit = sign.wholeNumberValue ?? 0
      return digit == 0 ? "〇" : String(numerals[digit])
    }.joined()
  }

  /// 十一, 二十, 一百零三.
  private static func chinese(_ value: Int) -> String {
    guard value > 0, value < 10_000 else { return value == 0 ? "零" : String(value) }
    var (result, isGap) = ("", false)
    for (worth, unit) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let digit = value / worth % 10
      guard digit > 0 else {
        isGap = !result.isEmpty
        continue
      }
      if isGap { result += "零" }
      isGap = false
      let isBareTen = worth == 10 && digit == 1 && result.isEmpty
      result += (isBareTen ? "" : String(numerals[digit])) + unit
    }
    return result
  }
}
