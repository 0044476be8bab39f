import Bundle
import Intake
import Reform
import Testing

/// Places that titles, columns and headings name, in ledgers of other provinces than that of the sample.
struct PlaceTitleTests {
  private static let money = "药品收入（万元）,医疗收入（万元）"

  private func read(
    _ province: String, _ text: String, file: String = "a.csv", in region: Division.Code? = nil
  ) -> FigureReading {
    let tables = BundledCatalogue.tables(of: province)
    let intake = FigureIntake(
      book: tables.indicators, divisions: tables.divisions, year: 2024, in: region)
    return intake.read(Array(text.utf8), file: file)
  }

  /// A table without places under a title.
  private func titled(_ province: String, _ titles: String...) -> FigureReading {
    read(province, titles.joined(separator: "\n") + "\n指标,数值\n药占比（%）,30\n")
  }

  /// A table of rows under a title.
  private func rows(_ province: String, _ title: String, _ rows: String..., head: String = "地区")
    -> FigureReading
  {
    let lines = ["\(title)", "\(head),\(Self.money)"] + rows.map { "\($0),10,100" }
    return read(province, lines.joined(separator: "\n") + "\n")
  }

  private func places(_ reading: FigureReading) -> [Division.Code] {
    reading.figures.map(\.figure.place)
  }

  private func errors(_ reading: FigureReading) -> [String] {
    reading.findings.filter { $0.severity == .error }.map(\.check)
  }

  private func told(_ reading: FigureReading) -> String {
    reading.findings.map { "\($0.severity) \($0.check) \($0.message.zh)" }.joined(separator: "\n")
  }

  // MARK: Titles

  @Test(arguments: [
    ("100000", "北京市朝阳区2024年医改指标", "110105"), ("100000", "福州市鼓楼区2024年医改指标", "350102"),
    ("100000", "江苏省南京市鼓楼区2024年", "320106"), ("320000", "南京市鼓楼区2024年医改指标", "320106"),
    ("320000", "南京市2024年鼓楼区医改指标", "320106"), ("320000", "南京鼓楼区2024年医改指标", "320106"),
    ("130000", "石家庄市新华区2024年", "130105"), ("320000", "南京市2024年医改指标（苏州市供稿）", "320100"),
    ("330000", "杭州市萧山2024年医改指标", "330109"), ("140000", "阳泉市城区2024年", "140302"),
    ("370000", "济南市中区2024年", "370103"), ("420000", "恩施州恩施市2024年", "422801"),
    ("330000", "浙江省2024年医改指标", "330000"), ("310000", "上海市2024年医改指标", "310000"),
    ("100000", "全国2024年医改指标", "100000"), ("330000", "杭州市县域医共体2024年", "330100"),
    ("330000", "杭州市各区县2024年", "330100"), ("330000", "浙江省城市公立医院2024年", "330000"),
    ("310000", "上海市市属医院2024年", "310001"), ("420000", "恩施州州直2024年", "422899"),
    ("410000", "河南省洛阳市2024年", "410300"), ("450000", "桂林市全州县2024年", "450324"),
  ])
  func aTitleIsOfThePlaceThatItNamesInFull(_ province: String, _ title: String, _ place: String) {
    let reading = titled(province, title)
    #expect(places(reading) == [place] && errors(reading).isEmpty, "\(told(reading))")
  }

