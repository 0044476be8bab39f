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
