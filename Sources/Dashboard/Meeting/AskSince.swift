import Reform
import Widgets

/// Since which day changes are shown; empty for the last meeting.
struct AskSince: Asking {
  func answer(_ text: String, in model: Model) throws(Fault) -> [Request] {
    if text.isEmpty { return [.tell(SinceDay(day: nil))] }
    guard let day = Day(written: text) else { throw Fault(Words.Prompt.badDay) }
    try BookDays.held(day)
    guard day <= model.day else {
      throw Fault(
        "\(day) 在 \(model.day) 之后，没有可比的一段。",
        "\(day) is after \(model.day): there is nothing between them.")
    }
    return [.tell(SinceDay(day: day))]
  }

  static func prompt(_ model: Model) -> Prompt {
    Prompt(
      AskSince(), MeetingWords.sinceWhen(model.language), field: TextField(limit: 10))
  }
}

/// The day since which changes are shown; nil for the last meeting.
struct SinceDay: Message {
  var day: Day?
}
