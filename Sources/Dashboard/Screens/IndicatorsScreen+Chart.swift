import Cells
import Reform
import Widgets

extension IndicatorsScreen {
  /// The trend with target and benchmarks, and below it what is missing and how it goes.
  func drawChart(
    _ line: IndicatorBoard.Line, _ state: AppState, in area: Rect, on frame: inout Frame
  ) {
    let language = state.language
    let isSample = line.years.contains { $0.flags.contains(.madeUp) }
    let sample = FigureFlags.names.first { $0.flag == .madeUp }?.words(language) ?? ""
    let inside = Box(
      line.indicator.name(language), remark: isSample ? sample : ""
    ).draw(in: area, on: &frame.canvas, marks: state.marks)
    let layout = IndicatorsLayout(state)
    let remarks = layout.facts == nil ? outlook(line, state, width: inside.columns) : []
    let shown = remarks.prefix(max(0, min(inside.rows / 3, inside.rows - 6)))
    chart(line, state).draw(
      in: inside.prefix(rows: inside.rows - shown.count).inset(x: 1, y: 0), on: &frame.canvas,
      marks: state.marks)
    for (number, remark) in shown.enumerated() {
      let y = inside.maxY - shown.count + number
      frame.put(
        remark.text, x: inside.x + 1, y: y, width: inside.columns - 2, Style(remark.role))
    }
  }

  func chart(_ line: IndicatorBoard.Line, _ state: AppState) -> LineChart {
    let language = state.language
    let target = line.target.map { target in
      LineChart.Level(
        target.value.approximate,
        words: "\(Words.Indicators.target(language)) \(Spoken.value(target))\(line.sign)",
        kind: .target)
    }
    let benchmarks = line.drawnBenchmarks.map { benchmark in
      LineChart.Level(
        benchmark.value.approximate, words: Spoken.briefly(benchmark, language) + line.sign,
        kind: .benchmark)
    }
    let breaks = line.years.indices.filter { line.years[$0].flags.contains(.breakInSeries) }
    let loose = line.years.indices.filter { !line.years[$0].missing.isEmpty }
    let words = line.last.map { $0.value + line.sign } ?? ""
    return LineChart(
      labels: line.years.map { "\($0.period)" },
      series: [.init(line.years.map(\.height), role: .accent, words: words, loose: Set(loose))],
      levels: (target.map { [$0] } ?? []) + benchmarks, breaks: Set(breaks),
      selected: line.years.count - 1 - years.selected, unit: line.indicator.unit.name(language))
  }

  /// Sentences on the target, in the order of what matters; each on one line.
  private func outlook(
    _ line: IndicatorBoard.Line, _ state: AppState, width: Int
  ) -> [(text: String, role: Role)] {
    let language = state.language
    let target = line.target.map { Spoken.target($0, state) }
    var remarks: [(String, Role)] = [
      (
        target.map { "\(Words.Indicators.target(language)) \($0)" }
          ?? Words.Indicators.noTarget(language), target == nil ? .faint : .title
      )
    ]
    remarks += line.brief.enumerated().map { number, words in
      (words(language), number == 0 && line.target != nil ? line.signal.role : .plain)
    }
    remarks += line.drawnBenchmarks.map { benchmark in
      (
        "\(Words.Indicators.benchmark(language)) \(benchmark.region(language)) "
          + "\(benchmark.year)\(state.marks.dot)\(benchmark.value)\(line.sign)", .faint
      )
    }
    return remarks
  }
}

extension IndicatorBoard.Line {
  /// Benchmarks that may be compared, the newest of each region, at most two.
  var drawnBenchmarks: [Benchmark] {
    Array(benchmarks.filter(\.isComparable).newestOfEachRegion.prefix(2))
  }
}

extension [Benchmark] {
  /// The newest one of each region, in their order.
  var newestOfEachRegion: [Benchmark] {
    filter { one in !contains { $0.region == one.region && $0.year > one.year } }
  }
}
