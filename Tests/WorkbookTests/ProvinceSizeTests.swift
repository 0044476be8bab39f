import Testing

/// The size of numbers, and places as their tables call them, in provinces whose residents nobody gave.
struct ProvinceSizeTests {
  private func revenue(_ rows: String..., province: String = "440000") throws -> ProvinceTable {
    try ProvinceTable(
      "2024年公立医院收入情况\n地区|医疗服务收入|医疗收入\n" + rows.joined(separator: "\n"), of: province)
  }

  private func checks(_ table: ProvinceTable) -> [String] { table.checked.map(\.check) }

  @Test func yuanForTensOfThousandsIsAskedAboutEverywhere() throws {
    let cities = try revenue("广州市|12000000000|40000000000", "汕尾市|800000000|3000000000")
    #expect(checks(cities) == ["times-ten-thousand", "times-ten-thousand"], "\(cities.told)")
    let counties = try revenue("连州市|120000000|400000000", "阳山县|100000000|300000000")
    #expect(checks(counties) == ["times-ten-thousand", "times-ten-thousand"], "\(counties.told)")
    let xinjiang = try revenue("喀什地区|1200000000|4000000000", province: "650000")
    #expect(checks(xinjiang).contains("times-ten-thousand"), "\(xinjiang.told)")
    let nation = try revenue("武汉市|12000000000|40000000000", province: "100000")
    #expect(checks(nation).contains("times-ten-thousand"), "\(nation.told)")
  }

  @Test func tensOfThousandsOfVisitsForVisitsAreAskedAbout() throws {
    let table = try ProvinceTable(
      "2024年基层诊疗情况\n地区|基层诊疗人次|诊疗总人次\n广州市|4200|17000\n深圳市|5100|12000")
    #expect(checks(table) == ["times-ten-thousand"], "\(table.told)")
  }

  @Test func whatLiesFarFromItsColumnIsAskedAbout() throws {
    let table = try revenue(
      "珠海市|2000000|6000000", "佛山市|3000000|9000000", "汕尾市|900|2500", "东莞市|2500000|7000000",
      "江门市|1500000|5000000")
    let cells = table.checked.compactMap(\.source.cell).sorted()
    #expect(cells == ["B5", "C5"], "\(table.told)")
  }

  @Test func numbersOfRealPlacesAreNotAskedAbout() throws {
    let guangdong = try revenue(
      "广州市|4000000|10000000", "深圳市|3000000|9000000", "云浮市|100000|300000", "南澳县|2000|5000",
      "连山壮族瑶族自治县|3000|8000", "宝安区|500000|1300000", "广州市本级|2000000|6000000")
    #expect(guangdong.checked.isEmpty, "\(guangdong.told)")
    let sichuan = try revenue(
      "成都市|4000000|10000000", "武侯区|900000|2900000", "得荣县|400|1500", province: "510000")
    #expect(sichuan.checked.isEmpty, "\(sichuan.told)")
    let tibet = try revenue(
      "拉萨市|90000|300000", "城关区|60000|200000", "阿里地区|3000|9000", "札达县|150|500", province: "540000")
    #expect(tibet.checked.isEmpty, "\(tibet.told)")
  }

  // MARK: Places

  @Test func shortNamesInATableOfCitiesAreTheCities() throws {
    let table = try revenue(
      "武汉|1000000|4000000", "宜昌|400000|1200000", "荆州|300000|900000", "恩施|200000|600000",
      "神农架|3000|9000", province: "420000")
    let codes = ["420100", "420500", "421000", "422800", "429021"]
    #expect(table.shares.map { String($0.prefix(6)) } == codes, "\(table.told)")
    let counties = try revenue(
      "武汉|1000000|4000000", "松滋市|3000|9000", "荆州|300000|900000", province: "420000")
    #expect(counties.isBarred && counties.told.contains("不止一个"), "\(counties.told)")
  }

  @Test func aCitysOwnRowLeavesTheCountyEmpty() throws {
    let table = try ProvinceTable(
      "2024年公立医院收入（万元）\n市州|县区|医疗服务收入|医疗收入\n襄阳市||690|2700\n襄阳市|枣阳市|100|400\n宜昌市||330|1100",
      of: "420000")
    #expect(
      table.shares == ["420600 2024 690/2700", "420683 2024 100/400", "420500 2024 330/1100"],
      "\(table.told)")
    let merged = try ProvinceTable(
      "2024年公立医院收入（万元）\n市州|县区|医疗服务收入|医疗收入\n襄阳市|枣阳市|100|400\n||90|300", of: "420000",
      merges: ["A3:A4"])
    #expect(merged.told.contains("no-place"), "\(merged.told)")
  }

  @Test func partsOfAProvinceAreNoPlaces() throws {
    let table = try revenue(
      "珠三角|190|700", "广州|100|400", "深圳|90|300", "粤东|30|100", "汕头|30|100", "粤北|10|40", "韶关|10|40",
      "全省|230|840")
    #expect(!table.isBarred && table.told.contains("“粤东”不是一个行政区划"), "\(table.told)")
    #expect(table.shares.count == 4 || table.shares.count == 5, "\(table.told)")
  }
}
