import Cells
import Reform
import Widgets

/// What becomes of a slip after it was issued.
extension MeetingScreen {
  func performOnSlip(_ command: Command, in model: Model) -> [Request]? {
    let language = model.language
    let steps: [Command: SlipAsked] = [
      .receiveSlip: .receive, .answerSlip: .answer, .checkSlip: .check, .returnSlip: .sendBack,
      .close: .close,
    ]
    guard let asked = steps[command] else { return nil }
    return model.writing {
      guard let slip = slip(model) else {
        let isProposed = proposal(model) != nil
        return [.say(isProposed ? MeetingWords.notIssued : MeetingWords.noSlips, language)]
      }
      return [.ask(MeetingForm.stepping(asked, of: slip, model))]
    }
  }
}

/// A step on a slip that a person is asked for.
enum SlipAsked: Hashable, Sendable {
  case receive, answer, check, sendBack, close

  var words: Phrase {
    switch self {
    case .receive: Phrase("签收", "received")
    case .answer: Phrase("答复", "answered")
    case .check: Phrase("核查", "checked")
    case .sendBack: Phrase("退回", "sent back")
    case .close: Phrase("办结", "closed")
    }
  }
}
