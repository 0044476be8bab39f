import Cells
import Reform
import Widgets

extension PlacesScreen {
  /// Why the light, the number or the rule under the cursor.
  func explain(_ model: Model) -> [Request] {
    let context = context(in: model)
    guard let line = line(model) else {
      return [model.explanation(reasons(model), in: context)]
    }
    switch line.about {
    case .task(let standing):
      return model.why(
        AskedLight(
          task: model.catalogue.tasks[standing.task], place: level(model).place, whole: standing),
        in: context)
    case .figure(let figure, _):
      let key = Figure.Key(figure.indicator, in: level(model).place, .year(figure.year))
      return [.read(.explanation(key, day: model.day))]
    case nil:
      guard !line.why.isEmpty else {
        return [.say(Words.Places.nothingToExplain, model.language)]
      }
      return [model.explanation(line.why, in: context)]
    }
  }

  /// What the numbers of the part under the cursor are made of.
  private func reasons(_ model: Model) -> [Explained] {
    guard case .place(let code) = item(model) else { return groupReasons(model) }
    let sheet = model.placeCache.sheet(of: level(model).place, on: model.day)
    var lines: [Explained] = [.init("", model.name(of: code), .title)]
    if let part = sheet?.report.parts.first(where: { $0.place == code }) ?? sheet?.counties[code] {
      lines += model.lines(of: part.rate, part.counts, part.lights)
      let due = part.next?.description ?? Words.Overview.nothingDue(model.language)
      lines.append(.init(Words.Places.due(model.language), due))
    }
    return lines + measured(code, model)
  }

  /// What is kept of the medical group under the cursor, section by section.
  private func groupReasons(_ model: Model) -> [Explained] {
    let county = level(model).place
    var lines = [
      Explained(
        "", model.name(of: county) + model.symbols.dot + Words.Places.group(model.language), .title)
    ]
    guard let desk = model.placeCache.desk(on: model.day) else { return lines }
    let group = desk.book.group(of: county)
    lines.append(.init("", group.name ?? Words.Groups.noName(model.language), .accent))
    if let lead = group.leadHospital {
      lines.append(.init(Words.Groups.lead(model.language), lead))
    }
    let asked: GroupSection? =
      if case .section(let section) = item(model) { section } else { nil }
    return lines
      + GroupSection.all(of: county, model).filter { asked == nil || $0 == asked }.map {
        .init($0.name(desk, model.language), $0.remark(desk, of: county, model.language))
      }
  }

  private func measured(_ code: Division.Code, _ model: Model) -> [Explained] {
    let (indicator, year) = PlacesTable.measured(self, model)
    guard let indicator, let year, let report = model.figures.figures?.report,
      let ranking = MeasuredParts.of(level(model).place, self, in: model)?.ranking
    else { return [] }
    let reading = report.reading(indicator.id, in: code, year)
    let value = reading?.value.map { indicator.shown($0) + indicator.sign } ?? "-"
    let parts = [reading?.numerator?.plain, reading?.denominator?.plain].compactMap(\.self)
    let rank = ranking.row(of: code)?.rank.map { "\($0)/\(ranking.rows.count)" } ?? "-"
    return [
      .init(
        indicator.short(model.language), "\(parts.joined(separator: " ÷ ")) = \(value) (\(year))"),
      .init(
        Words.Places.rank(model.language),
        indicator.direction == nil ? Words.Indicators.noDirection(model.language) : rank),
    ]
  }

  // MARK: Out

  /// The list and the report that show, as rows of a table.
  func exported(_ model: Model) -> [[String]] {
    let level = level(model)
    var rows: [[String]] = []
    if !level.isGroup, model.catalogue.divisions[level.place]?.level != .county {
      rows += partRows(model)
    }
    return rows + lines(model).map { $0.cells(model) }.filter { !$0.isEmpty }
  }

  func papers(_ model: Model) -> [OfficePaper] {
    OfficePaper.of(level(model), subject(model).section, under: pane == .report ? nil : item(model))
  }

  /// The way down to the place or the group.
  func exportedPlace(_ model: Model) -> String {
    crumbs(model).map {
      $0.isGroup ? Words.Places.group(model.language) : model.name(of: $0.place)
    }.joined(separator: " › ")
  }

  private func partRows(_ model: Model) -> [[String]] {
    let table = PlacesTable(self, model)
    let rows = table.rows.map { PlaceTables.MeasuredPart($0.place, $0.part, $0.value, $0.rank) }
    return PlaceTables.measured(
      rows, by: table.indicator, model.catalogue.divisions, model.language
    )
    .filed
  }
}
