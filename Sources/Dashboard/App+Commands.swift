import Cells
import Reform
import Widgets

extension AppState {
  /// Carries out what a person asked for.
  mutating func perform(_ command: Command) -> [Effect] {
    if tab == .compare, openTasks.isEmpty, let effects = performOnCompare(command) {
      return effects
    }
    if let requests = rooms.perform(command, at: context, in: model) { return carryOut(requests) }
    switch command {
    case .up, .down, .left, .right, .pageUp, .pageDown, .top, .bottom, .nextPane, .previousPane:
      move(command)
      return loadTexts()
    case .nextMatch, .previousMatch: stepMatch(command == .nextMatch ? 1 : -1)
    case .showOverview: return show(.overview)
    case .showTasks: return show(.tasks)
    case .showIndicators: return show(.indicators)
    case .showPlaces: return show(.places)
    case .showCompare: return show(.compare)
    case .showDocuments: return show(.documents)
    case .nextTab, .previousTab: return stepTab(command == .nextTab ? 1 : -1)
    case .open: return openSelected()
    case .back: return goBack()
    case .help: overlay = .help(offset: 0)
    case .palette: return showPalette()
    case .filter: return showFilter()
    case .group: showGroups()
    case .place: return showPlaces()
    case .problems:
      if context == .review {
        review?.onlyWaiting.toggle()
        settle()
        return []
      }
      board.onlyProblems.toggle()
      arrange()
    case .sort, .reverse: sort(command)
    case .mark: mark()
    case .close where context.isPlaces, .amend where context.isPlaces, .add:
      writeOfGroup(command)
    case .drop where context == .group: dropFromGroup()
    case .close: return prepare(.close)
    case .setStatus: showStatuses()
    case .note: return prepare(.note)
    case .evidence: return prepare(.evidence)
    case .setDue: askDue()
    case .nextView where context == .places: toggleMap()
    case .importDocument, .nextView, .accept, .acceptSure, .drop, .amend, .file:
      return performOnDocuments(command)
    case .level, .neighbours, .earlier, .later, .sendBack, .lock, .groupMeasures: return []
    case .undo where context == .review: return undoInReview()
    case .undo where context == .group: return undoInGroup()
    case .redo where context == .group:
      return undoInGroup(isRedo: true)
    case .undo: return isWritable() ? [.takeBack(over: 0)] : []
    case .redo: return isWritable() ? [.putBack(over: 0)] : []
    case .explain: return explain()
    case .measure where context.isPlaces: stepPlaceMeasure()
    case .measure: overview.stepMeasure(in: self)
    case .look: askDay()
    case .export: return [.export(sheet())]
    case .language:
      settings.language = language == .zh ? .en : .zh
      arrange()
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .quit: return [.quit]
    }
    return []
  }

  mutating func move(_ command: Command) {
    switch context {
    case .overview:
      var screen = overview
      screen.move(command, in: self)
      overview = screen
    case .board:
      let steps: [Command: Command] = [.nextPane: .right, .previousPane: .left]
      var screen = board
      screen.move(steps[command] ?? command, in: self)
      board = screen
    case .indicators: _ = rooms.perform(command, at: context, in: model)
    case .places, .group:
      var screen = places
      screen.move(command, in: self)
      places = screen
    case .compare, .collection:
      var screen = compare
      screen.move(command, in: self)
      compare = screen
    case .documents:
      var screen = documents
      screen.move(command, in: self)
      documents = screen
    case .review:
      var screen = review
      screen?.move(command, in: self)
      review = screen
    case .task:
      var screen = openTasks[openTasks.count - 1]
      screen.move(command, in: self)
      openTasks[openTasks.count - 1] = screen
    }
    settle()
  }

  /// Shows a tab; the one that shows already goes back to its top.
  mutating func show(_ tab: Tab) -> [Effect] {
    if tab == .places, self.tab == tab, openTasks.isEmpty { leaveLevels() }
    self.tab = tab
    openTasks = []
    places.arrival = nil
    leaveIndicators()
    settle()
    return tab == .documents ? [.review(.load)] + loadTexts() : []
  }

  private mutating func stepTab(_ step: Int) -> [Effect] {
    let all = Tab.allCases
    let index = all.firstIndex(of: tab) ?? 0
    return show(all[(index + step + all.count) % all.count])
  }

  /// One step back: the open task, then the filter, then the place, then the overview.
  private mutating func goBack() -> [Effect] {
    if !openTasks.isEmpty {
      openTasks.removeLast()
      settle()
      return reloadOpenTask()
    }
    if clearFilter() { return [] }
    if tab == .indicators, let origin = indicators.origin {
      leaveIndicators()
      (tab, openTasks) = (origin.tab, origin.tasks)
      settle()
      let back: [Effect] = origin.scope == scope ? [] : [.load(day: day, scope: origin.scope)]
      return back + reloadOpenTask()
    }
    if tab == .compare, compare.stepBack() {
      settle()
      return []
    }
    if tab == .documents, let screen = review {
      if screen.pane == .list { review = nil } else { review?.pane = .list }
      settle()
      return review == nil ? [.review(.load)] : []
    }
    if tab == .documents, documents.pane != .documents {
      documents.pane = .documents
      return []
    }
    if tab == .tasks, board.isFiltered || !board.marked.isEmpty {
      board.marked = []
      board.clearFilter()
      arrange()
      return []
    }
    if tab == .places, let effects = leaveOpenedGroup() { return effects }
    if tab == .places, backInPlaces() { return [] }
    if scope != home { return [.load(day: day, scope: home)] }
    return show(.overview)
  }

  private mutating func sort(_ command: Command) {
    if context == .places {
      return sortPlaces(command)
    }
    if command == .reverse {
      board.isReversed.toggle()
    } else {
      let all = BoardScreen.Order.allCases
      let index = all.firstIndex(of: board.order) ?? 0
      board.order = all[(index + 1) % all.count]
    }
    arrange()
  }

  private mutating func mark() {
    if context == .task {
      let last = openTasks.count - 1
      let cell = openTasks[last].cell
      if openTasks[last].marked.remove(cell) == nil { openTasks[last].marked.insert(cell) }
    } else if let task = board.selected?.task {
      if board.marked.remove(task) == nil { board.marked.insert(task) }
    }
    move(.down)
  }

  /// Whether anything may be entered now; says why not.
  mutating func isWritable() -> Bool {
    if isReadOnly {
      toast = Toast(Words.Toast.readOnly(language), .bad)
    } else if isPast {
      toast = Toast(Words.Toast.past(language), .bad)
    } else {
      return true
    }
    return false
  }

  /// Loads the lines that an act would touch, before it is asked for.
  mutating func prepare(_ intent: Intent) -> [Effect] {
    guard isWritable() else { return [] }
    if context == .task {
      let chosen = openTasks[openTasks.count - 1].chosen
      ask(intent, chosen)
      return []
    }
    let positions =
      board.marked.isEmpty ? board.selected.map { [$0.task] } ?? [] : board.marked.sorted()
    guard !positions.isEmpty else {
      toast = Toast(Words.Toast.noSelection(language))
      return []
    }
    return [.prepare(intent, positions.map { catalogue.tasks[$0].id }, scope: board.place(self))]
  }
}
