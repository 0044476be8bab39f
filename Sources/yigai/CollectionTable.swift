import Dashboard
import Foundation
import LedgerStore
import Papers
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

  private static let head = [
    Phrase("地区", "Place"), Phrase("状态", "State"), Phrase("项数", "Of"), Phrase("报送日", "Sent on"),
    Phrase("期限", "Due"), Phrase("锁定", "Locked"), Phrase("还缺", "Lacking"), Phrase("退回原因", "Reason"),
  ]

  func table() -> [[String]] {
    let language = opened.language
    return [Self.head.map { $0(language) }] + board.rows.map { cells(of: $0, language) }
  }

  func csv() -> [[String]] {
    let language = opened.language
    let marks = opened.isSample ? [[SharedWords.sample(language)]] : []
    let heads = [Phrase("年", "Year"), Phrase("地区代码", "Code")] + Self.head
    return marks + [heads.map { $0(language) }]
      + board.rows.map { ["\(board.year)", $0.place] + cells(of: $0, language) }
  }

  private func cells(of row: Submission, _ language: Language) -> [String] {
    let absent = board.asked.filter { row.absent.contains($0.id) }.map { $0.short(language) }
    return [
      opened.catalogue.divisions[row.place]?.name(in: language) ?? row.place,
      SharedWords.submission(row.state)(language), "\(row.present.count)/\(board.asked.count)",
      row.day?.description ?? "", board.due?.description ?? "",
      row.isLocked ? Phrase("是", "yes")(language) : "",
      absent.joined(separator: language == .zh ? "、" : ", "), Self.reason(row) ?? "",
    ]
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
