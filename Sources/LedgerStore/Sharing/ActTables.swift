import GRDB
import Reform

/// The tables that have rows of acts, as they are written into bodies.
///
/// A column of another name than in the file, or whose value is a number of this file only, is read
/// and written by `Column.Kind`.
struct ActTable {
  struct Column {
    enum Kind { case plain, task, indicator, entry }

    let name: String
    let kind: Kind

    init(_ name: String, _ kind: Kind = .plain) { (self.name, self.kind) = (name, kind) }
  }

  let name: String
  let columns: [Column]
  /// How the rows of an act are found and put in order.
  let rows: String

  private init(_ name: String, _ columns: [Column], rows: String? = nil, order: String? = nil) {
    (self.name, self.columns) = (name, columns)
    self.rows = rows ?? "\(name) WHERE act = ?" + (order.map { " ORDER BY \($0)" } ?? "")
  }

  private static func plain(_ names: String) -> [Column] {
    names.split(separator: " ").map { Column(String($0)) }
  }

  static let entry = Self(
    "entry",
    [Column("task", .task)] + plain("place period day status note evidence due until")
      + [Column("answers", .entry)], order: "id")
  static let actual = Self(
    "actual", [Column("task", .task)] + plain("metric place value of_day source made_up"),
    order: "id")
  static let batch = Self("batch", plain("kind file hash note checks count"))
  static let figure = Self(
    "figure",
    [Column("indicator", .indicator)]
      + plain("place period numerator denominator stated flags note sheet row column"),
    rows: """
      figure WHERE batch = (SELECT id FROM batch WHERE act = ?)
      ORDER BY (SELECT key FROM indicator WHERE id = figure.indicator), place, period
      """)
  static let withdrawal = Self("withdrawal", plain("reason"))
  static let target = Self(
    "target",
    [Column("indicator", .indicator)] + plain("region scope op value upper year note made_up"))
  static let collecting = Self("collecting", plain("kind place year month reason"))
  static let groupFact = Self(
    "group_fact",
    plain("place kind year slot choice first last fen text detail made_up"), order: "id")
  static let settlement = Self(
    "settlement", plain("place year balance rule parts note made_up"), order: "id")
  static let filing = Self("filing", plain("kind document task content"), order: "id")
  static let meetingStep = Self("meeting_step", plain("meeting content"))
  static let decision = Self("decision", plain("meeting kind content"))
  static let slipStep = Self("slip_step", plain("slip content"))
  static let sentForm = Self(
    "sent_form", plain("place made file hash count sender checker phone"), order: "id")
  static let handStep = Self("hand_step", plain("kind document task place content"), order: "id")

  /// Those that acts about something have rows in.
  static func tables(_ about: Act.About) -> [Self] {
    switch about {
    case .tasks: [entry, sentForm]
    case .actual: [actual]
    case .figures: [batch, figure, withdrawal]
    case .target: [target]
    case .collecting: [collecting]
    case .group: [groupFact]
    case .settlement: [settlement]
    case .filing: [filing]
    case .meeting: [meetingStep]
    case .decision: [decision, entry, slipStep, filing]
    case .slip: [slipStep]
    case .hand: [handStep]
    }
  }

  /// All of them, those first that no other refers to.
  static let all = [
    entry, sentForm, actual, figure, batch, withdrawal, target, collecting, groupFact, settlement,
    filing, meetingStep, decision, slipStep, handStep,
  ]
}
