import Runtime
import TestSupport
import Testing

/// Words for what a city runs itself (市本级) beside, above and below rows of whole cities, and a heading of
/// places over two columns.
struct OwnLevelWordTests {
  private static let heads = "地区|医疗收入|医疗服务收入\n"
  private static let rows = "太原市|1500000|450000\n大同市|300000|90000\n"

  private func examine(
    _ lines: String, sheet: String = "表一", merges: [String] = []
  ) throws -> FigureImport.File {
    var book = GridBook(lines, merges: merges)
    book.name = sheet
    return try Desk().examine("表.xlsx", try book.bytes())
  }

  @Test(arguments: [
    "2022年各市本级公立医院收入（万元）", "2022年市属公立医院收入（万元）", "2022年各市县级公立医院收入（万元）",
    "2022年市级公立医院收入（万元）", "2022年各市市区公立医院收入（万元）", "2022年各市直属公立医院收入（万元）", "2022年市办公立医院收入（万元）",
    "2022年各市公立医院收入（市本级）（万元）", "2022年各市公立医院收入（市直）", "2022年中心城区公立医院收入（万元）",
  ])
  func aTitleOfOwnLevelsIsAskedAbout(_ title: String) throws {
    let file = try examine(title + "\n" + Self.heads + Self.rows)
    #expect(file.checks.contains("other-basis"), "\(file.told)")
  }

  @Test(arguments: ["市本级", "市直医院"])
  func aSheetOfOwnLevelsIsAskedAbout(_ sheet: String) throws {
    let file = try examine(
      "2022年公立医院收入（万元）\n" + Self.heads + Self.rows, sheet: sheet)
    #expect(file.checks.contains("other-basis"), "\(file.told)")
  }

  @Test(arguments: ["市直", "市本级", "市级", "市本级数", "城区"])
  func aCellBesideAWholeCityIsAskedAbout(_ word: String) throws {
    for head in ["范围", "单位级别", "级别", "备注"] {
      let file = try examine(
        "2022年（万元）\n地区|\(head)|医疗收入|医疗服务收入\n太原市|\(word)|1500000|450000\n大同市||300000|90000")
      #expect(file.checks.contains("other-basis"), "\(head) \(file.told)")
      #expect(file.told.contains(word))
    }
  }

  @Test func anOwnLevelUnderItemsIsThatOfItsRow() throws {
    let file = try examine(
      "2022年（万元）\n市州|项目|医疗收入|医疗服务收入\n太原市|市直|1500000|450000\n大同市|市直|300000|90000")
    #expect(file.figures.map(\.place) == ["140101", "140201"], "\(file.told)")
  }

  @Test(arguments: ["注：各市数为市本级数。", "以上均为市直医院数据", "注：市本级"])
  func aNoteOfOwnLevelsIsAskedAbout(_ note: String) throws {
    let file = try examine("2022年（万元）\n" + Self.heads + Self.rows + note)
    #expect(file.checks.contains("other-basis"), "\(file.told)")
  }

  @Test func aHeadingOfOwnLevelsOverCitiesIsAskedAbout() throws {
    let lines = "2022年（万元）\n" + Self.heads + "一、市本级\n" + Self.rows + "二、县（市、区）\n阳泉市|300000|90000\n"
    let file = try examine(lines)
    #expect(file.told.contains("“一、市本级”下面的 2 行"), "\(file.told)")
    let twice = try examine(lines + "太原市|900000|300000")
    #expect(twice.told.contains("请先相加"), "\(twice.told)")
  }

  @Test(arguments: [
    "2022年长治市市本级及各县公立医院收入（万元）\n地区|医疗收入|医疗服务收入\n市本级|1500|450\n襄垣县|300|90",
    "2022年长治市县级公立医院收入（万元）\n地区|医疗收入|医疗服务收入\n平顺县|1500|450\n襄垣县|300|90",
    "2022年（万元）\n地区|级别|医疗收入|医疗服务收入\n长治市本级|市级|1500|450\n襄垣县|县级|300|90",
    "2022年各市公立医院收入（万元）\n地区|医疗收入|医疗服务收入\n太原市|1500|450\n注：市直部门汇总，各县市区公立医院上报。",
  ])
  func wordsOfOwnLevelsThatSayNothingAreNot(_ lines: String) throws {
    let file = try examine(lines)
    #expect(!file.checks.contains("other-basis") && !file.figures.isEmpty, "\(file.told)")
  }

  @Test func oneHeadingOverCitiesAndTheirPartsGivesTheParts() throws {
    for (head, merges) in [("地区|", ["A2:B2"]), ("地区|", []), ("市州|", ["A2:B2"])] {
      let file = try examine(
        "2022年公立医院收入（万元）\n\(head)|医疗收入|医疗服务收入\n太原市|小店区|150000|45000\n大同市|平城区|50000|15000\n晋城市|市直|70000|20000",
        merges: merges)
      #expect(file.figures.map(\.place) == ["140105", "140213", "140501"], "\(head) \(file.told)")
      #expect(!file.isBarred, "\(file.told)")
    }
  }

  @Test func oneHeadingOverPlacesAndNothingElseIsThatOfPlaces() throws {
    let file = try examine(
      "2022年公立医院收入（万元）\n地区||医疗收入|医疗服务收入\n太原市|民营医院|150000|45000\n大同市||50000|15000",
      merges: ["A2:B2"])
    #expect(file.figures.map(\.place) == ["140100", "140200"], "\(file.told)")
    #expect(file.checks.contains("other-basis"), "\(file.told)")
    let numbered = try examine(
      "2022年公立医院收入（万元）\n地区||医疗收入|医疗服务收入\n1|太原市|150000|45000\n2|大同市|50000|15000",
      merges: ["A2:B2"])
    #expect(numbered.figures.map(\.place) == ["140100", "140200"], "\(numbered.told)")
  }
}
