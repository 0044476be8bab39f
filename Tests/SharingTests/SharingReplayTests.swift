import TestSupport
import Testing

/// Random offices, acts, undos, breaks of the connection, deaths of the program, copies of ledgers and
/// older hubs: when all have synchronised, all ledgers are the same, and nothing is lost.
@Suite struct SharingReplayTests {
  /// Many short ones.
  @Test(arguments: 1...200 as ClosedRange<UInt64>) func allShowTheSame(seed: UInt64) throws {
    _ = try SharingReplay(seed).run(steps: 30)
  }

  /// A few long ones.
  @Test(arguments: [515] as [UInt64]) func allShowTheSameInTheEnd(seed: UInt64) throws {
    let counts = try SharingReplay(seed).run(steps: 2_000)
    #expect(counts.entered > 700 && counts.exchanged > 100, "\(counts)")
    #expect(counts.restored > 20 && counts.copied > 0 && counts.broken > 20, "\(counts)")
  }
}
