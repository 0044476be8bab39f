import Reform

/// What was counted before a general word (占比, 分子) of the same table, on its left or above it.
struct AimRun {
  private var run: [ColumnNames.Aim] = []
  /// Those of the last name.
  private var last: [ColumnNames.Aim] = []

  /// Takes in what a name counts; a value begins anew, and so does what is behind one.
  mutating func take(_ aims: [ColumnNames.Aim]) {
    guard !aims.isEmpty else { return }
    if run.last?.part == .value || aims.contains(where: { $0.part == .value }) { run = [] }
    add(aims)
  }

  /// Takes in what a row counts; behind one that is not known, or a part of another, nothing is.
  mutating func take(_ aims: [ColumnNames.Aim], isOther: Bool) {
    if isOther { self = AimRun() } else { take(aims) }
  }

  /// Takes in what a general word was found to mean.
  mutating func add(_ aims: [ColumnNames.Aim]) {
    run += aims
    last = aims
  }

  /// The indicator of a part behind others; of a value the one of which both parts stand before it.
  ///
  /// A share (占比) is one of per cent.
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
    // Of two shares that may be meant none is, nor one whose parts do not end here.
    guard found.count == 1, let own = found.first, last.contains(where: { $0.indicator == own })
    else { return nil }
    return book[own]
  }
}
