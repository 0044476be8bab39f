import Foundation

/// Checks of figures against the year before, the ledger, and each other.
extension FigureChecks {
  /// Slips of ×10,000 and leaps of each part, then of the share.
  func leaps(_ sent: SentFigure, _ last: Figure, _ indicator: Indicator) -> [Finding] {
    let parts = [
      (sent.figure.numerator, last.numerator, sent.numeratorAt, indicator.numerator),
      (
        sent.figure.denominator, last.denominator, sent.denominatorAt,
        indicator.denominator ?? indicator.numerator
      ),
    ]
    let found = parts.compactMap { now, before, at, part -> Finding? in
      guard let now, let before, now > 0, before > 0 else { return nil }
      return leap(now, before, at ?? sent.figure.source, part)
    }
    guard found.isEmpty, indicator.kind == .share, indicator.factor == 100,
      let now = computed(sent.figure, indicator), let before = computed(last, indicator),
      abs(now - before) > limits.leapOfShare
    else { return found }
    let change = (said(before, 2), said(now, 2), said(abs(now - before), 2))
    return [
      FigureCheck.leap.finding(
        "“\(indicator.short.zh)”由上年的 \(change.0)% 变为 \(change.1)%，相差 \(change.2) 个百分点；请核对。",
        "“\(indicator.short.en)” goes from \(change.0) % to \(change.1) %, by \(change.2) points; check "
          + "it.", at: sent.figure.source)
    ]
  }

  private func leap(
    _ now: Decimal, _ before: Decimal, _ place: SourcePlace, _ part: Indicator.Part
  ) -> Finding? {
    let ratio = now > before ? now / before : before / now
    let words = (said(before), said(now))
    if ratio > 10_000 / limits.slipWidth, ratio < 10_000 * limits.slipWidth,
      max(now, before) >= 10_000
    {
      return FigureCheck.timesTenThousand.finding(
        "“\(part.name.zh)”上年是 \(words.0)，这次是 \(words.1)，约差 1 万倍；应以\(part.unit.name.zh)计，"
          + "请看单位。",
        "“\(part.name.en)” was \(words.0) the year before and is \(words.1) now, some ×10,000; it counts "
          + "in \(part.unit.name.en): look at the unit.", at: place, words: words.1)
    }
    guard ratio > limits.leapOfPart, max(now, before) >= limits.leapFrom else { return nil }
    return FigureCheck.leap.finding(
      "“\(part.name.zh)”上年是 \(words.0)，这次是 \(words.1)，相差 \(said(ratio, 1)) 倍；请核对。",
      "“\(part.name.en)” was \(words.0) the year before and is \(words.1) now, a factor of "
        + "\(said(ratio, 1)); check it.", at: place, words: words.1)
  }

  /// What an import changes of what stands in the ledger; a figure that is the same is no news.
  func correction(_ sent: SentFigure, _ stands: Figure, _ indicator: Indicator) -> Finding? {
    guard !sent.figure.isSame(as: stands) else { return nil }
    let place = name(sent.figure.place)
    let (old, now) = (parts(stands), parts(sent.figure))
    return FigureCheck.correction.finding(
      "\(place.zh) \(sent.figure.period) 年“\(indicator.short.zh)”台账已有 \(old)，这次是 \(now)；导入后以这次为准。",
      "\(place.en) \(sent.figure.period), “\(indicator.short.en)”: the ledger has \(old), this gives "
        + "\(now), which will stand.", at: sent.figure.source)
  }

  private func parts(_ figure: Figure) -> String {
    [figure.numerator, figure.denominator].compactMap { $0 }.map { said($0) }
      .joined(separator: "/")
      + (figure.numerator == nil ? figure.stated.map { said($0) } ?? "" : "")
  }

  func twice(_ sent: SentFigure, _ first: SentFigure, _ indicator: Indicator) -> Finding {
    let isSame = sent.figure.isSame(as: first.figure)
    let at = first.figure.source
    let stood = [at.file, at.sheet, at.cell].compactMap { $0 }.joined(separator: " ")
    let place = name(sent.figure.place)
    // Ratios of parts cannot be added up.
    let isOfParts = !isSame && [sent, first].allSatisfy { $0.figure.stated == nil }
    let more =
      isOfParts
      ? Phrase(
        "，各是其中一部分的（如市本级和各县、职工和居民）请先相加",
        ", or add them up first where each is a part (the own level and the counties, say)")
      : Phrase("", "")
    return FigureCheck.enteredTwice.finding(
      "\(place.zh) \(sent.figure.period) 年“\(indicator.short.zh)”在 \(stood) 已经填过\(isSame ? "，数相同" : "，数不相同")；只留一处\(more.zh)。",
      "\(place.en) \(sent.figure.period), “\(indicator.short.en)” stands in \(stood) already, "
        + "\(isSame ? "with the same numbers" : "with other numbers"); keep one\(more.en).",
      at: sent.figure.source, severity: isSame ? .warning : .error)
  }

  /// Every place of the import whose parts are all known, against their sum.
  func sums(of sent: [SentFigure], _ byKey: [Figure.Key: SentFigure]) -> [Finding] {
    var seen: Set<Figure.Key> = []
    return sent.flatMap { one -> [Finding] in
      var wholes = [one.figure.key]
      if let parent = divisions[one.figure.place]?.parent {
        var key = one.figure.key
        key.place = parent
        wholes.append(key)
      }
      return wholes.filter { seen.insert($0).inserted }.flatMap { sum($0, byKey) }
    }
  }

