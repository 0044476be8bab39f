import Bundle
import Cells
import Foundation
import Intake
import LedgerStore
import Reform
import Runtime
import TestSupport
import Testing

@testable import Dashboard

/// A ledger of the whole country: what is counted in it and which documents bind whom.
@Suite struct NationTests {
  private func walk() throws -> Walk {
    var setting = Walk.Setting()
    setting.ledger = .nation
    return try Walk(setting)
  }

  @Test func theCountryHasItsProvincesCitiesAndCounties() {
    let divisions = BundledCatalogue.tables(of: Divisions.country).divisions
    #expect(divisions.isNation && divisions.all.count == 1 + 31 + 333 + 2843)
    #expect(divisions.parts(of: Divisions.country).count == 31)
    #expect(divisions.parting(of: Divisions.country) == .provinces)
    #expect(divisions.parting(of: "310000") == .districts)
    #expect(divisions.parting(of: "460000") == .both)
    #expect(divisions.parting(of: "330000") == .cities)
    #expect(divisions["710000"] == nil && divisions.province(of: "469005") == "460000")
    #expect(divisions.province(of: Divisions.country) == nil)
    #expect(divisions.ground(of: "330102") == "330000")
    #expect(divisions.ground(of: Divisions.country) == Divisions.country)
  }

