import Foundation
import Reform
import Testing

@testable import Intake

/// Days and figures that are not set: they were once, hold no longer, or say whom a rule hits.
struct StandingTests {
  private static let head = "云川省卫生健康委员会关于做好工作的通知\n云卫发〔2025〕2号\n2025年4月28日\n"

  private func read(_ sentence: String) throws -> DocumentReading {
    try Sample.read(Self.head + "一、甲工作。\(sentence)（省卫健委负责）\n二、做好。（省卫健委负责）\n")
  }

  private func days(_ sentence: String) throws -> [String] {
    try read(sentence).clauses[0].deadlines.map {
      let day = $0.value.due?.description ?? "-"
      return $0.value.kind == .date || $0.value.kind == .year
        ? day : "\($0.value.kind.rawValue) \(day)"
    }
  }

  private func targets(_ sentence: String) throws -> [String] {
    try read(sentence).clauses[0].targets.map {
      "\($0.value.metric.zh) \($0.value.op.rawValue) \($0.value.value)\($0.value.unit)"
    }
  }

  private func checks(_ sentence: String) throws -> [String] {
    try read(sentence).findings.map(\.check)
  }

  // MARK: Days

  @Test(arguments: [
    ("原定2025年底完成的系统建设，延期至2026年6月底前完成。", "2026-06-30"),
    ("完成时限由2025年12月底调整为2026年6月底。", "2026-06-30"),
    ("将完成时限从2025年底延长至2026年底。", "2026-12-31"),
    ("推迟至2026年6月底前完成（原为2025年底）。", "2026-06-30"),
    ("不再要求2025年底前建成，改为2026年底前建成。", "2026-12-31"),
    ("整改时限2025年9月底延长到2025年11月底。", "2025-11-30"),
    ("平台建设由2026年6月底前完成提前至2025年12月底前完成。", "2025-12-31"),
  ])
  func onlyTheNewDayIsDue(_ sentence: String, _ day: String) throws {
    #expect(try days(sentence) == [day])
    #expect(try !checks(sentence).contains("date-not-taken"))
  }

  @Test(arguments: [
    "2025年底前完成的要求取消。", "如2026年6月底前国家出台新规定，从其规定。", "对2025年9月底前完成建设的市给予奖补。",
    "避免2025年底前突击花钱。", "2025年底前尚未达标的医院由省级挂牌督办。", "2025年9月底前完成建设的市，给予奖补。",
    "取消“2026年底前全部建成”的要求。", "原计划2025年底前建成信息平台。", "凡2026年6月底前仍未达标的机构，一律取消资格。",
  ])
  func aDayThatBindsNobodyIsAskedAbout(_ sentence: String) throws {
    #expect(try days(sentence).isEmpty)
    #expect(try checks(sentence).contains("date-not-taken"))
  }

  @Test func thoseBehindADayAreAskedAboutAndTheOtherDayIsDue() throws {
    let sentence = "2025年6月底前未完成的地区，2025年12月底前必须完成。"
    #expect(try days(sentence) == ["2025-12-31"])
    #expect(try checks(sentence).contains("date-not-taken"))
  }

  @Test(arguments: [
    "2025年底前将不合理的要求取消。", "2025年底前建成500个标准化的卫生院。", "如期推进，2025年底前完成建设。",
    "2025年底前完成对基层的考核任务。", "不得迟于2025年底前完成。", "2025年底前对达标的医院给予奖励。",
    "2025年底前，尚未达标的全部达标。",
  ])
  func aDayThatBindsIsTaken(_ sentence: String) throws {
    #expect(try days(sentence) == ["2025-12-31"])
    #expect(try !checks(sentence).contains("date-not-taken"))
  }

  @Test func howLongSomethingHoldsIsNotDue() throws {
    #expect(try days("协议有效期延长至2026年底。").isEmpty)
    #expect(try !checks("协议有效期延长至2026年底。").contains("date-not-taken"))
  }

  // MARK: Years and parts of them

  @Test(arguments: [
    ("2025年和2026年每年6月底前拨付资金。", ["2025-06-30", "2026-06-30"]),
    ("2025年、2026年每年年底前安排资金。", ["range-yearly 2026-12-31"]),
    ("2026、2027年每年拨付资金。", ["range-yearly 2027-12-31"]),
    ("省财政2025年至2027年每年安排3亿元。", ["range-yearly 2027-12-31"]),
    ("2025—2027年，每年3月底前报送。", ["2026-03-31", "2027-03-31"]),
    ("市级医院二季度完成、县级医院三季度完成。", ["2025-06-30", "2025-09-30"]),
    ("全省2025年培训500人。", ["2025-12-31"]),
  ])
  func yearsAndPartsOfThemAreTaken(_ sentence: String, _ wanted: [String]) throws {
    #expect(try days(sentence) == wanted)
  }

  @Test(arguments: [
    ("5月底印发方案。", "date-not-taken"), ("于5月10日印发实施细则。", "date-not-taken"),
    ("每周五前报送进展。", "recurs-within-year"), ("截至2025年底培训500人。", "date-not-taken"),
    ("“十五五”中期建成示范区。", "unread-deadline"), ("2025/2026学年完成招生。", "unread-deadline"),
  ])
  func aPlainDayIsTold(_ sentence: String, _ check: String) throws {
    #expect(try checks(sentence).contains(check))
  }

