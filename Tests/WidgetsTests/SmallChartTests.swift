import Cells
import TestSupport
import Testing

@testable import Widgets

@Suite struct SmallChartTests {
  @Test func aSparklineSpeaksInTwoTongues() {
    let line = Sparkline([1, 2, nil, 8, 4.5])
    var canvas = Charts.canvas(5, 1)
    line.draw(in: canvas.bounds, on: &canvas, symbols: Symbols())
    #expect(canvas.text == "▁▂ ▇▄")
    canvas = Charts.canvas(5, 1)
    line.draw(in: canvas.bounds, on: &canvas, symbols: Symbols(.ascii))
    #expect(canvas.text == "_. #=")
  }

  @Test(arguments: 1...40) func everyValueOfASparklineHasItsHeight(seed: UInt64) {
    var dice = Dice(seed: seed)
    let values = Charts.series(&dice, count: 1 + dice.roll(12))
    let known = values.compactMap { $0 }
    guard let low = known.min(), let high = known.max() else { return }
    var blocks = Charts.canvas(values.count, 1)
    Sparkline(values).draw(in: blocks.bounds, on: &blocks, symbols: Symbols())
    for (place, value) in values.enumerated() {
      let drawn = Symbols.eighths.firstIndex(of: blocks[place, 0].character) ?? -1
      guard let value else {
        #expect(drawn == 0)
        continue
      }
      let share = high > low ? (value - low) / (high - low) : 0
      if high > low { #expect(abs(Double(drawn - 1) - share * 6) <= 0.5) }
    }
  }

  @Test(arguments: 1...40) func everyBarIsAsLongAsItsValue(seed: UInt64) {
    var dice = Dice(seed: seed)
    let values = (0..<6).map { _ in Double(dice.roll(1_000)) + 1 }
    let chart = BarChart(values.map { .init("ab", $0, words: "9") })
    var canvas = Charts.canvas(20 + dice.roll(60), 6)
    chart.draw(in: canvas.bounds, on: &canvas, symbols: Symbols())
    for (index, row) in chart.rows(in: canvas.bounds) {
      let field = chart.parts(of: row, ruler: canvas.ruler)[1]
      let drawn = (field.x..<field.maxX).reduce(0) { sum, x in
        sum + (Symbols().leftEighths.firstIndex(of: canvas[x, row.y].character) ?? 0)
      }
      let wanted = values[index] / (values.max() ?? 1) * Double(field.columns * 8)
      #expect(abs(Double(drawn) - wanted) <= (wanted < 1 ? 1 : 0.5))
    }
  }

  @Test func barsBelowNoughtGoTheOtherWay() {
    let chart = BarChart([.init("a", -5, words: "-5"), .init("b", 5, words: "5")])
    var canvas = Charts.canvas(25, 2)
    chart.draw(in: canvas.bounds, on: &canvas, symbols: Symbols())
    #expect(canvas.row(0).hasPrefix("a ██████████  "))
    #expect(canvas.row(1).hasPrefix("b           ██████████"))
  }

  @Test func aLevelIsAGroundAndASign() {
    let heat = Heat([0, 100], direction: .up)
    #expect([0, 16, 17, 59, 84, 100].map { heat.level(of: $0) } == [0, 0, 1, 3, 5, 5])
    #expect(heat.ground(of: 0) == .heat0 && heat.ground(of: nil) == .heatNone)
    #expect(Heat([0, 100], direction: .down).ground(of: 0) == .heat5)
    // Where nobody says whether more is better, nothing is coloured as bad.
    #expect(Heat([0, 100], direction: nil).ground(of: 0) == .tone0)
    for symbols in Charts.symbols {
      var canvas = Charts.canvas(8, 1)
      heat.draw("88.1", level: 4, in: canvas.bounds, on: &canvas, symbols: symbols)
      #expect(canvas.text.first == symbols.levels[4] && canvas.text.hasSuffix("88.1"))
    }
  }

  @Test func tilesDoNotTouchWhereThereIsRoom() {
    let heat = Heat([0, 1], direction: .up)
    let map = TileMap(
      (0..<12).map { .init(row: $0 / 3, column: $0 % 3, label: "太原", words: "1", level: 1) },
      heat: heat)
    let places = map.places(in: Rect(x: 0, y: 0, columns: 36, rows: 20))
    for (index, one) in places.enumerated() {
      #expect(one.columns == 11 && one.rows == 4)
      for other in places[(index + 1)...] { #expect(one.intersection(other).isEmpty) }
    }
    #expect(map.places(in: Rect(x: 0, y: 0, columns: 5, rows: 20)).isEmpty)
  }

  @Test func aMatrixScrollsToTheCellUnderTheCursor() {
    let matrix = Matrix(
      heads: (0..<30).map { "c\($0)" }, rows: (0..<50).map { "r\($0)" }, columnWidth: 6
    ) { .init("\($0).\($1)") }
    var position = Matrix.Position()
    (position.row.selected, position.column.selected) = (42, 17)
    var canvas = Charts.canvas(50, 12)
    matrix.reveal(&position, in: canvas.bounds, ruler: canvas.ruler)
    matrix.draw(position, in: canvas.bounds, on: &canvas, symbols: Symbols())
    #expect(canvas.text.contains("42.17") && canvas.grounds.contains("S"))
    #expect(canvas.row(0).contains("c17"))
  }

  @Test func aLineStandsBeforeColumnsOfAnotherKind() {
    var matrix = Matrix(
      heads: (0..<10).map { "c\($0)" }, rows: ["r0", "r1"], columnWidth: 6, divider: 4
    ) { .init("\($0).\($1)") }
    for (offset, x) in [(0, 27), (2, 15), (4, 3)] {
      var position = Matrix.Position()
      position.column.offset = offset
      var canvas = Charts.canvas(40, 5)
      matrix.draw(position, in: canvas.bounds, on: &canvas, symbols: Symbols())
      #expect(matrix.dividerX(position, in: canvas.bounds, ruler: canvas.ruler) == x)
      let lines = (0..<5).map { canvas[x - 1, $0].character }
      #expect(lines == ["│", "│", "│", " ", " "])
    }
    matrix.divider = 8
    let area = Charts.canvas(40, 5)
    #expect(matrix.dividerX(.init(), in: area.bounds, ruler: area.ruler) == nil)
  }

  @Test func aMarkedTileKeepsItsLevelAtTheEdge() {
    let heat = Heat([0, 1], direction: .up)
    let map = TileMap(
      (0..<3).map { .init(row: 0, column: $0, label: "太原", words: "1", level: 4) }, heat: heat,
      marked: [1])
    var canvas = Charts.canvas(24, 1)
    map.draw(in: canvas.bounds, on: &canvas, symbols: Symbols())
    let styles = (0..<23).map { canvas[$0, 0].style }
    #expect(styles.filter { $0.ground == .heat4 }.count == 21)
    #expect(styles.indices.filter { styles[$0].isUnderlined } == Array(8..<13))
  }

  @Test func aSelectedTileKeepsItsLevelAndIsFramed() {
    let tile = TileMap.Tile(row: 0, column: 0, label: "太原", words: "1", level: 5)
    let map = TileMap([tile], heat: Heat([0, 1], direction: .up), selected: 0)
    var canvas = Charts.canvas(12, 5)
    map.draw(in: canvas.bounds, on: &canvas, symbols: Symbols())
    #expect(canvas[0, 0].character == "╭" && canvas[0, 0].style.ground == .heat5)
  }

  @Test(arguments: 1...40) func everyPointOfAScatterStandsWhereItsValuesAre(seed: UInt64) {
    var dice = Dice(seed: seed)
    let dots = (0..<8).map { _ in
      Scatter.Dot(x: Double(dice.roll(900)), y: Double(dice.roll(900)), label: "")
    }
    let chart = Scatter(dots, across: "x", upwards: "y")
    var canvas = Charts.canvas(30 + dice.roll(60), 8 + dice.roll(20))
    chart.draw(in: canvas.bounds, on: &canvas, symbols: Symbols())
    let frame = chart.frame(in: canvas.bounds, ruler: canvas.ruler)
    let scale = chart.acrossScale(frame)
    for dot in dots {
      let x = (dot.x - scale.low) / (scale.high - scale.low) * Double(frame.field.columns)
      let y =
        (frame.scale.high - dot.y) / (frame.scale.high - frame.scale.low)
        * Double(frame.field.rows)
      let near = (frame.field.y..<frame.field.maxY).contains { row in
        (frame.field.x..<frame.field.maxX).contains { column in
          let isMark =
            canvas[column, row].character == Symbols().point
            || canvas[column, row].character.isNumber
          return isMark && abs(Double(column - frame.field.x) + 0.5 - x) <= 1
            && abs(Double(row - frame.field.y) + 0.5 - y) <= 1
        }
      }
      #expect(near, "no mark for \(dot)")
    }
  }

  @Test func namesOfPointsNeverLieOverEachOther() {
    let names = ["太原", "大同", "阳泉", "长治", "晋城", "朔州", "晋中", "运城", "忻州", "临汾", "吕梁"]
    let dots = names.enumerated().map {
      Scatter.Dot(x: Double($0.offset / 2), y: Double($0.offset % 3), label: $0.element)
    }
    var canvas = Charts.canvas(80, 24)
    Scatter(dots, across: "x", upwards: "y", selected: 3)
      .draw(in: canvas.bounds, on: &canvas, symbols: Symbols())
    for name in names { #expect(canvas.text.contains(name)) }
  }
}
