import Bundle
import Reform
import Testing

@testable import Intake

/// Clauses as the offices of other provinces write them: whom they bind, and which places they name.
struct ProvinceDocumentTests {
  private func draft(_ province: String, _ clause: String) throws -> TaskDraft {
    let all = ChinaDivisions.provinces() + [ChinaDivisions.country]
    let own = try #require(all.first { $0.short == province })
    let catalogue = BundledCatalogue.tables(of: own.id)
    let reader = DocumentReader(divisions: catalogue.divisions, departments: DepartmentNames())
    let isNation = own.level == .nation
    let text =
      (isNation ? "国务院" : own.name + "人民政府") + "办公厅关于印发测试要点的通知\n"
      + (isNation ? "国办发" : "测政办发") + "〔2026〕3号\n2026年2月1日\n一、重点任务\n1.\(clause)\n"
    let reading = try reader.read(Array(text.utf8), name: "test.txt")
    let review = Review(reading, file: "test.txt", key: "test", in: catalogue)
    return try #require(review.drafts.first)
  }

  private func checks(_ draft: TaskDraft) -> [String] { draft.doubts.map(\.check) }

  @Test(arguments: [
    ("广东", "各地级以上市人民政府、省卫生健康委负责", [ReformTask.Level.eachCity]),
    ("广东", "各地级以上市、县〔市、区〕人民政府负责", [.eachCounty, .eachCity]),
    ("贵州", "责任单位：省卫生健康委，各市（州）、县（市、区）人民政府", [.eachCounty, .eachCity]),
    ("黑龙江", "各市（地）人民政府（行署）负责", [.eachCity]),
    ("西藏", "各地（市）行署（人民政府）负责", [.eachCity]),
    ("内蒙古", "各盟行政公署、市人民政府负责", [.eachCity]),
    ("内蒙古", "责任单位：各盟市、旗县（市、区）人民政府", [.eachCounty, .eachCity]),
    ("云南", "责任单位：各州、市人民政府", [.eachCity]),
    ("河南", "责任单位：各省辖市、县（市、区）人民政府", [.eachCounty, .eachCity]),
    ("新疆", "责任单位：各地、州、市人民政府（行政公署）", [.eachCity]),
    ("全国", "各省、自治区、直辖市人民政府负责", [.eachProvince]),
    ("浙江", "责任单位：县（市、区）人民政府", [.eachCounty]),
    ("浙江", "省医保局、县人民政府负责", [.province]),
  ])
  func whomTheUnitsBind(_ province: String, _ note: String, _ levels: [ReformTask.Level]) throws {
    let draft = try draft(province, "完成甲工作。（\(note)）")
    #expect(Set(draft.task.levels) == Set(levels) && draft.task.level == levels.first)
    #expect(draft.doubts.isEmpty)
  }

  @Test(arguments: [
    ("云南", "大理州、红河州、西双版纳州开展试点", ["532900", "532500", "532800"]),
    ("湖北", "恩施州、宜昌市开展试点", ["422800", "420500"]),
    ("内蒙古", "指导科左中旗、达茂旗、锡盟开展试点", ["150521", "150223", "152500"]),
    ("新疆", "巴州、博州、克州、昌吉州开展试点", ["652800", "652700", "653000", "652300"]),
  ])
  func customaryNamesArePlaces(_ province: String, _ clause: String, _ codes: [String]) throws {
    let draft = try draft(province, clause + "。（省医保局负责）")
    #expect(draft.task.places.map(\.code) == codes && draft.task.level == .named)
    #expect(draft.doubts.isEmpty)
  }

  @Test(arguments: [
    ("浙江", "除舟山市外，各市2026年底前开展试点", "excepted-place"),
    ("全国", "除北京市、天津市外，其他省份2026年底前开展试点", "excepted-place"),
    ("浙江", "杭州市、宁波市率先推进，2026年底前其他各市全面推开", "then-everywhere"),
    ("贵州", "在毕节市开展试点，2026年底前在全省推开", "then-everywhere"),
    ("江苏", "鼓楼区开展支付方式试点", "ambiguous-place"),
    ("江苏", "支持苏州工业园区开展试点", "zone"), ("江苏", "南京江北新区率先推进", "zone"),
    ("浙江", "各市于2026年9月底前出台办法", "unit-in-text"),
    ("浙江", "2026年底前，各县（市、区）建成中心", "unit-in-text"), ("浙江", "所有县（市、区）完成评估", "unit-in-text"),
    ("湖北", "各市、州、直管市、神农架林区要在2026年底前完成", "unit-in-text"),
    ("四川", "2026年底前各市（州）至少完成1次评估。在乐山市开展试点", "unit-in-text"),
    ("重庆", "各区县（自治县）要在2026年底前完成", "unit-in-text"),
  ])
  func whatBindsOthersTooIsAsked(_ province: String, _ clause: String, _ check: String) throws {
    #expect(checks(try draft(province, clause + "。（省医保局负责）")).contains(check))
  }

