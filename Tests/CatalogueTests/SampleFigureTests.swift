import Bundle
import Foundation
import Intake
import Reform
import Testing

@Suite struct SampleFigureTests {
  private static let divisions = BundledCatalogue.tables().divisions
  private static let book = BundledCatalogue.indicators()
  private static let posts = SampleFigures(divisions, book).posts()
  private static let report = IndicatorReport(
    posts.filter { $0.withdrawn == nil }.flatMap(\.batch.figures),
    set: SampleFigures.targets(in: "140000"), book, divisions)

  @Test func everyMakingIsTheSame() {
    let again = SampleFigures(Self.divisions, Self.book).posts()
    #expect(again.map(\.batch) == Self.posts.map(\.batch))
    #expect(Self.posts.map(\.day) == Self.posts.map(\.day).sorted())
  }

  @Test func everythingIsMarkedAsMadeUp() {
    for post in Self.posts {
      #expect(post.who.hasPrefix("示例") && post.batch.kind == .sample)
      #expect(post.batch.figures.allSatisfy { $0.flags.contains(.madeUp) })
    }
    for name in ["bases", "levels", "targets"] {
      let rows = Resource.named("sample/\(name).csv").map { CSVReader($0.bytes).records() } ?? []
      #expect(!rows.isEmpty && rows.allSatisfy { $0["made_up"] == "yes" })
    }
  }

  @Test func everyCountyHasEveryIndicatorInEveryYearButTheOneThatIsMissing() {
    for year in SampleFigures.years {
      for indicator in Self.book.all {
        let reading = Self.report.reading(indicator.id, in: "140000", year)
        #expect(reading?.missing == (year == 2019 ? ["141100"] : []), "\(indicator.id) \(year)")
      }
    }
  }

  @Test func sharesAndCountsArePossible() {
    for post in Self.posts {
      for figure in post.batch.figures {
        let kind = Self.book[figure.indicator]?.kind
        #expect((figure.numerator ?? -1) >= 0)
        if kind != .amount { #expect((figure.denominator ?? 0) > 0) }
        if kind == .share { #expect((figure.numerator ?? 0) <= (figure.denominator ?? 0)) }
      }
    }
  }

  @Test func storiesAreTold() {
    func change(_ place: Division.Code, from: Int = 2018, to: Int = 2023) -> Decimal {
      let values = [from, to].compactMap {
        Self.report.reading("medical-service-share", in: place, $0)?.value
      }
      return values.count == 2 ? values[1] - values[0] : 0
    }
    let cities = Self.divisions.parts(of: "140000").map(\.id)
    #expect(change("140400") > 4 && change("140600") < -2)
    #expect(cities.filter { $0 != "140600" }.allSatisfy { change($0) > change("140600") })
    let broken = Self.report.reading("medical-service-share", in: "140700", 2022)
    #expect(broken?.flags.contains(.breakInSeries) == true)
    #expect(Self.posts.count { $0.withdrawn != nil } == 1)
    #expect(Self.posts.contains { $0.batch.figures.contains { $0.flags.contains(.revised) } })
  }

  @Test func whatRestsOnTheSameBaseHasTheSameDenominator() {
    for county in Self.divisions.all where county.level == .county {
      let readings = ["medical-service-share", "drug-share"].map {
        Self.report.reading($0, in: county.id, 2023)?.denominator
      }
      #expect(readings[0] == readings[1] && readings[0] != nil)
    }
  }
}
