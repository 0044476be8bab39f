import Bundle
import Foundation
import LedgerStore
import Reform
import Runtime
import TestSupport
import Testing

@testable import Intake
@testable import Papers

/// The papers of the office from the sample and from a ledger in which nothing is done.
struct OfficePaperTests {
  private let scratch: Scratch
  private let catalogue: Catalogue

  init() throws {
    scratch = try Scratch()
    catalogue = try BundledCatalogue.whole()
  }

  private func desk(
    _ kind: TestLedger, _ language: Language = .zh
  ) throws -> (ledger: Ledger, desk: PaperDesk, day: Day) {
    let ledger = try Ledger(at: try kind.make(in: scratch))
    let day = kind == .sample ? kind.day : Day(ordinal: 20_063)
    return (
      ledger,
      PaperDesk(ledger, catalogue, on: day, language, isSample: kind == .sample), day
    )
  }

  private func place(_ name: String) throws -> Division {
    try #require(catalogue.divisions.find(name))
  }

  @Test func whatIsLateInACityIsWhatItsReportOwes() throws {
    let (ledger, desk, day) = try desk(.bundled)
    defer { ledger.close() }
    for city in catalogue.divisions.parts(of: catalogue.province) {
      let report = try #require(try ledger.placeReport(of: city.id, catalogue, asOf: day))
      let owed = report.owed.filter { ($0.due ?? day) < day }.map { catalogue.tasks[$0.task].id }
      let overdue = try desk.overdue(in: city)
      #expect(Set(overdue.items.map(\.task)) == Set(owed) && !owed.isEmpty, "\(city.name)")
      #expect(overdue.parts.reduce(0) { $0 + $1.items.count } == overdue.lines)
      #expect(overdue.items.map(\.days) == overdue.items.map(\.days).sorted(by: >))
      for (index, item) in overdue.items.enumerated() {
        let lacking = overdue.parts.filter { $0.items.contains(index) }.map(\.place)
        #expect(lacking == item.places && item.days == item.due.days(until: day))
      }
    }
  }

