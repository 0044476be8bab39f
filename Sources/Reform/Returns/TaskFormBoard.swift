/// Which places have sent their forms of tasks in a month (任务报送), and which have not.
///
/// A form belongs to the month that it was made for, whenever it came back.
public struct TaskFormBoard: Hashable, Sendable {
  public enum State: Hashable, Sendable {
    case missing
    /// Of so many of its parts only.
    case partly(Int)
    case sent
    /// What was taken in was taken back, with nothing new since.
    case takenBack(SentFormEntry.Withdrawal)
  }

  /// Where a place stands, and the form that says so; nil where none came.
  public struct Row: Hashable, Sendable {
    public var state: State
    public var last: SentFormEntry?
  }

  public let year: Int
  public let month: Int
  private let rows: [Division.Code: Row]

  /// The board of the month of a day; `entries` are all forms that came up to it, in the order in
  /// which they were entered.
  public init(
    _ entries: [SentFormEntry], on day: Day, of places: [Division.Code], in divisions: Divisions
  ) {
    (year, month) = (day.year, day.month)
    let known = entries.filter {
      $0.form.made.year == day.year && $0.form.made.month == day.month
    }
    rows = Dictionary(
      places.map { ($0, Self.row(of: $0, known, divisions)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// By its own form, by that of its city, or by those of its counties.
  private static func row(
    of place: Division.Code, _ entries: [SentFormEntry], _ divisions: Divisions
  ) -> Row {
    let city = divisions.city(of: place)
    let own = entries.filter { $0.form.place == place || $0.form.place == city }
    if let last = own.last(where: { $0.withdrawal == nil }) { return Row(state: .sent, last: last) }
    let parts = entries.filter {
      $0.withdrawal == nil && divisions.isWithin($0.form.place, place)
    }
    if let last = parts.last {
      return Row(state: .partly(Set(parts.map(\.form.place)).count), last: last)
    }
    guard let last = own.last, let withdrawal = last.withdrawal else {
      return Row(state: .missing, last: nil)
    }
    return Row(state: .takenBack(withdrawal), last: last)
  }

  /// Where one of the places stands.
  public func row(of place: Division.Code) -> Row { rows[place] ?? Row(state: .missing, last: nil) }

  /// What a column of it is called: 任务表（3月）.
  public var head: Phrase {
    let number = month < 10 ? "0\(month)" : "\(month)"
    return Phrase("任务表（\(month)月）", "Task form \(year)-\(number)")
  }

  /// Where a place of a board of figures stands; a whole says how many of its parts there have sent.
  public func words(
    for place: Division.Code, in board: CollectionBoard, _ divisions: Divisions,
    _ language: Language
  ) -> String {
    let parts = board.rows.map(\.place).filter {
      $0 != place && divisions.isWithin($0, place)
    }
    guard !parts.isEmpty else { return FieldWords.taskForm(row(of: place).state)(language) }
    return "\(parts.count { row(of: $0).state == .sent })/\(parts.count)"
  }
}
