import Cells
import Reform
import Widgets

/// The lines of a task laid out in rows: one a place, or many to a row for counties.
struct MatrixLayout: Equatable, Sendable {
  enum Row: Equatable, Sendable {
    /// Head of an installment, with the numbers of its first and last line.
    case head(ClosedRange<Int>)
    case line(Int)
    /// Counties of one city, in cells.
    case cells(city: Division.Code, numbers: [Int])
  }

  /// The columns of the city before its counties.
  static func labelWidth(_ language: Language) -> Int { language == .zh ? 13 : 18 }

  static func cellWidth(_ language: Language) -> Int { language == .zh ? 8 : 14 }

  /// Whether so many lines stand many to a row.
  static func isGrid(_ standings: [Standing]) -> Bool {
    Set(standings.map(\.line.place)).count > 15
  }

  var rows: [Row] = []
  var isGrid = false

  init() {}

  init(_ standings: [Standing], _ catalogue: Catalogue, width: Int, labelWidth: Int, cellWidth: Int)
  {
    isGrid = Self.isGrid(standings)
    let periods = standings.indices.reduce(into: [Range<Int>]()) { found, index in
      if let last = found.last,
        standings[last.lowerBound].line.period == standings[index].line.period
      {
        found[found.count - 1] = last.lowerBound..<(index + 1)
      } else {
        found.append(index..<(index + 1))
      }
    }
    let perRow = max(1, (width - labelWidth) / cellWidth)
    for period in periods {
      if periods.count > 1 || isGrid {
        rows.append(.head(period.lowerBound...(period.upperBound - 1)))
      }
      guard isGrid else {
        rows += period.map(Row.line)
        continue
      }
      var city: Division.Code?
      var pending: [Int] = []
      for number in period {
        let here = catalogue.divisions.city(of: standings[number].line.place)
        if here != city || pending.count == perRow {
          if let city, !pending.isEmpty { rows.append(.cells(city: city, numbers: pending)) }
          (city, pending) = (here, [])
        }
        pending.append(number)
      }
      if let city, !pending.isEmpty { rows.append(.cells(city: city, numbers: pending)) }
    }
  }

  /// The row that a line stands in.
  func row(of number: Int) -> Int {
    rows.firstIndex { row in
      switch row {
      case .head: false
      case .line(let line): line == number
      case .cells(_, let numbers): numbers.contains(number)
      }
    } ?? 0
  }

  private func numbers(in row: Int) -> [Int] {
    switch rows[row] {
    case .head: []
    case .line(let line): [line]
    case .cells(_, let numbers): numbers
    }
  }

  /// The line so many rows further, in the same column as near as can be.
  func line(from number: Int, by step: Int) -> Int {
    var row = row(of: number)
    guard rows.indices.contains(row) else { return number }
    let column = numbers(in: row).firstIndex(of: number) ?? 0
    var (left, found) = (abs(step), number)
    while left > 0 {
      row += step.signum()
      guard rows.indices.contains(row) else { break }
      let here = numbers(in: row)
      guard !here.isEmpty else { continue }
      found = here[min(column, here.count - 1)]
      left -= 1
    }
    return found
  }
}

extension MatrixLayout.Row {
  var city: Division.Code? {
    if case .cells(let city, _) = self { city } else { nil }
  }
}
