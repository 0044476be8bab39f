import Reform
import Testing

@testable import Intake

/// Small cases, one rule each.
struct RuleTests {
  @Test(arguments: [
    ("一、总则", Marker.Kind.han, 1), ("二十三、推进", .han, 23), ("（一）推进", .hanInBrackets, 1),
    ("( 十二 )推进", .hanInBrackets, 12), ("1.推进", .arabic, 1), ("12．推进", .arabic, 12),
    ("3、推进", .arabic, 3), ("（4）推进", .arabicInBrackets, 4), ("5)推进", .halfBracket, 5),
    ("⑥推进", .circled, 6), ("第七条 推进", .article, 7), ("第二章 总则", .chapter, 2),
    ("１．推进", .arabic, 1), ("1. 2025年底前完成", .arabic, 1),
  ])
  func numberingIsRead(_ line: String, _ kind: Marker.Kind, _ number: Int) {
    let marker = Marker.read(scalars(line), at: 0, limit: scalars(line).count)
    #expect(marker?.kind == kind)
    #expect(marker?.number == number)
  }

  @Test(arguments: [
    "3.5%的县", "28.22%", "2 个国家试点", "2025年底前", "一、二级手术", "一是加强", "（DRG）付费", "（2019年）",
    "第一位的为", "136兴医", "1000名", "2023-2025年", "（三甲）", "十项任务",
  ])
  func numbersInTextAreNoNumbering(_ line: String) {
    #expect(Marker.read(scalars(line), at: 0, limit: scalars(line).count) == nil)
  }

  @Test(arguments: [
    ("做好。（责任单位：省医保局、省卫健委）", ["省医保局 responsible", "省卫健委 responsible"]),
    ("做好。（省医保局牵头，省卫健委、省财政厅配合）", ["省医保局 lead", "省卫健委 cooperating", "省财政厅 cooperating"]),
    ("做好。（省医保局、省卫健委按职责分别牵头负责）", ["省医保局 lead", "省卫健委 lead"]),
    ("做好。（省医保局、省卫健委等按职责分工负责）", ["省医保局 responsible", "省卫健委 responsible"]),
    ("做好。（责任单位：省卫健委（规划处），各县［市、区］人民政府）", ["省卫健委(规划处) responsible", "各县［市、区］人民政府 responsible"]),
    ("做好。（责任单位：市工业和信息化局和市财政局）", ["市工业和信息化局 responsible", "市财政局 responsible"]),
    ("做好。（责任单位：省医保局、省卫健委，列第一位的为牵头单位，下同）", ["省医保局 lead", "省卫健委 cooperating"]),
    ("做好（DRG）付费、医管会（县卫健局）考核、华中大同济山西医院（山西白求恩医院）建设。", []),
    ("按《办法》（国办发〔2019〕2号）做好。", []),
  ])
  func notesAreRead(_ sentence: String, _ units: [String]) throws {
    #expect(try Sample.units(sentence) == units)
  }

  @Test func anOddNameIsKeptWithAFinding() throws {
    let reading = try Sample.read("一、做好工作。（责任单位：省医保局、飞天小队员）\n二、做好。（责任单位：省医保局）")
    #expect(reading.clauses[0].departments.map(\.value.name) == ["省医保局", "飞天小队员"])
    let finding = reading.findings.first { $0.check == "unknown-department" }
    #expect(finding?.words == "飞天小队员")
    #expect(finding?.source.line == 1)
    #expect(finding?.source.column == 19)
  }

  @Test func aKnownNameNeedsNoEnding() throws {
    let book = DepartmentNames([.init(name: "飞天小队员", forms: ["飞天"])])
    let reader = DocumentReader(divisions: Divisions([]), departments: book)
    let bytes = Array("一、做好工作。（责任单位：飞天、省医保局）".utf8)
    let units = try reader.read(bytes, name: "t").clauses[0].departments
    #expect(units.map(\.value.name) == ["飞天", "省医保局"])
  }

  @Test(arguments: [
    ("2025年底前完成。", Deadline.Kind.year, "2025-12-31"),
    ("2025年2月底前完成。", .date, "2025-02-28"),
    ("到2027年，基本建成。", .year, "2027-12-31"),
    ("每年2月底前完成考核。", .yearlyBy, "2025-02-28"),
    ("2025-2027年，每年评估。", .rangeYearly, "2027-12-31"),
    ("在2025年至2027年期间完成。", .range, "2027-12-31"),
    ("3月底前完成。", .date, "2025-03-31"),
  ])
  func deadlinesAreRead(_ sentence: String, _ kind: Deadline.Kind, _ due: String) throws {
    let deadlines = try Sample.clause(sentence).deadlines.map(\.value)
    #expect(deadlines.map(\.kind) == [kind])
    #expect(deadlines.first?.due?.description == due)
  }