  private func sum(_ key: Figure.Key, _ byKey: [Figure.Key: SentFigure]) -> [Finding] {
    guard let indicator = book[key.indicator], let whole = byKey[key]?.figure ?? standing(key)
    else { return [] }
    let level = divisions[key.place]?.level
    let places = divisions.parts(of: key.place)
    guard let part = places.first?.level, part <= indicator.lowestLevel || level == .province else {
      return []
    }
    var figures: [Figure] = []
    for place in places {
      var part = key
      part.place = place.id
      guard let figure = byKey[part]?.figure ?? standing(part) else { return [] }
      figures.append(figure)
    }
    let own = divisions.own(of: key.place).flatMap { own -> Figure? in
      let part = Figure.Key(key.indicator, in: own.id, key.period)
      return byKey[part]?.figure ?? standing(part)
    }
    if let own { figures.append(own) }
    let isOfImport =
      byKey[key] != nil
      && figures.allSatisfy { figure in
        byKey[Figure.Key(key.indicator, in: figure.place, key.period)] != nil
      }
    let sent =
      byKey[key]
      ?? figures.lazy.compactMap {
        byKey[Figure.Key(key.indicator, in: $0.place, key.period)]
      }.first
    let parts: [(Decimal?, [Decimal?], SourcePlace?, Indicator.Part?)] = [
      (whole.numerator, figures.map(\.numerator), byKey[key]?.numeratorAt, indicator.numerator),
      (
        whole.denominator, figures.map(\.denominator), byKey[key]?.denominatorAt,
        indicator.denominator
      ),
    ]
    // What a whole has over its parts in numerator and denominator alike may be its own level.
    let isOver =
      own == nil
      && parts.allSatisfy { given, numbers, _, _ in
        guard let given, let sum = Self.sum(numbers) else { return true }
        return given > sum && !adds(sum, numbers, to: given)
      }
    return parts.compactMap { given, numbers, at, part in
      guard let given, let part, let sum = Self.sum(numbers), !adds(sum, numbers, to: given) else {
        return nil
      }
      let place = name(key.place)
      var kind =
        level == .city ? Phrase("各县", "counties") : divisions.parting(of: key.place).all
      // 各县和市本级: what the sum has in it is said.
      if own != nil, let part = divisions.own(of: key.place) {
        kind = Phrase("\(kind.zh)和\(part.name.suffix(3))", "\(kind.en) and its own level")
      }
      if isOver {
        return over(key, part, given, sum, kind, at ?? sent?.figure.source ?? SourcePlace())
      }
      return FigureCheck.citySum.finding(
        "\(place.zh)“\(part.name.zh)”是 \(said(given))，\(kind.zh)之和是 \(said(sum))，差 \(said(given - sum))；请核对。",
        "“\(part.name.en)” of \(place.en) is \(said(given)), its \(kind.en) add up to \(said(sum)), "
          + "\(said(given - sum)) apart; check them.",
        at: at ?? sent?.figure.source ?? SourcePlace(), words: said(given),
        severity: isOfImport ? .error : .warning)
    }
  }

  /// A whole that has more than its parts, of whose own level nothing was sent: it is kept as stated.
  private func over(
    _ key: Figure.Key, _ part: Indicator.Part, _ given: Decimal, _ sum: Decimal,
    _ kind: Phrase, _ at: SourcePlace
  ) -> Finding {
    let (place, own) = (name(key.place), divisions.own(of: key.place))
    return FigureCheck.citySum.finding(
      "\(place.zh)“\(part.name.zh)”是 \(said(given))，\(kind.zh)之和是 \(said(sum))，多 \(said(given - sum))；"
        + "没有“\(own?.name ?? "本级")”一行，按所填的数登记为\(place.zh)的数。多出的是本级的请加一行“\(own?.name ?? "本级")”，"
        + "不是的请改正。",
      "“\(part.name.en)” of \(place.en) is \(said(given)), its \(kind.en) add up to \(said(sum)), "
        + "\(said(given - sum)) less; there is no row “\(own?.english ?? "own level")”, and what is given is "
        + "kept as stated. Add that row where the rest is its own, else mend the number.",
      at: at, words: said(given), severity: .warning)
  }

  /// The sum, where every number is there.
  public static func sum(_ numbers: [Decimal?]) -> Decimal? {
    var sum: Decimal = 0
    for number in numbers {
      guard let number else { return nil }
      sum += number
    }
    return sum
  }

  /// Whether parts add up, to what rounding each of them may have lost.
  func adds(_ sum: Decimal, _ parts: [Decimal?], to whole: Decimal) -> Bool {
    let numbers = parts.compactMap { $0 } + [whole]
    let digits = min(6, max(0, numbers.map { -$0.exponent }.max() ?? 0))
    guard digits > 0 else { return sum == whole }
    let half = Decimal(sign: .plus, exponent: -digits, significand: 1) / 2
    return abs(sum - whole) <= half * Decimal(numbers.count)
  }
}

extension Figure {
  /// Whether another figure says the same, wherever it came from.
  public func isSame(as other: Figure) -> Bool {
    key == other.key && numerator == other.numerator && denominator == other.denominator
      && (numerator != nil || stated == other.stated) && flags == other.flags
  }
}
