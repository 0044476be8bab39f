import Cells
import Reform
import Widgets

extension BoardScreen: Screen {
  static let tab: Tab? = .tasks
  static let contexts = [Context.board]

  mutating func perform(_ command: Command, in model: Model) -> [Request]? {
    switch command {
    case .nextPane: move(.right)
    case .previousPane: move(.left)
    case .nextMatch: move(.down)
    case .previousMatch: move(.up)
    case _ where Command.moves.contains(command): move(command)
    case .open: return open(model)
    case .group: return [choiceOfGroups(model)]
    case .problems: change { $0.onlyProblems.toggle() }
    case .sort: change { $0.order = $0.order.next }
    case .reverse: change { $0.isReversed.toggle() }
    case .mark:
      if let task = selected?.task, marked.remove(task) == nil { marked.insert(task) }
      move(.down)
    case .close: return preparing(.close, model)
    case .note: return preparing(.note, model)
    case .evidence: return preparing(.evidence, model)
    case .setStatus: return model.choiceOfStatus()
    case .setDue: return model.askingDue(of: selected.map { model.catalogue.tasks[$0.task].id })
    case .explain: return explain(model)
    case .newTask: return HandQuestions(model).makingTask()
    case .amendTask:
      return HandQuestions(model).amendingTask(selected.map { model.catalogue.tasks[$0.task].id })
    case .leaveOut: return leavingOut(model)
    case .showLeftOut: return HandQuestions(model).listOfLeftOut()
    case .template: return [.effect(.makeTaskForms(of: model.scope))]
    case .back where isFiltered || !marked.isEmpty:
      // As it was opened from elsewhere, one step back is there again.
      let isAsOpened = arrival == narrowing && filter.isEmpty && !onlyProblems && marked.isEmpty
      (marked, arrival) = ([], nil)
      change { $0.clearFilter() }
      if isAsOpened { return nil }
    default: return nil
    }
    return []
  }

  /// Changes what is shown or how, so that it is ordered anew.
  private mutating func change(_ change: (inout BoardScreen) -> Void) {
    change(&self)
    arranged = nil
  }

  /// Grouped by city, the task opens on that city's line.
  private func open(_ model: Model) -> [Request] {
    guard let selected else { return [] }
    let place = place(model)
    return [.open(model.catalogue.tasks[selected.task].id, at: place == model.scope ? nil : place)]
  }

  private func choiceOfGroups(_ model: Model) -> Request {
    let language = model.language
    let parting = model.catalogue.divisions.parting(of: model.ground)
    let items = Grouping.allCases.map {
      Picker.Item($0.words(parting)(language), remark: String($0.letter), [.tell($0)])
    }
    let current = Grouping.allCases.firstIndex(of: grouping) ?? 0
    return .ask(
      Picker(
        title: Words.Prompt.group, items: items, scroll: Scroll(selected: current),
        again: ("g", .top)))
  }

  /// Has the lines loaded that an act would touch, before it is asked for.
  private func preparing(_ intent: Intent, _ model: Model) -> [Request] {
    model.writing {
      let positions = marked.isEmpty ? selected.map { [$0.task] } ?? [] : marked.sorted()
      guard !positions.isEmpty else { return [.say(Words.Toast.noSelection, model.language)] }
      let tasks = positions.map { model.catalogue.tasks[$0].id }
      return [.effect(.prepare(intent, tasks, scope: place(model)))]
    }
  }

  private func leavingOut(_ model: Model) -> [Request] {
    let positions = marked.isEmpty ? selected.map { [$0.task] } ?? [] : marked.sorted()
    let place = place(model)
    return HandQuestions(model).leavingOut(
      positions.map { model.catalogue.tasks[$0].id }, at: place == model.scope ? nil : place)
  }

  private func explain(_ model: Model) -> [Request] {
    let asked = selected.map {
      AskedLight(
        task: model.catalogue.tasks[$0.task], place: place(model), whole: $0,
        isOwnLevel: isOwnLevel)
    }
    return model.why(asked, in: .board)
  }

  mutating func receive(_ message: any Message, in model: Model) -> [Request] {
    switch message {
    case let intent as Intent: return preparing(intent, model)
    case let prepared as Prepared:
      let place = place(model)
      let asked =
        isOwnLevel ? prepared.standings.filter { $0.line.place == place } : prepared.standings
      return model.asking(prepared.intent, asked, at: place, isSingle: false)
    case let grouping as Grouping: change { $0.grouping = grouping }
    case let spot as BoardSpot:
      change {
        $0.clearFilter()
        $0.grouping = spot.keepsGrouping ? $0.grouping : .status
        ($0.onlyStatus, $0.onlySignal, $0.onlyTheme) = (spot.status, spot.signal, spot.theme)
      }
      arrival = narrowing
    case is ShownFromTop: arrival = nil
    case is Recorded, is OtherTasks, is OtherNumbers: marked = []
    default: break
    }
    return []
  }

  mutating func refresh(in model: Model) {
    if arranged != model.revision {
      arrange(model)
      (arranged, arranging) = (model.revision, arranging + 1)
    }
    scene.renew(self, model)
    reveal()
    makePanes(model)
  }

  func needs(in model: Model) -> [Read] {
    grouping == .place ? CityState.needed(by: model) : []
  }

  var arrangement: Int { scene.panes.arrangement }

  mutating func click(_ pane: Int, _ index: Int, in model: Model) -> Bool {
    select(group: pane, item: index)
  }

  func draw(_ model: Model, on frame: inout Frame) { scene.panes.draw(on: &frame) }

  var narrowed: String? { filter }
  mutating func narrow(by text: String, in model: Model) { change { $0.filter = text } }

  func papers(_ model: Model) -> [OfficePaper] { [.ledger(model.scope)] }

  func exported(_ model: Model) -> [[String]] {
    let rows = groups.flatMap { group in
      group.items.map { Table.TaskRow($0, group: group.name(model.language)) }
    }
    return Table.tasks(rows, model.catalogue, model.language, isGrouped: true).filed
  }
}

/// What the board is opened at: all tasks, or those of a status, a light or a theme.
struct BoardSpot: Message, Equatable {
  var status: Status?
  var signal: Signal?
  var theme: String?
  var keepsGrouping = false
}

/// Said to every room when documents or tasks have come or gone: positions may all have changed.
struct OtherTasks: Message {}

extension BoardScreen.Grouping: Message {}

extension CaseIterable where Self: Equatable, AllCases.Index == Int {
  /// The case that follows, after the last the first.
  var next: Self {
    let all = Self.allCases
    let index = all.firstIndex(of: self) ?? 0
    return all[(index + 1) % all.count]
  }
}
