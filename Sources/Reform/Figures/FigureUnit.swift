import Foundation

/// What a figure counts in (计量单位), written in files as in `rawValue`.
public enum FigureUnit: String, Codable, Sendable, CaseIterable {
  case percent = "%"
  case perThousand = "‰"
  case times = "倍"
  case tenThousandYuan = "万元"
  case yuan = "元"
  case visits = "人次"
  case people = "人"
  case households = "户"
  case posts = "名"
  case operations = "台次"
  case institutions = "个"
  case centres = "家"
  case days = "天"
  case cases = "例"
  case items = "项"
  case points = "分"
  case establishments = "所"

  public var name: Phrase {
    switch self {
    case .percent: Phrase("%", "%")
    case .perThousand: Phrase("‰", "‰")
    case .times: Phrase("倍", "times")
    case .tenThousandYuan: Phrase("万元", "× 10,000 yuan")
    case .yuan: Phrase("元", "yuan")
    case .visits: Phrase("人次", "visits")
    case .people: Phrase("人", "people")
    case .households: Phrase("户", "households")
    case .posts: Phrase("名", "posts")
    case .operations: Phrase("台次", "operations")
    case .institutions: Phrase("个", "in number")
    case .centres: Phrase("家", "organisations")
    case .days: Phrase("天", "days")
    case .cases: Phrase("例", "cases")
    case .items: Phrase("项", "things")
    case .points: Phrase("分", "points")
    case .establishments: Phrase("所", "institutions")
    }
  }

  /// As it stands behind a number: 12万元, 12%, 12 visits.
  public func behind(_ language: Language) -> String {
    switch self {
    case .percent, .perThousand: rawValue
    default: language == .zh ? rawValue : " " + name.en
    }
  }

  /// A whole amount with its unit: 139,055 万元, ¥1.39 bn, 12 visits.
  public func said(_ amount: Decimal) -> Phrase {
    let plain = amount.shown(0, grouped: true)
    return Phrase("\(plain) \(name.zh)", money(amount) ?? "\(plain) \(name.en)")
  }

  /// Money in thousands of millions or in millions; nil for anything else.
  private func money(_ amount: Decimal) -> String? {
    guard self == .tenThousandYuan || self == .yuan else { return nil }
    let yuan = self == .yuan ? amount : amount * 10_000
    if abs(yuan) >= 1_000_000_000 { return "¥\((yuan / 1_000_000_000).shown(2)) bn" }
    if abs(yuan) >= 1_000_000 { return "¥\((yuan / 1_000_000).shown(1)) m" }
    return "¥\(yuan.shown(0, grouped: true))"
  }

  /// What a difference of two values counts in: percentages differ by percentage points (个百分点).
  public var difference: Phrase {
    self == .percent ? Phrase("个百分点", "percentage points") : name
  }
}
