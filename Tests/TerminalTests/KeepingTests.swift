import Bundle
import Intake
import LedgerStore
import Reform
import TestSupport
import Testing

/// What was acknowledged is on disk, and what is shown is safe.
@Suite(.serialized) struct KeepingTests {
  private func open(_ path: String) throws -> Ledger {
    let ledger = try Ledger(at: path)
    _ = try ledger.catalogue(over: BundledCatalogue.tables())
    return ledger
  }

  /// Sets a status by its number on the task in front and waits until it is acknowledged.
  private func mark(_ number: Int, _ words: String, in session: TerminalSession) throws {
    session.type("s\(number)")
    try session.wait(for: "Enter 登记")
    session.type("\r")
    try session.wait("the acknowledgement of \(words)") {
      $0.row(23).contains("已记入台账") && $0.row(23).hasSuffix(words)
    }
  }

  @Test func whatWasAcknowledgedSurvivesAKill() throws {
    let program = try Program()
    let path = try program.with(.bundled)
    var dice = Dice(seed: 2020)
    var (acknowledged, last) = (0, Status.notStarted)
    for round in 1...20 {
      let session = try TerminalSession(["--today", "2020-03-02"], scratch: program.scratch)
      try session.wait(for: "任务进展")
      session.type("2/annex-8\r")
      try session.wait("the task alone") {
        $0.row(1).contains("1/81") && $0.row(23).contains("Enter 打开")
      }
      for _ in 0..<(1 + dice.roll(2)) {
        last = last == .underway ? .suspended : .underway
        try mark(last == .underway ? 2 : 5, last == .underway ? "推进中" : "暂缓", in: session)
        acknowledged += 1
      }
      let isCutInTheMiddle = dice.roll(2) == 1
      // What was not acknowledged may be there or not, but never half of it.
      if isCutInTheMiddle { session.type("u") }
      try session.cut()
      let ledger = try open(path)
      let entries = try ledger.history(.init())
      #expect(entries.count { $0.kind == .entered } == acknowledged, "round \(round)")
      #expect(entries.first { $0.kind == .entered }?.status == last)
      #expect(try ledger.findings().isEmpty)
      last = entries.first?.status ?? last
      ledger.close()
    }
  }

  @Test func nothingInANoteReachesTheTerminalRaw() throws {
    let program = try Program()
    try program.with(.bundled)
    let evil = "前\u{1B}[31m\u{1B}]0;title\u{7}\u{8}\u{9B}2J\u{202E}后\u{7F}\r\n\u{85}尾"
    let marked = try program.run(
      "mark", "annex-8", "--status", "underway", "--note", evil, "--by", "甲\u{1B}[5m乙", "--today",
      "2020-03-02")
    #expect(marked.code == 0)
    let session = try TerminalSession(["--today", "2020-03-02"], scratch: program.scratch)
    try session.wait(for: "任务进展")
    session.type("2/annex-8\r\r")
    try session.wait(for: "临汾DRG付费试点")
    try session.wait(for: "尾")
    session.type("w")
    try session.wait(for: "为什么")
    session.type("\u{3}")
    try session.wait("the reasons gone") { !$0.text.contains("为什么 ─") }
    session.type("\u{3}")
    try session.end()
    let written = String(decoding: session.bytes, as: UTF8.self)
    for sign in [
      "\u{1B}[31m", "\u{1B}]0;", "\u{7}", "\u{9B}", "\u{202E}", "\u{7F}", "\u{85}", "\u{1B}[5m",
    ] {
      #expect(!written.unicodeScalars.containsRun(sign.unicodeScalars), "\(Array(sign.utf8))")
    }
    for command in [["history"], ["tasks", "--csv"], ["history", "--json"], ["shot", "annex-8"]] {
      let session = try TerminalSession(
        command + ["--today", "2020-03-02"], scratch: program.scratch)
      #expect(try session.end() == 0)
      expectHarmless(session.bytes, "\(command)")
    }
    let csv = try program.run("tasks", "--csv", "--today", "2020-03-02").output
    #expect(csv.contains(evil), "a pipe gets what was entered")
  }

  private func expectHarmless(_ bytes: [UInt8], _ what: String) {
    let text = String(decoding: bytes, as: UTF8.self)
    let bad = text.unicodeScalars.filter {
      ($0.value < 0x20 && $0 != "\n" && $0 != "\r") || (0x7F..<0xA0).contains($0.value)
        || $0.value == 0x202E
    }
    #expect(bad.isEmpty, "\(what): \(bad.map(\.value))")
  }
}

extension String.UnicodeScalarView {
  func containsRun(_ other: Self) -> Bool {
    let (whole, part) = (Array(self), Array(other))
    guard part.count <= whole.count else { return false }
    return (0...(whole.count - part.count)).contains {
      whole[$0..<($0 + part.count)].elementsEqual(part)
    }
  }
}
