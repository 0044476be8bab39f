import Cells
import Foundation
import Reform
import TestSupport
import Testing

@testable import Dashboard

/// What the app does besides what stories show.
@Suite struct AppTests {
  @Test func noKeyMeansTwoThingsInOnePlace() {
    let clashes = Keymap.standard.clashes().map { "\($0.key): \($0.first) and \($0.second)" }
    #expect(clashes.isEmpty, "\(clashes)")
  }

  @Test func everyCommandHasAKeyThatReadsItsOwnName() throws {
    for binding in Keymap.standard.bindings {
      #expect(!binding.keys.isEmpty, "\(binding.command)")
      for key in binding.keys { #expect(Key(name: key.name) == key, "\(key.name)") }
    }
  }

  @Test func keysThatWereSetHoldWhereverTheirCommandMeansSomething() {
    let keymap = Keymap.standard.binding([.sort: ["z"]])
    for place in [Context.board, .places, .compare] {
      #expect(keymap.command(for: "z", in: place) == .sort, "\(place)")
      #expect(keymap.command(for: "o", in: place) == nil, "\(place)")
    }
    #expect(keymap.command(for: "O", in: .board) == .reverse)
    // In a group + adds already: there the standard key stays.
    let close = Keymap.standard.binding([.close: ["+"]])
    #expect(close.clashes().isEmpty && close.command(for: "+", in: .board) == .close)
    #expect(close.command(for: "d", in: .group) == .close)
    #expect(!Keymap.standard.binding([.quit: ["?"]]).clashes().isEmpty)
  }

  @Test func fullWidthKeysMeanTheirNarrowOnes() throws {
    let walk = try Walk()
    walk.send([.key("２")])
    #expect(walk.canvas.text.contains("按状态"))
    walk.send([.key("？")])
    #expect(walk.canvas.text.contains("医改 · 帮助"))
  }

  @Test(arguments: ["2 d", "?", ":", "p", "/", "@", "2 w"])
  func controlCClosesWhatStandsInFront(keys: String) throws {
    let walk = try Walk()
    try walk.press(keys)
    #expect(walk.state.overlay != nil)
    try walk.press("Ctrl-C")
    #expect(walk.state.overlay == nil)
  }

  @Test func whatClosingLeavesSuspendedIsSaid() throws {
    var setting = Walk.Setting()
    setting.ledger = .sample
    let walk = try Walk(setting)
    try walk.press("p 'yuncheng' Enter 2 / '党委领导' Enter d")
    #expect(walk.canvas.text.contains("暂缓的不动：平陆"), "\(walk.canvas.text)")
  }

  @Test func aSpanWithoutAStartHasNoYears() {
    let span = Deadline(.range, isSoft: true, words: "力争3年内")
    #expect(Format.deadline(span, in: .en) == "“力争3年内”, no start printed (aim)")
    #expect(Format.deadline(Deadline(.range), in: .en) == "within some years, no start printed")
  }

  @Test func whatIsPastedOutsideAFieldDoesNothing() throws {
    let walk = try Walk()
    try walk.press("2")
    let before = walk.state
    walk.send([.paste("dq7\n2:")])
    let isSame = walk.state == before
    #expect(isSame)
  }

  @Test func anExportHoldsWhatIsShown() throws {
    let walk = try Walk()
    try walk.export("2 !")
    let names = try FileManager.default.contentsOfDirectory(atPath: walk.scratch.path)
    let name = try #require(names.first { $0.hasSuffix(".csv") })
    #expect(name == "yigai-2020-03-02.csv")
    let text = try #require(contents(of: walk.scratch.file(name)))
    let lines = text.split(separator: "\r\n").map { $0.split(separator: ",") }
    #expect(text.hasPrefix("\u{FEFF}分组,编号,任务,"))
    #expect(lines.first?.suffix(2) == ["截至", "查看地区"])
    #expect(lines.dropFirst().allSatisfy { $0.suffix(2) == ["2020-03-02", "山西省"] })
    #expect(text.contains("demo-3/1") && !text.contains("demo-1/5"))
    #expect(walk.canvas.text.contains("已导出到"))
    try walk.press("Ctrl-S Ctrl-S")
    let all = try FileManager.default.contentsOfDirectory(atPath: walk.scratch.path)
    #expect(all.count { $0.hasSuffix(".csv") } == 2)
  }

  @Test func anExportOfTheSampleSaysThatItIsMadeUp() throws {
    var setting = Walk.Setting()
    setting.ledger = .sample
    let walk = try Walk(setting)
    for keys in ["1", "1 Tab Tab", "2", "2 Enter", "7"] {
      try walk.export(keys)
      try walk.press("Esc Esc")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: walk.scratch.path)
      .filter { $0.hasSuffix(".csv") }
    #expect(names.count == 5 && names.allSatisfy { $0.contains("sample") })
    for name in names {
      let lines = contents(of: walk.scratch.file(name))?.split(separator: "\r\n") ?? []
      #expect(lines.first?.hasSuffix(",示例") == true && lines.count > 1, "\(name)")
      #expect(lines.dropFirst().allSatisfy { $0.hasSuffix(",示例数据") }, "\(name)")
    }
  }

  @Test func anotherProgramsEntryShowsWithoutAKey() throws {
    let walk = try Walk()
    try walk.press("2")
    #expect(walk.canvas.text.contains("未启动 7"))
    try walk.another("李华", enters: "demo-3/1", ["140400"], .done, nil)
    walk.send([.tick])
    #expect(walk.canvas.text.contains("未启动 6") && walk.canvas.text.contains("已办结 1"))
  }

  @Test func redrawAndSuspendAreForTheTerminal() throws {
    let walk = try Walk()
    try walk.press("Ctrl-L Ctrl-Z")
    walk.send([.resumed])
    #expect(walk.redraws == 2 && walk.suspensions == 1)
  }

  @Test func theColoursAreChangedWhileItRuns() throws {
    let walk = try Walk()
    try walk.press("T")
    #expect(walk.themes.last == .light && walk.canvas.text.contains("配色：浅色"))
    try walk.press("T T T")
    #expect(walk.themes.suffix(3) == [.contrast, .monochrome, .dark])
  }

  @Test func aReadOnlyLedgerIsOnlyLookedAt() throws {
    var setting = Walk.Setting()
    setting.isReadOnly = true
    let walk = try Walk(setting)
    let before = try walk.world.ledger.entryCount()
    for keys in ["2 d", "2 s", "2 n", "2 e", "2 u", "2 Ctrl-R", "2 / 'demo-1/5' Enter t"] {
      try walk.press("Esc Esc " + keys)
      #expect(walk.canvas.row(23).contains("只读"), "\(keys)")
    }
    #expect(try walk.world.ledger.entryCount() == before)
  }

  @Test func aLongNoteIsKeptWhole() throws {
    let walk = try Walk()
    let long = String(repeating: "很长的备注", count: 2_000)
    try walk.press("2 n")
    walk.send([.paste(long), .key(.enter)])
    #expect(try walk.world.ledger.history(.init(limit: 1)).first?.note == long)
  }

  /// Somebody leans on the keyboard while the window changes: nothing breaks, and every frame is
  /// as large as the window.
  @Test(arguments: [1, 2, 3, 5, 8] as [UInt64])
  func anyKeysInAnyWindowAreNoHarm(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    var setting = Walk.Setting()
    setting.settings.ambiguous = dice.roll(2) == 0 ? .one : .two
    let walk = try Walk(setting)
    let keys = Keymap.standard.bindings.flatMap(\.keys) + ["长", "a", "ü", .backspace, .delete]
    let harmless = keys.filter { Keymap.standard.command(for: $0, in: .board) != .quit }
      .filter { $0 != .control("s") }
    for _ in 0..<60 {
      let size = Size(columns: dice.roll(170), rows: dice.roll(60))
      var events: [Event] = [.resize(size)]
      for _ in 0..<12 {
        switch dice.roll(12) {
        case 0: events.append(.paste("粘贴\u{1B}[31m\n"))
        case 1:
          let point = Point(x: dice.roll(max(1, size.columns)), y: dice.roll(max(1, size.rows)))
          events.append(.mouse(Mouse(dice.roll(3) == 0 ? .wheelDown : .press, at: point)))
        default: events.append(.key(harmless[dice.roll(harmless.count)]))
        }
      }
      walk.send(events)
      #expect(walk.canvas.size == size)
      #expect(walk.disagreements.isEmpty)
    }
    #expect(try walk.world.ledger.findings().isEmpty)
  }
}
