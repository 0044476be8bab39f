import Cells
import Foundation
import Reform
import TestSupport
import Testing

@testable import Dashboard

/// Windows of every size, whatever stands in front: nothing breaks and nothing is torn.
@Suite struct BadWindowTests {
  private static let small = (1...12).flatMap { rows in
    (1...30).map { Size(columns: $0, rows: rows) }
  }
  private static let ladder = [
    (59, 13), (60, 14), (61, 15), (80, 24), (99, 23), (100, 30), (119, 31), (132, 26), (160, 50),
    (200, 15), (61, 60), (300, 100),
  ].map { Size(columns: $0.0, rows: $0.1) }

  /// What opens each of what can stand in front, on whatever screen.
  private static let fronts = [
    "", "?", "p", "p 'zz'", ":", ": 'x'", "@ '2020-0'", "0", "w", "/ '长治'", "2 d", "2 s", "2 g",
    "2 / 'demo-1/5' Enter t", "7 i '/tmp/没有这个文件'",
  ]

  @Test(arguments: fronts)
  func aWindowOfAnySizeIsWhole(front: String) throws {
    for language in [Language.zh, .en] {
      var setting = Walk.Setting()
      (setting.ledger, setting.settings.language) = (.figures, language)
      setting.size = Size(columns: 100, rows: 30)
      let walk = try Walk(setting)
      for tab in ["1", "2", "2 Enter", "3", "4", "4 Enter v", "5", "5 v v", "5 Shift-Tab", "7"] {
        try walk.press("Esc Esc Esc Esc " + tab + " " + front)
        look(at: walk.state, "\(tab) \(front) \(language)")
      }
    }
  }

  /// The window shrinks and grows under what is open, and back again.
  private func look(at state: AppState, _ what: String) {
    var state = state
    for size in Self.ladder + Self.small.thinned(every: 7) + Self.ladder.reversed() {
      _ = update(&state, .event(.resize(size)))
      let canvas = view(state).canvas
      let faults = Wholeness.faults(
        of: canvas, in: size, isCovered: state.overlay.map { !$0.isInHintLine } ?? false)
      #expect(faults.isEmpty, "\(what) at \(size): \(faults.prefix(3))\n\(canvas.text)")
      if !faults.isEmpty { return }
    }
  }

  /// Of the smallest windows all, on the screen that one begins with.
  @Test func theSmallestWindowsOnlySayWhatTheyNeed() throws {
    var state = try Walk().state
    for size in Self.small {
      _ = update(&state, .event(.resize(size)))
      #expect(Wholeness.faults(of: view(state).canvas, in: size).isEmpty, "\(size)")
    }
  }
}

extension [Size] {
  /// Every so many of them.
  fileprivate func thinned(every step: Int) -> [Size] {
    stride(from: 0, to: count, by: step).map { self[$0] }
  }
}
