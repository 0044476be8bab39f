import Foundation
import Intake
import Reform
import Testing

/// Headings of tables of groups: of which year their numbers are, and what else they say.
struct GroupHeadingTests {
  private func read(
    _ form: GroupIntake.Form, _ lines: String..., year: Int? = nil
  ) throws -> GroupReading {
    let intake = GroupIntake(
      form, catalogue: GroupDesk.catalogue, charter: GroupDesk.charter, today: Desk.today,
      year: year)
    return intake.read([UInt8]((lines.joined(separator: "\n") + "\n").utf8), file: "表.csv")
  }

  private func contents(_ reading: GroupReading) -> [GroupFact.Content] {
    reading.facts.map(\.fact.content)
  }

  @Test func theYearOfAHeadingIsThatOfItsColumn() throws {
    let found = try read(
      .settlements, "2024年医保结算表（单位：元）", "县,2024年总额预算,2023年实际发生", "盐湖区,1200,1100")
    #expect(found.findings.isEmpty, "\(found.told)")
    #expect(contents(found) == [.budget(2024, Fen(120_000)), .spending(2023, Fen(110_000))])
  }

  @Test func twoYearsOfOneFieldAreBothRead() throws {
    let lines = ["2024年医保结算表（单位：元）", "县,2023年总额预算,2024年总额预算,实际发生", "盐湖区,1000,1200,1100"]
    let all = try read(.settlements, lines[0], lines[1], lines[2])
    #expect(all.findings.isEmpty, "\(all.told)")
    #expect(
      contents(all) == [
        .budget(2023, Fen(100_000)), .budget(2024, Fen(120_000)), .spending(2024, Fen(110_000)),
      ])
    let one = try read(.settlements, lines[0], lines[1], lines[2], year: 2024)
    #expect(contents(one) == [.budget(2024, Fen(120_000)), .spending(2024, Fen(110_000))])
    #expect(one.findings.map(\.check) == ["wrong-year"] && !one.isBarred, "\(one.told)")
    let none = try read(
      .settlements, "结算表（单位：元）", "县,2023年总额预算", "盐湖区,1000", year: 2024)
    #expect(none.isBarred && none.findings.map(\.check) == ["wrong-year"], "\(none.told)")
  }

  @Test func aHeadingWithoutAYearTakesNoneOfSeveral() throws {
    let found = try read(
      .settlements, "结算表（单位：元）", "县,2023年总额预算,2024年总额预算,实际发生", "盐湖区,1000,1200,1100")
    #expect(found.findings.map(\.check) == ["no-year"] && found.isBarred, "\(found.told)")
  }

  @Test func scoresAreOfTheYearsOfTheirHeadings() throws {
    let found = try read(
      .assessments, "2023年考核得分", "县,就医和诊疗秩序（2022年）,医疗卫生服务能力,考核结果", "盐湖区,88,90,优")
    #expect(
      contents(found) == [
        .score(2022, "order-of-care", 88), .score(2023, "service-capability", 90),
        .verdict(2023, "优"),
      ], "\(found.told)")
  }

  @Test(arguments: [
    "县,总额预算,实际发生（全年）", "县,总额预算,实际发生（1-12月）", "县,总额预算（必填）,实际发生（2023年，元）",
    "县,总额预算（元）,实际发生（1）",
  ])
  func bracketsThatChangeNothingAreNotAskedAbout(_ head: String) throws {
    let found = try read(.settlements, "2023年医保结算表（单位：元）", head, "盐湖区,1200,1100")
    #expect(found.findings.isEmpty, "\(found.told)")
    #expect(contents(found) == [.budget(2023, Fen(120_000)), .spending(2023, Fen(110_000))])
  }

  @Test func aFirstWordInBracketsIsAskedAboutAndNotLost() throws {
    let found = try read(
      .settlements, "2023年医保结算表（单位：元）", "县,总额预算,实际发生（不含门诊，元）", "盐湖区,1200,800")
    #expect(found.findings.map(\.check) == ["other-basis"] && !found.isBarred, "\(found.told)")
    #expect(found.told.contains("“不含门诊”"))
  }

  @Test func aMonthAndAQuarterInTheirColumnsAreNoYear() throws {
    for (head, cell) in [("季度", "4"), ("月份", "12"), ("期间", "1-6月")] {
      let found = try read(
        .settlements, "结算表（单位：元）", "年度,\(head),县,总额预算", "2023,\(cell),盐湖区,1200")
      #expect(
        found.findings.map(\.check) == ["part-of-year"], "\(found.told)")
      #expect(found.facts.isEmpty)
    }
    let whole = try read(
      .settlements, "结算表（单位：元）", "年度,期间,县,总额预算", "2023,1—4季度,盐湖区,1200")
    #expect(contents(whole) == [.budget(2023, Fen(120_000))], "\(whole.told)")
  }

  @Test func aDateInAColumnOfYearsIsOfItsYear() throws {
    func book(_ serial: Int) throws -> GroupReading {
      let bytes = try GridBook(
        "结算表（单位：元）\n年度|县|总额预算\n@\(serial)|盐湖区|1200", format: "yyyy-mm-dd"
      ).bytes()
      return try GroupDesk().examine(.settlements, "表.xlsx", bytes)
    }
    #expect(contents(try book(45_291)) == [.budget(2023, Fen(120_000))])
    let part = try book(45_107)
    #expect(part.findings.map(\.check) == ["part-of-year"] && part.facts.isEmpty, "\(part.told)")
  }

  // MARK: Headings over others

  @Test func headingsOverTheMonthsAreRead() throws {
    let months = (1...12).map { "\($0)月" }.joined(separator: "|")
    let numbers = Array(repeating: "100", count: 12).joined(separator: "|")
    let book = GridBook(
      "2023年医保结算表（单位：元）\n县（市、区）|年度总额预算|各月预拨\(String(repeating: "|", count: 12))实际发生\n||\(months)|\n"
        + "盐湖区|1200|\(numbers)|1100\n合计|1200|\(numbers)|1100",
      merges: ["A2:A3", "B2:B3", "C2:N2", "O2:O3"])
    let found = try GroupDesk().examine(.settlements, "表.xlsx", book.bytes())
    #expect(found.findings.isEmpty, "\(found.told)")
    #expect(found.facts.count == 14)
    #expect(contents(found).contains(.advance(2023, month: 12, Fen(10_000))))
    #expect(contents(found).contains(.spending(2023, Fen(110_000))))
  }

  @Test func yearsOverHeadingsAreThoseOfTheirColumns() throws {
    let found = try read(
      .settlements, "医保结算表（单位：元）", "县,2022年,,2023年,", ",总额预算,实际发生,总额预算,实际发生", "盐湖区,1,2,3,4")
    #expect(found.findings.isEmpty, "\(found.told)")
    #expect(
      contents(found) == [
        .budget(2022, Fen(100)), .spending(2022, Fen(200)), .budget(2023, Fen(300)),
        .spending(2023, Fen(400)),
      ])
  }

  @Test func monthsOfSpendingAreNoAdvances() throws {
    let found = try read(
      .settlements, "2023年医保结算表（单位：元）", "县,总额预算,实际发生,", ",,1月,2月", "盐湖区,1200,100,100")
    #expect(found.isBarred && found.findings.allSatisfy { $0.check != "no-place" }, "\(found.told)")
    #expect(!contents(found).contains { if case .advance = $0 { true } else { false } })
  }

  @Test func aHeadingOfSomeOnlyIsAskedAbout() throws {
    let found = try read(
      .settlements, "2023年医保结算表（单位：元）", "县,门诊,", ",总额预算,实际发生", "盐湖区,1200,100")
    #expect(found.findings.map(\.check) == ["other-basis", "other-basis"], "\(found.told)")
    #expect(found.told.contains("“门诊”"))
  }

  @Test func aFormalTitleOverTheHeadingsIsNoneOfThem() throws {
    let found = try read(
      .settlements, "填报单位：运城市医保局,,单位：元", "县,2023年总额预算,2023年实际发生", "盐湖区,1200,100")
    #expect(found.findings.isEmpty, "\(found.told)")
  }

  // MARK: Members

  @Test func membersInOneCellAreEachAMember() throws {
    let book = GridBook(
      "县|医共体名称|牵头医院|成员单位|级别\n沁县|沁县医共体|沁县人民医院|1.沁县人民医院↵2.定昌镇卫生院|县级")
    let found = try GroupDesk().examine(.groups, "表.xlsx", book.bytes())
    #expect(found.findings.map(\.check) == ["several-members"] && !found.isBarred, "\(found.told)")
    let members = contents(found).compactMap { content -> String? in
      if case .member(let member, _) = content { member.name } else { nil }
    }
    #expect(members == ["沁县人民医院", "定昌镇卫生院"])
  }

  @Test(arguments: ["共5家", "5", "12家乡镇卫生院", "各乡镇卫生院", "沁县人民医院等", "沁县人民医院等三家"])
  func aNumberOfMembersIsNone(_ cell: String) throws {
    let found = try read(
      .groups, "县,医共体,总医院,成员单位,级别", "沁县,沁县医共体,沁县人民医院,\(cell),县级")
    #expect(found.findings.contains { $0.check == "not-a-member" }, "\(found.told)")
  }

  @Test(arguments: ["五家渠市人民医院", "三家子镇卫生院", "第三人民医院"])
  func aNameWithANumberIsAMember(_ cell: String) throws {
    let found = try read(
      .groups, "县,医共体名称,牵头医院,成员单位,级别", "沁县,沁县医共体,沁县人民医院,\(cell),县级")
    #expect(found.findings.isEmpty && found.facts.count == 2, "\(found.told)")
  }
}
