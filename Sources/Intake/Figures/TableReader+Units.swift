import Foundation
import Reform

/// Units that a table says of all its numbers, against those that its indicators count in.
extension TableReader {
  /// The unit of a cell that has none of its own by what is said of the table; nil where it is not
  /// known whether that is meant, which is asked about.
  mutating func stated(
    _ near: UnitScale?, _ aim: ColumnNames.Aim, _ unit: FigureUnit, _ cell: SheetCell,
    _ row: SheetRow,
    _ wrong: inout [Finding]
  ) -> (unit: UnitScale?, isNear: Bool)? {
    if let near { return (near, true) }
    switch scene.units.answer(for: aim, in: unit) {
    case .none: return (nil, true)
    case .unit(let scale): return (scale, scene.units.named[aim] != nil)
    case .doubt(let said):
      if cell.look >= 0, scene.sheet.look(of: cell).unit != nil { return (nil, true) }
      let isOfRow = isGathering
      let (place, head) =
        isOfRow
        ? (
          at(row.number, indicatorColumns.last),
          indicatorColumns.last.flatMap { words(row, $0) } ?? ""
        )
        : (headAt(cell.column), layout.paths[cell.column]?.last ?? "")
      if isFirst("unit \(place.cell ?? "") \(aim.part.rawValue)") {
        wrong.append(TableUnits.question(said, unit, head, isOfRow: isOfRow, at: place))
      }
      return nil
    }
  }

  private mutating func isFirst(_ words: String) -> Bool { said.insert(words).inserted }

  /// Asks about an amount per head that a heading, a row or a cell gives in another unit than yuan.
  mutating func ask(
    _ from: UnitScale, _ unit: FigureUnit, _ column: Int, _ number: Decimal, _ place: SourcePlace
  ) {
    guard unit == .yuan, from.family == .money, from.scale != 1, number != 0,
      isFirst("scaled \(column)")
    else { return }
    let (words, read) = (from.words, "\(number * from.scale)")
    findings.append(
      FigureCheck.unknownUnit.finding(
        "“\(layout.head(column))”按所写的单位“\(words)”读作 \(read) 元；这个指标一般以元计，请核对单位。",
        "“\(layout.head(column))” was read in “\(words)” as written, which is \(read) yuan; it usually counts in "
          + "yuan, check the unit.", at: place, words: words, severity: .warning))
  }

  /// Texts beside and below the numbers that speak of another unit than the one that was read.
  mutating func tellUnitsAside() {
    guard scene.key == nil, !rows.isEmpty else { return }
    var texts = notes.map { ($0.value, $0.at) }.filter {
      TableWords.isNoteOfUnits(NameKey.folded($0.0))
    }
    texts += remarks.sorted { ($0.value.at.row ?? 0) < ($1.value.at.row ?? 0) }.map {
      ($0.key, $0.value.at)
    }
    texts += scene.sheet.comments.filter { layout.scope.contains($0.column) }.map {
      ($0.text, at($0.row, $0.column))
    }
    for (text, place) in texts where text.count <= 200 && !scene.units.read.contains(place) {
      let strange = UnitWords.statements(in: text).filter { !$0.isLoose && !$0.isBracketed }
        .flatMap(\.units).first {
          let family = $0.scale.family
          guard family == .money || $0.scale.scale > 1, tally.usesTitle(family, layout) else {
            return false
          }
          return scene.units.general[family]?.value.scale != $0.scale
        }
      if let strange { findings.append(TableUnits.unused(strange.words, at: place)) }
    }
  }
}
