import Reform
import TestSupport
import Testing

/// Tables whose title says what the columns of years are, and rows that only the row above says whose they are.
struct TitledTableTests {
  @Test(arguments: [
    "各市公立医院医疗服务收入占比（%）", "2021—2022年各市医疗服务收入占比情况表", "长治市各县区医疗服务收入占比（%）", "医疗服务收入占比",
  ])
  func theTitleIsTheNameOfColumnsOfYears(_ title: String) throws {
    let table = "\(title)\n序号,地区,2021年,2022年,增减\n1,潞城区,31.5,33.2,1.7\n2,襄垣县,29.8,30.1,0.3\n"
    let file = try Desk().examine(table)
    #expect(!file.isBarred, "\(file.told)")
    #expect(file.figures.map(\.period) == [.year(2021), .year(2022), .year(2021), .year(2022)])
    #expect(file.figures.allSatisfy { $0.indicator == Desk.share })
    #expect(file.figures.map(\.stated) == [31.5, 33.2, 29.8, 30.1])
  }

  @Test(arguments: [
    "山西省各市（州）医疗服务收入占比", "各县（市、区）医疗服务收入占比（%）", "表3 各市医疗服务收入占比（%）", "表三：各市医疗服务收入占比",
    "附件2：各市医疗服务收入占比（%）",
    "（三）医疗服务收入占比（%）", "三、各市医疗服务收入占比（%）", "各市医疗服务收入占比（%）情况", "山西省11个市医疗服务收入占比",
    "2021、2022年各地州市医疗服务收入占比（%）",
    "历年各市医疗服务收入占比（%）",
  ])
  func theTitleMayHaveANumberAndBrackets(_ title: String) throws {
    let file = try Desk().examine("\(title)\n县市,2021年,2022年\n潞城区,31.5,33.2\n襄垣县,29.8,30.1\n")
    #expect(!file.isBarred, "\(file.told)")
    #expect(file.figures.map(\.stated) == [31.5, 33.2, 29.8, 30.1], "\(file.told)")
  }

  @Test(arguments: [
    ("地区,年度,\n,2021年,2022年\n潞城区,31.5,33.2\n", []),
    ("地区,2021年,,2022年,\n,占比,排名,占比,排名\n潞城区,31.5,1,33.2,2\n", []),
    ("地区,2021年,2022年（预计）\n潞城区,31.5,33.2\n", ["other-basis"]),
  ])
  func columnsOfYearsMaySayMore(_ table: String, _ checks: [String]) throws {
    let file = try Desk().examine("各县医疗服务收入占比（%）\n" + table)
    #expect(file.figures.map(\.stated) == [31.5, 33.2], "\(file.told)")
    #expect(file.checks.subtracting(["unknown-column"]) == Set(checks), "\(file.told)")
  }

  @Test(arguments: ["", "\n"])
  func titledTablesUnderEachOtherAreAllRead(_ between: String) throws {
    let file = try Desk().examine(
      "一、医疗服务收入占比（%）\n地区,2021年,2022年\n太原市,31,32\n大同市,28,29\n\(between)二、药占比（%）\n地区,2021年,2022年\n太原市,21,22\n"
        + "\(between)三、人员支出占比（%）\n地区,2021年,2022年\n晋城市,40,41\n太原市,42,43\n")
    let found = Dictionary(grouping: file.figures, by: \.indicator).mapValues {
      $0.compactMap(\.stated)
    }
    #expect(
      found == [
        "medical-service-share": [31, 32, 28, 29], "drug-share": [21, 22],
        "personnel-share": [40, 41, 42, 43],
      ], "\(found) \(file.told)")
    #expect(!file.told.contains("不认识的指标"), "\(file.told)")
  }

  @Test func aSecondTitleWithoutAHeaderIsToldAndItsRowsAreNotRead() throws {
    let file = try Desk().examine(
      "医疗服务收入占比（%）\n地区,2021年,2022年\n太原市,31,32\n大同市,28,29\n人员支出占比（%）\n太原市,41,42\n大同市,42,43\n")
    #expect(
      file.checks.contains("no-header") && file.told.contains("“人员支出占比（%）”是另一个指标"), "\(file.told)")
    #expect(file.figures.map(\.stated) == [31, 32, 28, 29] || file.figures.isEmpty)
  }

  @Test(arguments: [
    "各市民营医院医疗服务收入占比（%）", "医疗服务收入占比和人员支出占比", "医疗服务收入占比目标", "各市情况表", "医疗收入（万元）",
  ])
  func aTitleThatSaysMoreOrLessIsNone(_ title: String) throws {
    let file = try Desk().examine("\(title)\n地区,2021年,2022年\n潞城区,31.5,33.2\n")
    #expect(file.figures.isEmpty && file.checks == ["no-header"], "\(file.told)")
  }

  @Test(arguments: [
    "太原市,300,100\n大同市,300,90\n市属医院,200,70\n", "太原市,300,100\n大同市,300,90\n阳泉市,30,9\n二、市属医院,200,70\n",
    "太原市,300,100\n其中：市直,200,70\n大同市,300,90\n阳泉市,30,9\n",
  ])
  func anOwnLevelBehindSomeCityIsAskedFor(_ rows: String) throws {
    let head = "2022年各市情况\n地区,医疗收入（亿元）,医疗服务收入（亿元）\n"
    let file = try Desk().examine(head + rows)
    #expect(file.checks == ["unknown-place"] && file.isBarred, "\(file.told)")
    #expect(!file.figures.contains { Desk.divisions[$0.place]?.level == .own })
  }

  @Test(arguments: [
    ("太原市,300,100\n市直,200,70\n大同市,300,90\n市直,200,60\n阳泉市,30,9\n", 2),
    ("太原市,300,100\n其中：市直,200,70\n小店区,20,7\n大同市,300,90\n阳泉市,30,9\n", 1),
    ("太原市,300,100\n小店区,20,7\n市本级,200,70\n大同市,300,90\n", 1), ("太原市,300,100\n市本级,200,70\n", 1),
  ])
  func anOwnLevelAmongItsCountiesIsTheirs(_ rows: String, _ own: Int) throws {
    let head = "2022年各市情况\n地区,医疗收入（亿元）,医疗服务收入（亿元）\n"
    let file = try Desk().examine(head + rows)
    #expect(!file.checks.contains("unknown-place"), "\(file.told)")
    let owns = file.figures.filter { Desk.divisions[$0.place]?.level == .own }
    #expect(owns.count == own && owns.first?.place == "140101", "\(owns)")
  }

  @Test func twoCitiesFarApartAreAskedAbout() throws {
    let table = "2022年\n地区,医疗收入,医疗服务收入\n太原市,480.5,163.4\n晋城市,201000,62000\n"
    let file = try Desk().examine(table)
    #expect(file.checks.contains("times-ten-thousand"), "\(file.told)")
  }
}