  @Test(arguments: [
    ("320000", "鼓楼区2024年医改指标"), ("320000", "填报单位：鼓楼区卫生健康委"), ("100000", "江苏省鼓楼区2024年"),
    ("320000", "南京市、徐州市2024年医改指标"), ("130000", "邢台市2024年桥东区医改指标"),
    ("330000", "杭州市江干区2024年医改指标"), ("330000", "杭州市钱塘新区2024年"), ("330000", "杭州市市区2024年"),
    ("330000", "杭州市区2024年"), ("330000", "杭州市市辖区2024年"), ("320000", "南京市江北新区2024年"),
    ("320000", "苏州市工业园区2024年"), ("320000", "淮安市清河区2024年"), ("320000", "无锡市滨湖区经开区2024年"),
    ("130000", "邢台市桥东区2024年"), ("130000", "邢台桥东区2024年"), ("330000", "浙江省临安市2024年"),
  ])
  func aTitleThatDoesNotSayWhichPlaceIsRefusedForThat(_ province: String, _ title: String) {
    let reading = titled(province, title)
    #expect(
      reading.figures.isEmpty && errors(reading).contains("unknown-place"), "\(told(reading))")
  }

  @Test func namesakesInATitleAreOfferedAndSettledByTheCity() {
    let open = titled("320000", "鼓楼区2024年医改指标")
    #expect(told(open).contains("320106 南京市鼓楼区") && told(open).contains("320302 徐州市鼓楼区"))
    let line = titled("320000", "江苏省南京市2024年", "填报单位：鼓楼区卫生健康委")
    #expect(places(line) == ["320106"], "\(told(line))")
    let named = read("320000", "徐州市2024年\n指标,数值\n药占比（%）,30\n", file: "鼓楼区.csv")
    #expect(places(named) == ["320302"], "\(told(named))")
    let asked = read("320000", "鼓楼区2024年\n指标,数值\n药占比（%）,30\n", in: "320100")
    #expect(places(asked) == ["320106"], "\(told(asked))")
  }

  @Test func theCityOfATitleIsThatOfItsRowsToo() {
    let reading = rows("100000", "北京市朝阳区2024年", "朝阳区")
    #expect(places(reading) == ["110105"], "\(told(reading))")
    let both = rows("320000", "南京市、徐州市2024年", "鼓楼区")
    #expect(both.figures.isEmpty && told(both).contains("320302"), "\(told(both))")
  }

  @Test(arguments: [
    "江西省南昌市2024年医改指标", "南昌市2024年", "填报单位：南昌市卫生健康委", "上海市2024年医改指标", "江西西湖区2024年",
  ])
  func aTitleOfAnotherProvinceIsRefused(_ title: String) {
    let reading = rows("330000", title, "西湖区", "普陀区")
    #expect(reading.figures.isEmpty && errors(reading) == ["other-province"], "\(told(reading))")
  }

  @Test(arguments: ["浙江省对口支援新疆阿克苏地区2024年", "数据来源：上海市统计局", "浙江省河南县级医院2024年"])
  func anotherProvinceBesideThePlaceOfTheTitleBarsNothing(_ title: String) {
    let reading = rows("330000", title, "西湖区")
    #expect(places(reading) == ["330106"] && errors(reading).isEmpty, "\(told(reading))")
  }

  @Test func theLedgersOwnPlaceAloneIsAskedAboutWhereMoreStandsBesideIt() {
    let plain = titled("330000", "浙江省2024年医改指标")
    #expect(plain.findings.allSatisfy { $0.check != "other-place" }, "\(told(plain))")
    let open = titled("330000", "浙江省2024年医改指标", "填报单位：")
    #expect(places(open) == ["330000"] && told(open).contains("读作浙江省全部"), "\(told(open))")
  }

  @Test func theLastRowOfATableIsNoTitleOfTheNext() {
    let reading = read(
      "320000",
      "2024年\n地区,药占比（%）\n南京市,30\n徐州市,31\n地区,群众满意度（%）\n鼓楼区,90\n")
    #expect(places(reading).filter { $0.hasSuffix("02") }.isEmpty, "\(told(reading))")
    #expect(told(reading).contains("320106"), "\(told(reading))")
  }

  // MARK: Columns, headings, codes

  @Test(arguments: [
    ("130000", "市,地区", "邢台市,桥东区"), ("330000", "市,地区", "杭州市,鄞州区"), ("330000", "市,地区", "南昌市,西湖区"),
    ("100000", "省份,市,地区", "江苏省,淮安市,清河区"), ("100000", "省,市,地区", "江西省,杭州市,西湖区"),
    ("330000", "省份,地区", "江西省,西湖区"),
  ])
  func aCityBesideARowMustBeItsOwn(_ province: String, _ head: String, _ row: String) {
    let reading = rows(province, "2024年", row, head: head)
    #expect(reading.figures.isEmpty && errors(reading).contains("wrong-city"), "\(told(reading))")
  }

  @Test(arguments: [
    ("100000", "省份,地区", "北京,朝阳区", "110105"), ("100000", "省（区、市）,市,区、县（市）", "江苏,南京,鼓楼区", "320106"),
    ("320000", "市州,旗县区", "南京市,鼓楼区", "320106"), ("330000", "省份,地级以上市,区", "浙江省,杭州市,西湖区", "330106"),
  ])
  func theColumnsOfProvinceAndCitySayWhichIsMeant(
    _ province: String, _ head: String, _ row: String, _ place: String
  ) {
    let reading = rows(province, "2024年", row, head: head)
    #expect(places(reading) == [place] && errors(reading).isEmpty, "\(told(reading))")
  }

  @Test func aHeadingOfACityHoldsForTheRowsBelow() {
    func table(_ rows: String) -> FigureReading {
      read("130000", "2024年\n地区,\(Self.money)\n\(rows)\n")
    }
    let wrong = table("邢台市,,\n桥东区,10,100\n沙河市,1,10")
    #expect(places(wrong) == ["130582"] && errors(wrong) == ["wrong-city"], "\(told(wrong))")
    let whole = table("邢台市,,\n张家口市桥东区,10,100\n沙河市,1,10")
    #expect(places(whole) == ["130702", "130582"], "\(told(whole))")
    let below = table("邢台市,50,500\n桥东区,10,100\n沙河市,1,10")
    #expect(errors(below).isEmpty && told(below).contains("读作张家口市的桥东区"), "\(told(below))")
    let stranger = read("330000", "2024年\n地区,\(Self.money)\n南昌市,,\n西湖区,10,100\n")
    #expect(
      stranger.figures.isEmpty && errors(stranger).contains("wrong-city"), "\(told(stranger))")
  }

  @Test func countiesThatLieInNoCityStandUnderWordsOfTheirOwn() {
    let heading = read("420000", "2024年\n地区,\(Self.money)\n武汉市,,\n江岸区,1,10\n省直管,,\n荆州区,2,20\n")
    #expect(places(heading) == ["420102", "421003"], "\(told(heading))")
    let column = rows("650000", "2024年", "自治区直辖,石河子市", "乌鲁木齐市,天山区", head: "市,地区")
    #expect(places(column) == ["659001", "650102"], "\(told(column))")
  }

  @Test func aCodeOfAnotherProvinceBesideANameIsRefused() {
    let reading = rows("330000", "2024年", "360103,西湖区", "330106,西湖区", head: "代码,地区")
    #expect(places(reading) == ["330106"] && told(reading).contains("江西省南昌市"), "\(told(reading))")
  }

  @Test func placesAcrossAreHeldToTheirCityAndKnownOrRefused() {
    let cities = read("330000", "2024年\n指标,舟山市\n,鄞州区\n药占比（%）,30\n")
    #expect(cities.figures.isEmpty && told(cities).contains("舟山市鄞州区"), "\(told(cities))")
    let unknown = read("330000", "2024年\n指标,杭州市,西胡区,宁波市\n药占比（%）,30,31,32\n")
    #expect(
      errors(unknown) == ["unknown-place"] && told(unknown).contains("西胡区"), "\(told(unknown))")
  }

  // MARK: Own levels and totals

  @Test(arguments: [
    ("420000", "恩施土家族苗族自治州2024年", "恩施土家族苗族自治州本级", "422899"),
    ("420000", "恩施土家族苗族自治州2024年", "州本级", "422899"), ("420000", "恩施州2024年", "市本级", "422899"),
    ("420000", "2024年", "恩施州本级", "422899"), ("420000", "2024年", "恩施市", "422801"),
    ("650000", "2024年", "阿克苏地区本级", "652999"), ("650000", "2024年", "阿克苏本级", "652999"),
    ("650000", "2024年", "自治区本级", "650001"), ("650000", "2024年", "区本级", "650001"),
    ("650000", "阿克苏地区2024年", "地区本级", "652999"), ("420000", "恩施州2024年", "州直", "422899"),
    ("310000", "2024年", "市本级", "310001"), ("500000", "重庆市2024年", "市级", "500001"),
    ("310000", "上海市2024年", "市属", "310001"), ("100000", "上海市2024年", "市本级", "310001"),
  ])
  func anOwnLevelIsThatOfWhatItIsUnder(
    _ province: String, _ title: String, _ row: String, _ place: String
  ) {
    let reading = rows(province, title, row)
    #expect(places(reading) == [place] && errors(reading).isEmpty, "\(told(reading))")
  }

  @Test func theOwnLevelOfAPrefectureIsNotThatOfACity() {
    let reading = rows("420000", "武汉市2024年", "州本级")
    #expect(reading.figures.isEmpty && told(reading).contains("恩施土家族苗族自治州本级"), "\(told(reading))")
  }

  @Test(arguments: [
    ("420000", "恩施州2024年", "全州", "422800"), ("650000", "阿克苏地区2024年", "全地区", "652900"),
    ("150000", "兴安盟2024年", "全盟", "152200"), ("650000", "2024年", "全区", "650000"),
    ("450000", "2024年", "全州", "450324"),
  ])
  func aTotalOfAPrefectureIsOfThat(
    _ province: String, _ title: String, _ total: String, _ place: String
  ) {
    let reading = rows(province, title, total)
    #expect(places(reading) == [place] && errors(reading).isEmpty, "\(told(reading))")
  }

  // MARK: The whole country

  @Test func amongProvincesAShortNameIsThatOfAProvince() {
    let reading = rows("100000", "2024年", "河北", "吉林", "河南", "海南", "山西")
    #expect(
      places(reading) == ["130000", "220000", "410000", "460000", "140000"], "\(told(reading))")
    let mixed = rows("100000", "2024年", "吉林", "长春市")
    #expect(!places(mixed).contains("220000"), "\(told(mixed))")
  }

  @Test(arguments: ["香港", "澳门", "台湾", "香港特别行政区"])
  func whatIsNotInTheLedgerIsSaidToBeSo(_ name: String) {
    let reading = rows("100000", "2024年", name)
    #expect(reading.figures.isEmpty && told(reading).contains("不在这个台账"), "\(told(reading))")
  }

  // MARK: Groups

  private func groups(_ province: String, _ text: String) -> GroupReading {
    let intake = GroupIntake(
      .groups, catalogue: BundledCatalogue.tables(of: province),
      charter: BundledCatalogue.charter(),
      today: Desk.today)
    return intake.read(Array(text.utf8), file: "a.csv")
  }

  @Test func theTitleOfATableOfGroupsSaysInWhichCityItsRowsLie() {
    let head = "县（市、区）,医疗集团,牵头医院"
    let taken = groups("320000", "徐州市医共体名单\n\(head)\n鼓楼区,甲集团,甲医院\n")
    #expect(taken.facts.first?.fact.place == "320302", "\(taken.told)")
    let foreign = groups("330000", "江西省南昌市医共体名单\n\(head)\n西湖区,甲集团,甲医院\n")
    #expect(foreign.facts.isEmpty && foreign.told.contains("other-province"), "\(foreign.told)")
    let outside = groups("330000", "杭州市医共体名单\n\(head)\n鄞州区,甲集团,甲医院\n")
    #expect(outside.facts.isEmpty && outside.told.contains("wrong-city"), "\(outside.told)")
  }

  /// A name that is no more (江干区, 下城区 of Hangzhou) is no other one misspelled.
  @Test(arguments: [("江干区", ""), ("下城区", ""), ("西胡区", "西湖区"), ("拱野区", "拱墅区")])
  func aPlaceIsAskedForOnlyWhereItMayBeMeant(_ name: String, _ near: String) {
    let told = told(rows("330000", "杭州市2024年", name))
    #expect(told.contains("没有叫“\(name)”的地区"))
    #expect(told.contains("是不是“\(near)") == !near.isEmpty, "\(told)")
  }
}
