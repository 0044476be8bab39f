import Foundation
import GRDB
import Reform

extension ActBody {
  /// What it would enter if it were entered again; nil where that makes no sense: an answer, a
  /// document, a decision and a settlement are made anew by hand.
  func content() throws -> Act.Content? {
    guard kind == ActKind.entered.rawValue, let about = Act.About(rawValue: about) else {
      return nil
    }
    switch about {
    case .tasks:
      let forms = try self[.sentForm].map { try SentForm(row: $0.row(.sentForm)) }
      let changes = try self[.entry].map(change)
      return forms.isEmpty ? .lines(changes) : .returned(forms, changes)
    case .actual: return try self[.actual].first.map { .actual(try actual($0)) }
    case .figures: return try batch().map { .figures($0) }
    case .target: return try self[.target].first.map { .target(try target($0)) }
    case .collecting: return try self[.collecting].first.map { .collecting(try step($0)) }
    case .group:
      return .group(try self[.groupFact].compactMap { try GroupRow($0.row(.groupFact))?.fact })
    case .meeting:
      return try self[.meetingStep].first.map {
        .meeting(try $0.needed("meeting"), try read($0.needed("content")))
      }
    case .slip:
      return try self[.slipStep].first.map {
        .slip(try $0.needed("slip"), try read($0.needed("content")))
      }
    case .hand: return .hand(try self[.handStep].map { try read($0.needed("content")) })
    case .settlement, .filing, .decision: return nil
    }
  }

  private func change(_ row: Fields) throws -> Change {
    let line = Line(
      try row.needed("task"), in: code(row.number("place") ?? 0),
      period: LedgerStore.period(of: row.text("period") ?? ""))
    return Change(
      line, status: row.text("status").flatMap(Status.init), note: row.text("note"),
      evidence: row.text("evidence"), due: row.text("due").map { Day($0) },
      until: row.text("until").map { Day($0) })
  }

  private func actual(_ row: Fields) throws -> TargetActual {
    let key = TargetActual.Key(
      try row.needed("task"), try row.needed("metric"), in: code(row.number("place") ?? 0))
    guard let value = Decimal(sent: try row.needed("value")),
      let day = row.number("of_day").flatMap(Day.init(number:))
    else { throw Fields.missing }
    return TargetActual(
      key, value, on: day, source: try row.needed("source"), isMadeUp: row.number("made_up") == 1)
  }

  private func batch() throws -> NewBatch? {
    guard let row = self[.batch].first else { return nil }
    let file = row.text("file")
    return NewBatch(
      Batch.Kind(rawValue: try row.needed("kind")) ?? .typed, file: file, hash: row.text("hash"),
      note: row.text("note"),
      checks: row.text("checks")?.split(separator: " ").map(String.init) ?? [],
      figures: try self[.figure].map { try figure($0, file) })
  }

  private func figure(_ row: Fields, _ file: String?) throws -> Figure {
    func amount(_ key: String) -> Decimal? { row.text(key).flatMap { Decimal(sent: $0) } }
    guard let period = Period(try row.needed("period")) else { throw Fields.missing }
    return Figure(
      try row.needed("indicator"), in: code(row.number("place") ?? 0), period,
      numerator: amount("numerator"), denominator: amount("denominator"),
      stated: amount("stated"), flags: FigureFlags(rawValue: row.number("flags") ?? 0),
      note: row.text("note"),
      source: SourcePlace(
        file: file, sheet: row.text("sheet"), row: row.number("row"), column: row.number("column"))
    )
  }

  private func target(_ row: Fields) throws -> OwnTarget {
    func amount(_ key: String) -> Decimal? { row.text(key).flatMap { Decimal(sent: $0) } }
    guard let scope = Target.Scope(rawValue: try row.needed("scope")) else { throw Fields.missing }
    let op = row.text("op").flatMap(TaskTarget.Comparison.init)
    let isMadeUp = row.number("made_up") == 1
    let target = Target(
      try row.needed("indicator"), region: code(row.number("region") ?? 0), scope: scope,
      op ?? .atLeast, amount("value") ?? 0, upper: amount("upper"), year: row.number("year"),
      origin: .ledger(
        who: who, day: Day(number: day) ?? Day(ordinal: 0), note: row.text("note"),
        isMadeUp: isMadeUp))
    return OwnTarget(target, note: row.text("note"), isMadeUp: isMadeUp, isDropped: op == nil)
  }

  private func step(_ row: Fields) throws -> CollectionStep {
    guard let kind = CollectionEntry.Kind(rawValue: try row.needed("kind")) else {
      throw Fields.missing
    }
    return CollectionStep(
      kind, code(row.number("place") ?? 0), year: row.number("year") ?? 0,
      month: row.number("month"), reason: row.text("reason") ?? "")
  }
}

extension ActBody.Fields {
  static let missing = Fault("登记的内容读不出来。", "What was entered cannot be read.")

  func needed(_ key: String) throws -> String {
    guard let text = text(key) else { throw Self.missing }
    return text
  }

  /// As a row of the table, with nothing where nothing is.
  func row(_ table: ActTable) -> Row {
    var values: [String: (any DatabaseValueConvertible)?] = [:]
    for column in table.columns {
      switch self[column.name] {
      case .number(let number)?: values[column.name] = number
      case .text(let text)?: values[column.name] = text
      case nil: values[column.name] = .some(nil)
      }
    }
    return Row(values)
  }
}

extension SentForm {
  init(row: Row) throws {
    try self.init(
      code(row.value("place")), made: row.day("made") ?? Day(ordinal: 0), file: row.value("file"),
      hash: row.value("hash"), count: row.value("count"), sender: row.value("sender"),
      checker: row.value("checker"), phone: row.value("phone"))
  }
}
