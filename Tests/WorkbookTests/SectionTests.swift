import Testing

/// Headings of rows inside a table.
struct SectionTests {
  private static let title = "2024年公立医院收入（万元）\n"
  private static let heads = "地区|医疗服务收入|医疗收入\n"

  private func sections(
    _ first: String, _ second: String, title: String = title, isWide: Bool = false
  ) throws -> ProvinceTable {
    try ProvinceTable(
      title + Self.heads + "\(first)\n广州市|100|400\n\(second)\n深圳市|50|200",
      merges: isWide ? ["A3:C3", "A5:C5"] : [])
  }

  @Test(arguments: [false, true])
  func yearsOverRowsAreTheirs(_ isWide: Bool) throws {
    let table = try sections("2024年", "2023年", isWide: isWide)
    #expect(table.shares == ["440100 2024 100/400", "440300 2023 50/200"], "\(table.told)")
    let untitled = try sections("2023年", "（二）2024年", title: "公立医院收入（万元）\n", isWide: isWide)
    #expect(untitled.shares == ["440100 2023 100/400", "440300 2024 50/200"], "\(untitled.told)")
    #expect(untitled.asked.isEmpty)
  }

  @Test(arguments: ["二、上年数", "计划数", "预测数", "去年同期", "附：上年数"])
  func rowsOfOtherNumbersAreLeftOut(_ heading: String) throws {
    for isWide in [false, true] {
      let table = try sections("一、本年数", heading, isWide: isWide)
      #expect(table.shares == ["440100 2024 100/400"] && !table.isBarred, "\(table.told)")
      #expect(table.told.contains("下面的 1 行没有读入"))
    }
  }

  @Test func aPartOfTheYearOverRowsIsNoYear() throws {
    let table = try sections("2024年", "2024年1-6月")
    #expect(table.shares == ["440100 2024 100/400"], "\(table.told)")
    #expect(Set(table.asked) == ["part-of-year"])
  }

  @Test(arguments: ["二、民营医院", "三级医院", "中医医院", "一级医院", "其他", "社会办医院", "二、甲组", "2、民营医院"])
  func headingsOfSomethingElseAreAskedAbout(_ heading: String) throws {
    let table = try sections("一、公立医院", heading)
    #expect(table.asked == ["other-basis"] && table.told.contains(heading), "\(table.told)")
  }

  @Test(arguments: ["珠三角", "二、县（市、区）", "（二）粤东", "各县（市、区）", "二、深圳市", "三、东部地区", "二、地级市"])
  func headingsOfWhereRowsLieAreNotAskedAbout(_ heading: String) throws {
    for isWide in [false, true] {
      let table = try sections("一、公立医院", heading, isWide: isWide)
      #expect(table.shares.count == 2 && table.asked.isEmpty, "\(table.told)")
    }
  }

  @Test func aSecondTableUnderTheYearBeforeIsNotOfThisYear() throws {
    let table = try ProvinceTable(
      Self.title + Self.heads + "广州市|100|400\n-\n附：上年数\n" + Self.heads + "深圳市|50|200")
    #expect(table.shares == ["440100 2024 100/400"], "\(table.told)")
    #expect(table.told.contains("附：上年数"))
  }

  @Test func levelsUnderTheNamesOfNumbersAreTheirs() throws {
    let table = try ProvinceTable(
      Self.title + "地区|医疗服务收入|医疗收入\n|市属|省属\n广州市|100|400")
    #expect(table.figures.isEmpty && table.isBarred, "\(table.told)")
    let both = try ProvinceTable(
      Self.title + "地区|医疗服务收入||医疗收入|\n|城区|郊区|城区|郊区\n汕尾市|1|2|3|4",
      merges: ["A2:A3", "B2:C2", "D2:E2"])
    #expect(both.isBarred, "\(both.told)")
  }
}
