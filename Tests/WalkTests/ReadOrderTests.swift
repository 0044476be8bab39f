import Cells
import Reform
import Runtime
import TestSupport
import Testing

@testable import Dashboard

/// Answers come when they come: what is shown at the end is what it would be had they come at once.
@Suite struct ReadOrderTests {
  private static let goings = [
    "1", "2", "3", "4", "7", "L", "@ '2020-02-01' Enter", "@ '2020-02-15' Enter", "@ Enter",
    "p '长治' Enter", "p '高平' Enter", "p '山西' Enter",
  ]
  private static let keys =
    goings + [
      "5", "j", "j", "k", "l", "h", "Tab", "Enter", "Esc", "Esc", "d", "u", "Ctrl-R", "n", "'x'",
      "v",
      "t", "y", "c", "w", "/ 'a' Enter", "]", "[", ": 'x' Enter",
    ]

  private func walk(reads: ReadQueue?) throws -> Walk {
    var setting = Walk.Setting()
    (setting.ledger, setting.size) = (.figures, Size(columns: 110, rows: 32))
    setting.reads = reads
    return try Walk(setting)
  }

  /// Some questions are answered, some answers arrive, in any order.
  private func stir(_ answerer: Answerer, _ dice: inout Dice, for walk: Walk) throws {
    while dice.roll(3) > 0, !answerer.waiting.isEmpty {
      try answerer.find(dice.roll(answerer.waiting.count), for: walk)
    }
    while dice.roll(3) > 0, answerer.heldBack > 0 {
      answerer.give(dice.roll(answerer.heldBack))
    }
    if dice.roll(2) > 0 { walk.send([.woken]) }
  }

  private func another(_ number: Int, enters walk: Walk) throws {
    try walk.another(
      "李强", enters: "demo-1/4", ["140400"], number % 2 == 0 ? .done : .underway, "第 \(number) 次")
    walk.send([.tick])
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func answersInAnyOrderLeadToTheSameScreens(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let answerer = Answerer()
    let (walk, other) = (try walk(reads: answerer.queue), try self.walk(reads: nil))
    for round in 0..<30 {
      let keys = dice.pick(Self.goings)
      try walk.press(keys)
      try other.press(keys)
      if dice.roll(8) == 0 {
        try another(round, enters: walk)
        try another(round, enters: other)
      }
      try stir(answerer, &dice, for: walk)
    }
    for tab in ["1", "2", "3", "4", "5", "7"] {
      try walk.press(tab)
      try other.press(tab)
      try answerer.answerAll(for: walk)
      #expect(walk.canvas == other.canvas, "tab \(tab)\n\(walk.canvas.text)\n\(other.canvas.text)")
    }
    #expect(walk.disagreements.isEmpty, "\(walk.disagreements)")
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func anyKeysAtAnyTimeLeaveNothingUnanswered(seed: UInt64) throws {
    var dice = Dice(seed: seed &+ 100)
    let answerer = Answerer()
    let walk = try walk(reads: answerer.queue)
    for round in 0..<60 {
      try walk.press(dice.pick(Self.keys))
      if dice.roll(10) == 0 { try another(round, enters: walk) }
      try stir(answerer, &dice, for: walk)
    }
    try answerer.answerAll(for: walk)
    #expect(walk.state.readsInFlight.isEmpty, "\(walk.state.readsInFlight)")
    #expect(walk.state.model.reads.heading == nil)
    #expect(walk.disagreements.isEmpty, "\(walk.disagreements)")
    // How things stand is what a new start finds.
    let (state, catalogue) = (walk.state, walk.state.catalogue)
    let fresh = try Reader(walk.world.ledger).progress(on: state.day, in: state.scope, catalogue)
    let report = TaskReport(
      catalogue, tallies: fresh.tallies, entered: fresh.entered, on: state.day, in: state.scope)
    #expect(state.report == report)
  }
}
