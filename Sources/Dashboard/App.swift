import Cells
import Reform
import Widgets

/// The app: what happened goes in, the state changes, and what is to be done outside comes out.
public func update(_ state: inout AppState, _ action: Action) -> [Effect] {
  switch action {
  case .event(let event): return take(event, &state)
  case .dayCame(let day):
    let followsDay = !state.isPast
    state.today = day
    return followsDay ? [.load(day: day, scope: state.scope)] : []
  case .loaded(let progress):
    let isSameView = progress.day == state.day && progress.scope == state.scope
    state.take(progress)
    state.placeShelf.renew()
    if !isSameView { state.toast = nil }
    state.renewFigures(isSameView: isSameView)
    // Another program may have decided on drafts as well.
    let reviews: [Effect] = state.tab == .documents ? [.review(.load)] : []
    return state.reloadOpenTask() + reviews
  case .detailed(let detail):
    guard let last = state.openTasks.indices.last, state.openTasks[last].task == detail.task else {
      return []
    }
    let focus = state.scope == state.catalogue.province ? nil : state.scope
    state.openTasks[last].take(detail, in: state.catalogue.divisions, focus: focus)
    state.settle()
    return []
  case .prepared(let intent, let standings):
    state.ask(intent, standings)
    return []
  case .recorded(let recorded): return take(recorded, &state)
  case .moved(let entries, let retry):
    state.overlay = .moved(entries, retry: Overlay.Retry(effect: retry))
    return []
  case .exported(let path):
    state.toast = Toast("\(Words.Toast.exported(state.language)) \(path)", .good)
    return []
  case .last(let entry):
    state.explain(entry)
    return []
  case .figures(let figures):
    state.take(figures)
    return []
  case .place(let sheet):
    state.take(sheet)
    return []
  case .groups(let sheet):
    state.take(sheet)
    return []
  case .groupRecorded(let kind, let sheet):
    state.take(kind, sheet)
    return []
  case .groupMoved(let entries):
    state.take(groupMoved: entries)
    return []
  case .figureExplained(let explanation):
    state.overlay = .explanation(state.lines(of: explanation), offset: 0)
    return []
  case .collected(let collected):
    state.take(collected)
    return []
  case .shown: return state.wants()
  case .searchable(let pinyin):
    state.pinyin = pinyin
    state.arrange()
    return []
  case .texts(let texts, let notes):
    state.search = SearchIndex(state.catalogue, texts: texts, notes: notes)
    if !state.board.filter.isEmpty { state.arrange() }
    return []
  case .review(let answer): return state.take(answer)
  case .failed(let fault):
    if state.complain(fault) { return [] }
    state.toast = Toast(fault.message(state.language), .bad)
    return []
  }
}

private func take(_ recorded: Recorded, _ state: inout AppState) -> [Effect] {
  state.take(recorded.progress)
  state.placeShelf.renew()
  if recorded.kind != .entered { state.figures.asked = nil }
  let language = state.language
  if let actual = recorded.actual { return state.take(actual, recorded.kind) }
  guard let first = recorded.entries.first else {
    let isRedo = recorded.kind == .putBack
    state.toast = Toast((isRedo ? Words.Toast.nothingAgain : Words.Toast.nothing)(language))
    return []
  }
  let words =
    switch recorded.kind {
    case .entered, .nothing: Words.Toast.saved
    case .takenBack: Words.Toast.takenBack
    case .putBack: Words.Toast.putBack
    }
  var what = state.catalogue.task(first.line.task)?.title(language) ?? first.line.task
  let count = recorded.entries.count
  if count > 1 {
    what += language == .zh ? " 等 \(count) 条" : " and \(count - 1) more"
  } else {
    what = state.short(of: first.line) + state.marks.dot + what
  }
  if let status = first.status { what += state.marks.dot + Words.status(status)(language) }
  state.toast = Toast("\(state.marks.tick) \(words(language))\(state.marks.dot)\(what)", .good)
  state.board.marked = []
  if let last = state.openTasks.indices.last { state.openTasks[last].marked = [] }
  return state.reloadOpenTask() + (state.board.filter.isEmpty ? [] : [state.loadSearch])
}

