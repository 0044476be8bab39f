import Bundle
import Foundation
import Intake
import Papers
import Reform
import Runtime
import TestSupport
import Testing

/// The tables of groups that are sent out, and what comes back in them.
struct GroupFormTests {
  private static let desk: GroupAccounts = {
    let sample = SampleGroups(GroupDesk.catalogue, GroupDesk.charter)
    let facts = sample.acts().flatMap(\.facts)
    let entries = facts.enumerated().map { index, fact in
      GroupEntry(id: index, act: index, fact: fact, who: "示例", day: Desk.today, at: "")
    }
    return GroupAccounts(
      GroupDesk.charter, GroupDesk.catalogue, GroupState(entries), on: Desk.today)
  }()

  private func form(_ place: String, _ language: Language) throws -> GroupSheets {
    let scope = try #require(GroupDesk.catalogue.divisions[place])
    return GroupSheets(Self.desk, scope, language, isSample: true)
  }

  private func table(
    _ form: GroupIntake.Form, _ place: String, _ year: Int, _ language: Language
  ) throws -> FillTable {
    let made = try self.form(place, language)
    return switch form {
    case .groups: made.groups()
    case .settlements: made.settlements(year)
    case .assessments: try made.assessments(year)
    case .evidence: made.evidence(GroupDesk.charter.sets)
    }
  }

  private func written(_ table: FillTable, asBook: Bool) throws -> [UInt8] {
    guard asBook else { return [UInt8](CSVWriter.text(table.texts(), mark: true).utf8) }
    let scratch = try Scratch()
    let path = scratch.file("form.xlsx")
    try XLSXWriter.write(table.workbook(), to: path)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["form.xlsx"])
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  private func read(_ form: GroupIntake.Form, _ bytes: [UInt8]) -> GroupReading {
    GroupIntake(
      form, catalogue: GroupDesk.catalogue, charter: GroupDesk.charter, today: SampleProgress.day
    ).read(bytes, file: "表")
  }

  private static let cases: [(GroupIntake.Form, Int, Set<GroupFact.Kind>)] = [
    (.groups, 0, [.card, .member]),
    (.settlements, 2023, [.budget, .advance, .spending, .terms, .capitation]),
    (.assessments, 2022, [.score, .verdict]), (.assessments, 2023, [.score, .verdict]),
    (.evidence, 0, [.evidence]),
  ]

  @Test(arguments: cases, [(Language.zh, true), (.zh, false), (.en, true), (.en, false)])
  func whatStandsInTheLedgerComesBack(
    wanted: (form: GroupIntake.Form, year: Int, kinds: Set<GroupFact.Kind>),
    way: (language: Language, asBook: Bool)
  ) throws {
    let table = try table(wanted.form, "140800", wanted.year, way.language)
    let found = read(wanted.form, try written(table, asBook: way.asBook))
    #expect(found.findings.map(\.check) == ["made-up"], "\(found.told)")
    let standing = GroupDesk.catalogue.divisions.all(.county, within: "140800").flatMap {
      Self.desk.book.entries(of: $0.id).map(\.fact)
    }.filter {
      wanted.kinds.contains($0.kind) && ($0.slot.year ?? wanted.year) == (wanted.year)
        || wanted.year == 0 && wanted.kinds.contains($0.kind)
    }
    #expect(!standing.isEmpty)
    let read = found.facts.map(\.fact).filter { wanted.kinds.contains($0.kind) }
    #expect(Set(read) == Set(standing), "\(read.count) of \(standing.count)")
  }

  @Test func theTotalsOfAWorkbookAreCheckedAndFitItsRows() throws {
    let table = try table(.settlements, "140000", 2023, .zh)
    #expect(table.rows.count { $0.isTotal } == 11)
    let bytes = try written(table, asBook: true)
    #expect(read(.settlements, bytes).findings.map(\.check) == ["made-up"])
    var wrong = table
    let index = try #require(wrong.rows.lastIndex { $0.isTotal })
    wrong.rows[index].cells[3] = .formula("=1", 1)
    let found = read(.settlements, try written(wrong, asBook: true))
    #expect(found.findings.contains { $0.check == "total-row" && $0.source.sheet == "医保总额预算" })
  }

  @Test func rowsOfWeightsAreOfferedForTheProvinceAndEachCityThatHasRules() throws {
    let all = try table(.assessments, "140000", 2023, .zh)
    let kinds = all.rows.map { $0.cells[3] }
    #expect(kinds.count { $0 == .text("权重") } == 12 && kinds.count { $0 == .text("得分") } == 117)
    let older = try table(.assessments, "140000", 2022, .zh)
    #expect(older.rows.count == 14 && older.rows.first?.cells.first == .text("运城市"))
    #expect(older.hints.contains { $0.contains("104 个县") })
    #expect(throws: Fault.self) { try table(.assessments, "140100", 2022, .zh) }
  }

