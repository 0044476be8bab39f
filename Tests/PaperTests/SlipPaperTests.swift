import Bundle
import Reform
import Testing

@testable import Papers

/// The slip as a paper, before and after it was answered.
struct SlipPaperTests {
  private let rules: SlipRules

  init() throws { rules = try BundledCatalogue.slipRules() }

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private func slip(_ steps: [SlipStep], due: String = "2020-10-13") throws -> Slip {
    let order = SlipOrder(
      number: "晋医改督〔2020〕2号", level: .blue, basis: "晋医改组发〔2019〕1号一（七）17", matter: "中医药|改革",
      unit: "太原市医改办", place: "140100", cooperating: "市卫健委", person: "王某", telephone: "0351-1",
      demand: "请书面答复", due: try day(due), instruction: "请办", follows: "晋医改督〔2020〕1号")
    let entries = try ([.issue(order)] + steps).enumerated().map { index, step in
      SlipEntry(
        id: index + 1, slip: order.number, step, who: "甲",
        day: try day("2020-09-30").adding(days: index))
    }
    return try #require(Slip(order.number, entries))
  }

  private func paper(_ slip: Slip, _ language: Language = .zh) throws -> Paper {
    SlipPaper(
      slip, rules.calendar, BundledCatalogue.tables(), on: try day("2020-10-20"), language,
      isSample: true
    ).paper(unit: "省医改办")
  }

  private func rows(_ paper: Paper) -> [[[String]]] {
    paper.blocks.compactMap { if case .table(let table) = $0 { table.rows } else { nil } }
  }

  @Test func itSaysWhatIsDemandedByWhomAndWhen() throws {
    let paper = try paper(try slip([]))
    #expect(paper.title == "医改工作督办单（蓝色督办）" && paper.number == "晋医改督〔2020〕2号")
    #expect(paper.blocks.first == .address("太原市医改办：") && paper.isSample)
    #expect(paper.blocks.last == .signature(unit: "省医改办", day: try day("2020-09-30")))
    #expect(
      rows(paper)[0] == [
        ["级别", "蓝色督办（晋医改督〔2020〕1号 到期没有答复）"], ["督办依据", "晋医改组发〔2019〕1号一（七）17"],
        ["督办事项", "中医药|改革"], ["主送单位", "太原市医改办"], ["配合单位", "市卫健委"], ["联系人", "王某"],
        ["联系电话", "0351-1"], ["办理要求", "请书面答复"],
        // Over National Day: the 9th, Saturday the 10th, the 12th and the 13th.
        ["答复期限", "2020年10月13日前（发出后 4 个工作日）"], ["领导批示", "请办"],
      ])
    #expect(rows(paper)[1] == [["签收人", ""], ["签收日期", "　　　年　　月　　日"]])
    #expect(rows(paper)[2].map { $0[1] } == ["", "", "", "　　　年　　月　　日"])
  }

  @Test func whatWasReceivedAndAnsweredStandsInItsLines() throws {
    let paper = try paper(
      try slip([
        .receive(by: "李某"), .instruct("抓紧"), .answer("已办结", evidence: "并医改〔2020〕9号"),
      ]))
    #expect(rows(paper)[0].last == ["领导批示", "请办；抓紧"])
    #expect(rows(paper)[1] == [["签收人", "李某"], ["签收日期", "2020年10月1日"]])
    #expect(rows(paper)[2].map { $0[1] } == ["已办结", "并医改〔2020〕9号", "", "2020年10月3日"])
  }

  @Test func itIsWrittenInBothLanguagesAndEveryForm() throws {
    let slip = try slip([])
    let english = try paper(slip, .en)
    #expect(english.title == "Supervision of health reform: blue slip")
    #expect(rows(english)[0][8] == ["Answer due", "by 2020-10-13 (4 working days from the issue)"])
    for format in PaperFormat.allCases { #expect(try !paper(slip).bytes(as: format).isEmpty) }
    let text = String(decoding: try paper(slip).bytes(as: .md), as: UTF8.self)
    #expect(text.contains("中医药\\|改革") && text.contains("示例数据"))
  }

  @Test func theBookHasASheetOfAllAndTheCounts() throws {
    let slips = [try slip([])]
    let place = try #require(BundledCatalogue.tables().divisions.find("山西省"))
    let book = SlipBook(
      slips, among: slips, in: place, rules.calendar, BundledCatalogue.tables().divisions,
      on: try day("2020-10-20"), .zh, isSample: true)
    let spec = book.workbook()
    #expect(spec.sheets.map(\.name) == ["督办台账", "按单位", "按地区", "按级别"])
    #expect(book.fileName == "山西省督办台账-2020-10-20" && spec.title == "山西省医改督办台账")
  }

  @Test func aYearWithoutHolidaysIsSaidOnThePaper() throws {
    func told(_ slip: Slip) throws -> [String] {
      try paper(slip).blocks.compactMap { if case .paragraph(let text) = $0 { text } else { nil } }
    }
    #expect(try told(try slip([])).isEmpty)
    #expect(
      try told(try slip([.extend(try day("2027-01-04"), reason: "汛期")])).first?.contains("2027")
        == true)
  }
}
