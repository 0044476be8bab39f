import Foundation
import LedgerStore
import Reform
import TestSupport
import Testing

/// Files that may not grow any more, and a disk in memory that is full: what cannot be entered is said,
/// what was acknowledged is there.
@Suite struct FullDiskTests {
  private let program: Program
  private let path: String

  init() throws {
    program = try Program()
    path = try program.with(.bundled)
  }

  private func act(_ number: Int) -> [String] {
    let words =
      number.isMultiple(of: 3)
      ? ["task", "new", "手工第\(number)项", "--level", "province", "--theme", "leadership"]
      : ["mark", "annex-8", "--status", "underway", "--note", "第\(number)次"]
    return words + ["--by", "D\(number)", "--today", "2024-12-06"]
  }

  private func names(_ path: String) throws -> [String] {
    let ledger = try Ledger(at: path, access: .readOnly)
    defer { ledger.close() }
    return try ledger.history(.init(limit: .max, withActuals: true)).sorted { $0.act < $1.act }
      .map(\.who)
  }

  /// Marks and makes tasks again and again; gives those that were acknowledged.
  private func entered(
    _ count: Int, on path: String, through wrapper: (Int) -> [String]
  ) throws -> [String] {
    var acknowledged: [String] = []
    for number in 0..<count {
      let result = try program.run(act(number) + ["--ledger", path], through: wrapper(number))
      if result.code == 0 {
        acknowledged.append("D\(number)")
      } else {
        #expect(result.code == 1 && result.complaint.hasPrefix("yigai: "), "\(result)")
        #expect(result.output.isEmpty)
      }
    }
    return acknowledged
  }

  @Test func filesThatMayNotGrowLoseNothing() throws {
    let acknowledged = try entered(40, on: path) { number in
      // Limits in kilobytes, below and above what the journal and its index need.
      let limit = (number + 1) * 4
      return ["/bin/bash", "-c", "trap '' XFSZ; ulimit -f \(limit); exec \"$0\" \"$@\""]
    }
    #expect(try names(path) == acknowledged)
    #expect(!acknowledged.isEmpty && acknowledged.count < 40)
    #expect(try program.run("check").output.contains("台账完好"))
    // A copy that does not fit is none.
    let copy = program.scratch.file("copy.sqlite")
    let result = try program.run(
      ["backup", "--to", copy],
      through: ["/bin/bash", "-c", "trap '' XFSZ; ulimit -f 80; exec \"$0\" \"$@\""])
    #expect(result.code == 1 && !FileManager.default.fileExists(atPath: copy))
    #expect(result.complaint.contains("磁盘"), "\(result.complaint)")
  }

  /// Where disks in memory can be mounted.
  @Test func aDiskThatIsFullLosesNothing() throws {
    let disk = program.scratch.file("disk")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    let size = try #require(
      FileManager.default.attributesOfItem(atPath: path)[.size] as? Int)
    let mount = ["-t", "tmpfs", "-o", "size=\(size + 200_000)", "tmpfs", disk]
    let mounted = try Program.run(
      mount, in: program.scratch.path, program.environment, program: "/bin/mount")
    guard mounted.code == 0 else {
      return print("skipped: a disk that is full, for none can be mounted here")
    }
    defer {
      _ = try? Program.run(
        [disk], in: program.scratch.path, program.environment, program: "/bin/umount")
    }
    let own = disk + "/ledger.sqlite"
    try FileManager.default.copyItem(atPath: path, toPath: own)
    let acknowledged = try entered(40, on: own) { number in
      // The room that is left shrinks by a page or two at a time.
      _ = FileManager.default.createFile(
        atPath: disk + "/fill-\(number)", contents: Data(repeating: 1, count: 8_192))
      return []
    }
    for number in 0..<40 { unlink(disk + "/fill-\(number)") }
    #expect(try names(own) == acknowledged)
    #expect(!acknowledged.isEmpty && acknowledged.count < 40)
    #expect(try program.run("check", "--ledger", own).output.contains("台账完好"))
  }
}
