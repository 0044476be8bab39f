import Foundation
import Reform
import TestSupport
import Testing

@Suite struct FigureTests {
  @Test func valuesAreExactToTheLastDigit() {
    let report = Small.report()
    func value(_ place: Division.Code, _ year: Int) -> Decimal? {
      report.reading("share", in: place, year)?.value
    }
    #expect(value("990101", 2022) == 30 && value("990102", 2022) == 20)
    #expect(value("990100", 2022) == 25 && value("990200", 2022) == 30)
    // Computed by hand: 950 ÷ 35 and 590 ÷ 21.
    #expect(
      value("990000", 2022)?.rounded(36) == decimal("27.142857142857142857142857142857142857"))
    #expect(
      value("990100", 2023)?.rounded(36) == decimal("28.095238095238095238095238095238095238"))
    #expect(value("990101", 2023) == 30 && value("990102", 2023) == 26)
    let sum = report.reading("share", in: "990000", 2023)
    #expect(sum?.numerator == 1010 && sum?.denominator == 3500)
    // 1010 ÷ 3500 × 100 = 28.857142… without end: held against it by multiplying back.
    let remainder = (value("990000", 2023) ?? 0) * 3500 - 101_000
    #expect(abs(remainder) < decimal("0.00000000000000000000000000000001"))
  }

  @Test func aSumIsNeverTheMeanOfPercentages() {
    let figures = [Small.figure("990101", 2022, 90, 100), Small.figure("990102", 2022, 100, 1000)]
    let city = Small.report(figures).reading("share", in: "990100", 2022)
    #expect(city?.numerator == 190 && city?.denominator == 1100)
    #expect(city?.value?.rounded(2) == decimal("17.27"))
  }

  @Test func aSumThatLacksPartsSaysWhichOnes() {
    let figures = Small.whole.filter { $0.place != "990102" }
    let report = Small.report(figures)
    let city = report.reading("share", in: "990100", 2022)
    #expect(city?.isComplete == false && city?.missing == ["990102"] && city?.numerator == 300)
    #expect(report.reading("share", in: "990000", 2022)?.missing == ["990102"])
    #expect(report.change("share", in: "990000", 2023) == nil)
    let province = Small.report(figures.filter { $0.place == "990201" })
    #expect(province.reading("share", in: "990000", 2022)?.missing == ["990100"])
    #expect(province.reading("share", in: "990100", 2022) == nil)
  }

  @Test func anEnteredFigureWinsAndShowsTheDifferenceFromTheSum() {
    let own = Small.figure("990100", 2022, 510, 2000, flags: .estimated)
    let reading = Small.report(Small.whole + [own]).reading("share", in: "990100", 2022)
    #expect(reading?.value == decimal("25.5") && reading?.flags == .estimated)
    #expect(reading?.sum?.value == 25)
    #expect(reading?.difference.map { $0 == (10, 0) } == true)
    #expect(
      Small.report(Small.whole + [own]).reading("share", in: "990000", 2022)?.numerator == 960)
    let same = Small.figure("990100", 2022, 500, 2000)
    #expect(
      Small.report(Small.whole + [same]).reading("share", in: "990100", 2022)?.difference == nil)
  }

  @Test func aStatedValueHasNoPartsToAdd() {
    let stated = Figure("share", in: "990102", .year(2022), stated: 21)
    let figures = Small.whole.filter { $0.place != "990102" } + [stated]
    let report = Small.report(figures)
    #expect(report.reading("share", in: "990102", 2022)?.value == 21)
    #expect(report.reading("share", in: "990100", 2022)?.missing == ["990102"])
  }

  @Test func amountsAreAddedAndNothingIsOverZero() {
    let figures = ["990101", "990102"].map { Small.figure($0, 2022, 3, of: "amount") }
    let city = Small.report(figures).reading("amount", in: "990100", 2022)
    #expect(city?.value == 6 && city?.denominator == nil)
    let none = Small.report([Small.figure("990101", 2022, 0, 0)])
    #expect(none.reading("share", in: "990101", 2022)?.value == nil)
  }

  @Test func partsOfYearsAndUnknownPlacesAreLeftOut() {
    let half = Figure("share", in: "990101", .half(2022, 1), numerator: 1, denominator: 2)
    let elsewhere = Small.figure("110000", 2022, 1, 2)
    #expect(Small.report([half, elsewhere]).figures.years == nil)
  }

  @Test func numbersAreRoundedForShowingHalfAwayFromZero() {
    for (number, digits, shown) in [
      ("0.125", 2, "0.13"), ("-0.125", 2, "-0.13"), ("2.5", 0, "3"), ("-2.5", 0, "-3"),
      ("1234.5", 2, "1234.50"), ("0.004", 2, "0.00"), ("-0.004", 2, "0.00"),
      ("99.995", 2, "100.00"),
    ] { #expect(decimal(number).shown(digits) == shown, "\(number)") }
    #expect(
      decimal("1234567.50").plain == "1,234,567.5" || decimal("1234567.50").plain == "1,234,567.50")
    #expect(decimal("999").plain == "999" && decimal("-1000").plain == "-1,000")
  }

  @Test(arguments: [
    "", "-", ".5", "5.", "1.2.3", "1e5", "１２", "12abc", "--1", "1-2", " 1", "1,000",
    "12345678901234567890x", "1234567890123456789-0",
  ])
  func whatIsNoPlainNumberIsRefused(text: String) { #expect(Decimal(sent: text) == nil) }

  @Test func plainNumbersComeBackAsTheyWereWritten() {
    var dice = Dice(seed: 7)
    for _ in 0..<2000 {
      let number = Decimal(dice.roll(1_000_000_000)) / Decimal(dice.roll(2) == 0 ? 1 : 1000)
      let signed = dice.roll(2) == 0 ? number : -number
      #expect(Decimal(sent: signed.description) == signed)
    }
    #expect(Decimal(sent: "-0") == 0 && Decimal(sent: "-0.00")?.isNaN == false)
    #expect(Decimal(sent: "12345678901234567890.5")?.description == "12345678901234567890.5")
  }

  @Test func columnsAreNamedAsSpreadsheetsDo() {
    #expect([1, 26, 27, 52, 703].map(SourcePlace.letters) == ["A", "Z", "AA", "AZ", "AAA"])
    #expect(SourcePlace(row: 12, column: 3).cell == "C12" && SourcePlace(row: 1).cell == nil)
  }

  @Test func flagsKeepTheirNames() {
    let flags: FigureFlags = [.madeUp, .breakInSeries]
    #expect(flags.keys == ["break", "made-up"] && FigureFlags(keys: flags.keys) == flags)
  }
}
