import Foundation
import LedgerStore
import Reform
import Synchronization
import TestSupport
import Testing

/// Real programs on one ledger at the same time: what was acknowledged is counted.
@Suite struct TogetherTests {
  private let program: Program

  init() throws { program = try Program() }

  /// Runs commands at the same time, each again and again as often as it is asked for.
  private func together(
    _ count: Int, _ command: @Sendable @escaping (Int) -> [String]
  ) throws -> [Program.Result] {
    let (scratch, environment) = (program.scratch.path, program.environment)
    return try atOnce(
      (0..<count).map { number in
        { try Program.run(command(number), in: scratch, environment) }
      })
  }

  private func table(_ name: String, _ value: Int) throws -> String {
    try program.scratch.write(
      "长治市2023年度医改指标\n地区,公立医院医疗服务收入（万元）,公立医院医疗收入（万元）\n潞州区,\(value),33000\n",
      to: name)
  }

  private func acts(_ path: String, by prefix: String) throws -> Int {
    let ledger = try Ledger(at: path, access: .readOnly)
    defer { ledger.close() }
    return try ledger.batches(asOf: Day.last(ofYear: 9999)).count { $0.who.hasPrefix(prefix) }
  }

  @Test func importsBesideAProgramThatOpensAndClosesAreAllThere() throws {
    let path = try program.with(.bundled)
    let flag = Flag()
    let (scratch, environment) = (program.scratch.path, program.environment)
    let rounds = 20
    let files = try (0..<rounds).map { try table("f\($0).csv", 12_000 + $0) }
    let acknowledged = try atOnce([
      {
        while !flag.isOver.withLock({ $0 }) {
          _ = try Program.run(["history", "--limit", "1"], in: scratch, environment)
        }
        return 0
      },
      {
        defer { flag.isOver.withLock { $0 = true } }
        return try files.enumerated().count { number, file in
          try Program.run(
            [
              "import", "figures", file, "--today", "2024-12-06", "--accept-warnings", "--by",
              "P\(number)",
            ], in: scratch, environment
          ).code == 0
        }
      },
    ]).reduce(0, +)
    #expect(acknowledged == rounds)
    #expect(try acts(path, by: "P") == acknowledged)
    #expect(try program.run("check").output.contains("台账完好"))
  }

  @Test func theSameFiguresImportedBySeveralAtOnceArePostedOnce() throws {
    let path = try program.with(.bundled)
    for round in 0..<3 {
      let file = try table("g\(round).csv", 13_000 + round)
      let results = try together(4) { _ in
        [
          "import", "figures", file, "--today", "2024-12-06", "--accept-warnings", "--by",
          "R\(round)",
        ]
      }
      #expect(results.allSatisfy { $0.code == 0 }, "\(results.map(\.complaint))")
      #expect(try acts(path, by: "R\(round)") == 1)
      #expect(results.allSatisfy { !$0.output.isEmpty })
    }
  }

  @Test func theOpenPeriodIsClosedOnceAlsoBySeveralAtOnce() throws {
    try program.with(.bundled)
    let results = try together(4) { number in
      [
        "mark", "annex-13", "--status", "done", "--json", "--by", "M\(number)", "--today",
        "2020-03-02",
      ]
    }
    let entered = try results.filter { $0.code == 0 }.map {
      try #require(try JSON($0.output)["period"].text)
    }
    #expect(entered == ["2020"])
    for refused in results where refused.code != 0 {
      #expect(refused.code == 2 && refused.complaint.contains("都已办结"), "\(refused.complaint)")
    }
    #expect(try JSON(program.run("history", "--json").output).items.count == entered.count)
  }

  @Test func ofSeveralThatMakeALedgerAtOnceOneDoes() throws {
    let names = ["浙江", "北京", "海南", "山西", "新疆", "西藏"]
    let results = try together(6) { number in ["new", "--province", names[number % 6]] }
    #expect(results.count { $0.code == 0 } == 1, "\(results.map(\.complaint))")
    for refused in results where refused.code != 0 {
      #expect(refused.code == 2 && refused.complaint.contains("已经存在"), "\(refused.complaint)")
    }
    let made = try JSON(program.run("places", "--json").output)["crumbs"][0]["name"].text ?? "-"
    #expect(results.contains { $0.code == 0 && $0.output.contains(made) }, "\(made)")
    let left = try FileManager.default.contentsOfDirectory(
      atPath: program.scratch.file("data/yigai"))
    #expect(!left.contains { $0.contains(".making-") }, "\(left)")
  }

  @Test func theSampleMadeBySeveralAtOnceHasTheEntriesOfAll() throws {
    let results = try together(3) { number in
      ["mark", "annex-8", "--status", "suspended", "--sample", "--by", "S\(number)"]
    }
    #expect(results.allSatisfy { $0.code == 0 }, "\(results.map(\.complaint))")
    let last = try JSON(program.run("history", "--sample", "--json", "--limit", "3").output).items
    #expect(Set(last.compactMap { $0["who"].text }) == ["S0", "S1", "S2"])
  }
}

/// Raised when a test has done what others went on beside.
private final class Flag: Sendable {
  let isOver = Mutex(false)
}

@Suite struct AsideTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.with(.sample)
  }

  @Test func whatIsPutAsideLiesBesideNoJournalOfAnotherOne() throws {
    let path = program.scratch.file("data/yigai/sample.sqlite")
    _ = try program.run("mark", "annex-8", "--status", "suspended", "--sample")
    try program.scratch.write("an older journal", to: "data/yigai/sample.sqlite.old-wal")
    try program.scratch.write("an older one", to: "data/yigai/sample.sqlite.old")
    #expect(try program.run("sample").code == 0)
    #expect(!FileManager.default.fileExists(atPath: path + ".old-wal"))
    let kept = try program.run("history", "--ledger", path + ".old", "--json", "--limit", "1")
    #expect(try JSON(kept.output)[0]["status"].text == "suspended")
  }

  @Test func aWindowOnTheSampleThatWasPutAsideEntersNothing() throws {
    let path = program.scratch.file("data/yigai/sample.sqlite")
    let window = try Ledger(at: path)
    _ = try window.remark("sample")
    #expect(try program.run("sample").code == 0)
    let fault = #expect(throws: Fault.self) { try window.setRemark("x", "y") }
    #expect(fault?.message.zh.contains("换成另一个") == true)
    window.close()
    #expect(try program.run("check", "--sample").output.contains("台账完好"))
  }
}
