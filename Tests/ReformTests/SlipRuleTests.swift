import Bundle
import Intake
import Reform
import Testing

@Suite struct SlipRuleTests {
  private let field: SlipFixture
  private let day = Field.day("2020-11-30")

  init() throws { field = try SlipFixture() }

  private func check(
    _ order: SlipOrder, _ slips: [Slip] = [], due: String = "2020-10-20",
    _ status: Status = .underway, on day: String = "2020-11-30", original: String? = nil
  ) -> SlipRuleCheck? {
    var standing = field.standing(field.line, due: due, status)
    standing.original = original.map(Field.day)
    return field.rules.check(order, among: slips, [standing], on: Field.day(day))
  }

  private func next(
    _ level: Slip.Level = .blue, follows: String? = "督〔2020〕1号", lines: [Line]? = nil
  ) -> SlipOrder {
    field.order("督〔2020〕2号", level, lines: lines, due: "2020-12-07", follows: follows)
  }

  @Test func noLevelIsSkipped() throws {
    let first = try field.slip(field.order())
    #expect(check(field.order()) == nil && check(next(), [first]) == nil)
    #expect(check(next(follows: nil), [first]) == .skips(.blue, .reminder))
    #expect(check(next(.reminder), [first]) == .isFirst(.reminder, first.id))
    var yellow = next(.yellow)
    #expect(check(yellow, [first]) == field.rules[.yellow].map { .needsInstruction($0) })
    yellow.instruction = "请办"
    #expect(check(yellow, [first]) == .skips(.yellow, .blue))
    #expect(check(next()) == .noneBefore(first.id))
  }

  @Test func onlyWhatWasNotAnsweredInTimeIsRaised() throws {
    let first = try field.slip(field.order())
    #expect(
      check(next(), [first], on: "2020-11-08")
        == .early(first.id, due: first.due, Field.day("2020-11-09")))
    for step in [SlipStep.answer("已办", evidence: ""), .close("办结")] {
      let slip = try field.slip(field.order(), [(step, "2020-11-03")])
      #expect(check(next(), [slip]) == .notUnanswered(slip.id, slip.state))
    }
    let second = try field.slip(next(), issued: "2020-11-20")
    var third = next()
    third.number = "督〔2020〕3号"
    #expect(check(third, [first, second]) == .followed(first.id, by: second.id))
  }

  @Test func linesAreThoseOfTheSlipBeforeAndStillLate() throws {
    let first = try field.slip(field.order())
    #expect(check(next(lines: [field.other]), [first]) == .otherLines(first.id))
    #expect(check(next(lines: []), [first]) == .noLines(first.id))
    #expect(check(next(), [first], .done) == .notOpen(field.line, .done))
    #expect(check(next(), [first], .suspended) == .notOpen(field.line, .suspended))
    #expect(
      check(field.order(), due: "2020-12-31") == nil, "a reminder may come before the day")
    #expect(
      check(next(), [first], due: "2020-12-31")
        == .notLate(field.line, Field.day("2020-12-31")))
    #expect(
      check(next(), [first], due: "2020-12-31", original: "2020-10-01")
        == .extended(field.line, Field.day("2020-12-31")))
    // Only of what was extended is it said.
    let day = Field.day("2020-12-31")
    let printed = SlipRuleCheck.notLate(field.line, day)
    let later = SlipRuleCheck.extended(field.line, day)
    #expect(!printed.words.zh.contains("延") && later.words.zh.contains("已延到"))
    // The line is named by its title and place, not by their numbers.
    let named = printed.words { _ in Phrase("长治市“推进改革”", "“Reform” in Changzhi") }
    #expect(named.zh == "长治市“推进改革”的时限是 2020-12-31，还没有过，督办不升级。")
    #expect(named.en.hasPrefix("“Reform” in Changzhi is due on 2020-12-31"))
  }

  @Test func aLineStandsUnderOneSlipAtATime() throws {
    let first = try field.slip(field.order())
    let again = field.order("督〔2020〕2号")
    #expect(check(again, [first]) == .underSlip(first.id))
    let closed = try field.slip(field.order(), [(.close("办结"), "2020-11-03")])
    #expect(check(again, [closed]) == nil)
    #expect(check(field.order("督〔2020〕2号", lines: [field.other]), [first]) == nil)
  }

  @Test func theRulesOfTheProgramSayThatTheyAreItsOwn() {
    let rules = field.rules
    #expect(rules.rules.map(\.level) == Slip.Level.allCases && rules.first?.level == .reminder)
    #expect(rules.next(after: .reminder)?.level == .blue && rules.next(after: .red) == nil)
    #expect(rules.rules.allSatisfy { $0.source.zh.contains("默认") && !$0.orders.en.isEmpty })
    #expect(rules.rules.map(\.needsInstruction) == [false, false, true, true])
  }

  @Test(arguments: [
    ("pink,,1,,5,no,a,b,c,d", "“pink”"), ("blue,,0,,5,no,a,b,c,d", "late_days"),
    ("reminder,,1,,5,no,a,b,c,d\nblue,reminder,,x,5,no,a,b,c,d", "own.csv:3 unanswered_days"),
    ("reminder,,1,,5,maybe,a,b,c,d", "“maybe”"), ("blue,reminder,,1,5,no,a,b,c,d", "reminder"),
    ("reminder,,1,,5,no,a,b,c,d\nblue,,1,,5,no,a,b,c,d", "own.csv:3 "),
    ("yellow,,1,,5,no,a,b,c,d\nblue,yellow,,1,5,no,a,b,c,d", "own.csv:3 "), ("", "after"),
  ])
  func rulesOfTheOfficeAreTakenWholeOrNotAtAll(lines: String, words: String) throws {
    let head =
      "level,after,late_days,unanswered_days,answer_days,instruction,orders_zh,orders_en,source_zh,"
      + "source_en\n"
    let fault = try #require(throws: Fault.self) {
      try SlipRuleTable.read(Array((head + lines + "\n").utf8), file: "own.csv")
    }
    #expect(fault.message.zh.contains(words) && fault.message.en.contains(words))
  }

  @Test func rulesOfTheOfficeMayLeaveALevelOut() throws {
    let table = """
      level,after,late_days,unanswered_days,answer_days,instruction,orders_zh,orders_en,source_zh,source_en
      yellow,,30,,2,no,甲,a,本办规定,the office's own
      red,yellow,,4,1,no,乙,b,本办规定,the office's own

      """
    let levels = try SlipRuleTable.read(Array(table.utf8), file: "own.csv")
    let rules = SlipRules(levels, field.rules.calendar)
    func found(_ due: String) -> [Slip.Level] {
      rules.proposals([field.standing(field.line, due: due)], [], field.catalogue, on: day)
        .map(\.level)
    }
    #expect(found("2020-11-01").isEmpty && found("2020-10-31") == [.yellow])
    #expect(rules.next(after: .yellow)?.unanswered == 4)
  }
}
