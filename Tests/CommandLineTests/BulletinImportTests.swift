import Foundation
import TestSupport
import Testing

/// A bulletin comes in as drafts, is filed, and is known again.
@Suite struct BulletinImportTests {
  private let program: Program
  private let path: String

  init() throws {
    program = try Program()
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
    path = tests.appendingPathComponent("Fixtures/bulletins/01-sections.txt").path
  }

  private func achievements(of place: String) throws -> [JSON] {
    let result = try program.run("places", place, "--json", "--today", "2024-01-01")
    #expect(result.code == 0, "\(result.complaint)")
    return try JSON(result.output)["achievements"].items
  }

  @Test func aDryRunShowsFiguresAsPrinted() throws {
    let result = try program.run("import", "document", path, "--dry-run", "--json")
    let facts = try JSON(result.output)["facts"].items
    let figures = facts.flatMap { $0["figures"].items }
    #expect(figures.compactMap { $0["printed"].text }.contains("1260余名"))
    #expect(figures.first { $0["printed"].text == "1.3亿元" }?["unit"].text == "亿元")
    #expect(figures.first { $0["printed"].text == "68.5%" }?["kind"].text == "before")
    #expect(try JSON(result.output)["clauses"].items.isEmpty)
  }

  @Test func whatIsSureIsFiledAndReachesItsPlaces() throws {
    _ = try program.with(.bundled)
    let came = try program.run("import", "document", path, "--accept-sure", "--today", "2024-01-01")
    #expect(came.code == 0 && came.complaint.contains("9 条成效已记入台账"), "\(came.complaint)")
    let county = try achievements(of: "泽州县")
    #expect(county.map { $0["printed"].text } == ["87人"])
    #expect(county[0]["section"].text == "一（一）" && county[0]["value"].number == 87)
    let city = try achievements(of: "晋城").compactMap { $0["printed"].text }
    #expect(city.count == 12 && city.contains("87人") && city.contains("68.5%"))
    // What is there is counted, and nothing comes twice.
    let again = try program.run(
      "import", "document", path, "--accept-sure", "--today", "2024-01-01")
    #expect(again.code == 0 && !again.complaint.contains("待审"), "\(again.complaint)")
    #expect(try achievements(of: "晋城").count == city.count)
    #expect(
      try JSON(program.run("tasks", "--json", "--today", "2024-01-01").output).items.count == 126)
  }

  @Test(.enabled(if: Places.shared != nil, "needs ../shared, which is not there"))
  func theBundledBulletinIsThereAlready() throws {
    _ = try program.with(.bundled)
    let path = try #require(Places.shared) + "/documents/ygxx-2020-11.txt"
    let came = try program.run("import", "document", path, "--today", "2024-01-01")
    #expect(came.complaint.contains("82 条成效、74 个数字都已在台账"), "\(came.complaint)")
    #expect(try achievements(of: "长治").count == 106)
  }

  /// What is held and stands in the clause, though no rule reads it, is no difference.
  @Test(
    .enabled(if: Places.shared != nil, "needs ../shared, which is not there"),
    arguments: [("jyg-2019-1", 0), ("jzf-2023-15", 0), ("jzbf-2021-85", 0), ("yzbf-2019-3", 1)])
  func anImportOfABundledDocumentLeavesLittleToDecide(_ key: String, _ count: Int) throws {
    _ = try program.with(.bundled)
    let path = try #require(Places.shared) + "/documents/\(key).txt"
    let came = try program.run("import", "document", path, "--today", "2024-01-01").complaint
    #expect(came.contains(count == 0 ? "与台账一致" : "\(count) 条待审"), "\(came)")
  }

  @Test func nothingWaitsThatIsSureAndTheRestDoes() throws {
    let ledger = try program.with(.bundled)
    let came = try program.run("import", "document", path, "--today", "2024-01-01")
    #expect(came.complaint.contains("条待审"), "\(came.complaint)")
    #expect(try achievements(of: "晋城").isEmpty)
    #expect(FileManager.default.fileExists(atPath: ledger))
  }
}
