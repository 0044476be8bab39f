import Testing

@testable import Cells

@Suite struct CanvasTests {
  private func canvas(_ columns: Int, _ rows: Int = 1, ambiguous: Int = 1) -> Canvas {
    Canvas(size: Size(columns: columns, rows: rows), ruler: Ruler(ambiguous: ambiguous))
  }

  @Test func putGivesTheColumnsItTook() {
    var screen = canvas(10, 2)
    #expect(screen.put("医改ab", at: Point(x: 1, y: 1)) == 6)
    #expect(screen.text == "\n 医改ab")
    #expect(screen.put("医改台账医改", at: Point(x: 0, y: 0)) == 10)
    #expect(screen.put("x", at: Point(x: 0, y: 2)) == 0)
    #expect(screen.put("x", at: Point(x: 99, y: 0)) == 0)
  }

  @Test func halvesAtTheEdgesBecomeBlank() {
    var screen = canvas(7)
    screen.fill(screen.bounds, with: "#")
    screen.put("医改台", at: Point(x: 0, y: 0), in: Rect(x: 1, y: 0, columns: 4, rows: 1))
    #expect(screen.text == "# 改 ##")
    screen.put("医", at: Point(x: 6, y: 0))
    #expect(screen.text == "# 改 #")
  }

  @Test func drawingOverOneHalfBlanksTheOther() {
    var screen = canvas(6)
    screen.put("医改台", at: Point(x: 0, y: 0))
    screen.put("x", at: Point(x: 2, y: 0))
    #expect(screen.text == "医x 台")
    screen.put("y", at: Point(x: 5, y: 0))
    #expect(screen.text == "医x  y")
    screen.put("改", at: Point(x: 1, y: 0))
    #expect(screen.text == " 改  y")
  }

  @Test func fillingRepeatsWideCharacters() {
    var screen = canvas(5)
    screen.fill(screen.bounds, with: "医")
    #expect(screen.text == "医医")
    var wide = canvas(5, ambiguous: 2)
    wide.fill(wide.bounds, with: "─")
    #expect(wide.text == "──")
  }

  @Test func marksStayOnTheirLetter() {
    var screen = canvas(4)
    #expect(screen.put("e\u{301}\u{323}\u{302}x", at: Point(x: 0, y: 0)) == 2)
    #expect(screen.text.unicodeScalars.map(\.value) == [0x65, 0x301, 0x323, 0x78])
    screen.put("\u{301}z", at: Point(x: 0, y: 0))
    #expect(screen[0, 0].character == "z")
  }

  @Test func controlCharactersNeverGetThrough() {
    var screen = canvas(20)
    screen.put("\u{1B}[2J\u{7}\n\t\u{202E}!\u{9B}", at: Point(x: 0, y: 0))
    #expect(screen.text == "␛[2J␇␊ 〓!〓")
  }

  @Test func rolesAndGroundsAreLetters() {
    var screen = canvas(4)
    screen.put("医", at: Point(x: 1, y: 0), style: Style(.bad, on: .selected))
    #expect(screen.roles == ".rr.")
    #expect(screen.grounds == ".SS.")
    screen.restyle(Rect(x: 0, y: 0, columns: 2, rows: 1)) { $0.on(.bar) }
    #expect(screen.grounds == "bbb.")
  }

  @Test func anEmptyCanvasBearsEverything() {
    var screen = canvas(0, 0)
    screen.put("医", at: Point(x: 0, y: 0))
    screen.fill(Rect(x: -5, y: -5, columns: 50, rows: 50), with: "─")
    screen.restyle(Rect(x: -5, y: -5, columns: 50, rows: 50)) { $0 }
    #expect(screen.text == "")
  }

  @Test(arguments: 1...40) func noHalfIsEverAlone(seed: UInt64) {
    var dice = Dice(state: seed)
    var screen = canvas(13, 3, ambiguous: seed % 2 == 0 ? 2 : 1)
    let texts = ["医改", "a", "“x”", "e\u{301}医\u{301}", "────", "👩‍⚕️医a", "\u{301}", ""]
    for _ in 0..<300 {
      let point = Point(x: dice.roll(20) - 4, y: dice.roll(5) - 1)
      let rect = Rect(
        x: dice.roll(16) - 2, y: dice.roll(5) - 1, columns: dice.roll(9), rows: dice.roll(4))
      let style = Style(Role.allCases[dice.roll(Role.allCases.count)])
      let before = screen
      switch dice.roll(4) {
      case 0: screen.fill(rect, with: ["医", "─", " "][dice.roll(3)], style: style)
      case 1: screen.restyle(rect) { _ in style }
      case 2: screen.put(texts[dice.roll(texts.count)], at: point, style: style)
      default:
        screen.put(texts[dice.roll(texts.count)], at: point, style: style, in: rect)
        expectOutside(rect, of: screen, isAs: before)
      }
      expectWhole(screen)
    }
  }

  /// Beyond the clip nothing changes but halves whose other half was drawn over.
  private func expectOutside(_ rect: Rect, of screen: Canvas, isAs before: Canvas) {
    for y in 0..<screen.size.rows {
      for x in 0..<screen.size.columns where !rect.contains(Point(x: x, y: y)) {
        let (new, old) = (screen[x, y], before[x, y])
        #expect(new == old || new.isBlank && new.style == old.style)
      }
    }
  }

  private func expectWhole(_ screen: Canvas) {
    for y in 0..<screen.size.rows {
      for x in 0..<screen.size.columns {
        let cell = screen[x, y]
        let width = cell.isRightHalf ? 0 : screen.ruler.columns(ofSafe: cell.scalar)
        if width == 2 { #expect(x + 1 < screen.size.columns && screen[x + 1, y].isRightHalf) }
        guard cell.isRightHalf else { continue }
        #expect(x > 0 && screen[x - 1, y].style == cell.style)
        #expect(x > 0 && screen.ruler.columns(ofSafe: screen[x - 1, y].scalar) == 2)
      }
    }
  }
}

/// Numbers that look random and are the same every time.
struct Dice {
  var state: UInt64

  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % sides
  }
}
