import Cells
import TestSupport
import Testing

/// The built program in a real terminal.
@Suite(.serialized) struct DashboardTests {
  private static let arguments = ["--today", "2020-03-02"]

  private func session(
    _ ledger: TestLedger = .bundled, size: Size = Size(columns: 80, rows: 24),
    environment: [String: String?] = [:], more: [String] = []
  ) throws -> TerminalSession {
    let program = try Program()
    try program.with(ledger)
    let session = try TerminalSession(
      Self.arguments + more, scratch: program.scratch, size: size, environment: environment)
    if size.rows >= 14 { try session.leaveStart() }
    return session
  }

  @Test func anOwnLedgerSaysWhatItIsAndOpensAtItsPlace() throws {
    let program = try Program()
    try program.with(.bundled)
    let session = try TerminalSession(Self.arguments, scratch: program.scratch)
    try session.wait(for: "第一次会什么时候开？")
    session.type("\r")
    try session.wait("the list of places") { $0.text.contains("取消") }
    session.type("changzhi")
    try session.wait("one place left") { $0.text.contains("▸ 长治市") }
    session.type("\r")
    try session.wait(for: "✓ 长治市")
    session.type("q")
    #expect(try session.end() == 0)
    let again = try TerminalSession(Self.arguments, scratch: program.scratch)
    try again.leaveStart()
    try again.wait("the place in the header") { $0.row(0).contains("长治市") }
    again.type("q")
    #expect(try again.end() == 0)
  }

  @Test func itStartsWithTheOverviewThatShotGives() throws {
    let program = try Program()
    try program.with(.sample)
    let session = try TerminalSession(["--sample"], scratch: program.scratch)
    try session.wait(for: "示例")
    try session.wait(for: "命令")
    // The figures come with the second frame.
    try session.wait(for: "医疗服务收入占比")
    let shot = try program.run("shot", "overview", "--sample", "--size", "80x24")
    #expect(session.text + "\n" == shot.output)
    #expect(session.screen.isAlternate && session.screen.modes.contains(2004))
    session.type("q")
    #expect(try session.end() == 0)
  }

  @Test func aResizeDrawsAnewInTheNewSize() throws {
    let session = try session()
    try session.wait(for: "任务进展")
    session.resize(Size(columns: 130, rows: 40))
    try session.wait("a frame of 130 columns") { screen in
      screen.row(0).hasSuffix("2020-03-02") && screen.row(0).contains("截至")
        && screen.row(39).contains("Enter 打开")
    }
    session.resize(Size(columns: 60, rows: 16))
    try session.wait("a frame of 16 rows") { $0.row(15).contains("Enter 打开") }
    session.resize(Size(columns: 20, rows: 5))
    try session.wait(for: "窗口太小")
    session.resize(Size(columns: 80, rows: 24))
    try session.wait(for: "任务进展")
    session.type("q")
    #expect(try session.end() == 0)
  }

  @Test func aWindowOfOneCellIsNoHarm() throws {
    let session = try session(size: Size(columns: 1, rows: 1))
    try session.wait("anything at all") { $0.isAlternate }
    session.type("2jj?q")
    session.resize(Size(columns: 80, rows: 24))
    try session.wait(for: "任务")
    session.type("\u{3}")
    #expect(try session.end() == 0)
  }

  @Test func chineseSplitOverReadsOpensTheFilter() throws {
    let session = try session()
    try session.wait(for: "任务进展")
    session.type("2")
    try session.wait(for: "按状态")
    let bytes = Array("长治".utf8)
    for (number, byte) in bytes.enumerated() {
      session.send([byte])
      if number == 2 { try session.wait(for: "筛选: 长") }
    }
    try session.wait(for: "筛选: 长治")
    #expect(session.screen.isCursorShown)
    try session.wait("the cursor after the text") { $0.y == 23 && $0.x == 7 }
    session.type("\u{1B}")
    try session.wait("the filter gone") { !$0.text.contains("筛选: 长治") }
    session.type("q")
    #expect(try session.end() == 0)
  }

