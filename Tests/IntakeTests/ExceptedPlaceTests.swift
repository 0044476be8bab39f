import Bundle
import Reform
import Testing

@testable import Intake

/// Places that a clause names so that they are left out, or beside others that it does not name.
struct ExceptedPlaceTests {
  private func reading(_ province: String, _ clause: String) throws -> DocumentReading {
    let all = ChinaDivisions.provinces() + [ChinaDivisions.country]
    let own = try #require(all.first { $0.short == province })
    let catalogue = BundledCatalogue.tables(of: own.id)
    let isNation = own.level == .nation
    let known = catalogue.divisions.all
    let reader = DocumentReader(
      divisions: isNation ? Divisions(known.filter { $0.level < .county }) : catalogue.divisions,
      departments: DepartmentNames(), beneath: isNation ? known.filter { $0.level == .county } : [])
    let text =
      (isNation ? "国务院" : own.name + "人民政府") + "办公厅关于印发测试要点的通知\n测政办发〔2026〕3号\n"
      + "2026年2月1日\n一、重点任务\n1.\(clause)（责任单位：医保局）\n"
    return try reader.read(Array(text.utf8), name: "test.txt")
  }

  private func places(_ reading: DocumentReading) -> [String] {
    reading.clauses[0].places.map(\.value.code)
  }

  @Test(arguments: [
    ("湖南", "2026年9月底前各市州全面实施，长沙市、株洲市除外。", "长沙市、株洲市除外"),
    ("湖南", "2026年底前完成对接（怀化市、张家界市不含在内）。", "怀化市、张家界市不含在内"),
    ("湖南", "各市州（不含怀化市、张家界市）2026年底前完成。", "不含怀化市、张家界市"),
    ("湖南", "各市州（湘西自治州另行规定）2026年底前完成。", "湘西自治州另行规定"),
    ("湖南", "终止永州市试点，2026年6月底前完成清算。", "终止永州市试点"),
    ("湖南", "自2026年1月1日起，永州市不再作为试点城市。", "永州市不再作为试点城市"),
    ("四川", "甘孜州外的各市（州）开展。", "甘孜州外的各市（州）开展"), ("四川", "西昌市以外的县市建成。", "西昌市以外的县市建成"),
    ("湖北", "武汉市、宜昌市之外的市州完成。", "武汉市、宜昌市之外的市州完成"),
    ("浙江", "各市（杭州、宁波除外）2026年底前实施。", "杭州、宁波除外"), ("浙江", "不包括杭州市的设区市2026年底前实施。", "不包括杭州市"),
    ("浙江", "温州市暂缓实施，其他市2026年底前实施。", "温州市暂缓实施"),
    ("浙江", "温州市可延至2026年底，其余各市2025年底前完成。", "温州市可延至2026年底"),
    ("浙江", "温州市、台州市不纳入试点，2026年底前完成。", "温州市、台州市不纳入试点"),
    ("浙江", "温州市退出试点，2026年6月底前完成清算。", "温州市退出试点"), ("浙江", "撤销温州市试点资格。", "撤销温州市试点资格"),
    ("广东", "本条不适用于深圳市，2026年底前完成。", "不适用于深圳市"), ("广东", "深圳市由其自行制定办法。", "深圳市由其自行制定办法"),
    ("四川", "阿坝州、甘孜州继续执行原政策，2026年底前其他市（州）并轨。", "阿坝州、甘孜州继续执行原政策"),
    ("四川", "成都市公立医院和民营医院不纳入试点。", "成都市公立医院和民营医院不纳入试点"),
    ("贵州", "毕节市、铜仁市等5个市（州）暂不纳入，2026年底前完成。", "毕节市、铜仁市等5个市（州）暂不纳入"),
    ("贵州", "2026年底前全面推开（贵安新区除外）。", "贵安新区除外"), ("贵州", "不再将安顺市纳入试点。", "不再将安顺市纳入试点"),
    ("湖北", "除直管市外，各市州2026年底前完成。", "除直管市外"), ("四川", "除三州地区以外，其他市全面实施。", "除三州地区以外"),
    ("广东", "计划单列市除外，其他地级以上市2026年底前完成。", "计划单列市除外"),
    ("全国", "西藏、青海除外，各省份2026年底前推进。", "西藏、青海除外"),
    ("全国", "除西藏、新疆生产建设兵团外，各省份2026年底前实现。", "除西藏、新疆生产建设兵团外"),
  ])
  func whoIsLeftOutIsNoPlaceAndAsked(
    _ province: String, _ clause: String, _ words: String
  ) throws {
    let reading = try reading(province, clause)
    #expect(places(reading).isEmpty)
    let asked = reading.findings.filter { $0.check == "excepted-place" }
    #expect(asked.map(\.words) == [words])
  }

