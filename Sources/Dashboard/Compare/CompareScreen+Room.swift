import Cells
import Reform
import Widgets

extension CompareScreen: Screen {
  static let tab: Tab? = .compare
  static let contexts = [Context.compare, .collection]

  func context(in model: Model) -> Context { look == .collection ? .collection : .compare }

  mutating func perform(_ command: Command, in model: Model) -> [Request]? {
    switch command {
    case .nextView, .nextPane: turn(by: 1)
    case .previousPane: turn(by: -1)
    case .sort: sort()
    case .reverse: reverse()
    case .mark: return markPlace(model)
    case .measure: showOtherwise()
    case .earlier: stepAcross(-1)
    case .later: stepAcross(1)
    case .level: return switchLevel(model)
    case .groupMeasures: return crossToMeasures(model)
    case .neighbours:
      return toggleNeighbours() ? [] : [.say(Words.Compare.noRank, model.language)]
    case .filter: return findingPlace(model)
    case .group: return choosingPool(model)
    case .sendBack: return askingToSendBack(model)
    case .sendFormBack: return askingToSendBack(form: true, model)
    case .lock: return askingToLock(model)
    case .undo where look == .collection: return model.writing { [.effect(.collect(.takeBack))] }
    case .redo where look == .collection: return model.writing { [.effect(.collect(.putBack))] }
    case _ where Command.moves.contains(command): move(command, in: model)
    case .open: return open(model)
    case .explain: return explain(model)
    case .back: return stepBack() ? [] : nil
    default: return nil
    }
    return []
  }

  private mutating func markPlace(_ model: Model) -> [Request] {
    guard mark() else { return [.say(Words.Compare.tooMany, model.language)] }
    move(.down, in: model)
    return []
  }

  private mutating func switchLevel(_ model: Model) -> [Request] {
    let divisions = model.catalogue.divisions
    let levels = ComparisonScope.levels(in: model.scope, divisions)
    guard let grounds, levels.count > 1 else {
      return [.say(Words.Compare.oneLevel, model.language)]
    }
    let now = levels.firstIndex(of: grounds.level) ?? -1
    level = levels[(now + 1) % levels.count]
    (marked, beside, group, city) = ([], nil, nil, nil)
    return []
  }

  /// Opens what is under the cursor: marked places side by side, or the indicator in the place.
  private mutating func open(_ model: Model) -> [Request] {
    if look != .collection, marked.count > 1, !isSideBySide {
      isSideBySide = true
      return []
    }
    guard let place, let indicator = sentIndicator else { return [] }
    // A measure of groups that are still being read opens nothing yet.
    if let measure = TargetMeasure(indicator, in: model.catalogue) {
      return [.open(measure.task.id)]
    }
    if LedgerMeasure.names(indicator) { return openingGroup(of: place, model) }
    return [.visit(.indicators, IndicatorSpot(indicator: indicator))]
      + (place == model.scope ? [] : [.view(at: place)])
  }

  /// Asks what the value under the cursor rests on.
  private func explain(_ model: Model) -> [Request] {
    if look == .collection, let place, let board {
      let rows = CollectionRows(board.whole, board.forms, model)
      return [model.explanation(rows.explained(place), in: .collection)]
    }
    if let lines = explainedMeasure(model) {
      return [model.explanation(lines, in: context(in: model))]
    }
    guard let grounds, let indicator = sentIndicator, let place,
      let report = model.figures.figures?.report,
      report.reading(indicator, in: place, grounds.year) != nil
    else { return [.say(Words.Indicators.noFigures, model.language)] }
    let key = Figure.Key(indicator, in: place, .year(grounds.year))
    return [.read(.explanation(key, day: model.day))]
  }

  mutating func receive(_ message: any Message, in model: Model) -> [Request] {
    switch message {
    case let pool as ComparedPool: choose(pool)
    case let place as ComparedPlace: choose(place, model)
    case is OtherNumbers: collected = nil
    case let collected as Collected: return take(collected, model)
    default: break
    }
    return []
  }

  mutating func refresh(in model: Model) {
    reveal(in: model)
    makePanes(model)
  }

  /// The figures; then the groups that are compared, or how the collecting of them stands.
  func needs(in model: Model) -> [Read] {
    let figures = Read.figures(model.figuresRequest(isWhole: true))
    guard model.figures.isWhole, model.figures.figures?.request.day == model.day else {
      return [figures]
    }
    guard look == .collection else { return [figures, .groups(model.groupRequest)] }
    let isRead = collected?.day == model.day && collected?.figures == model.figures.number
    return [figures] + (isRead ? [] : [.collecting(day: model.day, figures: model.figures.number)])
  }

  mutating func click(_ pane: Int, _ index: Int, in model: Model) -> Bool { click(pane, index) }

  /// The ranks stand in the circular; what has come in of figures has no paper.
  func papers(_ model: Model) -> [OfficePaper] {
    let hasRanks = look != .collection && model.catalogue.divisions[model.scope]?.level != .county
    return hasRanks ? [.circular(model.scope)] : []
  }

  var arrangement: Int { scene.panes.arrangement }
}
