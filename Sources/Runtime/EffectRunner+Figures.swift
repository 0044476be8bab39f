import Bundle
import Dashboard
import Intake
import LedgerStore
import Reform

extension EffectRunner {
  /// The figures of a day with the targets that hold on it.
  func figures(_ request: Figures.Request) throws -> Figures {
    let book = BundledCatalogue.indicators()
    let wanted = request.isWhole ? nil : Set(book.monitored.map(\.id))
    let figures = try world.ledger.figures(.init(indicators: wanted), asOf: request.day)
    let report = IndicatorReport(
      figures, set: try world.ledger.targets(asOf: request.day), book, catalogue.divisions)
    return Figures(request, report: report, lastAct: try world.ledger.lastAct())
  }

  /// What a value rests on; nil where there is none.
  func explanation(
    of key: Figure.Key, on day: Day, _ state: AppState
  ) throws -> Explanation? {
    guard let report = state.figures.figures?.report else { return nil }
    return Explanation(
      report, key.indicator, in: key.place, key.period.year,
      history: try world.ledger.history(of: key, asOf: day))
  }
}
