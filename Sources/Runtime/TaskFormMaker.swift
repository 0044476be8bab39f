import LedgerStore
import Papers
import Reform

/// Makes the workbooks in which places fill in how their tasks stand (任务填报表).
public struct TaskFormMaker {
  private let catalogue: Catalogue
  private let ledger: Ledger
  private let day: Day
  private let language: Language
  private let isSample: Bool

  /// The forms print how lines stand as of `day`.
  public init(
    _ catalogue: Catalogue, _ ledger: Ledger, on day: Day, _ language: Language, isSample: Bool
  ) {
    (self.catalogue, self.ledger, self.day) = (catalogue, ledger, day)
    (self.language, self.isSample) = (language, isSample)
  }

  /// Whose forms go out for a place: of a province each city's and that of its own level, of the whole
  /// country each province's.
  public static func places(of place: Division, in divisions: Divisions) -> [Division] {
    guard divisions.grounds.contains(place.id) else { return [place] }
    return divisions.parts(of: place.id) + (divisions.own(of: place.id).map { [$0] } ?? [])
  }

  /// The forms of places, in their order; nil for a place that has no such task.
  ///
  /// `scope` is the place in which all of them lie; nil for the whole province. `department` narrows
  /// them, by the name that the form bears and by what a task must be of.
  public func books(
    of places: [Division], within scope: Division.Code?,
    department: String? = nil, where isMeant: (ReformTask) -> Bool = { _ in true }
  ) throws -> [WorkbookSpec?] {
    try ledger.together {
      let standings = try catalogue.tasks.filter { task in
        catalogue.isIssued(task, by: day) && isMeant(task)
      }.flatMap { task in
        try ledger.standings(of: task, in: catalogue, asOf: day, within: scope)
      }
      let newest = try ledger.entryCount()
      let last = try ledger.entries([newest])[newest]
      return places.map { place in
        let lines = standings.filter {
          catalogue.divisions.isLine(at: $0.line.place, ofForm: place.id)
        }
        guard !lines.isEmpty else { return nil }
        return TaskForm(
          catalogue, of: place, lines, on: day, last: last, language, isSample: isSample,
          department: department
        ).workbook()
      }
    }
  }
}
