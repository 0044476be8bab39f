import Foundation

/// Checks of a figure's parts against each other.
extension FigureChecks {
  /// Years that are not over, each said once in a file.
  func yearsNotOver(_ sent: [SentFigure]) -> [Finding] {
    var seen: Set<[String]> = []
    return sent.compactMap { one in
      let period = one.figure.period
      guard period.end >= today,
        seen.insert([one.figure.source.file ?? "", period.description]).inserted
      else { return nil }
      return FigureCheck.yearNotOver.finding(
        "\(period) 年还没有结束（今天是 \(today)），不能报全年数。",
        "\(period) is not over (today is \(today)); figures of a whole year cannot be there yet.",
        at: one.figure.source)
    }
  }

  func wrongLevel(_ sent: SentFigure, _ indicator: Indicator) -> Finding? {
    guard let place = divisions[sent.figure.place], place.level > indicator.lowestLevel else {
      return nil
    }
    // An own level is sent with the places beside it: the province's with the cities.
    if place.level == .own, let parent = place.parent.flatMap({ divisions[$0] }),
      parent.level < indicator.lowestLevel
    {
      return nil
    }
    let level =
      indicator.lowestLevel == .city ? ("市", "by city") : ("省", "for the province as a whole")
    return FigureCheck.wrongLevel.finding(
      "“\(indicator.short.zh)”只收到\(level.0)一级，\(place.name)不单独填报。",
      "“\(indicator.short.en)” is collected \(level.1), not for \(place.english).",
      at: sent.figure.source, words: place.name)
  }

  func negatives(_ sent: SentFigure, _ indicator: Indicator) -> [Finding] {
    let parts = [
      (sent.figure.numerator, sent.numeratorAt, indicator.numerator.name),
      (sent.figure.denominator, sent.denominatorAt, indicator.denominator?.name ?? indicator.name),
      (sent.figure.stated, sent.statedAt, indicator.name),
    ]
    return parts.compactMap { number, at, name in
      guard let number, number < 0 else { return nil }
      return FigureCheck.negative.finding(
        "“\(name.zh)”是负数 \(said(number))；应不小于 0。",
        "“\(name.en)” is negative, \(said(number)); it must be at least 0.",
        at: at ?? sent.figure.source, words: said(number))
    }
  }

  func missingPart(_ sent: SentFigure, _ indicator: Indicator) -> Finding? {
    guard let denominator = indicator.denominator else { return nil }
    let (above, below) = (sent.figure.numerator, sent.figure.denominator)
    guard (above == nil) != (below == nil) else { return nil }
    let missing = above == nil ? indicator.numerator : denominator
    let there = above == nil ? denominator : indicator.numerator
    return FigureCheck.missingPart.finding(
      "有“\(there.name.zh)”，缺“\(missing.name.zh)”（\(missing.unit.name.zh)）；请补上，或两项都留空。",
      "“\(there.name.en)” is there, “\(missing.name.en)” (\(missing.unit.name.en)) is missing; give "
        + "both or neither.", at: sent.figure.source)
  }

  func zeroDenominator(_ sent: SentFigure, _ indicator: Indicator) -> Finding? {
    guard sent.figure.denominator == 0, let above = sent.figure.numerator, above > 0 else {
      return nil
    }
    let name = indicator.denominator?.name ?? indicator.name
    return FigureCheck.zeroDenominator.finding(
      "分母“\(name.zh)”是 0，分子却是 \(said(above))；请核对。",
      "The denominator “\(name.en)” is 0, the numerator \(said(above)); check both.",
      at: sent.denominatorAt ?? sent.figure.source)
  }

