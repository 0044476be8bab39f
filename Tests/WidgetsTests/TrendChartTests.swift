import Cells
import TestSupport
import Testing

@testable import Widgets

@Suite struct TrendChartTests {
  /// A chart that was drawn, with where its parts are.
  private struct Drawn {
    var canvas: Canvas
    var frame: ChartFrame
    var slots: Int

    init(_ chart: TrendChart, _ columns: Int, _ rows: Int, _ symbols: Symbols) {
      canvas = Charts.canvas(columns, rows)
      frame = chart.frame(in: canvas.bounds, ruler: canvas.ruler, symbols: symbols)
      slots = chart.slots(frame)
      chart.draw(in: canvas.bounds, on: &canvas, symbols: symbols)
    }
  }

  private static let plots: [Symbols] = [Symbols(plot: .braille), Symbols(plot: .blocks)]

  @Test(arguments: 1...60) func everyColumnIsAsHighAsItsValue(seed: UInt64) {
    var dice = Dice(seed: seed)
    let symbols = Self.plots[Int(seed) % 2]
    let isFromNought = symbols.plot == .blocks
    let values = Charts.series(&dice, count: 1 + dice.roll(12)).map { value in
      value.map { isFromNought ? abs($0) : $0 }
    }
    let chart = TrendChart(labels: values.map { _ in "" }, values: values)
    let drawn = Drawn(chart, 20 + dice.roll(80), 1 + dice.roll(30), symbols)
    let (frame, scale) = (drawn.frame, drawn.frame.scale)
    #expect(!isFromNought || scale.low == 0)
    for (place, value) in values.enumerated() {
      let bar = chart.column(of: place, frame, drawn.slots, symbols)
      for x in bar.x..<bar.maxX {
        let drawn = (bar.y..<bar.maxY).reduce(0) { $0 + eighths(drawn.canvas[x, $1]) }
        guard let value else { continue }
        let wanted = (value - scale.low) / (scale.high - scale.low) * Double(bar.rows * 8)
        #expect(abs(Double(drawn) - wanted) <= (wanted < 1 ? 1 : 0.5))
      }
    }
  }

  @Test(arguments: 1...60) func theBodyFillsWhatLiesBelowTheLineAndNothingElse(seed: UInt64) {
    var dice = Dice(seed: seed)
    let symbols = Symbols(plot: .braille)
    let values = Charts.series(&dice, count: 2 + dice.roll(7))
    let chart = TrendChart(labels: values.map { _ in "" }, values: values)
    let drawn = Drawn(chart, 60 + dice.roll(60), 4 + dice.roll(26), symbols)
    let (frame, scale) = (drawn.frame, drawn.frame.scale)
    let height = Double(frame.field.rows * 4)
    let dots = Charts.dots(drawn.canvas, in: frame.field)
    for dot in dots {
      let x = Double(dot.x)
      let near = values.indices.dropLast().first { place in
        let ends = [place, place + 1].map { 2 * chart.middle(of: $0, frame, drawn.slots) }
        return Double(ends[0]) <= x && x <= Double(ends[1])
          && values[place] != nil && values[place + 1] != nil
      }
      guard let near, let one = values[near], let next = values[near + 1] else {
        Issue.record("a dot at \(dot) where no line leads")
        continue
      }
      let ends = [near, near + 1].map { Double(2 * chart.middle(of: $0, frame, drawn.slots)) }
      let value = one + (next - one) * (x - ends[0]) / max(1, ends[1] - ends[0])
      let top = height * (1 - (value - scale.low) / (scale.high - scale.low))
      #expect(Double(dot.y) >= top - 1, "a dot at \(dot) above the line")
    }
    let pairs = values.indices.dropLast().filter { values[$0] != nil && values[$0 + 1] != nil }
    #expect(dots.isEmpty == pairs.isEmpty)
  }

