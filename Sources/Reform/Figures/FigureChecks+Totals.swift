import Foundation

/// Checks of total rows against the rows that they add up.
extension FigureChecks {
  func total(_ total: SentTotal, _ byKey: [Figure.Key: SentFigure]) -> [Finding] {
    // A place that stands twice is entered once, and counts once.
    var seen: Set<Division.Code> = []
    let figures = total.places.filter { seen.insert($0).inserted }.compactMap {
      byKey[Figure.Key(total.indicator, in: $0, total.period)]?.figure
    }
    guard !figures.isEmpty, let indicator = book[total.indicator] else { return [] }
    let parts: [(Decimal?, [Decimal?], SourcePlace?, Indicator.Part?)] = [
      (total.numerator, figures.map(\.numerator), total.numeratorAt, indicator.numerator),
      (total.denominator, figures.map(\.denominator), total.denominatorAt, indicator.denominator),
    ]
    let ratio = [ratio(of: total, figures, indicator)].compactMap { $0 }
    return ratio
      + parts.compactMap { given, numbers, at, part in
        let there = numbers.compactMap { $0 }
        let sum = there.reduce(0, +)
        guard let given, let part, let at, !adds(sum, there, to: given) else { return nil }
        return FigureCheck.totalRow.finding(
          "合计行“\(part.name.zh)”是 \(said(given))，各行之和是 \(said(sum))，差 \(said(given - sum))；请核对各行和合计。",
          "The total of “\(part.name.en)” is \(said(given)), the rows add up to \(said(sum)), "
            + "\(said(given - sum)) apart; check them.", at: at, words: said(given))
      }
  }

  /// The ratio of a total row against its own parts, or where it has none against those of its rows.
  private func ratio(
    of total: SentTotal, _ figures: [Figure], _ indicator: Indicator
  ) -> Finding? {
    guard let given = total.stated, let at = total.statedAt else { return nil }
    var whole = Figure(
      total.indicator, in: "", total.period, numerator: total.numerator,
      denominator: total.denominator, stated: given, source: at)
    if total.numerator != nil {
      return stated(SentFigure(whole, statedAt: at), indicator)
    }
    whole.numerator = Self.sum(figures.map(\.numerator))
    whole.denominator = Self.sum(figures.map(\.denominator))
    guard whole.numerator != nil, let value = computed(whole, indicator), !agree(given, value)
    else {
      return nil
    }
    return FigureCheck.totalRow.finding(
      "合计行“\(indicator.short.zh)”是 \(said(given))，各行的分子、分母相加算得 \(said(value, 2))；请核对。",
      "The total of “\(indicator.short.en)” is \(said(given)), the parts of its rows make \(said(value, 2)); check "
        + "them.", at: at, words: said(given), severity: .warning)
  }
}
