import Cells
import Reform
import Widgets

/// Which places are compared: those of like size, of one city, or one that is looked for.
extension AppState {
  /// A choice of the places that are shown, then of the others of the region.
  mutating func findPlace() -> [Effect] {
    guard let grounds = compare.grounds else { return [] }
    let shown = Set(compare.rows)
    let others = catalogue.divisions.all.filter {
      !shown.contains($0.id) && catalogue.divisions.isWithin($0.id, scope)
        && ($0.level == .county || grounds.level == .city || $0.level == .city)
    }
    let all = compare.rows.compactMap { catalogue.divisions[$0] } + others
    let items = all.map { division in
      let city = division.level == .county ? division.parent.map { short(of: $0) } ?? "" : ""
      return Picker.Item(
        value: division.id, label: division.name(in: language), remark: city,
        words: "\(division.name) \(division.english) \(division.pinyin)")
    }
    overlay = .picker(Picker(purpose: .comparedPlace, items: items, field: TextField()))
    return pinyin == nil ? [.loadPinyin] : []
  }

  /// Puts the cursor on a place; one that does not show is gone to.
  mutating func choosePlace(_ place: Division.Code) {
    if !compare.rows.contains(place) {
      (compare.group, compare.city, compare.beside) = (nil, nil, nil)
      compare.level = catalogue.divisions[place]?.level == .city ? .city : .county
      compare.marked = []
    }
    compare.place = place
    settle()
  }

  /// All places, four groups by population, and from the province the counties of each city.
  mutating func showPeers() {
    guard let grounds = compare.grounds else { return }
    let divisions = catalogue.divisions
    var items = [Picker.Item(value: "", label: Words.Compare.allPeers(language), remark: "0")]
    items += PeerGroups(divisions, grounds.level).groups.map { group in
      Picker.Item(
        value: "\(group.number)", label: group.name(language), remark: "\(group.number)")
    }
    if let place = divisions[scope], place.level == .province {
      items += divisions.parts(of: scope).map { city in
        let count = divisions.parts(of: city.id).count
        return Picker.Item(
          value: city.id, label: Words.Compare.ofCity(city)(language),
          remark: Words.Compare.counties(count)(language))
      }
    }
    let now = compare.city ?? compare.group.map { "\($0)" } ?? ""
    let selected = items.firstIndex { $0.value == now } ?? 0
    overlay = .picker(
      Picker(purpose: .peers, items: items, field: nil, scroll: Scroll(selected: selected)))
  }

  /// Compares the places of a group, of a city, or all again.
  mutating func choosePool(_ value: String) {
    if catalogue.divisions[value] != nil {
      (compare.city, compare.group, compare.level) = (value, nil, .county)
    } else {
      (compare.city, compare.group) = (nil, Int(value))
    }
    settle()
  }
}
