import Files
import GRDB
import Reform

/// The things that an act touches, and those that nobody may have touched since it was looked at.
///
/// Two acts on the same thing are in each other's way where one touches what the other holds.
/// Entries of one task touch it without holding it: they are not in each other's way.
struct Slots {
  private(set) var held: Set<String> = []
  private(set) var touched: Set<String> = []

  /// What is held is untouched since; what is touched is for others to see.
  private mutating func own(_ slot: String) {
    held.insert(slot)
    touched.insert(slot)
  }

  private mutating func touch(_ slot: String) { touched.insert(slot) }
  private mutating func hold(_ slot: String) { held.insert(slot) }

  /// A slot's number: the first eight bytes of its SHA-256.
  static func number(_ slot: String) -> Int64 {
    Digest.bytes(Array(slot.utf8)).prefix(8).reduce(0) { $0 << 8 | Int64($1) }
  }

  static func numbers(_ slots: Set<String>) -> [Int64] { slots.map(number).sorted() }

  /// The slots of an act that stands in the file with what it has entered.
  init(of act: Int, _ body: ActBody, _ ledger: Ledger, _ db: Database) throws {
    let reader = SlotReader(ledger: ledger, db: db)
    try add(body, reader)
    guard body.answers != nil else { return }
    let rows = ActRows(db: db)
    let root = try rows.root(of: act)
    // Only one answers the last answer.
    if let name = try SharedRows(db: db).name(of: root) {
      own("answer \(name.origin) \(name.number)")
    }
    try add(BodyReader(db).body(of: root), reader, isAnswered: true)
  }

  private mutating func add(
    _ body: ActBody, _ reader: SlotReader, isAnswered: Bool = false
  ) throws {
    for row in body[.entry] { try add(entry: row, reader) }
    for row in body[.actual] {
      let task = row.text("task") ?? ""
      let place = row.number("place") ?? 0
      own("actual \(task) \(row.text("metric") ?? "") \(place)")
      try restOn(task, in: place, reader)
    }
    for row in body[.batch] {
      if let hash = row.text("hash") { own("file \(hash)") }
    }
    for row in body[.figure] {
      let (place, period) = (row.number("place") ?? 0, row.text("period") ?? "")
      own("figure \(row.text("indicator") ?? "") \(place) \(period)")
      hold("lock \(period.prefix(4))")
    }
    for row in body[.target] {
      own(
        "target \(row.text("indicator") ?? "") \(row.number("region") ?? 0) "
          + "\(row.text("scope") ?? "") \(row.number("year") ?? 0)")
    }
    for row in body[.collecting] { add(collecting: row, reader) }
    for row in body[.sentForm] {
      let place = row.number("place") ?? 0
      touch("form \(place)")
      for around in reader.around(place) { touch("forms in \(around)") }
    }
    addGroups(body)
    try add(filing: body, reader, isAnswered)
    addMeetings(body)
    for row in body[.handStep] { try add(hand: row, reader, isAnswered) }
  }

  private mutating func add(entry row: ActBody.Fields, _ reader: SlotReader) throws {
    let task = row.text("task") ?? ""
    let line = try reader.line(row)
    if row.text("status") != nil || row.text("until") != nil { own("line \(line)") }
    if row.text("due") != nil { own("due \(task)") }
    try restOn(task, in: row.number("place") ?? 0, reader)
  }

  /// Something is entered for a task in a place: it must still be asked for there.
  private mutating func restOn(
    _ task: ReformTask.ID, in place: Int, _ reader: SlotReader
  ) throws {
    touch("work \(task)")
    hold("task \(task)")
    hold("task \(task) in \(place)")
    if let document = try reader.document(of: task) { hold("document of \(document)") }
  }

  private mutating func add(collecting row: ActBody.Fields, _ reader: SlotReader) {
    let (place, year) = (row.number("place") ?? 0, row.number("year") ?? 0)
    guard row.text("kind") == CollectionEntry.Kind.sentBack.rawValue else {
      return own("lock \(year)")
    }
    let month = row.number("month") ?? 0
    own("return \(year) \(month) \(place)")
    hold("returns in \(year) \(month) \(place)")
    for around in reader.around(place) {
      hold("return \(year) \(month) \(around)")
      touch("returns in \(year) \(month) \(around)")
    }
    guard month > 0 else { return }
    for place in reader.around(place) + [place] { hold("form \(place)") }
    hold("forms in \(place)")
  }

