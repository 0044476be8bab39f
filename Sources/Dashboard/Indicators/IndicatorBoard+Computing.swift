import Reform

extension IndicatorBoard {
  /// The board of a place, out of the figures of a day.
  public init(_ figures: Figures, in place: Division.Code, _ catalogue: Catalogue) {
    let report = figures.report
    let level = catalogue.divisions[place]?.level ?? .province
    self.place = place
    lines = report.book.all.filter { $0.lowestLevel >= level || $0.isMonitored }
      .filter { figures.request.isWhole || $0.isMonitored }
      .map { Line($0, in: place, report, on: figures.request.day) }
  }
}

extension IndicatorBoard.Line {
  init(
    _ indicator: Indicator, in place: Division.Code, _ report: IndicatorReport, on day: Day
  ) {
    self.indicator = indicator
    // What was published later was not known on the day.
    benchmarks = report.book.benchmarks(of: indicator.id).filter { $0.year <= day.year }
    let trend = report.trend(indicator.id, in: place)
    let points = trend?.points.drop { $0.reading == nil } ?? []
    years = points.map { IndicatorBoard.Year($0, indicator) }
    while years.last?.height == nil, years.last != nil, years.last?.numerator == "" {
      years.removeLast()
    }
    guard let last = lastYear else {
      target = report.target(of: indicator.id, in: place, day.year)
      reason = Phrase("没有数据", "no figures")
      return
    }
    target = report.target(of: indicator.id, in: place, last)
    guard let gap = report.gap(indicator.id, in: place, last) else {
      reason = Phrase("没有目标值，不亮灯", "no target, so no light")
      outlook = [Self.pace(trend?.pace(upTo: last), indicator)].compactMap { $0 }
      brief = outlook.map(\.text)
      return
    }
    (signal, reason) = Self.light(gap, year: last)
    outlook = Self.outlook(gap, indicator)
    brief = Self.brief(gap, indicator)
    reachedAhead = gap.isMet ? nil : gap.yearReached
  }

  /// Green where the target is met, red where it is overdue or gets no nearer, yellow otherwise.
  private static func light(_ gap: TargetGap, year: Int) -> (Signal, Phrase) {
    if gap.isMet { return (.green, Phrase("已达到目标", "the target is met")) }
    if let due = gap.target.year, due <= year {
      return (.red, Phrase("目标年份 \(due) 年已到，没有达到", "due by \(due) and not met"))
    }
    guard gap.pace != nil else {
      return (.yellow, Phrase("没有达到，速度还算不出", "not met; the pace cannot be told"))
    }
    guard let reached = gap.yearReached else {
      return (.red, Phrase("没有达到，按现在的速度也达不到", "not met, and not at the present pace"))
    }
    if let due = gap.target.year, reached > due {
      return (
        .yellow,
        Phrase(
          "按现在的速度 \(reached) 年才达到，晚于 \(due) 年", "at the present pace in \(reached), after \(due)")
      )
    }
    return (.yellow, Phrase("没有达到，在接近", "not met yet, but nearer"))
  }

  static func outlook(
    _ gap: TargetGap, _ indicator: Indicator
  ) -> [IndicatorBoard.Remark] {
    guard !gap.isMet else {
      return [.init(Words.Indicators.gap, Words.Indicators.met), pace(of: gap, indicator)]
        .compactMap { $0 }
    }
    let unit = indicator.unit.difference
    let points = indicator.shown(gap.value.magnitude)
    let verb = verb(gap)
    var missing = Phrase("\(verb.zh) \(points) \(unit.zh)", "\(points) \(unit.en) \(verb.en)")
    if let numerator = gap.numerator?.magnitude {
      let part = indicator.numerator
      let words = part.unit.said(numerator)
      let held = indicator.denominator.map {
        Phrase("，按\($0.name.zh)不变计", ", \($0.name.en) held constant")
      }
      missing = Phrase(
        "\(verb.zh) \(words.zh)（\(part.name.zh)\(held?.zh ?? "")），即 \(points) \(unit.zh)",
        "\(words.en) \(verb.en) (\(part.name.en)\(held?.en ?? "")), \(points) \(unit.en)")
    }
    let needed = gap.paceNeeded.map { needed in
      let words = signed(needed, indicator)
      return IndicatorBoard.Remark(
        Words.Indicators.pace,
        Phrase("要按时达到，每年须变动 \(words) \(unit.zh)", "needed each year: \(words) \(unit.en)"))
    }
    return [.init(Words.Indicators.gap, missing), pace(of: gap, indicator), needed, reached(gap)]
      .compactMap { $0 }
  }

