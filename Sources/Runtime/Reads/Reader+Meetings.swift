import Dashboard
import LedgerStore
import Reform

extension Reader {
  /// The meetings and slips as of a day, and how things stand in the place of one.
  func meetings(_ request: MeetingBook.Request, _ ground: ReadGround) throws -> MeetingBook {
    var book = MeetingBook(
      request, meetings: try ledger.meetings(asOf: request.day),
      slips: try ledger.slips(asOf: request.day))
    book.others = try SharedActs.meetingOffices(in: ledger)
    book.otherSlips = Set(try SharedActs.slipOffices(in: ledger).keys)
    book.made = try ledger.meetingsEverMade()
    do throws(Fault) { book.rules = try EffectRunner.rules(ground.settings) } catch {
      book.rulesFault = error
    }
    if let place = request.slips.flatMap({ ground.catalogue.divisions[$0] }),
      let rules = book.rules
    {
      book.proposals = try SlipDesk(ledger, ground.catalogue, rules, on: request.day)
        .proposals(in: place)
    }
    if let since = request.since, let place = request.place {
      book.changes = try changes(from: since, to: request.day, in: place, ground.catalogue)
    }
    if let meeting = request.meeting.flatMap({ book[$0] }) {
      book.ground = try self.ground(of: meeting, in: book, ground)
    }
    return book
  }

  private func ground(
    of meeting: Meeting, in book: MeetingBook, _ ground: ReadGround
  ) throws -> MeetingBook.Ground {
    let (catalogue, day, scope) = (ground.catalogue, book.request.day, meeting.card.scope)
    let (tallies, dues) = (try ledger.tallies(asOf: day), try ledger.enteredDues(asOf: day))
    func report(_ place: Division.Code) throws -> TaskReport {
      let division = catalogue.divisions[place]
      let own =
        division?.level == .county ? try ledger.tallies(asOf: day, in: division) : tallies
      return TaskReport(catalogue, tallies: own, entered: dues, on: day, in: place)
    }
    let figures =
      ground.figures?.request.day == day && ground.figures?.request.isWhole == true
      ? ground.figures : nil
    let known = try figures ?? self.figures(.init(day: day, isWhole: true), catalogue)
    let since = book.before(meeting)?.card.day
    var made = MeetingBook.Ground(
      report: try report(scope), board: IndicatorBoard(known, in: scope, catalogue),
      changes: try since.map { try changes(from: $0, to: day, in: scope, catalogue) } ?? [],
      since: since)
    for item in meeting.agenda {
      switch item.subject {
      case .task(_, let place) where place != scope && made.reports[place] == nil:
        made.reports[place] = try report(place)
      case .indicator(_, let place) where place != scope && made.boards[place] == nil:
        made.boards[place] = IndicatorBoard(known, in: place, catalogue)
      default: break
      }
    }
    return made
  }

  /// What has become of the lines in a place between two days.
  public func changes(
    from first: Day, to last: Day, in scope: Division.Code, _ catalogue: Catalogue
  ) throws -> [LineChange] {
    let desk = PaperDesk(ledger, catalogue, on: last, .zh, isSample: false)
    let all = try desk.changes(since: first, in: scope)
    return LineChange.Kind.allCases.flatMap { kind in all.filter { $0.kind == kind } }
  }
}
