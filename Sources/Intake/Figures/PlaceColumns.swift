import Reform

/// One heading of places over several columns (地区 made one over a city's and its counties' names, or with
/// nothing beside it): the last of them has the place of the row, those before it the city and the province.
struct PlaceColumns {
  let header: HeaderReader
  let sheet: Sheet

  /// Tells the columns under each such heading apart by what stands in them.
  func settle(_ layout: inout TableLayout) {
    for first in layout.columns.keys.sorted() where isPlaces(layout.columns[first]) {
      let group = group(from: first, layout)
      guard group.count > 1 else { continue }
      let named = group.filter { areNames(texts($0, layout)) }
      // 序号 and remarks under the heading say nothing of the place.
      for column in group where layout.columns[column] != nil {
        layout.columns[column] = .passed(nil)
      }
      for (column, meaning) in zip((named.isEmpty ? [first] : named).reversed(), Self.meanings) {
        layout.columns[column] = meaning
        if layout.paths[column] == nil {
          (layout.paths[column], layout.headRows[column]) = (
            layout.paths[first], layout.headRows[first]
          )
        }
      }
    }
  }

  private static let meanings: [TableLayout.Column] = [.place, .city, .province]

  private func isPlaces(_ column: TableLayout.Column?) -> Bool {
    switch column {
    case .place, .city, .province: true
    default: false
    }
  }

  /// Columns under the heading of the first: made one with it, or with no heading of their own and full of
  /// places.
  private func group(from first: Int, _ layout: TableLayout) -> [Int] {
    guard layout.paths[first - 1] != layout.paths[first] || !isPlaces(layout.columns[first - 1])
    else { return [] }
    var group = [first]
    while group.count < 3 {
      let next = first + group.count
      if isPlaces(layout.columns[next]), layout.paths[next] == layout.paths[first] {
        group.append(next)
      } else if layout.paths[next] == nil, layout.columns[next] == nil,
        areNames(texts(first, layout)), areNames(texts(next, layout))
      {
        group.append(next)
      } else {
        break
      }
    }
    return group
  }

  /// Whether texts are places and totals, and at least half of them places.
  private func areNames(_ texts: [String]) -> Bool {
    let places = texts.filter { text in
      let folded = NameKey.folded(text)
      return header.isPlace(text) || PlaceSigns.isZone(folded)
    }
    let totals = texts.filter { TableWords.totalStem(NameKey.folded($0)) != nil }
    return !places.isEmpty && (places.count + totals.count) * 2 >= texts.count
  }

  private func texts(_ column: Int, _ layout: TableLayout) -> [String] {
    sheet.rows[min(layout.positions.upperBound, sheet.rows.count)...].prefix(40).compactMap { row in
      guard case .text(let text)? = row[column], row.cells.contains(where: \.value.isNumber) else {
        return nil
      }
      return text
    }
  }
}
