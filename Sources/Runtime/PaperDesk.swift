import LedgerStore
import Papers
import Reform

/// Makes the papers of the office from what a ledger holds on a day; it enters nothing.
public struct PaperDesk {
  let ledger: Ledger
  let catalogue: Catalogue
  let day: Day
  let language: Language
  let isSample: Bool

  public init(
    _ ledger: Ledger, _ catalogue: Catalogue, on day: Day, _ language: Language, isSample: Bool
  ) {
    (self.ledger, self.catalogue, self.day) = (ledger, catalogue, day)
    (self.language, self.isSample) = (language, isSample)
  }

  /// What is late in a place, line by line.
  public func overdue(in place: Division) throws -> Overdue {
    Overdue(try late(in: place), in: place.id, catalogue, on: day)
  }

  /// The lines in a place of every task of which something is late.
  func late(in place: Division) throws -> [Standing] {
    try ledger.together {
      let dues = try ledger.enteredDues(asOf: day)
      let late = try report(of: place).standings.filter { standing in
        standing.isOwed && (standing.due.map { $0 < day } ?? false)
      }
      return try late.flatMap { standing in
        try ledger.standings(
          of: catalogue.tasks[standing.task], in: catalogue, asOf: day, within: place.id,
          dues: dues)
      }
    }
  }

  /// The reminder to a place; nil where nothing is late in it.
  public func reminder(to place: Division) throws -> ReminderPaper? {
    let overdue = try overdue(in: place)
    return overdue.isEmpty
      ? nil : ReminderPaper(overdue, place, catalogue, language, isSample: isSample)
  }

  /// A place on one page, beside figures; nil where the catalogue does not have it.
  public func brief(of place: Division, _ figures: IndicatorReport) throws -> BriefPaper? {
    try ledger.together {
      let report = try ledger.placeReport(of: place.id, catalogue, figures: figures, asOf: day)
      // A province of the whole country is ranked among the others.
      let ground = place.level == .province ? catalogue.province : place.id
      let isRanked =
        catalogue.divisions.answersToProvince(place.id)
        || place.level == .province && place.id != catalogue.province
      let league =
        !isRanked
        ? nil
        : League(
          catalogue, in: ground, tallies: try ledger.tallies(asOf: day),
          entered: try ledger.enteredDues(asOf: day), on: day)
      return report.map {
        BriefPaper($0, league, figures.book, catalogue, language, isSample: isSample)
      }
    }
  }

  /// The ledger of a place, with a sheet for each of its parts.
  public func ledgerBook(of place: Division) throws -> LedgerBook {
    try ledger.together {
      let last = LastEntries.all(try entries(of: place), catalogue)
      let entered = try ledger.enteredDues(asOf: day)
      func rows(_ report: TaskReport) -> [LedgerRow] {
        report.standings.map { standing in
          let key = LastEntries.Key(catalogue.tasks[standing.task].id, in: report.scope)
          return LedgerRow(
            standing, last: last[key],
            extended: entered.lines(of: standing.task, in: report.scope, catalogue))
        }
      }
      let parts = try parts(of: place).map { (place: $0.place, rows: rows($0.report)) }
      return LedgerBook(
        rows(try report(of: place)), parts: parts, in: place, catalogue, language, on: day,
        isSample: isSample)
    }
  }

  /// All entries of a place up to the day.
  func entries(of place: Division) throws -> [Entry] {
    try ledger.history(
      .init(place: place.id == catalogue.province ? nil : place.id, until: day, limit: Int.max))
  }

  private func report(of place: Division) throws -> TaskReport {
    TaskReport(
      catalogue, tallies: try ledger.tallies(asOf: day, in: place),
      entered: try ledger.enteredDues(asOf: day), on: day, in: place.id)
  }

  /// How the parts of a place stand: of a province its cities, of a city its counties.
  private func parts(of place: Division) throws -> [(place: Division, report: TaskReport)] {
    let parts = catalogue.divisions.parts(of: place.id)
    let counties = try ledger.tallies(
      asOf: day, ofEach: parts.filter { $0.level == .county }.map(\.id))
    // All cities stand in the tallies of the province.
    let cities = try ledger.tallies(asOf: day)
    let entered = try ledger.enteredDues(asOf: day)
    return parts.map { part in
      let tallies = part.level == .county ? counties[part.id] ?? [] : cities
      return (
        part, TaskReport(catalogue, tallies: tallies, entered: entered, on: day, in: part.id)
      )
    }
  }
}
