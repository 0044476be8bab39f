import Foundation
import LedgerStore
import Reform

/// Who has sent the figures of a year: `yigai indicators --collection`.
struct CollectionTable {
  let board: CollectionBoard
  let acts: [CollectionEntry]
  let opened: Opened

  /// The year before this one unless another is named; the parts of the place that was chosen.
  init(_ year: Int?, _ opened: Opened) throws {
    let divisions = opened.catalogue.divisions
    guard let level = divisions.parts(of: opened.scope).first?.level else {
      let scope = divisions[opened.scope]
      throw Fault(
        "\(scope?.name ?? "")下面没有要报数据的地区；请选省或市。",
        "\(scope?.english ?? "") has no parts that send figures; choose the province or a city.",
        exitCode: 2)
    }
    let report = try opened.report(.init(region: opened.scope))
    let year = year ?? opened.day.year - 1
    acts = try opened.ledger.collecting(year: year, asOf: opened.day)
    board = CollectionBoard(
      report.figures, year: year,
      places: CollectionBoard.places(in: opened.scope, divisions, level),
      asked: report.book.all.filter { $0.due != nil && $0.finest >= level },
      batches: try opened.ledger.batches(asOf: opened.day), collecting: acts)
    self.opened = opened
  }

  var table: Table {
    .collection(
      board, opened.catalogue.divisions, opened.language, isSample: opened.isSample)
  }

  private static func reason(_ row: Submission) -> String? {
    guard case .sentBack(let reason, _, _) = row.state else { return nil }
    return reason
  }

  func shape() -> CollectionShape {
    CollectionShape(
      year: board.year, due: board.due?.description, locked: board.lock.isSet,
      exceptions: board.lock.exceptions, asked: board.asked.map(\.id),
      rows: board.rows.map { row in
        CollectionShape.Row(
          place: row.place,
          name: opened.catalogue.divisions[row.place]?.name(in: opened.language) ?? row.place,
          state: Self.key(row.state), present: row.present, absent: row.absent,
          day: row.day?.description, reason: Self.reason(row), locked: row.isLocked)
      },
      departments: board.byDepartment.map { department, absent in
        .init(
          name: department,
          absent: board.rows.compactMap { row in
            absent[row.place].map { .init(place: row.place, indicators: $0) }
          })
      },
      acts: acts.map { act in
        .init(
          kind: act.kind.rawValue, place: act.place, reason: act.reason, who: act.who,
          day: act.day.description)
      }, sample: opened.isSample ? true : nil)
  }

  private static func key(_ state: Submission.State) -> String {
    switch state {
    case .missing: "missing"
    case .optional: "optional"
    case .sent(let isComplete): isComplete ? "sent" : "partly"
    case .sentBack: "returned"
    }
  }
}

/// `yigai indicators --collection --json`.
struct CollectionShape: Encodable {
  struct Row: Encodable {
    var place: String
    var name: String
    /// `missing`, `optional` (an own level of which none is known), `partly`, `sent`, `returned`.
    var state: String
    var present: [String]
    var absent: [String]
    var day: String?
    var reason: String?
    var locked: Bool
  }

  struct Department: Encodable {
    struct Absent: Encodable {
      var place: String
      var indicators: [String]
    }
    var name: String
    var absent: [Absent]
  }

  struct Act: Encodable {
    /// `return`, `lock`, `unlock`.
    var kind: String
    var place: String
    var reason: String
    var who: String
    var day: String
  }

  var year: Int
  var due: String?
  var locked: Bool
  var exceptions: [String]
  var asked: [String]
  var rows: [Row]
  var departments: [Department]
  var acts: [Act]
  var sample: Bool?
}
