import Bundle
import Foundation
import Intake
import Reform
import Testing

/// Actuals of the targets of 晋政发〔2023〕15号, 二（一）4: made up, in a catalogue that is real.
@Suite struct TargetActualTests {
  private let catalogue = Groups.catalogue
  private let task: ReformTask
  private let hospitals: TaskTarget

  init() throws {
    task = try #require(
      catalogue.tasks.first { $0.targets.contains { $0.metric.zh == "达到三级水平的县级综合医院" } })
    hospitals = try #require(task.targets.first { $0.metric.zh == "达到三级水平的县级综合医院" })
  }

  private func actual(
    _ value: Decimal, in place: Division.Code, on day: String = "2024-06-30",
    _ target: TaskTarget? = nil, source: String = "通报"
  ) -> TargetActual {
    TargetActual(
      .init(task.id, (target ?? hospitals).identity, in: place), value, on: Field.day(day),
      source: source)
  }

  private func book(_ actuals: [TargetActual]) -> ActualBook {
    ActualBook(
      actuals.enumerated().map {
        ActualEntry(
          id: $0 + 1, act: $0 + 1, actual: $1, who: "王明", entered: Field.day("2024-07-01"))
      })
  }

  private func reading(
    _ book: ActualBook, at place: Division.Code, by day: String = "2024-12-31",
    of target: TaskTarget? = nil
  ) -> TargetReading? {
    book.reading(
      of: target ?? hospitals, in: task, at: place, catalogue.divisions, by: Field.day(day))
  }

  @Test func theOwnNumberStandsAndTheLastOneByTheDay() {
    let book = book([
      actual(20, in: "140000", on: "2023-12-31"), actual(29, in: "140000"),
      actual(31, in: "140000"), actual(5, in: "140400"),
    ])
    #expect(reading(book, at: "140000")?.value == 31)
    #expect(reading(book, at: "140000", by: "2024-01-31")?.value == 20)
    #expect(reading(book, at: "140000", by: "2023-01-31") == nil)
    #expect(hospitals.gap(to: 31) == 6 && !hospitals.isMet(by: 31))
  }

  @Test func countsOfPlacesAddUpAndWhatLiesInACountedPlaceIsNotCountedTwice() {
    let book = book([
      actual(5, in: "140400", on: "2024-05-01"), actual(2, in: "140423"), actual(3, in: "140500"),
    ])
    let found = reading(book, at: "140000")
    #expect(found?.value == 8 && found?.base == .sum(places: 2))
    #expect(found?.day == Field.day("2024-05-01"))
    // Before the city's number the county's counts.
    #expect(reading(book, at: "140400")?.value == 5)
    #expect(reading(book, at: "140300") == nil)
  }

  @Test func sharesAndWhatIsAskedOfEachAreNotAddedUp() throws {
    let share = try #require(task.targets.first { $0.unit == "%" })
    let each = try #require(task.targets.first { $0.scope == .perCounty })
    let book = book([
      actual(90, in: "140423", share), actual(80, in: "140426", share),
      actual(1, in: "140423", each),
    ])
    #expect(reading(book, at: "140400", of: share) == nil)
    #expect(reading(book, at: "140423", of: share)?.value == 90)
    #expect(reading(book, at: "140000", of: each) == nil)
  }

  @Test func theGapIsInTheDirectionOfTheTarget() {
    func target(_ op: TaskTarget.Comparison, _ upper: Decimal? = nil) -> TaskTarget {
      TaskTarget(metric: Phrase("数", "n"), op: op, value: 10, upper: upper, unit: "个")
    }
    #expect(target(.atLeast).gap(to: 12) == 0 && target(.atLeast).gap(to: 7) == 3)
    #expect(target(.atMost).gap(to: 12) == 2 && target(.atMost).gap(to: 10) == 0)
    #expect(target(.range, 15).gap(to: 17) == 2 && target(.range, 15).gap(to: 8) == 2)
    #expect(target(.equal).gap(to: 12) == 2 && target(.equal).gap(to: 10) == 0)
  }

  @Test func aNumberForAllTogetherIsAskedOfNoPart() throws {
    let each = try #require(task.targets.first { $0.scope == .perCounty })
    func isAsked(_ target: TaskTarget, _ place: Division.Code) -> Bool {
      target.isAsked(of: place, in: "140000", by: task.level, catalogue.divisions)
    }
    #expect(isAsked(hospitals, "140000") && !isAsked(hospitals, "140400"))
    #expect(isAsked(each, "140423") && !isAsked(each, "140400") && !isAsked(each, "140000"))
  }

  @Test func whatMakesNoSenseIsRefused() {
    let today = Field.day("2024-07-01")
    for wrong in [
      actual(1, in: "140000", on: "2024-07-02"), actual(-1, in: "140000"),
      actual(1, in: "140000", source: " "), actual(1, in: "999999"),
      actual(Decimal(sent: "62.5") ?? 0, in: "140000"), actual(10_000_000, in: "140000"),
      TargetActual(.init(task.id, "没有的目标", in: "140000"), 1, on: today, source: "x"),
      TargetActual(.init("no/1", hospitals.identity, in: "140000"), 1, on: today, source: "x"),
    ] {
      #expect(throws: Fault.self) { try wrong.refuse(in: catalogue, today: today) }
    }
    #expect(throws: Never.self) { try actual(1, in: "140423").refuse(in: catalogue, today: today) }
    #expect(throws: Fault.self) {
      try actual(1, in: "140423", on: "1900-01-01").refuse(in: catalogue, today: today)
    }
  }

  @Test func aPartIsNoMoreThanItsWhole() throws {
    let today = Field.day("2024-07-01")
    let joined = try #require(catalogue.task("jzf-2023-15/2.2.4"))
    let groups = try #require(joined.targets.first { $0.key == "teleconsultation" })
    let coverage = try #require(task.targets.first { $0.key == "emergency-centres" })
    for (value, isTaken) in [(117 as Decimal, true), (120, false)] {
      let actual = TargetActual(
        .init(joined.id, groups.identity, in: "140000"), value, on: Field.day("2024-06-30"),
        source: "通报")
      let fault = (try? actual.refuse(in: catalogue, today: today)) == nil
      #expect(fault == !isTaken)
    }
    #expect(throws: Never.self) {
      try actual(100, in: "140000", coverage).refuse(in: catalogue, today: today)
    }
    #expect(throws: Fault.self) {
      try actual(101, in: "140000", coverage).refuse(in: catalogue, today: today)
    }
  }

  @Test func anAmountHasNoChineseUnitInEnglish() {
    #expect(hospitals.amount("29", in: .zh) == "29个" && hospitals.amount("29", in: .en) == "29")
  }

  @Test func anActualIsComparedWithItsTarget() throws {
    let desk = GroupAccounts(
      Groups.charter, catalogue, GroupState([]), on: Field.day("2024-12-31"),
      actuals: book([actual(5, in: "140400"), actual(3, in: "140500")]))
    let report = desk.measures()
    let indicator = try #require(report.book.all.first { $0.name.zh == hospitals.metric.zh })
    #expect(TargetMeasure.names(indicator.id))
    #expect(TargetMeasure(indicator.id, in: catalogue)?.task.id == task.id)
    #expect(report.reading(indicator.id, in: "140400", 2024)?.value == 5)
    #expect(report.targets.first { $0.indicator == indicator.id }?.value == 37)
  }
}

