import Cells
import Reform
import Widgets

/// The trend with target and benchmarks, and below it what is missing and how it goes.
struct IndicatorTrend: Pane {
  struct Remark: Equatable {
    var text: String
    var role: Role
  }

  var line: IndicatorBoard.Line
  /// The selected year, the newest first.
  var year: Int
  /// Sentences on the target, in the order of what matters; each on one line.
  var outlook: [Remark]

  func draw(in area: Rect, on frame: inout Frame) {
    let language = frame.language
    let isSample = line.years.contains { $0.flags.contains(.madeUp) }
    let sample = FigureFlags.names.first { $0.flag == .madeUp }?.words(language) ?? ""
    let inside = Box(
      line.indicator.name(language), remark: isSample ? sample : ""
    ).draw(in: area, on: &frame.canvas, symbols: frame.symbols)
    let lines = outlook.flatMap { remark in
      frame.ruler.wrap(remark.text, to: max(8, inside.columns - 2)).map {
        Remark(text: $0, role: remark.role)
      }
    }
    // Wrapped only where all of it shows: what is cut then ends in the sign for that.
    let room = max(0, min(inside.rows / 3, inside.rows - 6))
    let shown = lines.count <= room ? lines : Array(outlook.prefix(room))
    chart(language).draw(
      in: inside.prefix(rows: inside.rows - shown.count).inset(x: 1, y: 0), on: &frame.canvas,
      symbols: frame.symbols)
    for (number, remark) in shown.enumerated() {
      let y = inside.maxY - shown.count + number
      frame.put(
        remark.text, x: inside.x + 1, y: y, width: inside.columns - 2, Style(remark.role))
    }
  }

  private func chart(_ language: Language) -> TrendChart {
    let target = line.target.map { target in
      let due = target.year.map { " · \($0)" } ?? ""
      return TrendChart.Level(
        target.value.approximate,
        words: "\(Words.Indicators.target(language)) \(Format.value(target))\(line.sign)\(due)",
        kind: .target)
    }
    let benchmarks = line.drawnBenchmarks.map { benchmark in
      TrendChart.Level(
        benchmark.value.approximate, words: Format.briefly(benchmark, language) + line.sign,
        kind: .benchmark)
    }
    let loose = line.years.indices.filter { !line.years[$0].missing.isEmpty }
    return TrendChart(
      labels: line.years.map { "\($0.period)" }, values: line.years.map(\.height),
      numbers: line.years.map(\.value), loose: Set(loose),
      levels: (target.map { [$0] } ?? []) + benchmarks, breaks: breaks(language),
      ahead: ahead(language), selected: line.years.count - 1 - year,
      unit: line.indicator.unit.name(language), remarks: Words.Indicators.chart(language))
  }

  private func breaks(_ language: Language) -> [Int: String] {
    let places = line.years.indices.filter { line.years[$0].flags.contains(.breakInSeries) }
    let words = places.map { place in
      "\(line.years[place].period) \(Words.Indicators.breakInSeries(language))"
    }
    return Dictionary(uniqueKeysWithValues: zip(places, words))
  }

  /// Where the present pace leads, if that is near enough to be drawn.
  private func ahead(_ language: Language) -> TrendChart.Ahead? {
    guard let target = line.target, let reached = line.reachedAhead,
      let last = line.lastYear, last == line.years.last?.period.year,
      reached > last, reached - last <= 6
    else { return nil }
    return TrendChart.Ahead(
      labels: ((last + 1)...reached).map { "\($0)" }, value: target.value.approximate,
      words: Words.Indicators.atThisPace(language))
  }

  static func outlook(_ line: IndicatorBoard.Line, _ model: Model) -> [Remark] {
    let language = model.language
    let target = line.target.map { Format.target($0, model) }
    var remarks = [
      Remark(
        text: target.map { "\(Words.Indicators.target(language)) \($0)" }
          ?? Words.Indicators.noTarget(language), role: target == nil ? .faint : .title)
    ]
    remarks += line.brief.enumerated().map { number, words in
      Remark(
        text: words(language),
        role: number == 0 && line.target != nil ? line.signal.role : .plain)
    }
    remarks += line.drawnBenchmarks.map { benchmark in
      Remark(
        text: "\(Words.Indicators.benchmark(language)) \(benchmark.region(language)) "
          + "\(benchmark.year)\(model.symbols.dot)\(benchmark.value)\(line.sign)", role: .faint)
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
