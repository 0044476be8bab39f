import Bundle
import Foundation
import Intake
import Reform
import TestSupport
import Testing

/// What the documents print, held against the catalogue.
@Suite struct FactTests {
  private let catalogue: Catalogue

  init() throws { catalogue = try BundledCatalogue.whole() }

  private func row(_ number: Int) throws -> ReformTask {
    try #require(catalogue.task("jyg-2019-1/annex-\(number)"))
  }

  private func shorts(_ task: ReformTask) -> [String] {
    task.places.compactMap { catalogue.divisions[$0.code]?.short }
  }

  @Test func theSanmingPlanHasSeventeenClausesTwentyRowsAndSixMore() {
    let clauses = catalogue.tasks.filter { $0.document == "jyg-2019-1" }.map(\.clause)
    let numbers = (1...17).map(String.init)
    let rows = (1...20).map { "annex-\($0)" }
    let others = [
      "2-evaluation", "3-plan", "3-experience", "3-policies", "3-ledger", "3-lessons",
    ]
    #expect(clauses == numbers + others + rows)
  }

  /// Part two and row 20 ask for the same collection.
  @Test func theYearlyCollectionIsOneTask() throws {
    let task = try row(20)
    #expect(task.alsoAt == ["2-collection"] && task.formerly == ["jyg-2019-1/2-collection"])
    #expect(catalogue.task("jyg-2019-1/2-collection") == nil)
    #expect(catalogue.heirs(of: "jyg-2019-1/2-collection").map(\.id) == [task.id])
    let monitored = BundledCatalogue.indicators().monitored.map(\.id)
    #expect(task.collects == monitored && monitored.count == 4)
  }

