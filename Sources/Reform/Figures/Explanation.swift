import Foundation

/// Why a value is what it is (数据说明): formula, parts, where they came from, what it is held
/// against.
public struct Explanation: Hashable, Sendable {
  /// A part of a sum with what it adds; a part without figures adds nothing.
  public struct Part: Hashable, Sendable {
    public var place: Division.Code
    public var reading: Reading?
  }

  public var indicator: Indicator
  public var reading: Reading
  /// The formula with its numbers: 3,214 ÷ 9,800 × 100 = 32.80%.
  public var working: Phrase
  /// The parts of a sum; empty for an entered figure.
  public var parts: [Part]
  /// The entered figure; nil for a sum.
  public var figure: Figure?
  /// The batch that the figure came in.
  public var batch: Batch?
  /// Earlier figures of the same place and year, newest first, with their batches.
  public var earlier: [PostedFigure]
  public var target: Target?
  public var gap: TargetGap?
  public var change: Decimal?
  /// The difference across a break in the series; nil without one.
  public var changeAcrossBreak: Decimal?
  /// Published figures of elsewhere that rest on the same base.
  public var benchmarks: [Benchmark]

  /// Explains what an indicator comes to in a place and a year; nil where there is no figure.
  ///
  /// `history` is what the ledger knows of the figure (`Ledger.history(of:asOf:)`).
  public init?(
    _ report: IndicatorReport, _ id: Indicator.ID, in place: Division.Code, _ year: Int,
    history: [PostedFigure] = []
  ) {
    guard let indicator = report.book[id], let reading = report.reading(id, in: place, year) else {
      return nil
    }
    (self.indicator, self.reading) = (indicator, reading)
    working = Phrase(
      Self.working(indicator, reading, .zh), Self.working(indicator, reading, .en))
    switch reading.basis {
    case .entered(let figure):
      (self.figure, parts) = (figure, [])
      batch = history.first { $0.batch.id == figure.batch }?.batch
    case .summed:
      parts = report.figures.parts(of: place, id, in: [year]).map {
        Part(place: $0, reading: report.reading(id, in: $0, year))
      }
    }
    target = report.target(of: id, in: place, year)
    gap = report.gap(id, in: place, year)
    change = report.change(id, in: place, year)
    changeAcrossBreak = report.changeAcrossBreak(id, in: place, year)
    benchmarks = report.book.benchmarks(of: id).filter { $0.isComparable }
    let own = figure?.batch
    earlier = history.filter { $0.batch.id != own }
  }

  private static func working(
    _ indicator: Indicator, _ reading: Reading, _ language: Language
  ) -> String {
    let value = reading.value.map { indicator.shown($0) + indicator.unit.behind(language) } ?? "—"
    guard let numerator = reading.numerator else { return value }
    let times = indicator.factor == 1 ? "" : " × \(indicator.factor)"
    guard let denominator = reading.denominator else {
      return times.isEmpty ? value : "\(numerator.plain)\(times) = \(value)"
    }
    return "\(numerator.plain) ÷ \(denominator.plain)\(times) = \(value)"
  }
}
