import Cells
import Reform
import Widgets

extension PlacesScreen {
  /// The places in the list: the parts of the level, or all in it that a person looks for.
  ///
  /// From the province a county is found as well as a city. What is not in the level is looked for
  /// in the whole of the standing context.
  func listed(_ model: Model) -> [Division.Code] {
    let (place, divisions) = (level(model).place, model.catalogue.divisions)
    let parts = divisions.parts(of: place).map(\.id)
    guard !filter.isEmpty else { return parts }
    let query = SearchQuery(filter, pinyin: model.pinyin ?? .none)
    func found(in region: Division.Code) -> [Division.Code] {
      divisions.all.filter { division in
        division.id != region && divisions.isWithin(division.id, region)
          && query.matches(division.words)
      }.map(\.id)
    }
    let here = found(in: place)
    let all = here.isEmpty ? found(in: model.scope) : here
    return all.filter(parts.contains) + all.filter { !parts.contains($0) }
  }

  /// The sections of a group that a person looks for.
  func sections(_ model: Model) -> [GroupSection] {
    if let known = known(model) { return known.sections }
    let all = GroupSection.all(of: level(model).place, model)
    guard !filter.isEmpty else { return all }
    let query = SearchQuery(filter, pinyin: model.pinyin ?? .none)
    let desk = model.placeCache.desk(on: model.day)
    return all.filter { query.matches([$0.name(desk, .zh), $0.name(desk, .en)]) }
  }

  /// The items that a search found: all of a narrowed list, some of a map.
  private func matches(_ model: Model) -> [Item] {
    let items = items(model)
    guard showsMap(model) else { return items }
    let (found, divisions) = (listed(model), model.catalogue.divisions)
    return items.filter { item in
      guard case .place(let code) = item else { return false }
      return found.contains { $0 == code || divisions.isWithin($0, code) }
    }
  }

  /// Narrows the list while it is written; on the map the cursor goes to the first that is found.
  mutating func narrow(by text: String, in model: Model) {
    filter = text
    pane = .parts
    guard !text.isEmpty else { return }
    let found = matches(model)
    guard let first = found.first, showsMap(model) else { return }
    if let item = item(model), found.contains(item) { return }
    choose(first, in: model)
  }

  /// Goes through what a search found, round its ends.
  mutating func stepMatch(_ step: Int, in model: Model) {
    let found = matches(model)
    pane = .parts
    guard !found.isEmpty else { return }
    let now = item(model).flatMap { found.firstIndex(of: $0) }
    let next = now.map { ($0 + step + found.count) % found.count } ?? 0
    choose(found[next], in: model)
  }

  /// What the list is narrowed by, and how many that leaves; nil where it is not.
  func filterWords(_ model: Model) -> String? {
    guard !filter.isEmpty else { return nil }
    return
      "\(Words.Prompt.filter(model.language)) \(filter)\(model.symbols.dot)\(matches(model).count)"
  }
}
