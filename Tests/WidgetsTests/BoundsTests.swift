import Cells
import TestSupport
import Testing

@testable import Widgets

/// Widgets draw in their rectangle and nowhere else, however small it is.
@Suite struct BoundsTests {
  private typealias Draw = (Rect, inout Canvas, Symbols) -> Void

  /// Every widget of charts, with figures that a seed fixes.
  private static func widgets(_ dice: inout Dice) -> [Draw] {
    let values = Charts.series(&dice, count: dice.roll(14))
    let known = values.compactMap { $0 }
    let heat = Heat(known, direction: [.up, .down, nil][dice.roll(3)])
    let selected = dice.roll(12) - 1
    let lines = TrendChart(
      labels: values.indices.map { "\(2_010 + $0)" }, values: values,
      numbers: values.map { $0.map { "\(Int($0))" } ?? "" },
      levels: [
        .init(known.first ?? 3, words: "目标 9,000 万元", kind: .target),
        .init(7, words: "全国", kind: .benchmark),
      ], breaks: [dice.roll(9): "口径调整"],
      ahead: .init(labels: ["2031", "2032"], value: 9, words: "按现速"), selected: selected,
      unit: "万元", remarks: .init(cutAxis: "（纵轴不从 0 起）", above: "（在图上方）", below: "（在图下方）"))
    let bars = BarChart(
      values.map { .init("长治市", $0, words: $0.map { "\(Int($0))" } ?? "-") },
      target: known.last, selected: selected, offset: dice.roll(4))
    let dots = Scatter(
      known.map { .init(x: $0, y: known[0] - $0, label: "太原") }, across: "住院率 %", upwards: "占比 %",
      selected: selected)
    let map = TileMap(
      values.enumerated().map { index, value in
        .init(
          row: index / 4, column: index % 4, label: "晋城", words: "12%",
          level: heat.level(of: value))
      }, heat: heat, selected: selected)
    let matrix = Matrix(
      heads: (0..<9).map { "指标\($0)" }, rows: (0..<20).map { "阳曲县\($0)" }, corner: "地区",
      columnWidth: 1 + dice.roll(12), sort: .init(column: 2, isAscending: true)
    ) { row, column in Matrix.Cell("\(row)·\(column)", on: .heat1, sign: "▄") }
    return [
      { lines.draw(in: $0, on: &$1, symbols: $2) }, { bars.draw(in: $0, on: &$1, symbols: $2) },
      { dots.draw(in: $0, on: &$1, symbols: $2) }, { map.draw(in: $0, on: &$1, symbols: $2) },
      { matrix.draw(.init(), in: $0, on: &$1, symbols: $2) },
      { Sparkline(values).draw(in: $0, on: &$1, symbols: $2) },
      { heat.draw("88.1", level: heat.level(of: known.first), in: $0, on: &$1, symbols: $2) },
    ]
  }

  @Test(arguments: 1...40) func nothingIsDrawnOutside(seed: UInt64) {
    var dice = Dice(seed: seed)
    for draw in Self.widgets(&dice) {
      for symbols in Charts.symbols {
        let small = Rect(x: 3, y: 2, columns: dice.roll(7), rows: dice.roll(7))
        let large = Rect(
          x: dice.roll(9) - 2, y: dice.roll(5) - 2, columns: dice.roll(80), rows: dice.roll(40))
        for area in [small, large, Rect(x: 90, y: 50, columns: 9, rows: 9)] {
          var canvas = Charts.canvas(60, 24)
          draw(area, &canvas, symbols)
          let blank = Canvas(size: canvas.size)[0, 0]
          for y in 0..<canvas.size.rows {
            for x in 0..<canvas.size.columns where !area.contains(Point(x: x, y: y)) {
              #expect(canvas[x, y] == blank)
            }
          }
        }
      }
    }
  }

  @Test func everySmallRectangleIsBorne() {
    var dice = Dice(seed: 7)
    for draw in Self.widgets(&dice) {
      for symbols in Charts.symbols {
        for columns in 0...6 {
          for rows in 0...6 {
            var canvas = Charts.canvas(columns, rows)
            draw(canvas.bounds, &canvas, symbols)
            draw(canvas.bounds.inset(by: 1), &canvas, symbols)
          }
        }
        var canvas = Charts.canvas(400, 200)
        draw(canvas.bounds, &canvas, symbols)
        #expect(!canvas.text.isEmpty)
      }
    }
  }

  @Test(arguments: 1...30) func plainLettersAreEnough(seed: UInt64) {
    var dice = Dice(seed: seed)
    for draw in Self.widgets(&dice) {
      var canvas = Charts.canvas(70, 20)
      draw(canvas.bounds, &canvas, Symbols(.ascii))
      let known: Set<Character> = Set("末值目标万元全国长治市太原住院率占比晋城指阳曲县地区·▄…（纵轴不从起）在图上方下口径调整按现速")
      #expect(canvas.text.allSatisfy { $0.isASCII || known.contains($0) })
    }
  }

  @Test func whereAmbiguousCharactersAreWideNoneIsDrawn() {
    var dice = Dice(seed: 3)
    let ruler = Ruler(ambiguous: 2)
    for draw in Self.widgets(&dice) {
      for plot in [Symbols.Plot.braille, .blocks, .ascii] {
        var canvas = Canvas(size: Size(columns: 70, rows: 20), ruler: ruler)
        draw(canvas.bounds, &canvas, Symbols(plot: plot, ruler: ruler))
        for scalar in canvas.text.unicodeScalars where !"·▄…".unicodeScalars.contains(scalar) {
          #expect(ruler.columns(of: scalar) == Ruler().columns(of: scalar), "\(scalar)")
        }
      }
    }
  }
}