  @Test(arguments: [
    ("全国", "推广三明市综合医改试点经验"), ("全国", "各省份和新疆生产建设兵团2026年底前开展支付方式改革试点"),
    ("浙江", "推广湖州市、绍兴市试点经验"), ("四川", "在成都平原等片区建设中心"),
  ])
  func whoIsOnlySpokenOfIsNoPlace(_ province: String, _ clause: String) throws {
    let draft = try draft(province, clause + "。（国家医保局负责）")
    #expect(draft.task.places.isEmpty && draft.task.level != .named)
  }

  @Test(arguments: [
    ("责任单位：宁波市、温州市人民政府", ["宁波市", "温州市人民政府"]), ("责任单位：省卫生健康委，宁波市、温州市", ["省卫生健康委", "宁波市", "温州市"]),
    ("责任单位：宁波市、温州市", ["宁波市", "温州市"]),
  ])
  func placesAmongTheUnitsAreTakenAndAsked(_ note: String, _ units: [String]) throws {
    let draft = try draft("浙江", "完成甲工作。（\(note)）")
    #expect(Set(draft.task.departments.map(\.name)) == Set(units))
    #expect(draft.task.places.map(\.code) == ["330200", "330300"])
    #expect(checks(draft) == ["place-among-units"])
  }

  @Test(arguments: [
    ("（省卫生健康委，宁波市、温州市、台州市、舟山市人民政府）", ["省卫生健康委", "宁波市", "温州市", "台州市", "舟山市人民政府"]),
    ("（宁波市、温州市、台州市、舟山市人民政府）", ["宁波市", "温州市", "台州市", "舟山市人民政府"]),
  ])
  func placesInAPlainBracketAreUnitsToo(_ note: String, _ units: [String]) throws {
    let draft = try draft("浙江", "完成甲工作。\(note)")
    #expect(Set(draft.task.departments.map(\.name)) == Set(units))
    #expect(draft.task.places.count == 4 && checks(draft) == ["place-among-units"])
  }

  @Test func aCityIsAUnitOfItsOwnDocument() throws {
    let catalogue = BundledCatalogue.tables(of: "420000")
    let reader = DocumentReader(divisions: catalogue.divisions, departments: DepartmentNames())
    let text =
      "宜昌市人民政府办公室关于印发任务分工的通知\n宜府办发〔2026〕3号\n2026年3月10日\n附件\n任务分工表\n序号\t任务\t牵头单位\t配合单位\t完成时限\n"
      + "1\t推进建设\t宜昌市\t夷陵区、枝江市\t2026年底\n"
    let row = try #require(try reader.read(Array(text.utf8), name: "test.txt").clauses.first)
    let units = row.departments.map { "\($0.value.name) \($0.value.role.rawValue)" }
    #expect(Set(units) == ["宜昌市 lead", "夷陵区 cooperating", "枝江市 cooperating"])
    #expect(row.places.map(\.value.code) == ["420506", "420583"])
  }

  @Test func placesInTheColumnsOfATableKeepTheirPart() throws {
    let catalogue = BundledCatalogue.tables(of: "130000")
    let reader = DocumentReader(divisions: catalogue.divisions, departments: DepartmentNames())
    let text =
      "河北省人民政府办公厅关于印发任务分工的通知\n冀政办字〔2025〕31号\n2025年6月30日\n附件\n任务分工表\n序号\t任务\t牵头单位\t责任单位\t完成时限\n"
      + "1\t推进医疗集团\t省卫生健康委\t石家庄市、唐山市、邯郸市人民政府\t2025年底\n2\t推进对口帮扶\t张家口市、承德市\t省卫生健康委\t2025年底\n"
    let reading = try reader.read(Array(text.utf8), name: "test.txt")
    func units(_ row: Int) -> Set<String> {
      Set(reading.clauses[row].departments.map { "\($0.value.name) \($0.value.role.rawValue)" })
    }
    #expect(
      units(0) == [
        "省卫生健康委 lead", "石家庄市 responsible", "唐山市 responsible", "邯郸市人民政府 responsible",
      ])
    #expect(units(1) == ["张家口市 lead", "承德市 lead", "省卫生健康委 responsible"])
    #expect(reading.clauses[0].places.map(\.value.code) == ["130100", "130200", "130400"])
    #expect(reading.findings.count { $0.check == "place-among-units" } == 2)
  }

  @Test func inADocumentOfACityItsOwnPlaceIsMeant() throws {
    let catalogue = BundledCatalogue.tables(of: "320000")
    let reader = DocumentReader(divisions: catalogue.divisions, departments: DepartmentNames())
    let text =
      "徐州市人民政府办公室关于印发测试要点的通知\n徐政办发〔2026〕3号\n2026年2月1日\n一、重点任务\n1.鼓楼区开展试点。（市医保局负责）\n"
    let reading = try reader.read(Array(text.utf8), name: "test.txt")
    #expect(reading.clauses.first?.places.map(\.value.code) == ["320302"])
    let review = Review(reading, file: "test.txt", key: "test", in: catalogue)
    #expect(review.drafts.first?.doubts.isEmpty == true)
  }
}
