import Foundation
import Papers
import TestSupport
import Testing

/// Writing workbooks leaves the streams of the program as they were.
@Suite struct StreamTests {
  private static func complaints() -> [UInt64] {
    var found = stat()
    return fstat(STDERR_FILENO, &found) == 0 ? [UInt64(found.st_dev), UInt64(found.st_ino)] : []
  }

  /// What standard error leads to; while another test writes a workbook that is nowhere.
  private static func settled(_ expected: [UInt64]) -> Bool {
    for _ in 0..<1_000_000 {
      if complaints() == expected { return true }
      sched_yield()
    }
    return false
  }

  @Test func standardErrorSurvivesWorkbooksThatAreWrittenAtOnce() async throws {
    var nowhere = stat()
    stat("/dev/null", &nowhere)
    let null = [UInt64(nowhere.st_dev), UInt64(nowhere.st_ino)]
    var before = Self.complaints()
    for _ in 0..<1_000_000 where before == null {
      sched_yield()
      before = Self.complaints()
    }
    let scratch = try Scratch()
    let book = WorkbookSpec(title: "", sheets: [PaperSheet("1")])
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<8 {
        let path = scratch.file("\(writer).xlsx")
        group.addTask { for _ in 0..<20 { try XLSXWriter.write(book, to: path) } }
      }
      try await group.waitForAll()
    }
    #expect(Self.settled(before))
  }
}
