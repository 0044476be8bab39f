import Foundation
import Reform

/// Whether this program's readers will read what a body says, value by value.
///
/// What one office sends stands in the ledgers of all: a value that no reader knows would keep whole
/// screens from being read.
struct ActSense {
  let body: ActBody
  /// Whether rows may have been left out on the way.
  let isCut: Bool

  /// Throws where a value would not be read.
  func expect() throws {
    try day(body.day)
    guard let about = Act.About(rawValue: body.about) else { throw Self.unreadable }
    if !isCut { try expectRows(about) }
    for row in body[.entry] { try expect(entry: row) }
    for row in body[.actual] {
      try decimal(row.text("value"))
      try day(row.number("of_day"))
    }
    for row in body[.figure] {
      guard Period(try row.needed("period")) != nil else { throw Self.unreadable }
      for key in ["numerator", "denominator", "stated"] where row[key] != nil {
        try decimal(row.text(key))
      }
    }
    for row in body[.target] {
      for key in ["value", "upper"] where row[key] != nil { try decimal(row.text(key)) }
    }
    for row in body[.sentForm] { try day(row.number("made")) }
    for row in body[.groupFact] { try expect(group: row) }
    for row in body[.settlement] { _ = try SignedSettlement(row.row(.settlement)) }
    try expectTexts()
  }

  /// An act enters something, and what belongs together is there together.
  private func expectRows(_ about: Act.About) throws {
    let isEntered = body.kind == ActKind.entered.rawValue
    if isEntered, body.rows.values.allSatisfy(\.isEmpty) { throw Self.unreadable }
    switch about {
    case .figures:
      let batches = body[.batch]
      guard isEntered else { break }
      guard batches.count == 1, batches[0].number("count") == body[.figure].count,
        Batch.Kind(rawValue: batches[0].text("kind") ?? "") != nil
      else { throw Self.unreadable }
    case .decision where isEntered:
      guard body[.decision].count == 1 else { throw Self.unreadable }
    default: break
    }
  }

  private func expect(entry row: ActBody.Fields) throws {
    try day(row.number("day"))
    if let period = row.text("period"), !period.isEmpty, Period(period) == nil {
      throw Self.unreadable
    }
    // Nothing at all takes a day away.
    for key in ["due", "until"] {
      if let text = row.text(key), !text.isEmpty, Day(text) == nil { throw Self.unreadable }
    }
  }

  private func expect(group row: ActBody.Fields) throws {
    for key in ["first", "last"] where row[key] != nil { try day(row.number(key)) }
    guard try GroupRow(row.row(.groupFact))?.fact != nil else { throw Self.unreadable }
  }

  /// What is kept as a text of JSON.
  private func expectTexts() throws {
    for row in body[.meetingStep] { try readable(row, as: MeetingStep.self) }
    for row in body[.slipStep] { try readable(row, as: SlipStep.self) }
    for row in body[.handStep] { try readable(row, as: HandStep.self) }
    for row in body[.decision] {
      let decision = try readable(row, as: Decision.self)
      guard decision.meeting == row.text("meeting"), decision.kind.rawValue == row.text("kind"),
        decision.task?.document ?? decision.meeting == decision.meeting
      else { throw Self.unreadable }
    }
    for row in body[.filing] {
      switch row.text("kind") {
      case "document": try readable(row, as: Document.self)
      case "task": try readable(row, as: ReformTask.self)
      default: break
      }
    }
  }

  @discardableResult
  private func readable<Value: Decodable>(
    _ row: ActBody.Fields, as type: Value.Type
  ) throws -> Value {
    try read(row.needed("content"))
  }

  private func day(_ number: Int?) throws {
    guard let number, Day(number: number) != nil else { throw Self.unreadable }
  }

  private func decimal(_ text: String?) throws {
    guard let text, Decimal(sent: text) != nil else { throw Self.unreadable }
  }

  private static let unreadable = ActBody.Fields.missing
}
