import Foundation
import Reform
import Testing

/// Acts travel as text: equal acts are equal texts, and what is read back is the same act.
@Suite struct ActTextTests {
  private static let day = Day.last(ofYear: 2022)
  private static let stamp = Stamp(
    who: "王明“甲”/乙", day: day, at: "2022-12-31T09:30:00+0800", meeting: "第3次\n例会")

  private static func exact(_ text: String) -> Decimal { Decimal(sent: text) ?? 0 }

  private static let lines: [Act.Content] = [
    .lines([
      Change(Line("demo-1/1", in: "140400"), status: .done, note: "备注", evidence: "文件/1", seen: 7),
      Change(Line("demo-1/2", in: "140000", period: .quarter(2020, 3)), note: ""),
      Change(Line("demo-1/5", in: "140000"), due: .some(day), dueSeen: .some(nil)),
      Change(Line("demo-1/5", in: "140000"), due: .some(nil), dueSeen: .some(day)),
      Change(
        Line("demo-1/1", in: "140400"), note: "等省里", until: .some(day), seen: 4,
        untilSeen: .some(nil)),
    ]),
    .returned(
      [
        SentForm(
          "140400", made: day, file: "甲/乙.xlsx", hash: "aa", count: 3, sender: "张三", checker: nil,
          phone: "0355-1")
      ], [Change(Line("demo-1/1", in: "140400"), status: .underway, note: "进展：“好”", seen: 7)]),
    .returned([], []),
    .actual(
      TargetActual(
        .init("a/1", "m", in: "140000"), exact("0.1"), on: day, source: "通报", isMadeUp: true),
      seen: 3),
    .undo(.last(.tasks), over: 12), .redo(.last(.groups)), .undo(.act(5, of: .figures)),
    .undo(.batch(2), reason: "报错了"), .undo(.document("c-2020-9")), .redo(.batch(2), over: 1),
  ]

  private static let figures: [Act.Content] = [
    .figures(
      NewBatch(
        .file, file: "甲.xlsx", hash: "aa", note: "n", checks: ["one"],
        figures: [
          Figure(
            "share", in: "140400", .year(2019), numerator: exact("41000.123456789012345678"),
            denominator: exact("99.95"), stated: exact("-0.3"), flags: [.madeUp, .revised],
            note: "注", source: SourcePlace(file: "甲.xlsx", sheet: "一", row: 6, column: 3)),
          Figure("count", in: "140000", .half(2020, 2), numerator: exact("12345678901234567890")),
        ]), seen: 9),
    .target(
      OwnTarget(
        Target(
          "share", region: "140000", scope: .eachCounty, .range, exact("33.3"),
          upper: exact("66.7"), year: nil,
          origin: .document(ClauseReference("d", "1", place: Phrase("一", "1")))),
        note: "n", isMadeUp: true, isDropped: true), seen: 1),
    .target(
      OwnTarget(
        Target(
          "share", region: "140000", scope: .everywhere, .atMost, 0, year: 2025,
          origin: .ledger(who: "甲", day: day, note: nil, isMadeUp: false)))),
    .collecting(CollectionStep(.sentBack, "140400", year: 2019, reason: "请核对"), seen: 4),
    .collecting(CollectionStep(.locked, "140000", year: 2019)),
    .collecting(CollectionStep(.sentBack, "140400", year: 2020, month: 12, reason: "缺行")),
  ]

  private static let facts: [GroupFact.Content] = [
    .card(.urban, name: "甲", leadHospital: "乙"),
    .card(.countyCommunity, name: "", leadHospital: ""),
    .member(.init("乙", .township, from: day, to: nil)),
    .member(.init("丙", .village), isDropped: true),
    .item("six", 1, title: Phrase("一", "one")),
    .item("six", 2, title: Phrase("", ""), isDropped: true),
    .evidence("six", 1, done: day, text: "文"), .evidence("six", 1, done: nil, text: ""),
    .weights(2022, ["b": exact("33.5"), "a": exact("66.5")]), .score(2022, "a", exact("87.25")),
    .verdict(2022, "良好"), .capitation(from: 2023, isSelected: true, evidence: "名单"),
    .terms(2022, SettlementTerms(overrunFundShare: exact("33.3"), assessmentFactor: 95)),
    .budget(2022, Fen.limit), .advance(2022, month: 12, Fen(1)), .spending(2022, .zero),
    .staffing(2022, member: "乙", Staffing(inPost: 17, staff: 0)),
  ]

  private static func filing() -> Filing {
    var task = ReformTask(
      id: "d/1", document: "d", clause: "1", title: Phrase("题", "title"), theme: "t",
      departments: [Responsible("省医保局", bureau: "b", role: .lead)],
      deadlines: [Deadline(.rangeYearly, due: day, years: [2020, 2021], words: "每年")],
      places: [NamedPlace("140400", .lead)], level: .eachCity, also: [.eachCounty])
    task.targets = [
      TaskTarget(
        key: "k", metric: Phrase("率", "rate"), op: .range, value: exact("0.1"), upper: exact("0.3"),
        unit: "%", scope: .each, isSoft: true, year: 2022, places: ["140400"])
    ]
    var draft = TaskDraft(
      ClauseDraft(
        kind: .numbered, path: "1", place: "一", section: "二", title: "题", text: "原文\n“一”",
        isTruncated: true), task)
    draft.decision = .accepted
    var fact = draft
    (fact.clause.kind, fact.task.id) = (.fact, "d/2")
    let document = Document(
      id: "d", number: "测〔2020〕9号", title: Phrase("题", "t"), short: Phrase("题", "t"), issuer: "办",
      issued: day, region: "140000", kind: .bulletin, isTruncated: true)
    return Filing(Review(id: 4, file: "x", document: document, drafts: [draft, fact]))
  }

