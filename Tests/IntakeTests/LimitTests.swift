import Reform
import Testing

@testable import Intake

/// Small documents that would make much of themselves: each is refused by a limit that is told.
struct LimitTests {
  private func fault(_ bytes: [UInt8]) -> String {
    do {
      _ = try Sample.reader.read(bytes, name: "t")
      return ""
    } catch { return error.message.zh }
  }

  private func word(_ body: String, pattern: String = "%1.") -> [UInt8] {
    var file = WordFile(WordFile.head + body)
    file.numbering =
      "<w:abstractNum w:abstractNumId=\"0\">\(WordFile.level(0, "decimal", pattern))</w:abstractNum>"
      + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
    return file.bytes()
  }

  @Test func aPatternOfNumbersIsNoLongerThanWordWritesIt() {
    let clause = WordFile.p("做好工作。", WordFile.number(1))
    let longest = String(repeating: "%1", count: 127)
    #expect(!fault(word(clause, pattern: longest)).contains("255"))
    #expect(fault(word(clause, pattern: longest + "%1")).contains("255"))
    #expect(fault(word(clause, pattern: String(repeating: "一", count: 256))).contains("255"))
  }

  @Test func aTextBeyondTheLimitIsRefusedWhateverItsFormat() {
    let signs = String(repeating: "做", count: Limits.signs + 1)
    #expect(fault(Array("一、\(signs)".utf8)).contains("200 万字"))
    #expect(fault(Array("<html><body><p>一、\(signs)</p>".utf8)).contains("200 万字"))
    #expect(fault(word(WordFile.p("一、" + signs))).contains("200 万字"))
  }

  @Test func aLongTextIsRefusedBeforeAllOfItIsLookedAt() {
    // Bytes that are no text behind the first stretch: nobody has looked.
    let head = String(repeating: "一、做好。\n", count: 10_000)
    let long = Array(head.utf8) + [UInt8](repeating: 0xFF, count: Limits.textBytes)
    #expect(fault(long).contains("200 万字"))
    let page = Array("<html><body>".utf8) + [UInt8](repeating: 0x20, count: Limits.pageBytes)
    #expect(fault(page).contains("32 MB"))
  }

  @Test func aPageIsReadNoFurtherThanTheLimit() {
    let page = scalars("<p>") + Scalars(repeating: 0x505A, count: Limits.signs * 2)
    let paper = HTMLReader.read(page)
    #expect(paper.isCut && paper.scalars.count <= Limits.signs + 1)
  }

  /// A cell may say that it is thirty columns wide; each of them is counted.
  @Test func cellsThatAreOnlyClaimedAreCounted() {
    var lines = LineGatherer()
    lines.openTable()
    for _ in 0..<70_000 {
      lines.openRow()
      lines.openCell()
      lines.span(columns: 30)
      lines.closeCell()
      lines.closeRow()
    }
    #expect(lines.isFull && lines.finish().count <= Limits.signs)
  }

  /// Text boxes are gathered apart, and counted together.
  @Test func textInBoxesCountsLikeAnyOther() {
    let box =
      "<w:r><w:txbxContent>" + WordFile.p(String(repeating: "做", count: 10_000))
      + "</w:txbxContent></w:r>"
    let body = "<w:p>" + String(repeating: box, count: 201) + "</w:p>"
    #expect(fault(word(body)).contains("200 万字"))
  }
}
