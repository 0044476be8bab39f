import Cells
import Reform
import Widgets

/// The app: what happened goes in, the state changes, and what is to be done outside comes out.
public func update(_ state: inout AppState, _ action: Action) -> [Effect] {
  switch action {
  case .event(let event): return take(event, &state)
  case .dayCame(let day):
    let followsDay = !state.model.isPast
    state.model.today = day
    return followsDay ? [.load(day: day, scope: state.scope)] : []
  case .loaded(let progress): return take(progress, &state)
  case .detailed(let detail):
    return state.openTasks.last?.task == detail.task ? state.tell(detail) : []
  case .prepared(let intent, let standings):
    return state.tell(Prepared(intent: intent, standings: standings))
  case .recorded(let recorded): return take(recorded, &state)
  case .moved(let entries, let retry):
    state.overlay = MovedNotice(entries: entries, retry: retry)
  case .exported(let path):
    state.toast = Toast("\(Words.Toast.exported(state.language)) \(path)", .good)
  case .last(let entry):
    guard var box = state.overlay as? ExplanationBox else { return [] }
    box.add(entry, in: state.model)
    state.overlay = box
  case .figures(let figures): state.take(figures)
  case .place(let sheet):
    state.model.placeShelf.put(sheet)
    state.refresh()
  case .groups(let sheet):
    state.model.placeShelf.put(sheet)
    state.refresh()
  case .groupRecorded(let kind, let sheet): return take(kind, sheet, &state)
  case .groupMoved(let entries): take(moved: entries, &state)
  case .figureExplained(let explanation):
    state.overlay = ExplanationBox(state.model.lines(of: explanation), in: state.context)
  case .collected(let collected): return state.tell(collected, to: .compare)
  case .shown: return state.wants()
  case .searchable(let pinyin):
    state.model.pinyin = pinyin
    state.renew()
  case .texts(let texts, let notes):
    state.model.search = SearchIndex(state.catalogue, texts: texts, notes: notes)
    state.renew()
  case .review(let answer): return take(answer, &state)
  case .failed(let fault):
    if !state.complain(fault) { state.toast = Toast(fault.message(state.language), .bad) }
  }
  return []
}

private func take(_ event: Event, _ state: inout AppState) -> [Effect] {
  switch event {
  case .tick: return []
  case .ended: return [.quit]
  case .resumed: return [.redraw]
  case .resize(let size):
    state.model.size = size
    state.refresh()
    return []
  case .ambiguousWidth(let width):
    guard state.settings.ambiguous == .auto else { return [] }
    state.model.ruler = Ruler(ambiguous: width)
    state.refresh()
    return [.redraw]
  case .paste(let text): return state.writeInFront(text)
  case .mouse(let mouse): return state.take(mouse)
  case .key(let key):
    state.toast = nil
    if state.overlay != nil { return state.pressInFront(key) }
    if let command = state.model.keymap.command(
      for: key, in: state.context, isSearching: state.isSearching)
    {
      return state.perform(command)
    }
    return state.startSearching(with: key)
  }
}

// MARK: - Answers

private func take(_ progress: Progress, _ state: inout AppState) -> [Effect] {
  let isSameView = progress.day == state.day && progress.scope == state.scope
  state.model.take(progress)
  state.model.placeShelf.renew()
  state.renew()
  if !isSameView { state.toast = nil }
  state.renewFigures(isSameView: isSameView)
  // Another program may have decided on drafts as well.
  let reviews: [Effect] = state.tab == .documents ? [.review(.load)] : []
  return state.reloadOpenTask() + reviews
}

private func take(_ recorded: Recorded, _ state: inout AppState) -> [Effect] {
  state.model.take(recorded.progress)
  state.model.placeShelf.renew()
  state.renew()
  if recorded.kind != .entered { state.model.figures.asked = nil }
  if recorded.actual != nil, (state.overlay as? Prompt)?.asking is AskActual {
    state.overlay = nil
  }
  state.toast = recorded.said(state.model)
  guard recorded.actual != nil || !recorded.entries.isEmpty else { return [] }
  if recorded.actual == nil {
    state.rooms.tell(recorded, in: state.model)
    if !state.openTasks.isEmpty { _ = state.tell(recorded) }
    state.refresh()
  }
  let isFiltered = !(state.rooms[.tasks].narrowed ?? "").isEmpty
  return state.reloadOpenTask()
    + (isFiltered && recorded.actual == nil ? [state.loadSearch] : [])
}

private func take(
  _ kind: Recorded.Kind, _ sheet: GroupSheet, _ state: inout AppState
) -> [Effect] {
  let recorded = GroupRecorded(kind: kind, form: state.overlay as? Form)
  state.overlay = nil
  state.model.placeShelf.put(sheet)
  let tick = kind == .nothing ? "" : "\(state.model.marks.tick) "
  state.toast = Toast(
    tick + recorded.words(state.language), kind == .nothing ? .plain : .good)
  return state.tell(recorded, to: .places)
}

private func take(moved entries: [GroupEntry], _ state: inout AppState) {
  if var form = state.overlay as? Form {
    form.take(moved: entries, state.language)
    state.overlay = form
  } else if let words = Form.moved(entries) {
    state.toast = Toast(words(state.language), .bad)
  }
}

private func take(_ answer: ReviewAnswer, _ state: inout AppState) -> [Effect] {
  switch answer {
  case .loaded(let reviews), .imported(_, let reviews), .overtaken(let reviews):
    state.model.reviews = reviews
  case .filed(let filed, let reviews):
    state.model.replace(filed.catalogue, filed.progress)
    (state.model.reviews, state.model.achievements) = (reviews, nil)
    state.openTasks.removeAll { filed.catalogue.task($0.task) == nil }
    state.rooms.tell(OtherTasks(), in: state.model)
    state.renew()
    return state.tell(answer, to: .documents) + state.reloadOpenTask()
  case .achievements(let achievements): state.model.achievements = achievements
  case .figuresEntered: state.model.figures.asked = nil
  default: break
  }
  return state.tell(answer, to: .documents)
}

extension Recorded {
  /// What was done, in a line.
  fileprivate func said(_ model: Model) -> Toast {
    let (language, marks) = (model.language, model.marks)
    let words =
      switch kind {
      case .entered, .nothing: Words.Toast.saved
      case .takenBack: Words.Toast.takenBack
      case .putBack: Words.Toast.putBack
      }
    if let actual {
      let parts = [
        "\(marks.tick) \(words(language))", model.short(of: actual.key.place),
        Spoken.actual(actual, model),
      ]
      return Toast(parts.joined(separator: marks.dot), .good)
    }
    guard let first = entries.first else {
      return Toast((kind == .putBack ? Words.Toast.nothingAgain : Words.Toast.nothing)(language))
    }
    var what = model.catalogue.task(first.line.task)?.title(language) ?? first.line.task
    if entries.count > 1 {
      what += language == .zh ? " 等 \(entries.count) 条" : " and \(entries.count - 1) more"
    } else {
      what = model.short(of: first.line) + marks.dot + what
    }
    if let status = first.status { what += marks.dot + Words.status(status)(language) }
    return Toast("\(marks.tick) \(words(language))\(marks.dot)\(what)", .good)
  }
}
