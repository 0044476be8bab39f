import Reform
import Testing

@Suite struct SlipProposalTests {
  private let field: SlipFixture

  init() throws { field = try SlipFixture() }

  private func proposals(
    _ standings: [Standing], _ slips: [Slip] = [], on day: String = "2020-11-30"
  ) -> [SlipProposal] {
    field.rules.proposals(standings, slips, field.catalogue, on: Field.day(day))
  }

  /// A county's line that is late since a day.
  private func late(_ due: String = "2020-10-20", _ status: Status = .underway) -> [Standing] {
    [field.standing(field.line, due: due, status)]
  }

  @Test func whatIsLateAndHasNoSlipGetsAReminder() throws {
    let standings = [
      field.standing(field.line, due: "2020-10-20"),
      field.standing(field.other, due: "2020-10-20", .notStarted),
      field.standing(Line("d/1", in: "140105"), due: "2020-11-29"),
      field.standing(Line("d/2", in: "140000"), due: "2020-11-01"),
      field.standing(Line("c/1", in: "140403"), due: "2020-11-02"),
    ]
    let found = proposals(standings)
    #expect(found.map(\.place) == ["140400", "140000", "140403", "140100"])
    #expect(found.allSatisfy { $0.level == .reminder && $0.follows == nil })
    #expect(found[0].lines == [field.line, field.other] && found[0].late == 41)
    #expect(found[0].answerBy == Field.day("2020-12-07"))
    let order = found[0].order(number: "督〔2020〕1号", field.catalogue, .zh)
    #expect(order.unit == "长治市医改办" && order.place == "140400" && order.cooperating.isEmpty)
    #expect(order.matter == "d/1：潞州区、上党区没有办结，逾期 41 天" && order.basis == "d1")
    #expect(order.demand.contains("2020-12-07") && order.due == found[0].answerBy)
    #expect(Slip.check(.issue(order), nil, on: Field.day("2020-11-30")) == nil)
    let own = found[1].order(number: "x", field.catalogue, .zh)
    #expect(own.unit == "省医保局" && own.cooperating == "省财政厅")
    let english = found[0].order(number: "x", field.catalogue, .en)
    #expect(english.unit == "reform office of Changzhi" && english.matter.contains("41 days late"))
  }