  @Test(arguments: [
    "方案已于2月10日印发。", "开展“十五五”中期评估。",
    "省政府4月底印发的方案继续执行。",
  ])
  func whatIsNoDayIsNotTold(_ sentence: String) throws {
    let told = try checks(sentence).filter { $0 == "date-not-taken" || $0 == "unread-deadline" }
    #expect(told.isEmpty)
    #expect(try days(sentence).isEmpty)
  }

  // MARK: Figures

  @Test(arguments: [
    "资产负债率超过60%的医院严禁举债。", "回款率低于90%的医院，扣减预算。", "床位使用率低于75%的医院原则上不再扩大规模。",
    "对增幅超过10%的医院予以通报。", "人均费用5000元以上的病种优先纳入。", "虚假宣传处5万元以上20万元以下罚款。",
    "常住人口5万人以上的乡镇卫生院达到二级标准。", "对考核得分低于60分的，约谈负责人。", "DRG超支10%以上的病例可申请特例单议。",
    "对入组率达到95%以上的给予奖励。", "处方金额500元以上的由药师复核。", "如药占比超过30%，由省级约谈。", "达标率低于60%时启动问责。",
    "对药占比高于30%、耗占比高于20%的医院予以通报。", "药占比高于35%且耗占比高于20%的医院，取消评优资格。", "截至2024年底，全省达标率达到85%。",
  ])
  func whomARuleHitsIsNoTarget(_ sentence: String) throws {
    #expect(try targets(sentence).isEmpty)
    #expect(try !checks(sentence).contains("figure-not-taken"))
  }

  @Test(arguments: [
    "原“达标率不低于90%”的要求不再执行。", "取消“药占比不超过30%”的考核。", "不得将药占比低于30%作为唯一指标。",
    "门诊次均费用不超过200元的规定予以废止。", "不再以床位使用率不低于85%为前提。",
  ])
  func aFigureThatIsTakenBackIsAskedAbout(_ sentence: String) throws {
    #expect(try targets(sentence).isEmpty)
    #expect(try checks(sentence).contains("figure-not-taken"))
  }

  @Test(arguments: [
    ("80%以上的村卫生室能提供服务。", "村卫生室能提供服务 >= 80%"), ("县域内就诊率达到90%的目标。", "县域内就诊率 >= 90%"),
    ("对每个乡镇卫生院补助不低于50万元。", "每个乡镇卫生院补助 >= 50万元"), ("95%的乡镇卫生院达标。", "乡镇卫生院达标 = 95%"),
    ("与2024年相比，达标率提高5个百分点。", "达标率提高 = 5个百分点"), ("达标率由2024年的36%提高到40%。", "达标率 >= 40%"),
    ("起付线降为200元。", "起付线 <= 200元"), ("人均补助99元。", "人均补助 = 99元"),
  ])
  func whatIsSetIsATarget(_ sentence: String, _ wanted: String) throws {
    #expect(try targets(sentence) == [wanted])
  }

  @Test(arguments: [
    ("全人群签约率、重点人群签约率分别不低于48%和78%。", ["全人群签约率 >= 48%", "重点人群签约率 >= 78%"]),
    ("高血压、糖尿病患者规范管理率分别不少于64%和63%。", ["高血压患者规范管理率 >= 64%", "糖尿病患者规范管理率 >= 63%"]),
    ("2025年、2026年建档率分别不低于80%和90%。", ["建档率 >= 80%", "建档率 >= 90%"]),
    ("床位数、医师数分别不少于50张和20名。", ["床位数 >= 50张", "医师数 >= 20名"]),
  ])
  func noFigureOfAPairIsLost(_ sentence: String, _ wanted: [String]) throws {
    #expect(try targets(sentence) == wanted)
  }

  @Test(arguments: [
    ("服务群众10万人次以上。", "服务群众 >= 10万人次"), ("完成产前筛查30万例以上。", "完成产前筛查 >= 30万例"),
    ("实施白内障复明手术5000例以上。", "实施白内障复明手术 >= 5000例"), ("接种疫苗30万剂次以上。", "接种疫苗 >= 30万剂次"),
    ("满意度90分以上。", "满意度 >= 90分"), ("年服务量突破200万人次。", "年服务量 > 200万人次"),
    ("服务量超200万人次。", "服务量 > 200万人次"), ("每年飞行检查不少于20家次。", "每年飞行检查 >= 20家次"),
    ("投用新院区，全年完成投资12.6亿元。", "投资 = 12.6亿元"), ("覆盖80%的乡镇卫生院。", "覆盖乡镇卫生院 = 80%"),
    ("惠及群众100万人。", "惠及群众 = 100万人"), ("全省2025年培训500人。", "全省培训 = 500人"),
  ])
  func whatIsCountedIsTaken(_ sentence: String, _ wanted: String) throws {
    #expect(try targets(sentence) == [wanted])
  }

  @Test func whatWasGivesItsNameToWhatIsToBe() throws {
    #expect(
      try targets("截至2024年底，全省达标率达到85%，2026年底前达到95%。") == ["全省达标率 >= 95%"])
  }

  @Test(arguments: [
    "签约率达五成以上。", "封顶线不低于上年度可支配收入的6倍。", "反应时间控制在11分钟内，农村15分钟内。", "床护比1:0.6。",
    "超过半数的县达标。", "三分之二的县达标。", "建成50+个站点。", "每千人口床位5.5张。",
  ])
  func whatCannotBeTakenIsAskedAbout(_ sentence: String) throws {
    #expect(try checks(sentence).contains("figure-not-taken"))
  }
}
