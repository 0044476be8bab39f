import Bundle
import Foundation
import Intake
import Reform

/// The reader of documents on 190 kB and on 1.9 MB of odd text, near the most that a document may
/// have: its time must grow no faster.
///
/// Every reading runs in a process of its own, so that its peak memory is its own.
struct DocumentBenchmark {
  let folder: String
  /// Bytes of the smaller text; the larger has ten times as many.
  var size = 190_000

  /// The ratio that none may reach: ten times the text, under ten times the time.
  private static let limit = 10.0

  func run() throws {
    Report.title(
      "Reading documents of \(size) bytes and of ten times as many, work of the processor")
    print("  " + pad("", 34) + cells(["ms", "ms × 10", "ratio", "memory", "× 10", "ratio"]))
    for odd in OddDocument.all { try measure(odd) }
  }

  private func measure(_ odd: OddDocument) throws {
    var found: [(milliseconds: Double, megabytes: Double)] = []
    for size in [size, size * 10] {
      let path = "\(folder)/document"
      try Data(odd.bytes(size)).write(to: URL(fileURLWithPath: path))
      let (one, other) = (try read(path), try read(path))
      found.append((min(one.milliseconds, other.milliseconds), max(one.megabytes, other.megabytes)))
    }
    let time = found[1].milliseconds / max(found[0].milliseconds, 0.001)
    let memory = found[1].megabytes / max(found[0].megabytes, 0.001)
    let mark = time < Self.limit && memory < Self.limit ? "" : "  TOO MUCH"
    let figures = [
      number(found[0].milliseconds), number(found[1].milliseconds), number(time),
      "\(number(found[0].megabytes)) MB", "\(number(found[1].megabytes)) MB", number(memory),
    ]
    print("  " + pad(odd.name, 34) + cells(figures) + mark)
    fflush(nil)
  }

  /// Runs this program once more, to read one file.
  func read(_ path: String) throws -> (milliseconds: Double, megabytes: Double) {
    let reading = Process()
    let output = Pipe()
    reading.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    reading.arguments = ["--read", path]
    reading.standardOutput = output
    try reading.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    reading.waitUntilExit()
    let words = String(decoding: data, as: UTF8.self).split(separator: " ").compactMap {
      Double($0.trimmingCharacters(in: .whitespacesAndNewlines))
    }
    guard words.count == 2 else {
      throw Fault("没有量到读取的时间。", "The reading was not measured.")
    }
    return (words[0], words[1])
  }

  /// What the second process does: reads a file, prints all its work and its peak memory.
  static func readOnce(_ path: String) throws {
    if path.hasSuffix(".csv") {
      try HostileBenchmark.readTable(path)
      return print(worked(), peak())
    }
    let reader = try DocumentReader(
      divisions: BundledCatalogue.whole().divisions, departments: DepartmentNames())
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    _ = try? reader.read(bytes, name: path)
    print(worked(), peak())
  }

  /// The milliseconds that this process has worked since it began, whatever else the machine does.
  private static func worked() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
  }

  /// The most memory that this process has held, in megabytes.
  private static func peak() -> Double {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
    let kilobytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap {
      Double($0)
    }
    return (kilobytes ?? 0) / 1024
  }

  private func number(_ value: Double) -> String { String(format: "%.1f", value) }

  private func pad(_ words: String, _ width: Int) -> String {
    words.padding(toLength: width, withPad: " ", startingAt: 0)
  }

  private func cells(_ words: [String]) -> String {
    words.map { String(repeating: " ", count: max(1, 12 - $0.count)) + $0 }.joined()
  }
}
