import Cells
import Reform
import Widgets

extension AppState {
  /// What happens where a person asks for an exchange with the hub, or for what went between.
  mutating func share(by command: Command) -> [Effect] {
    guard model.progress.sharing != nil else {
      return carryOut([.say(SharingPhrases.unjoined, model.language)])
    }
    return [command == .synchronise ? .synchronise : .sharing(.look)]
  }

  /// Takes what has become of an exchange; what is told once is not told again.
  mutating func receive(_ news: ExchangeNews) -> [Effect] {
    model.exchanges.isRunning = news == .began || news == .already
    switch news {
    case .began: break
    case .already: toast = Toast(SharingPhrases.running(language))
    case .ended(let report, let wasAsked):
      (model.exchanges.trouble, model.exchanges.told) = (nil, nil)
      let closed = SharingPhrases.closed(language)
      if report.refused > 0 {
        if toast?.text != closed {
          toast = Toast(SharingPhrases.refused(report.refused)(language), .bad)
        }
      } else if wasAsked || report.lost > 0 || report.strange > 0 {
        toast = Toast("\(model.symbols.tick) \(SharingPhrases.exchanged(report)(language))", .good)
      }
    case .failed(let words, let wasAsked):
      if wasAsked || model.exchanges.told != words { toast = Toast(words(language), .bad) }
      (model.exchanges.trouble, model.exchanges.told) = (words, words)
    }
    return lookAtSharing()
  }

  mutating func receive(_ answer: SharingAnswer) -> [Effect] {
    switch answer {
    case .book(nil): return carryOut([.say(SharingPhrases.unjoined, language)])
    case .book(let book?):
      if var room = overlay as? SharingRoom {
        room.take(book, in: model)
        overlay = room
      } else {
        overlay = SharingRoom(book, in: model)
      }
      return []
    case .answered(let count, let answer):
      toast = Toast(
        "\(model.symbols.tick) \(SharingPhrases.answered(count, answer)(language))", .good)
      // Whatever it was that was entered again.
      return [.reread] + lookAtSharing()
    }
  }

  /// Has what went between ledger and hub read anew where it stands in front.
  func lookAtSharing() -> [Effect] { overlay is SharingRoom ? [.sharing(.look)] : [] }

  /// Lets go of whatever holds numbers of entries: they may mean others now.
  ///
  /// What stood open is closed and nothing of it entered; all else is read anew.
  mutating func forgetNumbers() -> [Effect] {
    if overlay?.holdsNumbers == true {
      overlay = nil
      toast = Toast(SharingPhrases.closed(language), .bad)
    }
    model.reads.turn += 1
    model.reads.filed = model.reads.turn
    (model.meetings, model.placeCache) = (nil, PlaceCache())
    model.figures.expire()
    rooms.tell(OtherNumbers(), in: model)
    for index in openTasks.indices { openTasks[index].forget() }
    for index in trail?.tasks.indices ?? 0..<0 { trail?.tasks[index].forget() }
    renew()
    return [.reread] + reloadOpenTask() + lookAtSharing()
  }
}
