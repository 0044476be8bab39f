import Cells
import Testing

@Suite struct SVGTests {
  private func picture(_ text: String, _ style: Style = .plain) -> String {
    var canvas = Canvas(size: Size(columns: 12, rows: 1))
    canvas.put(text, at: Point(x: 0, y: 0), style: style)
    return canvas.svg()
  }

  @Test func lettersAreEscaped() {
    #expect(picture("<&>\"").contains(">&lt;&amp;&gt;&quot;</text>"))
  }

  @Test func everyLetterHasItsPlace() {
    #expect(picture("a医b").contains("x=\"0 10.5 27\""))
  }

  @Test func linesBlocksAndBrailleAreShapes() {
    let shapes = picture("╭─┃▄▒⣿╳═▚")
    #expect(!shapes.contains("<text"))
    #expect(shapes.contains("<circle") && shapes.contains("<path") && shapes.contains("<rect"))
  }

  @Test func groundsLieBehind() {
    let selected = picture("医", Style(.plain, on: .selected))
    #expect(selected.contains("width=\"18.3\" height=\"20.3\" fill=\"#1f5a8a\""))
  }
}
