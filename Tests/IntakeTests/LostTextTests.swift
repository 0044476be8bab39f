import Foundation
import Testing

@testable import Intake

/// Random files of what Word and web pages are made of: every word that is shown is read once, and
/// none that is not.
struct LostTextTests {
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  /// Makes content whose words can be told apart, and knows which are shown.
  private struct Maker {
    var dice: Dice
    var shown: [String] = []
    var hidden: [String] = []
    var count = 0

    mutating func word(isShown: Bool) -> String {
      count += 1
      let word = "词\(count)句"
      if isShown { shown.append(word) } else { hidden.append(word) }
      return word
    }

    mutating func chance(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &dice) }

    mutating func word(run isShown: Bool) -> String {
      switch chance(8) {
      case 0: return WordFile.r(word(isShown: false), "<w:vanish/>")
      case 1: return "<w:del>" + WordFile.r(word(isShown: false)) + "</w:del>"
      case 2: return "<w:ins>" + WordFile.r(word(isShown: isShown)) + "</w:ins>"
      case 3:
        return "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>REF"
          + word(isShown: false)
          + "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
          + WordFile.r(word(isShown: isShown)) + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
      case 4:
        return "<w:sdt><w:sdtPr/><w:sdtContent>" + WordFile.r(word(isShown: isShown))
          + "</w:sdtContent></w:sdt>"
      default: return WordFile.r(word(isShown: isShown))
      }
    }

    mutating func paragraph(_ depth: Int) -> String {
      var runs = ""
      for _ in 0..<(1 + chance(4)) { runs += word(run: true) }
      if depth < 3, chance(6) == 0 {
        let box = paragraph(depth + 1)
        runs +=
          "<w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>\(box)</w:txbxContent>"
          + "</wps:txbx></mc:Choice><mc:Fallback><w:pict><w:txbxContent>\(box)</w:txbxContent></w:pict>"
          + "</mc:Fallback></mc:AlternateContent></w:r>"
      }
      return
        "<w:p><w:pPr>\(chance(3) == 0 ? WordFile.number(1, chance(3)) : "")</w:pPr>\(runs)</w:p>"
    }

    mutating func block(_ depth: Int) -> String {
      guard depth < 4, chance(4) == 0 else { return paragraph(depth) }
      var rows = ""
      for _ in 0..<(1 + chance(3)) {
        var cells = ""
        for _ in 0..<(1 + chance(3)) {
          var content = ""
          for _ in 0..<(1 + chance(2)) { content += block(depth + 1) }
          cells += "<w:tc><w:tcPr/>\(content)<w:p/></w:tc>"
        }
        rows += "<w:tr>\(cells)</w:tr>"
      }
      return "<w:tbl>\(rows)</w:tbl>"
    }

    mutating func element(_ depth: Int, isShown: Bool) -> String {
      guard depth < 6 else { return word(isShown: isShown) }
      switch chance(12) {
      case 0: return "<div style=\"display:none\">" + inside(depth, false) + "</div>"
      case 1: return "<p>" + inside(depth + 2, isShown) + (chance(2) == 0 ? "</p>" : "<div></div>")
      case 2: return "<section>" + inside(depth, isShown) + "</section>"
      case 3:
        return "<table><tr><td>" + inside(depth, isShown) + "</td><td hidden>"
          + inside(depth, false)
          + "</td><td>" + inside(depth, isShown) + "</td></tr></table>"
      case 4: return "<ul><li>" + inside(depth, isShown) + "<li>" + inside(depth, isShown) + "</ul>"
      case 5: return "<span hidden>" + word(isShown: false) + "</span>" + word(isShown: isShown)
      case 6: return "<script>" + word(isShown: false) + "</script>"
      case 7: return "<!-- " + word(isShown: false) + " -->"
      case 8: return "<b class='x' title=\"a>b\">" + word(isShown: isShown) + "</b><br/>"
      case 9: return "<ol>" + "<li>" + inside(depth, isShown) + "</li></ol>"
      default: return "<span>" + word(isShown: isShown) + "</span>&nbsp;"
      }
    }

    mutating func inside(_ depth: Int, _ isShown: Bool) -> String {
      var content = ""
      for _ in 0..<(1 + chance(2)) { content += element(depth + 1, isShown: isShown) }
      return content
    }
  }

  private func check(_ text: String, _ maker: Maker, _ seed: UInt64) {
    for word in maker.shown {
      #expect(text.components(separatedBy: word).count == 2, "\(word) of \(seed)")
    }
    for word in maker.hidden { #expect(!text.contains(word), "\(word) of \(seed)") }
  }

  @Test func everyWordOfAWordFileIsReadOnce() throws {
    for seed in 1...60 as ClosedRange<UInt64> {
      var maker = Maker(dice: Dice(state: seed))
      var body = ""
      for _ in 0..<8 { body += maker.block(0) }
      var file = WordFile(body)
      file.numbering = WordFile.usual
      let read = try DocxReader.read(file.bytes(), name: "t")
      check(Intake.text(read.scalars), maker, seed)
    }
  }

  @Test func everyWordOfAPageIsReadOnce() {
    for seed in 1...150 as ClosedRange<UInt64> {
      var maker = Maker(dice: Dice(state: seed))
      var body = "<body>"
      for _ in 0..<8 { body += maker.element(0, isShown: true) }
      check(Intake.text(HTMLReader.read(scalars(body)).scalars), maker, seed)
    }
  }

  @Test func everyWordOfAPDFIsReadOnce() throws {
    for seed in 1...6 as ClosedRange<UInt64> {
      var maker = Maker(dice: Dice(state: seed))
      var file = SmallPDF()
      for _ in 0..<3 {
        var page: [SmallPDF.Word] = []
        for row in 0..<28 {
          for left in [60.0, 200, 340, 450] where maker.chance(3) > 0 {
            let up = 715 - Double(row * 20 + maker.chance(5))
            page.append((left + Double(maker.chance(20)), up, 12, maker.word(isShown: true)))
          }
        }
        file.pages.append(page)
      }
      let text = try PDFReader.read(file.bytes(), name: "t").scalars.filter { !$0.isBlank }
      check(Intake.text(text), maker, seed)
    }
  }
}
