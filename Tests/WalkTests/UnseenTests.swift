import Cells
import Reform
import Testing

/// The screen and the streams take the same signs for unseen.
struct UnseenTests {
  @Test func bothTakeTheSameSignsForUnseen() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), scalar.isUnseen, value != 9 else { continue }
      guard Glyphs.safe(scalar) == scalar || Glyphs.safe(scalar) == nil else { continue }
      Issue.record("U+\(String(value, radix: 16)) would reach the screen or vanish from it")
    }
  }

  @Test func aHeapOfMarksIsTwoOnTheScreen() {
    var screen = Canvas(size: Size(columns: 10, rows: 1))
    let heap = "a" + String(repeating: "\u{301}", count: 1000)
    screen.put(heap + "b\u{3164}c\u{61C}\u{200B}", at: Point(x: 0, y: 0))
    #expect(Array(screen.text.unicodeScalars) == Array("a\u{301}\u{301}b〓c〓〓".unicodeScalars))
  }
}
