import Cells
import Reform
import Widgets

/// The app: what happened goes in, the state changes, and what is to be done outside comes out.
public func update(_ state: inout AppState, _ action: Action) -> [Effect] {
  let before = state.model.generation
  let effects = take(action, &state)
  return state.model.generation == before ? effects : effects + forgetNumbers(&state)
}

private func take(_ action: Action, _ state: inout AppState) -> [Effect] {
  switch action {
  case .event(let event): return receive(event, &state)
  case .dayCame(let day):
    let followsDay = state.nextDay >= state.today
    state.model.today = day
    return followsDay ? state.head(on: day) : []
  case .answered(let read, let answer): return state.receive(answer, to: read)
  case .unanswered(let read, let fault): return state.give(up: read, fault)
  case .written: state.model.reads.turn += 1
  case .muchWritten: return state.model.reads.heading == nil ? state.head() : []
  case .loaded(let progress): return state.receive(progress)
  case .prepared(let intent, let standings):
    return state.tell(Prepared(intent: intent, standings: standings))
  case .recorded(let recorded): return receive(recorded, &state)
  case .moved(let entries, let retry):
    state.overlay = MovedNotice(entries: entries, retry: retry)
  case .exported(let path):
    state.toast = Toast(Words.Toast.exported(to: path)(state.language), .good)
  case .keptHome(let place): return state.keep(home: place)
  case .dayMeant: state.model.doubted = nil
  case .groupRecorded(let kind, let sheet): return receive(kind, sheet, &state)
  case .groupMoved(let entries): receive(moved: entries, &state)
  case .collected(let collected): return state.tell(collected, to: .compare)
  case .shown: return askOfDrafts(&state) + state.wants()
  case .review(let answer): return state.receive(answer)
  case .met(let met): return state.receive(met)
  case .hand(let answer): return receive(answer, &state)
  case .exchange(let news): return receive(news, &state)
  case .sharing(let answer): return receive(answer, &state)
  case .notCopied(let fault):
    state.toast = Toast(fault.message(state.language), .bad)
  case .failed(let fault):
    if !state.complain(fault) { state.toast = Toast(fault.message(state.language), .bad) }
  }
  return []
}

private func receive(_ event: Event, _ state: inout AppState) -> [Effect] {
  switch event {
  case .tick, .woken: return []
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
  case .mouse(let mouse): return state.receive(mouse)
  case .key(let key):
    state.toast = nil
    if state.overlay != nil {
      // What quits elsewhere leaves what stands in front, as in any terminal.
      return state.pressInFront(key == .control("c") ? .escape : key)
    }
    if let command = state.model.keymap.command(
      for: key, in: state.context, isSearching: state.isSearching)
    {
      return state.perform(command)
    }
    return state.startSearching(with: key)
  }
}

// MARK: - Answers

extension AppState {
  /// The ledger is opened at a place from now on; one goes there and on with what there is to do.
  fileprivate mutating func keep(home: Division.Code) -> [Effect] {
    (model.home, model.isHomeKept) = (home, true)
    overlay = Start(step: model.catalogue.tasks.isEmpty ? .document : .table)
    return head(at: home)
  }

  mutating func receive(_ progress: LedgerState) -> [Effect] {
    let isSameView = progress.day == day && progress.scope == scope
    model.apply(progress)
    renew()
    if !isSameView { toast = nil }
    renewFigures(isSameView: isSameView)
    // Another program may have decided on drafts as well.
    return reloadOpenTask() + (tab == .documents ? ask(.reviews) : []) + lookAtSharing(self)
  }

