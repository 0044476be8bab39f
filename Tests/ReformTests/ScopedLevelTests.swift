import Testing

@testable import Reform

/// The level of a task whose clause says for how many it is set.
struct ScopedLevelTests {
  @Test(arguments: [
    ("每县至少建成2个专科。", ReformTask.Level.eachCounty), ("每市至少建成5个专科。", .eachCity),
    ("每县建成2个，每市建成5个。", .eachCounty), ("每个县（市、区）做好工作。", .eachCounty), ("做好工作。", nil),
  ])
  func eachCountyIsNoCity(_ words: String, _ level: ReformTask.Level?) {
    #expect(ClauseDraft(kind: .numbered, path: "1", title: "甲", text: words).scopedLevel == level)
  }

  @Test func placesThatTryStandBeforeIt() {
    var clause = ClauseDraft(kind: .numbered, path: "1", title: "甲", text: "每县建成2个。")
    let evidence = Evidence(start: 0, end: 1, line: 1, column: 1)
    clause.places = [Witnessed(NamedPlace("990100", .pilot), evidence)]
    #expect(clause.scopedLevel == nil)
  }
}
