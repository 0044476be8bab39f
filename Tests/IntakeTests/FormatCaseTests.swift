import Foundation
import Reform
import Testing

@testable import Intake

/// Documents in the forms in which they go round, each with its right reading.
struct FormatCaseTests {
  private func read(_ name: String) throws -> DocumentReading {
    let url = Sample.root.appendingPathComponent("Tests/Fixtures/formats/\(name)")
    return try Sample.reader.read([UInt8](Data(contentsOf: url)), name: name)
  }

  private func units(_ clause: ClauseDraft) -> [String] { clause.departments.map(\.value.name) }

  private func dues(_ reading: DocumentReading) -> [[String]] {
    reading.clauses.map { $0.deadlines.map { $0.value.due?.description ?? "" } }
  }

  private static let named = [
    ["市卫生健康委", "市委编办", "市财政局"], ["市卫生健康委", "市医保局"], ["市医保局"], ["市医保局", "市财政局"],
  ]

  @Test(arguments: [
    "23-kangxi-radicals.txt", "25-layout-table.html", "29-latin-o.txt", "31-page-without-html.html",
  ])
  func fourClausesAreRead(_ name: String) throws {
    let reading = try read(name)
    #expect(reading.clauses.count == 4)
    #expect(reading.clauses.map(units) == Self.named)
    #expect(dues(reading) == [["2023-06-30"], ["2023-12-31"], ["2024-12-31"], ["2024-03-31"]])
    #expect(reading.head.issued == Day(2023, 6, 12))
    #expect(reading.head.number == "长政办发〔2023〕8号")
  }

  @Test func deadlinesInDigitsAreRead() throws {
    let reading = try read("24-deadlines-in-digits.txt")
    #expect(dues(reading) == [["2023-06-30"], ["2023-12-31"], ["2024-12-31"], ["2024-03-31"]])
  }

  @Test func radicalsAreFoldedBeforeAnythingElse() throws {
    let reading = try read("p5.txt")
    #expect(reading.clauses.map(\.path) == ["1", "2", "3", "4"])
    #expect(reading.clauses.map(units) == [["市卫生健康委", "市发展改革委"], ["市财政局"], ["市人社局"], ["市司法局"]])
  }

  @Test func aPageInOneCellReadsLikeItsText() throws {
    let reading = try read("p2.html")
    #expect(reading.clauses.map(\.path) == ["1", "2"])
    #expect(reading.clauses.map(units) == [["市教育局"], ["市财政局"]])
    #expect(reading.head.number == "某政办发〔2025〕1号")
  }
}
