import Cells
import Reform
import Widgets

extension AppState {
  /// Carries out a command on the places that are compared; nil where it means the same as
  /// everywhere.
  mutating func performOnCompare(_ command: Command) -> [Effect]? {
    switch command {
    case .nextView, .nextPane: compare.turn(by: 1)
    case .previousPane: compare.turn(by: -1)
    case .sort: compare.sort()
    case .reverse: compare.reverse()
    case .mark: markPlace()
    case .measure: compare.showOtherwise()
    case .earlier: compare.stepAcross(-1)
    case .later: compare.stepAcross(1)
    case .level: switchLevel()
    case .groupMeasures:
      crossToMeasures()
      return []
    case .neighbours where !compare.toggleNeighbours():
      toast = Toast(Words.Compare.noRank(language))
    case .neighbours: break
    case .filter: return findPlace()
    case .group:
      showPeers()
      return []
    case .sendBack: askToSendBack()
    case .lock: askToLock()
    case .undo where compare.look == .collection:
      return isWritable() ? [.collect(.takeBack)] : []
    case .redo where compare.look == .collection:
      return isWritable() ? [.collect(.putBack)] : []
    default: return nil
    }
    settle()
    return []
  }

  private mutating func markPlace() {
    guard compare.mark() else {
      toast = Toast(Words.Compare.tooMany(language))
      return
    }
    var screen = compare
    screen.move(.down, in: self)
    compare = screen
  }

  private mutating func switchLevel() {
    guard let grounds = compare.grounds, catalogue.divisions[scope]?.level == .province else {
      toast = Toast(Words.Compare.oneLevel(language))
      return
    }
    compare.level = grounds.level == .city ? .county : .city
    (compare.marked, compare.beside, compare.group, compare.city) = ([], nil, nil, nil)
  }

  /// Opens what is under the cursor: marked places side by side, or the indicator in the place.
  mutating func openFromCompare() -> [Effect] {
    if compare.look != .collection, compare.marked.count > 1, !compare.isSideBySide {
      compare.isSideBySide = true
      settle()
      return []
    }
    guard let place = compare.place, let indicator = compare.sentIndicator else { return [] }
    // A measure of groups that are still being read opens nothing yet.
    if let measure = TargetMeasure(indicator, in: catalogue) { return open(measure.task.id) }
    if LedgerMeasure.names(indicator) { return openGroup(of: place) }
    let effects = open(indicator: indicator)
    return place == scope ? effects : effects + [.load(day: day, scope: place)]
  }

  /// Asks what the value under the cursor rests on.
  mutating func explainCompared() -> [Effect] {
    if let lines = explainedMeasure() {
      overlay = .explanation(lines, offset: 0)
      return []
    }
    guard let grounds = compare.grounds, let indicator = compare.sentIndicator,
      let place = compare.place,
      let report = figures.figures?.report,
      report.reading(indicator, in: place, grounds.year) != nil
    else {
      toast = Toast(Words.Indicators.noFigures(language))
      return []
    }
    return [.loadExplanation(Figure.Key(indicator, in: place, .year(grounds.year)), day: day)]
  }

  // MARK: Collecting

  /// Batches and acts, where the board is looked at and has not seen these figures.
  mutating func wantsCollection() -> [Effect] {
    let seen = CompareScreen.Seen(day: day, number: figures.number)
    guard context == .collection, figures.isWhole, compare.seen != seen else { return [] }
    compare.seen = seen
    return [.collect(.load(day))]
  }

  /// Takes how the collecting stands, and says what was done.
  mutating func take(_ collected: Collected) {
    guard collected.day == day else { return }
    compare.collected = collected
    switch collected.done {
    case .entered(let act):
      let words = SharedWords.collecting(act.kind, catalogue.divisions[act.place], act.year)
      say(Words.Toast.saved, words)
    case .takenBack(let words):
      figures.asked = nil
      say(Words.Toast.takenBack, words)
    case .putBack(let words):
      figures.asked = nil
      say(Words.Toast.putBack, words)
    case .nothing: toast = Toast(Words.Toast.nothing(language))
    case nil: break
    }
    settle()
  }

  private mutating func say(_ done: Phrase, _ what: Phrase) {
    toast = Toast("\(marks.tick) \(done(language))\(marks.dot)\(what(language))", .good)
  }

  private mutating func askToSendBack() {
    guard isWritable(), let grounds = compare.grounds, let place = compare.place,
      let row = compare.board?.whole.rows.first(where: { $0.place == place })
    else { return }
    guard place != grounds.region else {
      toast = Toast(Words.Compare.regionSent(language))
      return
    }
    guard row.last != nil else {
      toast = Toast(Words.Compare.nothingSent(language))
      return
    }
    ask(CollectAct(.sentBack, place, grounds.year), Words.Compare.helpSentBack)
  }

  /// Locks what is open; opens what is locked for the place under the cursor, or wholly.
  private mutating func askToLock() {
    guard isWritable(), let grounds = compare.grounds, let lock = compare.board?.whole.lock,
      let place = compare.place
    else { return }
    if lock.holds(in: place) {
      ask(CollectAct(.unlocked, place, grounds.year), Words.Compare.helpUnlocked)
    } else {
      // A new lock ends the exceptions of the one before.
      ask(
        CollectAct(.locked, lock.region ?? grounds.region, grounds.year), Words.Compare.helpLocked)
    }
  }

  private mutating func ask(_ act: CollectAct, _ help: Phrase) {
    let title = SharedWords.collecting(act.kind, catalogue.divisions[act.place], act.year)
    overlay = .prompt(
      Prompt(
        purpose: .collect(act), title: title(language), lines: [help(language)],
        field: TextField(), complaint: nil))
  }
}
