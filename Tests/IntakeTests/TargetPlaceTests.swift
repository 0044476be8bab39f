import Bundle
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
    "家庭医生签约率达到90%（永和县85%）。", "家庭医生签约率达到90%，其中永和县85%。", "家庭医生签约率达到90%，其中临汾市永和县不低于85%。",
  ])
  func theFigureOfOnePlaceIsATargetOfItsOwn(_ sentence: String) throws {
    let found = try targets(sentence)
    #expect(found.map(\.value) == [90, 85] && found.map(\.op) == [.atLeast, .atLeast])
    #expect(found.map(\.places) == [[], ["141032"]])
    #expect(
      found.allSatisfy { $0.metric.zh.hasSuffix("家庭医生签约率") } && found[1].metric.zh.contains("永和县"))
  }

  @Test func figuresOfPlacesFollowOneAnother() throws {
    let found = try targets("2026年培训全科医生1000名，其中太原市150名、大同市和晋城市各100名，永和县50名以上。")
    #expect(found.map(\.value) == [1000, 150, 100, 100, 50])
    #expect(found.map(\.places) == [[], ["140100"], ["140200"], ["140500"], ["141032"]])
    #expect(found.map(\.year) == [2026, 2026, 2026, 2026, 2026] && found[4].op == .atLeast)
    #expect(found[3].metric.zh == "晋城市培训全科医生")
  }

  @Test(arguments: [
    ("2026年底前，太原市、大同市各建成3个区域中心。", [["140100"], ["140200"]]),
    ("2026年底前，太原市、大同市各至少建成3个区域中心。", [["140100"], ["140200"]]),
    ("2026年底前，太原市、大同市建成各类区域中心3个。", [["140100", "140200"]]),
    ("2026年底前，太原市、大同市共建成3个区域中心。", [["140100", "140200"]]),
  ])
  func eachOfThemIsATarget(_ sentence: String, _ places: [[String]]) throws {
    let found = try targets(sentence)
    #expect(found.map(\.places) == places && found.allSatisfy { $0.value == 3 })
  }

  @Test(arguments: [
    ("太原市、大同市2026年6月底前完成县域医共体建设。", true), ("2026年6月底前，运城市盐湖区完成改造。", true),
    ("做好互认。太原市、大同市等3个市要全面推进。", true), ("支持太原市、大同市建设中心。", false), ("各市学习太原市做法，推进改革。", false),
    ("2026年，太原市人民医院建成中心。", false), ("推进太原市、大同市完成建设。", false),
  ])
  func placesThatAreSaidToDoItAreThoseBound(_ sentence: String, _ act: Bool) throws {
    let head = "山西省人民政府办公厅关于做好工作的通知\n晋政办发〔2025〕2号\n2025年1月16日\n"
    let reading = try Sample.read(head + "一、" + sentence + "\n")
    #expect((reading.clauses[0].placesAct == true) == act)
    let task = ReformTask(
      reading.clauses[0], of: "x", region: "140000", in: BundledCatalogue.tables(of: "140000"))
    #expect((task.level == .named) == act)
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