  @Test(arguments: [
    "落实2019年11月18日会议精神。", "按《2025年工作要点》执行。", "（国办发〔2025〕20号）要求执行。", "实施“十四五”规划。",
    "自2025年3月1日起施行。", "有效期至2030年12月31日。", "比2020年提高。", "实施2025年度行动计划。",
    "3年内未完成的，予以通报。", "连续3年内不得申报。",
    "开展三年攻坚行动。", "提高10年期存款比例。",
  ])
  func whatLooksLikeADeadlineIsNone(_ sentence: String) throws {
    #expect(try Sample.clause(sentence).deadlines.isEmpty)
  }

  @Test func aSpanWithoutStartOffersCandidates() throws {
    let reading = try Sample.read(
      "云卫发〔2019〕3号\n云川省卫健委\n2019年2月27日\n一、力争3年内建成。\n二、做好。")
    let finding = try #require(reading.findings.first { $0.check == "span-without-start" })
    #expect(finding.message.zh.contains("2022-02-27"))
    #expect(finding.source.line == 4)
    let deadline = try #require(reading.clauses[0].deadlines.first?.value)
    #expect(deadline.kind == .range && deadline.due == nil && deadline.isSoft)
    #expect(deadline.words == "力争3年内")
  }

  @Test(arguments: [
    ("自本方案印发之日起30日内完成。", "2025-02-15"), ("印发之日起3个月内完成。", "2025-04-16"),
    ("通知印发之日起1年内完成。", "2026-01-16"),
  ])
  func daysAreCountedFromTheIssueAndToBeChecked(_ sentence: String, _ due: String) throws {
    let head = "云川省卫生健康委员会关于做好工作的通知\n云卫发〔2025〕2号\n2025年1月16日\n"
    let reading = try Sample.read(head + "一、" + sentence)
    #expect(reading.clauses[0].deadlines.map { $0.value.due?.description } == [due])
    #expect(reading.findings.contains { $0.check == "reckoned-from-issue" })
  }

  @Test func safeguardsAreClausesWithAMarkOfTheirOwn() throws {
    let reading = try Sample.read(
      "二、主要任务\n（一）健全机制。做好甲。（责任单位：省医保局）\n（二）加强监管。做好乙。（责任单位：省卫健委）\n"
        + "三、保障措施\n（一）加强组织领导。各市县政府要高度重视。\n（二）加强督导。省医保局、省卫健委要定期通报。\n")
    #expect(reading.clauses.map(\.path) == ["2.1", "2.2", "3.1", "3.2"])
    #expect(reading.clauses.map(\.isSafeguard) == [false, false, true, true])
    #expect(reading.clauses[2].departments.map(\.value.name) == ["各市县政府"])
    #expect(reading.clauses[3].departments.map(\.value.name) == ["省医保局", "省卫健委"])
  }

  @Test func theSignatureCountsAndNotThePrinting() throws {
    let reading = try Sample.read(
      "云政发〔2019〕3号\n一、做好工作。\n云川省人民政府\n二〇一九年二月二十七日\n云川省人民政府办公厅 2019年1月27日印发")
    #expect(reading.head.issued == Day(2019, 2, 27))
    #expect(reading.head.printed == Day(2019, 1, 27))
    #expect(reading.findings.contains { $0.check == "printed-before-signed" })
    #expect(reading.clauses[0].text == "做好工作。")
  }

  @Test func lineBreaksAndPageNumbersAreClosedUp() throws {
    let reading = try Sample.read(
      "一、建立县域医疗卫生服务体系，继续探索对紧密型医疗联合体和县级医\n\n— 13 —\n\n疗集团实行总额付费。（责任单位：省医保局、省卫\n健委、省财政厅）\n二、做好其他工作。")
    #expect(reading.clauses[0].text.contains("县级医疗集团实行"))
    #expect(reading.clauses[0].departments.map(\.value.name) == ["省医保局", "省卫健委", "省财政厅"])
  }

  @Test func sameDocumentInAnyEncodingIsTheSame() throws {
    let text = "一、做好工作。（责任单位：省医保局）\r\n二、２０２５年底前完成。\r\n"
    let plain = try Sample.read(text)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let wide: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    for bytes in [mark + Array(text.utf8), wide] {
      let reading = try Sample.reader.read(bytes, name: "t")
      #expect(reading.clauses.map(\.text) == plain.clauses.map(\.text))
      #expect(reading.clauses.map(\.deadlines) == plain.clauses.map(\.deadlines))
    }
  }

  @Test func missingNumbersAreFound() throws {
    let reading = try Sample.read("一、做好甲。\n二、做好乙。\n四、做好丁。\n")
    #expect(reading.clauses.map(\.path) == ["1", "2", "4"])
    #expect(reading.findings.contains { $0.check == "numbering-break" && $0.source.line == 3 })
  }

  @Test func theShapeOfTheJSONIsKept() throws {
    let json = String(
      decoding: try Sample.read("一、2025年底前做好。（责任单位：省医保局）").json(), as: UTF8.self)
    for key in ["\"document\"", "\"clauses\"", "\"findings\"", "\"kind\" : \"year\"", "\"soft\""] {
      #expect(json.contains(key))
    }
  }
}
