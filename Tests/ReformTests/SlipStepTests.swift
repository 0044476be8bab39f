import Reform
import Testing

@Suite struct SlipStepTests {
  private let field: SlipFixture

  init() throws { field = try SlipFixture() }

  private static let steps: [SlipStep] = [
    .receive(by: "乙"), .answer("已办", evidence: ""), .check("属实"),
    .sendBack("不全", due: Field.day("2020-12-01")),
    .extend(Field.day("2020-12-02"), reason: "汛期"), .instruct("抓紧"), .close("办结"),
  ]

  /// A slip that has come to a state.
  private func slip(at state: Slip.State) throws -> Slip {
    let steps: [SlipStep]
    switch state {
    case .issued: steps = []
    case .received: steps = [.receive(by: "乙")]
    case .answered: steps = [.answer("已办", evidence: "")]
    case .returned: steps = [.answer("已办", evidence: ""), Self.steps[3]]
    case .checked: steps = [.answer("已办", evidence: ""), .check("属实")]
    case .closed: steps = [.close("办结")]
    }
    let slip = try field.slip(field.order(), steps.map { ($0, "2020-11-02") })
    #expect(slip.state == state)
    return slip
  }

  @Test func everyStepIsTakenWhereItMakesSenseAndNowhereElse() throws {
    let possible: [Slip.State: Set<Int>] = [
      .issued: [0, 1, 4, 5, 6], .received: [1, 4, 5, 6], .answered: [2, 3, 5, 6],
      .returned: [0, 1, 4, 5, 6], .checked: [3, 5, 6], .closed: [],
    ]
    for state in Slip.State.allCases {
      let slip = try slip(at: state)
      for (index, step) in Self.steps.enumerated() {
        let check = Slip.check(step, slip, on: Field.day("2020-11-03"))
        if possible[state]?.contains(index) == true {
          #expect(check == nil, "\(step) of \(state)")
        } else if state == .closed {
          #expect(check == .closed(slip.id))
        } else {
          #expect(check == .outOfTurn(step, slip.id, state))
          let words = try #require(check?.words)
          #expect(words.zh.contains(state.words.zh) && words.zh.contains(step.words.zh))
          #expect(words.en.contains(state.words.en) && words.en.contains(step.words.en))
        }
      }
    }
  }

