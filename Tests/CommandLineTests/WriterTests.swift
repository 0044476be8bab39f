import Foundation
import LedgerStore
import Reform
import TestSupport
import Testing

/// Ten programs that write one ledger at the same time, with one that copies it: nothing is lost,
/// nobody is told that it is in use, and what each has entered stands in the order it was entered.
///
/// `ROUNDS` says how often each of them writes (`make writers`).
@Suite struct WriterTests {
  private let program: Program

  init() throws { program = try Program() }

  private static let writers = 10

  private func files(_ writer: Int, _ round: Int) throws -> (figures: String, groups: String) {
    let figures = try program.scratch.write(
      "长治市2023年度医改指标\n地区,公立医院医疗服务收入（万元）,公立医院医疗收入（万元）\n潞州区,\(10_000 + writer * 1_000 + round),33000\n",
      to: "w\(writer)/f\(round).csv")
    let groups = try program.scratch.write(
      """
      运城市医保总额预算结算表,,,,
      单位：万元,,,,
      县（市、区）,年度,年度总额预算,1月预拨,实际发生
      盐湖区,2023,\(50_000 + writer * 1_000 + round),4000,54256.32
      """, to: "w\(writer)/g\(round).csv")
    return (figures, groups)
  }

  private func commands(_ writer: Int, _ rounds: Int) throws -> [[String]] {
    try (0..<rounds).flatMap { round -> [[String]] in
      let stamp = ["--by", "W\(writer)", "--today", "2024-12-06"]
      let files = try files(writer, round)
      return [
        ["mark", "annex-8", "--status", "underway", "--note", "\(round)"] + stamp,
        ["import", "figures", files.figures, "--accept-warnings"] + stamp,
        ["import", "settlements", files.groups] + stamp,
        ["mark", "annex-8", "--status", "suspended", "--note", "\(round)"] + stamp,
      ]
    }
  }

  @Test func tenAtOnceLoseNothingAndKeepTheirOrder() async throws {
    let path = try program.with(.bundled)
    let rounds = ProcessInfo.processInfo.environment["ROUNDS"].flatMap { Int($0) } ?? 2
    let (scratch, environment) = (program.scratch.path, program.environment)
    let all = try (0..<Self.writers).map { try commands($0, rounds) }
    let results = try await withThrowingTaskGroup(of: [(Int, [String], Program.Result)].self) {
      group in
      for (writer, commands) in all.enumerated() {
        group.addTask {
          try commands.flatMap { command in
            try Self.insist(command, scratch, environment).map { (writer, command, $0) }
          }
        }
      }
      group.addTask {
        try (0..<rounds).map { number in
          let words = ["backup", "--to", "\(scratch)/copy-\(number)"]
          return (-1, words, try Program.run(words, in: scratch, environment))
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    let asked = results.filter { $0.2.complaint.contains(Self.again) }
    for (writer, words, result) in results {
      let isDone = result.code == 0 || result.complaint.contains(Self.again)
      #expect(isDone, "W\(writer) \(words.prefix(2)): \(result.complaint)")
      #expect(!result.complaint.contains("占用"), "\(result.complaint)")
    }
    try hold(path, rounds)
    #expect(try program.run("check").output.contains("台账完好"))
    print(
      "writers \(Self.writers), programs run \(results.count), acknowledged "
        + "\(results.count - asked.count), asked to look again \(asked.count)")
  }

  /// What an import says that was checked against other numbers than the ledger has by now.
  private static let again = "请重新导入"

  /// Runs a command, and an import once more as often as somebody was quicker.
  private static func insist(
    _ command: [String], _ scratch: String, _ environment: [String: String]
  ) throws -> [Program.Result] {
    var results = [try Program.run(command, in: scratch, environment)]
    while let last = results.last, last.complaint.contains(again), results.count < 50 {
      results.append(try Program.run(command, in: scratch, environment))
    }
    return results
  }

  private func hold(_ path: String, _ rounds: Int) throws {
    let ledger = try Ledger(at: path, access: .readOnly)
    defer { ledger.close() }
    let day = Day.last(ofYear: 9999)
    let entries = try ledger.history(.init(limit: .max)).sorted { $0.id < $1.id }
    let batches = try ledger.batches(asOf: day)
    let facts = try ledger.groupBook(asOf: day).entries
    for writer in 0..<Self.writers {
      let notes = entries.filter { $0.who == "W\(writer)" }.compactMap(\.note)
      #expect(notes == (0..<rounds).flatMap { ["\($0)", "\($0)"] }, "W\(writer)")
      let mine = batches.filter { $0.who == "W\(writer)" }.sorted { $0.id < $1.id }
      #expect(mine.map(\.file) == (0..<rounds).map { "f\($0).csv" }, "W\(writer)")
    }
    // Of the groups each import but the last of all was entered over.
    #expect(!facts.isEmpty)
    // What was entered later was entered at the same time or later.
    #expect(entries.map(\.at) == entries.map(\.at).sorted())
  }
}
