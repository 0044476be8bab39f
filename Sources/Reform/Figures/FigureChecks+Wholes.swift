import Foundation

/// The check on shares of one whole, which must add up to all of it.
extension FigureChecks {
  /// Places whose shares of a whole do not add up to 100 %, one of the import and the others of it
  /// or of the ledger; rounding of each to its last printed digit is let pass.
  func wholes(_ sent: [SentFigure], _ byKey: [Figure.Key: SentFigure]) -> [Finding] {
    let groups = Dictionary(grouping: book.all.filter { $0.whole != nil }) { $0.whole ?? "" }
    guard !groups.isEmpty else { return [] }
    var seen: Set<Figure.Key> = []
    return sent.compactMap { one in
      guard let whole = book[one.figure.indicator]?.whole, let shares = groups[whole],
        shares.count > 1, let first = shares.first
      else { return nil }
      var key = one.figure.key
      key.indicator = first.id
      guard seen.insert(key).inserted else { return nil }
      return finding(on: shares, at: one, byKey)
    }
  }

  private func finding(
    on shares: [Indicator], at one: SentFigure, _ byKey: [Figure.Key: SentFigure]
  ) -> Finding? {
    var values: [Decimal] = []
    for indicator in shares {
      var key = one.figure.key
      key.indicator = indicator.id
      guard let figure = byKey[key]?.figure ?? standing(key),
        let value = computed(figure, indicator)
      else { return nil }
      values.append(value)
    }
    let sum = values.reduce(0, +)
    // Each share may have lost half of its second decimal.
    guard abs(sum - 100) > Decimal(values.count) / 200 else { return nil }
    let listed = zip(shares, values).map { indicator, value in
      (
        zh: "\(indicator.short.zh) \(said(value, 2))%",
        en: "\(indicator.short.en) \(said(value, 2)) %"
      )
    }
    let place = name(one.figure.place)
    return FigureCheck.sharesOfWhole.finding(
      "\(place.zh)的\(listed.map(\.zh).joined(separator: "、"))相加是 \(said(sum, 2))%，应为 100%；请核对各项和总额。",
      "\(place.en): \(listed.map(\.en).joined(separator: ", ")) add up to \(said(sum, 2)) %, not to "
        + "100 %; check the shares and the whole.",
      at: one.numeratorAt ?? one.statedAt ?? one.figure.source, words: said(sum, 2))
  }
}
