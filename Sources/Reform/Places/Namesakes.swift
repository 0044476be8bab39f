/// Places with a short name that others have too, told apart: Shanxi has two called 城区.
///
/// A city keeps its name where no other city has it. A county is called as it officially is where that
/// is enough (白银区, 临夏县), and else with what it lies in (阳泉城区, officially 阳泉市城区).
struct Namesakes {
  private let places: [Division]
  private let parents: [Division.Code: Division]
  private var cities: [String: Int] = [:]
  private var shorts: [String: Int] = [:]
  private var names: [String: Int] = [:]

  init(_ places: [Division]) {
    self.places = places
    parents = Dictionary(
      places.filter { $0.level < .county }.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first
      })
    for place in places where place.level == .city || place.level == .county {
      if place.level == .city { cities[place.short, default: 0] += 1 }
      shorts[place.short, default: 0] += 1
      names[place.name, default: 0] += 1
    }
  }

  var toldApart: [Division] {
    guard shorts.contains(where: { $0.value > 1 }) else { return places }
    return places.map { place in
      var told = place
      told.told = name(of: place)
      if place.level == .county, names[place.name] ?? 0 > 1 {
        told.placed = place.parent.flatMap { parents[$0] }.map { $0.name + place.name }
      }
      return told
    }
  }

  /// Nil where the short name is enough.
  private func name(of place: Division) -> Phrase? {
    let others = place.level == .city ? cities : place.level == .county ? shorts : [:]
    guard others[place.short] ?? 0 > 1 else { return nil }
    if place.level == .county, names[place.name] == 1 {
      return Phrase(place.name, "\(place.english) \(Self.kind(of: place.name))")
    }
    guard let whole = place.parent.flatMap({ parents[$0] }) else { return nil }
    return Phrase(whole.short + place.short, "\(whole.english) \(place.english)")
  }

  private static func kind(of name: String) -> String {
    switch name.last {
    case "区": "District"
    case "市": "City"
    case "旗": "Banner"
    default: "County"
    }
  }
}
