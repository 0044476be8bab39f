import CTerminal
import Cells
import Curses
import Glibc
import Testing

@Suite(.serialized) struct WidthTests {
  @Test func everyScalarIsAsWideAsTheLibraryHasIt() {
    #expect(setlocale(LC_CTYPE, "C.UTF-8") != nil)
    let ruler = Ruler()
    var wrong: [String] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let expected = Glyphs.safe(scalar).map { Int(terminal_system_wcwidth($0.value)) } ?? 0
      if ruler.columns(of: scalar) != expected { wrong.append(String(value, radix: 16)) }
    }
    #expect(wrong == [])
  }

  @Test func whatIsShownIsAlwaysPrintableAndFixed() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), let shown = Glyphs.safe(scalar) else { continue }
      guard shown.value < 0x20 || 0x7F...0x9F ~= shown.value || Glyphs.safe(shown) != shown
      else { continue }
      Issue.record("U+\(String(value, radix: 16))")
    }
  }

  @Test func oddCharactersAreShownAsSymbols() {
    #expect(Glyphs.safe("\u{1B}") == "␛")
    #expect(Glyphs.safe("\u{7F}") == "␡")
    #expect(Glyphs.safe("\t") == " ")
    #expect(Glyphs.safe("\u{9B}") == "〓")
    #expect(Glyphs.safe("\u{202E}") == "〓")
    #expect(Glyphs.safe("\u{2028}") == "〓")
    #expect(Glyphs.safe("\u{200D}") == "〓")
    #expect(Glyphs.safe("\u{61C}") == "〓")
    #expect(Glyphs.safe("\u{3164}") == "〓")
    #expect(Glyphs.safe("\u{E0061}") == "〓")
    #expect(Glyphs.safe("\u{FE0F}") == nil)
  }

  @Test(arguments: [(1, 10), (2, 18)])
  func ambiguousCharactersGoByTheSetting(ambiguous: Int, expected: Int) {
    let ruler = Ruler(ambiguous: ambiguous)
    #expect(ruler.columns(of: "“医”…—·①●│") == expected)
    #expect(ruler.columns(of: "〔医〕㎡") == 8)
    #expect(ruler.columns(of: "é⣿▸✓") == (ambiguous == 2 ? 5 : 4))
  }

  @Test func librariesMeasureAsTheCanvasDoes() {
    let ruler: terminal_ruler = { scalar, ambiguous in
      Int32(Ruler(ambiguous: Int(ambiguous)).columns(of: Unicode.Scalar(scalar) ?? " "))
    }
    terminal_measure_by(ruler, 2)
    #expect(terminal_bound_wcwidth(0xB7) == 2)
    #expect(terminal_bound_wcwidth(0x533B) == 2)
    terminal_measure_by(ruler, 1)
    #expect(terminal_bound_wcwidth(0xB7) == 1)
    terminal_measure_by(nil, 1)
    #expect(terminal_bound_wcwidth(0xB7) == 1)
  }

  @Test func fittingCutsAndPads() {
    let ruler = Ruler()
    #expect(ruler.fitted("医改台账", to: 5) == "医改 ")
    #expect(ruler.fitted("医改", to: 7, alignment: .trailing) == "   医改")
    #expect(ruler.fitted("医改", to: 7, alignment: .center) == " 医改  ")
    #expect(ruler.fitted("医改", to: 0) == "")
  }

  @Test func cuttingTellsThatThereWasMore() {
    #expect(Ruler().cut("医改台账", to: 8) == "医改台账")
    #expect(Ruler().cut("医改台账", to: 7) == "医改台…")
    #expect(Ruler(ambiguous: 2).cut("医改台账", to: 7) == "医改…")
    #expect(Ruler().cut("医改台账", to: 6, ellipsis: false) == "医改台")
    #expect(Ruler(ambiguous: 2).cut("abc", to: 1) == "a")
    #expect(Ruler().cut("医改", to: 0) == "")
  }
}
