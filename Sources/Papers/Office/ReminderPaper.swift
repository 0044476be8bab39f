import Reform

/// The reminder to a place (催报单): which of its parts lacks which task, and for how long.
public struct ReminderPaper {
  let overdue: Overdue
  let place: Division
  let catalogue: Catalogue
  let language: Language
  let isSample: Bool

  public init(
    _ overdue: Overdue, _ place: Division, _ catalogue: Catalogue, _ language: Language,
    isSample: Bool
  ) {
    (self.overdue, self.place, self.catalogue) = (overdue, place, catalogue)
    (self.language, self.isSample) = (language, isSample)
  }

  /// The paper; `unit` signs it on `signed`, `number` is what the office has given it.
  public func paper(number: String? = nil, unit: String? = nil, signed: Day) -> Paper {
    var paper = Paper(
      title: PaperWords.reminder(place)(language), number: number, day: overdue.day,
      language: language, isSample: isSample)
    let signature = Paper.Block.signature(
      unit: unit ?? PaperWords.unsigned(language), day: signed)
    paper.lay(
      [
        .init("主送", key: "addressee", [.address(PaperWords.addressed(place)(language))]),
        .init("情况", key: "summary", [.paragraph(PaperWords.late(place, overdue)(language))]),
        .init("按任务", key: "byTask", [.heading(1, PaperWords.byTask(language)), .table(byTask)]),
        .init(
          "按地方", key: "byPlace",
          [
            .heading(1, PaperWords.byPlace(language)),
            .paragraph(PaperWords.numbersMean(language)), .table(byPlace),
          ]),
        .init("落款", key: "signature", [signature]),
      ],
      [
        .init("地区", key: "place", place.name(in: language)),
        .init("项数", key: "tasks", "\(overdue.tasks)"),
        .init("处数", key: "lines", "\(overdue.lines)"),
        .init("最长逾期", key: "longest", "\(overdue.longest)"),
      ], as: .reminder)
    return paper
  }

  /// What its file is called, without its ending.
  public var fileName: String {
    PaperFile.name(PaperWords.reminderFile(place, overdue.day)(language))
  }

  private var byTask: PaperTable {
    PaperTable(
      PaperTables.overdue(overdue, catalogue, language, isSample: isSample),
      [
        ("number", 10), ("title", 42), ("source", 40), ("due", 29), ("days", 15), ("lacking", 54),
      ], centered: ["number", "due", "days"])
  }

  private var byPlace: PaperTable {
    PaperTable(
      PaperTables.overdueParts(overdue, catalogue.divisions, language, isSample: isSample),
      [("place", 30), ("count", 15), ("longest", 15), ("tasks", 70)],
      centered: ["count", "longest"])
  }
}
