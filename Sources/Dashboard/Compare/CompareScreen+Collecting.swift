import Cells
import Reform
import Widgets

extension Collected: Message {}

/// Acts on the collecting of figures.
extension CompareScreen {
  /// Takes how the collecting stands, and says what was done.
  mutating func take(_ collected: Collected, _ model: Model) -> [Request] {
    guard collected.day == model.day else { return [] }
    self.collected = collected
    switch collected.done {
    case .entered(let act):
      return [saying(Words.Toast.saved, act.words(model.catalogue.divisions), model)]
    case .takenBack(let words):
      return [.figuresChanged, saying(Words.Toast.takenBack, words, model)]
    case .putBack(let words): return [.figuresChanged, saying(Words.Toast.putBack, words, model)]
    case .nothing: return [.say(Words.Toast.nothing, model.language)]
    case nil: return []
    }
  }

  private func saying(_ done: Phrase, _ what: Phrase, _ model: Model) -> Request {
    let (language, symbols) = (model.language, model.symbols)
    return .say(Toast("\(symbols.tick) \(done(language))\(symbols.dot)\(what(language))", .good))
  }

  /// The figures of the place under the cursor, or its form of tasks in the month of the day.
  func askingToSendBack(form: Bool = false, _ model: Model) -> [Request] {
    model.writing {
      guard let grounds, let place, let board else { return [] }
      guard place != grounds.region else {
        return [.say(Words.Compare.regionSent, model.language)]
      }
      guard form else {
        let hasSent = board.whole.rows.contains { $0.place == place && $0.last != nil }
        guard hasSent else { return [.say(Words.Compare.nothingSent, model.language)] }
        return [asking(CollectAct(.sentBack, place, grounds.year), model)]
      }
      guard board.forms.row(of: place).state.isThere else {
        return [.say(TaskFormBoard.noneThere, model.language)]
      }
      return [asking(CollectAct(formOf: place, on: board.forms), model)]
    }
  }

  /// Locks what is open; opens what is locked for the place under the cursor, or wholly.
  func askingToLock(_ model: Model) -> [Request] {
    model.writing {
      guard let grounds, let lock = board?.whole.lock, let place else { return [] }
      if lock.holds(in: place) {
        return [asking(CollectAct(.unlocked, place, grounds.year), model)]
      }
      // A new lock ends the exceptions of the one before.
      return [asking(CollectAct(.locked, lock.region ?? grounds.region, grounds.year), model)]
    }
  }

  private func asking(_ act: CollectAct, _ model: Model) -> Request {
    let barred = model.progress.barred([act.step(because: "").place], model)?.first
    if let barred { return barred }
    let title = act.words(model.catalogue.divisions)
    let asking = AskReason(act: act, seen: collected?.lastAct ?? 0)
    return .ask(Prompt(asking, title(model.language), lines: [act.help(model.language)]))
  }
}