  @Test func theSafeguardsOfTheServicePlanAreFourDuties() {
    let parts = catalogue.heirs(of: "jzf-2023-15/3.2")
    #expect(parts.map(\.clause) == Array(repeating: "3.2", count: 4))
    #expect(
      parts.map { $0.departments.map(\.name) }
        == [["省级财政"], ["省卫健委"], ["各相关部门"], ["省医改领导小组"]])
  }

  @Test func eightyEightTasksAreTheProvincesAndThirtyEightYunchengs() {
    let regions = catalogue.tasks.map(catalogue.region(of:))
    #expect(regions.count == 126)
    #expect(regions.count { $0 == "140000" } == 88 && regions.count { $0 == "140800" } == 38)
  }

  @Test(arguments: [
    ("jyg-2019-1/9", "jzf-2023-15/2.5.2"), ("jyg-2019-1/annex-7", "jzf-2023-15/2.3.1"),
    ("jzbf-2021-85/7", "jzf-2023-15/2.3.3"), ("jzbf-2021-85/7", "jzf-2023-15/2.1.4"),
    ("jyg-2019-1/1", "jzf-2023-15/3.1"),
  ])
  func whatALaterDocumentCarriesOnIsLinked(_ earlier: String, _ later: String) {
    #expect(catalogue.followers(of: earlier).map(\.id).contains(later))
  }

  @Test(
    arguments: [
      ("jyg-2019-1/6", "no-mark-up", 100), ("jyg-2019-1/annex-4", "no-mark-up", 100),
      ("jyg-2019-1/13", "chief-accountants", 100), ("jyg-2019-1/annex-10", "internal-rules", 100),
      ("jyg-2019-1/annex-15", "charters", 100), ("jzf-2023-15/2.3.3", "day-surgery", 298),
      ("jzf-2023-15/2.1.4", "county-specialities", 100),
      ("jzf-2023-15/2.1.4", "tertiary-general", 37),
      ("jzf-2023-15/2.2.7", "county-tcm-specialities", 50),
    ] as [(String, String, Decimal)])
  func targetsAreThereUnderAKeyThatStays(_ id: String, _ key: String, _ value: Decimal) throws {
    let target = try #require(catalogue.task(id)?.targets.first { $0.key == key })
    #expect(target.value == value && target.id(in: id) == "\(id)#\(key)")
  }

  @Test func everyTargetHasAKeyOfItsOwn() {
    for task in catalogue.tasks {
      let keys = task.targets.compactMap(\.key)
      #expect(keys.count == task.targets.count && Set(keys).count == keys.count, "\(task.id)")
    }
  }

  @Test func workThatIsSetByTheYearOrForLongHasItsDeadline() throws {
    func kinds(_ id: String) -> [Deadline.Kind]? { catalogue.task(id)?.deadlines.map(\.kind) }
    #expect(kinds("jyg-2019-1/10") == [.yearly] && kinds("jzf-2023-15/2.3.1") == [.ongoing])
    #expect(kinds("yzbf-2019-3/18") == [.yearly, .ongoing])
  }

  @Test func rowSevenIsOngoingForTwoDepartments() throws {
    let task = try row(7)
    #expect(task.deadlines.map(\.kind) == [.ongoing])
    #expect(task.departments.map(\.name) == ["省卫健委", "省医保局"])
    #expect(task.departments.map(\.bureau) == ["医政局", nil])
  }

  @Test func rowEightIsLinfensTrialOf2020() throws {
    let task = try row(8)
    #expect(shorts(task) == ["临汾"] && task.places.map(\.role) == [.pilot])
    #expect(task.level == .named && catalogue.fanOut(of: task) == ["141000"])
    #expect(task.deadlines.map(\.kind) == [.year] && task.deadlines[0].due == Day("2020-12-31"))
  }

  @Test func rowNineNamesFiveCitiesAndClauseNineFour() throws {
    let task = try row(9)
    #expect(shorts(task) == ["太原", "运城", "长治", "晋中", "阳泉"])
    #expect(task.departments.map(\.name) == ["省医保局"])
    #expect(task.conflicts.map(\.with) == ["jyg-2019-1/9"])
    let clause = try #require(catalogue.task("jyg-2019-1/9"))
    #expect(shorts(clause) == ["太原", "运城", "长治", "阳泉"])
    #expect(clause.conflicts.map(\.with) == ["jyg-2019-1/annex-9"])
  }

  @Test(arguments: [11, 14])
  func whatTheStateRequiresHasNoDate(number: Int) throws {
    let task = try row(number)
    #expect(task.deadlines.map(\.kind) == [.asRequired])
    #expect(task.deadlines.allSatisfy { $0.due == nil && $0.years.isEmpty })
  }

  @Test func rowElevenHasTwoDepartments() throws {
    #expect(try row(11).departments.map(\.name) == ["省人社厅", "省卫健委"])
  }

  @Test func rowTwelveHasThreeDepartmentsAndFiveCities() throws {
    let task = try row(12)
    #expect(task.departments.map(\.name) == ["省卫健委", "省医保局", "省人社厅"])
    #expect(shorts(task) == ["太原", "运城", "长治", "晋中", "阳泉"])
  }

  @Test(arguments: [13, 20])
  func whatComesEveryYearIsDueAtTheEndOfFebruary(number: Int) throws {
    let task = try row(number)
    #expect(task.deadlines.map(\.kind) == [.yearlyBy])
    #expect(task.deadlines[0].by == YearDay(month: 2))
    let day = try #require(Day("2021-03-01"))
    let due = catalogue.installments(of: task, on: day, entered: nil).map(\.due?.description)
    #expect(due == ["2020-02-29", "2021-02-28", "2022-02-28"])
  }

  @Test func rowSixComesInThreeYears() throws {
    let task = try row(6)
    #expect(task.deadlines.map(\.kind) == [.rangeYearly])
    #expect(task.deadlines[0].years == [2020, 2021, 2022])
  }

  @Test func rowTwentyIsTheReformOffices() throws {
    #expect(try row(20).departments.map(\.name) == ["省医改办"])
  }

  @Test func noLeadIsInventedInTheSanmingPlan() {
    for task in catalogue.tasks where task.document == "jyg-2019-1" {
      #expect(task.departments.allSatisfy { $0.role == .responsible }, "\(task.id)")
    }
  }

  /// Its rule: the first one leads, where nothing else is noted; part three sets no such work.
  @Test func theFirstDepartmentOfTheServicePlanLeads() {
    let listed = catalogue.tasks.filter { task in
      task.document == "jzf-2023-15" && task.departments.count > 1
        && !task.clause.hasPrefix("3.")
    }
    #expect(listed.count > 20)
    for task in listed {
      let roles = task.departments.map(\.role)
      #expect(roles.first == .lead && !roles.contains(.responsible), "\(task.id)")
      let leads = roles.prefix { $0 == .lead }.count
      #expect(!roles.dropFirst(leads).contains(.lead), "\(task.id)")
    }
  }

  @Test func theBulletinReportsFiftyFactsWithSeventyFourFiguresAndThirtyTwoStatements() {
    let all = BundledCatalogue.achievements()
    let figures = all.filter { $0.value != nil }
    #expect(figures.count == 74 && Set(figures.compactMap(\.fact)).count == 50)
    #expect(all.count { $0.value == nil && $0.printed.isEmpty } == 32 && all.count == 106)
    #expect(Set(all.map(\.id)).count == 106 && all.allSatisfy { $0.mark?.count == 8 })
    let printed = Set(figures.map(\.printed))
    let wanted = ["43万多", "1万2千余张", "1万多张", "两年以上", "十大行动", "三个处方", "六条举措", "一位"]
    #expect(printed.isSuperset(of: wanted))
    for item in all {
      #expect(catalogue.theme(item.theme) != nil, "\(item.id)")
      #expect(item.places.allSatisfy { catalogue.divisions.isWithin($0, "140400") }, "\(item.id)")
    }
  }

  @Test(arguments: [
    ("140426", ["42名", "144名"]), ("140403", ["1079人"]), ("140404", ["31名", "9个", "31个"]),
    ("140427", ["31名", "9个", "31个"]),
  ])
  func aFigureReachesItsCountyAndTheCity(_ county: String, _ printed: [String]) {
    let all = BundledCatalogue.achievements()
    let own = all.filter { $0.concerns(county, in: catalogue.divisions) && $0.value != nil }
    #expect(own.map(\.printed) == printed)
    #expect(own.allSatisfy { $0.concerns("140400", in: catalogue.divisions) })
    #expect(!own.contains { $0.concerns("140000", in: catalogue.divisions) })
  }

  @Test func theBulletinSetsNoTasks() {
    #expect(!catalogue.tasks.contains { $0.document == "ygxx-2020-11" })
    #expect(catalogue.document("ygxx-2020-11")?.kind == .bulletin)
  }

  @Test func onlyTheSecondDocumentBreaksOff() {
    #expect(catalogue.documents.filter(\.isTruncated).map(\.id) == ["jzbf-2021-85"])
  }
}
