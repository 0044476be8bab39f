import Bundle
import Foundation
import LedgerStore
import Reform
import Runtime
import TestSupport
import Testing

@testable import Papers

/// Settlements, circulars, changes and reports from the sample.
struct ProgressPaperTests {
  private let scratch: Scratch
  private let catalogue: Catalogue
  private let ledger: Ledger
  private let day = TestLedger.sample.day

  init() throws {
    scratch = try Scratch()
    catalogue = try BundledCatalogue.whole()
    ledger = try Ledger(at: try TestLedger.sample.make(in: scratch))
  }

  private func desk(_ language: Language = .zh, on day: Day? = nil) -> PaperDesk {
    PaperDesk(ledger, catalogue, on: day ?? self.day, language, isSample: true)
  }

  private func figures(_ day: Day? = nil) throws -> IndicatorReport {
    try ledger.indicatorReport(
      BundledCatalogue.indicators(), catalogue.divisions, asOf: day ?? self.day)
  }

  private func province() throws -> Division {
    try #require(catalogue.divisions[catalogue.province])
  }

  private func progress(since first: Day) throws -> PlaceProgress {
    try #require(try desk().progress(of: try province(), since: first, try figures()))
  }

  private func tables(_ paper: Paper) -> [PaperTable] {
    paper.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  private func text(_ paper: Paper) -> String { MarkdownWriter(paper).text() }

  // MARK: Settlement

  private func accounts() throws -> GroupAccounts {
    try ledger.groupAccounts(BundledCatalogue.charter(), catalogue, asOf: day)
  }

  @Test func aSettlementAddsUpAndIsWrittenInCapitals() throws {
    let accounts = try accounts()
    let counties = catalogue.divisions.all(.county, within: catalogue.province)
    var outcomes: Set<Settlement.Outcome> = []
    for county in counties {
      let settlement = accounts.settlement(of: county.id, 2023)
      guard !settlement.account.isEmpty else { continue }
      outcomes.insert(settlement.outcome)
      let paper = SettlementPaper(settlement, accounts, .zh, isSample: false).paper()
      #expect(paper.isSample)
      let advances = try #require(tables(paper).first)
      #expect(advances.rows.count == 7)
      #expect(advances.rows.last?.last == settlement.account.advanced.grouped)
      for (month, fen) in settlement.account.advances {
        let row = advances.rows[(month - 1) % 6]
        #expect(row[month > 6 ? 3 : 1] == fen.grouped && row[month > 6 ? 2 : 0] == "\(month) 月")
      }
      if let balance = settlement.balance {
        let amount = balance.isNegative ? -balance : balance
        let said = "\(settlement.outcome.name.zh)：\(amount.grouped) 元（大写：人民币\(amount.capitals)）。"
        #expect(paper.blocks.contains(.paragraph(said)))
      }
      let withheld = settlement.payout.map { $0.withheld.grouped }
      #expect(text(paper).contains(withheld.map { "扣减（未计发、留在医保基金）\($0) 元" } ?? "没有因考核扣减"))
      #expect(tables(paper).last?.columns.map(\.title) == ["医保经办机构（盖章）", "医疗集团（盖章）"])
      #expect(text(paper).contains("年度总额预算 1 笔，最后登记于"))
    }
    #expect(outcomes.isSuperset(of: [.surplus, .overrun]))
  }

  @Test func whatIsNotEnteredIsToldAndNotTakenForNothing() throws {
    let accounts = try accounts()
    let county = try #require(catalogue.divisions.find("盐湖区"))
    let paper = SettlementPaper(
      accounts.settlement(of: county.id, 2024), accounts, .zh, isSample: true
    ).paper()
    #expect(tables(paper).first?.rows[5].contains("未登记") == true)
    #expect(text(paper).contains("合计 11 个月") && !text(paper).contains("大写"))
  }

  // MARK: Circular

  @Test func aCircularSaysWhatLeagueRanksAndLightsSay() throws {
    let progress = try progress(since: day)
    let paper = CircularPaper(progress, catalogue, .zh, isSample: true)
      .paper(number: "1", unit: "省医改办", signed: day)
    let league = try #require(progress.league)
    let cities = try #require(tables(paper).first { $0.columns.first?.title == "地区" })
    #expect(cities.rows.count == 11 && cities.columns.count == 9)
    for (row, standing) in zip(cities.rows, league.rows) {
      #expect(row[0] == catalogue.divisions[standing.place]?.name)
      #expect(row[1] == standing.rate.words && row[2] == standing.rank.map { "\($0)" })
      #expect(row[3] == "\(standing.lights.red)")
      let city = try #require(catalogue.divisions[standing.place])
      #expect(row[4] == "\(try desk().overdue(in: city).lines)")
    }
    let share = try #require(progress.figures.book["medical-service-share"])
    let ranking = try #require(progress.ranking(share))
    let first = try #require(ranking.rows.first { $0.place == league.rows[0].place })
    #expect(cities.rows[0][5].contains(share.shown(first.reading?.value ?? 0)))
    let written = text(paper)
    let rate = progress.onTime
    #expect(written.contains("按时办结率 \(rate.words)") && rate.total > 100)
    #expect(written.contains("办结率，居前的是") && written.contains("居后的是"))
    #expect(written.contains("注：数据出自 ") && written.contains("、数据来源"))
    #expect(written.contains("、督办\n\n没有发出督办单。"))
    var unsupervised = progress
    unsupervised.slips = nil
    #expect(
      !text(CircularPaper(unsupervised, catalogue, .zh, isSample: true).paper(signed: day))
        .contains("督办"))
  }

