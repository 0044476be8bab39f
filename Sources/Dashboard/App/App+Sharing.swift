import Cells
import Reform
import Widgets

/// What happens where a person asks for an exchange with the hub, or for what went between.
func share(by command: Command, _ state: inout AppState) -> [Effect] {
  guard let membership = state.model.progress.sharing?.membership else {
    return state.carryOut([.say(SharingPhrases.unjoined, state.language)])
  }
  guard command == .sharing || !membership.service.isEmpty else {
    return state.carryOut([.say(SharingPhrases.hasNoLine, state.language)])
  }
  return [command == .synchronise ? .synchronise : .sharing(.look)]
}

/// Takes what has become of an exchange; what is told once is not told again.
func receive(_ news: ExchangeNews, _ state: inout AppState) -> [Effect] {
  let language = state.language
  state.model.exchanges.isRunning = news == .began || news == .already
  switch news {
  case .began: break
  case .already: state.toast = Toast(SharingPhrases.running(language))
  case .ended(let report, let wasAsked):
    (state.model.exchanges.trouble, state.model.exchanges.told) = (nil, nil)
    if report.refused > 0 {
      // That something was closed is not passed over.
      guard state.toast?.text != SharingPhrases.closed(language) else { break }
      state.toast = Toast(SharingPhrases.refused(report.refused)(language), .bad)
    } else if wasAsked || report.lost > 0 || report.strange > 0 {
      let words = SharingPhrases.exchanged(report)(language)
      state.toast = Toast("\(state.model.symbols.tick) \(words)", .good)
    }
  case .failed(let words, let wasAsked):
    if wasAsked || state.model.exchanges.told != words {
      state.toast = Toast(words(language), .bad)
    }
    (state.model.exchanges.trouble, state.model.exchanges.told) = (words, words)
  }
  return lookAtSharing(state)
}

/// Puts what went between ledger and hub in front, or says what was answered.
func receive(_ answer: SharingAnswer, _ state: inout AppState) -> [Effect] {
  switch answer {
  case .book(nil): return state.carryOut([.say(SharingPhrases.unjoined, state.language)])
  case .book(let book?):
    if var room = state.overlay as? SharingRoom {
      room.take(book, in: state.model)
      state.overlay = room
    } else {
      state.overlay = SharingRoom(book, in: state.model)
    }
    return []
  case .answered(let count, let answer):
    let words = SharingPhrases.answered(count, answer)(state.language)
    state.toast = Toast("\(state.model.symbols.tick) \(words)", .good)
    // Whatever it was that was entered again.
    return [.reread] + lookAtSharing(state)
  }
}

/// Has what went between ledger and hub read anew where it stands in front.
func lookAtSharing(_ state: AppState) -> [Effect] {
  state.overlay is SharingRoom ? [.sharing(.look)] : []
}

/// Lets go of whatever holds numbers of entries: they may mean others now.
///
/// What stood open is closed and nothing of it entered; all else is read anew.
func forgetNumbers(_ state: inout AppState) -> [Effect] {
  if state.overlay?.holdsNumbers == true {
    state.overlay = nil
    state.toast = Toast(SharingPhrases.closed(state.language), .bad)
  }
  state.model.reads.turn += 1
  state.model.reads.filed = state.model.reads.turn
  (state.model.meetings, state.model.placeCache) = (nil, PlaceCache())
  state.model.figures.expire()
  state.rooms.tell(OtherNumbers(), in: state.model)
  for index in state.openTasks.indices { state.openTasks[index].forget() }
  for index in state.trail?.tasks.indices ?? 0..<0 { state.trail?.tasks[index].forget() }
  state.renew()
  return [.reread] + state.reloadOpenTask() + lookAtSharing(state)
}
