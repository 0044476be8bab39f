import Reform

/// Rows of an own level that do not say whose it is (市直, 市属医院), in a table of several cities: they are
/// those of the city above only where the rows around them say so.
struct OwnRows {
  private enum Kind {
    case city
    case county(of: Division.Code?)
    case own
    case other
  }

  private let rows: [(number: Int, kind: Kind)]
  /// Cities, and how many of them have such a row below their own.
  private let cities: Int
  private let owned: Int

  init(_ intake: FigureIntake, _ sheet: Sheet, from position: Int, _ column: Int?) {
    var rows: [(number: Int, kind: Kind)] = []
    var (cities, owned, isOwned) = (0, 0, true)
    for row in sheet.rows[min(position, sheet.rows.count)...] {
      guard let column, case .text(let text)? = row[column] else { continue }
      var kind = Kind.other
      switch intake.find(text, in: nil) {
      case .place(let place) where place.level == .city:
        kind = .city
        cities += 1
        isOwned = false
      case .place(let place) where place.level == .county: kind = .county(of: place.parent)
      case .ownOfNone:
        kind = .own
        if !isOwned { owned += 1 }
        isOwned = true
      default: break
      }
      rows.append((row.number, kind))
    }
    (self.rows, self.cities, self.owned) = (rows, cities, owned)
  }

  /// Whether a row is surely that of the city above: one of its counties stands beside it, or half of the
  /// cities at least have such a row.
  func isSure(_ number: Int, of city: Division.Code?) -> Bool {
    guard let index = rows.firstIndex(where: { $0.number == number }) else { return true }
    if cities < 2 || owned > 1 && owned * 2 >= cities { return true }
    return [index - 1, index + 1].contains { beside in
      guard rows.indices.contains(beside), case .county(let parent) = rows[beside].kind else {
        return false
      }
      return parent == city
    }
  }

  /// What is said of the own level of a city whose row does not say so itself; nil of any other place.
  static func remark(
    of own: Division, _ name: String, _ intake: FigureIntake
  ) -> RowPlaces.Remark? {
    guard own.level == .own, let city = own.parent,
      intake.places.divisions[city]?.level == .city,
      case .refused(let remark) = intake.place(name: name, code: nil, in: nil)
    else { return nil }
    return remark
  }
}
