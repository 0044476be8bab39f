import Cells
import Reform
import Widgets

/// What is known of the place or the group that is looked at, line by line.
struct PlaceLines {
  let screen: PlacesScreen
  let model: Model
  let width: Int
  private(set) var lines: [PlaceLine] = []

  init(_ screen: PlacesScreen, _ model: Model) {
    self.model = model
    self.screen = screen
    width = max(20, screen.layout(model).report.columns - 4)
  }

  var language: Language { model.language }
  func said(_ zh: String, _ en: String) -> String { Phrase(zh, en)(language) }

  static func made(_ screen: PlacesScreen, _ model: Model) -> [PlaceLine] {
    var lines = PlaceLines(screen, model)
    let subject = screen.subject(model)
    if let section = subject.section {
      guard let desk = model.placeCache.desk(on: model.day) else { return reading(model) }
      lines.tell(section, of: subject.level.place, desk)
      lines.putRanks(of: section, in: subject.level.place)
    } else {
      guard let sheet = model.placeCache.sheet(of: subject.level.place, on: model.day) else {
        return reading(model)
      }
      lines.tell(sheet)
    }
    return lines.lines
  }

  private static func reading(_ model: Model) -> [PlaceLine] {
    [PlaceLine(shape: .words(Words.Places.reading(model.language), .faint))]
  }

  // MARK: Building

  mutating func heading(_ words: Phrase, _ remark: String = "") {
    heading(words(language), remark)
  }

  mutating func heading(_ words: String, _ remark: String = "") {
    if !lines.isEmpty { lines.append(PlaceLine(shape: .blank)) }
    lines.append(PlaceLine(shape: .heading(words, remark: remark)))
  }

  mutating func add(
    _ shape: PlaceLine.Shape, link: PlaceLine.Link? = nil, field: GroupField? = nil,
    why: [Explained] = [], about: PlaceLine.About? = nil
  ) {
    lines.append(PlaceLine(shape: shape, link: link, field: field, why: why, about: about))
  }

  /// Puts lines, with a blank one before them, below the first block.
  mutating func insert(_ more: [PlaceLine]) {
    let headings = lines.indices.filter { index in
      if case .heading = lines[index].shape { true } else { false }
    }
    let place = headings.count > 1 ? headings[1] - 1 : lines.count
    lines.insert(contentsOf: [PlaceLine(shape: .blank)] + more, at: place)
  }

  /// Words over as many lines as they need.
  mutating func words(
    _ text: String, _ role: Role = .plain, link: PlaceLine.Link? = nil, field: GroupField? = nil,
    why: [Explained] = []
  ) {
    for line in model.ruler.wrap(text, to: width) {
      lines.append(PlaceLine(shape: .words(line, role), link: link, field: field, why: why))
    }
  }

  /// Words at the left and at the right: on one line where that fits, else one below the other.
  mutating func pair(
    _ left: String, _ right: String, _ role: Role = .faint, link: PlaceLine.Link? = nil,
    field: GroupField? = nil, why: [Explained] = []
  ) {
    let ruler = model.ruler
    if ruler.columns(of: left) + ruler.columns(of: right) + 2 <= width {
      return add(.pair(left, right, role), link: link, field: field, why: why)
    }
    words(left, link: link, field: field, why: why)
    add(.pair("", ruler.cut(right, to: width * 3 / 5), role), link: link, field: field, why: why)
  }

  /// Number and place of a clause.
  func reference(_ source: ClauseReference) -> String { Format.reference(source, model) }
}

// MARK: - A place

extension PlaceLines {
  mutating func tell(_ sheet: PlaceSheet) {
    let report = sheet.report
    tellTasks(report)
    if let said = sheet.slips.said { words(said(language), sheet.slips.late > 0 ? .bad : .plain) }
    tellOwed(report)
    tellIndicators(report)
    tellRoles(report)
    tellAchievements(report)
    tellNotes(sheet)
  }

  private mutating func tellTasks(_ report: PlaceReport) {
    let sources = Format.sources(report.tasks, model).map { said("（\($0)）", " (\($0))") } ?? ""
    heading(
      Words.Places.tasks,
      said(
        "办结 \(report.rate.words)\(model.symbols.dot)\(report.rate.base.words(.zh)) \(report.rate.total) 项",
        "\(report.rate.words) of \(report.rate.base.words(.en)): \(report.rate.total)") + sources)
    for shape in PlaceLine.Shape.statuses(report.counts, in: width, model) { add(shape) }
    for shape in PlaceLine.Shape.lights(report.lights, in: width, language) { add(shape) }
    if let own = report.ownLevel, own.counts.total > 0 { tellOwnLevel(own) }
    let ties = FieldWords.ties(of: report, model.catalogue.divisions).map { $0(language) }
    guard !ties.isEmpty else { return }
    words(
      Words.Places.binding(language) + said("：", ": ") + ties.joined(separator: model.symbols.dot),
      .faint)
  }

  /// The tasks of the government itself, with what is finished of them.
  private mutating func tellOwnLevel(_ own: PlaceReport.Part) {
    let lights = [Signal.red, .yellow].filter { own.lights[$0] > 0 }
      .map { "\(Words.signal($0)(language)) \(own.lights[$0])" }
    let rate = own.rate
    let counted = said(
      "\(rate.base.words(.zh)) \(rate.total) 项", "\(rate.base.words(.en)): \(rate.total)")
    let finished = said("办结 \(rate.words)", "\(rate.words) finished")
    words(
      ([counted, finished] + lights).joined(separator: model.symbols.dot),
      own.lights.red > 0 ? .bad : .plain,
      why: [.init("", model.name(of: own.place) + Words.ownLevel(language), .title)]
        + model.lines(of: rate, own.counts, own.lights))
  }

