import Reform
import Testing

@testable import Intake

/// Targets that are set for different places in one sentence.
struct TargetPlaceTests {
  private func targets(_ sentence: String) throws -> [TaskTarget] {
    let head = "山西省人民政府办公厅关于做好工作的通知\n晋政办发〔2025〕2号\n2025年1月16日\n"
    return try Sample.read(head + "一、" + sentence + "\n").clauses[0].targets.map(\.value)
  }

  @Test(arguments: [
    "到2026年，全省县域内就诊率达到90%，长治市率先达到95%。", "长治市县域内就诊率率先达到95%，全省达到90%。",
  ])
  func theWholeAndALeaderAreTwoTargets(_ sentence: String) throws {
    let found = try targets(sentence).sorted { $0.value < $1.value }
    #expect(found.map(\.value) == [90, 95])
    #expect(found.map(\.places) == [["140000"], ["140400"]])
    #expect(found.allSatisfy { $0.metric.zh.contains("县域内就诊率") })
    #expect(found[1].metric.zh.contains("长治市") && found[0].scope == .inAll)
  }

  @Test func severalLeadersShareATarget() throws {
    let found = try targets("全省建成100个医联体，太原市、晋城市率先建成20个。")
    #expect(found.map(\.places) == [["140000"], ["140100", "140500"]])
    #expect(found.map(\.metric.zh) == ["医联体", "太原市、晋城市医联体"])
  }

  @Test(arguments: [
    ("每县至少建成2个专科。", TaskTarget.Scope.perCounty), ("各县（市、区）要配备3台设备。", .perCounty),
    ("每个县（市、区）培训10名医师。", .perCounty), ("每市至少建成5个中心。", .perCity),
  ])
  func eachCountyIsNoCity(_ sentence: String, _ scope: TaskTarget.Scope) throws {
    #expect(try targets(sentence).map(\.scope) == [scope])
  }

  @Test func aTaskUnderAHeadingOfLeadershipIsATask() throws {
    let reading = try Sample.read(
      "一、重点任务及责任分工\n（一）切实加强医改组织领导\n1.完善负责制。由负责同志担任组长。（责任部门：省卫健委）\n"
        + "2.落实投入责任。各级财政要支持。（责任部门：省财政厅）\n（二）加大改革力度\n3.做好采购。（责任部门：省医保局）\n"
        + "二、保障措施\n4.加强组织领导。各市要落实。\n")
    #expect(reading.clauses.map(\.isSafeguard) == [false, false, false, true])
  }

  @Test func aSectionBeforeOthersThatSetWorkIsNoSafeguard() throws {
    let reading = try Sample.read(
      "一、加强组织领导\n（一）成立专班。（责任单位：省卫健委）\n（二）建立台账。（责任单位：省卫健委）\n"
        + "二、深化改革\n（一）做好甲。（责任单位：省医保局）\n（二）做好乙。（责任单位：省医保局）\n")
    #expect(reading.clauses.map(\.isSafeguard) == [false, false, false, false])
  }
}
