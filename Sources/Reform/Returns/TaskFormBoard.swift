/// Which places have sent their forms of tasks in a month (任务报送), and which have not.
///
/// A form belongs to the month that it was made for, whenever it came back.
public struct TaskFormBoard: Hashable, Sendable {
  public enum State: Hashable, Sendable {
    /// No task has a line there, so that there is no form.
    case notAsked
    case missing
    /// Of so many of its parts only.
    case partly(Int)
    case sent
    /// What was taken in was taken back, with nothing new since.
    case takenBack(SentFormEntry.Withdrawal)
    /// It was sent back, with nothing new since.
    case sentBack(Return)
    /// The forms of so many of its parts were sent back, with nothing new since.
    case partsBack(Int)

    /// Whether there is a form that can be sent back.
    public var isThere: Bool {
      switch self {
      case .partly, .sent, .partsBack: true
      case .notAsked, .missing, .takenBack, .sentBack: false
      }
    }
  }

  /// Why, by whom and when a form was sent back.
  public struct Return: Hashable, Sendable {
    public var reason: String
    public var who: String
    public var day: Day

    public init(reason: String, who: String, day: Day) {
      (self.reason, self.who, self.day) = (reason, who, day)
    }
  }

  /// Where a place stands, and the form that says so; nil where none came.
  public struct Row: Hashable, Sendable {
    public var state: State
    public var last: SentFormEntry?
  }

  public let year: Int
  public let month: Int
  private let rows: [Division.Code: Row]

  /// The board of the month of a day; `entries` are all forms that came up to it, and `returns` all
  /// acts on collecting, in the order in which they were entered.
  public init(
    _ entries: [SentFormEntry], returns: [CollectionEntry] = [], on day: Day,
    of places: [Division.Code], in catalogue: Catalogue
  ) {
    let asked = catalogue.asked(of: places, by: day)
    self.init(
      entries, returns: returns, on: day, of: places, asked: asked, in: catalogue.divisions)
  }

  /// The same where it is known which of the places have a form.
  init(
    _ entries: [SentFormEntry], returns: [CollectionEntry], on day: Day,
    of places: [Division.Code], asked: Set<Division.Code>, in divisions: Divisions
  ) {
    (year, month) = (day.year, day.month)
    let known = entries.filter {
      $0.form.made.year == day.year && $0.form.made.month == day.month
    }
    let (year, month) = (day.year, day.month)
    let back = returns.filter {
      $0.kind == .sentBack && $0.year == year && $0.month == month
    }
    rows = Dictionary(
      places.map { place in
        var row = Self.row(of: place, known, back, divisions)
        if row.state == .missing, !asked.contains(place) { row.state = .notAsked }
        return (place, row)
      },
      uniquingKeysWith: { first, _ in first })
  }

  /// By its own form, by that of its city, or by those of its counties.
  private static func row(
    of place: Division.Code, _ entries: [SentFormEntry], _ returns: [CollectionEntry],
    _ divisions: Divisions
  ) -> Row {
    let city = divisions.city(of: place)
    let own = entries.filter { $0.form.place == place || $0.form.place == city }
    let standing = entries.filter { $0.withdrawal == nil }
    let parts = standing.filter {
      $0.form.place != place && divisions.isWithin($0.form.place, place)
    }
    let last = own.last { $0.withdrawal == nil }
    // What is sent back is what was there when it was; what came since counts anew.
    let back = returns.last { divisions.isWithin(place, $0.place) }
    let isFresh = { (entry: SentFormEntry) in entry.act > back?.id ?? 0 }
    let fresh = last.flatMap { isFresh($0) ? $0 : nil }
    let partsBack = partsBack(in: place, standing, returns, divisions)
    if partsBack > 0 { return Row(state: .partsBack(partsBack), last: fresh ?? last ?? parts.last) }
    if let fresh { return Row(state: .sent, last: fresh) }
    let freshParts = parts.filter(isFresh)
    if let last = freshParts.last {
      return Row(state: .partly(Set(freshParts.map(\.form.place)).count), last: last)
    }
    if let back, let last = last ?? parts.last {
      return Row(
        state: .sentBack(Return(reason: back.reason, who: back.who, day: back.day)), last: last)
    }
    guard let last = own.last, let withdrawal = last.withdrawal else {
      return Row(state: .missing, last: nil)
    }
    return Row(state: .takenBack(withdrawal), last: last)
  }

  /// How many parts of a place were sent back by themselves, with nothing new of them since.
  private static func partsBack(
    in place: Division.Code, _ standing: [SentFormEntry], _ returns: [CollectionEntry],
    _ divisions: Divisions
  ) -> Int {
    let parts = Set(returns.map(\.place)).filter { $0 != place && divisions.isWithin($0, place) }
    return parts.count { part in
      let back = returns.last { divisions.isWithin(part, $0.place) }
      guard let back, back.place == part else { return false }
      return !standing.contains {
        $0.act > back.id
          && (divisions.isWithin($0.form.place, part) || divisions.isWithin(part, $0.form.place))
      }
    }
  }

  /// Whether an act on collecting is about a form of this board.
  public func isOf(_ entry: CollectionEntry) -> Bool { entry.year == year && entry.month == month }

  /// Where one of the places stands.
  public func row(of place: Division.Code) -> Row { rows[place] ?? Row(state: .missing, last: nil) }

  /// Why nothing can be sent back.
  public static let noneThere = Phrase(
    "这个月还没有收到任务表，不用退回", "no task form of this month came that could be sent back")

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
    let asked = parts.map { row(of: $0).state }.filter { $0 != .notAsked }
    guard !asked.isEmpty else { return FieldWords.taskForm(.notAsked)(language) }
    return "\(asked.count { $0 == .sent })/\(asked.count)"
  }
}

extension Catalogue {
  /// Of some places those whose form has any line on a day: that of a city those of all that lies in it,
  /// that of an own level its government's.
  public func asked(of places: [Division.Code], by day: Day) -> Set<Division.Code> {
    let issued = tasks.indices.filter { isIssued(tasks[$0], by: day) }
    return Set(
      places.filter { place in
        guard let own = divisions[place], own.level == .own else {
          return issued.contains { lines(of: $0, in: place) > 0 }
        }
        return issued.contains { hasLine(of: $0, at: own.parent ?? place) }
      })
  }
}