  /// What falls due on a day is counted on that day alone: nothing of other periods, nothing that is
  /// suspended, nothing that was extended.
  @Test func whatFallsDueIsCountedByItsDay() throws {
    let progress = try progress(since: day)
    let written = text(
      CircularPaper(progress, catalogue, .zh, isSample: true).paper(signed: day))
    let lines = try catalogue.tasks.map { task in
      try ledger.standings(of: task, in: catalogue, asOf: day)
    }
    var (seen, differ) = (0, 0)
    for standing in progress.report.next.prefix(CircularPaper.next) {
      let due = try #require(standing.due)
      let open = lines[standing.task].count { $0.due == due && $0.status.isToDo }
      let title = catalogue.tasks[standing.task].title.zh
      let told = written.split(separator: "\n").first {
        $0.contains("“\(title)”") && $0.contains("\(PaperWords.day(due).zh)到期")
      }
      #expect(told?.hasSuffix("到期，还有 \(open) 处没有办结。") == true, "\(told ?? "")")
      seen += 1
      differ += open == standing.counts.total - standing.counts.finished ? 0 : 1
    }
    #expect(seen == CircularPaper.next && differ > 0)
  }

  /// A task is late once, however many of its periods are.
  @Test func whatIsLateIsCountedByTask() throws {
    let overdue = try progress(since: day).overdue
    #expect(overdue.tasks < overdue.items.count)
    #expect(overdue.tasks == Set(overdue.items.map(\.task)).count)
    #expect(
      ProgressWords.overdue(overdue).zh.hasPrefix("逾期未办结 \(overdue.tasks) 项、\(overdue.lines) 处"))
  }

  @Test func whoSharesARankIsToldSoAndStandsAtOneEndOnly() throws {
    var league = try #require(try progress(since: day).league)
    func ranks(_ ranks: [Int]) {
      league.rows = zip(league.rows, ranks).map { row, rank in
        var row = row
        row.rank = rank
        return row
      }
    }
    func ends() -> ([Int], [Int]) {
      let ends = league.ends(3)
      return (ends.first.compactMap(\.rank), ends.last.compactMap(\.rank))
    }
    ranks([1, 2, 3, 3, 5, 6, 7, 8, 9, 10, 11])
    #expect(ends() == ([1, 2, 3, 3], [9, 10, 11]))
    ranks([1, 2, 2, 4, 5, 6, 7, 8, 8, 8, 8])
    #expect(ends() == ([1, 2, 2], [8, 8, 8, 8]))
    ranks([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1])
    #expect(ends().0.count == 11 && ends().1.isEmpty)
    ranks([1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2])
    #expect(ends().0.count == 11 && ends().1.isEmpty)
  }

  @Test func everyNumberOfTheIndicatorsComesFromABatch() throws {
    let progress = try progress(since: day)
    let sources = progress.sources()
    #expect(sources.unknown == 0 && !sources.rows.isEmpty)
    let known = Set(try ledger.batches(asOf: day).filter { $0.withdrawal == nil }.map(\.id))
    #expect(Set(sources.rows.map(\.batch.id)).isSubset(of: known))
    #expect(sources.rows.map(\.batch.id) == sources.rows.map(\.batch.id).sorted())
  }

  // MARK: Changes

  @Test func thePaperOfChangesHasEveryLineOnce() throws {
    let first = try #require(Day("2024-06-30"))
    let changes = try desk().changes(since: first, in: catalogue.province)
    let one = try catalogue.tasks.flatMap { task in
      LineChange.all(
        from: try ledger.standings(of: task, in: catalogue, asOf: first),
        to: try ledger.standings(of: task, in: catalogue, asOf: day))
    }
    #expect(changes == one && changes.count > 20)
    let paper = SincePaper(
      changes, in: try province(), from: first, to: day, catalogue, .zh, isSample: true
    ).paper()
    let counts = ChangeCounts(changes)
    for kind in LineChange.Kind.allCases where counts[kind] > 0 {
      #expect(text(paper).contains("\(kind.words.zh)（\(counts[kind]) 处）"))
    }
    let byPlace = try #require(tables(paper).last)
    let sum = byPlace.rows.flatMap { $0.dropFirst().compactMap { Int($0) } }.reduce(0, +)
    #expect(sum == changes.count)
    let nothing = SincePaper(
      [], in: try province(), from: day, to: day, catalogue, .en, isSample: true
    ).paper()
    #expect(nothing.blocks.count == 1 && text(nothing).contains("nothing has changed"))
  }

  // MARK: Report

  @Test func aReportHasChartsOfWhatItsTablesSay() throws {
    let first = try #require(Day("2023-12-31"))
    let progress = try progress(since: first)
    let report = ReportPaper(progress, .year(2024), catalogue, .zh, isSample: true)
    let paper = report.paper(signed: day)
    #expect(paper.title == "山西省医改工作年报（2024年）" && report.fileName == "山西省年报-2024")
    let charts = paper.blocks.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
    #expect(charts.count == 11)
    let status = charts[0].series[0].values.compactMap(\.self).reduce(0, +)
    #expect(status == Decimal(progress.report.counts.total))
    #expect(charts[1].categories.count == 12 && charts[1].categories.last == "24-12")
    let trend = try #require(charts.first { $0.kind == .line })
    #expect(trend.target != nil && trend.categories.contains("2023"))
    let cities = try #require(charts.last)
    #expect(cities.categories.count == 11 && cities.series[0].values.allSatisfy { $0 != nil })
    #expect(text(paper).contains("报告期还没有结束"))
    let english = ReportPaper(progress, .month(2024, 12), catalogue, .en, isSample: true)
    #expect(english.fileName == "Shanxi-monthly-2024-12")
  }
}
