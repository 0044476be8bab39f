import Foundation
import LedgerStore
import Reform

/// What the bodies of a hub's acts come to, one after another, in the plainest way.
struct HubModel {
  private struct Mark {
    var day: Int
    var order: Int
    var status: String
  }

  private struct Body: Decodable {
    struct Row: Decodable {
      var task: String?
      var place: Int?
      var period: String?
      var day: Int?
      var status: String?
    }

    var rows: [String: [Row]]
  }

  private var marks: [Line: [Mark]] = [:]
  private let days: [Day]

  init(_ bodies: [String]) throws {
    for (order, text) in bodies.enumerated() {
      let body = try JSONDecoder().decode(Body.self, from: Data(text.utf8))
      for row in body.rows["entry"] ?? [] {
        guard let status = row.status, let task = row.task, let place = row.place, let day = row.day
        else { continue }
        let line = Line(task, in: "\(place)", period: row.period.flatMap { Period($0) })
        marks[line, default: []].append(Mark(day: day, order: order, status: status))
      }
    }
    days = (-1...9).map { Day(ordinal: 18_330 + $0) }
  }

  /// Where every line stands on every day.
  func compare(_ office: Office) throws {
    for id in ["demo-1/1", "demo-1/3", "demo-3/1"] {
      guard let task = office.catalogue.task(id) else { throw TestFailure("no task \(id)") }
      for day in days {
        let limit = day.year * 10_000 + day.month * 100 + day.day
        for standing in try office.ledger.standings(of: task, in: office.catalogue, asOf: day) {
          let last = (marks[standing.line] ?? []).filter { $0.day <= limit }
            .max { ($0.day, $0.order) < ($1.day, $1.order) }
          let expected = last.flatMap { Status(rawValue: $0.status) } ?? .notStarted
          guard standing.status == expected else {
            throw TestFailure("\(standing.line) on \(day): \(standing.status), not \(expected)")
          }
        }
      }
    }
  }
}
