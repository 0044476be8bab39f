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
      let words = FieldWords.collecting(
        act.kind, model.catalogue.divisions[act.place], act.year, month: act.month)
      return [saying(Words.Toast.saved, words, model)]
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

  func askingToSendBack(_ model: Model) -> [Request] {
    model.writing {
      guard let grounds, let place,
        let row = board?.whole.rows.first(where: { $0.place == place })
      else { return [] }
      guard place != grounds.region else {
        return [.say(Words.Compare.regionSent, model.language)]
      }
      guard row.last != nil else { return [.say(Words.Compare.nothingSent, model.language)] }
      let act = CollectAct(.sentBack, place, grounds.year)
      return [asking(act, Words.Compare.helpSentBack, model)]
    }
  }

  /// The form of tasks of the place under the cursor, in the month of the day.
  func askingToSendFormBack(_ model: Model) -> [Request] {
    model.writing {
      guard let grounds, let place, let forms = board?.forms else { return [] }
      guard place != grounds.region else {
        return [.say(Words.Compare.regionSent, model.language)]
      }
      guard forms.row(of: place).state.isThere else {
        return [.say(Words.Compare.noForm, model.language)]
      }
      let act = CollectAct(.sentBack, place, forms.year, month: forms.month)
      return [asking(act, Words.Compare.helpFormBack, model)]
    }
  }

  /// Locks what is open; opens what is locked for the place under the cursor, or wholly.
  func askingToLock(_ model: Model) -> [Request] {
    model.writing {
      guard let grounds, let lock = board?.whole.lock, let place else { return [] }
      if lock.holds(in: place) {
        let act = CollectAct(.unlocked, place, grounds.year)
        return [asking(act, Words.Compare.helpUnlocked, model)]
      }
      // A new lock ends the exceptions of the one before.
      let act = CollectAct(.locked, lock.region ?? grounds.region, grounds.year)
      return [asking(act, Words.Compare.helpLocked, model)]
    }
  }

  private func asking(_ act: CollectAct, _ help: Phrase, _ model: Model) -> Request {
    let title = FieldWords.collecting(
      act.kind, model.catalogue.divisions[act.place], act.year, month: act.month)
    let asking = AskReason(act: act, seen: collected?.lastAct ?? 0)
    return .ask(Prompt(asking, title(model.language), lines: [help(model.language)]))
  }
}
