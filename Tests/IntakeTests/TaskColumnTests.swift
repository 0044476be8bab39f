import Reform
import Testing

@testable import Intake

/// Columns of a table of tasks that say what is to be reached, and where.
struct TaskColumnTests {
  private func read(
    _ heads: String, _ cells: String, province: String = "湖北", in code: Division.Code = "420000",
    title: String = "推进改革"
  ) throws -> DocumentReading {
    try Sample.read(
      "\(province)省人民政府办公厅关于印发任务分工的通知\n鄂政办发〔2025〕14号\n2025年3月28日\n序号\t工作任务\t\(heads)\t牵头单位\t完成时限\n"
        + "1\t\(title)\t\(cells)\t省卫生健康委\t2025年底\n", in: code)
  }

  private func targets(_ reading: DocumentReading) -> [String] {
    reading.clauses[0].targets.map {
      "\($0.value.metric.zh) \($0.value.op.rawValue) \($0.value.value)\($0.value.unit)"
    }
  }

  @Test(arguments: ["目标值", "量化指标", "考核指标", "绩效指标", "年度目标值"])
  func whatATaskIsToReachIsRead(_ head: String) throws {
    let reading = try read(head, "中医馆覆盖率达到90%以上；互认医院≥700家")
    #expect(targets(reading) == ["中医馆覆盖率 >= 90%", "互认医院 >= 700家"])
    #expect(reading.findings.isEmpty)
  }

  @Test func aBareFigureIsOfTheMeasureThatTheTaskNames() throws {
    let reading = try read("目标值", "≥90%", title: "中医馆覆盖率")
    #expect(targets(reading) == ["中医馆覆盖率 >= 90%"])
  }

  @Test(arguments: ["500种", "≥90%", "全年办理3500"])
  func aFigureOfNothingNamedIsAskedAbout(_ cell: String) throws {
    let reading = try read("目标值", cell)
    #expect(targets(reading).isEmpty)
    #expect(reading.findings.map(\.check) == ["figure-not-taken"])
  }

  @Test(arguments: [
    ("实施地区", "武汉市、宜昌市", "named"), ("试点城市", "武汉市、宜昌市", "pilot"), ("实施范围", "武汉、宜昌", "named"),
    ("涉及市州", "武汉市和宜昌市", "named"), ("地区", "武汉市、宜昌市", "named"), ("示范区域", "武汉市、宜昌市", "demonstration"),
  ])
  func whereATaskIsDoneIsRead(_ head: String, _ cell: String, _ role: String) throws {
    let reading = try read(head, cell)
    let places = reading.clauses[0].places.map(\.value)
    #expect(places.map(\.code) == ["420100", "420500"])
    #expect(Set(places.map(\.role.rawValue)) == [role])
    #expect(reading.findings.isEmpty)
  }

  @Test(arguments: [("实施地区", "全省"), ("适用范围", "全省公立医院"), ("涉及市州", "各市州"), ("地区", "—")])
  func allPlacesAreNone(_ head: String, _ cell: String) throws {
    let reading = try read(head, cell)
    #expect(reading.clauses[0].places.isEmpty)
    #expect(reading.findings.isEmpty)
  }

  @Test(arguments: [
    ("实施地区", "除恩施州外", "excepted-place"), ("实施范围", "武汉市、宜昌市以外的市州", "excepted-place"),
    ("试点地区", "8个试点市", "place-not-taken"), ("地区", "武汉都市圈", "place-not-taken"),
  ])
  func whatIsNoPlainListOfPlacesIsAskedAbout(
    _ head: String, _ cell: String, _ check: String
  ) throws {
    let reading = try read(head, cell)
    #expect(reading.clauses[0].places.isEmpty)
    #expect(reading.findings.map(\.check) == [check])
  }
}
