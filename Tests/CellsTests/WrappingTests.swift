import Cells
import Testing

@Suite struct WrappingTests {
  private let ruler = Ruler()

  @Test func chineseBreaksAnywhere() {
    #expect(ruler.wrap("深化医药卫生", to: 4) == ["深化", "医药", "卫生"])
    #expect(ruler.wrap("深化医药卫生", to: 5) == ["深化", "医药", "卫生"])
  }

  @Test func closingMarksDoNotBegin() {
    #expect(ruler.wrap("深化医改，推进", to: 8) == ["深化医", "改，推进"])
    #expect(ruler.wrap("医改）》。后", to: 4) == ["医", "改）", "》。", "后"])
  }

  @Test func openingMarksDoNotEnd() {
    #expect(ruler.wrap("印发《通知》", to: 6) == ["印发", "《通", "知》"])
  }

  @Test func wordsAndNumbersStayWhole() {
    #expect(ruler.wrap("到2025年达到12.5％以上", to: 10) == ["到2025年达", "到12.5％以", "上"])
    #expect(ruler.wrap("the quick brown fox", to: 9) == ["the quick", "brown fox"])
    #expect(ruler.wrap("abcdefghij", to: 4) == ["abcd", "efgh", "ij"])
    #expect(ruler.wrap("自2020-11-30起", to: 10) == ["自", "2020-11-30", "起"])
  }

  @Test func lineBreaksAndBlanks() {
    #expect(ruler.wrap("", to: 5) == [""])
    #expect(ruler.wrap("一\n\n二\n", to: 5) == ["一", "", "二", ""])
    #expect(ruler.wrap("　　第一条", to: 6) == ["　　第", "一条"])
    #expect(ruler.wrap("ab   cd", to: 3) == ["ab", "cd"])
    #expect(ruler.wrap("a\r\nb", to: 3) == ["a", "b"])
  }

  @Test(arguments: [1, 2]) func noLineIsTooLongAndNothingIsLost(ambiguous: Int) {
    let ruler = Ruler(ambiguous: ambiguous)
    let text = "“三医”协同（DRG/DIP 2.0），达到90%以上——省医保局……牵头；11/11 市、《通知》〔2025〕10号。"
    let ink = text.filter { $0 != " " }
    for columns in 2...60 {
      let lines = ruler.wrap(text, to: columns)
      #expect(lines.allSatisfy { ruler.columns(of: $0) <= columns })
      #expect(lines.joined().filter { $0 != " " } == ink)
    }
  }
}
