extension ReformTask {
  /// The task that a clause sets, with theme and level by what it says; a person may amend both.
  ///
  /// `isNational` where its document binds the whole country and not a province of it.
  public init(
    _ clause: ClauseDraft, of document: Document.ID, isNational: Bool = false,
    in catalogue: Catalogue
  ) {
    let title = Self.short(clause.title.isEmpty ? clause.text : clause.title)
    self.init(
      id: document + "/" + clause.path, document: document, clause: clause.path,
      title: Phrase(title, title), theme: Self.theme(of: clause, among: catalogue.themes),
      departments: clause.departments.map(\.value), deadlines: clause.deadlines.map(\.value),
      places: clause.places.map(\.value), targets: clause.targets.map(\.value))
    (level, also) = impliedLevels
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
  /// level for 各级; else the places named to lead or to try, else the issuing level.
  private var impliedLevels: (Level, [Level]) {
    let names = departments.map(\.name)
    if names.contains(where: { $0.hasPrefix("各级") }) {
      return (.eachCounty, [.province, .eachCity])
    }
    let both = ["各市、县", "各市县", "市、县", "市县"]
    let isBoth = names.contains { name in both.contains { name.hasPrefix($0) } }
    func areNamed(_ beginnings: [String]) -> Bool {
      names.contains { name in beginnings.contains { name.hasPrefix($0) } }
    }
    if areNamed(["各省", "各地区"]) { return (.eachProvince, []) }
    // Prefectures and leagues (州、盟) are what cities are elsewhere, districts and banners counties.
    let isCity = isBoth || areNamed(["各市", "各设区", "各州", "各盟"])
    if isBoth || areNamed(["各县", "各区", "各旗"]) {
      return (.eachCounty, isCity ? [.eachCity] : [])
    }
    if isCity { return (.eachCity, []) }
    return (places.contains { $0.role != .named } ? .named : .province, [])
  }

  /// The first words of a heading, up to a pause, at most 40 characters.
  public static func short(_ title: String) -> String {
    guard title.count > 40 else { return title }
    let start = title.prefix(40)
    guard let pause = start.lastIndex(where: { "，；：。、".contains($0) }),
      title.distance(from: title.startIndex, to: pause) > 12
    else { return String(start) + "…" }
    return String(start[..<pause])
  }

  /// The theme whose words the clause says most; those of its heading count three times.
  static func theme(of clause: ClauseDraft, among themes: [Theme]) -> String {
    let body = String(clause.text.prefix(400))
    var best: (id: String, score: Int) = (themes.first?.id ?? "", 0)
    for theme in themes {
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
