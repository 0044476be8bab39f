import Foundation
import TestSupport
import Testing

/// The terminal is given back, however the program ends.
@Suite(.serialized) struct LeavingTests {
  private func session(through wrapper: [String] = []) throws -> TerminalSession {
    let program = try Program()
    try program.with(.blank)
    let session = try TerminalSession(
      ["--today", "2020-03-02"], scratch: program.scratch, through: wrapper)
    try session.leaveStart()
    try session.wait("a whole frame") { $0.row(23).contains("? 帮助") }
    #expect(session.modes != session.modesBefore)
    return session
  }

  private func expectGivenBack(_ session: TerminalSession) {
    #expect(session.modes == session.modesBefore)
    #expect(!session.screen.isAlternate && session.screen.isCursorShown)
    #expect(session.screen.modes.isDisjoint(with: [1000, 1006, 2004]), "\(session.screen.modes)")
  }

  @Test(arguments: ["q", "\u{3}", "\u{1B}[21~", "2?\u{1B}\u{3}"])
  func quittingGivesTheTerminalBack(keys: String) throws {
    let session = try session()
    session.type(keys)
    #expect(try session.end() == 0)
    expectGivenBack(session)
    let left = session.text.filter { !$0.isWhitespace }
    #expect(left.isEmpty)
  }

  /// What is read beside the loop is let go, and its connection closed before that of the loop: who
  /// closes last clears the journal away.
  @Test func quittingWhileSomethingIsReadLeavesNothingBehind() throws {
    let program = try Program()
    try program.with(.sample)
    let session = try TerminalSession(["--sample"], scratch: program.scratch)
    try session.wait(for: "命令")
    session.type("345q")
    #expect(try session.end() == 0)
    expectGivenBack(session)
    let names = try FileManager.default.subpathsOfDirectory(atPath: program.scratch.path)
    #expect(names.contains { $0.hasSuffix("sample.sqlite") })
    #expect(!names.contains { $0.hasSuffix("-wal") || $0.hasSuffix("-shm") }, "\(names)")
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func aSignalGivesTheTerminalBack(number: Int32) throws {
    let session = try session()
    session.signal(number)
    #expect(try session.end() == -number, "a shell sees which signal it was")
    expectGivenBack(session)
  }

  /// Whatever ends a process that does nothing against it.
  @Test(arguments: [
    SIGSEGV, SIGABRT, SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGSYS, SIGQUIT, SIGPIPE, SIGALRM, SIGVTALRM,
    SIGPROF, SIGUSR1, SIGUSR2, SIGXCPU, SIGXFSZ, SIGIO,
  ])
  func everySignalThatEndsItGivesTheTerminalBack(number: Int32) throws {
    let session = try session()
    session.signal(number)
    #expect(try session.end() == -number)
    expectGivenBack(session)
  }

  /// The terminal is held (Ctrl-S, a line that hangs): what it should show cannot be sent.
  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGUSR1])
  func aTerminalThatDoesNotReadKeepsNoSignalWaiting(number: Int32) throws {
    let session = try session()
    session.hold()
    session.type("2")
    session.signal(number)
    #expect(try session.end() == -number)
    #expect(session.modes == session.modesBefore)
  }

  @Test func aSignalWhileAQuestionIsOpenEntersNothing() throws {
    let session = try session()
    session.type("2d")
    try session.wait(for: "Enter 登记")
    session.type("没有写完")
    try session.wait(for: "没有写完")
    session.signal(SIGTERM)
    _ = try session.end()
    expectGivenBack(session)
    var program = try Program()
    program.environment = Surroundings.environment(in: session.scratch)
    #expect(try program.run("history", "--json").output == "[\n\n]\n")
  }

  /// A shell starts it as a job, as people do.
  @Test func controlZStopsItAndTheForegroundBringsTheScreenBack() throws {
    let shell = [
      "/bin/bash", "-c",
      "set -m; \"$0\" \"$@\"; echo the-shell; read -r line; fg >/dev/null; echo at-the-end",
    ]
    let session = try session(through: shell)
    session.type("2")
    try session.wait(for: "按状态")
    session.send([0x1A])
    try session.wait(for: "the-shell")
    expectGivenBack(session)
    session.type("\n")
    try session.wait("the screen again") { $0.isAlternate && $0.text.contains("按状态") }
    session.type("7")
    try session.wait(for: "条款 ─ 脉络")
    session.type("q")
    try session.wait(for: "at-the-end")
    #expect(try session.end() == 0)
    expectGivenBack(session)
  }
}
