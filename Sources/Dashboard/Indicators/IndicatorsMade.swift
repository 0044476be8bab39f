import Cells
import Reform

/// What is shown of indicators and follows from the board alone, made once for all keys that follow.
struct IndicatorsMade: Equatable, Sendable {
  private var edition: Edition?
  private var lines: [IndicatorBoard.Line] = []
  private(set) var columns: IndicatorColumns?
  private var outlooks: [Int: [IndicatorTrend.Remark]] = [:]

  /// Takes the board that is looked at, in a list of a width.
  mutating func renew(_ board: IndicatorBoard, width: Int, _ model: Model) {
    let now = Edition(model)
    guard edition != now || lines != board.lines else { return }
    (edition, lines, outlooks) = (now, board.lines, [:])
    columns = IndicatorColumns(
      lines, width: width, model.language, model.symbols, model.ruler)
  }

  /// What stands below the trend of a line, by its place on the board.
  mutating func outlook(_ place: Int, _ model: Model) -> [IndicatorTrend.Remark] {
    if let known = outlooks[place] { return known }
    guard let line = lines[safe: place] else { return [] }
    let made = IndicatorTrend.outlook(line, model)
    outlooks[place] = made
    return made
  }

  /// It follows from all the rest.
  static func == (one: IndicatorsMade, other: IndicatorsMade) -> Bool { true }
}