/// Targets that are set for places which are named, and for no others.
@Suite struct PlacedTargetTests {
  private let divisions = BundledCatalogue.tables().divisions

  private func target(_ unit: String, _ places: [Division.Code]) -> TaskTarget {
    TaskTarget(metric: Phrase("数", "n"), op: .atLeast, value: 10, unit: unit, places: places)
  }

  @Test func whatIsSetForAPlaceIsAskedOfItAlone() {
    func asked(_ target: TaskTarget, _ place: Division.Code) -> Bool {
      target.isAsked(of: place, in: "140000", by: .eachCity, divisions)
    }
    let one = target("名", ["140400"])
    #expect(asked(one, "140400") && !asked(one, "140100") && !asked(one, "140000"))
    let rate = target("%", ["140400", "140500"])
    #expect(asked(rate, "140400") && asked(rate, "140500") && !asked(rate, "140000"))
    let sum = target("名", ["140400", "140500"])
    #expect(!asked(sum, "140400") && !asked(sum, "140000"))
    #expect(asked(target("名", ["140000"]), "140000") && asked(target("%", []), "140100"))
  }

  @Test func itIsShownWhereThePlaceLies() {
    let one = target("名", ["140423"])
    func concerns(_ place: Division.Code) -> Bool { one.concerns(place, in: "140000", divisions) }
    #expect(concerns("140423") && concerns("140400") && concerns("140000"))
    #expect(!concerns("140100") && !concerns("140425"))
    func shown(_ target: TaskTarget, _ scope: Division.Code) -> Division.Code {
      target.place(lookedAtFrom: scope, in: "140000", divisions)
    }
    #expect(shown(one, "140000") == "140423" && shown(one, "140400") == "140423")
    #expect(shown(one, "140100") == "140100" && shown(target("名", []), "140400") == "140400")
    #expect(shown(target("名", ["140400", "140500"]), "140000") == "140000")
  }
}
