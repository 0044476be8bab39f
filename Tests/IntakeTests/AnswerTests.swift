import Bundle
import Foundation
import Reform
import Testing

@testable import Accuracy
@testable import Intake

/// Made-up documents of many styles, held against answers written by hand.
struct AnswerTests {
  /// `own/articles`: the folder and the document.
  static let keys: [String] = ["own", "cases", "shapes"].flatMap { folder in
    let path = Sample.root.appendingPathComponent("Tests/Answers/\(folder)").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(".json") }.map { "\(folder)/\($0.dropLast(5))" }.sorted()
  }

  /// As the program reads: with the departments that the catalogue knows.
  private static let reader = DocumentReader(
    divisions: Sample.divisions,
    departments: DepartmentNames(BundledCatalogue.tables().departments))

  @Test(arguments: keys) func ownDocumentIsReadWhole(_ key: String) throws {
    let folder = Sample.root.appendingPathComponent("Tests/Answers")
    let answer = try JSONDecoder().decode(
      Answer.self, from: Data(contentsOf: folder.appendingPathComponent("\(key).json")))
    let ending = try #require(
      ["txt", "docx", "html"].first { ending in
        FileManager.default.fileExists(
          atPath: folder.appendingPathComponent("\(key).\(ending)").path)
      })
    let data = try Data(contentsOf: folder.appendingPathComponent("\(key).\(ending)"))
    let scores = Scores(try Self.reader.read([UInt8](data), name: key), answer)
    for field in Scores.fields { #expect(scores.byField[field]?.misses ?? [] == []) }
    #expect(scores.silent == [])
  }

  @Test(
    .enabled(if: Sample.hasDocuments, "the official documents are not at hand"),
    arguments: ["jyg-2019-1", "jzbf-2021-85", "jzf-2023-15", "yzbf-2019-3"])
  func evidencePointsAtTheWords(_ key: String) throws {
    let bytes = try Sample.document(key)
    let reading = try Sample.reader.read(bytes, name: key)
    for clause in reading.clauses {
      let text = Array(clause.text.unicodeScalars)
      for unit in clause.departments {
        let words = text[unit.evidence.start..<unit.evidence.end].filter { $0 != " " }
        #expect(String(String.UnicodeScalarView(words)).hasPrefix(unit.value.name))
      }
      for deadline in clause.deadlines {
        let words = text[deadline.evidence.start..<deadline.evidence.end].filter { $0 != " " }
        #expect(String(String.UnicodeScalarView(words)) == deadline.value.words)
      }
    }
  }

  @Test(
    .enabled(if: Sample.hasDocuments, "the official documents are not at hand"),
    arguments: [
      ("jyg-2019-1", (1...17).map { "\($0)" } + (1...20).map { "annex-\($0)" }),
      ("jzbf-2021-85", (1...9).map { "\($0)" }),
      ("yzbf-2019-3", (1...38).map { "\($0)" }),
      (
        "jzf-2023-15",
        [(1, 7), (2, 7), (3, 3), (4, 3), (5, 6)].flatMap { section, count in
          (1...count).map { "2.\(section).\($0)" }
        }
          + ["3.1", "3.2", "3.3"]
      ),
    ])
  func everyClauseIsFoundAndNoneInvented(_ key: String, _ paths: [String]) throws {
    let bytes = try Sample.document(key)
    #expect(try Sample.reader.read(bytes, name: key).clauses.map(\.path) == paths)
  }

  @Test(.enabled(if: Sample.hasDocuments, "the official documents are not at hand"))
  func aClauseThatBreaksOffIsMarkedAndNotCompleted() throws {
    let bytes = try Sample.document("jzbf-2021-85")
    let reading = try Sample.reader.read(bytes, name: "jzbf")
    #expect(reading.clauses.map(\.isTruncated) == Array(repeating: false, count: 8) + [true])
    #expect(reading.clauses[8].departments.isEmpty)
    #expect(reading.findings.map(\.check) == ["clause-truncated"])
  }

  @Test(.enabled(if: Sample.hasDocuments, "the official documents are not at hand"))
  func aBulletinSetsNoTasks() throws {
    let bytes = try Sample.document("ygxx-2020-11")
    let reading = try Sample.reader.read(bytes, name: "ygxx")
    #expect(reading.head.kind == .bulletin)
    #expect(reading.clauses.isEmpty)
  }
}