  /// Without a map there is nothing to colour: no hint says so, and the key tells why.
  @Test(arguments: [
    (TestLedger.small, 160, nil), (.small, 100, "宽 132 列"), (.nation, 160, "这个地方没有地图"),
  ])
  func withoutAMapNothingIsColoured(ledger: TestLedger, columns: Int, why: String?) throws {
    var setting = Walk.Setting()
    (setting.ledger, setting.size) = (ledger, Size(columns: columns, rows: 50))
    let walk = try Walk(setting)
    #expect(walk.canvas.text.contains("地图着色") == (why == nil))
    try walk.press("c")
    if let why { #expect(walk.canvas.text.contains(why)) }
  }

  /// Of every task the lines of the provinces are those of the country.
  @Test func theLinesOfTheProvincesAreThoseOfTheCountry() throws {
    let catalogue = try walk().state.catalogue
    let provinces = catalogue.divisions.parts(of: Divisions.country).map(\.id)
    for task in catalogue.tasks.indices {
      let whole = catalogue.lines(of: task, in: Divisions.country)
      #expect(provinces.reduce(0) { $0 + catalogue.lines(of: task, in: $1) } == whole)
      #expect(whole == catalogue.fanOut(of: catalogue.tasks[task]).count)
    }
    #expect(catalogue.lines(of: 0, in: Divisions.country) == 31)
    #expect(catalogue.lines(of: 3, in: Divisions.country) == 1)
    #expect(catalogue.lines(of: 3, in: "340000") == 0)
  }

  /// What is counted kept, over cities and by month is one count, today and on a day before.
  @Test(arguments: [Divisions.country, "330000", "500000", "460000", "330100", "330102"])
  func aPlaceIsCountedAlikeByEveryWay(place: Division.Code) throws {
    let walk = try walk()
    let (state, ledger) = (walk.state, walk.world.ledger)
    for day in [state.day, Day(2020, 1, 25), Day(2020, 1, 10)].compactMap(\.self) {
      let small = try Reader(ledger).progress(on: day, in: place, state.catalogue)
      let large = try Reader(ledger, large: 0).progress(on: day, in: place, state.catalogue)
      func report(_ progress: LedgerState) -> TaskReport {
        TaskReport(state.catalogue, tallies: progress.tallies, on: day, in: place)
      }
      #expect(report(small) == report(large), "\(day)")
      let page = try #require(try ledger.placeReport(of: place, state.catalogue, asOf: day))
      #expect(page.tasks == report(small), "\(day)")
      let total = page.parts.reduce(0) { $0 + $1.counts.total }
      #expect(total > 0 || day < (Day(2020, 1, 2) ?? day) || page.place.level == .county)
    }
  }

  /// The row of a province in the league of the country, and of a city in that of its province, is
  /// what the report of the place says of the tasks that all share.
  @Test(arguments: [Divisions.country, "330000", "500000"])
  func theLeagueSaysWhatTheReportsSay(ground: Division.Code) throws {
    let walk = try walk()
    let (state, ledger) = (walk.state, walk.world.ledger)
    let tallies = try ledger.tallies(asOf: state.day)
    let league = League(state.catalogue, in: ground, tallies: tallies, on: state.day)
    #expect(league.rows.count == state.catalogue.divisions.parts(of: ground).count)
    for row in league.rows.prefix(12) {
      let place = state.catalogue.divisions[row.place]
      let own = try ledger.tallies(asOf: state.day, in: place)
      let report = TaskReport(state.catalogue, tallies: own, on: state.day, in: row.place)
      let shared = report.standings.filter { state.catalogue.isShared($0.task, in: ground) }
      #expect(row.counts.total == shared.count && !shared.isEmpty)
      for status in Status.allCases {
        #expect(row.counts[status] == shared.count { $0.status == status })
      }
    }
    #expect(league.rows.first?.rate.base == league.base)
  }

  @Test func theCitiesAreReadForTheProvinceThatIsLookedAt() throws {
    let walk = try walk()
    try walk.press("p 'zhejiang' Enter")
    #expect(walk.state.scope == "330000" && walk.state.league.rows.count == 11)
    let reader = Reader(walk.world.ledger, large: 0)
    let read = Read.cities(
      CityState.Request(day: walk.state.day, ground: "330000", turn: 0))
    let answer = try reader.answer(Question(read, ReadGround(walk.state)))
    guard case .cities(let cities) = answer else { throw TestFailure("\(answer)") }
    #expect(cities.league == walk.state.league)
    try walk.press("Esc")
    #expect(walk.state.scope == Divisions.country && walk.state.league.rows.count == 31)
  }

  /// What lies in no city is compared and collected beside the cities, and told by what it is.
  @Test(arguments: [("海南省", "19 市县", "琼海"), ("西藏自治区", "7 市州", "拉萨")])
  func thePartsOfAProvinceAreComparedAndCollected(
    province: String, counted: String, place: String
  ) throws {
    let walk = try walk()
    try walk.press("p '\(province)' Enter 5")
    #expect(walk.canvas.row(1).contains(counted), "\(walk.canvas.text)")
    try walk.press("v v v v")
    #expect(walk.canvas.text.contains("没有文件要求报送"), "\(walk.canvas.text)")
    #expect(walk.canvas.text.contains("0/4") && walk.canvas.text.contains(place))
  }

  @Test func thePlacesOfAMunicipalityAreOfferedOnce() throws {
    var setting = Walk.Setting()
    setting.ledger = .chongqing
    let walk = try Walk(setting)
    let divisions = walk.state.catalogue.divisions
    let parting = divisions.partingOfCities(in: "500000")
    let offered =
      (ReformTask.Level.offered(in: divisions).map { [$0] }
      + ReformTask.Level.joined(in: divisions))
      .map { Words.levels($0, parting, in: .zh) }
    #expect(Set(offered).count == offered.count && offered.contains("各区县"))
    #expect(Words.levels([.eachCity, .eachCounty], parting, in: .zh) == "各区县")
    #expect(!offered.contains { $0.contains("各县（市、区）") })
  }

  /// The first words name what the place itself is made of.
  @Test(arguments: [
    ("330000", "国家的、省里的、市县的"), ("500000", "国家的、市里的、区县的"), ("540000", "国家的、自治区的、市县的"),
    (Divisions.country, "国家的、各省的、市县的"),
  ])
  func anEmptyLedgerIsToldInTheWordsOfItsPlace(province: Division.Code, words: String) {
    let place = ChinaDivisions.divisions(of: province).all.first
    #expect(StartWords.aboutEmpty(place, waiting: 0).zh.contains(words + "都可以"))
  }

  /// On screen a refusal names no command of the shell.
  @Test func whatIsRefusedOnScreenNamesNoCommand() throws {
    var setting = Walk.Setting()
    setting.ledger = .zhejiang
    let walk = try Walk(setting)
    for (name, bytes) in [
      ("a.txt", Self.text("福建省人民政府", "闽政〔2026〕1号")), ("b.csv", Array("甲,乙\n1,2\n".utf8)),
    ] {
      try Data(bytes).write(to: URL(fileURLWithPath: walk.scratch.file(name)))
      try walk.press("7 i '\(name)' Enter")
      let told = walk.state.toast?.text ?? walk.canvas.text
      #expect(!told.contains("yigai import") && !told.contains("yigai template"), "\(told)")
      #expect(told.contains("福建") || told.contains("F") || name == "b.csv", "\(told)")
      try walk.press("Esc Esc Esc")
    }
  }

  // MARK: Documents

  private static func text(_ issuer: String, _ number: String) -> [UInt8] {
    Array(
      """
      \(issuer)关于印发深化医药卫生体制改革重点工作任务的通知
      \(number)

      一、重点任务
      （一）制定实施方案。2026年3月底前印发。（责任单位：卫生健康委）
      （二）推进支付方式改革。2026年底前完成。（责任单位：各市人民政府）
      （三）在杭州市、福建省开展试点。2026年底前完成。（责任单位：医保局）

      \(issuer)
      2026年1月15日
      """.utf8)
  }

  private func review(_ issuer: String, _ number: String) throws -> Review {
    let catalogue = BundledCatalogue.tables(of: Divisions.country)
    let reading = try DocumentIntake.reading(
      of: Self.text(issuer, number), named: "a.txt", in: catalogue)
    return try DocumentIntake.review(reading, file: "a.txt", in: catalogue)
  }

  @Test func aNationalDocumentBindsEveryProvince() throws {
    let review = try review("国务院办公厅", "国办发〔2026〕14号")
    #expect(review.document.region == Divisions.country)
    let tasks = review.drafts.map(\.task)
    #expect(tasks.map(\.level) == [.eachProvince, .eachCity, .named])
    #expect(tasks[2].places.map(\.code) == ["330100", "350000"])
  }

  @Test(arguments: [
    ("浙江省人民政府办公厅", "浙政办发〔2026〕1号", "330000"), ("杭州市人民政府", "杭政〔2026〕1号", "330100"),
    ("重庆市人民政府", "渝府发〔2026〕1号", "500000"), ("滨江区人民政府", "滨政〔2026〕1号", "330108"),
    ("山西省人民政府", "晋政发〔2026〕1号", "140000"), ("卫生健康委", "浙卫发〔2026〕1号", "330000"),
  ])
  func aDocumentOfAProvinceBindsThatAlone(
    issuer: String, number: String, region: Division.Code
  ) throws {
    let review = try review(issuer, number)
    #expect(review.document.region == region)
    #expect(review.drafts.first?.task.level == .province)
    let divisions = BundledCatalogue.tables(of: Divisions.country).divisions
    for draft in review.drafts.prefix(2) {
      for place in draft.task.fanOut(in: divisions, region: region) {
        #expect(divisions.isWithin(place, region))
      }
    }
  }

  @Test(arguments: [
    ("朝阳区人民政府", "朝政〔2026〕1号", "不止一个省"), ("台湾省政府", "台政〔2026〕1号", "不含台湾"),
  ])
  func whatTheCountryCannotKeepIsRefused(issuer: String, number: String, told: String) throws {
    let fault = #expect(throws: Fault.self) { try review(issuer, number) }
    #expect(fault?.message.zh.contains(told) == true, "\(String(describing: fault))")
  }
}
