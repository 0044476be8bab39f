import Bundle
import Foundation
import Reform

@testable import Intake

/// What the tests of the reader share: the reader itself, and files beside the tests.
enum Sample {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let divisions: Divisions = {
    let data = try? Data(contentsOf: root.appendingPathComponent("Resources/divisions.csv"))
    return ReferenceTables.divisions([UInt8](data ?? Data()))
  }()

  static let reader = DocumentReader(divisions: divisions, departments: DepartmentNames())

  static func read(_ text: String) throws(Fault) -> DocumentReading {
    try reader.read(Array(text.utf8), name: "test.txt")
  }

  /// The same by the places of another province.
  static func read(_ text: String, in province: Division.Code) throws(Fault) -> DocumentReading {
    let divisions = ChinaDivisions.divisions(of: province)
    return try DocumentReader(divisions: divisions, departments: DepartmentNames())
      .read(Array(text.utf8), name: "test.txt")
  }

  /// The only clause of a document made of one sentence.
  static func clause(_ sentence: String) throws(Fault) -> ClauseDraft {
    let head = "云川省卫生健康委员会关于做好工作的通知\n云卫发〔2025〕2号\n2025年1月16日\n"
    return try read(head + "一、" + sentence + "\n").clauses[0]
  }

  /// Units of a note, in words: 省医保局 lead.
  static func units(_ sentence: String) throws(Fault) -> [String] {
    try clause(sentence).departments.map { unit in
      let bureau = unit.value.bureau.map { "(\($0))" } ?? ""
      return "\(unit.value.name)\(bureau) \(unit.value.role.rawValue)"
    }
  }

  private static let documents = root.appendingPathComponent("../shared/documents")

  /// Whether the five official documents lie beside the project; tests of their text are disabled
  /// where they do not.
  static let hasDocuments = FileManager.default.fileExists(atPath: documents.path)

  /// One of the five official documents.
  static func document(_ key: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: documents.appendingPathComponent("\(key).txt")))
  }
}
