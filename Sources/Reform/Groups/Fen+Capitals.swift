extension Fen {
  /// The amount in capital characters (大写), as banks and settlements write it: 壹万零叁拾元伍角整.
  ///
  /// 整 stands where there are no fen; one 零 stands for any zeros between two digits; below zero
  /// 负 stands first.
  public var capitals: String {
    let size = count.magnitude
    let (yuan, jiao, fen) = (size / 100, Int(size / 10 % 10), Int(size % 10))
    var text = isNegative ? "负" : ""
    if yuan > 0 || jiao + fen == 0 { text += Self.capitals(of: yuan) + "元" }
    if jiao > 0 { text += Self.digits[jiao] + "角" }
    if jiao == 0, fen > 0, yuan > 0 { text += "零" }
    text += fen > 0 ? Self.digits[fen] + "分" : "整"
    return text
  }

  private static let digits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]

  /// Units from the greatest down; 亿 counts in 万 of its own (壹拾万亿).
  private static let units: [(size: UInt64, name: String)] = [
    (100_000_000, "亿"), (10_000, "万"), (1000, "仟"), (100, "佰"), (10, "拾"),
  ]

  private static func capitals(of number: UInt64) -> String {
    guard number >= 10 else { return digits[Int(number)] }
    guard let unit = units.first(where: { $0.size <= number }) else { return "" }
    let rest = number % unit.size
    let head = capitals(of: number / unit.size) + unit.name
    guard rest > 0 else { return head }
    return head + (rest < unit.size / 10 ? "零" : "") + capitals(of: rest)
  }
}
