extension ReformTask {
  /// The task that a clause sets, with theme and level by what it says; a person may amend both.
  ///
  /// `region` is what its document binds; by default what the ledger is of.
  public init(
    _ clause: ClauseDraft, of document: Document.ID, region: Division.Code? = nil,
    in catalogue: Catalogue
  ) {
    let title = Self.short(clause.title.isEmpty ? clause.text : clause.title)
    self.init(
      id: document + "/" + clause.path, document: document, clause: clause.path,
      title: Phrase(title, title), theme: Self.theme(of: clause, in: catalogue),
      departments: clause.departments.map(\.value), deadlines: clause.deadlines.map(\.value),
      places: clause.places.map(\.value), targets: clause.targets.map(\.value))
    let isNational = region == Divisions.country
    (level, also) = impliedLevels(
      below: isNational ? .nation : catalogue.divisions[region ?? catalogue.province]?.level,
      placesAct: clause.placesAct == true)
    // What binds the whole country binds every province of it.
    if catalogue.divisions.isNation, isNational {
      if level == .province { level = .eachProvince }
      also = also.map { $0 == .province ? .eachProvince : $0 }
    }
    if let scoped = clause.scopedLevel {
      also.removeAll { $0 == scoped }
      level = scoped
    }
  }

  /// Every county where their governments are named, every city likewise, both and the issuing
  /// level for 各级; else the places named to lead, to try or to do it, else the issuing level.
  private func impliedLevels(
    below region: Division.Level?, placesAct: Bool
  ) -> (Level, [Level]) {
    let names = departments.map(\.name)
    if names.contains(where: { name in Self.allLevels.contains { name.hasPrefix($0) } }) {
      return (.eachCounty, [.province, .eachCity])
    }
    let kinds = Set(names.flatMap { PlaceKinds($0, below: region)?.kinds ?? [] })
    let all: [(PlaceKinds.Kind, Level)] = [
      (.county, .eachCounty), (.city, .eachCity), (.province, .province),
    ]
    let levels = all.filter { kinds.contains($0.0) }.map(\.1)
    if let first = levels.first {
      // The issuing level stands before the cities, as everywhere.
      return (first, levels.dropFirst().reversed())
    }
    return (placesAct || places.contains { $0.role != .named } ? .named : .province, [])
  }

  private static let allLevels = ["各级", "地方各级", "全省各级", "全市各级", "全区各级", "全国各级"]

  /// The first words of a heading, up to a pause, at most 40 characters.
  public static func short(_ title: String) -> String {
    guard title.count > 40 else { return title }
    let start = title.prefix(40)
    guard let pause = start.lastIndex(where: { "，；：。、".contains($0) }),
      title.distance(from: title.startIndex, to: pause) > 12
    else { return String(start) + "…" }
    return String(start[..<pause])
  }

  /// The theme whose words the clause says most.
  ///
  /// Those of its heading count three times. A clause that says none is of the theme without words.
  static func theme(of clause: ClauseDraft, in catalogue: Catalogue) -> String {
    let body = String(clause.text.prefix(400))
    var best: (id: String, score: Int) = (catalogue.otherTheme?.id ?? "", 0)
    for theme in catalogue.themes {
      var score = 0
      for word in theme.words {
        if clause.title.contains(word) { score += 3 * word.count }
        if clause.section.contains(word) { score += word.count }
        if body.contains(word) { score += word.count }
      }
      if score > best.score { best = (theme.id, score) }
    }
    return best.id
  }
}
