import Files
import Foundation
import GRDB
import Reform

/// Our own acts on top of the hub's.
extension Taking {
  /// Puts acts of the hub below those that wait: those are taken off, and put on again.
  mutating func rebase(
    _ waiting: ArraySlice<SharedRows.Waiting>, under stream: ArraySlice<HubAct>
  ) throws {
    var left = waiting
    try TakingOff(db: db).unguarded {
      for own in waiting.reversed() { try TakingOff(db: db).takeOff(own.act) }
    }
    ledger.knownTasks = nil
    try put(stream, under: &left)
    try putOn(left)
  }

  /// Puts acts of the hub there; what of our own that was taken off comes with them waits no more.
  mutating func put(
    _ stream: ArraySlice<HubAct>, under left: inout ArraySlice<SharedRows.Waiting>
  ) throws {
    let (names, bodies) = (Set(left.map(\.shared.name)), Set(left.map(\.shared.body)))
    let seesAll = try rows.value("sight") == HubGreeting.Sight.open.rawValue
    for next in stream {
      // What waits here may be in the hub already: sent by a copy of this ledger under another
      // number, or by this one before it was repaired and joined again.
      let mayBeOwn =
        names.contains(next.act.name) || bodies.contains(next.act.body) || !renamed.isEmpty
      if mayBeOwn, let index = try left.firstIndex(where: { try isSame($0.shared, next.act) }) {
        let own = left[index]
        if index == left.startIndex { left.removeFirst() } else { left.remove(at: index) }
        if own.shared.name != next.act.name {
          renamed[own.shared.name] = next.act.name
          // What goes on from it has seen it.
          if seesAll { seen = next.seq }
        }
        try put(next)
        (result.came, result.confirmed) = (result.came - 1, result.confirmed + 1)
        continue
      }
      if try next.act.name.origin == rows.ownOrigin(),
        left.first.map({ $0.shared.name <= next.act.name }) ?? false
      {
        try renewOrigin()
      }
      for slot in next.act.touched { touched[slot, default: []].append((next.seq, next.act.name)) }
      try put(next)
    }
  }

  /// Whether two acts are one: the same person, second and content.
  private func isSame(_ own: SharedAct, _ other: SharedAct) throws -> Bool {
    if own.body == other.body || own.name == other.name && own.hash == other.hash { return true }
    // An answer names what it answers, which may have another name by now.
    guard !renamed.isEmpty, other.body.contains(#""answers":"#) else { return false }
    return try ActBody(text: own.body).renamed(renamed).text() == other.body
  }

  /// A copy of this ledger has sent other acts under our origin: what we enter gets another one.
  private func renewOrigin() throws {
    guard let old = try rows.ownOrigin() else { return }
    let fresh = ActName.freshOrigin()
    try rows.set("origin", fresh)
    try rows.set("origin-\(old)", old)
  }

  /// Takes another origin, and puts what waits on again under it.
  mutating func renew() throws {
    try renewOrigin()
    try takeAnew()
  }

  mutating func putOn(_ waiting: ArraySlice<SharedRows.Waiting>) throws {
    guard let origin = try rows.ownOrigin() else { return }
    for own in waiting {
      let shared = own.shared
      if let why = try obstacle(own) {
        try refuse(shared, why.why, why.words, why.between)
        continue
      }
      let number = try rows.last(of: origin) + 1
      let name = ActName(origin, number)
      if name != shared.name { renamed[shared.name] = name }
      let body = try ActBody(text: shared.body).renamed(renamed)
      do {
        try db.inSavepoint {
          let act = try BodyWriter(ledger, db).put(body, name)
          let before = number > 1 ? try rows.hash(of: ActName(origin, number - 1)) : nil
          let text = try body.text()
          var again = shared
          (again.name, again.body, again.base) = (name, text, max(shared.base, seen))
          again.hash = Digest.bytes((before ?? []) + Array(text.utf8))
          try rows.wait(act, again)
          return .commit
        }
      } catch let fault as Fault {
        renamed[shared.name] = nil
        try refuse(shared, .unfit, fault.message, [])
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
        renamed[shared.name] = nil
        try refuse(
          shared, .unfit,
          Phrase("它所涉及的内容已经不在台账里。", "What it speaks of is not in the ledger any more."), [])
      }
    }
  }

  private func obstacle(
    _ own: SharedRows.Waiting
  ) throws -> (why: RefusedAct.Why, words: Phrase, between: [ActName])? {
    let act = own.shared
    if let words = refusals[act.name] { return (.hub, words, []) }
    let since = act.held.flatMap { touched[$0] ?? [] }.filter { seq, name in
      seq > act.base && known[name].map { $0 > own.act } ?? true
    }
    let between = Set(since.map(\.name)).sorted()
    if !between.isEmpty {
      return (
        .moved, Phrase("别的单位先登记了同一处。", "Another office entered the same first."), between
      )
    }
    guard act.held.contains(where: lost.contains) else { return nil }
    return (
      .after,
      Phrase("它接着的那次登记没有被采用。", "It goes on from an act that was not taken."), []
    )
  }

  private mutating func refuse(
    _ act: SharedAct, _ why: RefusedAct.Why, _ words: Phrase, _ between: [ActName]
  ) throws {
    lost.formUnion(act.touched)
    result.refused += 1
    try db.execute(
      sql: """
        INSERT INTO refused (origin, number, why, words_zh, words_en, rivals, at, body)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        act.name.origin, act.name.number, why.rawValue, words.zh, words.en,
        try written(between.map { "\($0.origin) \($0.number)" }), try now(), act.body,
      ])
    try rows.raise("generation")
  }

  private func now() throws -> String {
    try String.fetchOne(db, sql: "SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now')") ?? ""
  }
}

extension ActName {
  /// An origin that no other ledger has: sixteen bytes of chance.
  static func freshOrigin() -> Origin {
    var chance = SystemRandomNumberGenerator()
    return (0..<2).map { _ in
      let digits = String(chance.next(), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}

extension ActBody {
  /// The same where acts that it names have other names.
  func renamed(_ names: [ActName: ActName]) -> Self {
    guard !names.isEmpty else { return self }
    var body = self
    if let name = answers?.name, let new = names[name] { body.answers = Answered(new) }
    body.rows[ActTable.entry.name] = rows[ActTable.entry.name]?.map { fields in
      let parts = (fields.text("answers") ?? "").split(separator: " ")
      guard parts.count == 3, let number = Int(parts[1]),
        let new = names[ActName(String(parts[0]), number)]
      else { return fields }
      var fields = fields
      fields["answers"] = .text("\(new.origin) \(new.number) \(parts[2])")
      return fields
    }
    return body
  }
}
