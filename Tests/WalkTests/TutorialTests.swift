import Cells
import Reform
import TestSupport
import Testing

@testable import Dashboard

/// The first five minutes of both READMEs, played as they stand there on the sample.
@Suite struct TutorialTests {
  @Test(arguments: [
    ("README.md", "The first five minutes", Language.en), ("README.zh.md", "头五分钟", Language.zh),
  ])
  func everyStepDoesWhatIsSaid(file: String, heading: String, language: Language) throws {
    let steps = try Tutorial(file, under: heading).steps
    var setting = Walk.Setting()
    (setting.size, setting.ledger) = (Size(columns: 100, rows: 30), .sample)
    setting.settings.language = language
    let walk = try Walk(setting)
    func board() -> BoardScreen { walk.state.rooms[.tasks] as? BoardScreen ?? BoardScreen() }
    func status(_ task: Int?) -> Status? { task.flatMap { walk.state.report[$0]?.status } }

    try walk.press(steps[0])
    #expect(walk.state.tab == .overview || walk.state.openTasks.isEmpty)
    try walk.press(steps[1])
    #expect(walk.state.scope == "140400")
    try walk.press(steps[2])
    let first = try #require(board().selected)
    #expect(walk.state.tab == .tasks && first.status == .underway)
    #expect(board().scrolls[board().group].selected == 0)
    try walk.press(steps[3])
    #expect(status(first.task) == .done && board().selected?.task == first.task)
    try walk.press(steps[4])
    let second = try #require(board().selected)
    #expect(second.task != first.task && second.status == .done)
    try walk.press(steps[5])
    #expect(status(second.task) == .underway && status(first.task) == .done)
    #expect(board().selected?.task == second.task)
    let asked = steps[6].split(separator: " ")
    try walk.press(String(asked[0]))
    #expect(walk.state.overlay is ExplanationBox)
    try walk.press(asked.dropFirst().joined(separator: " "))
    #expect(walk.state.overlay == nil)
    #expect(steps[7] == "q")
    let again = try walk.restarted()
    let recent = again.state.progress.recent.map(\.line.task)
    let tasks = [first, second].map { again.state.catalogue.tasks[$0.task].id }
    #expect(tasks.allSatisfy(recent.contains))
    #expect(again.canvas.text.contains(language == .zh ? "已撤回" : "taken back"))
  }
}
