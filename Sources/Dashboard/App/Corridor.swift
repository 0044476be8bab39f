import Cells
import Reform
import Widgets

/// The corridor: what the rooms ask for is done here, and what is told is handed on.
extension AppState {
  mutating func carryOut(_ requests: [Request]) -> [Effect] {
    var effects: [Effect] = []
    for request in requests { effects += carryOut(request) }
    return effects
  }

  private mutating func carryOut(_ request: Request) -> [Effect] {
    switch request {
    case .effect(let effect): return [effect]
    case .read(let read): return ask(read)
    case .say(let toast): self.toast = toast
    case .ask(let room): overlay = room
    case .close: overlay = nil
    case .open(let task, let place): return open(task, at: place)
    case .perform(let command): return perform(command)
    case .tell(let message): return tell(message)
    case .go(let tab, let message):
      return show(tab) + tell(message)
    case .visit(let tab, let message): return visit(tab, message)
    case .look(let place):
      rooms.tell(Looked(place: place), in: model)
      return head(at: place)
    case .view(let day, let place): return head(on: day, at: place)
    case .enter(let day): model.backdate = day
    case .narrow(let text, let isWritten): return narrow(by: text, isWritten: isWritten)
    case .figuresChanged: model.figures.expire()
    case .findByPinyin: return model.pinyin == nil ? ask(.pinyin) : []
    }
    return []
  }

  /// Tells the room in front, and does what it asks for.
  mutating func tell(_ message: any Message) -> [Effect] {
    var room = room
    let requests = room.receive(message, in: model)
    self.room = room
    refresh()
    return carryOut(requests)
  }

  /// Tells the room of a tab, which need not be in front.
  mutating func tell(_ message: any Message, to tab: Tab) -> [Effect] {
    let requests = rooms[tab].receive(message, in: model)
    refresh()
    return carryOut(requests)
  }

  // MARK: Going about

  /// Shows a screen from its top: nothing stands open over it.
  mutating func show(_ tab: Tab) -> [Effect] {
    (self.tab, openTasks, trail) = (tab, [], nil)
    model.reads.forgive()
    showFigures(of: nil)
    rooms.tell(ShownFromTop(), in: model)
    refresh()
    return tab == .documents ? ask(.reviews) : []
  }

  /// Goes to a screen so that Esc comes back from there.
  private mutating func visit(_ tab: Tab, _ message: any Message) -> [Effect] {
    let trail = Trail(tab: self.tab, tasks: openTasks, scope: model.scope)
    let effects = show(tab)
    self.trail = trail
    if let spot = message as? IndicatorSpot { showFigures(of: spot.place) }
    return effects + tell(message)
  }

  mutating func open(_ task: ReformTask.ID, at place: Division.Code?) -> [Effect] {
    var screen = TaskScreen(task)
    screen.wanted = place
    openTasks.append(screen)
    refresh()
    return reloadOpenTask()
  }

  mutating func reloadOpenTask() -> [Effect] {
    openTasks.last.map { ask(.task($0.task, day: model.day, entries: $0.read)) } ?? []
  }

  /// One step back that is nobody's room: the open task, the way that one came, the place, the
  /// overview.
  mutating func goBack() -> [Effect] {
    if !openTasks.isEmpty {
      openTasks.removeLast()
      refresh()
      return reloadOpenTask()
    }
    if let trail {
      self.trail = nil
      (tab, openTasks) = (trail.tab, trail.tasks)
      showFigures(of: nil)
      refresh()
      return (trail.scope == nextScope ? [] : head(at: trail.scope)) + reloadOpenTask()
    }
    if nextScope != model.home {
      return head(at: model.catalogue.divisions.above(nextScope, upTo: model.home))
    }
    return show(.overview)
  }

  // MARK: Narrowing

  /// What is shown is narrowed by a line; from a screen without a list one goes to the tasks first.
  mutating func showFilter() -> [Effect] {
    if room.narrowed == nil { _ = show(.tasks) }
    overlay = FilterLine(room.narrowed ?? "")
    let texts = context == .board ? askForTexts() : []
    return (model.pinyin == nil ? ask(.pinyin) : []) + texts
  }

  var isSearching: Bool { !(room.narrowed ?? "").isEmpty }

  private mutating func narrow(by text: String, isWritten: Bool) -> [Effect] {
    if !text.isEmpty, model.search == nil { model.search = SearchIndex(model.catalogue) }
    var room = room
    var requests: [Request] = []
    if isWritten {
      requests = room.takeFilter(text, in: model)
    } else {
      room.narrow(by: text, in: model)
    }
    self.room = room
    renew()
    return carryOut(requests)
  }
}

/// Said to every room when a screen is shown from its top: nobody came there from another one.
struct ShownFromTop: Message {}
