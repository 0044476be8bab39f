import Cells
import Reform
import Widgets

extension PlacesScreen {
  func draw(_ model: Model, on frame: inout Frame) { scene.panes.draw(on: &frame) }

  /// The way from the province down to what is looked at.
  func crumbs(_ model: Model) -> [PlaceLevel] {
    let level = level(model)
    var crumbs = level.isGroup ? [level] : []
    var next: Division.Code? = level.place
    while let code = next, crumbs.count < 6 {
      crumbs.insert(PlaceLevel(code), at: 0)
      next = model.catalogue.divisions[code]?.parent
    }
    return crumbs
  }

  func crumbsPane(_ model: Model) -> PlacesCrumbs {
    let language = model.language
    let names = crumbs(model).map { crumb in
      crumb.isGroup
        ? Words.Places.group(language)
        : model.catalogue.divisions[crumb.place]?.alone(in: language) ?? crumb.place
    }
    guard let people = model.catalogue.divisions[level(model).place]?.population else {
      return PlacesCrumbs(names: names, people: "")
    }
    let shown = Fen(Int64(people) * 100).grouped.dropLast(3)
    let census = Words.Places.census(language)
    return PlacesCrumbs(
      names: names,
      people: "\(Words.Places.population(language)) \(shown)"
        + (language == .zh ? "（\(census)）" : " (\(census))"))
  }

  // MARK: The list

  /// The list without a cursor.
  func list(_ table: PlacesTable, _ model: Model, in area: Rect) -> PlacesList {
    let (level, language) = (level(model), model.language)
    let isCounty = !level.isGroup && model.catalogue.divisions[level.place]?.level == .county
    let isOfGroup = isCounty && filter.isEmpty
    let title =
      level.isGroup ? Words.Places.sections : isOfGroup ? Words.Places.group : Words.Places.parts
    let remark =
      filterWords(model)
      ?? (level.isGroup || isCounty ? "" : Words.Places.order(order)(language))
    var list = PlacesList(
      title: title(language), remark: remark, content: .nothing(Words.Places.noMatch(language)))
    if !filter.isEmpty, items(model).isEmpty { return list }
    if level.isGroup || isOfGroup {
      list.content = .entries(
        entries(model), notes: isCounty ? notes(on: level.place, model) : [])
      return list
    }
    let base = FinishedRate.Base.local.words(language)
    list.base = "\(Words.Places.finished(language))\(DocumentRow.colon(language))\(base)"
    (list.content, list.remark) = table.told(remark, in: area.inset(by: 1).columns - 1)
    return list
  }

  /// The group of a county, or the sections of a group.
  private func entries(_ model: Model) -> [PlacesList.Entry] {
    let (level, language) = (level(model), model.language)
    let desk = model.placeCache.desk(on: model.day)
    return items(model).map { item in
      guard case .section(let section) = item else {
        return PlacesList.Entry(words: Words.Places.group(language), remark: "")
      }
      return PlacesList.Entry(
        words: section.name(desk, language),
        remark: desk.map { section.remark($0, of: level.place, language) } ?? "")
    }
  }

  /// The group of a county in a few lines.
  private func notes(on county: Division.Code, _ model: Model) -> [PlacesList.Note] {
    guard let desk = model.placeCache.desk(on: model.day) else { return [] }
    let (language, group) = (model.language, desk.book.group(of: county))
    var notes = [
      PlacesList.Note(
        words: group.name ?? Words.Groups.noName(language),
        role: group.name == nil ? .faint : .title)
    ]
    if let lead = group.leadHospital { notes.append(.init(words: lead, role: .plain)) }
    for section in GroupSection.all(of: county, model) where isTold(section) {
      let remark = section.remark(desk, of: county, language)
      notes.append(.init(words: "\(section.name(desk, language)) \(remark)", role: .plain))
    }
    if group.isMadeUp { notes.append(.init(words: Words.Groups.sample(language), role: .sample)) }
    return notes
  }

  private func isTold(_ section: GroupSection) -> Bool {
    if case .list(let id) = section { return id == GroupCharter.gate }
    return true
  }
}