  @Test func nothingIsProposedWhereNothingIsLate() {
    let quiet = [
      field.standing(field.line, due: "2020-11-30"), field.standing(field.line, due: nil),
      field.standing(field.line, due: "2020-10-20", .done),
      field.standing(field.line, due: "2020-10-20", .signedOff),
      field.standing(field.line, due: "2020-10-20", .suspended),
    ]
    for standing in quiet { #expect(proposals([standing]).isEmpty) }
  }

  @Test func theNextLevelFollowsOnlyWhatWasNotAnsweredInTime() throws {
    // To be answered by Friday 2020-11-06; the first working day without an answer is Monday.
    let open = try field.slip(field.order())
    #expect(proposals(late(), [open], on: "2020-11-06").isEmpty)
    #expect(proposals(late(), [open], on: "2020-11-08").isEmpty)
    let found = proposals(late(), [open], on: "2020-11-09")
    #expect(found.map(\.level) == [.blue] && found[0].follows == open && found[0].unanswered == 1)
    let reason = found[0].reason
    #expect(reason.zh.contains(open.id) && reason.en.contains("1 working day over"))
    let received = try field.slip(field.order(), [(.receive(by: "乙"), "2020-11-02")])
    #expect(proposals(late(), [received]).map(\.level) == [.blue])
    let extended = try field.slip(
      field.order(), [(.extend(Field.day("2020-11-30"), reason: "汛期"), "2020-11-05")])
    #expect(proposals(late(), [extended]).isEmpty)
    #expect(proposals(late(), [extended], on: "2020-12-01").map(\.level) == [.blue])
  }

  @Test func whatWasAnsweredWaitsForThePersonWhoChecks() throws {
    let answer = (SlipStep.answer("已办", evidence: ""), "2020-11-20")
    let answered = try field.slip(field.order(), [answer])
    let checked = try field.slip(field.order(), [answer, (.check("属实"), "2020-11-21")])
    for slip in [answered, checked] { #expect(proposals(late(), [slip]).isEmpty) }
    let returned = try field.slip(
      field.order(), [answer, (.sendBack("不全", due: Field.day("2020-11-26")), "2020-11-21")])
    #expect(proposals(late(), [returned], on: "2020-11-26").isEmpty)
    #expect(proposals(late(), [returned], on: "2020-11-27").map(\.level) == [.blue])
  }

  @Test func nothingFollowsWhatIsClosed() throws {
    let closed = try field.slip(field.order(), [(.close("办结"), "2020-11-20")])
    #expect(proposals(late(), [closed]).isEmpty)
    // Extended after that, and late anew: a case of its own.
    #expect(proposals(late("2020-11-25"), [closed]).map(\.level) == [.reminder])
  }

  @Test func aLineThatIsFinishedOrExtendedStopsTheClock() throws {
    let open = try field.slip(field.order())
    #expect(proposals(late("2020-10-20", .done), [open]).isEmpty)
    #expect(proposals(late("2020-12-31"), [open]).isEmpty)
    // The extension is over since Friday 2020-11-27; it counts anew from there.
    #expect(proposals(late("2020-11-27"), [open], on: "2020-11-29").isEmpty)
    #expect(proposals(late("2020-11-27"), [open], on: "2020-11-30").map(\.level) == [.blue])
  }

  @Test func theNextLevelIsAboutTheLinesThatAreLeft() throws {
    let slip = try field.slip(field.order(lines: [field.line, field.other]))
    let standings = [
      field.standing(field.line, due: "2020-10-20", .done),
      field.standing(field.other, due: "2020-10-20"),
    ]
    let found = proposals(standings, [slip])
    #expect(found.map(\.lines) == [[field.other]])
    let order = found[0].order(number: "督〔2020〕2号", field.catalogue, .zh)
    #expect(order.follows == slip.id && order.unit == slip.order.unit && order.level == .blue)
    #expect(
      field.rules.check(order, among: [slip], standings, on: Field.day("2020-11-30")) == nil)
  }

  @Test func levelsFollowUpToTheGravest() throws {
    let numbers = ["督〔2020〕1号", "督〔2020〕2号", "督〔2020〕3号", "督〔2020〕4号"]
    var slips: [Slip] = []
    for (index, level) in Slip.Level.allCases.enumerated() {
      let order = field.order(
        numbers[index], level, instruction: "请办", follows: index > 0 ? numbers[index - 1] : nil)
      slips.append(try field.slip(order))
      let found = proposals(late(), slips)
      #expect(found.map(\.level) == (index < 3 ? [Slip.Level.allCases[index + 1]] : []))
      #expect(found.allSatisfy { $0.follows?.id == numbers[index] })
    }
  }

  @Test func aTaskThatWasMergedOrSplitKeepsItsSlip() throws {
    var heirs = ["d/7", "d/8"].map { Field.task($0, level: .eachCounty) }
    for index in heirs.indices { heirs[index].formerly = ["d/1"] }
    let catalogue = Field.catalogue(heirs)
    let carried = try field.slip(field.order()).carried(into: catalogue)
    #expect(carried.order.lines == [Line("d/7", in: "140403"), Line("d/8", in: "140403")])
    let standings = [field.standing(Line("d/7", in: "140403"), due: "2020-10-20")]
    let found = field.rules.proposals(standings, [carried], catalogue, on: Field.day("2020-11-30"))
    #expect(found.map(\.level) == [.blue])
    #expect(
      try field.slip(field.order()).carried(into: field.catalogue).order.lines == [field.line])
  }

  @Test func aSlipAboutNoTaskIsRaisedByItself() throws {
    let slip = try field.slip(field.order(lines: []))
    let found = proposals([], [slip])
    #expect(found.map(\.level) == [.blue] && found[0].lines.isEmpty && found[0].late == 0)
    #expect(found[0].order(number: "x", field.catalogue, .zh).matter == "事项")
    let next = try field.slip(
      field.order("督〔2020〕2号", .blue, lines: [], due: "2020-12-04", follows: slip.id))
    #expect(proposals([], [slip, next]).isEmpty)
  }

  @Test func aYearWithoutHolidaysIsTold() {
    let found = proposals(late(), on: "2026-12-30")
    #expect(found.map(\.untold) == [[2027]] && found[0].answerBy == Field.day("2027-01-06"))
  }
}
