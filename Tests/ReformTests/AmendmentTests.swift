import Foundation
import Reform
import Testing

@Suite struct AmendmentTests {
  @Test func departmentsAreReadAsTheyAreWritten() {
    let line = "牵头：省卫健委（规划处）；配合：省医保局、省财政厅"
    let departments = [
      Responsible("省卫健委", bureau: "规划处", role: .lead), Responsible("省医保局", role: .cooperating),
      Responsible("省财政厅", role: .cooperating),
    ]
    #expect(Amendment.departments(line) == departments)
    #expect(Amendment.line(departments) == line)
  }

  @Test func namesAloneAreResponsibleAndNoLeadIsInvented() {
    #expect(
      Amendment.departments("责任单位：省卫健委 省医保局，某某局").map(\.role)
        == [.responsible, .responsible, .responsible])
    #expect(Amendment.departments("  ").isEmpty)
  }

  @Test func placesKeepTheirRoles() throws {
    let divisions = Field.tables.divisions
    let places = try Amendment.places("试点：太原、大同市；点名：绛县", in: divisions)
    #expect(
      places == [
        NamedPlace("140100", .pilot), NamedPlace("140200", .pilot), NamedPlace("140826", .named),
      ])
    #expect(Amendment.line(places, in: divisions) == "试点：太原市、大同市；点名：绛县")
  }

  @Test func aPlaceThatIsNoneIsNamed() {
    let fault = #expect(throws: Fault.self) {
      try Amendment.places("太原、火星", in: Field.tables.divisions)
    }
    #expect(fault?.message.zh.contains("火星") == true)
  }

  @Test(arguments: [
    ("就诊率 >= 90 %", TaskTarget.Comparison.atLeast, "90", "%"),
    ("超标率 <= 0.5 %", .atMost, "0.5", "%"), ("医院 = 11 所", .equal, "11", "所"),
    ("床位 > 1200 张", .moreThan, "1200", "张"), ("天数 < 8", .lessThan, "8", ""),
  ])
  func targetsAreReadAndWrittenAlike(
    line: String, op: TaskTarget.Comparison, value: String, unit: String
  ) throws {
    let target = try #require(try Amendment.targets(line).first)
    #expect(target.op == op && target.value == Decimal(string: value) && target.unit == unit)
    #expect(Amendment.line([target]) == line)
  }

  @Test func aSoftTargetAndARangeStayWhatTheyAre() throws {
    let line = "三级医院 力争 = 3-5 所；满意度 >= 85 %"
    let targets = try Amendment.targets(line)
    #expect(targets[0].isSoft && targets[0].op == .range && targets[0].upper == 5)
    #expect(Amendment.line(targets) == line)
  }

  @Test(arguments: ["很多", "率 >= 很高", "率 >= 1-2-3"])
  func aTargetWithoutANumberIsRefused(line: String) {
    #expect(throws: Fault.self) { try Amendment.targets(line) }
  }
}
