import Cells
import Reform
import Widgets

/// The year of the figures that a form is to ask for.
struct AskFormYear: Asking {
  /// The year before this one, in which figures are complete, is written there already.
  static func prompt(_ model: Model) -> Prompt {
    Prompt(
      AskFormYear(), StartWords.formTitle(model.name(of: model.scope))(model.language),
      field: TextField("\(model.day.year - 1)", limit: 4, isTypedOver: true))
  }

  func answer(_ text: String, in model: Model) throws(Fault) -> [Request] {
    let last = model.today.year + 1
    guard let year = Int(text), (1949...last).contains(year) else {
      throw Fault(StartWords.badYear(last))
    }
    return [.effect(.makeForm(of: model.scope, year: year))]
  }

  var hint: Phrase { StartWords.makes }
}
