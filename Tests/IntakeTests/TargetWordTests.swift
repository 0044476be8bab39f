import Foundation
import Reform
import Testing

@testable import Intake

/// What a sentence sets as a target: its name, its figure and its year, or a question.
struct TargetWordTests {
  private static let head = "云川省卫生健康委员会关于做好工作的通知\n云卫发〔2026〕2号\n2026年2月1日\n"

  private func read(_ sentence: String) throws -> DocumentReading {
    try Sample.read(Self.head + "一、甲工作。\(sentence)（省卫健委负责）\n二、做好。（省卫健委负责）\n")
  }

  private func said(_ target: TaskTarget) -> String {
    let year = target.year.map { " \($0)" } ?? ""
    return "\(target.metric.zh) \(target.op.rawValue) \(target.value)\(target.unit)\(year)"
  }

  private func targets(_ sentence: String) throws -> [String] {
    try read(sentence).clauses[0].targets.map { said($0.value) }
  }

  @Test(arguments: [
    ("建成省级区域性医疗卫生中心100家。", 100), ("建成国家级和省级慢性病综合防控示范区50个。", 50),
    ("建设紧密型城市医疗集团试点单位20个。", 20),
  ])
  func whatIsBuiltMayHaveALongName(_ sentence: String, _ count: Int) throws {
    let found = try read(sentence).clauses[0].targets.map(\.value)
    #expect(found.map(\.value) == [Decimal(count)])
  }

  @Test func aNumberOfWhatIsDescribedIsNoTarget() throws {
    #expect(try targets("全面执行国家组织药品集中采购和使用改革试点25种药品的采购政策。").isEmpty)
  }

  // MARK: 分别

  @Test(arguments: [
    (
      "到2026年、2027年、2030年，甲比例分别达到60%、70%、90%。",
      ["甲比例 >= 60% 2026", "甲比例 >= 70% 2027", "甲比例 >= 90% 2030"]
    ),
    (
      "2026年、2027年、2028年DRG付费占比分别不低于70%、80%、90%。",
      ["DRG付费占比 >= 70% 2026", "DRG付费占比 >= 80% 2027", "DRG付费占比 >= 90% 2028"]
    ),
    (
      "衔接率2026年底、2027年底分别达到80%、90%。", ["衔接率 >= 80% 2026", "衔接率 >= 90% 2027"]
    ),
    (
      "到2030年和2035年，甲率分别达到60%和90%，乙率分别达到70%和95%。",
      ["甲率 >= 60% 2030", "甲率 >= 90% 2035", "乙率 >= 70% 2030", "乙率 >= 95% 2035"]
    ),
    ("2026年、2027年甲率达到60%、70%。", ["甲率 >= 60% 2026", "甲率 >= 70% 2027"]),
    (
      "到2027年，每千人口床位数、执业（助理）医师数、注册护士数分别达到7.4张、4.0人、4.7人。",
      ["每千人口床位数 >= 7.4张 2027", "每千人口执业（助理）医师数 >= 4人 2027", "每千人口注册护士数 >= 4.7人 2027"]
    ),
    ("高血压、糖尿病患者规范管理率分别达到70%、72%。", ["高血压患者规范管理率 >= 70%", "糖尿病患者规范管理率 >= 72%"]),
    ("职工医保、居民医保住院报销比例分别稳定在80%和70%左右。", ["职工医保住院报销比例 = 80%", "居民医保住院报销比例 = 70%"]),
    ("中药饮片和中成药分别达到500种和30类。", ["中药饮片 >= 500种", "中成药 >= 30类"]),
    ("甲率、乙率均达到90%以上。", ["甲率、乙率 >= 90%"]),
    ("甲率、乙率分别提高5个、3个百分点。", ["甲率提高 = 5个百分点", "乙率提高 = 3个百分点"]),
    ("省、市、县三级甲率分别达到60%、70%、80%。", ["省甲率 >= 60%", "市甲率 >= 70%", "县甲率 >= 80%"]),
    ("分别于2026年、2027年完成50%、100%。", ["甲工作 = 50% 2026", "甲工作 = 100% 2027"]),
  ])
  func whatIsSaidOfSeveralIsPaired(_ sentence: String, _ wanted: [String]) throws {
    #expect(try targets(sentence) == wanted)
  }

