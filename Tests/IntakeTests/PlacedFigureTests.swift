import Bundle
import Reform
import Testing

@testable import Intake

/// Figures, days and work of single places, in documents of any province.
struct PlacedFigureTests {
  private func reading(_ body: String, province: String = "430000") throws -> DocumentReading {
    let catalogue = BundledCatalogue.tables(of: province)
    let reader = DocumentReader(
      divisions: catalogue.divisions, departments: DepartmentNames(), beneath: [])
    let name = catalogue.divisions.all.first { $0.id == province }?.name ?? ""
    let text = "\(name)人民政府办公厅关于印发测试要点的通知\n测政办发〔2026〕3号\n2026年2月1日\n" + body
    return try reader.read(Array(text.utf8), name: "test.txt")
  }

  private func clause(_ words: String, _ note: String = "（责任单位：省卫生健康委）") throws -> DocumentReading {
    try reading("一、重点任务\n1.\(words)\(note)\n")
  }

  private func told(_ reading: DocumentReading) -> [String] {
    reading.clauses[0].targets.map(\.value).map { target in
      let places = target.places.map { $0.prefix(4) }.joined(separator: ",")
      return "\(target.metric.zh) \(target.op.rawValue) \(target.value)\(target.unit) \(places)"
    }
  }

  @Test(arguments: [
    (
      "长沙市签约率不低于55%、衡阳市签约率不低于50%、邵阳市签约率不低于45%。",
      ["长沙市签约率 >= 55% 4301", "衡阳市签约率 >= 50% 4304", "邵阳市签约率 >= 45% 4305"]
    ),
    (
      "全省签约率达到50%以上，其中永州市达到55%、娄底市53%以上。",
      ["全省签约率 >= 50% 4300", "永州市签约率 >= 55% 4311", "娄底市签约率 >= 53% 4313"]
    ),
    ("岳阳市、常德市更新率达到60%、55%。", ["岳阳市更新率 >= 60% 4306", "常德市更新率 >= 55% 4307"]),
    (
      "永州市、娄底市、郴州市县域就诊率分别达到70%、75%、78%。",
      ["永州市县域就诊率 >= 70% 4311", "娄底市县域就诊率 >= 75% 4313", "郴州市县域就诊率 >= 78% 4310"]
    ),
    (
      "全省新增托位2万个，其中永州市3000个、娄底市2000个。",
      ["新增托位 = 2万个 4300", "永州市新增托位 = 3000个 4311", "娄底市新增托位 = 2000个 4313"]
    ),
    ("县域就诊率不低于75%，湘西州放宽至65%。", ["县域就诊率 >= 75% ", "湘西州县域就诊率 >= 65% 4331"]),
    ("永州市、娄底市药占比降至28%以下。", ["永州市、娄底市药占比 <= 28% 4311,4313"]),
    ("群众满意率不低于95%。（长沙市98%）", ["群众满意率 >= 95% ", "长沙市群众满意率 >= 98% 4301"]),
    (
      "药占比控制在28%以内（中医医院32%以内，桃江县30%以内）。",
      ["药占比 <= 28% ", "中医医院 <= 32% ", "桃江县药占比 <= 30% 4309"]
    ),
    ("永州市：培训300人；娄底市：培训200人。", ["永州市培训 = 300人 4311", "娄底市培训 = 200人 4313"]),
    (
      "衡阳市要加快建设医学中心，完成投资5亿元；永州市完成投资4亿元。",
      ["衡阳市完成投资 = 5亿元 4304", "永州市完成投资 = 4亿元 4311"]
    ), ("近视率：桃江县≤48%，安化县≤50%。", ["桃江县近视率 <= 48% 4309", "安化县近视率 <= 50% 4309"]),
    ("桃江县、安化县各清理欠款医院3家以上。", ["桃江县清理欠款医院 >= 3家 4309", "安化县清理欠款医院 >= 3家 4309"]),
    (
      "全省建成中心300个，湘西州35个、衡阳市33个。",
      [
        "建成中心 = 300个 4300", "湘西州建成中心 = 35个 4331", "衡阳市建成中心 = 33个 4304",
      ]
    ),
  ])
  func everyPlaceHasItsOwnFigure(_ words: String, _ targets: [String]) throws {
    let reading = try clause(words)
    #expect(told(reading) == targets)
    #expect(reading.findings.isEmpty, "\(reading.findings)")
  }

  @Test(arguments: [
    "追回资金目标：长沙市3000万元、岳阳市1500万元。", "培训全科医生（永州市300人、娄底市200人）。",
    "由省卫生健康委协调下派120人，其中桃江县50人，安化县40人。", "岳阳市、常德市、益阳市更新率达到60%、55%。",
    "健康管理率达72%（桃江县75%；赫山区、大通湖区70%）。", "岳阳市、常德市试行付费，留用比例为60%、70%。",
    "各市每年新增托位，长沙市不少于2000个、岳阳市不少于1500个。", "长沙市、岳阳市各不少于30家。", "完成率达到100%的，奖励200万元。",
    "连续两年不合格的县扣减补助10%。",
    "报销比例为：一级90%、二级80%。",
  ])
  func whatCannotBeToldApartIsAsked(_ words: String) throws {
    let checks = try clause(words).findings.map(\.check)
    #expect(checks.contains("figure-not-taken"), "\(checks)")
  }

