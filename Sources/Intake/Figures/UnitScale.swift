import Foundation
import Reform

/// A unit as headers and cells write it: what it measures, and how many of the smallest it is.
struct UnitScale: Hashable {
  enum Family: Hashable {
    case money
    case count
    case share
    case times
  }

  var family: Family
  var scale: Decimal
  /// Of one visit or person (元/人次): only values are in it, no sums.
  var isPer = false

  /// The unit of a folded word; nil where it is none that is known.
  init?(_ text: String) {
    let word = text.hasPrefix("人民币") && text.count > 3 ? String(text.dropFirst(3)) : text
    guard let known = Self.known[word] else { return nil }
    self = known
  }

  private init(_ family: Family, _ scale: Decimal, isPer: Bool = false) {
    (self.family, self.scale, self.isPer) = (family, scale, isPer)
  }

  /// The scale of a unit of the catalogue.
  init(_ unit: FigureUnit) {
    self = Self.known[NameKey.folded(unit.rawValue)] ?? UnitScale(.count, 1)
  }

  /// What a number in this unit is in another one; nil where they do not measure the same.
  func factor(to other: UnitScale) -> Decimal? {
    family == other.family ? scale / other.scale : nil
  }

  private static let known: [String: UnitScale] = {
    var known: [String: UnitScale] = [
      "%": UnitScale(.share, 1), "‰": UnitScale(.share, Decimal(1) / 10),
      "percent": UnitScale(.share, 1), "个百分点": UnitScale(.share, 1),
      "倍": UnitScale(.times, 1), "times": UnitScale(.times, 1),
      "‱": UnitScale(.share, Decimal(1) / 100), "百分点": UnitScale(.share, 1),
      "百分比": UnitScale(.share, 1), "perthousand": UnitScale(.share, Decimal(1) / 10),
      "percent(%)": UnitScale(.share, 1),
    ]
    for (word, of) in [
      ("1000", 1000), ("千", 1000), ("10000", 10_000), ("万", 10_000), ("1万", 10_000),
    ]
      + [("10万", 100_000), ("十万", 100_000), ("100000", 100_000), ("百万", 1_000_000)]
    {
      for text in ["1/\(word)", "/\(word)", "每\(word)", "每\(word)人", "\(word)分之一", "1/\(word)人"] {
        known[text] = UnitScale(.share, Decimal(100) / Decimal(of))
      }
    }
    let powers: [(String, Decimal)] = [
      ("", 1), ("十", 10), ("百", 100), ("千", 1000), ("万", 10_000), ("十万", 100_000),
      ("百万", 1_000_000), ("千万", 10_000_000), ("亿", 100_000_000),
    ]
    let counts = [
      "人次", "人", "户", "名", "台次", "个", "家", "天", "例", "件", "次", "张", "床日", "项", "床", "人次数", "人数",
      "分", "visits",
      "people", "households", "posts", "operations", "institutions", "groups", "days", "cases",
    ]
    for (word, power) in powers {
      for unit in ["元", "元人民币", "人民币元"] { known[word + unit] = UnitScale(.money, power) }
      for unit in counts { known[word + unit] = UnitScale(.count, power) }
      if !word.isEmpty { known[word] = UnitScale(.count, power) }
    }
    for of in ["人", "人次", "例", "次", "户", "床日", "天"] {
      for (text, power) in [("元", 1), ("万元", 10_000)] as [(String, Decimal)] {
        known["\(text)/\(of)"] = UnitScale(.money, power, isPer: true)
      }
    }
    known["yuan"] = UnitScale(.money, 1)
    known["×10,000yuan"] = UnitScale(.money, 10_000)
    known["10000yuan"] = UnitScale(.money, 10_000)
    known["10,000yuan"] = UnitScale(.money, 10_000)
    return known
  }()
}