  private mutating func addGroups(_ body: ActBody) {
    for row in body[.groupFact] {
      let (place, kind) = (row.number("place") ?? 0, row.text("kind") ?? "")
      own("group \(place) \(kind) \(row.number("year") ?? 0) \(row.text("slot") ?? "")")
      touch("group of \(place)")
      if kind == GroupFact.Kind.member.rawValue { own("member \(row.text("text") ?? "")") }
    }
    for row in body[.settlement] {
      let place = row.number("place") ?? 0
      own("settlement \(place) \(row.number("year") ?? 0)")
      hold("group of \(place)")
    }
  }

  private mutating func add(
    filing body: ActBody, _ reader: SlotReader, _ isAnswered: Bool
  ) throws {
    guard body.about == Act.About.filing.rawValue else { return }
    for row in body[.filing] {
      let document = row.text("document") ?? ""
      own("filing \(document)")
      switch row.text("kind") {
      case "task": touch("task \(row.text("task") ?? "")")
      case "document": touch("document of \(document)")
      default: break
      }
      if isAnswered, let task = row.text("task") {
        own("task \(task)")
        hold("work \(task)")
      }
    }
  }

  private mutating func addMeetings(_ body: ActBody) {
    for row in body[.meetingStep] {
      let meeting = row.text("meeting") ?? ""
      own("meeting \(meeting)")
      touch("state of \(meeting)")
    }
    for row in body[.decision] {
      let meeting = row.text("meeting") ?? ""
      touch("meeting \(meeting)")
      hold("state of \(meeting)")
      let decision: Decision? = try? read(row.text("content") ?? "")
      if let subject = decision?.subject {
        own("decision \(meeting) \((try? written(subject)) ?? "")")
      }
      if let task = decision?.task { own("task \(task.id)") }
    }
    for row in body[.slipStep] { own("slip \(row.text("slip") ?? "")") }
  }

  private mutating func add(
    hand row: ActBody.Fields, _ reader: SlotReader, _ isAnswered: Bool
  ) throws {
    let document = row.text("document") ?? ""
    guard let task = row.text("task") else { return own("document of \(document)") }
    hold("document of \(document)")
    // Left out in one place, it is as it was in all others.
    if let place = row.number("place") {
      own("task \(task) in \(place)")
      touch("work \(task)")
      return hold("task \(task)")
    }
    own("task \(task)")
    let step: HandStep? = try? read(row.text("content") ?? "")
    switch step {
    case .make where isAnswered: hold("work \(task)")
    case .amend(_, let amendment)
    where amendment.places != nil || amendment.levels != nil || amendment.deadlines != nil
      || amendment.targets != nil:
      hold("work \(task)")
    default: break
    }
  }
}

/// What slots need to know of the ledger.
struct SlotReader {
  let ledger: Ledger
  let db: Database

  /// The line that an entry counts for, in one word.
  func line(_ row: ActBody.Fields) throws -> String {
    let (task, place) = (row.text("task") ?? "", row.number("place") ?? 0)
    var period = LedgerStore.period(of: row.text("period") ?? "")
    let heir = try ledger.heir(of: task)
    if period == nil, let heir, let day = row.number("day").flatMap(Day.init(number:)) {
      period = heir.task.period(enteredOn: day, issued: heir.issued)
    }
    return "\(heir?.task.id ?? task) \(place) \(text(period))"
  }

  func document(of task: ReformTask.ID) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT document.key FROM task JOIN document ON document.id = task.document
          WHERE task.key = ?
          """), arguments: [task])
  }

  /// The places that a place lies in, by the digits of its code.
  func around(_ place: Int) -> [Int] {
    var found: [Int] = []
    if !place.isMultiple(of: 100) { found.append(place / 100 * 100) }
    if !place.isMultiple(of: 10_000) { found.append(place / 10_000 * 10_000) }
    return found.filter { $0 != place }
  }
}
