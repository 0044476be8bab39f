import Intake
import LedgerStore
import Reform

/// Brings tables of medical groups, their money, assessments or evidence into the ledger: all
/// files or none.
public struct GroupImport {
  private let form: GroupIntake.Form
  let charter: GroupCharter
  let catalogue: Catalogue
  let ledger: Ledger
  let today: Day
  private let year: Int?

  var divisions: Divisions { catalogue.divisions }

  /// `year` is for tables that name none; `today` is the last day on which anything can be done.
  public init(
    _ form: GroupIntake.Form, charter: GroupCharter, catalogue: Catalogue, ledger: Ledger,
    today: Day, year: Int? = nil
  ) {
    (self.form, self.charter, self.catalogue) = (form, charter, catalogue)
    (self.ledger, self.today, self.year) = (ledger, today, year)
  }

  /// Reads files and says all that is wrong with all of them; nothing is written.
  ///
  /// A fact that two files give is a finding, as is a member that would be in two groups at once.
  public func examine(_ files: [(name: String, bytes: [UInt8])]) throws -> [GroupReading] {
    let intake = GroupIntake(
      form, catalogue: catalogue, charter: charter, today: today, year: year)
    var seen: [GroupFact.Slot: String] = [:]
    var readings = files.map { intake.read($0.bytes, file: $0.name) }
    for index in readings.indices {
      for sent in readings[index].facts {
        if let other = seen[sent.fact.slot] {
          readings[index].findings.append(twice(sent, other))
        }
        seen[sent.fact.slot] = readings[index].file
      }
    }
    try checkMembers(&readings)
    if form == .assessments { try checkAssessments(&readings) }
    return readings
  }

  /// What the ledger does not say already.
  public func news(_ readings: [GroupReading], asOf day: Day) throws -> [GroupFact] {
    let book = try ledger.groupBook(asOf: day)
    return readings.flatMap(\.facts).map(\.fact).filter {
      book[$0.slot]?.fact.content != $0.content && !isInherited($0, book)
    }
  }

  /// Whether a list says the same of the county already, from its city or the province or in
  /// another language.
  private func isInherited(_ fact: GroupFact, _ book: GroupState) -> Bool {
    guard case .item(let id, let number, let title, isDropped: false) = fact.content,
      let set = charter[id]
    else { return false }
    let items = book.checklist(set, in: fact.place, divisions).items
    guard let known = items.first(where: { $0.number == number })?.title else { return false }
    return [known.zh, known.en].contains(title.zh)
  }

  /// Enters what is new in one act; nil where nothing is.
  public func enter(_ readings: [GroupReading], _ stamp: Stamp) throws -> (act: Int, count: Int)? {
    try ledger.act {
      let facts = try news(readings, asOf: stamp.day)
      guard !facts.isEmpty else { return nil }
      let charter = charter
      // What stands was looked at in this transaction: it is what the facts are new against.
      let act = Act(.group(facts), stamp, overriding: true)
      let outcome = try ledger.enter(act, under: ActRules(catalogue) { charter })
      guard case .recorded(let entered) = outcome else { return nil }
      return (entered.act, facts.count)
    }
  }

  /// Looks at what was examined once more and enters what is new of it, both in one transaction.
  ///
  /// `seen` is the last act that the ledger had before `readings` were examined out of `sent`.
  /// Throws where more was entered since and the checks come to something else by now.
  public func enter(
    _ readings: [GroupReading], of sent: [(name: String, bytes: [UInt8])], seen: Int, _ stamp: Stamp
  ) throws -> (act: Int, count: Int)? {
    try ledger.act {
      guard try ledger.lastAct() != seen else { return try enter(readings, stamp) }
      let again = try examine(sent)
      for (before, now) in zip(readings, again) {
        guard Set(now.findings).isSubset(of: before.findings) else { throw Between.figuresMoved }
      }
      return try enter(again, stamp)
    }
  }

  private func twice(_ sent: GroupReading.Sent, _ file: String) -> Finding {
    let (place, name) = (divisions[sent.fact.place], charter.subject(of: sent.fact))
    return Finding(
      "entered-twice", .error,
      Phrase(
        "\(place?.name ?? "")的“\(name.zh)”在 \(file) 里已有，又出现一次；请只留一处。",
        "“\(name.en)” of \(place?.english ?? "") stands in \(file) already; keep only one."),
      at: sent.source.finding)
  }

  /// Members that would be in two groups at once, with the row that says so.
  ///
  /// A member that the ledger has since a day and the file names without one is the same.
  private func checkMembers(_ readings: inout [GroupReading]) throws {
    var spans = try ledger.groupBook(asOf: Day.last(ofYear: 9999)).memberships
    for index in readings.indices {
      for (position, sent) in readings[index].facts.enumerated() {
        guard case .member(var member, _) = sent.fact.content else { continue }
        var known = spans[member.name] ?? [:]
        if member.from == nil,
          let open = known.first(where: { $0.key.place == sent.fact.place && $0.value.to == nil })
        {
          member.from = open.value.from
        }
        let fact = GroupFact(sent.fact.place, .member(member), isMadeUp: sent.fact.isMadeUp)
        readings[index].facts[position].fact = fact
        known[fact.slot] = member
        do {
          try GroupState.refuseOverlaps(among: known, divisions)
          spans[member.name] = known
        } catch let fault as Fault {
          readings[index].findings.append(
            Finding("two-groups", .error, fault.message, at: sent.source.finding))
        }
      }
    }
  }
}
