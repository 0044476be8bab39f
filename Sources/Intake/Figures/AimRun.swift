import Reform

/// What was counted before a general word (占比, 分子) of the same table, on its left or above it.
struct AimRun {
  private var run: [ColumnNames.Aim] = []
  /// Those of the last name.
  private var last: [ColumnNames.Aim] = []

  /// Takes in what a name counts; one behind a value begins anew.
  mutating func take(_ aims: [ColumnNames.Aim]) {
    guard !aims.isEmpty else { return }
    if run.last?.part == .value { run = [] }
    add(aims)
  }

  /// Takes in what a row counts; behind one that is not known, or a part of another, nothing is.
  mutating func take(_ head: RowHead, isPart: Bool) {
    guard head.use == nil else { return }
    if isPart || head.aims.isEmpty && head.number.part == nil { self = AimRun() }
    if !isPart { take(head.aims) }
  }

  /// Takes in what a general word was found to mean.
  mutating func add(_ aims: [ColumnNames.Aim]) {
    run += aims
    last = aims
  }

  /// The indicator of a part behind others; of a value the one of which both parts stand before it. A share
  /// (占比) is one of per cent.
  func indicator(
    of part: FigurePart, isShare: Bool, _ book: IndicatorCatalogue
  ) -> Indicator? {
    guard part == .value else { return last.first.flatMap { book[$0.indicator] } }
    let fitting = Set(run.map(\.indicator)).filter { id in
      !isShare || book[id]?.unit == .percent
    }
    let all = Set(run)
    let whole = fitting.filter { id in
      guard let indicator = book[id], indicator.denominator != nil else { return true }
      return [FigurePart.numerator, .denominator].allSatisfy {
        all.contains(.init(indicator: id, part: $0))
      }
    }
    let found = whole.isEmpty ? fitting : whole
    let near = found.intersection(last.map(\.indicator))
    // Behind two shares that may be meant none is.
    return near.count == 1 ? near.first.flatMap { book[$0] } : nil
  }
}
