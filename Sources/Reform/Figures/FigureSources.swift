/// The batches that numbers come from (数据来源), down to the places that a sum is made of.
public struct FigureSources: Hashable, Sendable {
  /// A batch with how many of the figures came in it.
  public struct Row: Hashable, Sendable {
    public var batch: Batch
    public var figures: Int
  }

  /// By number.
  public var rows: [Row]
  /// Figures whose batch is not known.
  public var unknown: Int

  /// The batches of what an indicator comes to in some places and years.
  public init(
    _ report: IndicatorReport,
    _ asked: [(indicator: Indicator.ID, place: Division.Code, year: Int)],
    batches: [Batch]
  ) {
    var figures: Set<Figure> = []
    for one in asked {
      Self.collect(report, one.indicator, one.place, one.year, into: &figures)
    }
    var counts: [Batch.ID: Int] = [:]
    for figure in figures { if let batch = figure.batch { counts[batch, default: 0] += 1 } }
    rows = batches.compactMap { batch in
      counts[batch.id].map { Row(batch: batch, figures: $0) }
    }.sorted { $0.batch.id < $1.batch.id }
    unknown = figures.count - rows.reduce(0) { $0 + $1.figures }
  }

  private static func collect(
    _ report: IndicatorReport, _ id: Indicator.ID, _ place: Division.Code, _ year: Int,
    into figures: inout Set<Figure>
  ) {
    switch report.reading(id, in: place, year)?.basis {
    case .entered(let figure): figures.insert(figure)
    case .summed:
      for part in report.figures.parts(of: place, id, in: [year]) {
        collect(report, id, part, year, into: &figures)
      }
    case nil: break
    }
  }
}
