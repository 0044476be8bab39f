import Cells
import Foundation
import Reform
import TestSupport
import Testing

@testable import Dashboard

/// Keys that mean the same everywhere, pressed everywhere.
@Suite struct EverywhereTests {
  private func walk(_ ledger: TestLedger, _ place: Division.Code? = nil) throws -> Walk {
    var setting = Walk.Setting()
    (setting.ledger, setting.place) = (ledger, place)
    setting.size = Size(columns: 160, rows: 50)
    return try Walk(setting)
  }

  private static let screens = [
    "1", "2", "2 Enter", "3", "4", "4 Enter", "5", "5 v", "5 v v", "5 v v v", "5 Shift-Tab", "7",
  ]

  /// In every pane of every screen `w` opens a box, or says something in a line.
  @Test(arguments: [TestLedger.sample, .blank, .bundled])
  func whySaysSomethingInEveryPane(ledger: TestLedger) throws {
    for place in [nil, "140802"] as [Division.Code?] {
      let walk = try walk(ledger, place)
      for screen in Self.screens {
        for tabs in 0..<4 {
          let there = screen + String(repeating: " Tab", count: tabs)
          try walk.press("Esc Esc Esc Esc \(there) w")
          let box = walk.state.overlay as? ExplanationBox
          let said = walk.state.toast?.text ?? ""
          #expect((box?.lines.count ?? 0) > 1 || said.count > 3, "\(there)\n\(walk.canvas.text)")
        }
      }
    }
  }

  @Test func everySectionOfAGroupExplainsItself() throws {
    let walk = try walk(.sample, "140802")
    try walk.press("4 Enter")
    for _ in 1...8 {
      try walk.press("w")
      let box = try #require(walk.state.overlay as? ExplanationBox, "\(walk.canvas.text)")
      #expect(box.lines.count > 2, "\(box.lines.map(\.text))")
      try walk.press("Esc j")
    }
  }

  /// Ctrl-C takes away what stands in front; where nothing does, it quits.
  @Test(arguments: ["2 d", "2 s", "p", ":", "?", "@", "2 w", "/", "0", "7 i", "2 g"])
  func controlCClosesWhatStandsInFront(keys: String) throws {
    let walk = try walk(.small)
    try walk.press(keys)
    #expect(walk.state.overlay != nil)
    var state = walk.state
    #expect(update(&state, .event(.key(.control("c")))) == [])
    #expect(state.overlay == nil)
    #expect(update(&state, .event(.key(.control("c")))) == [.quit])
  }

  /// What came with the program is not asked about: it is refused at once.
  @Test func aBundledDocumentIsRefusedWithoutAQuestion() throws {
    let walk = try walk(.bundled)
    try walk.press("7 x")
    #expect(walk.state.overlay == nil)
    #expect(walk.state.toast?.text.contains("程序自带") == true)
  }

  @Test func acceptingTwiceStaysAccepted() throws {
    let walk = try walk(.blank)
    _ = try walk.scratch.copy(Places.ownDocuments + "/second-half.txt", to: "notice.txt")
    try walk.press("7 i 'notice.txt' Enter G a")
    let draft = try #require(walk.state.documents.review?.draft)
    #expect(walk.state.documents.review?.review.drafts[draft].decision == .accepted)
    try walk.press("a")
    #expect(walk.state.documents.review?.review.drafts[draft].decision == .accepted)
    #expect(walk.state.toast?.text.contains("已经采纳") == true)
    try walk.press("u")
    #expect(walk.state.documents.review?.review.drafts[draft].decision == .waiting)
  }
}
