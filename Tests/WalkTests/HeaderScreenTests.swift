import Cells
import Reform
import TestSupport
import Testing

@testable import Dashboard

/// The first line says on every screen that a meeting is in session.
@Suite struct HeaderScreenTests {
  private func header(_ walk: Walk) -> String {
    String(walk.canvas.text.split(separator: "\n").first ?? "")
  }

  @Test(arguments: Language.allCases, [80, 100, 120, 160])
  func aMeetingInSessionIsSaidOnEveryScreen(language: Language, columns: Int) throws {
    for ledger in [TestLedger.bundled, .sample] {
      var setting = Walk.Setting()
      (setting.size, setting.ledger) = (Size(columns: columns, rows: 30), ledger)
      setting.settings.language = language
      let walk = try Walk(setting)
      try walk.press("6 a '全省深化医药卫生体制改革工作例会' Ctrl-S o Enter")
      #expect(walk.state.progress.running != nil)
      for tab in 1...7 {
        try walk.press("\(tab)")
        let words = header(walk)
        let sign = language == .zh ? "会议中" : "n session"
        #expect(words.contains(sign), "\(tab): \(words)")
        #expect(words.contains("2020-03-02") || words.contains("2024-12-06"), "\(words)")
        #expect(ledger != .sample || words.contains(language == .zh ? "示例" : "SAMPLE"))
      }
      #expect(walk.disagreements.isEmpty)
      let past = try Walk(setting)
      try past.press("1 B '2020-01-15' Enter")
      #expect(header(past).contains("20-01-15"), "\(header(past))")
      #expect(past.disagreements.isEmpty)
    }
  }

  @Test func namesAreCutOnlyWhereThereIsNoRoom() {
    let items = ["1 Overview", "2 Tasks", "3 Indicators", "7 Documents"].map {
      TabRow.Item(
        number: String($0.prefix(1)), words: $0, isFront: $0.hasPrefix("2"), isSession: false)
    }
    func row(_ room: Int) -> TabRow { TabRow(items, in: room, 6, Ruler()) }
    #expect(row(60).hasProgram && row(60).gap == 1)
    #expect(row(48).words == [" 1 Overview ", " 2 Tasks ", " 3 Indicators ", " 7 Documents "])
    #expect(row(47).words == [" 1 Overview", " 2 Tasks ", " 3 Indicators", " 7 Documents"])
    // What one column short costs is one name's end, not the ends of all.
    #expect(row(44).words == [" 1 Overview", " 2 Tasks ", " 3 Indicato…", " 7 Documents"])
    #expect(row(20).words == [" 1 ", " 2 Tasks ", " 3 ", " 7 "])
    for room in 18...60 { #expect(row(room).width <= room) }
  }
}
