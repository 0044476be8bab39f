import Cells
import Reform
import Widgets

extension Model {
  /// Why nothing may be entered now; nil where it may.
  var barrier: Toast? {
    if isReadOnly { return Toast(Words.Toast.readOnly(language), .bad) }
    if isPast { return Toast(Words.Toast.past(language), .bad) }
    if let words = Words.reading(self) { return Toast(words(language), .bad) }
    return nil
  }

  /// What an act asks for; where nothing may be entered now, only the reason.
  func writing(_ requests: () -> [Request]) -> [Request] {
    barrier.map { [.say($0)] } ?? requests()
  }

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