  private static let card = MeetingCard(
    title: "例会", series: "s", number: "第3次", day: day, time: "9:30", venue: "二楼", chair: "王",
    present: "甲、乙", absent: "丙", recorder: "丁", scope: "140000",
    rules: AgendaRules(red: false, dueWithin: nil, changed: true, order: .department))

  private static let order = SlipOrder(
    number: "督〔2022〕1号", level: .blue, lines: [Line("d/1", in: "140400", period: .year(2022))],
    basis: "测〔2020〕9号一", matter: "题", unit: "长治市医改办", place: "140400", cooperating: "市财政局",
    person: "戊", telephone: "0355-1", demand: "“尽快”", due: day, instruction: "抓紧",
    follows: "督〔2022〕0号")

  private static let meetings: [Act.Content] = {
    let subjects: [AgendaItem.Subject] = [
      .task("d/1", in: "140400"), .place("140400"), .indicator("share", in: "140000"),
      .slip("督〔2022〕1号"),
    ]
    let line = Line("d/1", in: "140400")
    let steps: [MeetingStep] = [
      .card(card), .add(subjects.map { AgendaItem($0, [.red, .asked]) }), .drop(subjects),
      .order(subjects), .open, .close(minutes: "〔2022〕3号"),
    ]
    let slips: [SlipStep] = [
      .issue(order), .receive(by: "己"), .answer("已办", evidence: "附件"), .check("属实"),
      .sendBack("不实", due: day), .extend(day, reason: "灾"), .instruct("抓"), .close("完"),
    ]
    return steps.map { .meeting("hy-2022-12-31-1", $0, seen: 3) }
      + slips.map { .slip("督〔2022〕1号", $0, seen: 2) }
      + [
        .decision(
          Decision(
            .extend, in: "hy-2022-12-31-1", on: subjects[0], lines: [line], text: "等", due: day,
            askedBy: "长治", askedOn: day),
          [Change(line, note: "等", until: .some(day), untilSeen: .some(nil))], seen: 9),
        .decision(
          Decision(
            .resolve, in: "hy-2022-12-31-1", on: nil, text: "定", due: day,
            task: filing().items[0].task, slip: order), []),
      ]
  }()

  private static let hand: [Act.Content] = {
    let task = filing().items[0].task
    var amendment = TaskAmendment(reason: "省里改了")
    amendment.title = Phrase("新“题”", "new")
    (amendment.levels, amendment.theme) = ([.eachCounty, .eachCity], "payment")
    (amendment.departments, amendment.deadlines) = (task.departments, [])
    (amendment.places, amendment.targets) = (task.places, task.targets)
    return [
      .hand([.make(HandTask(task, since: day, clause: "一（四）9", reason: "会商"))]),
      .hand([.amend("d/1", amendment), .amend("d/2", TaskAmendment(reason: "x"))], seen: 7),
      .hand(
        [
          .leaveOut(.document("d"), reason: "已废止"), .leaveOut(.place("d/1", "140400"), reason: "a"),
          .takeIn(.task("d/1"), reason: ""),
        ], seen: 2),
    ]
  }()

  private static var all: [Act] {
    let rest: [Act.Content] = [
      .group(facts.map { GroupFact("140821", $0, isMadeUp: true) }, seen: 8),
      .settlement(
        SignedSettlement(
          county: "140821", year: 2022, balance: Fen(-3), rule: "agreed",
          parts: ["b": Fen(1), "a": Fen(2)], note: "n")),
      .filing(filing()),
    ]
    return (lines + figures + rest + meetings + hand).flatMap {
      [Act($0, stamp), Act($0, Stamp(who: "x", day: day, at: ""), overriding: true)]
    }
  }

  @Test func whatIsReadBackIsTheSameAct() throws {
    for act in Self.all {
      let text = try act.text()
      let read = try Act(text: text)
      #expect(read == act, "\(text)")
      #expect(try read.text() == text)
    }
  }

  @Test func allKindsAreHere() {
    let abouts = Set(Self.all.compactMap(\.content.about))
    #expect(abouts == Set(Act.About.allCases))
    let kinds = Set(Self.facts.map { GroupFact("140821", $0).kind })
    #expect(kinds == Set(GroupFact.Kind.allCases))
  }

  @Test func takingADayAwayIsNotLeavingItAsItIs() throws {
    let line = Line("demo-1/5", in: "140000")
    let texts = try [Change(line, due: .some(nil)), Change(line, note: "x")].map {
      try Act(.lines([$0]), Self.stamp).text()
    }
    #expect(texts[0].contains("\"due\":\"\"") && !texts[1].contains("due"))
  }

  @Test(arguments: ["", "{}", "[]", "{\"content\":{\"later\":{}},\"overriding\":false}"])
  func whatIsNoActIsRefused(text: String) {
    #expect(throws: (any Error).self) { try Act(text: text) }
  }

  @Test func everyKindIsTakenBackInOneFieldAtMost() {
    for field in Act.Field.allCases {
      #expect(field.abouts.allSatisfy { $0.field == field } && !field.abouts.isEmpty)
    }
    #expect(Act.About.allCases.filter { $0.field == nil } == [.filing])
  }
}