private func take(_ event: Event, _ state: inout AppState) -> [Effect] {
  switch event {
  case .tick: return []
  case .ended: return [.quit]
  case .resumed: return [.redraw]
  case .resize(let size):
    state.size = size
    state.settle()
    return []
  case .ambiguousWidth(let width):
    guard state.settings.ambiguous == .auto else { return [] }
    state.ruler = Ruler(ambiguous: width)
    state.settle()
    return [.redraw]
  case .paste(let text): return state.paste(text)
  case .mouse(let mouse): return state.take(mouse)
  case .key(let key):
    state.toast = nil
    if state.overlay != nil { return state.pressInOverlay(key) }
    if let command = state.settings.keymap.command(
      for: key, in: state.context, isSearching: state.isSearching)
    {
      return state.perform(command)
    }
    return state.startSearching(with: key)
  }
}

extension AppState {
  /// Chinese typed where no field is open starts a search.
  mutating func startSearching(with key: Key) -> [Effect] {
    guard case .character(let character) = key, !character.isASCII, character.isLetter else {
      return []
    }
    let effects = perform(.filter)
    if case .prompt(var prompt) = overlay {
      prompt.field.write(String(character))
      overlay = .prompt(prompt)
      fieldChanged()
    } else if case .picker(var picker) = overlay {
      picker.field?.write(String(character))
      overlay = .picker(picker)
    }
    return effects
  }

  /// Text that was pasted goes into a field, or starts a search; it is never a command.
  mutating func paste(_ text: String) -> [Effect] {
    switch overlay {
    case .prompt(var prompt):
      prompt.field.write(text)
      take(prompt)
    case .picker(var picker):
      picker.field?.write(text)
      overlay = .picker(picker)
    case .form(let form): paste(text, into: form)
    default: break
    }
    return []
  }

  func reloadOpenTask() -> [Effect] {
    openTasks.last.map { [.loadTask($0.task, day: day)] } ?? []
  }

  mutating func open(_ task: ReformTask.ID) -> [Effect] {
    openTasks.append(TaskScreen(task))
    settle()
    return reloadOpenTask()
  }

  mutating func take(_ mouse: Mouse) -> [Effect] {
    guard settings.mouse else { return [] }
    switch mouse.kind {
    case .wheelUp, .wheelDown:
      let command: Command = mouse.kind == .wheelUp ? .up : .down
      for _ in 0..<3 {
        _ = overlay == nil ? perform(command) : pressInOverlay(command == .up ? .up : .down)
      }
      return []
    case .press:
      toast = nil
      guard let target = view(self).target(at: mouse.at) else {
        if overlay != nil { return pressInOverlay(.escape) }
        return []
      }
      return click(target)
    }
  }

  private mutating func click(_ target: Target) -> [Effect] {
    if overlay != nil {
      switch target {
      case .overlayItem(let index): return clickInOverlay(index)
      case .overlay: return []
      default: return pressInOverlay(.escape)
      }
    }
    switch target {
    case .tab(let tab): return show(tab)
    case .command(let command): return perform(command)
    case .item(let pane, let index): return clickItem(pane, index)
    case .overlayItem, .overlay: return []
    }
  }

  /// The first click on something selects it, the second opens it.
  private mutating func clickItem(_ pane: Int, _ index: Int) -> [Effect] {
    var isNew = true
    switch context {
    case .overview:
      let chosen = OverviewScreen.Pane(rawValue: pane) ?? .counts
      isNew = overview.pane != chosen || overview.scrolls[pane].selected != index
      overview.pane = chosen
      overview.scrolls[pane].selected = index
    case .board: isNew = board.select(group: pane, item: index)
    case .indicators: isNew = rooms.click(context, pane, index, in: model)
    case .places, .group:
      if pane == PlacesScreen.Pane.crumbs.rawValue {
        clickCrumb(index)
      } else {
        var screen = places
        isNew = screen.click(PlacesScreen.Pane(rawValue: pane) ?? .parts, index, in: self)
        places = screen
      }
    case .compare, .collection: isNew = compare.click(pane, index)
    case .documents:
      isNew = documents.click(DocumentsScreen.Pane(rawValue: pane) ?? .documents, index)
    case .review: isNew = review?.click(ReviewScreen.Pane(rawValue: pane) ?? .list, index) ?? true
    case .task:
      let last = openTasks.count - 1
      let chosen = TaskScreen.Pane(rawValue: pane) ?? .matrix
      isNew = openTasks[last].pane != chosen
      openTasks[last].pane = chosen
      switch chosen {
      case .matrix:
        isNew = isNew || openTasks[last].cell != index
        openTasks[last].cell = index
      case .history: openTasks[last].history.selected = index
      case .facts:
        isNew = isNew || openTasks[last].link != index
        openTasks[last].link = index
      }
    }
    settle()
    return isNew ? loadTexts() : perform(.open)
  }
}
