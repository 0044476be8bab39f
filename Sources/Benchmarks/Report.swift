import Foundation

/// Times work by a clock that only goes forward.
enum Stopwatch {
  /// The median of some runs, in milliseconds.
  static func median(of runs: Int, _ work: () throws -> Void) rethrows -> Double {
    var times: [Double] = []
    for _ in 0..<runs {
      times.append(try ContinuousClock().measure(work) / .milliseconds(1))
    }
    return times.sorted()[times.count / 2]
  }
}

/// A table on standard output.
enum Report {
  static func title(_ words: String) { print("\n" + words) }

  static func row(_ name: String, _ times: [Double]) {
    let cells = times.map { String(format: "%12.3f", $0) }.joined()
    print("  " + name.padding(toLength: 44, withPad: " ", startingAt: 0) + cells)
  }

  static func head(_ columns: [String]) {
    let cells = columns.map { String(repeating: " ", count: max(0, 12 - $0.count)) + $0 }.joined()
    print("  " + "milliseconds".padding(toLength: 44, withPad: " ", startingAt: 0) + cells)
  }

  /// Shows on standard error how far a long work has got.
  static func progress(_ words: String) {
    FileHandle.standardError.write(Data("\r\(words)\u{1B}[K".utf8))
  }
}