  @Test func listsWithoutItemsAreWrittenWithAsManyRowsAsTheirNameCounts() throws {
    let set = try #require(GroupDesk.charter["ten-key-tasks"])
    let rows = try form("140802", .zh).evidence([set]).rows
    #expect(rows.count == 10 && rows.allSatisfy { $0.cells[4] == .empty })
  }
}

/// What only a workbook can hold, in tables of groups.
struct GroupWorkbookTests {
  private func cell(_ name: String, _ text: String) -> String {
    "<c r='\(name)' t='str'><v>\(text)</v></c>"
  }

  private func book(_ rows: [String], more: String = "") throws -> [UInt8] {
    let sheet = rows.enumerated().map { "<row r='\($0 + 1)'>\($1)</row>" }.joined()
    return try RawWorkbook(
      sheet: sheet, more: more,
      styles: "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='9'/></cellXfs>"
    ).bytes()
  }

  private func heads(_ names: [String]) -> String {
    names.enumerated().map { cell("\(SourcePlace.letters($0 + 1))1", $1) }.joined()
  }

  @Test func daysMergedCellsAndPercentagesAreReadAsTheyAreMeant() throws {
    let evidence = try book(
      [
        heads(["县", "清单", "序号", "完成日", "佐证"]),
        cell("A2", "盐湖区") + cell("B2", "六统一") + "<c r='C2'><v>1</v></c>"
          + "<c r='D2' s='1'><v>43895</v></c>" + cell("E2", "文件1号"),
        "<c r='C3'><v>2</v></c><c r='D3' s='1'><v>43896</v></c>" + cell("E3", "文件2号"),
      ],
      more: "<mergeCells><mergeCell ref='A2:A3'/><mergeCell ref='B2:B3'/></mergeCells>")
    let found = try GroupDesk().examine(.evidence, "表.xlsx", evidence)
    #expect(
      found.facts.map(\.fact.content) == [
        .evidence("six-unified", 1, done: Day(2020, 3, 5), text: "文件1号"),
        .evidence("six-unified", 2, done: Day(2020, 3, 6), text: "文件2号"),
      ], "\(found.told)")
    let weights = try book([
      heads(["县", "年度", "类别", "医疗卫生服务能力", "医保基金使用效能"]),
      cell("A2", "山西省") + "<c r='B2'><v>2023</v></c>" + cell("C2", "权重")
        + "<c r='D2' s='2'><v>0.6</v></c><c r='E2' s='2'><v>0.4</v></c>",
    ])
    #expect(
      try GroupDesk().examine(.assessments, "表.xlsx", weights).facts.map(\.fact.content) == [
        .weights(2023, ["service-capability": 60, "fund-efficiency": 40])
      ])
  }

  @Test func findingsNameSheetRowAndColumn() throws {
    let bytes = try book([
      heads(["县", "年度", "类别", "医疗卫生服务能力"]),
      cell("A2", "盐湖区") + "<c r='B2'><v>2023</v></c>" + cell("C2", "得分")
        + "<c r='D2' t='e'><v>#DIV/0!</v></c>",
    ])
    let found = try GroupDesk().examine(.assessments, "表.xlsx", bytes)
    let finding = try #require(found.findings.first)
    #expect(finding.check == "error-value" && found.isBarred)
    #expect(finding.source.sheet == "表一" && finding.source.cell == "D2")
  }

  @Test func hiddenRowsAndSheetsWithoutAHeaderAreTold() throws {
    let sheet =
      "<row r='1'>\(heads(["县", "年度", "预算"]))</row>"
      + "<row r='2' hidden='1'>\(cell("A2", "盐湖区"))<c r='B2'><v>2023</v></c><c r='C2'><v>5</v></c></row>"
    let bytes = try RawWorkbook(sheet: sheet).bytes()
    let found = try GroupDesk().examine(.settlements, "表.xlsx", bytes)
    #expect(found.findings.map(\.check).contains("hidden-row") && found.facts.isEmpty)
  }

  @Test func aRowThatBeginsLikeARemarkAndNamesAPlaceIsRead() throws {
    let found = try GroupDesk().examine(
      .settlements, "序号,县,年度,预算\n1.,盐湖区,2023,5\n注：金额为元,,,\n")
    #expect(found.facts.count == 1 && found.findings.isEmpty, "\(found.told)")
  }

  @Test(arguments: ["填报单位：运城市医保局　单位：万元", "（单位：万元）", "万元", "金额单位:万元"])
  func theUnitAboveTheTableHolds(title: String) throws {
    let found = try GroupDesk().examine(
      .settlements, "结算表\n\(title)\n序号,县区名称,年度,预算\n1,盐湖区,2023,5\n")
    #expect(found.facts.map(\.fact.content) == [.budget(2023, Fen(5_000_000))], "\(found.told)")
  }

  @Test(arguments: ["注：金额单位为万元。", "注：年度总额预算单位为万元", "以上金额单位：万元"])
  func aNoteBelowNamesTheUnit(_ note: String) throws {
    let bytes = [UInt8]("县,年度,年度总额预算\n盐湖区,2023,5\n\(note)\n".utf8)
    let found = try GroupDesk().examine(.settlements, "表.csv", bytes)
    #expect(found.facts.map(\.fact.content) == [.budget(2023, try #require(Fen(yuan: 50_000)))])
    #expect(found.findings.isEmpty, "\(found.told)")
  }

  @Test func amountsRoundedInTheirUnitMayMissTheTotalByTheRounding() throws {
    let head = "县,年度,预算（亿元）\n盐湖区,2023,1.14\n临猗县,2023,1.14\n万荣县,2023,1.14\n"
    #expect(try GroupDesk().examine(.settlements, head + "合计,,3.43\n").findings.isEmpty)
    let apart = try GroupDesk().examine(.settlements, head + "合计,,3.45\n")
    #expect(apart.findings.map(\.check) == ["total-row"])
    let exact = head.replacing("亿元", with: "元")
    let cents = try GroupDesk().examine(.settlements, exact + "合计,,3.43\n")
    #expect(cents.findings.map(\.check) == ["total-row"])
  }
}

