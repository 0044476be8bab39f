import Reform
import Testing

@testable import Intake

/// What a section says itself though its clauses stand below it.
struct ParentTextTests {
  private func read(_ parent: String) throws -> DocumentReading {
    try Sample.read(
      "广东省人民政府办公厅关于做好工作的通知\n粤府办〔2025〕14号\n2025年3月28日\n一、重点任务\n（一）\(parent)\n1.扩大招生。（省教育厅、省卫生健康委）\n2.加强培训。（省卫生健康委）\n"
        + "（二）加强中医。\n1.建设医院。（省卫生健康委）\n2.传承创新。（省科技厅）\n", in: "440000")
  }

  @Test(arguments: [
    ("加强队伍建设。每千人口执业医师数达到3.8人。具体措施如下：", "每千人口执业医师数达到3.8人"),
    ("加强队伍建设。广州市、深圳市率先推进。", "广州市、深圳市"),
    ("加强队伍建设，由省中医药局牵头，中医床位占比不低于20%。", "省中医药局、中医床位占比不低于20%"),
    ("加强队伍建设。转诊率控制在10%以内。", "转诊率控制在10%以内"),
  ])
  func figuresAndPlacesOfASectionAreTold(_ parent: String, _ words: String) throws {
    let told = try read(parent).findings.filter { $0.check == "left-out" }
    #expect(told.map(\.words) == [words])
  }

  @Test func aSectionThatSetsNothingIsNotTold() throws {
    let reading = try read("加强队伍建设。坚持以人民健康为中心，完善机制。")
    #expect(reading.findings.isEmpty)
  }

  @Test func whoLeadsASectionWithADayIsTaken() throws {
    let reading = try read("加强监管。由省医保局牵头推进，2025年底前实现智能监管全覆盖。")
    let units = reading.obligations.flatMap(\.departments).map {
      "\($0.value.name) \($0.value.role.rawValue)"
    }
    #expect(units == ["省医保局 lead"])
  }
}
