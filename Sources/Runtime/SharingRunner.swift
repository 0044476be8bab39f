import Dashboard
import Foundation
import LedgerStore
import Reform

/// Reads what went between ledger and hub, and answers for what was not taken.
struct SharingRunner {
  let world: World
  let state: AppState

  /// What came of an effect on what goes between ledger and hub.
  func run(_ effect: SharingEffect) throws -> Action {
    switch effect {
    case .look:
      guard var book = try SharedActs(world.ledger, state.catalogue).book() else {
        return .sharing(.book(nil))
      }
      let refused = book.refused.map { refusal in
        var refusal = refusal
        refusal.rivals = refusal.rivals.map(Self.local)
        return refusal
      }
      (book.came, book.refused) = (book.came.map(Self.local), refused)
      return .sharing(.book(book))
    case .answer(let ids, let answer):
      let chosen = try world.ledger.refusedActs().filter { ids.contains($0.id) }
      guard chosen.count == ids.count else {
        throw Fault("其中有的已经处理过，请再看一次。", "Some were answered for already; look again.")
      }
      try world.ledger.answer(chosen, answer, world.stamp, under: world.rules(state.catalogue))
      return .sharing(.answered(chosen.count, answer))
    }
  }

  /// The hub's time by the clock of this machine.
  private static func local(_ act: SpokenAct) -> SpokenAct {
    var act = act
    act.received = act.received.map(Clock.local)
    return act
  }
}

extension Clock {
  /// A time of RFC 3339 in UTC by the clock of this machine; one that is none as it is.
  static func local(_ time: String) -> String {
    let numbers = time.split { !$0.isNumber }.compactMap { Int32($0) }
    guard numbers.count >= 6 else { return time }
    var parts = tm()
    (parts.tm_year, parts.tm_mon, parts.tm_mday) = (numbers[0] - 1900, numbers[1] - 1, numbers[2])
    (parts.tm_hour, parts.tm_min, parts.tm_sec) = (numbers[3], numbers[4], numbers[5])
    var seconds = timegm(&parts)
    localtime_r(&seconds, &parts)
    var text = [CChar](repeating: 0, count: 40)
    let count = strftime(&text, text.count, "%Y-%m-%dT%H:%M:%S%z", &parts)
    return String(decoding: text.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
