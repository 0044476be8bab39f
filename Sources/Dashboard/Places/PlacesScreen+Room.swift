import Cells
import Reform
import Widgets

extension PlacesScreen: Screen {
  static let tab: Tab? = .places
  static let contexts = [Context.places, .group]

  func context(in model: Model) -> Context { level(model).isGroup ? .group : .places }

  mutating func perform(_ command: Command, in model: Model) -> [Request]? {
    let isGroup = level(model).isGroup
    switch command {
    case _ where Command.moves.contains(command): move(command, in: model)
    case .nextMatch, .previousMatch: stepMatch(command == .nextMatch ? 1 : -1, in: model)
    case .open: return open(model)
    case .close, .amend, .add: return writing(command, model)
    case .drop where isGroup: return dropping(model)
    case .undo where isGroup: return model.writing { [.effect(.takeBackGroup(model.groupRequest))] }
    case .redo where isGroup: return model.writing { [.effect(.putBackGroup(model.groupRequest))] }
    case .nextView where !isGroup: return .turning(&isMap, at: level(model).place, model)
    case .sort where !isGroup: order = order.next
    case .reverse where !isGroup: isReversed.toggle()
    case .measure: stepMeasure(in: model)
    case .explain: return explain(model)
    case .showPlaces:
      // Shown anew from its top, wherever one came from.
      leaveLevels(model)
      return nil
    case .back: return goBack(model)
    default: return nil
    }
    return []
  }

  /// Goes down, or opens what the line under the cursor names.
  private mutating func open(_ model: Model) -> [Request] {
    if pane == .report, !showsMap(model) { return openLine(model) }
    switch item(model) {
    case .place(let code): go(to: PlaceLevel(code), in: model)
    case .group: go(to: PlaceLevel(level(model).place, isGroup: true), in: model)
    case .section: enterReport(in: model)
    case nil: break
    }
    return []
  }

  private func openLine(_ model: Model) -> [Request] {
    switch line(model)?.link {
    case .task(let task, let place): [.open(task, at: place)]
    case .indicator(let indicator):
      [
        .visit(
          .indicators, IndicatorSpot(indicator: indicator, place: level(model).place))
      ]
    case nil where line(model)?.field != nil: writing(.amend, model)
    case nil: [.say(Words.Places.nothingToOpen, model.language)]
    }
  }

  /// From the report to the list, then the filter, then one level up; nil where the standing
  /// context ends, or where one came from another screen.
  private mutating func goBack(_ model: Model) -> [Request]? {
    let isReport = pane == .report && !showsMap(model)
    if !isReport, !filter.isEmpty {
      narrow(by: "", in: model)
      return []
    }
    if arrival == level(model), !isReport {
      arrival = nil
      return nil
    }
    if isReport {
      pane = .parts
      return []
    }
    if goUp(in: model) { return [] }
    if model.scope != model.home, let parent = model.catalogue.divisions[model.scope]?.parent {
      go(to: PlaceLevel(parent), in: model)
      choose(at: PlaceLevel(parent), .place(model.scope))
    }
    return nil
  }

  /// From wherever it went down, back to the standing context; the way down stays under the cursor.
  private mutating func leaveLevels(_ model: Model) {
    while goUp(in: model) {}
    (filter, arrival) = ("", nil)
  }

  mutating func receive(_ message: any Message, in model: Model) -> [Request] {
    switch message {
    case let look as Looked: wanted = PlaceLevel(look.place)
    case let spot as PlaceSpot:
      go(to: spot.level, in: model)
      if let section = spot.section { choose(at: spot.level, .section(section)) }
      arrival = spot.level
    case let recorded as GroupRecorded: take(recorded, model)
    default: break
    }
    return []
  }

  mutating func refresh(in model: Model) {
    makeScene(model)
    reveal(in: model)
    makePanes(model)
  }

  /// The place, and below the city the medical groups; ranks are computed from the figures, so those
  /// come first.
  func needs(in model: Model) -> [Read] {
    let figures: [Read] =
      model.progress.hasFigures ? [.figures(model.figuresRequest(isWhole: true))] : []
    let isRead = model.figures.isWhole && model.figures.figures?.request.day == model.day
    guard isRead || figures.isEmpty else { return figures }
    let level = level(model)
    let isProvince = level.place == model.catalogue.province
    let showsCounties =
      model.catalogue.divisions.hasCountyTiles && (isMap || model.size.columns >= 140)
    let place = PlaceSheet.Request(
      place: level.place, day: model.day, figures: model.figures.number,
      isWide: isProvince && (showsCounties || !filter.isEmpty), turn: model.reads.turn)
    let hasGroup = model.catalogue.divisions[level.place]?.level == .county
    return figures + [.place(place)] + (hasGroup ? [.groups(model.groupRequest)] : [])
  }

  mutating func click(_ pane: Int, _ index: Int, in model: Model) -> Bool {
    let pane = Pane(rawValue: pane) ?? .parts
    guard pane == .crumbs else { return click(pane, index, in: model) }
    guard let level = crumbs(model)[safe: index],
      level.isGroup || model.catalogue.divisions.isWithin(level.place, model.scope)
    else { return true }
    go(to: level, in: model)
    return true
  }

  var arrangement: Int { scene.panes.arrangement }
  var idle: Set<Command> { scene.layout?.hasMap == true ? [] : [.nextView] }
  var narrowed: String? { filter }

  /// The filter is written: the only place that it leaves is gone to.
  mutating func takeFilter(_ text: String, in model: Model) -> [Request] {
    narrow(by: text, in: model)
    makeScene(model)
    guard !text.isEmpty, !showsMap(model) else { return [] }
    let items = items(model)
    guard items.count == 1, case .place? = items.first else { return [] }
    return open(model)
  }
}

/// Where the places are gone to: a place, or a section of a county's medical group.
struct PlaceSpot: Message {
  var level: PlaceLevel
  var section: GroupSection?
}

/// A place was chosen to be looked at on all screens.
struct Looked: Message {
  var place: Division.Code
}