  @Test(arguments: [
    ("四川", "成都市取消药品耗材加成，2026年6月底前完成。", ["510100"]),
    ("四川", "对绵阳市取消加成的情况开展试点评估。", ["510700"]), ("四川", "国家和四川省另有规定的除外，2026年底前完成。", []),
    ("浙江", "对温州市开展督导，2026年底前完成整改。", ["330300"]), ("浙江", "巩固嘉兴市长护险试点成果。", ["330400"]),
  ])
  func whoHasToActIsNotLeftOut(_ province: String, _ clause: String, _ codes: [String]) throws {
    let reading = try reading(province, clause)
    #expect(places(reading) == codes)
    #expect(!reading.findings.contains { $0.check == "excepted-place" })
  }

  @Test(arguments: [
    ("湖南", "2026年底前，长沙市、株洲市建成3家以上医院，其余市州建成1家以上医院。"),
    ("四川", "成都市、德阳市培训500名以上全科医生，其他市（州）培训200名以上全科医生。"),
    ("内蒙古", "呼和浩特市、包头市2026年建成，其他盟市2027年建成。"), ("重庆", "渝中区率先推进，主城都市区其他区于2026年6月底前跟进。"),
    ("贵州", "六盘水市及其他有条件的市（州）2026年底前启动。"),
    ("广东", "广州市、深圳市建成10家以上医院，其他19个地级以上市建成5家以上医院。"),
  ])
  func whatTheOthersAreToDoIsAsked(_ province: String, _ clause: String) throws {
    let reading = try reading(province, clause)
    #expect(reading.findings.contains { $0.check == "then-everywhere" })
    let targets = reading.clauses[0].targets.map(\.value)
    #expect(targets.count < 2 || targets[1].places.isEmpty)
  }

  @Test(arguments: ["成都市加强对其他市（州）的帮扶，2026年底前建成。", "成都市为其他市（州）提供服务。", "支持成都建设中心，其他市级医院参与。"])
  func whoGainsIsNotAsked(_ clause: String) throws {
    #expect(!(try reading("四川", clause)).findings.contains { $0.check == "then-everywhere" })
  }

  @Test func eachPlaceHasItsFigureAndTheOthersTheirs() throws {
    let targets = try reading("云南", "昆明市、曲靖市、其他州市建档率分别不低于90%、85%、80%。").clauses[0].targets
    #expect(targets.map(\.value.metric.zh) == ["昆明市建档率", "曲靖市建档率", "其他州市建档率"])
    #expect(targets.map(\.value.places) == [["530100"], ["530300"], []])
  }

  @Test(arguments: [
    ("支持河北唐山、辽宁大连、江苏苏州、福建三明开展示范。", ["130200", "210200", "320500", "350400"]),
    ("支持吉林长春、海南海口开展试点。", ["220100", "460100"]), ("支持吉林开展试点。", ["220000"]),
    ("支持吉林省吉林市开展试点。", ["220200"]), ("在北京市石景山区、上海浦东新区开展试点。", ["110107", "310115"]),
    ("在江苏省徐州市鼓楼区、浙江安吉县开展试点。", ["320302", "330523"]), ("支持北京、新疆喀什开展试点。", ["110000", "653100"]),
  ])
  func ofAProvinceAndItsCityTheCityIsMeant(_ clause: String, _ codes: [String]) throws {
    #expect(places(try reading("全国", clause)) == codes)
  }

  @Test func ofSeveralCountiesInAProvinceOneIsAsked() throws {
    let reading = try reading("全国", "支持江苏鼓楼区开展试点。")
    #expect(reading.findings.contains { $0.check == "ambiguous-place" && $0.words == "鼓楼区" })
  }
}
