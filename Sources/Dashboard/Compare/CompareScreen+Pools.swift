import Cells
import Reform
import Widgets

/// Which places are compared: those of like size, of one city, or one that is looked for.
extension CompareScreen {
  /// A choice of the places that are shown, then of the others of the region.
  func findingPlace(_ model: Model) -> [Request] {
    guard let grounds else { return [] }
    let (shown, divisions) = (Set(rows), model.catalogue.divisions)
    let others = divisions.all.filter {
      !shown.contains($0.id) && divisions.isWithin($0.id, model.scope)
        && ($0.level == .county || grounds.level <= .city || $0.level == .city)
    }
    let items = (rows.compactMap { divisions[$0] } + others).map { division in
      let city = division.level == .county ? division.parent.map { model.short(of: $0) } ?? "" : ""
      return Picker.Item(
        division.name(in: model.language), remark: city,
        words: division.words.joined(separator: " "),
        [.tell(ComparedPlace(code: division.id))])
    }
    return [
      .ask(Picker(title: Words.Prompt.comparedPlace, items: items, field: TextField())),
      .findByPinyin,
    ]
  }

  /// Puts the cursor on a place; one that does not show is gone to.
  mutating func choose(_ chosen: ComparedPlace, _ model: Model) {
    if !rows.contains(chosen.code) {
      (group, city, beside) = (nil, nil, nil)
      level = model.catalogue.divisions.levelCompared(of: chosen.code)
      marked = []
    }
    place = chosen.code
  }

  /// All places, four groups by population, and from the province the counties of each city.
  func choosingPool(_ model: Model) -> [Request] {
    guard let grounds else { return [] }
    let (divisions, language) = (model.catalogue.divisions, model.language)
    var pools: [(pool: ComparedPool, name: Phrase, remark: String)] = [
      (.all, Words.Compare.allPeers, "0")
    ]
    pools += PeerGroups(divisions, grounds.level).groups.map {
      (.group($0.number), $0.name, "\($0.number)")
    }
    if let place = divisions[model.scope], place.level <= .province {
      pools += divisions.parts(of: model.scope).filter { $0.level <= .city }.map { part in
        let (count, parting) = (divisions.parts(of: part.id).count, divisions.parting(of: part.id))
        let name = Words.Compare.ofCity(part, parting)
        return (.city(part.id), name, Words.Compare.parts(count, parting)(language))
      }
    }
    let now: ComparedPool = city.map { .city($0) } ?? group.map { .group($0) } ?? .all
    let items = pools.map { Picker.Item($0.name(language), remark: $0.remark, [.tell($0.pool)]) }
    return [
      .ask(
        Picker(
          title: Words.Compare.peers, items: items,
          scroll: Scroll(selected: pools.firstIndex { $0.pool == now } ?? 0), again: ("g", .top)))
    ]
  }

  /// Compares the places of a group, of a city, or all again.
  mutating func choose(_ pool: ComparedPool) {
    switch pool {
    case .all: (city, group) = (nil, nil)
    case .group(let number): (city, group) = (nil, number)
    case .city(let code):
      // Of a province its cities come first.
      (city, group, level) = (code, nil, code.hasSuffix("0000") ? nil : .county)
    }
  }
}
