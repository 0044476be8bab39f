import Reform
import Testing

@testable import Intake

/// Kinds of documents that were once lost without a word, one rule each.
struct ShapeTests {
  private static let head = "云川省卫生健康委员会关于做好工作的通知\n云卫发〔2025〕2号\n"

  private func units(_ reading: DocumentReading) -> [[String]] {
    reading.clauses.map { $0.departments.map(\.value.name) }
  }

  @Test func whatStandsOutsideEveryClauseIsTold() throws {
    let reading = try Sample.read(
      Self.head + "一、做好甲工作。（省医保局负责）\n二、做好乙工作。（省教育厅负责）\n\n"
        + "另请省民政厅、省财政厅于2026年3月底前完成丙工作。\n")
    let told = reading.findings.filter { $0.check == "left-out" }
    #expect(told.count == 1)
    #expect(told.first?.words?.contains("省民政厅") == true)
    #expect(told.first?.words?.contains("2026年3月底前") == true)
    #expect(told.first?.source.line == 6)
  }

  @Test func aDayAmongTheAimsIsANoteOnly() throws {
    let reading = try Sample.read(
      Self.head + "一、工作目标\n到2027年，全面建成。\n二、重点任务\n（一）做好甲。（省医保局负责）\n（二）做好乙。（省教育厅负责）\n")
    #expect(reading.findings.filter { $0.check == "left-out" }.map(\.severity) == [.note])
  }

  @Test func aBracketThatIsNoNoteIsTold() throws {
    let reading = try Sample.read(
      Self.head + "一、做好甲工作。（省民政厅统揽全部相关任务并实施好）随后总结。（省医保局负责）\n二、做好乙。（省教育厅负责）\n")
    let words = reading.findings.filter { $0.check == "unit-in-text" }.compactMap(\.words)
    #expect(words == ["省民政厅"])
  }

  @Test func aClauseWithoutANoteTellsWhomItNames() throws {
    let reading = try Sample.read(
      Self.head + "一、做好甲工作。参照省民政厅、省财政厅的办法。\n二、做好乙。（省教育厅负责）\n三、做好丙。（省财政厅负责）\n")
    #expect(reading.clauses[0].departments.isEmpty)
    #expect(reading.findings.contains { $0.check == "unit-in-text" && $0.words == "省财政厅" })
  }

  @Test func aNumberInTheMiddleOfALineCutsOnlyWhereItCounts() throws {
    let reading = try Sample.read(
      Self.head + "一、做好甲工作，按照条例第三条第（一）项、第（二）项的规定落实。（省医保局负责）\n"
        + "二、做好乙工作：（1）摸清底数；（2）建立台账；（3）按月报送。（省教育厅负责）\n")
    #expect(reading.clauses.map(\.path) == ["1", "2"])
    #expect(units(reading) == [["省医保局"], ["省教育厅"]])
  }

  @Test func aTitleIsNoSentence() throws {
    let long = String(repeating: "推进制度建设，完善工作机制、", count: 12)
    let reading = try Sample.read(Self.head + "一、\(long)。（省医保局负责）\n二、做好乙。（省教育厅负责）\n")
    #expect(reading.clauses[0].title.count <= 41)
  }

  @Test(arguments: [
    ("省卫健委（牵头）、省教育厅（配合）", ["省卫健委 lead", "省教育厅 cooperating"]),
    ("省卫健委/省教育厅", ["省卫健委 responsible", "省教育厅 responsible"]),
    ("各县区、市直各机关", ["各县区 responsible", "市直各机关 responsible"]),
    ("各市、县人民政府，省直有关部门", ["各市、县人民政府 responsible", "省直有关部门 responsible"]),
    ("省财政厅等省级有关部门", ["省财政厅 responsible", "省级有关部门 responsible"]),
    ("无", []),
  ])
  func namesInANoteAreParted(_ note: String, _ wanted: [String]) throws {
    #expect(try Sample.units("做好工作。（责任单位：\(note)）") == wanted)
  }

  @Test func aRefusedTableOfNothingStaysRefused() {
    #expect(throws: Fault.self) { try Sample.read("序号\n任务\n责任单位\n") }
  }

  @Test func wordsOfAHeaderInRunningTextMakeNoTable() throws {
    let reading = try Sample.read(
      Self.head + "一、做好甲。（省医保局负责）\n责任单位\n要切实负责。\n二、做好乙。（省教育厅负责）\n")
    #expect(reading.clauses.map(\.path) == ["1", "2"])
  }
}
