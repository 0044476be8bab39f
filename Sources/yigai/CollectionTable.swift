import Foundation
import LedgerStore
import Reform

/// Who has sent the figures of a year: `yigai indicators --collection`.
struct CollectionTable {
  let board: CollectionBoard
  let forms: TaskFormBoard
  let acts: [CollectionEntry]
  let opened: Opened

  /// The year before this one unless another is named; the parts of the place that was chosen.
  init(_ year: Int?, _ opened: Opened) throws {
    let divisions = opened.catalogue.divisions
    guard let level = divisions.levelOfParts(of: opened.scope) else {
      let scope = divisions[opened.scope]
      throw Fault(
        "\(scope?.name ?? "")下面没有要报数据的地区；请选省或市。",
        "\(scope?.english ?? "") has no parts that send figures; choose the province or a city.",
        exitCode: 2)
    }
    let report = try opened.report(.init(region: opened.scope))
    let year = year ?? opened.day.year - 1
    let entries = try opened.ledger.collecting(asOf: opened.day)
    board = CollectionBoard(
      report.figures, year: year,
      places: CollectionBoard.places(in: opened.scope, divisions, level),
      asked: CollectionBoard.asked(report.book, level),
      batches: try opened.ledger.batches(asOf: opened.day), collecting: entries)
    forms = TaskFormBoard(
      try opened.ledger.sentForms(asOf: opened.day), returns: entries, on: opened.day,
      of: board.rows.map(\.place), in: opened.catalogue)
    acts = entries.filter { [forms] entry in
      entry.month == nil ? entry.year == year : forms.isOf(entry)
    }
    self.opened = opened
  }

  /// Says where no document asks for what is counted.
  func note() {
    guard !board.isDocumented else { return }
    Output.note(FieldWords.undocumented(opened.language))
  }

  var table: Table {
    .collection(
      board, forms, opened.catalogue.divisions, opened.language, isSample: opened.isSample)
  }

  private static func reason(_ row: Submission) -> String? {
    guard case .sentBack(let reason, _, _) = row.state else { return nil }
    return reason
  }

  /// `documented` is false where no document asks for figures: `asked` is then what is monitored.
  ///
  /// A state is `missing`, `optional` (an own level of which none is known), `partly`, `sent` or
  /// `returned`; an act `return`, `lock` or `unlock`.
  ///
  /// The form of tasks of the month of the day is `none` (of a place that has no task), `missing`, `partly`, `sent`, `takenBack` or
  /// `returned` (with its reason), or `partly-returned` where some of its parts are.
  var json: JSONValue {
    let divisions = opened.catalogue.divisions
    return .object([
      "year": .whole(board.year), "due": JSONValue.day(board.due).ifAny,
      "locked": .truth(board.lock.isSet), "exceptions": .texts(board.lock.exceptions),
      "asked": .texts(board.asked.map(\.id)), "documented": .truth(board.isDocumented),
      "rows": .list(board.rows) { row in
        .object([
          "place": .text(row.place),
          "name": .text(divisions[row.place]?.name(in: opened.language) ?? row.place),
          "state": .text(Self.key(row.state)), "present": .texts(row.present),
          "absent": .texts(row.absent), "day": JSONValue.day(row.day).ifAny,
          "reason": JSONValue.text(Self.reason(row)).ifAny, "locked": .truth(row.isLocked),
          "tasks": form(forms.row(of: row.place)),
        ])
      },
      "departments": .list(board.byDepartment) { department($0.department, $0.absent) },
      "acts": .list(acts) { act in
        .object([
          "kind": .text(act.kind.rawValue), "place": .text(act.place),
          "month": JSONValue.whole(act.month).ifAny,
          "reason": .text(act.reason), "who": .text(act.who), "day": .day(act.day),
        ])
      },
      "sample": .sample(opened.isSample),
    ])
  }

  private func form(_ row: TaskFormBoard.Row) -> JSONValue {
    let state =
      switch row.state {
      case .notAsked: "none"
      case .missing: "missing"
      case .partly: "partly"
      case .sent: "sent"
      case .takenBack: "takenBack"
      case .sentBack: "returned"
      case .partsBack: "partly-returned"
      }
    let back: TaskFormBoard.Return? =
      if case .sentBack(let back) = row.state { back } else { nil }
    return .object([
      "state": .text(state), "act": JSONValue.whole(row.last?.act).ifAny,
      "day": JSONValue.day(row.last?.day).ifAny, "file": JSONValue.text(row.last?.form.file).ifAny,
      "sender": JSONValue.text(row.last?.form.sender).ifAny,
      "reason": JSONValue.text(back?.reason).ifAny,
    ])
  }

  private func department(
    _ name: String, _ absent: [Division.Code: [Indicator.ID]]
  ) -> JSONValue {
    let places = board.rows.compactMap { row in
      absent[row.place].map {
        JSONValue.object(["place": .text(row.place), "indicators": .texts($0)])
      }
    }
    return .object(["name": .text(name), "absent": .array(places)])
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
