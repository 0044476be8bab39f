import Foundation

/// How far figures may lie from what is expected before a person is asked.
public struct FigureLimits: Hashable, Sendable {
  /// A share that moves by more than so many points in a year is asked about.
  public var leapOfShare: Decimal = 10
  /// A part or an amount that grows by more than this factor, or falls below its inverse.
  public var leapOfPart: Decimal = 3
  /// Parts smaller than this leap easily and are left alone.
  public var leapFrom: Decimal = 30
  /// Within this factor of ×10,000 a part is taken for one in the wrong unit.
  public var slipWidth: Decimal = 4
  /// A number for each resident that is so many times that of the other places is asked about.
  public var strangeRatio: Double = 300
  /// The same of the numbers themselves, where nobody knows how many live in the places.
  public var strangeRatioOfPlaces: Double = 1000
  /// So many others must be there to be compared with.
  public var strangeAmong = 3

  public init() {}
}

/// The checks on figures that need more than one cell: parts against each other, against the year
/// before, a city against its counties.
public struct FigureChecks {
  let book: IndicatorCatalogue
  let divisions: Divisions
  /// The day on which a year must be over.
  let today: Day
  /// The figure that stands in the ledger.
  let standing: (Figure.Key) -> Figure?
  let limits: FigureLimits

  public init(
    book: IndicatorCatalogue, divisions: Divisions, today: Day,
    limits: FigureLimits = FigureLimits(),
    standing: @escaping (Figure.Key) -> Figure?
  ) {
    (self.book, self.divisions, self.today) = (book, divisions, today)
    (self.limits, self.standing) = (limits, standing)
  }

  /// All that is wrong with the figures of an import, in their order.
  public func findings(in sent: [SentFigure], totals: [SentTotal] = []) -> [Finding] {
    var findings: [Finding] = []
    var byKey: [Figure.Key: SentFigure] = [:]
    findings += yearsNotOver(sent)
    for one in sent {
      guard let indicator = book[one.figure.indicator] else { continue }
      let own = alone(one, indicator)
      findings += own
      if let first = byKey[one.figure.key] {
        findings.append(twice(one, first, indicator))
        continue
      }
      byKey[one.figure.key] = one
      if !one.isBroken, !own.contains(where: { $0.severity == .error }) {
        findings += againstLedger(one, indicator)
      }
    }
    findings += magnitudes(of: sent).filter { one in
      !findings.contains { $0.check == one.check && $0.source == one.source }
    }
    findings += sums(of: sent, byKey)
    findings += wholes(sent, byKey)
    findings += totals.flatMap { total($0, byKey) }
    return findings
  }

  /// Checks that need nothing but the figure.
  func alone(_ sent: SentFigure, _ indicator: Indicator) -> [Finding] {
    let signs = negatives(sent, indicator)
    let whole = [wrongLevel(sent, indicator)].compactMap { $0 } + signs
    guard signs.isEmpty, !sent.isBroken else { return whole }
    if let missing = missingPart(sent, indicator) { return whole + [missing] }
    if let zero = zeroDenominator(sent, indicator) { return whole + [zero] }
    return whole
      + [overDenominator(sent, indicator), stated(sent, indicator), outOfRange(sent, indicator)]
      .compactMap { $0 }
  }

  /// Checks against what the ledger holds: the year before, and the figure itself.
  func againstLedger(_ sent: SentFigure, _ indicator: Indicator) -> [Finding] {
    var before = sent.figure.key
    before.period = .year(before.period.year - 1)
    var findings: [Finding] = []
    if let last = standing(before), !sent.figure.flags.contains(.breakInSeries) {
      findings += leaps(sent, last, indicator)
    }
    if let stands = standing(sent.figure.key), let finding = correction(sent, stands, indicator) {
      findings.append(finding)
    }
    return findings
  }

  func name(_ code: Division.Code) -> (zh: String, en: String) {
    let division = divisions[code]
    return (division?.name ?? code, division?.english ?? code)
  }

  /// A number as it is said in a sentence.
  func said(_ number: Decimal, _ digits: Int? = nil) -> String {
    var (source, rounded) = (number, number)
    NSDecimalRound(&rounded, &source, digits ?? 6, .plain)
    let text = "\(rounded)"
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    var grouped = ""
    let whole = parts[0].drop { $0 == "-" }
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index).isMultiple(of: 3) { grouped.append(",") }
      grouped.append(digit)
    }
    return (number < 0 ? "-" : "") + grouped + (parts.count > 1 ? "." + parts[1] : "")
  }
}
