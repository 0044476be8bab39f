import Cells
import TestSupport
import Testing

@testable import Widgets

/// Fields, their keys and where they are drawn.
@Suite struct FieldListTests {
  private static func list(_ count: Int = 3, selected: Int = 0) -> FieldList {
    var fields = (1...count).map { FieldList.Field("第\($0)项", .text(TextField("值\($0)"))) }
    fields[0] = FieldList.Field("级别", .choice(["县级", "乡级", "村级"], 1), remark: "三选一")
    return FieldList(fields, selected: selected)
  }

  @Test func keysGoFromFieldToField() {
    var list = Self.list()
    #expect(list.press(.up) == .nothing)
    #expect(list.press(.enter) == .left(0) && list.selected == 1)
    #expect(list.press(.down) == .left(1) && list.selected == 2)
    #expect(list.press(.down) == .nothing && list.selected == 2)
    #expect(list.press(.enter) == .ended)
    #expect(list.press(.tab) == .left(2) && list.selected == 0)
    #expect(list.press(.backTab) == .left(0) && list.selected == 2)
    #expect(list.press(.pageUp) == .left(2) && list.selected == 0)
  }

  @Test func aLongChoiceIsCutWithAMarkInsideItsBrackets() {
    let words = ["甲", "关于进一步推广三明市医改经验的通知"]
    let list = FieldList([FieldList.Field("依据", .choice(words, 1))])
    var canvas = Canvas(size: Size(columns: 30, rows: 1))
    list.draw(in: Rect(x: 0, y: 0, columns: 30, rows: 1), on: &canvas, symbols: Symbols())
    #expect(canvas.text.contains("[关于") && canvas.text.contains("…]"), "\(canvas.text)")
  }

  @Test func aChoiceTurnsAndStopsAtItsEnds() {
    var list = Self.list()
    #expect(list.press(.right) == .changed && list.fields[0].value == "2")
    #expect(list.press(.right) == .nothing)
    #expect(list.press("　") == .changed && list.fields[0].value == "0")
    #expect(list.press(.left) == .nothing)
    #expect(list.press("x") == .nothing && list.fields[0].value == "0")
  }

  @Test func writingTakesTheComplaintAway() {
    var list = Self.list(selected: 1)
    list.fields[1].complaint = "不对"
    #expect(list.press(.left) == .nothing && list.fields[1].complaint == "不对")
    #expect(list.press("好") == .changed && list.fields[1].complaint == nil)
    #expect(list.fields[1].value == "值好2")
    #expect(list.write("贴\n上") == .changed && list.fields[1].value == "值好贴 上2")
  }

  @Test func aNumberIsTypedOverAndAmendedOnceTheCursorHasMoved() {
    func list() -> FieldList {
      FieldList([
        .init("权重", .text(TextField("12")), isTypedOver: true), .init("备注", .text(TextField())),
      ])
    }
    var over = list()
    #expect(over.press("8") == .changed && over.press("5") == .changed)
    #expect(over.fields[0].value == "85")
    var amended = list()
    _ = amended.press(.end)
    #expect(amended.press("5") == .changed && amended.fields[0].value == "125")
    var emptied = list()
    #expect(emptied.press(.backspace) == .changed && emptied.fields[0].value.isEmpty)
    var pasted = list()
    #expect(pasted.write("30%") == .changed && pasted.fields[0].value == "30%")
    // Coming back selects it again.
    _ = (amended.press(.down), amended.press(.up))
    #expect(amended.press("7") == .changed && amended.fields[0].value == "7")
  }

  @Test func theCursorStandsWhereTheNextCharacterGoes() {
    var canvas = Charts.canvas(60, 6)
    Self.list(selected: 1).draw(in: Rect(size: canvas.size), on: &canvas, symbols: Symbols())
    // The widest label is four columns; two and two stand about it.
    #expect(canvas.cursor == Point(x: 9 + 3, y: 1))
    #expect(canvas.row(1).hasPrefix("▸ 第2项  值2"))
    #expect(canvas.row(0).contains(" 县级  [乡级]  村级 "))
    var chosen = Charts.canvas(60, 6)
    Self.list().draw(in: Rect(size: chosen.size), on: &chosen, symbols: Symbols())
    #expect(chosen.cursor?.y == 0)
  }

  @Test func numbersEndBelowEachOther() {
    let fields = ["1,234.50", "99.00"].map {
      FieldList.Field("额", .text(TextField($0)), remark: "元", columns: 12, endsRight: true)
    }
    var canvas = Charts.canvas(40, 2)
    FieldList(fields).draw(in: Rect(size: canvas.size), on: &canvas, symbols: Symbols())
    #expect(canvas.row(0) == "▸ 额     1,234.50  元" && canvas.row(1) == "  额        99.00  元")
    #expect(canvas.cursor == Point(x: 17, y: 0))
  }

  @Test(arguments: [1, 2, 3, 5, 8, 14]) func theFieldWithTheCursorAlwaysShows(rows: Int) {
    for selected in 0..<14 {
      var list = Self.list(14, selected: selected)
      list.fields[selected].complaint = "这一项的值要在 0 到 100 之间，写的不是数，请改过再登记"
      var canvas = Charts.canvas(40, rows)
      let drawn = list.draw(in: Rect(size: canvas.size), on: &canvas, symbols: Symbols())
      #expect(drawn.rows.contains { $0.index == selected })
      #expect(drawn.above + drawn.below + drawn.rows.count == 14)
      #expect(canvas.cursor.map { $0.y < rows } == true)
    }
  }

  @Test(arguments: 1...30) func nothingIsDrawnOutside(seed: UInt64) {
    var dice = Dice(seed: seed)
    for symbols in Charts.symbols {
      var list = Self.list(1 + dice.roll(20))
      list.select(dice.roll(20))
      list.fields[list.selected].complaint = "“１２，３４”不是数。"
      let area = Rect(
        x: dice.roll(9) - 2, y: dice.roll(5) - 2, columns: dice.roll(60), rows: dice.roll(20))
      var canvas = Charts.canvas(50, 16)
      let blank = canvas[0, 0]
      list.draw(in: area, on: &canvas, symbols: symbols)
      for y in 0..<16 {
        for x in 0..<50 where !area.contains(Point(x: x, y: y)) { #expect(canvas[x, y] == blank) }
      }
    }
  }
}
