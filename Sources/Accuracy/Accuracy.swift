import Bundle
import Foundation
import Intake
import Reform

/// Prints how well documents are read, held against answers written by hand.
///
/// `Accuracy [--misses] [--json FILE | --time FILE] [folder of answers…]`
@main
struct Accuracy {
  static func main() throws {
    do {
      try run()
    } catch let fault as Fault {
      FileHandle.standardError.write(Data((fault.message.zh + "\n").utf8))
      exit(fault.exitCode)
    }
  }

  private static func run() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    let showsMisses = arguments.contains("--misses")
    arguments.removeAll { $0 == "--misses" }
    let reader = try reader()
    if arguments.first == "--json" || arguments.first == "--time", arguments.count > 1 {
      let file = try bytes(arguments[1])
      let start = ContinuousClock.now
      let reading = try reader.read(file, name: arguments[1])
      if arguments.first == "--time" {
        print(ContinuousClock.now - start, reading.clauses.count)
        return
      }
      FileHandle.standardOutput.write(Data(try reading.json()))
      return
    }
    let folders =
      arguments.isEmpty
      ? ["", "/own", "/cases", "/shapes"].map { "Tests/Answers" + $0 } : arguments
    var all: [String: Score] = [:]
    var losses = (told: 0, untold: 0)
    for folder in folders { try run(folder, reader, showsMisses, into: &all, &losses) }
    print(line("all", all))
    print("units lost with a finding: \(losses.told); without: \(losses.untold)")
  }

  private static func run(
    _ folder: String, _ reader: DocumentReader, _ showsMisses: Bool,
    into all: inout [String: Score], _ losses: inout (told: Int, untold: Int)
  ) throws {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names.sorted() where name.hasSuffix(".json") {
      let key = String(name.dropLast(5))
      guard let path = document(key, in: folder) else { continue }
      let answer = try JSONDecoder().decode(
        Answer.self, from: Data(try bytes("\(folder)/\(name)")))
      do {
        let scores = Scores(try reader.read(try bytes(path), name: key), answer)
        losses.told += scores.told
        losses.untold += scores.untold
        print(line(key, scores.byField))
        for name in scores.silent { print("lost without a finding: \(name)") }
        for field in Scores.fields where showsMisses {
          for miss in scores.byField[field]?.misses ?? [] { print("\(field)\(miss)") }
        }
        for (field, score) in scores.byField { all[field] = (all[field] ?? Score()) + score }
      } catch let fault as Fault {
        print("\(key): \(fault.message.zh)")
        losses.told += answer.clauses.reduce(0) { $0 + ($1.departments?.count ?? 0) }
        for (field, score) in Scores(refused: answer).byField {
          all[field] = (all[field] ?? Score()) + score
        }
      }
    }
  }

  private static func document(_ key: String, in folder: String) -> String? {
    let places = [
      "\(folder)/\(key)", "../shared/documents/\(key)",
    ]
    for place in places {
      for ending in ["txt", "docx", "html"]
      where FileManager.default.fileExists(
        atPath: "\(place).\(ending)")
      {
        return "\(place).\(ending)"
      }
    }
    return nil
  }

  private static func line(_ key: String, _ scores: [String: Score]) -> String {
    let cells = Scores.fields.map { field in
      let score = scores[field] ?? Score()
      let part =
        "\(percent(score.recall))/\(percent(score.precision)) \(score.right)/\(score.wanted)"
      return "\(field) \(part)".padding(toLength: 27, withPad: " ", startingAt: 0)
    }
    return key.padding(toLength: 16, withPad: " ", startingAt: 0) + cells.joined()
  }

  private static func percent(_ share: Double) -> String {
    String(format: "%.1f", share * 100)
  }

  private static func reader() throws -> DocumentReader {
    let paths = [
      "Resources/divisions.csv", "../shared/data/regions.csv",
    ]
    let found = paths.first { FileManager.default.fileExists(atPath: $0) }
    let divisions = ReferenceTables.divisions(try found.map(bytes) ?? [])
    let book = (try? bytes("Resources/departments.csv")).map(ReferenceTables.departments)
    return DocumentReader(divisions: divisions, departments: book ?? DepartmentNames())
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }
}
