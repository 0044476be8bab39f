import Bundle
import Dashboard
import LedgerStore
import Reform

extension Reader {
  /// The figures of a day with the targets that hold on it.
  func figures(_ request: Figures.Request, _ catalogue: Catalogue) throws -> Figures {
    let book = catalogue.indicators
    let wanted = request.isWhole ? nil : Set(book.monitored.map(\.id))
    let figures = try ledger.figures(.init(indicators: wanted), asOf: request.day)
    let report = IndicatorReport(
      figures, set: try ledger.targets(asOf: request.day), book, catalogue.divisions)
    return Figures(request, report: report, lastAct: try ledger.lastAct())
  }

  /// What a value rests on; nil where there is none.
  func explanation(
    of key: Figure.Key, on day: Day, _ report: IndicatorReport?
  ) throws -> Explanation? {
    guard let report else { return nil }
    return Explanation(
      report, key.indicator, in: key.place, key.period.year,
      history: try ledger.history(of: key, asOf: day))
  }

  /// How the collecting of figures stands on a day, beside a reading of the figures.
  func collected(
    on day: Day, beside figures: Int, _ done: Collected.Done? = nil
  ) throws -> Collected {
    Collected(
      day: day, figures: figures, batches: try ledger.batches(asOf: day),
      entries: try ledger.collecting(asOf: day), forms: try ledger.sentForms(asOf: day),
      lastAct: try ledger.lastAct(), done: done)
  }

  /// A place as of a day; nil for one that the catalogue does not know.
  func placeSheet(_ request: PlaceSheet.Request, _ ground: ReadGround) throws -> PlaceSheet? {
    let catalogue = ground.catalogue
    let known = ground.figures
    let report = try ledger.placeReport(
      of: request.place, catalogue, achievements: try achievements(catalogue),
      figures: known?.request.day == request.day ? known?.report : nil, asOf: request.day)
    guard let report else { return nil }
    let isWhole = request.place == catalogue.province
    let recent = try ledger.history(
      .init(
        place: isWhole ? nil : request.place, until: request.day, limit: PlaceSheet.recentLimit,
        withActuals: true))
    let counties =
      request.isWide
      ? try ledger.counties(in: report.parts.map(\.place), catalogue, asOf: request.day) : [:]
    var sheet = PlaceSheet(request, report: report, counties: counties, recent: recent)
    let slips = try ledger.slips(asOf: request.day)
    sheet.slips = SlipCounts(
      slips.filter { catalogue.divisions.isWithin($0.order.place, request.place) },
      raised: Slip.raised(among: slips), on: request.day)
    return sheet
  }

  /// The medical groups of all counties as of a day.
  func groupSheet(_ request: GroupSheet.Request, _ catalogue: Catalogue) throws -> GroupSheet {
    let desk = try ledger.groupAccounts(
      catalogue.charter, catalogue, asOf: request.day)
    return GroupSheet(request, desk: desk)
  }
}
