import Cells
import Reform
import Widgets

extension Model {
  /// What is said or asked where nothing may be entered now; nil where it may.
  var refusal: [Request]? {
    if isReadOnly { return [.say(Words.Toast.readOnly, language, .bad)] }
    if isPast { return [.say(Words.Toast.past, language, .bad)] }
    if let words = Words.reading(self) { return [.say(words, language, .bad)] }
    return doubted.map { [.ask(Question(doubting: today, clock: $0, language))] }
  }

  /// What an act asks for; where nothing may be entered now, only the reason.
  func writing(_ requests: () -> [Request]) -> [Request] { refusal ?? requests() }

  /// An explanation of the thing under the cursor.
  func explanation(_ lines: [Explained], in context: Context) -> Request {
    .ask(ExplanationBox(lines, in: context))
  }
}

extension Model {
  /// The figures that a screen wants; all of them once all were asked for.
  func figuresRequest(isWhole: Bool) -> Figures.Request {
    figures.request(isWhole: isWhole, on: day, reads.inFlight)
  }
}
