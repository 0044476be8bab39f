/// Targets that are set for places that their sentence names (其中成都市150名), and for no others.
extension TaskTarget {
  /// The places that it is set for, where those are not all that the document binds.
  public func named(in region: Division.Code) -> [Division.Code] {
    places == [region] ? [] : places
  }

  /// Whether it says anything of a place: of one that it names, of what lies in such a one, and of what such
  /// a one lies in.
  public func concerns(
    _ place: Division.Code, in region: Division.Code, _ divisions: Divisions
  ) -> Bool {
    let named = named(in: region)
    return named.isEmpty
      || named.contains { divisions.isWithin(place, $0) || divisions.isWithin($0, place) }
  }

  /// The place of which its number is shown and entered: the only one that it names, where that lies in the
  /// one looked at; else that one, or the document's own region where that lies elsewhere.
  public func place(
    lookedAtFrom scope: Division.Code, in region: Division.Code, _ divisions: Divisions
  ) -> Division.Code {
    let (named, whole) = (named(in: region), divisions.isWithin(scope, region) ? scope : region)
    guard named.count == 1, divisions.isWithin(named[0], whole) else { return whole }
    return named[0]
  }
}
