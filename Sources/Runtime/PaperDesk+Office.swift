import Bundle
import LedgerStore
import Papers
import Reform

/// Each paper of the office made from what the ledger holds, or a sentence why there is none:
/// commands and screens call these.
extension PaperDesk {
  /// The place of a code; what a city runs itself (市本级) has no paper of its own.
  func place(_ code: Division.Code) throws(Fault) -> Division {
    guard let place = catalogue.divisions[code] else {
      throw Fault("没有代码为 \(code) 的地区。", "There is no place \(code).")
    }
    try Self.refuseOwnLevel(place)
    return place
  }

  /// Throws for what a city runs itself.
  public static func refuseOwnLevel(_ place: Division) throws(Fault) {
    guard place.level == .own else { return }
    throw Fault(
      "\(place.name)没有单独的材料；请写所在的市或省。",
      "There is no paper for \(place.english) alone; give its city or the province.", exitCode: 2)
  }

  /// What is said where no reminder is written.
  public static func nothingLate(in place: Division) -> Fault {
    Fault(
      "\(place.name)没有逾期的任务，没有写催报单。",
      "Nothing is late in \(place.english); no reminder was written.")
  }

  /// The figures of the day, with the targets that hold on it.
  private func figures() throws -> IndicatorReport {
    try ledger.indicatorReport(catalogue.indicators, catalogue.divisions, asOf: day)
  }

  public func brief(of place: Division) throws -> BriefPaper {
    guard let brief = try brief(of: place, try figures()) else { throw Self.unknown(place) }
    return brief
  }

  /// The circular on the province or a city.
  public func circular(on place: Division) throws -> CircularPaper {
    guard place.level != .county else {
      throw Fault("通报写省或市，不写一个县。", "A circular is on the province or a city.", exitCode: 2)
    }
    guard let progress = try progress(of: place, since: day, try figures()) else {
      throw Self.unknown(place)
    }
    return CircularPaper(progress, catalogue, language, isSample: isSample)
  }

  /// The report of a month or a year on the province or a city, as it stood at its end, or stands on
  /// the day where it is not over.
  public func report(on place: Division, _ period: Period) throws -> ReportPaper {
    guard place.level != .county else {
      throw Fault("月报、年报写省或市，不写一个县。", "A report is on the province or a city.", exitCode: 2)
    }
    try BookDays.held(period)
    guard period.begin <= day else {
      throw Fault(
        "\(period) 还没有开始，今天是 \(day)。", "\(period) has not begun; it is \(day).", exitCode: 2)
    }
    let desk = PaperDesk(
      ledger, catalogue, on: min(period.end, day), language, isSample: isSample)
    let since = period.begin.adding(days: -1)
    guard let progress = try desk.progress(of: place, since: since, try desk.figures()) else {
      throw Self.unknown(place)
    }
    return ReportPaper(progress, period, catalogue, language, isSample: isSample)
  }

  /// What has changed in a place since the end of a day.
  public func since(_ first: Day, in place: Division) throws -> SincePaper {
    SincePaper(
      try changes(since: first, in: place.id), in: place, from: first, to: day, catalogue, language,
      isSample: isSample)
  }

  /// The settlements of a year, of each county in a place that has an account.
  public func settlements(in place: Division, _ year: Int) throws -> [SettlementPaper] {
    let accounts = try ledger.groupAccounts(
      catalogue.charter, catalogue, asOf: day)
    let counties = catalogue.divisions.all(.county, within: place.id)
    let settlements = counties.map { accounts.settlement(of: $0.id, year) }
      .filter { !$0.account.isEmpty }
    guard !settlements.isEmpty else {
      throw Fault(
        "\(place.name)没有 \(year) 年的医保总额预算。",
        "There is no insurance budget of \(year) in \(place.english).")
    }
    return settlements.map { SettlementPaper($0, accounts, language, isSample: isSample) }
  }

  func settlement(of county: Division, _ year: Int) throws -> SettlementPaper {
    guard let first = try settlements(in: county, year).first else { throw Self.unknown(county) }
    return first
  }

  func meeting(_ id: Meeting.ID) throws -> Meeting {
    guard let meeting = try meetings().first(where: { $0.id == id }) else {
      throw Fault("台账里没有这次会议。", "The ledger has no such meeting.")
    }
    return meeting
  }

  // MARK: Slips

  /// All slips as of the day, their lines where the tasks stand now.
  func slips() throws -> [Slip] {
    try ledger.slips(asOf: day).map { $0.carried(into: catalogue) }
  }

  func slip(_ id: Slip.ID, _ rules: SlipRules) throws -> SlipPaper {
    guard let slip = try slips().first(where: { $0.id == id }) else {
      throw Fault("台账里没有 \(id)。", "The ledger has no slip \(id).")
    }
    return self.slip(slip, rules)
  }

  public func slip(_ slip: Slip, _ rules: SlipRules) -> SlipPaper {
    SlipPaper(slip, rules.calendar, catalogue, on: day, language, isSample: isSample)
  }

  /// The book of the slips of a place.
  public func slipBook(of place: Division, _ rules: SlipRules) throws -> SlipBook {
    let all = try slips()
    let divisions = catalogue.divisions
    return SlipBook(
      all.filter { divisions.isWithin($0.order.place, place.id) }, among: all, in: place,
      rules.calendar, divisions, on: day, language, isSample: isSample)
  }

  private static func unknown(_ place: Division) -> Fault {
    Fault("台账里没有 \(place.name)。", "The ledger has no place \(place.english).")
  }
}