  @Test(arguments: [
    "得分低于70分的为不合格。", "90分以上为优秀。", "占比低于30%、且增速高于10%的市可启动调价。",
  ])
  func gradesAndConditionsAreNoTargets(_ words: String) throws {
    #expect(try clause(words).clauses[0].targets.isEmpty)
  }

  @Test(arguments: [
    ("永州市、娄底市药占比降至28%以下。", true), ("桃江县、安化县政府要于2026年6月底前完成划转。", true),
    ("2026年底前，永州市、娄底市完成改造。", true), ("全省签约率达到50%，其中永州市达到55%，娄底市达到53%。", false),
    ("健康管理率达72%（桃江县75%；赫山区70%）。", false), ("集中采购药品，永州、娄底两市参加。", false),
  ])
  func whoTheSentenceIsAboutIsBound(_ words: String, _ act: Bool) throws {
    #expect((try clause(words).clauses[0].placesAct == true) == act)
  }

  @Test func eachOfTheCountiesNamedIsNotEachOfAll() throws {
    let reading = try clause("桃江县、安化县每县新增3个专科。")
    let task = ReformTask(
      reading.clauses[0], of: "x", region: "430000", in: BundledCatalogue.tables(of: "430000"))
    #expect(task.level == .named && task.targets.map(\.places) == [["430922", "430923"]])
    let divisions = BundledCatalogue.tables(of: "430000").divisions
    #expect(task.targets[0].isAsked(of: "430922", in: "430000", by: .named, divisions))
    #expect(!task.targets[0].isAsked(of: "430921", in: "430000", by: .named, divisions))
  }

  @Test func workOfAllBesideThatOfSomeIsAsked() throws {
    let reading = try clause("永州市、娄底市2026年6月底前完成改造。全省2026年底前完成改造。")
    #expect(reading.clauses[0].placesAct == nil)
    #expect(reading.findings.map(\.check) == ["then-everywhere"])
  }

  @Test(arguments: [
    ("衡阳市于2026年6月底前完成改造；永州市、邵阳市于2026年9月底前完成改造。", true),
    ("2026年6月底前衡阳市完成改造，2026年9月底前永州市完成改造。", true),
    ("衡阳市、永州市2026年6月底前完成方案，2026年9月底前完成改造。", false),
    ("2026年6月底前出台方案，2026年9月底前衡阳市、永州市完成改造。", false),
  ])
  func daysOfDifferentPlacesAreAsked(_ words: String, _ isAsked: Bool) throws {
    let reading = try clause(words)
    #expect(reading.findings.contains { $0.check == "days-by-place" } == isAsked)
    #expect(reading.clauses[0].deadlines.count == 2)
  }

  @Test(arguments: [
    "衡阳市、永州市2026年各建成1个中心。", "衡阳市2026年药占比降至28%以下。", "衡阳市、永州市2026年建成1个中心。",
  ])
  func aYearBehindPlacesIsADeadline(_ words: String) throws {
    let clause = try clause(words).clauses[0]
    #expect(clause.deadlines.map(\.value.due) == [Day(2026, 12, 31)])
    #expect(clause.targets.allSatisfy { $0.value.year == 2026 })
  }

  @Test func aZoneBesidePlacesIsToldOf() throws {
    let reading = try clause("永州市、湘江新区2026年底前完成改造。")
    #expect(reading.findings.filter { $0.check == "zone" }.map(\.words) == ["湘江新区"])
  }

  @Test func aColumnOfEachPlaceSetsWhatTheTaskComesToThere() throws {
    let reading = try reading(
      "附件\n重点任务分解表\n序号\t重点任务\t全省目标\t长沙市\t岳阳\t牵头单位\t完成时限\n"
        + "1\t县域就诊率\t≥90%\t93%\t91%\t省卫生健康委\t2026年12月底前\n"
        + "2\t建设医疗集团\t20个\t4个\t3个\t省卫生健康委\t2026年11月底前\n")
    let targets = reading.clauses.map { $0.targets.map(\.value) }
    #expect(targets.map { $0.map(\.value) } == [[90, 93, 91], [20, 4, 3]])
    #expect(targets.allSatisfy { $0.map(\.places) == [[], ["430100"], ["430600"]] })
    #expect(
      targets.map { $0.map(\.metric.zh) } == [
        ["县域就诊率", "长沙市县域就诊率", "岳阳县域就诊率"], ["建设医疗集团", "长沙市建设医疗集团", "岳阳建设医疗集团"],
      ])
  }
}
