import Reform

/// The book of slips as a workbook (督办台账): a sheet of all, and the counts by unit, place and level.
public struct SlipBook {
  private let slips: [Slip]
  private let all: [Slip]
  private let place: Division
  private let calendar: WorkingDays
  private let divisions: Divisions
  private let day: Day
  private let language: Language
  private let isSample: Bool

  /// `slips` are those of the place; `all` are those of the ledger, some of which follow others.
  public init(
    _ slips: [Slip], among all: [Slip], in place: Division, _ calendar: WorkingDays,
    _ divisions: Divisions, on day: Day, _ language: Language, isSample: Bool
  ) {
    (self.slips, self.all, self.place) = (slips, all, place)
    (self.calendar, self.divisions, self.day) = (calendar, divisions, day)
    (self.language, self.isSample) = (language, isSample)
  }

  /// What its file is called, without its ending.
  public var fileName: String { PaperFile.name(PaperWords.slipBookFile(place, day)(language)) }

  public func workbook() -> WorkbookSpec {
    let title = PaperWords.slipBook(place)(language)
    let whole = SlipTables.slips(
      slips, among: all, calendar, divisions, on: day, language, isSample: isSample)
    let counts = SlipCounts.Grouping.allCases.map { grouping in
      let table = SlipTables.counts(
        slips, among: all, by: grouping, divisions, on: day, language, isSample: isSample)
      return sheet(table, title, named: PaperWords.slipsBy(grouping)(language))
    }
    return WorkbookSpec(
      title: title, sheets: [sheet(whole, title, named: PaperWords.allSlips(language))] + counts)
  }

  private func sheet(_ table: Table, _ title: String, named name: String) -> PaperSheet {
    TableSheet(table, title: title, remark: remark, widths: Self.widths).sheet(named: name)
  }

  /// The day and that data is made up, and years in which days were counted by weekends alone.
  private var remark: String {
    let paper = Paper(title: "", day: day, language: language, isSample: isSample)
    let untold = slips.filter(\.awaitsAnswer).flatMap { calendar.untold(from: day, to: $0.due) }
    guard let told = WorkingDays.told(untold) else { return paper.remark }
    return paper.remark + PaperWords.apart(language) + told(language)
  }

  private static let widths: [String: Double] = [
    "number": 20, "level": 10, "matter": 32, "unit": 18, "code": 9, "place": 10, "issued": 11,
    "due": 11, "workingDays": 10, "state": 9, "late": 9, "answer": 24, "answered": 11,
    "evidence": 18, "finding": 18, "closing": 18, "basis": 22, "demand": 30, "instruction": 20,
    "follows": 20, "followedBy": 20,
  ]
}
