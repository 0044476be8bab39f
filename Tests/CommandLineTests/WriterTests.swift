import Foundation
import LedgerStore
import Reform
import TestSupport
import Testing

/// Ten programs that write one ledger at the same time, with one that copies it: nothing is lost,
/// nobody is told that it is in use, and what each has entered stands in the order it was entered.
///
/// `ROUNDS` says how often each of them writes, or `MINUTES` how long (`make writers`).
@Suite struct WriterTests {
  private let program: Program

  init() throws { program = try Program() }

  private static let writers = 10

  /// How long they write.
  private enum Span {
    case rounds(Int)
    case until(ContinuousClock.Instant)

    static var asked: Span {
      let words = ProcessInfo.processInfo.environment
      if let minutes = words["MINUTES"].flatMap({ Double($0) }) {
        return .until(.now.advanced(by: .seconds(minutes * 60)))
      }
      return .rounds(words["ROUNDS"].flatMap { Int($0) } ?? 2)
    }

    func includes(_ round: Int) -> Bool {
      switch self {
      case .rounds(let rounds): round < rounds
      case .until(let end): ContinuousClock.now < end
      }
    }
  }

  /// What came of the programs of one writer.
  private struct Work {
    var writer = -1
    var rounds = 0
    var programs = 0
    var again = 0
    /// What should not have been said.
    var complaints: [String] = []

    mutating func add(_ words: [String], _ result: Program.Result) {
      programs += 1
      let isAgain = result.complaint.contains(WriterTests.again)
      again += isAgain ? 1 : 0
      guard result.complaint.contains("占用") || result.code != 0 && !isAgain else { return }
      complaints.append("W\(writer) \(words.prefix(2)): \(result.complaint)")
    }
  }

  private static func commands(_ writer: Int, _ round: Int, in scratch: String) throws -> [[String]]
  {
    let stamp = ["--by", "W\(writer)", "--today", "2024-12-06"]
    let folder = "\(scratch)/w\(writer)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let (figures, groups) = ("\(folder)/f\(round).csv", "\(folder)/g\(round).csv")
    let number = writer * 10_000 + round
    try Data(
      "长治市2023年度医改指标\n地区,公立医院医疗服务收入（万元）,公立医院医疗收入（万元）\n潞州区,\(100_000 + number),333000\n"
        .utf8
    ).write(to: URL(fileURLWithPath: figures))
    try Data(
      """
      运城市医保总额预算结算表,,,,
      单位：万元,,,,
      县（市、区）,年度,年度总额预算,1月预拨,实际发生
      盐湖区,2023,\(500_000 + number),4000,54256.32
      """.utf8
    ).write(to: URL(fileURLWithPath: groups))
    return [
      ["mark", "annex-8", "--status", "underway", "--note", "\(round)"] + stamp,
      ["import", "figures", figures, "--accept-warnings"] + stamp,
      ["import", "settlements", groups] + stamp,
      ["mark", "annex-8", "--status", "suspended", "--note", "\(round)"] + stamp,
    ]
  }

  private static func write(
    _ writer: Int, _ span: Span, _ scratch: String, _ environment: [String: String]
  ) throws -> Work {
    var work = Work(writer: writer)
    while span.includes(work.rounds) {
      for command in try commands(writer, work.rounds, in: scratch) {
        for result in try insist(command, scratch, environment) { work.add(command, result) }
      }
      work.rounds += 1
    }
    return work
  }

  private static func copy(
    _ span: Span, _ scratch: String, _ environment: [String: String]
  ) throws -> Work {
    var work = Work()
    let words = ["backup", "--to", "\(scratch)/copy.sqlite", "--force"]
    while span.includes(work.rounds) {
      work.add(words, try Program.run(words, in: scratch, environment))
      work.rounds += 1
    }
    return work
  }

  @Test func tenAtOnceLoseNothingAndKeepTheirOrder() throws {
    let path = try program.with(.bundled)
    let before = try lastAct(path)
    let span = Span.asked
    let (scratch, environment) = (program.scratch.path, program.environment)
    let works = try atOnce(
      (0..<Self.writers).map { writer in { try Self.write(writer, span, scratch, environment) } }
        + [{ try Self.copy(span, scratch, environment) }])
    // Each of them wrote: on few processors tasks would have waited for one another.
    #expect(works.count == Self.writers + 1 && works.allSatisfy { $0.rounds > 0 })
    for work in works { #expect(work.complaints.isEmpty, "\(work.complaints.prefix(3))") }
    try hold(path, works)
    let rounds = works.filter { $0.writer >= 0 }.map(\.rounds).reduce(0, +)
    #expect(try lastAct(path) == before + rounds * 4)
    for words in [["check"], ["check", "--ledger", "\(scratch)/copy.sqlite"]] {
      let said = try program.run(words)
      #expect(said.output.contains("台账完好"), "\(words): \(said)")
    }
    let (programs, again) = works.reduce((0, 0)) { ($0.0 + $1.programs, $0.1 + $1.again) }
    print(
      "writers \(Self.writers), programs run \(programs), acknowledged \(programs - again), asked to "
        + "look again \(again)")
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

  private func lastAct(_ path: String) throws -> Int {
    let ledger = try Ledger(at: path, access: .readOnly)
    defer { ledger.close() }
    return try ledger.lastAct()
  }

  private func hold(_ path: String, _ works: [Work]) throws {
    let ledger = try Ledger(at: path, access: .readOnly)
    defer { ledger.close() }
    let day = Day.last(ofYear: 9999)
    let entries = try ledger.history(.init(limit: .max)).sorted { $0.id < $1.id }
    let batches = try ledger.batches(asOf: day)
    let facts = try ledger.groupBook(asOf: day).entries
    for work in works where work.writer >= 0 {
      let (writer, rounds) = (work.writer, work.rounds)
      let notes = entries.filter { $0.who == "W\(writer)" }.compactMap(\.note)
      #expect(notes == (0..<rounds).flatMap { ["\($0)", "\($0)"] }, "W\(writer)")
      let mine = batches.filter { $0.who == "W\(writer)" }.sorted { $0.id < $1.id }
      #expect(mine.map(\.file) == (0..<rounds).map { "f\($0).csv" }, "W\(writer)")
    }
    // Of the groups each import but the last of all was entered over.
    #expect(!facts.isEmpty)
    // The time is that at which somebody entered; who waited for others stands behind them with it.
    for work in works where work.writer >= 0 {
      let times = entries.filter { $0.who == "W\(work.writer)" }.map(\.at)
      #expect(times == times.sorted(), "W\(work.writer)")
    }
  }
}
