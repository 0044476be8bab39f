extension Deadline {
  /// The day or the days that were understood, for whoever has written it: 2027-02-28, 每年2月底（首期
  /// 2027-02-28）.
  public func understood(issued: Day?) -> Phrase {
    let soft = isSoft ? Phrase("（力争）", " (aim)") : Phrase("", "")
    let first = issued.flatMap { installments(on: $0, issued: $0).first?.due } ?? due
    let from = first.map { Phrase("（首期 \($0)）", " (first by \($0))") } ?? Phrase("", "")
    let (low, high) = (years.min() ?? 0, years.max() ?? 0)
    let what: Phrase =
      switch kind {
      case .date, .year, .range: due.map { Phrase("\($0)", "\($0)") } ?? Phrase("没有日子", "no day")
      case .yearly: Phrase("每年年底\(from.zh)", "the end of every year\(from.en)")
      case .yearlyBy:
        Phrase("每年 \(by?.said.zh ?? "")\(from.zh)", "every year by \(by?.said.en ?? "")\(from.en)")
      case .rangeYearly:
        Phrase("\(low)—\(high) 年每年年底", "the end of every year, \(low) to \(high)")
      case .ongoing: Phrase("持续推进，没有到期日", "ongoing, without a day")
      case .asRequired: Phrase("按要求，没有到期日", "as the state requires, without a day")
      }
    return Phrase(what.zh + soft.zh, what.en + soft.en)
  }
}

extension YearDay {
  /// 2月底, 3月31日.
  fileprivate var said: Phrase {
    guard let day else { return Phrase("\(month)月底", "the end of month \(month)") }
    return Phrase("\(month)月\(day)日", description)
  }
}

extension ReformTask {
  /// The days of all its deadlines as they were understood; none for a task without one.
  public func understood(issued: Day?) -> Phrase {
    let days = deadlines.map { $0.understood(issued: issued) }
    guard !days.isEmpty else { return Phrase("没有写时限", "no deadline") }
    return Phrase(
      "时限 \(days.map(\.zh).joined(separator: "；"))",
      "due \(days.map(\.en).joined(separator: "; "))")
  }
}
