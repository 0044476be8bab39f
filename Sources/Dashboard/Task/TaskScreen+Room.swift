import Cells
import Reform
import Widgets

extension TaskScreen: Screen {
  static let tab: Tab? = nil
  static let contexts = [Context.task]

  mutating func perform(_ command: Command, in model: Model) -> [Request]? {
    switch command {
    case _ where Command.moves.contains(command):
      move(command)
      return readingOn(after: command, model)
    case .nextMatch, .previousMatch: move(command == .nextMatch ? .down : .up)
    case .open: return open(model)
    case .mark:
      if marked.remove(cell) == nil { marked.insert(cell) }
      move(.down)
    case .close: return asking(.close, model)
    case .note: return asking(.note, model)
    case .evidence: return asking(.evidence, model)
    case .setStatus: return model.choiceOfStatus()
    case .setDue: return model.askingDue(of: task)
    case .explain: return explain(model)
    case .amendTask: return HandQuestions(model).amendingTask(task)
    case .leaveOut:
      let place = pane == .matrix ? standings[safe: cell]?.line.place : nil
      return HandQuestions(model).leavingOut([task], at: place)
    default: return nil
    }
    return []
  }

  /// Asks for more entries where the cursor comes to the last that are read; for all where it was sent
  /// to the end.
  private mutating func readingOn(after command: Command, _ model: Model) -> [Request] {
    guard pane == .history, let detail, detail.history.count < detail.entries else { return [] }
    let page = max(1, scene.layout.history.rows - 2)
    guard history.selected + page >= detail.history.count else { return [] }
    read = command == .bottom ? .max : max(read, detail.history.count * 4)
    return [.read(.task(task, day: model.day, entries: read))]
  }

  private func asking(_ intent: Intent, _ model: Model) -> [Request] {
    model.writing { model.asking(intent, chosen, at: model.scope, isSingle: true) }
  }

  /// Opens the link under the cursor of the facts; elsewhere says why.
  private func open(_ model: Model) -> [Request] {
    guard pane == .facts else { return explain(model) }
    switch scene.facts.links[safe: link] {
    case .task(let task): return [.open(task)]
    case .indicator(let indicator):
      return [.visit(.indicators, IndicatorSpot(indicator: indicator))]
    case .target(let number): return choosingPlace(of: number, model)
    case nil: return []
    }
  }

  private func explain(_ model: Model) -> [Request] {
    let asked = standings[safe: cell].flatMap { standing in
      model.catalogue.task(task).map {
        AskedLight(task: $0, place: standing.line.place, line: standing)
      }
    }
    return model.why(asked, in: .task)
  }

  mutating func receive(_ message: any Message, in model: Model) -> [Request] {
    switch message {
    case let intent as Intent: return asking(intent, model)
    case let prepared as Prepared:
      return model.asking(prepared.intent, prepared.standings, at: model.scope, isSingle: true)
    case let place as ActualPlace: return askingActual(of: place.number, in: place.code, model)
    case let detail as TaskDetail where detail.task == task:
      let focus = model.scope == model.catalogue.province ? nil : model.scope
      take(detail, in: model.catalogue.divisions, focus: focus)
    case is Recorded: marked = []
    default: break
    }
    return []
  }

  /// Names and last values of the indicators that the task should move.
  func needs(in model: Model) -> [Read] {
    guard let wanted = model.catalogue.task(task)?.indicators, !wanted.isEmpty else { return [] }
    let isWhole = wanted.contains { model.figures.book?[$0]?.isMonitored == false }
    return [.figures(model.figuresRequest(isWhole: isWhole))]
  }

  mutating func click(_ pane: Int, _ index: Int, in model: Model) -> Bool {
    let chosen = Pane(rawValue: pane) ?? .matrix
    var isNew = self.pane != chosen
    self.pane = chosen
    switch chosen {
    case .matrix:
      isNew = isNew || cell != index
      cell = index
    case .history: history.selected = index
    case .facts:
      isNew = isNew || link != index
      link = index
    }
    return isNew
  }

  mutating func refresh(in model: Model) {
    scene.renew(self, model)
    reveal()
    scene.panes = panes(model)
  }

  var arrangement: Int { scene.panes.arrangement }

  func draw(_ model: Model, on frame: inout Frame) { scene.panes.draw(on: &frame) }

  func exported(_ model: Model) -> [[String]] {
    Table.standings(standings, model.catalogue, model.language).filed
  }
}

extension TaskDetail: Message {}
extension Recorded: Message {}
