import Reform
import Testing

@Suite struct LineageTests {
  /// Three tasks of three years, one after another, and one that stands alone.
  private func catalogue() -> Catalogue {
    var tasks = [
      Field.task("d/1", [Deadline(.year, due: Field.day("2020-12-31"))]), Field.task("d/2"),
      Field.task("c/1", [Deadline(.year, due: Field.day("2022-12-31"))]), Field.task("c/2"),
    ]
    tasks[0].departments = [Responsible("省卫健委", role: .lead)]
    tasks[2].departments = [Responsible("省医保局", role: .lead), Responsible("省卫健委")]
    tasks[2].supersedes = ["d/1"]
    tasks[3].supersedes = ["c/1", "d/9"]
    return Field.catalogue(tasks)
  }

  @Test func aLineGoesFromTheFirstToTheLast() {
    let catalogue = catalogue()
    let lineage = Lineage(catalogue)
    #expect(lineage.branches.map(\.theme) == ["payment"])
    let steps = lineage.branches.flatMap(\.steps)
    #expect(steps.map { catalogue.tasks[$0.task].id } == ["d/1", "c/1", "c/2"])
    #expect(steps.map(\.depth) == [0, 1, 2])
    #expect(steps[1].changes.map(\.kind) == [.deadline, .departments])
    #expect(steps[0].changes.isEmpty && steps[2].changes.isEmpty)
  }

  @Test func onlyLinesThroughADocumentAreItsOwn() {
    #expect(Lineage(catalogue(), through: "d").branches.count == 1)
    #expect(Lineage(catalogue(), through: "elsewhere").branches.isEmpty)
  }

  @Test func tasksThatFollowEachOtherInACircleEnd() {
    var tasks = [Field.task("d/1"), Field.task("d/2"), Field.task("c/1")]
    tasks[1].supersedes = ["d/1", "c/1"]
    tasks[2].supersedes = ["d/2"]
    let steps = Lineage(Field.catalogue(tasks)).branches.flatMap(\.steps)
    #expect(steps.count == 3)
  }

  @Test func whatBothClausesNoteIsToldOnce() {
    var tasks = [Field.task("d/1"), Field.task("d/2")]
    tasks[0].conflicts = [Conflict(with: "d/2", note: Phrase("一", "one"))]
    tasks[1].conflicts = [Conflict(with: "d/1", note: Phrase("二", "two"))]
    tasks[1].carriesOut = ["d/1"]
    let found = Divergence.all(in: Field.catalogue(tasks))
    #expect(found == [Divergence(.noted(Phrase("一", "one")), "d/1", "d/2")])
  }

  @Test func forebearsAreEarlierAndAlike() {
    var task = Field.task("c/1")
    task.title = Phrase("推进医保支付方式改革", "")
    var (alike, other) = (Field.task("d/1"), Field.task("d/2"))
    alike.title = Phrase("深化医保支付方式改革", "")
    other.title = Phrase("加强中医药服务", "")
    let catalogue = Field.catalogue([alike, other])
    #expect(catalogue.forebears(of: task, issued: Field.day("2021-01-01")).map(\.id) == ["d/1"])
    #expect(catalogue.forebears(of: task, issued: Field.day("2018-01-01")).isEmpty)
  }
}
