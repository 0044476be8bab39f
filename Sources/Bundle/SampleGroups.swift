import Foundation
import Intake
import Reform

/// Made-up medical groups of all counties, the same at every making; every fact says so.
///
/// Names begin with 示例. Cities differ by `Resources/sample/groups.csv`. Of 六统一, whose members no
/// document prints, the list reads 示例内容; of the sets whose members are printed some things are
/// done in every county that is bound. A township centre of 沁县 moves to 武乡县 in the middle of
/// 2023; 盐湖区 is among fifteen counties selected for payment by head, so that two documents could
/// govern it. Groups are assessed for 2023 by the rules that govern all of the province, and those of
/// 运城 for 2022 by the city's own. Its institutions have posts and staff for 2023, each of which its
/// limits bind.
public struct SampleGroups: Sendable {
  /// Years with money; the last one is still running.
  public static let years = 2022...2024
  /// The day on which groups and lists were entered.
  public static let opened = Day(2021, 12, 20) ?? Day(ordinal: 0)

  /// The day on which the other lists were looked at.
  static let looked = Day(2024, 11, 20) ?? Day(ordinal: 0)

  /// One made-up act.
  public struct Act: Sendable {
    public var day: Day
    public var who: String
    public var facts: [GroupFact]
  }

  private struct Habit: Sendable {
    var (complete, balance, spread): (Double, Double, Double)
    var fund: Decimal?
  }

  private let catalogue: Catalogue
  private let charter: GroupCharter
  private var divisions: Divisions { catalogue.divisions }
  private let habits: [Division.Code: Habit]

