/// When a task is due (完成时限), in one of the kinds that documents use.
public struct Deadline: Hashable, Codable, Sendable {
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// By one day (2020年1月底前).
    case date
    /// By the end of a year (2020年, 2020年底前, 到2022年).
    case year
    /// Every year, no day named (每年).
    case yearly
    /// Every year by a day (每年2月底前).
    case yearlyBy = "yearly-by"
    /// Every year within a range (2020-2022年每年).
    case rangeYearly = "range-yearly"
    /// Once, within a range of years (2020-2022年).
    case range
    /// Without end (持续推进): never late.
    case ongoing
    /// When the state asks for it (按国家要求): no date until one is entered.
    case asRequired = "as-required"
  }

  public var kind: Kind
  /// The day due; of `yearly-by` the first one, of ranges the last one.
  public var due: Day?
  /// The years that the words name, every one of a range.
  public var years: [Int]
  /// Of `yearly-by`: the month and day of each year, `02-end` or `03-31`.
  public var by: YearDay?
  /// True where the document softens it (力争, 原则上).
  public var isSoft: Bool
  /// The document's own words for it, short (2020年2月底前).
  public var words: String?

  public init(
    _ kind: Kind, due: Day? = nil, years: [Int] = [], by: YearDay? = nil, isSoft: Bool = false,
    words: String? = nil
  ) {
    (self.kind, self.due, self.years, self.by) = (kind, due, years, by)
    (self.isSoft, self.words) = (isSoft, words)
  }

  enum CodingKeys: String, CodingKey {
    case kind, due, years, by, words
    case isSoft = "soft"
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    kind = try values.decode(Kind.self, forKey: .kind)
    due = try values.decodeIfPresent(Day.self, forKey: .due)
    years = try values.decodeIfPresent([Int].self, forKey: .years) ?? []
    by = try values.decodeIfPresent(YearDay.self, forKey: .by)
    isSoft = try values.decodeIfPresent(Bool.self, forKey: .isSoft) ?? false
    words = try values.decodeIfPresent(String.self, forKey: .words)
  }

  /// True where the same work comes round again, with a standing for every period.
  public var isRecurring: Bool { kind == .yearly || kind == .yearlyBy || kind == .rangeYearly }
}

/// A day that comes every year; the last day of February is the 28th or the 29th.
public struct YearDay: Hashable, Sendable {
  public let month: Int
  /// The day of the month, nil for the last one.
  public let day: Int?

  public init(month: Int, day: Int? = nil) { (self.month, self.day) = (month, day) }

  /// This day in a year; the month's last where the year has no such day.
  public func day(in year: Int) -> Day {
    if let day, let found = Day(year, month, day) { return found }
    return Day.last(ofMonth: month, in: year) ?? Day.last(ofYear: year)
  }
}

extension YearDay: LosslessStringConvertible {
  public var description: String {
    let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return two(month) + "-" + (day.map(two) ?? "end")
  }

  /// Reads `02-end` or `03-31`.
  public init?(_ text: String) {
    let parts = text.split(separator: "-")
    guard parts.count == 2, let month = Int(parts[0]), (1...12).contains(month) else { return nil }
    if parts[1] == "end" {
      self.init(month: month)
    } else if let day = Int(parts[1]), (1...31).contains(day) {
      self.init(month: month, day: day)
    } else {
      return nil
    }
  }
}

extension YearDay: Codable {
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let day = YearDay(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not a day of the year: \(text)"))
    }
    self = day
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
