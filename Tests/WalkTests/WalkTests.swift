import TestSupport
import Testing

@Suite struct WalkTests {
  @Test("The story is as it was written down", arguments: WalkFile.all())
  func story(_ name: String) throws {
    if let complaint = try WalkFile(named: name).play() { Issue.record("\(complaint)") }
  }

  /// Where a walk goes for good, the number goes down with it.
  @Test func thereAreStories() { #expect(WalkFile.all().count >= 77) }
}