  mutating func receive(_ answer: ReviewAnswer) -> [Effect] {
    switch answer {
    case .imported(_, let reviews):
      model.reviews = reviews
      // A document is reviewed where the documents are, wherever it was asked for.
      if tab != .documents || !openTasks.isEmpty {
        let effects = show(.documents)
        return effects + tell(answer, to: .documents)
      }
    case .loaded(let reviews), .overtaken(let reviews): model.reviews = reviews
    case .filed(let filed, let reviews):
      model.replace(filed.catalogue, filed.progress)
      (model.reviews, model.achievements) = (reviews, nil)
      if filed.kind == .elsewhere { model.figures.expire() }
      openTasks.removeAll { filed.catalogue.task($0.task) == nil }
      rooms.tell(OtherTasks(), in: model)
      renew()
      return tell(answer, to: .documents) + reloadOpenTask()
    case .achievements(let achievements): model.achievements = achievements
    case .figuresEntered:
      model.figures.expire()
      model.progress.hasFigures = true
    default: break
    }
    return tell(answer, to: .documents)
  }
}

private func receive(_ recorded: Recorded, _ state: inout AppState) -> [Effect] {
  state.model.apply(recorded.progress)
  state.renew()
  if recorded.kind != .entered || recorded.hasForms { state.model.figures.expire() }
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
    + (isFiltered && recorded.actual == nil ? state.askForTexts() : [])
}

private func receive(
  _ kind: Recorded.Kind, _ sheet: GroupSheet, _ state: inout AppState
) -> [Effect] {
  let recorded = GroupRecorded(kind: kind, form: state.overlay as? Form)
  state.overlay = nil
  // It was read after the act, which is in it.
  var sheet = sheet
  sheet.request.turn = state.model.reads.turn
  state.model.placeCache.put(sheet)
  let tick = kind == .nothing ? "" : "\(state.model.symbols.tick) "
  state.toast = Toast(
    tick + recorded.words(state.language), kind == .nothing ? .plain : .good)
  return state.tell(recorded, to: .places)
}

private func receive(moved entries: [GroupEntry], _ state: inout AppState) {
  if var form = state.overlay as? Form {
    form.take(moved: entries, state.language)
    state.overlay = form
  } else if let words = Form.moved(entries) {
    state.toast = Toast(words(state.language), .bad)
  }
}

extension Recorded {
  /// What was done, in a line.
  fileprivate func said(_ model: Model) -> Toast {
    let (language, symbols) = (model.language, model.symbols)
    let words =
      switch kind {
      case .entered, .nothing: Words.Toast.saved
      case .takenBack: Words.Toast.takenBack
      case .putBack: Words.Toast.putBack
      }
    if let actual {
      let parts = [
        "\(symbols.tick) \(words(language))", model.short(of: actual.key.place),
        Format.actual(actual, model),
      ]
      return Toast(parts.joined(separator: symbols.dot), .good)
    }
    if entries.isEmpty, let act {
      return Toast(
        "\(symbols.tick) \(words(language))\(symbols.dot)"
          + Phrase("登记 \(act)，没有改动任务", "act \(act), which changes no task")(language), .good)
    }
    guard let first = entries.first else {
      return Toast((kind == .putBack ? Words.Toast.nothingAgain : Words.Toast.nothing)(language))
    }
    let title = model.catalogue.task(first.line.task)?.title(language) ?? first.line.task
    let tasks = Set(entries.map(\.line.task)).count
    let what =
      entries.count == 1
      ? model.short(of: first.line) + symbols.dot + title
      : tasks == 1
        ? title + symbols.dot + Words.Toast.lines(entries.count)(language)
        : Words.Toast.tasks(title, tasks, entries.count)(language)
    let isOne = entries.allSatisfy { $0.status == first.status }
    let status =
      isOne ? first.status.map { symbols.dot + Words.status($0)(language) } ?? "" : ""
    let said = "\(symbols.tick) \(words(language))\(symbols.dot)\(what)"
    if let standing = gathered.first, let gathering = standing.gathering {
      let whose =
        tasks == 1
        ? "" : (model.catalogue.task(standing.line.task)?.title(language) ?? "") + language.colon
      let told = GatheringWords.told(gathering, standing: standing.status)(language)
      return Toast(said + (language == .zh ? "。" : ". ") + whose + told)
    }
    return Toast(said + status, .good)
  }
}