  /// What is missing; the pace, and where it leads.
  private static func brief(_ gap: TargetGap, _ indicator: Indicator) -> [Phrase] {
    let unit = indicator.unit.difference
    var pace = gap.pace.map { pace in
      let words = signed(pace, indicator)
      let years = gap.paceYears ?? 1
      return Phrase(
        "近 \(years) 年每年 \(words) \(unit.zh)",
        "\(words) \(unit.en) a year over \(Plural("year").of(years))")
    }
    guard !gap.isMet else { return [Words.Indicators.met, pace].compactMap { $0 } }
    let points = indicator.shown(gap.value.magnitude)
    let verb = Self.verb(gap)
    var missing = Phrase("\(verb.zh) \(points) \(unit.zh)", "\(points) \(unit.en) \(verb.en)")
    if let numerator = gap.numerator?.magnitude, indicator.numerator.unit != indicator.unit {
      let words = indicator.numerator.unit.said(numerator)
      let held = gap.holdsDenominator ? Words.Indicators.held : Phrase("", "")
      missing = Phrase(
        "\(verb.zh) \(words.zh)\(held.zh)，即 \(points) \(unit.zh)",
        "\(words.en) \(verb.en)\(held.en), \(points) \(unit.en)")
    }
    let end = reached(gap).text
    pace = pace.map { Phrase("\($0.zh)，\(end.zh)", "\($0.en), \(end.en)") } ?? end
    return [missing, pace].compactMap { $0 }
  }

  private static func verb(_ gap: TargetGap) -> Phrase {
    gap.value > 0 ? Phrase("还差", "short") : Phrase("高出", "too much")
  }

  private static func pace(of gap: TargetGap, _ indicator: Indicator) -> IndicatorBoard.Remark? {
    gap.pace.flatMap { yearly in
      pace(Pace(yearly: yearly, years: gap.paceYears ?? 1), indicator)
    }
  }

  /// The pace, and over how many years it is the mean.
  private static func pace(_ pace: Pace?, _ indicator: Indicator) -> IndicatorBoard.Remark? {
    pace.map { pace in
      let words = signed(pace.yearly, indicator)
      let (unit, years) = (indicator.unit.difference, pace.years)
      let span = years == 1 ? Phrase("只看近 1 年，", ", 1 year only") : nil
      return .init(
        Words.Indicators.pace,
        Phrase(
          (span?.zh ?? "近 \(years) 年平均") + "每年 \(words) \(unit.zh)",
          "\(words) \(unit.en) a year" + (span?.en ?? ", the mean of \(years) years")))
    }
  }

  private static func reached(_ gap: TargetGap) -> IndicatorBoard.Remark {
    let words =
      gap.yearReached.map { year in
        Phrase("按现在的速度 \(year) 年达到", "at the present pace in \(year)")
      }
      ?? (gap.pace == nil
        ? Phrase("速度算不出：缺上一年的可比数", "cannot be told: no year before to compare")
        : Phrase("按现在的速度达不到", "not at the present pace"))
    return .init(Words.Indicators.reached, words)
  }

  /// With its sign, `+0.52`.
  static func signed(_ value: Amount, _ indicator: Indicator) -> String {
    (value > 0 ? "+" : "") + indicator.shown(value)
  }
}

extension IndicatorBoard.Year {
  init(_ point: Trend.Point, _ indicator: Indicator) {
    period = .year(point.year)
    guard let reading = point.reading else { return }
    numerator = reading.numerator?.plain ?? ""
    denominator = reading.denominator?.plain ?? ""
    value = reading.value.map(indicator.shown) ?? ""
    height = reading.value?.approximate
    change = point.change.map { IndicatorBoard.Line.signed($0, indicator) } ?? ""
    if let across = point.changeAcrossBreak {
      // In brackets: not comparable with the year before.
      change = "(\(IndicatorBoard.Line.signed(across, indicator)))"
    }
    rise = point.change?.approximate
    flags = reading.flags
    missing = reading.missing
    if case .summed = reading.basis { isSum = true }
  }
}
