import Reform
import Testing

@Suite struct FenCapitalsTests {
  @Test(
    arguments: [
      (0, "零元整"), (1, "壹分"), (10, "壹角整"), (32, "叁角贰分"), (100, "壹元整"), (107, "壹元零柒分"),
      (150, "壹元伍角整"), (1000, "壹拾元整"), (10_005, "壹佰元零伍分"), (110_000, "壹仟壹佰元整"),
      (100_100, "壹仟零壹元整"), (168_032, "壹仟陆佰捌拾元叁角贰分"), (1_003_050, "壹万零叁拾元伍角整"),
      (10_700_053, "壹拾万柒仟元伍角叁分"), (10_000_100, "壹拾万零壹元整"), (1_000_000_000, "壹仟万元整"),
      (1_000_000_001, "壹仟万元零壹分"), (10_000_000_000, "壹亿元整"), (10_000_012_300, "壹亿零壹佰贰拾叁元整"),
      (10_001_000_000, "壹亿零壹万元整"), (10_010_000_000, "壹亿零壹拾万元整"), (11_000_000_000, "壹亿壹仟万元整"),
      (1_000_000_000_000, "壹佰亿元整"), (100_000_000_000_000, "壹万亿元整"),
      (123_456_789_012, "壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元壹角贰分"), (100_000_000_000_001, "壹万亿元零壹分"),
      (Fen.limit.count, "壹拾万亿元整"), (-107, "负壹元零柒分"), (-1_000_000, "负壹万元整"),
    ] as [(Int64, String)])
  func amountsAreWrittenAsBanksWriteThem(count: Int64, words: String) {
    #expect(Fen(count).capitals == words)
  }

  /// The capital characters read back: nothing is left out and no two amounts are written alike.
  @Test func everyAmountReadsBackAsItself() throws {
    var number: UInt64 = 88_172_645_463_325_252
    for _ in 0..<4000 {
      number ^= number << 13
      number ^= number >> 7
      number ^= number << 17
      let digits = number % 16
      var size: Int64 = 1
      for _ in 0..<digits { size *= 10 }
      let count = Int64(number >> 1) % size
      let words = Fen(count).capitals
      #expect(Self.read(words) == count, "\(count) \(words)")
      #expect(!words.contains("零零") && !words.contains("零万") && !words.contains("零亿"))
    }
  }

  private static func read(_ words: String) -> Int64? {
    let digits = Array("零壹贰叁肆伍陆柒捌玖")
    let units: [Character: Int64] = ["拾": 10, "佰": 100, "仟": 1000]
    var (whole, section, digit, fen): (Int64, Int64, Int64, Int64) = (0, 0, 0, 0)
    for sign in words {
      switch sign {
      case "拾", "佰", "仟":
        section += digit * (units[sign] ?? 1)
        digit = 0
      case "万":
        section = (section + digit) * 10_000
        whole += section
        (section, digit) = (0, 0)
      case "亿":
        whole = (whole + section + digit) * 100_000_000
        (section, digit) = (0, 0)
      case "元":
        whole += section + digit
        (section, digit) = (0, 0)
      case "角":
        fen += digit * 10
        digit = 0
      case "分":
        fen += digit
        digit = 0
      case "整": break
      default:
        guard let found = digits.firstIndex(of: sign) else { return nil }
        digit = Int64(found)
      }
    }
    return whole * 100 + fen
  }
}
