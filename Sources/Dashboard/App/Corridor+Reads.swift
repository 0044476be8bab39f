import Reform

/// What is read for the screens: asked for once, and taken only while somebody still asks.
extension AppState {
  /// Has something read, unless it is under way already.
  mutating func ask(_ read: Read) -> [Effect] { model.reads.ask(read) ? [.read(read)] : [] }

  /// What the screen in front lacks; the figures first, for much is computed from them.
  ///
  /// Called after each frame, so that no frame waits for it. What only a screen asked for that is not
  /// in front any more is not waited for.
  mutating func wants() -> [Effect] {
    let needs = room.needs(in: model)
    model.reads.keep(needs)
    var effects: [Effect] = []
    for need in needs where !need.isHeld(by: model) && model.reads.mayAsk(need) {
      effects += ask(need)
      if case .figures = need { break }
    }
    return effects
  }

  /// Goes to a day or to a place; what is shown stays until how things stand there is read.
  ///
  /// Where one is on the way already, it is from there that one goes on.
  mutating func head(on day: Day? = nil, at place: Division.Code? = nil) -> [Effect] {
    let request = LedgerState.Request(
      day: day ?? nextDay, scope: place ?? nextScope, turn: model.reads.turn)
    model.reads.heading = request
    return ask(.progress(request))
  }

  /// The day and the place that will be shown when nothing else is asked for.
  var nextDay: Day { model.reads.heading?.day ?? model.day }
  var nextScope: Division.Code { model.reads.heading?.scope ?? model.scope }

  /// Texts and notes as they stand now, for what is looked for next.
  mutating func askForTexts() -> [Effect] {
    ask(.texts(day: model.day, in: model.scope, turn: model.reads.turn))
  }

  // MARK: Answers

  /// Takes an answer where its question is still that of somebody, and drops it otherwise.
  mutating func receive(_ answer: Answer, to read: Read) -> [Effect] {
    let isAwaited = model.reads.end(read)
    switch (read, answer) {
    case (.progress(let request), .progress(let progress)):
      return receive(progress, to: request)
    case (.task(let task, let day, let entries), .task(let detail)):
      guard day == model.day, entries >= openTasks.last?.read ?? 0 else { return [] }
      guard detail.generation >= model.generation else { return ask(read) }
      guard let open = openTasks.last else { return tell(detail, to: .meeting) }
      return open.task == task ? tell(detail) : []
    case (.last, .last(let entry)):
      guard var box = overlay as? ExplanationBox else { return [] }
      box.add(entry, in: model)
      overlay = box
    case (.explanation(_, let day), .explanation(let explanation)):
      guard isAwaited, day == model.day else { return [] }
      overlay = ExplanationBox(model.lines(of: explanation), in: context)
    case (.reviews, .reviews(let reviews)): return receive(.loaded(reviews))
    case (.achievements, .achievements(let reported)): return receive(.achievements(reported))
    case (.clauses(let document), .clauses(let texts)): return receive(.texts(document, texts))
    default: takeShelved(answer, to: read)
    }
    return []
  }

  /// Takes how everything stands where it is still gone to; what was entered while it was read is
  /// not in it, and is loaded then.
  private mutating func receive(_ progress: LedgerState, to request: LedgerState.Request)
    -> [Effect]
  {
    guard model.reads.heading == request else { return [] }
    guard request.turn >= model.reads.filed else { return head() }
    model.reads.heading = nil
    let isKnown =
      (progress.day, progress.scope) == (day, scope)
      && progress.isBefore(model.progress)
    let missing: [Effect] = request.turn == model.reads.turn ? [] : [.refresh]
    return (isKnown ? [] : receive(progress)) + missing
  }

  /// What is kept on a shelf of the model, where it is of the day that is looked at.
  private mutating func takeShelved(_ answer: Answer, to read: Read) {
    switch (read, answer) {
    case (.figures, .figures(let figures)): return receive(figures)
    case (.cities(let request), .cities(let cities)):
      guard request.turn >= model.reads.filed, model.apply(cities) else { return }
      renew()
    case (.place(let request), .place(let sheet)):
      guard request.day == model.day, request.turn >= model.reads.filed else { return }
      model.placeCache.put(sheet)
      refresh()
    case (.groups(let request), .groups(let sheet)):
      guard request.day == model.day, request.turn >= model.reads.filed else { return }
      model.placeCache.put(sheet)
      refresh()
    case (.collecting(let day, _), .collecting(let collected)):
      guard day == model.day else { return }
      _ = tell(collected, to: .compare)
    case (.meetings(let request), .meetings(let book)):
      guard request.day == model.day, request.turn >= model.reads.filed,
        book.mayReplace(model.meetings)
      else { return }
      model.meetings = book
      refresh()
    case (.pinyin, .pinyin(let pinyin)):
      model.pinyin = pinyin
      renew()
    case (.texts(let day, let place, _), .texts(let texts, let notes)):
      guard (day, place) == (model.day, model.scope) else { return }
      model.search = SearchIndex(model.catalogue, texts: texts, notes: notes)
      renew()
    default: model.reads.reveal(read)
    }
  }

  /// A question was not answered: what was gone to is not there, and the fault is told.
  mutating func give(up read: Read, _ fault: Fault?) -> [Effect] {
    let isAwaited = model.reads.end(read)
    guard let fault else {
      // Others documents or tasks were filed meanwhile, and are in the model by now.
      guard case .progress(let request) = read, model.reads.heading == request else { return [] }
      return head()
    }
    model.reads.reveal(read)
    if isAwaited { toast = Toast(fault.message(model.language), .bad) }
    guard case .progress(let request) = read, model.reads.heading == request else { return [] }
    model.reads.heading = nil
    return []
  }

  // MARK: Figures

  /// Takes figures of the day that is looked at, unless later ones or more of them are there.
  private mutating func receive(_ loaded: Figures) {
    guard loaded.request.day == model.day else { return }
    if let known = model.figures.figures?.request, !loaded.request.replaces(known) { return }
    put(loaded)
  }

  /// What becomes of the figures when how things stand was loaded anew.
  mutating func renewFigures(isSameView: Bool) {
    // Another program has written: its figures are not known yet.
    if isSameView { return model.figures.expire() }
    guard let known = model.figures.figures else { return }
    if known.request.day == model.day {
      put(known)
    } else {
      model.figures.clear()
      renew()
    }
  }

  /// Puts the figures into words for a place, nil for the one that is looked at.
  mutating func showFigures(of place: Division.Code?) {
    guard place != model.figures.place else { return }
    model.figures.place = place
    if let known = model.figures.figures { put(known) }
  }

  private mutating func put(_ loaded: Figures) {
    let before = model.figures.board
    let place = model.figures.place ?? model.scope
    model.figures.put(loaded, IndicatorBoard(loaded, in: place, model.catalogue))
    rooms.tell(FiguresCame(before: before), in: model)
    renew()
  }
}

/// Said to every room when the figures are others, or stand in words for another place.
struct FiguresCame: Message {
  /// The board as it was.
  var before: IndicatorBoard?
}