  private mutating func tellOwed(_ report: PlaceReport) {
    let owed = report.owed.filter { $0.due != nil }
    let late = owed.count { ($0.due ?? model.day) < model.day }
    heading(
      Words.Places.owed,
      Words.Overview.owed(late, of: owed.count, model.symbols.dot)(language))
    guard !owed.isEmpty else { return words(Words.Places.nothingOwed(language), .faint) }
    for standing in owed {
      guard let task = model.catalogue.tasks[safe: standing.task],
        let owed = OwedRow(standing, model)
      else { continue }
      add(.task(owed), link: .task(task.id, in: report.place.id), about: .task(standing))
    }
  }

  private mutating func tellIndicators(_ report: PlaceReport) {
    guard let book = model.figures.book, !report.indicators.isEmpty else {
      heading(Words.Places.indicators)
      return words(Words.Places.noIndicators(language), .faint)
    }
    let isSample = report.indicators.contains { $0.row.reading?.flags.contains(.madeUp) ?? false }
    let years = Set(report.indicators.map(\.year)).sorted()
    let span = years.count > 1 ? "\(years[0])–\(years[years.count - 1])" : "\(years[0])"
    heading(
      Words.Places.indicators,
      (isSample ? [Words.Groups.sample(language), span] : [span]).joined(separator: " ")
        + (report.place.level == .county && width >= 50
          ? " " + PoolColumn.heads(in: width + 2, model) : ""))
    for line in report.indicators {
      guard let indicator = book[line.indicator] else { continue }
      add(
        .figure(PlaceFigure(line, indicator, in: language)), link: .indicator(line.indicator),
        about: .figure(line, indicator))
    }
  }

  private mutating func tellRoles(_ report: PlaceReport) {
    heading(Words.Places.roles, report.roles.isEmpty ? "" : "\(report.roles.count)")
    guard !report.roles.isEmpty else { return words(Words.Places.noRoles(language), .faint) }
    for role in report.roles {
      let source = "\(role.document?.number ?? role.source.document) \(role.clausePlace(language))"
      pair(
        "\(Words.role(role.role)(language))\(model.symbols.dot)\(role.purpose(language))", source,
        link: .task(role.task.id, in: report.place.id),
        why: [
          .init("", role.purpose(language), .title),
          .init(Words.Places.roles(language), Words.role(role.role)(language), .accent),
          .init(Words.Task.clause(language), source),
          .init("", role.document?.title(language) ?? "", .faint),
        ])
    }
  }

  private mutating func tellAchievements(_ report: PlaceReport) {
    let results = report.results
    let documents = Set(report.achievements.map(\.document)).sorted().map {
      model.catalogue.document($0)?.number ?? $0
    }
    heading(
      Words.Places.reported,
      (documents + (results.isEmpty ? [] : ["\(results.count)"])).joined(separator: " "))
    guard !report.achievements.isEmpty else {
      return words(Words.Places.noReports(language), .faint)
    }
    for item in results { tell(item, in: report.place.id) }
    for (kind, title) in [
      (Achievement.Kind.goal, Words.Places.goals), (.threshold, Words.Places.thresholds),
      (.before, Words.Documents.kind(.before)),
    ] {
      let others = report.achievements.filter { $0.kind == kind }
      guard !others.isEmpty else { continue }
      heading(title, "\(others.count)")
      for item in others { tell(item, in: report.place.id) }
    }
  }

  private mutating func tell(_ item: Achievement, in place: Division.Code) {
    let document = model.catalogue.document(item.document)
    let names = item.places.map { model.short(of: $0) }.joined(separator: said("、", ", "))
    let whose = item.places == [place] ? "" : said("（\(names)）", " (\(names))")
    pair(
      item.what(language) + whose, item.printed, item.kind == .result ? .accent : .faint,
      why: [
        .init("", item.what(language), .title),
        .init(Words.Documents.kind(item.kind)(language), item.printed, .accent),
        .init(Words.Task.places(language), names),
        .init(Words.Task.document(language), document?.number ?? item.document),
        .init("", document?.title(language) ?? "", .faint),
        .init(Words.Task.clause(language), item.section),
      ])
  }

  private mutating func tellNotes(_ sheet: PlaceSheet) {
    let newest = Phrase("最新 \(PlaceSheet.recentLimit) 条", "newest \(PlaceSheet.recentLimit)")
    heading(
      Words.Places.notes, sheet.recent.count == PlaceSheet.recentLimit ? newest(language) : "")
    guard !sheet.recent.isEmpty else { return words(Words.Places.noNotes(language), .faint) }
    for entry in sheet.recent {
      let title = model.catalogue.task(entry.line.task)?.title(language) ?? entry.line.task
      let status = entry.status.map { Words.status($0)(language) }
      let said = [
        entry.day.description, model.short(of: entry.line), status, title,
        entry.saidBeside(model) ?? entry.note,
      ]
      words(
        said.compactMap { $0 }.joined(separator: " "), entry.isTakenBack ? .faint : .plain,
        link: .task(entry.line.task, in: entry.line.place))
    }
  }
}