  public init(_ catalogue: Catalogue, _ charter: GroupCharter) {
    (self.catalogue, self.charter) = (catalogue, charter)
    let records = Resource.named("sample/groups.csv").map { CSVReader($0.bytes).records() } ?? []
    habits = Dictionary(
      records.map { record in
        func number(_ name: String) -> Double { Double(record[name]) ?? 0 }
        let habit = Habit(
          complete: number("complete"), balance: number("balance"), spread: number("spread"),
          fund: Decimal(sent: record["fund"]))
        return (record["code"], habit)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// All acts in the order of their days.
  public func acts() -> [Act] {
    var acts = [office(), cityWeights()]
    for county in divisions.all where county.level == .county {
      acts.append(act(Self.opened, county, founding(of: county)))
      for year in Self.years { acts += money(of: county, year) }
      acts.append(act(Self.looked, county, printed(of: county)))
      if county.parent == Self.yuncheng {
        acts.append(act(Self.counted, county, staffing(of: county)))
        acts.append(
          act(Day(2023, 3, 20) ?? Self.opened, county, scores(of: county, 2022, "group-duties")))
      }
      acts.append(
        act(Day(2024, 3, 20) ?? Self.opened, county, scores(of: county, 2023, "four-aspects")))
    }
    return acts.filter { !$0.facts.isEmpty }.enumerated()
      .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
  }

  /// What was signed for the first year: every group with 六统一 complete.
  public func signed(_ desk: GroupAccounts) -> [SignedSettlement] {
    divisions.all.filter { $0.level == .county }.compactMap { county in
      let settlement = desk.settlement(of: county.id, Self.years.lowerBound)
      guard settlement.isBinding else { return nil }
      return SignedSettlement(settlement, note: "示例：已签认", isMadeUp: true)
    }
  }

  private func act(_ day: Day, _ county: Division, _ contents: [GroupFact.Content]) -> Act {
    let facts = contents.map { GroupFact(county.id, $0, isMadeUp: true) }
    return Act(day: day, who: "示例·\(county.short)卫健局", facts: facts)
  }

  /// The list of 六统一 and the weights, entered once for the province.
  private func office() -> Act {
    let province = divisions.all.first?.id ?? "140000"
    let numerals = ["一", "二", "三", "四", "五", "六"]
    var contents: [GroupFact.Content] = numerals.enumerated().map { index, numeral in
      let title = Phrase("示例内容\(numeral)", "Example item \(index + 1)")
      return .item(GroupCharter.gate, index + 1, title: title)
    }
    if let rules = rules("four-aspects") {
      let shares: [Decimal] = [30, 30, 20, 20]
      contents.append(
        .weights(
          2023,
          Dictionary(
            zip(rules.measures.map(\.id), shares), uniquingKeysWith: { first, _ in first })))
    }
    return Act(
      day: Self.opened, who: "示例·省医改办",
      facts: contents.map { GroupFact(province, $0, isMadeUp: true) })
  }

  /// The weights of 2022, entered by the only city that has rules for it.
  private func cityWeights() -> Act {
    var weights: [AssessmentMeasure.ID: Decimal] = [:]
    for measure in rules("group-duties")?.measures ?? [] {
      weights[measure.id] = measure.emphasis == .core ? 12 : measure.emphasis == .raised ? 8 : 3
    }
    // Three of 12, five of 8 and eight of 3 are 100.
    return Act(
      day: Self.opened, who: "示例·运城市医改办",
      facts: [GroupFact(Self.yuncheng, .weights(2022, weights), isMadeUp: true)])
  }

  private static let yuncheng = "140800"

  private func rules(_ id: String) -> AssessmentRules? {
    charter.assessments.first { $0.id == id }
  }

  private func title(_ county: Division) -> String {
    (divisions[county.parent ?? ""]?.short ?? "") + county.short
  }

  func founding(of county: Division) -> [GroupFact.Content] {
    let name = title(county)
    let kind: MedicalGroup.Kind = county.name.hasSuffix("区") ? .urban : .countyCommunity
    var contents: [GroupFact.Content] = [
      .card(kind, name: "示例·\(name)医疗集团", leadHospital: "示例·\(name)人民医院")
    ]
    let from = Day(2018, 1, 1)
    func member(_ words: String, _ tier: MedicalGroup.Member.Tier) -> GroupFact.Content {
      .member(MedicalGroup.Member("示例·\(name)\(words)", tier, from: from))
    }
    contents += [member("人民医院", .county), member("中医院", .county), member("妇幼保健院", .county)]
    let count = 4 + dice(county, "members", 0).index(6)
    contents += (1...count).map { member("第\($0)卫生院", .township) }
    if Self.mover.contains(county.id) { contents += moved(county) }
    return contents + evidence(of: county)
  }

  private static let mover = ["140430", "140429"]

  /// A centre that left 沁县 in the middle of 2023 for 武乡县.
  private func moved(_ county: Division) -> [GroupFact.Content] {
    let name = "示例·长治沁县界河卫生院"
    let isOld = county.id == Self.mover[0]
    return [
      .member(
        MedicalGroup.Member(
          name, .township, from: isOld ? Day(2018, 1, 1) : Day(2023, 7, 1),
          to: isOld ? Day(2023, 6, 30) : nil))
    ]
  }

  private func evidence(of county: Division) -> [GroupFact.Content] {
    let habit = habits[county.parent ?? ""]
    let isComplete = dice(county, "complete", 0).share() < habit?.complete ?? 0.5
    let count = isComplete ? 6 : 2 + dice(county, "done", 0).index(4)
    return (1...count).map { number in
      let day = Day(2020, 1, 15)?.adding(days: dice(county, "evidence", number).index(640))
      return .evidence(GroupCharter.gate, number, done: day, text: "示例：县卫健局核查记录\(number)号")
    }
  }

  /// Of the sets whose members are printed, what is done: much where much of 六统一 is.
  private func printed(of county: Division) -> [GroupFact.Content] {
    let zeal = 0.35 + 0.5 * (habits[county.parent ?? ""]?.complete ?? 0.5)
    return charter.sets.flatMap { set -> [GroupFact.Content] in
      let issued = set.sources.compactMap { catalogue.document($0.document)?.issued }.min()
      guard !set.isOpen, set.binds(county.id, on: Self.looked, catalogue), let issued else {
        return []
      }
      return set.printed.indices.compactMap { index in
        guard dice(county, set.id, index).share() < zeal else { return nil }
        let span = max(1, Self.looked.ordinal - issued.ordinal - 30)
        let done = issued.adding(days: 30 + dice(county, set.id, -index - 1).index(span))
        return .evidence(set.id, index + 1, done: done, text: "示例：现场核查记录")
      }
    }
  }

  private func money(of county: Division, _ year: Int) -> [Act] {
    let habit = habits[county.parent ?? ""]
    let perHead = 52_000 + dice(county, "budget", 0).index(21_000)
    let growth = 100 + 6 * (year - Self.years.lowerBound)
    let budget = Int64((county.population ?? 100_000) * perHead / 100 * growth) + Int64(year % 97)
    var opening: [GroupFact.Content] = [.budget(year, Fen(budget))]
    if let fund = habit?.fund {
      opening.append(.terms(year, SettlementTerms(overrunFundShare: fund)))
    }
    if year == 2023, Self.selected.contains(county.id) {
      opening.append(.capitation(from: 2023, isSelected: true, evidence: "示例：虚构的试点名单"))
    }
    let months = year == SampleProgress.day.year ? SampleProgress.day.month - 1 : 12
    let advance = Fen(budget * 9 / 1200 * 10)
    let advances = (1...months).map { GroupFact.Content.advance(year, month: $0, advance) }
    let paid = min(SampleProgress.day, Day(year, 12, 20) ?? SampleProgress.day)
    var acts = [
      act(Day(year, 1, 20) ?? Self.opened, county, opening), act(paid, county, advances),
    ]
    if months == 12 {
      let luck = dice(county, "balance", year).share() + dice(county, "balance", -year).share() - 1
      let percent = (habit?.balance ?? 0) + (habit?.spread ?? 5) * luck
      let spending = budget - Int64(Double(budget) * percent / 100)
      acts.append(
        act(Day(year + 1, 2, 25) ?? Self.opened, county, [.spending(year, Fen(max(0, spending)))]))
    }
    return acts
  }

  private func scores(
    of county: Division, _ year: Int, _ rules: AssessmentRules.ID
  ) -> [GroupFact.Content] {
    // A few have not been assessed yet.
    guard dice(county, "assessed", 2023 - year).share() < 0.93 else { return [] }
    let base = 62 + dice(county, "base", 2023 - year).index(22)
    return (self.rules(rules)?.measures ?? []).map { measure in
      let score = min(100, base + dice(county, measure.id, year).index(17))
      return .score(year, measure.id, Decimal(score))
    }
  }

  /// Fifteen counties, made up: the document names none.
  static let selected: Set<Division.Code> = [
    "140122", "140212", "140321", "140403", "140423", "140521", "140602", "140702", "140781",
    "140802", "140822", "140902", "141022", "141102", "141181",
  ]

  func dice(_ county: Division, _ word: String, _ number: Int) -> Throw {
    var sum: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in county.id.utf8 { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01b3 }
    for byte in word.utf8 { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Throw(series: Series(state: sum ^ UInt64(bitPattern: Int64(number)) &* 0x9E37_79B9))
  }

  /// Numbers that a county, a word and a number fix.
  struct Throw {
    fileprivate var series: Series

    func share() -> Double {
      var copy = series
      return copy.share()
    }

    func index(_ bound: Int) -> Int {
      var copy = series
      return copy.next(bound)
    }
  }
}
