import Foundation
import Intake
import Reform

extension FigureImport {
  /// What was read from which column of a file, the taken ones first in the order of the sheets.
  func columns(of reading: FigureReading) -> [ImportedColumn] {
    var byCell: [Spot: [(place: Division.Code, number: Decimal)]] = [:]
    var seen: Set<Once> = []
    for sent in reading.figures {
      let figure = sent.figure
      let parts: [(SourcePlace?, Decimal?, FigurePart)] = [
        (sent.numeratorAt, figure.numerator, .numerator),
        (sent.denominatorAt, figure.denominator, .denominator),
        (sent.statedAt, figure.stated, .value),
      ]
      for (at, number, part) in parts {
        guard let at, let number else { continue }
        let aim = Aim(indicator: figure.indicator, part: part, period: figure.period)
        for line in [at.column.map { Line.column($0) }, at.row.map { Line.row($0) }] {
          guard let line else { continue }
          // What stands twice is entered once, and counts once.
          let spot = Spot(sheet: at.sheet, line: line, aim: aim)
          guard seen.insert(Once(spot: spot, place: figure.place)).inserted else { continue }
          byCell[spot, default: []].append((figure.place, number))
        }
      }
    }
    return reading.columns.map { column in
      var line = ImportedColumn(
        sheet: column.source.sheet, name: column.name, path: column.path, use: column.use.rawValue,
        reason: column.use.words, indicator: column.indicator, part: column.part?.rawValue,
        period: column.period, unit: column.unit, factor: column.factor,
        qualifiers: column.qualifiers, count: column.count)
      guard let indicator = column.indicator, let part = column.part, let period = column.period
      else { return line }
      let isRow = Int(column.name) != nil
      let own =
        isRow
        ? column.source.row.map { Line.row($0) } : column.source.column.map { Line.column($0) }
      let aim = Aim(indicator: indicator, part: part, period: period)
      if let own {
        line.count(byCell[Spot(sheet: column.source.sheet, line: own, aim: aim)] ?? [], divisions)
      }
      return line
    }
  }

  private struct Aim: Hashable {
    var indicator: Indicator.ID
    var part: FigurePart
    var period: Period
  }

  private enum Line: Hashable {
    case column(Int)
    case row(Int)
  }

  private struct Spot: Hashable {
    var sheet: String?
    var line: Line
    var aim: Aim
  }

  private struct Once: Hashable {
    var spot: Spot
    var place: Division.Code
  }
}

extension ColumnReading.Use {
  /// Why its numbers were not taken; nil where they were.
  var words: Phrase? {
    switch self {
    case .taken: nil
    case .lastYear: Phrase("没有读：上年数", "not read: last year's")
    case .plan: Phrase("没有读：计划、目标", "not read: a plan or target")
    case .part: Phrase("没有读：其中的一部分", "not read: a part")
    case .computed: Phrase("没有读：增减、排名等算出的数", "not read: reckoned from others")
    case .partOfYear: Phrase("没有读：不是全年", "not read: a part of the year")
    case .otherYear: Phrase("没有读：不是所要的年份", "not read: another year")
    case .shown: Phrase("没有读：灰色列", "not read: a grey column")
    case .hidden: Phrase("没有读：隐藏列", "not read: hidden")
    case .unknown: Phrase("没有读：不认识的列", "not read: not known")
    }
  }
}
