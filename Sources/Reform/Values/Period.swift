/// A reporting period (报告期): a year, or a part of one.
///
/// Written `2020`, `2020-H1`, `2020-Q3`, `2020-02`.
public enum Period: Hashable, Sendable {
  case year(Int)
  case half(Int, Int)
  case quarter(Int, Int)
  case month(Int, Int)

  public var year: Int {
    switch self {
    case .year(let year), .half(let year, _), .quarter(let year, _), .month(let year, _): year
    }
  }

  /// The first day of the period.
  public var begin: Day {
    switch self {
    case .year(let year): Day(year, 1, 1) ?? end
    case .half(let year, let number): Day(year, number * 6 - 5, 1) ?? end
    case .quarter(let year, let number): Day(year, number * 3 - 2, 1) ?? end
    case .month(let year, let number): Day(year, number, 1) ?? end
    }
  }

  /// The last day of the period.
  public var end: Day {
    switch self {
    case .year(let year): Day.last(ofYear: year)
    case .half(let year, let number): Day.last(ofMonth: number * 6, in: year) ?? .last(ofYear: year)
    case .quarter(let year, let number):
      Day.last(ofMonth: number * 3, in: year) ?? .last(ofYear: year)
    case .month(let year, let number): Day.last(ofMonth: number, in: year) ?? .last(ofYear: year)
    }
  }
}

extension Period: Comparable {
  public static func < (one: Period, other: Period) -> Bool {
    (one.end, one.description.count) < (other.end, other.description.count)
  }
}

extension Period: LosslessStringConvertible {
  public var description: String {
    switch self {
    case .year(let year): "\(year)"
    case .half(let year, let number): "\(year)-H\(number)"
    case .quarter(let year, let number): "\(year)-Q\(number)"
    case .month(let year, let number): "\(year)-\(number < 10 ? "0" : "")\(number)"
    }
  }

  /// Reads what `description` writes; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, first.count == 4, let year = Int(first), year > 0,
      parts.count <= 2
    else { return nil }
    guard parts.count == 2 else {
      self = .year(year)
      return
    }
    let rest = parts[1]
    if rest.first == "H", let number = Int(rest.dropFirst()), (1...2).contains(number) {
      self = .half(year, number)
    } else if rest.first == "Q", let number = Int(rest.dropFirst()), (1...4).contains(number) {
      self = .quarter(year, number)
    } else if rest.count == 2, let number = Int(rest), (1...12).contains(number) {
      self = .month(year, number)
    } else {
      return nil
    }
  }
}

extension Period: Codable {
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let period = Period(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not a period: \(text)"))
    }
    self = period
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
