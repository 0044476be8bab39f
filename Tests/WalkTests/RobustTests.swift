import Cells
import Foundation
import Reform
import Runtime
import TestSupport
import Testing

@testable import Dashboard

/// Midnight, long notes, and paths as terminals write them.
@Suite struct RobustTests {
  /// A clock on which midnight comes after it was looked at so many times.
  private final class Calendar {
    private var left: Int
    private let day: Day
    init(_ day: Day, turnsAfter count: Int) { (self.day, left) = (day, count) }

    func today() -> Day {
      left -= 1
      return left < 0 ? day.adding(days: 1) : day
    }
  }

  private func play(
    _ keys: String, _ walk: Walk, turnsAfter count: Int?
  ) throws -> AppState {
    var world = walk.world
    if let count {
      let calendar = Calendar(world.today, turnsAfter: count)
      world.calendar = { calendar.today() }
    }
    let terminal = ScriptedTerminal(size: walk.state.size, script: try Keys.events(keys))
    let runner = EffectRunner(world)
    let loop = EventLoop(terminal, state: walk.state, runner: runner)
    loop.run()
    return loop.state
  }

  @Test func overMidnightTheBooksGoOn() throws {
    let walk = try Walk()
    let tomorrow = walk.world.today.adding(days: 1)
    let state = try play("2 d Enter", walk, turnsAfter: 2)
    #expect(state.day == tomorrow && state.today == tomorrow)
    let entry = try #require(try walk.world.ledger.history(.init(limit: 1)).first)
    #expect(entry.day == tomorrow && entry.status == .done)
  }

  @Test func aPastDayThatIsLookedAtStays() throws {
    let walk = try Walk()
    let tomorrow = walk.world.today.adding(days: 1)
    let state = try play("@ '2020-02-01' Enter 2", walk, turnsAfter: 3)
    #expect(state.day == Day(2020, 2, 1) && state.today == tomorrow)
  }

  @Test func aDayThatWasChosenStays() throws {
    let walk = try Walk()
    #expect(try play("2 2 2 2", walk, turnsAfter: nil).day == walk.world.today)
  }

  @Test func minutesPastedIntoANoteAreKeptWhole() throws {
    let walk = try Walk()
    let minutes = (1...40).map { "第\($0)条，会上议定由县里牵头办理并于月底前报结果。" }.joined()
    try walk.press("2 d")
    walk.send([.paste(minutes)])
    try walk.press("Enter")
    #expect(try walk.world.ledger.history(.init(limit: 1)).first?.note == minutes)
  }

  @Test func whatDoesNotFitIsSaidBeforeEnter() throws {
    let walk = try Walk()
    try walk.press("2 d 'agreed'")
    walk.send([.paste(String(repeating: "长", count: 20_000))])
    #expect(walk.canvas.text.contains("这 20000 个字没有收入；最多 10000 个字"))
    #expect(walk.canvas.text.contains("agreed"))
    try walk.press("Enter")
    #expect(try walk.world.ledger.history(.init(limit: 1)).first?.note == "agreed")
  }

  @Test func aDueDayBeforeItsDocumentIsRefused() throws {
    let walk = try Walk()
    let before = try walk.world.ledger.entryCount()
    let task = try #require(walk.state.catalogue.tasks.first { $0.takesDue })
    let document = try #require(walk.state.catalogue.document(task.document))
    for due in [document.issued.adding(days: -1), Day.last(ofYear: 2099)] {
      let change = Change(Line(task.id, in: "140000"), due: .some(due))
      let runner = EffectRunner(walk.world)
      let answer = runner.run(.record([change], overriding: true), on: walk.state)
      guard case .failed(let fault)? = answer else {
        Issue.record("\(String(describing: answer))")
        continue
      }
      #expect(fault.message.zh.contains("\(due)"))
    }
    #expect(try walk.world.ledger.entryCount() == before)
  }

  @Test(arguments: [
    ("通知 (1).txt", "{}/通知\\ \\(1\\).txt"), ("通知 (1).txt", "'{}/通知 (1).txt'"),
    ("通知 (1).txt", "\"{}/通知 (1).txt\""), ("通知 (1).txt", "{}/通知 (1).txt"),
    ("通知 (1).txt", "file://{}/%E9%80%9A%E7%9F%A5%20(1).txt"),
    ("通知 (1).txt", "file://localhost{}/%E9%80%9A%E7%9F%A5%20(1).txt"),
    ("通知 (1).txt", "~/通知\\ \\(1\\).txt"), ("通知 (1).txt", "通知\\ \\(1\\).txt"),
    ("it's.txt", "'{}/it'\\''s.txt'"), ("it's.txt", "{}/it\\'s.txt"), ("it's.txt", "it's.txt"),
    ("a\\b.txt", "{}/a\\b.txt"), ("a\\b.txt", "{}/a\\\\b.txt"), ("'q'.txt", "{}/'q'.txt"),
    ("100%25.txt", "{}/100%25.txt"), ("$x `y`.txt", "\"{}/\\$x \\`y\\`.txt\""),
  ])
  func aDroppedPathIsTheFileItCameFrom(name: String, words: String) throws {
    let scratch = try Scratch()
    let path = try scratch.write("x", to: name)
    let given = words.replacing("{}", with: scratch.path)
    #expect(PathWords.absolute(given, folder: scratch.path, home: scratch.path) == path)
  }

  @Test func whatIsNotThereIsNamedAsItWasMeant() {
    let found = PathWords.absolute("~/no\\ file.txt", folder: "/work", home: "/home/li")
    #expect(found == "/home/li/no file.txt")
  }
}
