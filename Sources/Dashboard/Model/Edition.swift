import Cells
import Reform

/// What tells one state of the model from another: what was made of the one holds as long as it is
/// the same.
struct Edition: Equatable, Sendable {
  private let size: Size
  private let ruler: Ruler
  private let language: Language
  private let isASCII: Bool
  private let day: Day
  private let scope: Division.Code
  private let revision: Int
  /// The reading of the figures, of a place and of the groups.
  private let figures: Int
  private let place: Int
  private let groups: Int

  init(_ model: Model) {
    (size, ruler, language) = (model.size, model.ruler, model.language)
    (isASCII, day, scope) = (model.symbols.isASCII, model.day, model.scope)
    revision = model.revision
    figures = model.figures.figures == nil ? -1 : model.figures.number
    (place, groups) = (model.placeCache.placeNumber, model.placeCache.groupNumber)
  }
}
