import Foundation
import GRDB
import Reform

extension Ledger {
  /// What the ledger knows of its hub; nil in one that is not shared.
  public func membership() throws -> Membership? {
    guard format >= Schema.sharing else { return nil }
    return try reading { db in try SharedRows(db: db).membership() }
  }

  /// How the ledger and its hub stand with each other; nil in one that is not shared.
  public func sharingState() throws -> SharingState? {
    guard format >= Schema.sharing else { return nil }
    return try reading { db in
      let rows = SharedRows(db: db)
      guard let membership = try rows.membership() else { return nil }
      let waiting = try Int.fetchOne(db, sql: "SELECT count(*) FROM outgoing")
      let asking = try Int.fetchOne(
        db,
        sql: "SELECT count(*) FROM refused WHERE id NOT IN (SELECT refused FROM refusal_answer)")
      return SharingState(
        membership, waiting: waiting ?? 0, asking: asking ?? 0,
        generation: try rows.count("generation"), shifts: try rows.count("shifts"))
    }
  }

  /// Keeps what the hub says of itself and of this office.
  public func take(greeting: HubGreeting) throws {
    try writing { db in try SharedRows(db: db).greet(greeting) }
  }

  /// Keeps how many acts the hub has for places of which this office sees nothing else.
  public func take(counts: [Division.Code: Int]) throws {
    try writing { db in
      let rows = SharedRows(db: db)
      let seen = try rows.seenPlaces()
      let text = try written(counts.filter { !seen.contains(number($0.key)) })
      if try rows.value("elsewhere") != text { try rows.set("elsewhere", text) }
    }
  }

  /// Acts of our own that wait to be sent, in order, so many at most.
  public func waitingActs(limit: Int = .max) throws -> [SharedAct] {
    try reading { db in try SharedRows(db: db).waiting(limit: limit).map(\.shared) }
  }

  /// What the taking of acts came to.
  public struct Taken: Hashable, Sendable {
    /// Acts of others that were taken in.
    public var came: Int
    /// Acts of our own that the hub holds now.
    public var confirmed: Int
    /// Acts of our own that were not taken.
    public var refused: Int
    /// Acts that this program does not know.
    public var strange: Int

    public init(came: Int = 0, confirmed: Int = 0, refused: Int = 0, strange: Int = 0) {
      (self.came, self.confirmed, self.refused, self.strange) = (came, confirmed, refused, strange)
    }

    public static func += (sum: inout Self, other: Self) {
      sum.came += other.came
      sum.confirmed += other.confirmed
      sum.refused += other.refused
      sum.strange += other.strange
    }
  }

  /// Takes acts of the hub in, in its order, below those of our own that wait; all or nothing.
  ///
  /// Throws a `Fault` where one was changed on its way.
  @discardableResult
  public func take(_ acts: [HubAct]) throws -> Taken {
    guard !acts.isEmpty else { return Taken() }
    return try writing { db in
      var taking = Taking(self, db)
      return Taken(try taking.take(acts))
    }
  }

  /// Takes acts of our own off that the hub does not take, and those that rest on them.
  @discardableResult
  public func take(refusals: [ActName: Phrase]) throws -> Taken {
    try writing { db in
      var taking = Taking(self, db)
      return Taken(try taking.refuse(refusals))
    }
  }

  /// Keeps when and how an exchange with the hub ended.
  public func note(exchange at: String, trouble: Phrase?) throws {
    try writing { db in
      let rows = SharedRows(db: db)
      if let trouble {
        try rows.set("trouble-zh", trouble.zh)
        try rows.set("trouble-en", trouble.en)
      } else {
        try db.execute(sql: "DELETE FROM hub WHERE key IN ('trouble-zh', 'trouble-en')")
        try rows.set("synchronised", at)
      }
    }
  }

  /// Acts of our own that were not taken, the oldest first; those without an answer only, or all.
  public func refusedActs(all: Bool = false) throws -> [RefusedAct] {
    guard format >= Schema.sharing else { return [] }
    return try reading { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT refused.*, answer FROM refused
            LEFT JOIN refusal_answer ON refusal_answer.refused = refused.id
          \(all ? "" : "WHERE answer IS NULL") ORDER BY id
          """
      ).map(RefusedAct.init)
    }
  }
}

extension Ledger.Taken {
  init(_ result: Taking.Result) {
    self.init(
      came: result.came, confirmed: result.confirmed, refused: result.refused,
      strange: result.strange)
  }
}

extension RefusedAct {
  init(_ row: Row) throws {
    let text: String = try row.value("body")
    let body = try ActBody(text: text)
    let between: [String] = try read(try row.value("rivals"))
    try self.init(
      id: row.value("id"), ActName(row.value("origin"), row.value("number")),
      Why(rawValue: row.value("why")) ?? .unfit, row.phrase("words_zh", "words_en"),
      between: between.compactMap { name in
        let parts = name.split(separator: " ")
        guard parts.count == 2, let number = Int(parts[1]) else { return nil }
        return ActName(String(parts[0]), number)
      }, at: row.value("at"), who: body.who,
      day: Day(number: body.day) ?? Day(ordinal: 0), about: body.about, body: text,
      answer: (row.value("answer") as String?).flatMap(Answer.init))
  }
}

extension SharedRows {
  func membership() throws -> Membership? {
    guard let origin = try ownOrigin() else { return nil }
    var trouble: Phrase?
    if let zh = try value("trouble-zh"), let en = try value("trouble-en") {
      trouble = Phrase(zh, en)
    }
    let sight = try value("sight").flatMap(HubGreeting.Sight.init) ?? .open
    return try Membership(
      service: value("service") ?? "", hub: value("hub") ?? "",
      province: value("province") ?? "", office: value("office") ?? "", place: place() ?? "",
      origin: origin,
      sight: sight, cursor: cursor(),
      synchronised: value("synchronised"),
      elsewhere: sight == .own ? value("elsewhere").map { try read($0) } ?? [:] : [:],
      trouble: trouble)
  }

  /// The places of this office and those above.
  func seenPlaces() throws -> Set<Int> {
    guard let place = try place() else { return [] }
    let part = codes(within: place)
    return try Set(
      Int.fetchAll(
        db,
        sql: """
          WITH RECURSIVE above (code) AS (
            SELECT ? UNION SELECT parent FROM division JOIN above USING (code)
              WHERE parent IS NOT NULL)
          SELECT code FROM above UNION SELECT code FROM division WHERE code BETWEEN ? AND ?
          """,
        arguments: [number(place), part.lowerBound, part.upperBound]))
  }

  func greet(_ greeting: HubGreeting) throws {
    for (key, new) in [
      ("office", greeting.office), ("place", greeting.place), ("province", greeting.province),
    ] where try value(key) != new {
      try set(key, new)
    }
    let (held, new) = (try value("sight"), greeting.sight)
    if new == .own { try db.execute(sql: "DELETE FROM hub WHERE key = 'whole'") }
    // Who comes to see more sees it once all of it was taken in.
    guard held != new.rawValue, held == nil || new == .own else { return }
    try set("sight", new.rawValue)
  }
}