  @Test func whatIsPastedIsTextAndNeverCommands() throws {
    let session = try session()
    try session.wait(for: "任务进展")
    session.type("2/")
    try session.wait("the filter's field") { $0.row(23).hasPrefix(" /") }
    session.type("\u{1B}[200~q\r\nd2:\u{1B}[201~")
    try session.wait("the text in the field") {
      $0.row(23).contains("q") && $0.text.contains("没有符合")
    }
    session.type("\u{1B}")
    try session.wait(for: "按状态")
    session.type("\u{1B}[200~qqqq\r\u{1B}[201~")
    session.type("7")
    try session.wait(for: "条款 ─ 脉络")
    session.type("q")
    #expect(try session.end() == 0)
  }

  @Test func colourIsLeftOutWhereItIsForbidden() throws {
    for (forbidden, hasColours) in [("1", false), (nil, true)] as [(String?, Bool)] {
      let session = try session(environment: ["NO_COLOR": forbidden])
      try session.wait(for: "任务进展")
      session.type("2j")
      try session.wait(for: "按状态")
      session.type("q")
      try session.end()
      let colours = session.screen.attributes.filter {
        (30...49).contains($0) || (90...107).contains($0)
      }
      #expect(colours.subtracting([39, 49]).isEmpty != hasColours, "\(colours)")
    }
  }

  @Test(arguments: ["C", "POSIX", "zh_CN.GB18030", ""])
  func otherLocalesShowChineseToo(locale: String) throws {
    let session = try session(environment: ["LANG": locale])
    try session.wait(for: "任务进展")
    session.type("q")
    #expect(try session.end() == 0)
  }

  @Test func aTraceNamesEveryEventAndEffect() throws {
    let program = try Program()
    try program.with(.bundled)
    let path = program.scratch.file("trace.txt")
    let session = try TerminalSession(
      Self.arguments, scratch: program.scratch, environment: ["YIGAI_TRACE": path])
    try session.leaveStart()
    try session.wait(for: "任务进展")
    session.type("2p长q")
    try session.wait(for: "看哪个地区")
    // Ctrl-C leaves the list, and does not quit.
    session.type("\u{3}")
    try session.wait("the list of places gone") { !$0.text.contains("看哪个地区") }
    session.type("q")
    #expect(try session.end() == 0)
    let trace = try #require(contents(of: path))
    #expect(trace.contains("event") && trace.contains("effect quit"))
    #expect(permissions(of: path) == 0o600)
  }

  @Test func anEnglishLocaleSpeaksEnglish() throws {
    let session = try session(environment: ["LANG": "en_US.UTF-8"])
    try session.wait(for: "Progress of tasks")
    session.type("q")
    #expect(try session.end() == 0)
  }

  @Test(arguments: ["xterm", "linux", "tmux-256color", "screen", "vt100"])
  func otherTerminalsWork(name: String) throws {
    let session = try session(environment: ["TERM": name])
    try session.wait(for: "任务进展")
    session.type("q")
    #expect(try session.end() == 0)
  }
}

/// Where there is no terminal to be had: a sentence and exit code 2.
@Suite struct NoTerminalTests {
  private func refused(_ term: String?) throws -> String {
    let program = try Program()
    try program.with(.blank)
    let session = try TerminalSession([], scratch: program.scratch, environment: ["TERM": term])
    #expect(try session.end() == 2)
    #expect(!session.screen.isAlternate && session.modes == session.modesBefore)
    return session.text
  }

  @Test func aDumbTerminalIsRefused() throws {
    let words = try refused("dumb")
    #expect(words.contains("dumb") && words.contains("TERM=xterm-256color"))
  }

  @Test func withoutATerminalsNameItSaysWhatToSet() throws {
    #expect(try refused(nil).contains("TERM=xterm-256color"))
  }

  @Test func anUnknownTerminalIsNamed() throws {
    let words = try refused("nonesuch-9000")
    #expect(words.contains("nonesuch-9000") && words.contains("TERM=xterm-256color"))
  }

  @Test func aPipeIsNoTerminal() throws {
    let program = try Program()
    try program.with(.blank)
    let result = try program.run()
    #expect(result.code == 2 && result.output.isEmpty)
    #expect(result.complaint.contains("yigai tasks"))
  }
}
