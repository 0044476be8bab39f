import Bundle
import Intake
import Reform
import Testing

@Suite struct SearchTests {
  private static let pinyin = BundledCatalogue.pinyin()

  private func finds(_ query: String, _ text: String) -> Bool {
    SearchQuery(query, pinyin: Self.pinyin).matches([text])
  }

  @Test(arguments: ["ty", "taiyuan", "太原", "太yuan", "tai原", "TY", "taiy", "t原", "tyuan", "原"])
  func taiyuanIsFound(query: String) { #expect(finds(query, "太原市")) }

  @Test(arguments: ["yt", "taiyang", "太远", "xyz", "tyx"])
  func whatIsNotThereIsNotFound(query: String) { #expect(!finds(query, "太原市")) }

  @Test(arguments: [
    ("changzhi", "长治"), ("zhangzhi", "长治"), ("cz", "长治"), ("zz", "长治"),
    ("chongqing", "重庆"), ("zq", "重庆"), ("yinhang", "银行"), ("yinxing", "银行"),
  ])
  func everyReadingOfACharacterCounts(query: String, text: String) { #expect(finds(query, text)) }

  @Test func wordsStandInAnyOrder() {
    #expect(finds("zhifu yibao", "医保支付方式"))
    #expect(finds("支付 yb", "医保支付方式"))
    #expect(!finds("支付 yp", "医保支付方式"))
  }

  @Test func englishIsFoundWhateverItsCase() {
    #expect(finds("payment", "Payment by disease"))
    #expect(finds("DRG", "临汾drg付费试点"))
  }

  @Test func nothingSoughtFindsAll() {
    #expect(SearchQuery("  ", pinyin: .none).isEmpty)
    #expect(finds("", "太原"))
  }

  @Test func whatWasFoundIsCountedInScalars() {
    let query = SearchQuery("zhifu", pinyin: Self.pinyin)
    #expect(query.range(in: "医保支付方式") == 2..<4)
    #expect(query.range(in: "公立医院") == nil)
  }

  @Test func withoutATableChineseIsStillFound() {
    #expect(SearchQuery("太原", pinyin: .none).matches(["太原市"]))
    #expect(!SearchQuery("ty", pinyin: .none).matches(["太原市"]))
  }
}

@Suite struct DivisionTests {
  private let divisions = Field.tables.divisions

  @Test(arguments: ["140400", "长治市", "长治", "changzhi", "Changzhi", "CHANGZHI"])
  func changzhiIsFound(name: String) { #expect(divisions.find(name)?.id == "140400") }

  @Test(arguments: ["城区", "pinglu", "Pinglu", "没有这里", ""])
  func namesOfSeveralPlacesOrNoneFindNothing(name: String) {
    #expect(divisions.find(name) == nil)
  }

  @Test func aWholeNameGoesBeforeAShortOne() {
    #expect(divisions.find("平陆县")?.id == "140829")
    #expect(divisions.find("平鲁")?.id == "140603")
  }

  @Test func placesKnowWhereTheyLie() {
    #expect(divisions.isWithin("140403", "140400") && divisions.isWithin("140403", "140000"))
    #expect(!divisions.isWithin("140403", "140100") && !divisions.isWithin("140000", "140400"))
    #expect(
      divisions.isWithin("140403", Divisions.country) && divisions.isWithin("140000", "100000"))
    #expect(divisions.city(of: "140403") == "140400")
    #expect(divisions.city(of: "140400") == "140400" && divisions.city(of: "140000") == "140000")
    #expect(divisions.parts(of: "140400").count == 12)
    #expect(divisions.parts(of: "140403").isEmpty)
  }
}
