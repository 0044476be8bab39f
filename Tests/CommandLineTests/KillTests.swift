import Foundation
import LedgerStore
import Reform
import TestSupport
import Testing

/// The real program is killed at random moments while it enters, imports, makes tasks, files, copies
/// and writes papers: what it had acknowledged is there once and whole.
///
/// `KILLS` says how often (`make crash`); where the moment falls is chance, what must hold is not.
@Suite struct KillTests {
  private let program: Program
  private let ledger: String
  private let paper: String

  init() throws {
    program = try Program()
    ledger = try program.with(.bundled)
    _ = try program.run("template", "document", "--to", program.scratch.file("example.txt"))
    _ = try program.run(Self.brief(program.scratch.file("whole.md")))
    paper = try #require(contents(of: program.scratch.file("whole.md")))
  }

  private static func brief(_ path: String) -> [String] {
    ["papers", "brief", "--format", "md", "--today", "2024-12-06", "--force", "--to", path]
  }

  private static let kinds = 7

  private func command(_ kind: Int, _ number: Int) throws -> [String] {
    let who = ["--by", "K\(number)", "--today", "2024-12-06"]
    switch kind {
    case 0:
      return ["mark", "annex-8", "--status", "underway", "--note", "第\(number)次"] + who
    case 1:
      let file = try program.scratch.write(
        "长治市2023年度医改指标\n地区,公立医院医疗服务收入（万元）,公立医院医疗收入（万元）\n潞州区,\(12_000 + number),33000\n",
        to: "f.csv")
      return ["import", "figures", file, "--accept-warnings"] + who
    case 2:
      let file = try program.scratch.write(
        """
        运城市医保总额预算结算表,,,,
        单位：万元,,,,
        县（市、区）,年度,年度总额预算,1月预拨,实际发生
        盐湖区,2023,\(55_000 + number),4000,54256.32
        """, to: "g.csv")
      return ["import", "settlements", file] + who
    case 3:
      let title = "手工设立第\(number)项"
      return ["task", "new", title, "--level", "each-city", "--reason", "会商"] + who
    case 4:
      let text = try #require(contents(of: program.scratch.file("example.txt")))
      let file = try program.scratch.write(
        text.replacing("〔2024〕1号", with: "〔2024〕\(number + 2)号"), to: "d.txt")
      return ["import", "document", file, "--accept-sure", "--today", "2024-12-06"]
    case 5: return ["backup", "--to", program.scratch.file("copy.sqlite"), "--force"]
    default: return Self.brief(program.scratch.file("brief.md"))
    }
  }

  private func acts() throws -> [String: Int] {
    let held = try Ledger(at: ledger, access: .readOnly)
    defer { held.close() }
    let day = Day.last(ofYear: 9999)
    let acts =
      try held.history(.init(limit: .max, withActuals: true)).map { "\($0.act) \($0.who)" }
      + held.groupBook(asOf: day).entries.map { "\($0.act) \($0.who)" }
    let names =
      try Set(acts).map { String($0.split(separator: " ")[1]) }
      + held.batches(asOf: day).map(\.who)
    return Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
  }

  @Test func whatWasAcknowledgedIsThereOnce() throws {
    let rounds = ProcessInfo.processInfo.environment["KILLS"].flatMap { Int($0) } ?? 24
    var dice = Dice(seed: UInt64(rounds))
    var (killed, acknowledged, unsaid) = (0, Set<String>(), Set<String>())
    // Each once to its end, which says when it can be killed.
    let spans = try (0..<Self.kinds).map { kind in
      let start = ContinuousClock.now
      let result = try program.run(try command(kind, rounds + kind))
      #expect(result.code == 0, "\(result.complaint)")
      return Int(start.duration(to: .now) / .microseconds(1) * 1.2) + 1
    }
    for number in 0..<rounds {
      let kind = dice.roll(Self.kinds)
      var environment = program.environment
      environment["USER"] = "K\(number)"
      let result = try Program.runKilled(
        try command(kind, number), in: program.scratch.path, environment,
        after: UInt32(dice.roll(spans[kind])))
      killed += result.code == -SIGKILL ? 1 : 0
      #expect([0, -SIGKILL].contains(result.code), "\(kind): \(result.complaint)")
      if kind < 4 {
        // Killed after its sentence it has acknowledged all the same.
        let isSaid = result.code == 0 || result.output.contains("已记入台账")
        if isSaid { acknowledged.insert("K\(number)") } else { unsaid.insert("K\(number)") }
      }
      guard number.isMultiple(of: 50) || number == rounds - 1 else { continue }
      let sound = try program.run("check")
      #expect(sound.output.contains("台账完好"), "\(sound.output)")
      let copy = program.scratch.file("copy.sqlite")
      if FileManager.default.fileExists(atPath: copy) {
        #expect(try program.run("check", "--ledger", copy).output.contains("台账完好"))
      }
    }
    let acts = try acts()
    for name in acknowledged { #expect(acts[name] == 1, "\(name): \(acts[name] ?? 0)") }
    let there = unsaid.filter { acts[$0] != nil }
    for name in there { #expect(acts[name] == 1) }
    print(
      "runs \(rounds), killed \(killed), acknowledged \(acknowledged.count), entered and not said "
        + "\(there.count)")
    #expect(killed > 0)
  }

  /// A paper is there whole or not at all.
  @Test func aPaperIsNeverHalf() throws {
    var dice = Dice(seed: 7)
    for _ in 0..<8 {
      let path = program.scratch.file("half.md")
      unlink(path)
      _ = try Program.runKilled(
        Self.brief(path), in: program.scratch.path, program.environment,
        after: UInt32(dice.roll(200_000)))
      if let written = contents(of: path) { #expect(written == paper) }
    }
  }
}