  @Test func aReminderNamesCountyTaskAndDays() throws {
    let (ledger, desk, day) = try desk(.sample)
    defer { ledger.close() }
    let reminder = try #require(try desk.reminder(to: try place("太原")))
    let paper = reminder.paper(number: "〔2024〕1号", unit: "省医改办", signed: day)
    #expect(paper.isSample && paper.day == day && paper.number == "〔2024〕1号")
    let tables = paper.blocks.compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
    #expect(
      tables.first?.rows == [
        ["1", "中医药改革与服务全覆盖", "晋医改组发〔2019〕1号一（七）17", "2022-12-31", "706", "娄烦县"]
      ])
    #expect(tables.last?.rows == [["娄烦县", "1", "706", "1"]])
    #expect(paper.blocks.last == .signature(unit: "省医改办", day: day))
    #expect(reminder.fileName == "太原市催报单-2024-12-06")
    #expect(try desk.reminder(to: try place("长治")) == nil)
  }

  @Test func aBriefSaysWhatTheReportOnThePlaceSays() throws {
    let (ledger, desk, day) = try desk(.sample)
    defer { ledger.close() }
    let figures = try ledger.indicatorReport(
      BundledCatalogue.indicators(), catalogue.divisions, asOf: day)
    let city = try place("长治")
    let report = try #require(
      try ledger.placeReport(of: city.id, catalogue, figures: figures, asOf: day))
    let paper = try #require(try desk.brief(of: city, figures)).paper()
    guard case .paragraph(let rates) = paper.blocks[1] else {
      throw TestFailure("no rates: \(paper.blocks[1])")
    }
    #expect(rates.contains("本地全部任务 \(report.rate.total) 项，已办结 \(report.rate.finished) 项"))
    #expect(rates.contains("在 11 个市中列第 1 位") && rates.contains("红灯 \(report.lights.red) 项"))
    let table = try #require(
      paper.blocks.lazy.compactMap { block -> PaperTable? in
        if case .table(let table) = block, table.columns.count == 6 { table } else { nil }
      }.first)
    #expect(table.rows.count == 4)
    #expect(
      table.rows.first == ["医疗服务收入占比", "2023", "37.36%", "1/11", "+1.45", "已达到，目标 ≥35% (2025)"])
  }

  @Test func aBriefOfAnEmptyLedgerSaysWhatIsNotThere() throws {
    let (ledger, desk, day) = try desk(.bundled, .en)
    defer { ledger.close() }
    let figures = try ledger.indicatorReport(
      BundledCatalogue.indicators(), catalogue.divisions, asOf: day)
    let paper = try #require(try desk.brief(of: try place("长治"), figures)).paper()
    #expect(paper.blocks.contains(.paragraph("The ledger has no figures of these yet.")))
    let rows = paper.blocks.compactMap { block -> Int? in
      if case .table(let table) = block { table.rows.count } else { nil }
    }
    #expect(rows.first == BriefPaper.rows)
  }

  @Test func theLedgerIsReadBackWithEverySheet() throws {
    let (ledger, desk, day) = try desk(.sample)
    defer { ledger.close() }
    let book = try desk.ledgerBook(of: try place("山西省"))
    let path = scratch.file("ledger.xlsx")
    try XLSXWriter.write(book.workbook(), to: path)
    let bytes = Array(try #require(FileManager.default.contents(atPath: path)))
    let read = try SheetReader.read(bytes, name: "ledger.xlsx")
    let names = read.sheets.compactMap(\.name)
    #expect(Set(names.map { $0.lowercased() }).count == book.workbook().sheets.count)
    #expect(names.first == "全部" && names.suffix(11).contains("长治市"))
    #expect(names.contains(catalogue.name(ofAnyForm: "省卫健委", in: .zh)))
    let first = try #require(read.sheets.first)
    let rows = first.rows.filter { $0.number > 3 }
    let report = try #require(
      try ledger.placeReport(of: catalogue.province, catalogue, asOf: day))
    #expect(rows.count == report.tasks.standings.count)
    for (row, standing) in zip(rows, report.tasks.standings) {
      #expect(row[2]?.words == catalogue.tasks[standing.task].title.zh)
      #expect(row[8]?.words == FieldWords.status(standing.status).zh)
      if let due = standing.due {
        guard case .date(due, _)? = row[6] else { throw TestFailure("no date: \(row)") }
      }
      #expect(row[9]?.words == FieldWords.signal(standing.light.signal).zh)
      #expect(row[10] == .number(Decimal(standing.counts.finished), isPercent: false))
      #expect(row[11] == .number(Decimal(standing.counts.total), isPercent: false))
    }
    #expect(first.rows.first { $0.number == 2 }?[1]?.words == "截至2024年12月6日　示例数据，全部虚构")
  }

  /// What was extended says so beside the day, with the places and the period.
  @Test func anExtensionStandsInItsOwnColumn() throws {
    let day = Day(ordinal: 20_063)
    let task = try #require(catalogue.tasks.firstIndex { $0.isRecurring })
    let county = try #require(catalogue.divisions.all(.county, within: "140400").first)
    let due = day.adding(days: 30)
    let line = ExtendedLine(
      place: county.id, city: "140400", period: .year(2020), due: due, status: .underway)
    let report = TaskReport(
      catalogue, tallies: [], on: day, in: catalogue.province)
    let standing = try #require(report.standings.first { $0.task == task })
    let table = PaperTables.ledger(
      [
        LedgerRow(standing, last: nil, extended: [line]), LedgerRow(standing, last: nil),
      ], catalogue, .zh)
    let column = try #require(table.heads.firstIndex { $0.key == "extension" })
    #expect(table.rows[0][column] == .text("\(due)：\(county.name)（2020）"))
    #expect(table.rows[1][column] == .text(nil))
  }

  @Test func aSheetIsReadyToBePrintedAndFiltered() throws {
    let (ledger, desk, _) = try desk(.sample)
    defer { ledger.close() }
    let path = scratch.file("ledger.xlsx")
    try XLSXWriter.write(try desk.ledgerBook(of: try place("长治")).workbook(), to: path)
    let bytes = Array(try #require(FileManager.default.contents(atPath: path)))
    let archive = try ZipArchive(bytes, name: "ledger.xlsx")
    let sheet = String(
      decoding: try #require(try archive.bytes(of: "xl/worksheets/sheet1.xml")), as: UTF8.self)
    for mark in [
      "<autoFilter ref=\"A3:S", "xSplit=\"2\" ySplit=\"3\"", "<pageSetUpPr fitToPage=\"1\"/>",
      "fitToHeight=\"0\"", "paperSize=\"9\"", "截至2024年12月6日　示例数据，全部虚构", "&amp;P",
    ] { #expect(sheet.contains(mark), "\(mark)") }
    let styles = String(
      decoding: try #require(try archive.bytes(of: "xl/styles.xml")), as: UTF8.self)
    #expect(styles.contains("yyyy\\-mm\\-dd") || styles.contains("yyyy-mm-dd"))
  }

  @Test func theLastSheetHasChartsOfWhatTheOthersSay() throws {
    let (ledger, desk, _) = try desk(.sample)
    defer { ledger.close() }
    let book = try desk.ledgerBook(of: try place("山西省")).workbook()
    let path = scratch.file("ledger.xlsx")
    try XLSXWriter.write(book, to: path)
    let charts = try #require(book.sheets.last).charts.map(\.chart)
    #expect(book.sheets.last?.name == "图表" && charts.count == 3)
    let tasks = charts[0].series[0].values.compactMap(\.self).reduce(0, +)
    let all = try #require(book.sheets.first).cells.map(\.row).max() ?? 0
    #expect(tasks == Decimal(all - 3))
    #expect(charts[1].categories.count == 11 && charts[2].categories.count == 10)
    let bytes = Array(try #require(FileManager.default.contents(atPath: path)))
    let archive = try ZipArchive(bytes, name: "ledger.xlsx")
    let drawn = String(
      decoding: try #require(try archive.bytes(of: "xl/charts/chart2.xml")), as: UTF8.self)
    #expect(drawn.contains("<c:barChart>") && drawn.contains("'图表'!$B$23:$B$33"), "\(drawn)")
  }

  @Test func sheetsOfTheSameNameAreToldApart() {
    var taken: Set<String> = []
    let long = String(repeating: "长", count: 40)
    let names = ["A", "a", "[A]", "", "", long, long].map { LedgerBook.free($0, &taken) }
    #expect(names.prefix(5) == ["A", "a-2", "A-3", "-", "--2"])
    #expect(Set(names).count == 7 && names.allSatisfy { $0.count <= 31 })
  }

  @Test func whatWasTakenBackIsNoLastNote() throws {
    func entry(_ id: Int, _ kind: ActKind, _ note: String?, answers: Int? = nil) -> Entry {
      Entry(
        id: id, act: id, kind: kind, line: Line(catalogue.tasks[0].id, in: "140403", period: nil),
        status: .done, note: note, evidence: nil, due: nil, day: Day(ordinal: 20_000 + id), at: "",
        who: "甲", meeting: nil, answers: answers, isTakenBack: false)
    }
    let entries = [
      entry(1, .entered, "先"), entry(2, .entered, "后"), entry(3, .undone, nil, answers: 2),
    ]
    func last(_ entries: [Entry], _ place: Division.Code) -> LastEntries? {
      LastEntries.all(entries, catalogue)[.init(catalogue.tasks[0].id, in: place)]
    }
    for place in ["140403", "140400", "140000"] { #expect(last(entries, place)?.note == "先") }
    let again = entries + [entry(4, .redone, nil, answers: 2)]
    #expect(last(again, "140400")?.note == "后" && last(again, "140100") == nil)
  }
}
