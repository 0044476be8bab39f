/// What a meeting (会议) says of itself before anything is decided.
public struct MeetingCard: Hashable, Codable, Sendable {
  public var title: String
  /// Meetings that follow on each other bear the same one (省医改领导小组会议); empty for none.
  public var series: String
  /// Its place in the series as the office counts (第3次); empty for none.
  public var number: String
  public var day: Day
  /// The hour, as it is written; empty for none.
  public var time: String
  public var venue: String
  public var chair: String
  /// Names, as they are written.
  public var present: String
  public var absent: String
  public var recorder: String
  /// The division whose tasks it looks at: the province or a city.
  public var scope: Division.Code
  public var rules: AgendaRules

  public init(
    title: String, series: String = "", number: String = "", day: Day, time: String = "",
    venue: String = "", chair: String = "", present: String = "", absent: String = "",
    recorder: String = "", scope: Division.Code, rules: AgendaRules = AgendaRules()
  ) {
    (self.title, self.series, self.number, self.day) = (title, series, number, day)
    (self.time, self.venue, self.chair, self.present) = (time, venue, chair, present)
    (self.absent, self.recorder, self.scope, self.rules) = (absent, recorder, scope, rules)
  }

  /// The title, with its place in the series where it has one.
  public var name: String { number.isEmpty ? title : title + number }
}

/// The rules by which an agenda (议程) makes itself; a person switches each.
public struct AgendaRules: Hashable, Codable, Sendable {
  /// Tasks with a red light.
  public var red: Bool
  /// Tasks that fall due within so many days; nil where the rule is off.
  public var dueWithin: Int?
  /// Tasks for which something was entered since the last meeting of the series.
  public var changed: Bool
  /// Indicators below their target.
  public var indicators: Bool
  public var order: Order

  /// In which order the items stand.
  public enum Order: String, Hashable, Codable, Sendable, CaseIterable {
    case gravity, department, place

    public var words: Phrase {
      switch self {
      case .gravity: Phrase("按轻重", "by gravity")
      case .department: Phrase("按部门", "by department")
      case .place: Phrase("按地区", "by place")
      }
    }
  }

  public init(
    red: Bool = true, dueWithin: Int? = 30, changed: Bool = false, indicators: Bool = true,
    order: Order = .gravity
  ) {
    (self.red, self.dueWithin, self.changed) = (red, dueWithin, changed)
    (self.indicators, self.order) = (indicators, order)
  }
}
