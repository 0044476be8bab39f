import Foundation

/// Posts and staff of one institution of a group at the end of a year (机构人员情况), in persons.
public struct Staffing: Hashable, Codable, Sendable {
  /// Established staff on duty (在编在岗人数).
  public var inPost: Int?
  /// Established posts (核定编制数).
  public var posts: Int?
  /// Health professionals (医疗卫生专业人员数).
  public var professionals: Int?
  /// All staff on duty (在岗人员总数).
  public var staff: Int?

  public init(
    inPost: Int? = nil, posts: Int? = nil, professionals: Int? = nil, staff: Int? = nil
  ) {
    (self.inPost, self.posts) = (inPost, posts)
    (self.professionals, self.staff) = (professionals, staff)
  }

  /// The most persons that one institution may be entered with: our own bound against slips.
  public static let limit = 1_000_000

  public var isEmpty: Bool { self == Staffing() }

  /// In per cent, for the indicators that 运政办发〔2019〕3号, 一（一）5, sets for every institution;
  /// nil for others and where a part is missing or the whole is nought.
  public func share(of indicator: Indicator.ID) -> Decimal? {
    let (part, whole): (Int?, Int?) =
      switch indicator {
      case "posts-filled": (inPost, posts)
      case "professional-share": (professionals, staff)
      default: (nil, nil)
      }
    guard let part, let whole, whole > 0 else { return nil }
    return Decimal(part) / Decimal(whole) * 100
  }

  /// Throws where a number is out of range, stands without its other, or a part is over its whole.
  func refuse(_ member: String) throws {
    for number in [inPost, posts, professionals, staff].compactMap(\.self)
    where !(0...Self.limit).contains(number) {
      throw Fault(
        "“\(member)”的人数 \(number) 不在 0 到 \(Self.limit) 之间。",
        "“\(member)”: \(number) persons does not lie between 0 and \(Self.limit).")
    }
    try refuse(
      member, inPost, posts, Phrase("在编在岗人数", "established staff"), Phrase("核定编制数", "posts"))
    try refuse(
      member, professionals, staff, Phrase("专业人员数", "health professionals"),
      Phrase("在岗人员总数", "all staff"))
    guard !isEmpty else {
      throw Fault("“\(member)”没有填任何人数。", "“\(member)”: no number is given.")
    }
  }

  private func refuse(
    _ member: String, _ part: Int?, _ whole: Int?, _ name: Phrase, _ of: Phrase
  ) throws {
    guard (part == nil) == (whole == nil) else {
      throw Fault(
        "“\(member)”的\(name.zh)和\(of.zh)要同时填。",
        "“\(member)” needs both \(name.en) and \(of.en).")
    }
    guard let part, let whole, part > whole else { return }
    throw Fault(
      "“\(member)”的\(name.zh) \(part) 大于\(of.zh) \(whole)；请核对是否填反。",
      "“\(member)”: \(part) \(name.en) of \(whole) \(of.en); are they swapped?")
  }
}