  func overDenominator(_ sent: SentFigure, _ indicator: Indicator) -> Finding? {
    guard indicator.kind == .share, let above = sent.figure.numerator,
      let below = sent.figure.denominator, above > below
    else { return nil }
    let parts = (indicator.numerator.name, indicator.denominator?.name ?? indicator.name)
    return FigureCheck.numeratorOverDenominator.finding(
      "分子“\(parts.0.zh)” \(said(above)) 大于分母“\(parts.1.zh)” \(said(below))；分子应是分母的一部分，"
        + "请看是否填反或单位不一致。",
      "The numerator “\(parts.0.en)”, \(said(above)), is over the denominator “\(parts.1.en)”, "
        + "\(said(below)); are they swapped, or in different units?",
      at: sent.numeratorAt ?? sent.figure.source, words: said(above))
  }

  /// What the parts give, in the unit of the indicator.
  func computed(_ figure: Figure, _ indicator: Indicator) -> Decimal? {
    guard indicator.denominator != nil else { return figure.numerator }
    guard let above = figure.numerator, let below = figure.denominator, below != 0 else {
      return figure.numerator == nil ? figure.stated : nil
    }
    return above / below * indicator.factor
  }

  func stated(_ sent: SentFigure, _ indicator: Indicator) -> Finding? {
    guard let stated = sent.figure.stated, sent.figure.numerator != nil,
      let value = computed(sent.figure, indicator), !agree(stated, value)
    else { return nil }
    let place = sent.statedAt ?? sent.figure.source
    let digits = abs(value) < 1 ? 6 : 2
    let words = (said(stated), said(value, digits) + indicator.unit.name.zh)
    for (factor, check, times) in [
      (Decimal(100), FigureCheck.timesHundred, "100 倍"),
      (10_000, .timesTenThousand, "1 万倍"),
    ] where isClose(stated * factor, value) || isClose(stated, value * factor) {
      let en = factor == 100 ? "100" : "10,000"
      return check.finding(
        "填的是 \(words.0)，由分子分母算得 \(words.1)，差 \(times)；请看百分号或单位（元、万元）。",
        "\(words.0) is given, the parts make \(said(value, digits)): a slip of ×\(en). Look at the per-cent "
          + "sign or the units.", at: place, words: words.0, severity: .error)
    }
    return FigureCheck.statedDiffers.finding(
      "填的是 \(words.0)，由分子分母算得 \(words.1)；请核对三个数。",
      "\(words.0) is given, the parts make \(said(value, digits)); check all three.", at: place,
      words: words.0)
  }

  /// Whether a stated value is what its parts give, to the digits that were stated.
  func agree(_ stated: Decimal, _ value: Decimal) -> Bool {
    let digits = max(0, -stated.exponent)
    let half = Decimal(sign: .plus, exponent: -digits, significand: 1) / 2
    let tolerance = digits > 6 ? Decimal(sign: .plus, exponent: -6, significand: 1) : half
    return abs(stated - value) <= tolerance
  }

  private func isClose(_ one: Decimal, _ other: Decimal) -> Bool {
    abs(one - other) * 100 <= max(abs(one), abs(other)) * 2
  }

  /// A share that was given without its parts must lie within 0 and 100.
  func outOfRange(_ sent: SentFigure, _ indicator: Indicator) -> Finding? {
    guard indicator.kind == .share, indicator.factor == 100, sent.figure.numerator == nil,
      let stated = sent.figure.stated
    else { return nil }
    let place = sent.statedAt ?? sent.figure.source
    if stated > 100 {
      return FigureCheck.outOfRange.finding(
        "“\(indicator.short.zh)”填的是 \(said(stated))；占比应在 0 到 100 之间。",
        "“\(indicator.short.en)” is given as \(said(stated)); a share lies between 0 and 100.",
        at: place, words: said(stated))
    }
    guard stated > 0, stated < 1 else { return nil }
    return FigureCheck.timesHundred.finding(
      "“\(indicator.short.zh)”填的是 \(said(stated))%；是不是 \(said(stated * 100))%？请按百分数填写。",
      "“\(indicator.short.en)” is given as \(said(stated)) %; is it \(said(stated * 100)) %? Give it in "
        + "per cent.", at: place, words: said(stated), severity: .warning)
  }
}