  @Test(arguments: [
    ("甲率、乙率、丙率分别达到60%、70%。", "甲率、乙率、丙率分别达到60%、70%"),
    ("到2026年、2027年，甲率、乙率分别达到60%、70%。", "甲率、乙率分别达到60%、70%"),
    ("甲比例分别达到60%、70%、90%。", "甲比例分别达到60%、70%、90%"),
  ])
  func listsThatDoNotMatchAreAskedAbout(_ sentence: String, _ words: String) throws {
    let reading = try read(sentence)
    #expect(reading.clauses[0].targets.isEmpty)
    #expect(reading.findings.map(\.check) == ["figure-not-taken"])
    #expect(reading.findings.first?.words == words)
  }

  @Test func eachPlaceHasItsOwnFigure() throws {
    let text = "山西省人民政府办公厅关于做好工作的通知\n晋政办发〔2026〕3号\n2026年2月1日\n一、太原市、大同市签约率分别达到60%、70%。\n二、做好。\n"
    let targets = try Sample.read(text).clauses[0].targets.map(\.value)
    #expect(targets.map(said) == ["太原市签约率 >= 60%", "大同市签约率 >= 70%"])
    #expect(targets.map(\.places) == [["140100"], ["140200"]])
  }

  // MARK: Names

  @Test(arguments: [
    ("每千人口执业（助理）医师数达到4.2人。", "每千人口执业（助理）医师数 >= 4.2人"),
    ("“互联网+医疗”服务占比达到20%。", "“互联网+医疗”服务占比 >= 20%"),
    ("力争到2027年超过200个。", "甲工作 > 200个 2027"), ("逐年提高乙比例，到2028年达到90%。", "乙比例 >= 90% 2028"),
    ("就诊率2027年达到60%。", "就诊率 >= 60% 2027"), ("药品达到550种以上。", "药品 >= 550种"),
    ("新增2000个托位。", "新增托位 = 2000个"), ("加强中心建设，2027年底前建成20家。", "加强中心建设 = 20家 2027"),
    ("医疗服务收入占比不低于总额的35%。", "医疗服务收入占比 >= 35%"),
    ("政府补助不低于每人每年700元。", "政府补助每人每年 >= 700元"),
  ])
  func whatIsMeasuredIsNamed(_ sentence: String, _ wanted: String) throws {
    #expect(try targets(sentence) == [wanted])
  }

  // MARK: Changes

  @Test(arguments: [
    ("药占比降低2个百分点，2026年降至28%以下。", ["药占比降低 = 2个百分点", "药占比 <= 28% 2026"]),
    ("重大慢性病过早死亡率下降15%。", ["重大慢性病过早死亡率下降 = 15%"]),
    ("财政投入增长10%。", ["财政投入增长 = 10%"]),
    ("人均补助标准提高30元，达到每人每年700元。", ["人均补助标准提高 = 30元", "人均补助标准每人每年 >= 700元"]),
    ("就诊率比上年提高5个百分点，达到75%。", ["就诊率比上年提高 = 5个百分点", "就诊率 >= 75%"]),
    ("收入占比不低于35%，每年提高1个百分点以上。", ["收入占比 >= 35%", "收入占比每年提高 >= 1个百分点"]),
    ("次均费用较上年下降5个百分点。", ["次均费用较上年下降 = 5个百分点"]),
    ("服务收入较上年增长不低于8%。", ["服务收入较上年增长 >= 8%"]),
    ("就诊率从目前的88%提高到90%以上。", ["就诊率 >= 90%"]),
    ("就诊率由36%下降至30%。", ["就诊率 <= 30%"]),
    ("素养水平由2025年的36%提高到2027年的40%。", ["素养水平 >= 40% 2027"]),
  ])
  func aChangeIsToldFromALevel(_ sentence: String, _ wanted: [String]) throws {
    #expect(try targets(sentence) == wanted)
  }

  @Test func theYearOfALaterFigureIsADeadline() throws {
    let deadlines = try read("素养水平由2025年的36%提高到2027年的40%。").clauses[0].deadlines
    #expect(deadlines.map { $0.value.due?.description } == ["2027-12-31"])
  }

  // MARK: Units

