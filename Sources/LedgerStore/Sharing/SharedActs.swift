import GRDB
import Reform

/// Reads acts as they go between ledgers, for people.
public struct SharedActs {
  private let ledger: Ledger
  private let catalogue: Catalogue

  public init(_ ledger: Ledger, _ catalogue: Catalogue) {
    (self.ledger, self.catalogue) = (ledger, catalogue)
  }

  /// All that the screen of sharing shows; nil in a ledger that is not shared.
  public func book() throws -> SharingBook? {
    try ledger.reading { db -> SharingBook? in
      guard let state = try ledger.sharingState() else { return nil }
      return SharingBook(
        state,
        waiting: try acts("WHERE act.id IN (SELECT act FROM outgoing) ORDER BY act.id", in: db),
        came: try acts(
          """
          WHERE origin.name NOT IN (
            SELECT value FROM hub WHERE key = 'origin' OR key LIKE 'origin-%')
          ORDER BY taken.seq DESC
          """, from: "taken JOIN act ON act.id = taken.act", in: db),
        strange: try acts("WHERE act.about = 'strange' ORDER BY act.id DESC", in: db),
        refused: try ledger.refusedActs().map { try refusal($0, db) })
    }
  }

  /// The offices that hold the meetings of others, in a shared ledger, by the meeting.
  public static func meetingOffices(in ledger: Ledger) throws -> [Meeting.ID: String] {
    try ledger.reading { try SharedOffices(db: $0, ledger.format).ofMeetings() }
  }

  /// The offices that issued the slips of others, in a shared ledger, by the slip.
  public static func slipOffices(in ledger: Ledger) throws -> [Slip.ID: String] {
    try ledger.reading { try SharedOffices(db: $0, ledger.format).ofSlips() }
  }

  /// The offices of those of some acts that another office entered: it may have people of the same name.
  public static func otherOffices(of acts: [Int], in ledger: Ledger) throws -> [Int: String] {
    try ledger.reading { try SharedOffices(db: $0, ledger.format).others(of: acts) }
  }

  private func refusal(_ act: RefusedAct, _ db: Database) throws -> Refusal {
    let rivals = try act.between.flatMap { name in
      try acts(
        "WHERE origin.name = ? AND shared.number = ?", [name.origin, name.number], in: db)
    }
    return Refusal(
      act,
      what: try said(act, db), rivals: rivals, obstacle: ledger.obstacle(to: act),
      places: ledger.places(of: act))
  }

  /// What an act that was not taken would have entered.
  public func said(_ act: RefusedAct) throws -> Phrase {
    try ledger.reading { try said(act, $0) }
  }

  private func said(_ act: RefusedAct, _ db: Database) throws -> Phrase {
    guard let body = try? ActBody(text: act.body) else { return ActWords.about(act.about) }
    guard let answered = body.answers?.name, let verb = Self.verb(body.kind, catalogue) else {
      return said(body)
    }
    return ActWords.answering(verb, try said(answered, db) ?? ActWords.about(body.about))
  }

  private func said(_ body: ActBody) -> Phrase {
    guard let content = try? body.content() else { return ActWords.about(body.about) }
    return ActWords.said(content, catalogue)
  }

  /// What was entered by that name, here or among what was not taken; nil where it is nowhere.
  private func said(_ name: ActName, _ db: Database) throws -> Phrase? {
    if let act = try SharedRows(db: db).act(name) { return try entered(act, db) }
    let refused = try String.fetchOne(
      db, sql: "SELECT body FROM refused WHERE origin = ? AND number = ? ORDER BY id DESC",
      arguments: [name.origin, name.number])
    return refused.flatMap { try? ActBody(text: $0) }.map { said($0) }
  }

  /// What an act has entered, or the one that its answers begin with.
  private func entered(_ act: Int, _ db: Database) throws -> Phrase {
    let root = try ActRows(db: db).root(of: act)
    let about = try String.fetchOne(
      db, sql: "SELECT about FROM act WHERE id = ?", arguments: [root])
    return try said(root, ActKind.entered.rawValue, about ?? "", db)
  }

  private static func verb(_ kind: String, _ catalogue: Catalogue) -> Phrase? {
    switch ActKind(rawValue: kind) {
    case .undone?: ActWords.said(.undo(.last(.tasks)), catalogue)
    case .redone?: ActWords.said(.redo(.last(.tasks)), catalogue)
    default: nil
    }
  }

  private func acts(
    _ condition: String, _ arguments: StatementArguments = [],
    from table: String = "act LEFT JOIN taken ON taken.act = act.id", in db: Database
  ) throws -> [SpokenAct] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT act.id, kind, about, who, day, office, received
        FROM \(table) JOIN shared ON shared.act = act.id JOIN origin ON origin.id = shared.origin
        \(condition) LIMIT \(SharingBook.limit)
        """, arguments: arguments
    ).map { row in
      try SpokenAct(
        who: row.value("who"), day: row.day("day") ?? Day(ordinal: 0), office: row.value("office"),
        received: row.value("received"),
        what: said(row.value("id"), row.value("kind"), row.value("about"), db))
    }
  }

  private func said(_ act: Int, _ kind: String, _ about: String, _ db: Database) throws -> Phrase {
    if let verb = Self.verb(kind, catalogue) {
      return ActWords.answering(verb, try entered(act, db))
    }
    if about == Act.About.figures.rawValue { return try figures(act, db) }
    guard Act.About(rawValue: about) != nil,
      let content = try? BodyReader(db).body(of: act).content()
    else { return ActWords.about(about) }
    return ActWords.said(content, catalogue)
  }

  /// Without reading thousands of figures.
  private func figures(_ act: Int, _ db: Database) throws -> Phrase {
    let row = try Row.fetchOne(
      db, sql: "SELECT count, file FROM batch WHERE act = ?", arguments: [act])
    guard let row else { return ActWords.about(Act.About.figures.rawValue) }
    return ActWords.figures(try row.value("count"), in: try row.value("file"))
  }
}
