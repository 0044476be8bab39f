import TestSupport
import Testing

@Suite struct WalkTests {
  @Test("The story is as it was written down", arguments: WalkFile.all())
  func story(_ walk: WalkFile) throws {
    if let complaint = try walk.play() { Issue.record("\(complaint)") }
  }

  @Test func thereAreStories() { #expect(WalkFile.all().count > 20) }
}
