import Cells
import Reform
import Widgets

/// Which places are compared: all, those of like size, or the counties of a city.
enum ComparedPool: Message {
  case all
  case group(Int)
  case city(Division.Code)
}

/// A place that was looked for among those that are compared.
struct ComparedPlace: Message {
  var code: Division.Code
}

/// The reason of an act on the collecting of figures.
struct AskReason: Asking {
  var act: CollectAct
  /// The last act that the ledger held when the board was drawn.
  var seen: Int

  func answer(_ text: String, in model: Model) throws(Fault) -> [Request] {
    guard !text.isEmpty || !act.needsReason else { throw Fault(Words.Compare.noReason) }
    return [.effect(.collect(.enter(act, reason: text, seen: seen)))]
  }

  func label(_ language: Language) -> String {
    Words.Compare.reason(language) + (act.needsReason ? "" : Words.Prompt.optional(language))
  }
}
