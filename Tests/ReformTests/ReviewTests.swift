import Bundle
import Intake
import Reform
import Testing

@Suite struct ReviewTests {
  @Test(arguments: [
    ("国办发〔2025〕12号", "gbf-2025-12"), ("晋政发〔2023〕15号", "jzf-2023-15"),
    ("运政办发[2019] 3 号", "yzbf-2019-3"), ("AB发〔2020〕7号", "abf-2020-7"),
  ])
  func aKeyIsMadeOfTheNumber(number: String, key: String) {
    #expect(
      Document.key(for: number, issued: nil, pinyin: BundledCatalogue.pinyin(), taken: []) == key)
  }

  @Test func aKeyIsNeverTakenTwice() {
    let pinyin = BundledCatalogue.pinyin()
    let day = Day(2025, 3, 1)
    #expect(Document.key(for: nil, issued: day, pinyin: pinyin, taken: []) == "doc-2025-03-01")
    #expect(
      Document.key(for: "晋政发〔2023〕15号", issued: nil, pinyin: pinyin, taken: ["jzf-2023-15"])
        == "jzf-2023-15a")
  }

  private func clause(_ path: String, _ title: String, line: Int) -> ClauseDraft {
    ClauseDraft(kind: .numbered, path: path, title: title, text: title, line: line)
  }

  private func reading() -> DocumentReading {
    var head = DocumentHead()
    (head.number, head.title, head.issuer) = ("测〔2025〕1号", "测试方案", "测试办")
    head.issued = Day(2025, 1, 2)
    var reading = DocumentReading(head: head)
    reading.clauses = [
      clause("1", "推进医保支付方式改革", line: 10), clause("2", "加强中医药服务", line: 20),
    ]
    let evidence = Evidence(start: 0, end: 2, line: 10, column: 1)
    reading.clauses[0].departments = [Witnessed(Responsible("省医保局"), evidence)]
    reading.clauses[1].departments = [Witnessed(Responsible("各县人民政府"), evidence)]
    let words = Phrase("不认识", "unknown")
    reading.findings = [
      Finding("head", .warning, words, at: .init(line: 2, column: 1)),
      Finding("unknown-department", .warning, words, at: .init(line: 24, column: 3)),
    ]
    return reading
  }

  @Test func findingsGoToTheClauseInWhichTheyStand() {
    let review = Review(reading(), file: "a.txt", key: "c-2025-1", in: Field.catalogue([]))
    #expect(review.doubts.map(\.check) == ["head"])
    #expect(review.drafts[0].doubts.isEmpty && review.drafts[0].isSure)
    #expect(review.drafts[1].doubts.map(\.check) == ["unknown-department"])
    #expect(!review.drafts[1].isSure)
  }

  @Test func themeAndLevelFollowWhatTheClauseSays() {
    let review = Review(reading(), file: "a.txt", key: "c-2025-1", in: Field.catalogue([]))
    #expect(review.drafts.map(\.task.theme) == ["payment", "tcm"])
    #expect(review.drafts.map(\.task.level) == [.province, .eachCounty])
    #expect(review.drafts.map(\.task.id) == ["c-2025-1/1", "c-2025-1/2"])
  }

  @Test func whatTheLedgerHoldsIsNotDecidedAgain() {
    var catalogue = Field.catalogue([])
    let first = Review(reading(), file: "a.txt", key: "c-2025-1", in: catalogue)
    catalogue = catalogue.holding(
      documents: [first.document], clauses: [:],
      tasks: first.drafts.map(\.task) + [Field.task("c-2025-1/9")])
    var again = reading()
    again.clauses[1].deadlines = [
      Witnessed(
        Deadline(.year, due: Day(2025, 12, 31)), Evidence(start: 0, end: 1, line: 20, column: 1))
    ]
    let review = Review(again, file: "b.txt", key: "other", in: catalogue)
    #expect(review.isKnown && review.document.id == "c-2025-1")
    #expect(review.drafts.map(\.isSame) == [true, false])
    #expect(review.drafts[1].differences == [.deadlines])
    #expect(review.missing == ["c-2025-1/9"])
  }

  @Test func acceptingTheSureLeavesTheDoubtful() {
    var review = Review(reading(), file: "a.txt", key: "c-2025-1", in: Field.catalogue([]))
    #expect(review.acceptSure() == [0])
    #expect(review.accepted == 1 && review.waiting == 1)
    #expect(review.acceptSure().isEmpty)
  }
}
