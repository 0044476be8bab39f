import Foundation

/// What is measured: frames, keys, starts, and how a ledger grows to that of a whole country.
///
///     Benchmarks [--entries 5000000] [--keep FILE]
///     Benchmarks --national ENTRIES [--keep FILE] [--chart FILE]
///     Benchmarks --national-keys FILE
///     Benchmarks --show FILE
///     Benchmarks --documents [BYTES]
///     Benchmarks --hostile
///     Benchmarks --keys
///     Benchmarks --reads
///     Benchmarks --writers
///     Benchmarks --papers
///     Benchmarks --sharing SERVICE push|pull|look COUNT
///     Benchmarks --sharing SERVICE offices COUNT [SECONDS]
///     Benchmarks --sharing SERVICE month COUNT OTHER
///     Benchmarks --sharing SERVICE join
@main
struct Benchmarks {
  static func main() throws {
    var (entries, keep, chart) = (500_000, String?.none, String?.none)
    var words = CommandLine.arguments.dropFirst()
    if words.first == "--read" { return try readDocument(Array(words)) }
    if words.first == "--show", let path = words.dropFirst().first {
      return try NationalDashboard(path: path).run()
    }
    let isNationalOnly = words.first == "--national"
    if isNationalOnly { words[words.startIndex] = "--entries" }
    if words.first == "--documents" {
      let size = words.dropFirst().first.flatMap { Int($0) } ?? 190_000
      return try inFolder { try DocumentBenchmark(folder: $0, size: size).run() }
    }
    if words.first == "--hostile" {
      return try inFolder { try HostileBenchmark(folder: $0).run() }
    }
    if words.first == "--reads" { return try inFolder { try KeyBenchmark(folder: $0).runReads() } }
    if words.first == "--writers" {
      return try inFolder { try KeyBenchmark(folder: $0).runWriters() }
    }
    if words.first == "--sharing", let service = words.dropFirst().first {
      let words = Array(words.dropFirst(2))
      return try inFolder {
        try SharingBenchmark(service: service, folder: $0).run(words)
      }
    }
    if words.first == "--papers" { return try inFolder { try PaperBenchmark(folder: $0).run() } }
    if words.first == "--national-keys", let path = words.dropFirst().first {
      return try NationalBenchmark(path: path).runKeys()
    }
    if words.first == "--keys" { return try judge(inFolder { try KeyBenchmark(folder: $0).run() }) }
    while let word = words.popFirst() {
      switch (word, words.popFirst()) {
      case ("--entries", let value?) where Int(value) != nil: entries = Int(value) ?? entries
      case ("--keep", let value?): keep = value
      case ("--chart", let value?): chart = value
      default:
        print("Benchmarks [--entries 5000000] [--keep FILE]")
        exit(2)
      }
    }
    let slow = try inFolder { folder -> [String] in
      let national = NationalBenchmark(
        path: keep ?? folder + "/national.sqlite", chart: chart)
      if isNationalOnly {
        try national.run(entries: entries)
        return []
      }
      let slow = try KeyBenchmark(folder: folder).run()
      try KeyBenchmark(folder: folder).runReads()
      try KeyBenchmark(folder: folder).runWriters()
      try SampleBenchmark(folder: folder).run()
      try PaperBenchmark(folder: folder).run()
      try FigureBenchmark(folder: folder).run()
      try ImportBenchmark(folder: folder).run()
      try DocumentBenchmark(folder: folder).run()
      try HostileBenchmark(folder: folder).run()
      if entries > 0 { try national.run(entries: entries) }
      return slow
    }
    judge(slow)
  }

  /// Says where a key takes longer than it may, and ends with an error then.
  private static func judge(_ slow: [String]) {
    guard !slow.isEmpty else { return }
    print(
      "\nA key takes more than \(KeyBenchmark.most) milliseconds: "
        + slow.joined(separator: "; "))
    exit(1)
  }

  private static func inFolder<Result>(_ work: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.path + "/yigai-bench-\(getpid())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try work(folder)
  }

  private static func readDocument(_ words: [String]) throws {
    guard words.count == 2 else { exit(2) }
    try DocumentBenchmark.readOnce(words[1])
  }
}
