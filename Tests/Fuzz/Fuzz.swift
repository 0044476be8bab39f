import CCoverage
import Foundation
import TestSupport

/// Tries inputs of chance on everything that reads: `Fuzz document --minutes 5 --seed 3`.
///
/// Built to tell which ways it goes (`make fuzz-guided`), it goes on from the inputs that went new ones;
/// `--keep FOLDER` writes the small ones of them.
/// Each input lies in a file before it is tried, so that one that stops the program is still there.
/// Anything but a reading or a sentence is a finding: a trap, more than twenty seconds of a processor
/// for an input, a screen that cannot be.
@main
enum Fuzz {
  /// In seconds of a processor, for the machine may be busy; by the clock it is ten minutes.
  private static let patience = 20

  static func main() throws {
    let words = CommandLine.arguments.dropFirst()
    func text(_ name: String) -> String? {
      guard let at = words.firstIndex(of: name), at + 1 < words.endIndex else { return nil }
      return words[at + 1]
    }
    func number(_ name: String, else value: Double) -> Double {
      text(name).flatMap { Double($0) } ?? value
    }
    let seed = UInt64(number("--seed", else: 1))
    if words.first == "hours" {
      return try LongRun().run(keys: Int(number("--keys", else: 57_600)), seed: seed)
    }
    if words.first == "sharing" {
      let seeds = UInt64(number("--seeds", else: 100))
      return try sharing(seed..<seed + seeds, steps: Int(number("--steps", else: 200)))
    }
    guard let name = words.first, let target = try FuzzTarget(named: name) else {
      print(
        "usage: Fuzz \(FuzzTarget.names.joined(separator: "|"))|hours|sharing [--minutes M] [--seed N]"
      )
      exit(2)
    }
    try run(target, minutes: number("--minutes", else: 0.5), seed: seed, keep: text("--keep"))
  }

  /// Plays random offices against each other, by one seed after another.
  private static func sharing(_ seeds: Range<UInt64>, steps: Int) throws {
    let start = ContinuousClock.now
    var sum = SharingReplay.Counts()
    for seed in seeds {
      do {
        let counts = try SharingReplay(seed).run(steps: steps)
        sum.entered += counts.entered
        sum.exchanged += counts.exchanged
        sum.broken += counts.broken
        sum.restored += counts.restored
        sum.copied += counts.copied
      } catch {
        print("sharing: seed \(seed): \(error)")
        exit(1)
      }
    }
    print(
      "sharing: \(seeds.count) seeds of \(steps) steps, all the same in the end, \(sum), "
        + "\(start.duration(to: .now))")
  }

  /// The largest input that is kept as a file, in bytes.
  private static let small = 3_000

  private static func run(
    _ target: FuzzTarget, minutes: Double, seed: UInt64, keep folder: String?
  ) throws {
    let path = target.scratch.file("input")
    let corpus = try target.corpus()
    print("\(target.name): \(corpus.count) inputs to begin with; the one at work is \(path)")
    fflush(nil)
    var mutation = Mutation(corpus, seed: seed)
    let end = ContinuousClock.now.advanced(by: .seconds(minutes * 60))
    var (tried, read, slowest, ways, kept) = (0, 0, Duration.zero, 0, 0)
    for input in corpus {
      read += try attempt(input, target, path) ? 1 : 0
      tried += 1
    }
    ways += coverage_fresh()
    let first = ways
    while ContinuousClock.now < end {
      let input = mutation.next()
      let start = ContinuousClock.now
      read += try attempt(input, target, path) ? 1 : 0
      let took = start.duration(to: .now)
      if took > slowest {
        slowest = took
        try Data(input).write(to: URL(fileURLWithPath: target.scratch.file("slowest")))
      }
      tried += 1
      let fresh = coverage_fresh()
      guard fresh > 0 else { continue }
      ways += fresh
      kept += 1
      mutation.keep(input)
      guard let folder, input.count <= small else { continue }
      try Data(input).write(to: URL(fileURLWithPath: "\(folder)/\(seed)-\(kept)"))
    }
    let guided =
      coverage_all() > 0
      ? "\(first) ways gone by those to begin with, \(ways) in the end, by \(kept) more inputs"
      : "by chance alone"
    print("\(target.name): \(tried) inputs, \(read) of them read, slowest \(slowest); \(guided)")
  }

  /// Lets the process be ended after so many seconds of a processor; 0 takes that back.
  private static func limit(to seconds: Int) {
    var timer = itimerval()
    timer.it_value.tv_sec = seconds
    setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil)
    alarm(UInt32(seconds * 30))
  }

  /// Whether it was read; a refusal is none, and anything else ends the program.
  private static func attempt(_ input: [UInt8], _ target: FuzzTarget, _ path: String) throws -> Bool
  {
    try Data(input).write(to: URL(fileURLWithPath: path))
    limit(to: patience)
    defer { limit(to: 0) }
    do {
      try target.attempt(input)
      return true
    } catch let finding as TestFailure {
      throw finding
    } catch {
      return false
    }
  }
}
