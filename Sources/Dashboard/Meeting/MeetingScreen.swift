import Cells
import Reform
import Widgets

/// Meetings: what is prepared, the agenda of one, and one item that fills the screen while it is
/// decided on; beside them the slips, and what has changed since a day.
public struct MeetingScreen: Equatable, Sendable {
  /// How deep one is in a meeting.
  enum Level: Int { case list, agenda, item }

  /// What the list shows.
  enum Look: Int, CaseIterable { case meetings, slips, changes }

  static let tabsPane = -1

  var level = Level.list
  var look = Look.meetings
  /// The meeting that is looked at.
  var meeting: Meeting.ID?
  var meetings = Scroll()
  var agenda = Scroll()
  /// The lines of the task of an item; the first row stands for all that are open.
  var lines = Scroll()
  var slips = Scroll()
  var changes = Scroll()
  /// How far the facts of an item are scrolled.
  var factsOffset = 0
  /// Lines that are marked, to be decided on together.
  var marked: Set<Line> = []
  /// The task of the item, with the turn of the ledger that it was read at.
  var detail: (value: TaskDetail, turn: Int)?
  /// Since when changes are shown; nil for the last meeting.
  var since: Day?
  /// What changes are counted by; nil one by one.
  var grouping: Grouping?
  var scene = MeetingScene()

  public static func == (one: MeetingScreen, other: MeetingScreen) -> Bool {
    one.level == other.level && one.look == other.look && one.meeting == other.meeting
      && one.meetings == other.meetings && one.agenda == other.agenda && one.lines == other.lines
      && one.slips == other.slips && one.changes == other.changes
      && one.factsOffset == other.factsOffset && one.marked == other.marked
      && one.detail?.value == other.detail?.value && one.detail?.turn == other.detail?.turn
      && one.since == other.since && one.grouping == other.grouping
  }

  /// The meetings, the newest first.
  func all(_ model: Model) -> [Meeting] { model.meetings?.meetings.reversed() ?? [] }

  /// The meeting that is looked at, or the one under the cursor.
  func current(_ model: Model) -> Meeting? {
    if level == .list { return all(model)[safe: meetings.selected] }
    return meeting.flatMap { model.meetings?[$0] }
  }

  func item(_ model: Model) -> AgendaItem? { current(model)?.agenda[safe: agenda.selected] }

  /// What the rules propose for the place that is looked at; it stands above the slips.
  func proposals(_ model: Model) -> [SlipProposal] {
    guard let book = model.meetings, book.request.slips == model.scope else { return [] }
    return book.proposals
  }

  func proposal(_ model: Model) -> SlipProposal? { proposals(model)[safe: slips.selected] }

  func slip(_ model: Model) -> Slip? {
    shownSlips(model)[safe: slips.selected - proposals(model).count]
  }

  /// The slips of the place that is looked at: those that await an answer first, the nearest due on
  /// top.
  func shownSlips(_ model: Model) -> [Slip] {
    let all = (model.meetings?.slips ?? []).filter {
      model.catalogue.divisions.isWithin($0.order.place, model.scope)
    }
    return all.sorted {
      ($0.awaitsAnswer ? 0 : 1, $0.state == .closed ? 1 : 0, $0.due, $0.id)
        < ($1.awaitsAnswer ? 0 : 1, $1.state == .closed ? 1 : 0, $1.due, $1.id)
    }
  }

  /// How things stand in the place of the meeting, once that is read.
  func ground(_ model: Model) -> MeetingBook.Ground? {
    guard let book = model.meetings, book.request.meeting == readMeeting(model) else { return nil }
    return book.ground
  }

  /// What has changed since the day that was chosen, else since the last meeting of the series; nil
  /// before it is read, or where there was none.
  func changed(_ model: Model) -> (since: Day, place: Division.Code, changes: [LineChange])? {
    if let since {
      guard let book = model.meetings, book.request.since == since, let place = book.request.place
      else { return nil }
      return (since, place, book.changes)
    }
    guard let ground = ground(model), let since = ground.since else { return nil }
    return (since, ground.report.scope, ground.changes)
  }

  /// The meeting whose place is read.
  func readMeeting(_ model: Model) -> Meeting.ID? {
    level != .list ? meeting : look == .changes ? current(model)?.id : nil
  }

  /// The lines of the task of the item in its place: what is to do first.
  func standings(_ model: Model) -> [Standing] {
    guard case .task(let task, let place)? = item(model)?.subject, let detail = detail?.value,
      detail.task == task
    else { return [] }
    let here = detail.standings.filter { model.catalogue.divisions.isWithin($0.line.place, place) }
    func order(_ standing: Standing) -> Int {
      standing.status.isToDo ? 0 : standing.status == .suspended ? 1 : 2
    }
    return here.enumerated().sorted {
      (order($0.element), $0.element.due ?? .last(ofYear: 9999), $0.offset)
        < (order($1.element), $1.element.due ?? .last(ofYear: 9999), $1.offset)
    }.map(\.element)
  }

  /// Whether the first row stands for all lines.
  func hasAllRow(_ standings: [Standing]) -> Bool { standings.count > 1 }

  /// The lines that a decision would touch: the marked ones, the one under the cursor, or all that it
  /// can be taken on, of a recurring task those of the period owed longest.
  func chosen(_ kind: Decision.Kind, _ model: Model) -> [Standing] {
    let all = standings(model)
    if !marked.isEmpty { return all.filter { marked.contains($0.line) } }
    guard hasAllRow(all) else { return all }
    if lines.selected > 0 { return all[safe: lines.selected - 1].map { [$0] } ?? [] }
    return meant(by: kind, among: all)
  }

  /// The lines that are meant where all are: of a recurring task those of the period owed longest;
  /// what is sent back is of the last one that was reported.
  func meant(by kind: Decision.Kind, among all: [Standing]) -> [Standing] {
    let fitting = all.filter { kind.takes($0.status) }
    let periods = fitting.compactMap(\.line.period)
    let first = kind == .sendBack ? periods.max() : periods.min()
    return fitting.filter { $0.line.period == first || $0.line.period == nil }
  }

  /// Goes to another item of the agenda; what was marked stays behind.
  mutating func goToItem(_ index: Int, of count: Int) {
    let next = max(0, min(count - 1, index))
    guard next != agenda.selected else { return }
    agenda.selected = next
    (lines, marked, factsOffset) = (Scroll(), [], 0)
  }

  mutating func open(_ id: Meeting.ID) {
    if meeting != id { (agenda, lines, marked, factsOffset) = (Scroll(), Scroll(), [], 0) }
    (meeting, level, look) = (id, .agenda, .meetings)
  }
}

extension Decision.Kind {
  /// Whether a line that stands so is meant where all are.
  func takes(_ status: Status) -> Bool {
    switch self {
    case .finish, .carryOn, .extend, .supervise: status.isToDo
    case .signOff: status == .done
    case .sendBack: status.isFinished
    case .resolve: false
    }
  }
}

/// Shown where a meeting is to be opened.
struct MeetingSpot: Message {
  var meeting: Meeting.ID?
}
