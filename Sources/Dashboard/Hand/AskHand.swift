import Cells
import Reform
import Widgets

/// The reason for which something is left out, or taken in again.
struct AskHand: Asking {
  var scopes: [HandScope]
  var isLeaving: Bool
  /// The last act that the person saw.
  var seen: Int

  func answer(_ text: String, in model: Model) throws(Fault) -> [Request] {
    if isLeaving || !text.isEmpty { try HandRules.refuse(reason: text) }
    let steps = scopes.map {
      isLeaving ? HandStep.leaveOut($0, reason: text) : .takeIn($0, reason: text)
    }
    return [.effect(.hand(.enter(steps, seen: seen)))]
  }

  func label(_ language: Language) -> String {
    HandPhrases.reason(language) + (isLeaving ? "" : Words.Prompt.optional(language))
  }

  var hint: Phrase { isLeaving ? HandPhrases.enterLeaves : HandPhrases.enterTakes }
  var isKept: Bool { true }
}
