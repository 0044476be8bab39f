import Bundle
import Intake
import LedgerStore
import Reform

/// A made-up catalogue of the whole country as its ledgers have it: 31 provinces, 333 cities, 2,843
/// counties, 340 tasks, about a million lines; and the entries of five years.
struct NationalLedger {
  static let root = Divisions.country
  static let first = Day(2020, 1, 2) ?? Day(ordinal: 0)
  /// Entries are spread over this many days.
  static let days = 1_800
  private static let batch = 1_000

  /// Divisions, departments, themes and rules, without documents and tasks.
  static func tables() -> Catalogue {
    let tables = BundledCatalogue.tables(of: root)
    return Catalogue(
      divisions: ChinaDivisions.divisions(of: root), departments: tables.departments,
      themes: tables.themes,
      rules: tables.rules)
  }

  let catalogue: Catalogue
  /// Every line that a person could enter something for.
  private let lines: [(task: ReformTask.ID, period: Period?, places: [Division.Code])]
  private var state: UInt64 = 20_240_101

  init() {
    let issued = Day(2020, 1, 1) ?? Day(ordinal: 0)
    let document = Document(
      id: "national", number: "示例〔2020〕1号", title: Phrase("全国示例", "National example"),
      short: Phrase("全国示例", "National"), issuer: "示例", issued: issued, region: Self.root)
    let tasks = (1...340).map(Self.task)
    let clauses = tasks.map {
      Clause(path: $0.clause, place: Phrase($0.clause, $0.clause), section: Phrase("示例", "Example"))
    }
    catalogue = Self.tables().holding(
      documents: [document], clauses: ["national": clauses], tasks: tasks)
    let end = Self.first.adding(days: Self.days)
    lines = tasks.flatMap { [catalogue] task in
      let places = catalogue.fanOut(of: task)
      return catalogue.installments(of: task, on: end, entered: nil).map {
        (task.id, $0.period, places)
      }
    }
  }

  var lineCount: Int { lines.reduce(0) { $0 + $1.places.count } }

  /// The day on which the entry of a number is made, when there are to be so many.
  static func day(of number: Int, among total: Int) -> Day {
    first.adding(days: number * days / max(1, total))
  }

  /// Adds entries up to a number, in transactions of many acts.
  mutating func fill(_ ledger: Ledger, from start: Int, to end: Int, among total: Int) throws {
    var number = start
    while number < end {
      var acts: [Act] = []
      for _ in 0..<100 where number < end {
        let count = min(Self.batch, end - number)
        let day = Self.day(of: number, among: total)
        let stamp = Stamp(who: "示例", day: day, at: "\(day)T09:00:00+0800")
        acts.append(Act(.lines((0..<count).map { _ in change() }), stamp))
        number += count
      }
      try ledger.fill(acts, under: ActRules(catalogue, charter: BundledCatalogue.charter))
      Report.progress("\(number) of \(total) entries")
    }
    Report.progress("")
  }

  private mutating func change() -> Change {
    // Lines are chosen by how many places they have, so that all move alike.
    var index = next(lineCount)
    var chosen = lines[0]
    for line in lines {
      chosen = line
      if index < line.places.count { break }
      index -= line.places.count
    }
    let status = Status.allCases[[1, 1, 2, 2, 2, 3, 4][next(7)]]
    return Change(
      Line(chosen.task, in: chosen.places[index], period: chosen.period), status: status,
      note: next(3) == 0 ? "示例：各医疗机构已落实" : nil)
  }

  private mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(1, bound)))
  }

  private static func task(_ number: Int) -> ReformTask {
    let level: ReformTask.Level =
      number <= 260 ? .eachCounty : number <= 330 ? .eachCity : .eachProvince
    let deadline =
      number <= 20
      ? Deadline(.rangeYearly, due: Day(2024, 12, 31), years: Array(2020...2024))
      : number % 7 == 0
        ? Deadline(.ongoing) : Deadline(.year, due: Day.last(ofYear: 2021 + number % 5))
    let themes = ["payment", "pricing", "tcm", "quality", "digital"]
    return ReformTask(
      id: "national/\(number)", document: "national", clause: "\(number)",
      title: Phrase("全国示例任务第\(number)项", "National example task \(number)"),
      theme: themes[number % themes.count],
      departments: [Responsible(number.isMultiple(of: 2) ? "省医保局" : "省卫健委")],
      deadlines: [deadline], level: level)
  }
}
