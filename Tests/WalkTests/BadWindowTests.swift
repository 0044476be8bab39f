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

  private static let screens = [
    "1", "2", "2 Enter", "3", "4", "4 Enter v", "5", "5 v v", "5 Shift-Tab", "7",
  ]

  @Test(arguments: fronts.indices)
  func aWindowOfAnySizeIsWhole(front: Int) throws {
    var setting = Walk.Setting()
    setting.ledger = .figures
    setting.settings.language = front.isMultiple(of: 2) ? .zh : .en
    setting.size = Size(columns: 100, rows: 30)
    let walk = try Walk(setting)
    for (number, screen) in Self.screens.enumerated() {
      let keys = "\(screen) \(Self.fronts[front])"
      try walk.press("Esc Esc Esc Esc " + keys)
      look(at: walk.state, from: front + number, keys)
    }
  }

  /// The window shrinks and grows under what is open; each time it begins with another size.
  private func look(at state: AppState, from start: Int, _ keys: String) {
    var state = state
    let large = (0..<5).map { Self.ladder[(start + $0 * 5) % Self.ladder.count] }
    let small = (0..<5).map { Self.small[(start * 17 + $0 * 71) % Self.small.count] }
    for size in zip(large, small).flatMap({ [$0, $1] }) {
      _ = update(&state, .event(.resize(size)))
      let canvas = view(state).canvas
      let faults = Wholeness.faults(
        of: canvas, in: size, isCovered: state.overlay.map { !$0.isInHintLine } ?? false)
      #expect(faults.isEmpty, "\(keys) at \(size): \(faults.prefix(3))\n\(canvas.text)")
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