  @Test func aNumberIsTakenOnce() throws {
    let day = Field.day("2020-11-02")
    #expect(Slip.check(.issue(field.order()), nil, on: day) == nil)
    let slip = try slip(at: .closed)
    #expect(
      Slip.check(.issue(field.order()), slip, on: day)
        == .taken(slip.id, issued: Field.day("2020-10-30")))
    #expect(throws: Fault.self) { try Slip.refuse(.receive(by: "乙"), nil, on: day) }
    #expect(Slip.check(.receive(by: "乙"), nil, on: day) == .unknown)
  }

  @Test func whatIsMissingInAnOrderIsNamed() {
    let day = Field.day("2020-11-02")
    let changes: [(SlipCheck.Field, (inout SlipOrder) -> Void)] = [
      (.number, { $0.number = " " }), (.matter, { $0.matter = "" }), (.unit, { $0.unit = "　" }),
      (.place, { $0.place = "" }), (.demand, { $0.demand = "" }),
    ]
    for (missing, change) in changes {
      var order = field.order()
      change(&order)
      #expect(Slip.check(.issue(order), nil, on: day) == .blank(missing))
    }
    var order = field.order(follows: "督〔2020〕1号")
    #expect(Slip.check(.issue(order), nil, on: day) == .followsItself(order.number))
    order = field.order(due: "2020-11-01")
    #expect(Slip.check(.issue(order), nil, on: day) == .duePast(order.due, today: day))
    #expect(Slip.check(.issue(field.order(due: "2020-11-02")), nil, on: day) == nil)
  }

  @Test func daysOfStepsLieWhereTheyCan() throws {
    let (slip, answered) = (try slip(at: .issued), try slip(at: .answered))
    let day = Field.day("2020-11-03")
    func extend(_ text: String) -> SlipCheck? {
      Slip.check(.extend(Field.day(text), reason: "汛期"), slip, on: day)
    }
    #expect(extend("2020-11-09") == nil)
    #expect(extend("2020-11-06") == .notLater(slip.due, due: slip.due))
    #expect(extend("2020-11-02") == .duePast(Field.day("2020-11-02"), today: day))
    #expect(
      Slip.check(.sendBack("不全", due: Field.day("2020-11-02")), answered, on: day)
        == .duePast(Field.day("2020-11-02"), today: day))
    #expect(
      Slip.check(.receive(by: "乙"), slip, on: Field.day("2020-10-29"))
        == .beforeIssue(slip.id, issued: slip.issued, Field.day("2020-10-29")))
  }

  @Test func stepsNeedTheirWords() throws {
    let day = Field.day("2020-11-03")
    let (open, answered) = (try slip(at: .issued), try slip(at: .answered))
    let cases: [(SlipStep, Slip, SlipCheck.Field)] = [
      (.receive(by: " "), open, .receiver), (.answer("", evidence: "x"), open, .answer),
      (.check(""), answered, .finding), (.instruct(""), open, .instruction),
      (.close(""), open, .reason), (.sendBack("", due: day), answered, .reason),
      (.extend(Field.day("2020-12-01"), reason: ""), open, .reason),
    ]
    for (step, slip, missing) in cases {
      #expect(Slip.check(step, slip, on: day) == .blank(missing))
    }
    // What was answered can be closed without another word.
    #expect(Slip.check(.close(""), answered, on: day) == nil)
  }

  @Test func theStoryOfASlipIsReadBack() throws {
    let slip = try field.slip(
      field.order(instruction: "请办"),
      [
        (.receive(by: "乙"), "2020-11-02"), (.answer("先答", evidence: ""), "2020-11-03"),
        (.sendBack("不全", due: Field.day("2020-11-13")), "2020-11-04"),
        (.receive(by: "丙"), "2020-11-05"), (.instruct("抓紧"), "2020-11-06"),
        (.answer("再答", evidence: "文号"), "2020-11-09"), (.check("属实"), "2020-11-10"),
        (.close("办结"), "2020-11-11"),
      ])
    #expect(slip.receiver == "丙" && slip.finding == "属实" && slip.instructions == ["请办", "抓紧"])
    #expect(slip.answer?.text == "再答" && slip.answer?.evidence == "文号")
    #expect(slip.closing?.day == Field.day("2020-11-11") && slip.due == Field.day("2020-11-13"))
  }

  @Test func theNextNumberIsWrittenAsTheLast() throws {
    let day = Field.day("2020-11-30")
    func next(_ numbers: [String], _ day: Day) throws -> String {
      let slips = try numbers.enumerated().map { index, number in
        try field.slip(field.order(number), issued: "2020-10-0\(index + 1)")
      }
      return SlipNumber.next(after: slips.reversed(), on: day)
    }
    #expect(try next([], day) == "医改督〔2020〕1号")
    #expect(try next(["晋医改督〔2020〕3号", "晋医改督〔2020〕2号"], day) == "晋医改督〔2020〕4号")
    #expect(try next(["晋医改督〔2019〕9号"], day) == "晋医改督〔2020〕1号")
    #expect(try next(["晋医改督〔2020〕9号", "补发"], day) == "晋医改督〔2020〕10号")
    #expect(try next(["甲〔2020〕9号", "乙〔2020〕1号"], day) == "乙〔2020〕2号")
    #expect(try next(["〔二〇二〇〕1号"], day) == "医改督〔2020〕1号")
  }

  @Test func aSlipIsFoundByItsNumberOrItsFigure() throws {
    let slips = try ["督〔2019〕3号", "督〔2020〕3号", "督〔2020〕13号", "补发3号"].map {
      try field.slip(field.order($0))
    }
    func found(_ text: String) -> [String] { SlipNumber.find(text, among: slips).map(\.id) }
    #expect(found("督〔2019〕3号") == ["督〔2019〕3号"] && found("补发3号") == ["补发3号"])
    #expect(found("3") == ["督〔2019〕3号", "督〔2020〕3号"] && found("13") == ["督〔2020〕13号"])
    #expect(found("4").isEmpty && found("3号").isEmpty)
  }
}