/// What an import of groups enters, and what it leaves alone.
struct GroupImportTests {
  @Test func wordsOfAListThatHoldFromTheProvinceAreNoNews() throws {
    let desk = try GroupDesk()
    let item = GroupFact(
      "140000", .item("six-unified", 1, title: Phrase("统一管理", "managed as one")))
    try desk.ledger.record(
      [item], under: GroupDesk.charter, in: GroupDesk.catalogue.divisions, Desk.stamp())
    let text = "县,清单,序号,内容\n盐湖区,六统一,1,统一管理\n盐湖区,六统一,2,统一药品\n"
    let importing = desk.importing(.evidence)
    let readings = try importing.examine([("表.csv", [UInt8](text.utf8))])
    let news = try importing.news(readings, asOf: Desk.today)
    #expect(
      news.map(\.content) == [.item("six-unified", 2, title: Phrase("统一药品", "统一药品"))])
    #expect(try importing.enter(readings, Desk.stamp())?.count == 1)
    #expect(try importing.enter(readings, Desk.stamp()) == nil)
  }

  @Test func evidenceCanBeTakenAwayByATable() throws {
    let desk = try GroupDesk()
    let head = "县,清单,序号,完成日,佐证\n"
    for (text, done) in [
      (head + "盐湖区,六统一,1,2023-05-01,文件1号\n", 1), (head + "盐湖区,六统一,1,未完成,文件作废\n", 0),
    ] {
      let importing = desk.importing(.evidence)
      let readings = try importing.examine([("表.csv", [UInt8](text.utf8))])
      #expect(try importing.enter(readings, Desk.stamp())?.count == 1)
      let set = try #require(GroupDesk.charter["six-unified"])
      let item = GroupFact("140802", .item(set.id, 1, title: Phrase("一", "one")))
      if done == 1 {
        try desk.ledger.record(
          [item], under: GroupDesk.charter, in: GroupDesk.catalogue.divisions, Desk.stamp())
      }
      let list = try desk.ledger.groupBook(asOf: Desk.today)
        .checklist(set, in: "140802", GroupDesk.catalogue.divisions)
      #expect(list.done(by: Desk.today) == done)
    }
  }

  @Test func weightsOfOneFileCheckTheTotalsOfAnother() throws {
    let desk = try GroupDesk()
    let head = "县,年度,类别,医疗卫生服务能力,医保基金使用效能,总分\n"
    let files = [
      ("权重.csv", head + "山西省,2023,权重,60,40,\n"), ("得分.csv", head + "盐湖区,2023,得分,90,80,86\n"),
    ].map { ($0.0, [UInt8]($0.1.utf8)) }
    let readings = try desk.importing(.assessments).examine(files)
    #expect(readings.flatMap(\.findings).isEmpty, "\(readings.map(\.told))")
    let wrong = [files[0], ("得分.csv", [UInt8]((head + "盐湖区,2023,得分,90,80,87\n").utf8))]
    let found = try desk.importing(.assessments).examine(wrong).flatMap(\.findings)
    #expect(found.map(\.check) == ["stated-differs"])
    #expect(found.first?.source.cell == "F2")
  }
}
