/// What is finished of the tasks of a place (办结率): the one meaning that it has everywhere.
///
/// A task counts once in a place, however many lines it has there, and is finished where its
/// status is (`Whole`, rule 2). What it is a share of is named wherever it is shown.
public struct FinishedRate: Hashable, Sendable {
  /// Which tasks it is a share of.
  public enum Base: String, Codable, Sendable, CaseIterable {
    /// Those that every city has (各市共有任务): by these cities are ranked.
    case shared
    /// All that the place has a part in (本地全部任务), those of its own documents too.
    case local
    /// Those that the government of the place has a line of its own for (本级任务).
    case own
    /// Those that every province has, of a whole country.
    case sharedByProvinces = "shared-by-provinces"
    /// Those that every city and every prefecture has.
    case sharedByPrefectures = "shared-by-cities-and-prefectures"
    /// Those that every city has and every county that lies in none.
    case sharedByBoth = "shared-by-cities-and-counties"
    /// Those that every county has, where no cities are (直辖市).
    case sharedByDistricts = "shared-by-districts"

    /// The tasks that all parts of a place share.
    public static func shared(by parting: Parting) -> Base {
      switch parting {
      case .provinces: .sharedByProvinces
      case .cities: .shared
      case .prefectures: .sharedByPrefectures
      case .both: .sharedByBoth
      case .districts, .counties: .sharedByDistricts
      }
    }

    public var words: Phrase {
      switch self {
      case .sharedByProvinces: Phrase("各省共有任务", "tasks all provinces share")
      case .sharedByPrefectures:
        Phrase("各市州共有任务", "tasks all cities and prefectures share")
      case .sharedByBoth: Phrase("各市县共有任务", "tasks all cities and counties share")
      case .sharedByDistricts: Phrase("各区县共有任务", "tasks all districts share")
      case .shared: Phrase("各市共有任务", "tasks all cities share")
      case .local: Phrase("本地全部任务", "all tasks here")
      case .own: Phrase("本级任务", "tasks of its own level")
      }
    }
  }

  public var finished: Int
  public var total: Int
  public var base: Base

  public init(_ counts: StatusCounts, _ base: Base) {
    (finished, total, self.base) = (counts.finished, counts.total, base)
  }

  /// 0 to 1; nil where there is no task.
  public var share: Double? { total == 0 ? nil : Double(finished) / Double(total) }

  /// In whole percent, halves upwards; 100 only where all is finished and 0 only where nothing is.
  public var percent: Int? {
    guard total > 0 else { return nil }
    let rounded = (finished * 200 + total) / (total * 2)
    guard finished > 0, finished < total else { return rounded }
    return max(1, min(99, rounded))
  }

  /// `79%`, or `-` where there is no task.
  public var words: String { percent.map { "\($0)%" } ?? "-" }
}
