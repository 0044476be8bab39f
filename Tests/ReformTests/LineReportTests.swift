import Reform
import Testing

/// What was sent of a line against where it stands.
@Suite struct LineReportTests {
  private static let catalogue = Field.catalogue([Field.task("d/1", level: .eachCity)])
  private static let line = Line("d/1", in: "140400")
  private static let today = Field.day("2024-12-06")

  private func report(_ status: Status?, seen: Status? = nil, day: String? = nil) -> LineReport {
    var report = LineReport(Self.line, at: SourcePlace(file: "f", sheet: "s", row: 4, column: 1))
    (report.status, report.seen, report.day) = (status, seen, day.map(Field.day))
    report.columns = [.status: 13, .day: 18]
    return report
  }

  private func standing(_ status: Status) -> Standing {
    Standing(
      line: Self.line, status: status, due: nil,
      light: Self.catalogue.rules.light(of: status, due: nil, on: Self.today), last: 7,
      day: Self.today, who: "李华")
  }

  private func findings(
    _ report: LineReport, _ status: Status, _ record: LineRecord = LineRecord()
  ) -> [Finding] {
    LineReportRules(Self.catalogue, today: Self.today)
      .findings(in: report, standing(status), record)
  }

  @Test func theWordsBecomeOneNoteThatReadsWell() {
    var report = report(.underway, day: "2024-12-01")
    #expect(report.note == "截至 2024-12-01")
    (report.progress, report.next, report.sender) = ("已印发方案", "年底前验收", "张三")
    #expect(report.note == "进展：已印发方案；下一步：年底前验收；截至 2024-12-01；填报 张三")
    (report.problem, report.language, report.day) = ("no staff", .en, nil)
    #expect(
      report.note == "Progress: 已印发方案; Problem: no staff; Next: 年底前验收; sent by 张三")
    #expect(self.report(.underway).note == nil)
  }

  @Test func whatTheLedgerSaysAlreadyIsNoChange() {
    var record = LineRecord()
    #expect(report(nil).change(standing(.underway), record) == nil)
    #expect(report(.underway).change(standing(.underway), record) == nil)
    let moved = report(.done).change(standing(.underway), record)
    #expect(moved == Change(Self.line, status: .done, seen: 7))
    var spoken = report(.underway)
    spoken.progress = "已开会"
    #expect(
      spoken.change(standing(.underway), record)
        == Change(Self.line, status: .underway, note: "进展：已开会", seen: 7))
    record.notes = ["进展：已开会"]
    #expect(spoken.change(standing(.underway), record) == nil)
    spoken.evidence = "晋卫〔2024〕1号"
    #expect(
      spoken.change(standing(.underway), record)
        == Change(Self.line, evidence: "晋卫〔2024〕1号", seen: 7))
    record.evidence = ["晋卫〔2024〕1号"]
    #expect(spoken.change(standing(.underway), record) == nil)
  }

  @Test(arguments: [
    (Status.underway, Status.notStarted, true), (.done, .underway, true),
    (.signedOff, .done, true), (.done, .suspended, true), (.suspended, .notStarted, true),
    (.notStarted, .suspended, false), (.suspended, .underway, false), (.underway, .done, false),
    (.done, .signedOff, false), (.notStarted, .done, false),
  ])
  func goingBackIsAskedAbout(_ before: Status, _ sent: Status, _ isAsked: Bool) {
    var report = report(sent, seen: before)
    report.evidence = "1号"
    let found = findings(report, before)
    #expect(found.map(\.check) == (isAsked ? ["status-back"] : []))
    #expect(found.allSatisfy { $0.severity == .warning && $0.source.cell == "M4" })
  }

  @Test func whatMovedMeanwhileIsAskedAboutOnceWithWhoMovedIt() {
    let found = findings(report(.underway, seen: .notStarted), .done)
    #expect(found.map(\.check) == ["moved"] && found[0].severity == .warning)
    #expect(found[0].message.zh.contains("李华 2024-12-06"))
    // Both say the same by now, or nothing is said of the status.
    #expect(findings(report(.done, seen: .notStarted), .done).isEmpty)
    #expect(findings(report(nil, seen: .notStarted), .done).isEmpty)
  }

  @Test(arguments: [
    ("2024-12-07", "day-ahead"), ("2019-12-25", "day-before-document"), ("2024-12-06", nil),
    ("2019-12-26", nil),
  ])
  func aDayLiesBetweenTheDocumentAndToday(_ day: String, _ check: String?) {
    let found = findings(report(.underway, day: day), .underway)
    #expect(found.map(\.check) == [check].compactMap(\.self))
    #expect(found.allSatisfy { $0.severity == .error && $0.source.cell == "R4" })
  }

  @Test func signingOffNeedsEvidenceAndClosingDoesNot() {
    #expect(findings(report(.done), .underway).isEmpty)
    #expect(findings(report(.signedOff), .done).map(\.check) == ["no-evidence"])
    var shown = report(.signedOff)
    shown.evidence = "1号"
    #expect(findings(shown, .done).isEmpty)
    var record = LineRecord()
    record.take(entry(evidence: "1号", isTakenBack: true))
    #expect(findings(report(.signedOff), .done, record).map(\.check) == ["no-evidence"])
    record.take(entry(evidence: "1号"))
    #expect(findings(report(.signedOff), .done, record).isEmpty)
    // What stands signed off already needs none again.
    #expect(findings(report(.signedOff), .signedOff).isEmpty)
  }

  private func entry(evidence: String, isTakenBack: Bool = false) -> Entry {
    Entry(
      id: 1, act: 1, kind: .entered, line: Self.line, status: nil, note: nil, evidence: evidence,
      due: nil, day: Self.today, at: "", who: "x", meeting: nil, answers: nil,
      isTakenBack: isTakenBack)
  }

  @Test func theFormOfAnOwnLevelHasTheGovernmentsLinesAlone() {
    let divisions = Self.catalogue.divisions
    #expect(divisions.isLine(at: "140000", ofForm: "140001"))
    #expect(!divisions.isLine(at: "140400", ofForm: "140001"))
    #expect(divisions.isLine(at: "140403", ofForm: "140400"))
    #expect(divisions.isLine(at: "140400", ofForm: "140400"))
    #expect(!divisions.isLine(at: "140000", ofForm: "140400"))
  }
}
