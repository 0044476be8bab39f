import Cells
import TestSupport
import Testing

@testable import Widgets

@Suite struct LineChartTests {
  @Test(arguments: 1...60) func everyDotOfALineStandsWhereItsValueIs(seed: UInt64) {
    var dice = Dice(seed: seed)
    let values = Charts.series(&dice, count: 1 + dice.roll(20))
    let chart = LineChart(labels: values.map { _ in "" }, series: [.init(values)])
    let symbols = Symbols(plot: .braille)
    var canvas = Charts.canvas(8 + dice.roll(90), 1 + dice.roll(30))
    let frame = chart.frame(in: canvas.bounds, ruler: canvas.ruler, symbols: symbols)
    chart.draw(in: canvas.bounds, on: &canvas, symbols: symbols)
    let dots = Charts.dots(canvas, in: frame.field)
    let (width, height) = (Double(frame.field.columns * 2 - 1), frame.field.rows * 4)
    // Where each value belongs, computed anew.
    var places: [(x: Double, y: Double)?] = []
    for (index, value) in values.enumerated() {
      guard let value else {
        places.append(nil)
        continue
      }
      let x =
        values.count == 1
        ? (width / 2).rounded(.down) : Double(index) * width / Double(values.count - 1)
      let share = (frame.scale.high - value) / (frame.scale.high - frame.scale.low)
      places.append((x, share * Double(height - 1)))
    }
    for case let place? in places {
      let isThere = dots.contains {
        abs(Double($0.x) - place.x) <= 0.5 && abs(Double($0.y) - place.y) <= 0.5
      }
      #expect(isThere, "no dot for \(place)")
    }
    for dot in dots {
      let isNear = places.indices.contains { index in
        guard let one = places[index] else { return false }
        // A value's dot is set off by its neighbours in the cell.
        if abs(Double(dot.x) - one.x) <= 1.5, abs(Double(dot.y) - one.y) <= 1.5 { return true }
        guard index + 1 < places.count, let next = places[index + 1] else { return false }
        return distance(dot, one, next) <= 1.1
      }
      #expect(isNear, "a dot at \(dot) that no value asks for")
    }
  }

  @Test(arguments: 1...60) func everyColumnIsAsHighAsItsValue(seed: UInt64) {
    var dice = Dice(seed: seed)
    let values = Charts.series(&dice, count: 1 + dice.roll(12)).map { $0.map { abs($0) } }
    let chart = LineChart(labels: values.map { _ in "" }, series: [.init(values)])
    let symbols = Symbols(plot: .blocks)
    var canvas = Charts.canvas(20 + dice.roll(80), 1 + dice.roll(30))
    let frame = chart.frame(in: canvas.bounds, ruler: canvas.ruler, symbols: symbols)
    chart.draw(in: canvas.bounds, on: &canvas, symbols: symbols)
    #expect(frame.scale.low == 0)
    for (place, value) in values.enumerated() {
      let bar = chart.bar(of: place, series: 0, frame)
      for x in bar.x..<bar.maxX {
        let drawn = (bar.y..<bar.maxY).reduce(0) { $0 + eighths(canvas[x, $1]) }
        let wanted = (value ?? 0) / frame.scale.high * Double(bar.rows * 8)
        #expect(abs(Double(drawn) - wanted) <= (wanted < 1 ? 1 : 0.5))
        #expect((drawn == 0) == (value == nil))
      }
    }
  }

  @Test func theTargetStandsInTheRowOfItsValue() {
    for symbols in Charts.symbols {
      let chart = LineChart(
        labels: ["2018", "2019", "2020"], series: [.init([10, nil, nil])],
        levels: [.init(36, words: "T", kind: .target), .init(22, words: "B", kind: .benchmark)])
      var canvas = Charts.canvas(60, 16)
      chart.draw(in: canvas.bounds, on: &canvas, symbols: symbols)
      let frame = chart.frame(in: canvas.bounds, ruler: canvas.ruler, symbols: symbols)
      let rows = chart.levels.map { frame.field.y + chart.levelRow($0, frame, symbols) }
      #expect(canvas[40, rows[0]].character == symbols.targetLine)
      #expect(canvas[40, rows[1]].character == symbols.benchmarkLine)
      #expect(canvas.row(rows[0]).hasSuffix("T") && canvas.row(rows[1]).hasSuffix("B"))
    }
  }

  @Test func noLineIsDrawnOverABreakOrAHole() {
    let symbols = Symbols(plot: .braille)
    for chart in [
      LineChart(labels: ["a", "b", "c", "d"], series: [.init([1, 2, 1, 2])], breaks: [2]),
      LineChart(labels: ["a", "b", "c", "d", "e"], series: [.init([1, 2, nil, 1, 2])]),
    ] {
      var canvas = Charts.canvas(61, 12)
      chart.draw(in: canvas.bounds, on: &canvas, symbols: symbols)
      let field = chart.frame(in: canvas.bounds, ruler: canvas.ruler, symbols: symbols).field
      let middle = Rect(
        x: field.x + field.columns / 2 - 2, y: field.y, columns: 5, rows: field.rows)
      #expect(Charts.dots(canvas, in: middle).isEmpty)
      #expect(chart.breaks.isEmpty != canvas.text.contains("╎"))
    }
  }

  @Test func theLastValueIsSaidAtTheEndOfItsLine() {
    let chart = LineChart(
      labels: ["2019", "2020", "2021"], series: [.init([30, 35, 40], words: "40.0 %")], unit: "%")
    var canvas = Charts.canvas(50, 12)
    chart.draw(in: canvas.bounds, on: &canvas, symbols: Symbols())
    let frame = chart.frame(in: canvas.bounds, ruler: canvas.ruler, symbols: Symbols())
    #expect(canvas.row(frame.field.y + frame.row(of: 40)).hasSuffix("40.0 %"))
    #expect(canvas.row(0) == "%")
    #expect(canvas.row(11).contains("2021"))
  }

  private func eighths(_ cell: Cell) -> Int {
    Symbols.eighths.firstIndex(of: cell.character) ?? 0
  }

  private func hypotenuse(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }

  /// How far a dot is from the straight line between two places.
  private func distance(
    _ dot: Point, _ one: (x: Double, y: Double), _ next: (x: Double, y: Double)
  ) -> Double {
    let (dx, dy) = (next.x - one.x, next.y - one.y)
    let length = dx * dx + dy * dy
    let along = ((Double(dot.x) - one.x) * dx + (Double(dot.y) - one.y) * dy) / max(length, 1e-9)
    let share = max(0, min(1, along))
    return hypotenuse(Double(dot.x) - one.x - share * dx, Double(dot.y) - one.y - share * dy)
  }
}
