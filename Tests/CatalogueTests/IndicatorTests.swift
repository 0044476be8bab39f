import Bundle
import Foundation
import Intake
import Reform
import TestSupport
import Testing

@Suite struct IndicatorTests {
  private let book = BundledCatalogue.indicators()
  private let catalogue: Catalogue

  init() throws { catalogue = try BundledCatalogue.whole() }

  @Test func noRowOfTheTablesIsLost() throws {
    func count(_ name: String) throws -> Int {
      CSVReader(try #require(Resource.named(name)).bytes).records().count
    }
    #expect(try book.all.count == count("indicators.csv"))
    #expect(try book.targets.count == count("targets.csv"))
    #expect(try book.benchmarks.count == count("benchmarks.csv"))
    #expect(Set(book.all.map(\.id)).count == book.all.count)
  }

  @Test func theFourComeFirstAsTheDocumentPrintsThem() {
    let four = book.all.prefix(4)
    #expect(book.monitored.map(\.id) == four.map(\.id))
    #expect(four.compactMap { $0.source?.key } == (1...4).map { "jyg-2019-1/2.\($0)" })
    #expect(four.map(\.departments) == [["省卫健委"], ["省卫健委"], ["省医保局"], ["省卫健委"]])
    #expect(four.allSatisfy { $0.collector == "省医改办" && $0.due == YearDay(month: 2) })
    #expect(four.allSatisfy { $0.factor == 100 && $0.unit == .percent && $0.kind == .share })
    #expect(four.map(\.direction) == [.up, .up, .up, .up])
    #expect(four.map(\.isDefinitionPrinted) == [true, true, false, true])
    for word in ["药品", "耗材", "检查", "化验"] { #expect(four[0].definition.zh.contains(word)) }
    #expect(four[0].dueDay(for: .year(2023)) == Day("2024-02-29"))
  }

  @Test func everyClauseAndDepartmentIsThere() throws {
    let known = Set(catalogue.departments.flatMap { $0.forms + [$0.name] })
    for indicator in book.all {
      #expect(Set(indicator.departments).isSubset(of: known), "\(indicator.id)")
      let source = try #require(indicator.source)
      guard source.document != "jyg-2019-1" else { continue }
      let clause = catalogue.clauses[source.document]?.first {
        $0.path == source.clause
      }
      #expect(clause?.place == source.place, "\(indicator.id)")
      let tasks = catalogue.tasks(moving: indicator.id)
      #expect(tasks.contains { $0.clause == source.clause }, "\(indicator.id)")
      let printed = tasks.first { $0.clause == source.clause }?.departments.map(\.name)
      #expect(printed == indicator.departments, "\(indicator.id)")
    }
  }

  /// A limit says what the target of its task says.
  @Test func limitsAreThoseOfTheTasks() {
    for target in book.targets {
      guard case .document(let clause) = target.origin else { continue }
      let printed = catalogue.tasks.filter {
        $0.document == clause.document && $0.clause == clause.clause
      }.flatMap(\.targets)
      #expect(
        printed.contains { $0.op == target.op && $0.value == target.value },
        "\(target.indicator) \(target.value)")
      #expect(catalogue.document(clause.document)?.region == target.region)
    }
    let posts = book.targets(of: "posts-filled", in: "140802", catalogue.divisions)
    #expect(posts.map(\.value) == [85] && posts.map(\.op) == [.atLeast])
    #expect(book.targets(of: "posts-filled", in: "140105", catalogue.divisions).isEmpty)
    #expect(book.targets(of: "performance-pay-ratio", in: "140802", catalogue.divisions).count == 1)
  }

  @Test func wordsAreInBothLanguages() {
    for indicator in book.all {
      let phrases = [
        indicator.name, indicator.short, indicator.definition, indicator.numerator.name,
        indicator.denominator?.name ?? indicator.name, indicator.formula,
      ]
      for phrase in phrases {
        #expect(!phrase.zh.isEmpty && !phrase.en.isEmpty && !phrase.en.contains(where: isHan))
      }
      #expect((indicator.denominator == nil) == (indicator.kind == .amount))
      #expect(indicator.short.zh.count <= 8, "\(indicator.short.zh)")
    }
    for benchmark in book.benchmarks {
      #expect(book[benchmark.indicator] != nil && benchmark.address.hasPrefix("http"))
      #expect(!benchmark.region.en.contains(where: isHan) && !benchmark.source.isEmpty)
    }
  }

  @Test func indicatorsAreFoundByCodeAndName() {
    #expect(book.find("药占比")?.id == "drug-share")
    #expect(book.find("Drug share")?.id == "drug-share" && book.find("nope") == nil)
  }

  @Test(.enabled(if: Places.shared != nil, "needs ../shared, which is not there"))
  func benchmarksAndPopulationsAreThoseThatWereCollected() throws {
    let folder = try #require(Places.shared) + "/data"
    func records(_ name: String) throws -> [CSVReader.Record] {
      CSVReader(try #require(FileManager.default.contents(atPath: "\(folder)/\(name)"))).records()
    }
    let rows = try records("benchmarks.csv")
    #expect(rows.count == book.benchmarks.count)
    for (row, benchmark) in zip(rows, book.benchmarks) {
      #expect(row["region"] == benchmark.region.zh && Int(row["year"]) == benchmark.year)
      #expect(Decimal(sent: row["value"]) == benchmark.value)
      #expect(row["source_title"] == benchmark.source)
      #expect(row["quote_of_number_context"].hasPrefix("derived") == benchmark.isDerived)
      #expect(row["source_url_or_publication"].contains(benchmark.address))
    }
    for row in try records("population2020.csv") {
      #expect(catalogue.divisions[row["code"]]?.population == Int(row["population_2020"]))
    }
    for row in try records("tilegrid.csv") {
      let tile = catalogue.divisions[row["code"]]?.tile
      #expect(tile.map { "\($0.row),\($0.column)" } == row["row"] + "," + row["col"])
    }
  }

  /// Directions that documents give, by the clause that gives them; all others have none.
  @Test func everyDirectionHasItsClause() throws {
    let catalogue = try BundledCatalogue.whole()
    let found = BundledCatalogue.indicators().all.compactMap { indicator -> String? in
      guard let direction = indicator.direction else { return nil }
      return "\(indicator.id) \(direction) \(indicator.directionSource?.key ?? "")"
    }
    #expect(
      Set(found) == [
        "medical-service-share up jyg-2019-1/11", "personnel-share up jyg-2019-1/11",
        "in-county-admission up yzbf-2019-3/9", "primary-visit-share up jzf-2023-15/2.5.2",
        "advanced-surgery-share up yzbf-2019-3/9", "out-of-county-referral down yzbf-2019-3/9",
        "in-county-visit up yzbf-2019-3/19", "contract-rate up yzbf-2019-3/24",
        "self-paid-share down yzbf-2019-3/27", "public-satisfaction up yzbf-2019-3/29",
        "teleconsultation-groups up jzf-2023-15/2.2.4",
        "standard-institutions up jzf-2023-15/2.4.3", "primary-fund-share up jzf-2023-15/2.5.2",
        "hospital-connection up jzf-2023-15/2.5.5",
      ])
    for indicator in BundledCatalogue.indicators().all {
      guard let source = indicator.directionSource else { continue }
      let clause = catalogue.clauses[source.document]?.first { $0.path == source.clause }
      #expect(clause?.place.zh == source.place.zh, "\(indicator.id)")
    }
  }
}