  @Test(arguments: [
    ("人均预期寿命达到81岁。", "人均预期寿命 >= 81岁"), ("人均预期寿命提高1岁。", "人均预期寿命提高 = 1岁"),
    ("孕产妇死亡率控制在8/10万以下。", "孕产妇死亡率 <= 8/10万"),
    ("孕产妇死亡率控制在十万分之八以内。", "孕产妇死亡率 <= 8/10万"),
    ("婴儿死亡率控制在5‰以内。", "婴儿死亡率 <= 5‰"), ("婴儿死亡率降至千分之五以下。", "婴儿死亡率 <= 5‰"),
    ("平均住院日7.5日。", "平均住院日 = 7.5日"), ("平均住院日控制在8日以内。", "平均住院日 <= 8日"),
    ("每千人口床位数6.5张。", "每千人口床位数 = 6.5张"), ("覆盖率达到百分之九十五点五以上。", "覆盖率 >= 95.5%"),
    ("2026年完成50%。", "甲工作 = 50% 2026"),
  ])
  func everyUnitIsRead(_ sentence: String, _ wanted: String) throws {
    #expect(try targets(sentence) == [wanted])
  }

  @Test(arguments: [
    "面向65岁以上老年人开展体检。", "年龄不超过45岁。", "30日内再住院率下降。", "截至目前，覆盖率达到80%。", "已从36%提高到40%。",
  ])
  func conditionsAndFactsAreNeitherReadNorAskedAbout(_ sentence: String) throws {
    let reading = try read(sentence)
    #expect(reading.clauses[0].targets.isEmpty)
    #expect(reading.findings.isEmpty)
  }

  @Test(arguments: [
    ("床护比不低于1:0.6。", "床护比不低于1"), ("签约率达到八成。", "签约率达到八成"), ("满意度达到近90%。", "满意度达到近90%"),
    ("三分之二以上的县完成建设。", "三分之二"), ("财政按每人每年50元的标准给予补助。", "财政按每人每年50元"),
  ])
  func whatCannotBeReadIsAskedAbout(_ sentence: String, _ words: String) throws {
    let reading = try read(sentence)
    #expect(reading.clauses[0].targets.isEmpty)
    #expect(reading.findings.map(\.check) == ["figure-not-taken"])
    #expect(reading.findings.first?.words == words)
  }

  // MARK: Tables

  private static let table = "云川省医改办关于印发目标任务分解表的通知\n云医改发〔2026〕3号\n2026年2月1日\n附件\n目标任务分解表\n"

  @Test func aTableByPlaceKeepsItsFigures() throws {
    let text =
      "山西省卫生健康委员会关于印发目标任务分解表的通知\n晋卫发〔2026〕3号\n2026年2月1日\n附件\n目标任务分解表\n"
      + "地区\t家庭医生签约率（%）\t新增托位（个）\t责任单位\t完成时限\n"
      + "太原市\t45\t2000\t市卫生健康委\t2026年底\n大同市\t≥42\t1500\t市卫生健康委\t2026年底\n"
    let clauses = try Sample.read(text).clauses
    #expect(
      clauses.map { $0.targets.map { said($0.value) } } == [
        ["家庭医生签约率 = 45% 2026", "新增托位 = 2000个 2026"],
        ["家庭医生签约率 >= 42% 2026", "新增托位 = 1500个 2026"],
      ])
    #expect(
      clauses.map { $0.targets.map(\.value.places) } == [
        [["140100"], ["140100"]], [["140200"], ["140200"]],
      ])
  }

  @Test func whatACellOfFiguresSaysInWordsIsAskedAbout() throws {
    let reading = try Sample.read(
      Self.table + "任务\t床位数（张）\t责任单位\n建设甲中心\t一期20张，二期30张\t省卫健委\n")
    #expect(reading.clauses[0].targets.isEmpty)
    #expect(
      reading.findings.filter { $0.check == "figure-not-taken" }.map(\.words) == ["一期20张，二期30张"])
  }

  @Test func aTableThatNoRuleKnowsIsTold() throws {
    let reading = try Sample.read(
      Self.head + "一、做好。（省卫健委负责）\n附件\n区（市）县\t签约人数\t签约率\t2026年11月\n甲区\t12000\t45\t50\n")
    let left = reading.findings.filter { $0.check == "left-out" }
    #expect(left.map(\.words) == ["区(市)县 签约人数 签约率 2026年11月；甲区 12000 45 50"])
    #expect(left.first?.source.line == 6)
  }
}
