import Cells
import Reform
import TestSupport
import Testing

@testable import Dashboard

/// A past day is answered for as it was, and leads back to today.
@Suite struct PastDayTests {
  private func walk(_ language: Language = .zh, columns: Int = 80, rows: Int = 24) throws -> Walk {
    var setting = Walk.Setting()
    (setting.ledger, setting.size) = (.sample, Size(columns: columns, rows: rows))
    setting.settings.language = language
    return try Walk(setting)
  }

  @Test func documentsThatWereNotOutYetAreNotShown() throws {
    let walk = try walk()
    try walk.press("7 @ '2021-12-31' Enter")
    #expect(walk.canvas.text.contains("晋政办发〔2021〕85号"))
    #expect(!walk.canvas.text.contains("晋政发〔2023〕15号"))
    #expect(walk.state.model.isPast)
    try walk.press("@ Enter")
    #expect(walk.canvas.text.contains("晋政发〔2023〕15号"))
  }

  @Test func linesOfDescentEndWithTheDay() throws {
    let catalogue = try walk().state.catalogue
    let day = Day(2020, 6, 30)
    let (then, now) = (Lineage(catalogue, by: day), Lineage(catalogue))
    let steps = then.branches.flatMap(\.steps)
    #expect(steps.allSatisfy { catalogue.isThere(catalogue.tasks[$0.task], by: day) })
    #expect(now.branches.flatMap(\.steps).count > steps.count)
    let differences = Divergence.all(in: catalogue, by: day)
    #expect(differences.count < Divergence.all(in: catalogue).count)
    #expect(
      differences.allSatisfy { difference in
        [difference.one, difference.other].compactMap(catalogue.task)
          .allSatisfy { catalogue.isThere($0, by: day) }
      })
    let out = Table.clauses(catalogue, by: day, .zh).filed.count
    #expect(out > 1 && out < Table.clauses(catalogue, .zh).filed.count)
  }

  @Test func aTaskDoesNotNameThoseThatCameLater() throws {
    let walk = try walk(columns: 160, rows: 50)
    let catalogue = walk.state.catalogue
    let day = try #require(Day(2020, 1, 1))
    let task = try #require(
      catalogue.tasks.first { task in
        catalogue.issued(of: task).map { $0 < day } == true
          && !catalogue.followers(of: task.id).isEmpty
      })
    func labels() -> Set<String> {
      Set(TaskFacts(TaskScreen(task.id), walk.state.model).facts.map(\.label))
    }
    #expect(labels().contains("后续"))
    try walk.press("2 @ '2020-01-05' Enter")
    #expect(!labels().contains("后续"))
  }

  /// What is empty then says so of that day, offers nothing that is refused there, and the way back.
  @Test(arguments: Language.allCases, ["1", "2", "3", "5", "6", "7"])
  func whatIsEmptySaysOfWhichDay(language: Language, key: String) throws {
    let walk = try walk(language)
    try walk.press("\(key) @ '2018-01-01' Enter")
    let text = walk.canvas.text.filter { !"│╮╭╯╰─\n ".contains($0) }
    let words =
      language == .zh ? "截至2018-01-01还没有" : "By2018-01-01therewasno"
    #expect(text.contains(words), "\(walk.canvas.text)")
    for offer in ["导入收回", "新建", "按d办结", "没有符合", "imports", "makesone", "matches"] {
      #expect(!text.contains(offer), "\(offer): \(walk.canvas.text)")
    }
  }

  @Test func aFilterThatFindsNothingStillSaysSo() throws {
    let walk = try walk()
    try walk.press("2 / 'qqqq' Enter")
    #expect(walk.canvas.text.contains("没有符合“qqqq”的任务"))
  }
}
