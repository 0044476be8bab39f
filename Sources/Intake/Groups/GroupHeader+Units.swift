import Foundation
import Reform

/// Units of money that stand above a table of groups or below it (单位：万元).
extension GroupHeader {
  /// A unit as a title or a note states it, with its cell; no scale where nobody knows it (万美元).
  struct StatedUnit {
    let words: String
    let scale: UnitScale?
    /// The name of the column that it is said of; empty for all of it.
    let subject: String
    let row: Int
    let column: Int

    init(_ said: Said, _ row: Int, _ column: Int) {
      (words, scale, subject) = (said.words, said.scale, said.subject)
      (self.row, self.column) = (row, column)
    }
  }

  typealias Said = (words: String, scale: UnitScale?, subject: String)

  /// What a text says of money; in a note a unit in brackets is that of the words before it.
  static func units(in text: String, isTitle: Bool) -> [Said] {
    UnitWords.statements(in: text).filter { !$0.isLoose && (isTitle || !$0.isBracketed) }.flatMap {
      one -> [Said] in
      let known = one.units.filter { $0.scale.family == .money }
      return known.map { ($0.words, $0.scale.isPer ? nil : $0.scale, one.subject) }
        + one.unknown.map { ($0, nil, one.subject) }
    }
  }

  /// Gives what titles and notes state to the columns whose headings name no unit.
  mutating func takeUnits(
    _ titles: [StatedUnit], notes rows: ArraySlice<SheetRow>, _ words: GroupWords
  ) {
    let bare = columns.filter { $0.field.isMoney && units[$0.column] == nil }
    guard !bare.isEmpty else { return }
    var general: [StatedUnit] = []
    for one in titles + rows.flatMap(Self.notes) {
      guard !one.subject.isEmpty, let field = words.field(one.subject) else {
        general.append(one)
        continue
      }
      guard let column = bare.first(where: { $0.field == field })?.column else { continue }
      units[column] = one.scale
      if one.scale == nil { stated.append(one) }
    }
    stated += general
    for (column, _) in bare where units[column] == nil {
      units[column] = general.first { $0.scale != nil }?.scale
    }
  }

  /// Units of titles and notes that are not known, or do not agree, where columns take theirs from them.
  func findingsOfUnits(at place: (Int, Int) -> SourcePlace) -> [Finding] {
    func finding(_ one: StatedUnit, _ zh: String, _ en: String) -> Finding {
      Finding("unknown-unit", .error, Phrase(zh, en), at: place(one.row, one.column).finding)
    }
    let unknown = stated.filter { $0.scale == nil }.map { one in
      finding(
        one, "不认识单位“\(one.words)”；金额请用元或万元。",
        "The unit “\(one.words)” is not known; amounts take yuan or 万元.")
    }
    let known = stated.filter { $0.scale != nil }
    guard let first = known.first, let other = known.first(where: { $0.scale != first.scale })
    else { return unknown }
    let cells = [first, other].map { place($0.row, $0.column).cell ?? "" }
    return unknown + [
      finding(
        other,
        "\(cells[0]) 写的单位是“\(first.words)”，\(cells[1]) 写的是“\(other.words)”，不知道以哪个为准；"
          + "请改成一致，或在各列表头写明单位。",
        "\(cells[0]) gives the unit as “\(first.words)”, \(cells[1]) as “\(other.words)”, and which holds is not "
          + "known; make them agree, or write the unit into each heading.")
    ]
  }

  /// What a note below the table states.
  private static func notes(_ row: SheetRow) -> [StatedUnit] {
    guard !row.isHidden, let first = row.cells.first, let text = first.value.words,
      TableWords.isNoteOfUnits(NameKey.folded(text))
    else { return [] }
    return units(in: text, isTitle: false).map { StatedUnit($0, row.number, first.column) }
  }
}