  @Test func theTargetStandsInTheRowOfItsValue() {
    for symbols in Charts.symbols {
      let chart = TrendChart(
        labels: ["2018", "2019", "2020"], values: [10, nil, nil],
        levels: [.init(36, words: "T", kind: .target), .init(22, words: "B", kind: .benchmark)])
      let drawn = Drawn(chart, 60, 16, symbols)
      let rows = chart.levels.map { drawn.frame.field.y + chart.levelRow($0, drawn.frame) }
      #expect(drawn.canvas[40, rows[0]].character == symbols.targetLine)
      #expect(drawn.canvas[40, rows[1]].character == symbols.benchmarkLine)
      #expect(drawn.canvas.row(rows[0]).hasSuffix("T") && drawn.canvas.row(rows[1]).hasSuffix("B"))
    }
  }

  @Test func nothingLeadsOverABreakOrAHoleOrToASumThatLacksParts() {
    for chart in [
      TrendChart(labels: ["a", "b", "c", "d"], values: [1, 2, 1, 2], breaks: [2: "counted anew"]),
      TrendChart(labels: ["a", "b", "c", "d", "e"], values: [1, 2, nil, 1, 2]),
      TrendChart(labels: ["a", "b", "c", "d"], values: [1, 2, 1, 2], loose: [1, 2]),
    ] {
      let drawn = Drawn(chart, 61, 12, Symbols(plot: .braille))
      let field = drawn.frame.field
      let middle = Rect(
        x: field.x + field.columns / 2 - 2, y: field.y, columns: 5, rows: field.rows)
      #expect(Charts.dots(drawn.canvas, in: middle).isEmpty)
      #expect(chart.breaks.isEmpty != drawn.canvas.text.contains("╎"))
      #expect(chart.breaks.isEmpty != drawn.canvas.text.contains("counted anew"))
    }
  }

  @Test func everyValueIsSaidAboveItsColumnAndEveryYearBelow() {
    for symbols in Charts.symbols {
      let years = (2018...2023).map { "\($0)" }
      let numbers = ["28.92", "29.77", "30.22", "30.89", "31.88", "32.54"]
      let chart = TrendChart(
        labels: years, values: numbers.map { Double($0) }, numbers: numbers, selected: 5, unit: "%",
        remarks: .init(cutAxis: "(axis not from 0)"))
      let drawn = Drawn(chart, 56, 14, symbols)
      for words in years + numbers { #expect(drawn.canvas.text.contains(words), "\(words)") }
      let isCut = symbols.plot != .blocks
      #expect(drawn.canvas.row(0).contains("axis not from 0") == isCut)
    }
  }

  @Test func theWayAheadIsLedToTheYearThatReachesTheTarget() {
    let chart = TrendChart(
      labels: ["2021", "2022", "2023"], values: [30, 31, 32],
      levels: [.init(35, words: "T", kind: .target)],
      ahead: .init(labels: ["2024", "2025", "2026"], value: 35, words: "at this pace"))
    let wide = Drawn(chart, 80, 16, Symbols())
    #expect(wide.canvas.row(15).contains("2026") && wide.canvas.text.contains("at this pace"))
    #expect(wide.canvas.text.contains("▫"))
    // Where there is no room for its years it is left out.
    let narrow = Drawn(chart, 22, 16, Symbols())
    #expect(!narrow.canvas.text.contains("2026") && narrow.canvas.text.contains("2023"))
  }

  @Test func aLevelBeyondTheChartIsNamedAndNotDrawn() {
    let chart = TrendChart(
      labels: ["2021", "2022"], values: [30, 31],
      levels: [.init(90, words: "far", kind: .benchmark)],
      remarks: .init(above: " (above)", below: " (below)"))
    let drawn = Drawn(chart, 60, 14, Symbols())
    #expect(drawn.canvas.text.contains("far (above)"))
    #expect(!drawn.canvas.text.contains(Symbols().benchmarkLine))
  }

  private func eighths(_ cell: Cell) -> Int {
    Symbols.eighths.firstIndex(of: cell.character) ?? 0
  }
}
