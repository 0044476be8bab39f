extension Divisions {
  /// All that are called so: by a name that others have too, or with the names of what they lie in
  /// before their own (阳泉市城区, 山西省太原市小店区).
  public func called(_ name: String) -> [Division] {
    let lower = name.lowercased()
    let alike = all.filter {
      $0.name == name || $0.short == name || $0.pinyin == lower || $0.english.lowercased() == lower
        || $0.customary.contains(name)
    }
    guard alike.isEmpty else { return alike }
    return all.filter { division in
      var (names, above) = (Set([division.name, division.short]), division.parent)
      while let whole = above.flatMap({ self[$0] }) {
        names.formUnion(names.flatMap { [whole.name + $0, whole.short + $0] })
        if names.contains(name) { return true }
        above = whole.parent
      }
      return false
    }
  }

  /// The name of a place by which it alone is meant and found again: with what it lies in where its own
  /// is not enough (阳泉市城区).
  public func wholly(_ code: Division.Code) -> String {
    guard let division = self[code] else { return code }
    guard find(division.name)?.id != code else { return division.name }
    guard let whole = division.parent.flatMap({ self[$0] }) else { return code }
    let name = whole.name + division.name
    return called(name).map(\.id) == [code] ? name : code
  }
}
