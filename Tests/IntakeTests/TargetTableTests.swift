import Reform
import Testing

@testable import Intake

/// Tables of targets: which year is the state, what a cell says, and which column names the indicator.
struct TargetTableTests {
  private func read(_ table: String, issued: String = "2025年4月28日") throws -> DocumentReading {
    try Sample.read(
      "安徽省人民政府办公厅关于印发健康规划的通知\n皖政办〔2025〕15号\n\(issued)\n一、主要任务\n（一）加强领导。（省卫生健康委）\n附件\n主要指标表\n"
        + table + "\n")
  }

  private func words(_ reading: DocumentReading) -> [String] {
    reading.targets.map { stated in
      let target = stated.target
      let base = stated.base.map { " <\($0) \(stated.baseYear ?? 0)" } ?? ""
      return "\(target.metric.zh) \(target.op.rawValue) \(target.value)\(target.unit)"
        + (target.year.map { " \($0)" } ?? "") + base
    }
  }

  private func checks(_ reading: DocumentReading) -> [String] {
    reading.findings.map(\.check).filter { $0 != "left-out" }
  }

  @Test(arguments: [
    ("2024年4月28日", "2025年\t2027年\n住院日\t7.5天\t6.8天", ["住院日 = 7.5天 2025", "住院日 = 6.8天 2027"], []),
    ("2021年4月28日", "2020年\t2025年\n住院日\t7.5天\t6.8天", ["住院日 = 6.8天 2025 <7.5 2020"], []),
    ("2021年4月28日", "2015年\t2020年\t2025年\n寿命\t76\t77\t78", ["寿命 = 78 2025 <77 2020"], []),
    ("2024年4月28日", "2023年\t目标值\n签约率\t40%\t45%", ["签约率 = 45% <40 2023"], []),
    (
      "2025年4月28日", "2025年\t2026年\n住院日\t≤7.5天\t≤7天",
      ["住院日 <= 7.5天 2025", "住院日 <= 7天 2026"], []
    ),
    (
      "2025年12月28日", "2025年\t2030年\n寿命\t78岁\t79岁", ["寿命 = 78岁 2025", "寿命 = 79岁 2030"],
      ["base-or-target"]
    ),
    ("2021年4月28日", "2020年\t2025年\n就诊率\t＜27%\t25%", ["就诊率 = 25% 2025"], ["cell-not-taken"]),
  ])
  func theStateIsOfAYearBeforeTheIssue(
    _ issued: String, _ table: String, _ targets: [String], _ found: [String]
  ) throws {
    let reading = try read("指标\t" + table, issued: issued)
    #expect(words(reading) == targets)
    #expect(checks(reading) == found)
  }

  @Test(arguments: [
    ("7天", "率 = 7天"), ("4级以上", "率 >= 4级"), ("≥90分", "率 >= 90分"), ("低于7天", "率 < 7天"),
    ("3人/千人", "率 = 3人/千人"), ("达到90%", "率 >= 90%"), ("下降10%左右", "率下降 = 10%"),
    ("控制在5%以内", "率 <= 5%"), ("20张（约束性）", "率 = 20张"),
  ])
  func aCellIsReadWithItsWords(_ cell: String, _ target: String) throws {
    let reading = try read("指标\t2027年目标\n率\t\(cell)")
    #expect(words(reading) == [target + " 2027"])
    #expect(checks(reading).isEmpty)
  }

  @Test(arguments: ["每县1所", "1:0.6", "1,500人", "逐步提高", "80%（2026年）", "高于全国平均5分", "20张（不含民营）"])
  func aCellThatIsNotReadSurelyIsAskedAbout(_ cell: String) throws {
    let reading = try read("指标\t2027年目标\n率\t\(cell)\n费用\t20元")
    #expect(words(reading) == ["费用 = 20元 2027"])
    #expect(checks(reading) == ["cell-not-taken"])
    #expect(reading.findings.first { $0.check == "cell-not-taken" }?.words == "率：\(cell)")
  }

  @Test(arguments: ["指标名称\t指标导向", "指标\t指标要求", "二级指标\t指标解释", "一级指标\t指标"])
  func theNameOfAnIndicatorStandsUnderItsHead(_ heads: String) throws {
    let isLast = heads.hasPrefix("一级")
    let row = isLast ? "逐步提高\t手术占比" : "手术占比\t逐步提高"
    let reading = try read("序号\t\(heads)\t指标值\n1\t\(row)\t20%")
    #expect(words(reading) == ["手术占比 = 20%"])
  }
}
