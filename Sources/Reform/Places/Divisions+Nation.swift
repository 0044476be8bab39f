/// What a ledger of the whole country has besides those of one province: one level more at the top.
extension Divisions {
  /// Whether these are the divisions of the whole country.
  public var isNation: Bool { all.first?.level == .nation }

  /// The places whose parts are ranked beside each other: of a whole country itself and every province,
  /// else the province alone.
  public var grounds: Set<Division.Code> { wholes }

  /// The place among whose parts a place is shown: the whole country for itself, for anything else
  /// its province.
  public func ground(of code: Division.Code) -> Division.Code {
    if wholes.contains(code) { return code }
    return province(of: code) ?? all.first?.id ?? code
  }

  /// The province that a place is or lies in; nil for the whole country and what is not known.
  public func province(of code: Division.Code) -> Division.Code? {
    guard isNation else { return self[code] == nil ? nil : all.first?.id }
    guard code != all.first?.id, code.utf8.count == 6 else { return nil }
    let province = String(code.prefix(2)) + "0000"
    return wholes.contains(province) ? province : nil
  }

  /// By the code of whatever lines are counted under (a city, a county that lies in none, a province
  /// itself) the part of a ground that it lies in.
  func holders(in ground: Division.Code) -> [Division.Code: Division.Code] {
    let parts = parts(of: ground).map(\.id)
    var found = Dictionary(zip(parts, parts), uniquingKeysWith: { first, _ in first })
    guard self[ground]?.level == .nation else { return found }
    for division in all where answersToProvince(division.id) {
      found[division.id] = province(of: division.id)
    }
    return found
  }

  /// What lines of a place are counted under: of a province in a whole country its cities, the counties
  /// that lie in none and itself; of anything else itself.
  public func counted(in place: Division.Code) -> [Division.Code] {
    guard isNation, self[place]?.level == .province else { return [place] }
    return [place] + parts(of: place).map(\.id)
  }

  /// Where one goes from a place on the way back to where one began: of the whole country one level up,
  /// else there at once.
  public func above(_ place: Division.Code, upTo home: Division.Code) -> Division.Code {
    guard isNation, isWithin(place, home) else { return home }
    return self[place]?.parent ?? home
  }
}
