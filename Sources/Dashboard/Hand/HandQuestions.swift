import Cells
import Reform
import Widgets

/// What is asked before the catalogue is changed by hand.
struct HandQuestions {
  let model: Model

  init(_ model: Model) { self.model = model }

  private var language: Language { model.language }
  private var catalogue: Catalogue { model.catalogue }

  /// What is asked once it is known how things stand.
  func asking(_ ground: HandGround) -> any OverlayRoom {
    switch ground.ask {
    case .make(let document): HandForm.making(of: document, seen: ground.seen, model)
    case .amend(let task): HandForm.amending(task, seen: ground.seen, model)
    case .leaveOut(let scopes): prompt(scopes, isLeaving: true, ground)
    case .takeIn(let scopes): prompt(scopes, isLeaving: false, ground)
    }
  }

  private func prompt(
    _ scopes: [HandScope], isLeaving: Bool, _ ground: HandGround
  ) -> Prompt {
    var lines = scopes.prefix(4).map { HandWords.title($0, catalogue, language) }
    if scopes.count > 4 { lines.append(HandPhrases.inAll(scopes.count)(language)) }
    if isLeaving {
      lines.append(HandPhrases.leavingHelp(model.today)(language))
      if model.backdate != nil { lines.append(HandPhrases.notBackdated(language)) }
    } else {
      lines += scopes.prefix(4).compactMap { catalogue.hand.leftOut($0, on: model.day) }
        .map { HandWords.told($0)(language) }
      lines.append(HandPhrases.takingHelp(model.today)(language))
    }
    lines += ground.named.map { $0(language) }
    return Prompt(
      AskHand(scopes: scopes, isLeaving: isLeaving, seen: ground.seen),
      (isLeaving ? HandPhrases.leave : HandPhrases.take)(language), lines: lines,
      field: TextField(limit: 300))
  }
}

extension HandQuestions {
  private func preparing(_ ask: HandAsk) -> [Request] { [.effect(.hand(.prepare(ask)))] }

  /// A new task, of a document where one is under the cursor.
  func makingTask(of document: Document.ID? = nil) -> [Request] {
    model.writing { preparing(.make(document)) }
  }

  func amendingTask(_ task: ReformTask.ID?) -> [Request] {
    model.writing {
      guard let known = task.flatMap(catalogue.task) else {
        return [.say(Words.Toast.noSelection, language)]
      }
      if let left = catalogue.leftOut(known) { return [.say(HandWords.told(left), language, .bad)] }
      return preparing(.amend(known.id))
    }
  }

  /// Leaves out what was chosen, or takes it in again; where it can be in one place alone as well, that
  /// is asked first.
  func leavingOut(_ tasks: [ReformTask.ID], at place: Division.Code? = nil) -> [Request] {
    model.writing {
      let known = tasks.compactMap(catalogue.task)
      guard let first = known.first else { return [.say(Words.Toast.noSelection, language)] }
      guard known.count == 1 else {
        let scopes = known.filter { catalogue.leftOut($0) == nil }.map { HandScope.task($0.id) }
        return preparing(.leaveOut(scopes))
      }
      let choices = choices(of: first, at: place)
      if choices.count == 1 { return preparing(choices[0].ask) }
      let items = choices.map { choice in
        Picker.Item(
          choice.label(language), [.effect(.hand(.prepare(choice.ask)))])
      }
      return [.ask(Picker(title: HandPhrases.which, items: items))]
    }
  }

  /// What of a task can be left out, or taken in again.
  private func choices(
    of task: ReformTask, at place: Division.Code?
  ) -> [(label: Phrase, ask: HandAsk)] {
    if let entry = catalogue.leftOut(task), let scope = entry.step.scope {
      let label = entry.step.document == nil ? HandPhrases.takeTask : HandPhrases.takeDocument
      return [(label, .takeIn([scope]))]
    }
    var found: [(Phrase, HandAsk)] = [(HandPhrases.leaveTask, .leaveOut([.task(task.id)]))]
    let fan = catalogue.fanOut(of: task)
    if let place, fan.count > 1, fan.contains(place) {
      found.append(
        (HandPhrases.leave(in: named(place)), .leaveOut([.place(task.id, place)])))
    }
    let left = catalogue.leftPlaces(of: task).keys.sorted()
    return found
      + left.map { (HandPhrases.take(in: named($0)), .takeIn([.place(task.id, $0)])) }
  }

  private func named(_ place: Division.Code) -> Phrase {
    let division = catalogue.divisions[place]
    return Phrase(
      division?.short(in: .zh) ?? place, division?.short(in: .en) ?? place)
  }

  func leavingOut(_ document: Document) -> [Request] {
    model.writing {
      let scope = HandScope.document(document.id)
      let isLeft = catalogue.hand.leftOut(scope, on: model.day) != nil
      return preparing(isLeft ? .takeIn([scope]) : .leaveOut([scope]))
    }
  }

  /// All that is left out, to be taken in again.
  func listOfLeftOut() -> [Request] {
    let all = catalogue.hand.leftOut(on: model.day)
    guard !all.isEmpty else { return [.say(HandPhrases.nothingLeftOut, language)] }
    let items = all.compactMap { entry in
      entry.step.scope.map { scope in
        Picker.Item(
          HandWords.title(scope, catalogue, language), remark: "\(entry.day) \(entry.who)",
          words: entry.step.reason, model.writing { preparing(.takeIn([scope])) })
      }
    }
    return [.ask(Picker(title: HandPhrases.leftOut, items: items, field: TextField()))]
  }

  /// The whole document under the cursor, or the task of the row.
  func leavingOut(from screen: DocumentsScreen) -> [Request] {
    if screen.pane != .documents, let task = screen.row(model)?.task(model) {
      return leavingOut([task])
    }
    guard screen.pane == .documents, let document = screen.document(model) else {
      return [.say(Words.Toast.noSelection, language)]
    }
    return leavingOut(document)
  }

  /// What the keys by which the catalogue is changed mean among the documents; nil for other keys.
  func asked(by command: Command, from screen: DocumentsScreen) -> [Request]? {
    switch command {
    case .newTask:
      makingTask(of: screen.document(model).flatMap { $0.kind == .policy ? $0.id : nil })
    case .amendTask:
      amendingTask(screen.pane == .documents ? nil : screen.row(model)?.task(model))
    case .leaveOut: leavingOut(from: screen)
    default: nil
    }
  }
}
