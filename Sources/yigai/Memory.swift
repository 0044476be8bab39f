import Dashboard
import Reform
import Runtime

/// What the dashboard remembers from one start to the next: never of the sample, and nothing where
/// nothing is to be written.
struct Memory {
  private let path: String?
  private let ledger: String
  private let set: Language
  private let seen: LastSeen?

  init(_ choice: LedgerChoice, _ opened: Opened) {
    path = opened.isSample || choice.sample ? nil : Surroundings.lastSeenPath
    (ledger, set) = (opened.ledger.path, opened.configuration.settings.language)
    seen = path.map(LastSeen.init)
    isWriting = path != nil && !choice.readOnly
  }

  private let isWriting: Bool
  private var view: LastSeen.View? { seen?.view(of: ledger) }

  /// The language to begin with.
  var language: Language { seen?.language(over: set) ?? set }

  /// The screen to begin with, by its number.
  var tab: Int? { view?.tab }

  /// The place to begin with, where the ledger still has it.
  func place(_ opened: Opened) -> Division.Code? {
    view.flatMap { opened.catalogue.divisions[$0.place]?.id }
  }

  /// Remembers where somebody left.
  func keep(_ state: AppState, begunIn language: Language) {
    guard isWriting, let path, var seen else { return }
    seen.leave(.init(ledger, tab: state.tab.number, place: state.scope))
    if state.language != language { seen.choose(state.language, over: set) }
    guard seen != self.seen else { return }
    seen.write(to: path)
  }
}

extension LedgerChoice {
  /// Whether there is no ledger at all yet, and one may be made in its usual place.
  var isFirst: Bool { isUsual && !readOnly && !hasLedger }

  /// The place of the configuration.
  func own(_ opened: Opened) -> Division.Code? {
    var choice = self
    choice.usesOwnPlace = true
    return choice.ownPlace(in: opened.catalogue.divisions)
  }
}
