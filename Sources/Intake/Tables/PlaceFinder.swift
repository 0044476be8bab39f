import Foundation
import Reform

/// Finds the division that a name in a table means, and the nearest one where it means none.
struct PlaceFinder {
  enum Found: Hashable {
    case place(Division)
    /// A name of before, of which the division is the only successor.
    case former(FormerPlace, Division)
    /// A name of before that no division of today answers to.
    case gone(FormerPlace)
    /// Several divisions are called so, and nothing says which.
    case several([Division])
    /// The own level of a city (市本级) that nothing names.
    case ownOfNone
    /// One hospital or another institution.
    case institution
    /// A development zone.
    case zone
    /// The districts of a city together (市辖区).
    case districts
    /// None; the nearest name where there is one.
    case unknown(nearest: Division?)
  }

  let divisions: Divisions
  let former: [FormerPlace]
  let gazetteer: Gazetteer
  let reader: TitleReader
  private let byName: [String: [Division]]
  private let formerByName: [String: [FormerPlace]]

  init(_ divisions: Divisions, former: [FormerPlace] = FormerPlace.all()) {
    self.divisions = divisions
    self.former = former.filter { divisions[$0.city] != nil }
    gazetteer = Gazetteer(divisions)
    reader = TitleReader(gazetteer: gazetteer, former: self.former)
    var byName: [String: [Division]] = [:]
    for division in divisions.all + divisions.own {
      let names =
        [division.name, division.short, division.english, division.pinyin] + division.customary
      for name in Set(names.map(NameKey.folded)) { byName[name, default: []].append(division) }
      if division.level != .own { byName[division.id, default: []].append(division) }
    }
    self.byName = byName
    formerByName = Dictionary(grouping: self.former, by: \.name)
  }

  /// Who reports for a place: its bureaus, and the medical group of a county.
  private static let tails = [
    "县级医疗集团", "医疗集团", "卫生健康和体育局", "卫生健康委员会", "卫生健康局", "卫健体局", "卫生健康委", "卫健局", "卫健委", "医疗保障局", "医保局",
    "医改办", "人民政府",
  ]

  /// The division of a name, a city's where it says in which city it lies.
  func find(_ text: String, in city: Division.Code?) -> Found {
    let name = Self.withoutNumber(NameKey.folded(text))
    if let found = whole(name, in: city) { return found }
    for tail in Self.tails where name.hasSuffix(tail) {
      if let found = whole(String(name.dropLast(tail.count)), in: city) { return found }
    }
    if PlaceSigns.isInstitution(name) { return .institution }
    if PlaceSigns.districts.contains(name) { return .districts }
    if PlaceSigns.isZone(name) { return .zone }
    return .unknown(nearest: name.hasSuffix("本级") ? nil : nearest(name, in: city))
  }

  private func whole(_ name: String, in city: Division.Code?) -> Found? {
    if let found = plain(name, in: city) { return found }
    // 潞州区（原城区、郊区）: what stands in brackets may only say what it was called.
    guard name.last == ")", let open = name.firstIndex(of: "("), open > name.startIndex else {
      return nil
    }
    let inner = name[name.index(after: open)...].dropLast()
    guard isOtherName(String(inner), in: city) else { return nil }
    return plain(String(name[..<open]), in: city)
  }

  /// Whether words in brackets are another name of the place, and add nothing to it.
  private func isOtherName(_ inner: String, in city: Division.Code?) -> Bool {
    var rest = inner[...]
    for word in ["原", "现", "今", "即", "含原"] where rest.hasPrefix(word) {
      rest = rest.dropFirst(word.count)
      break
    }
    let names = rest.split { "、,，和及+".contains($0) }.map(String.init)
    return !names.isEmpty
      && names.allSatisfy {
        switch plain($0, in: city) {
        case .place, .former, .gone: true
        default: false
        }
      }
  }

  private func plain(_ name: String, in city: Division.Code?) -> Found? {
    if let code = Self.code(name) { return byCode(code) }
    if let found = named(name, in: city) { return found }
    if let isCity = PlaceSigns.isOwnOfCity(name) { return own(isCity, name, in: city) }
    if PlaceSigns.isOwnOfRegion(name), let own = ownOfRegion(city) { return .place(own) }
    // 山西省太原市小店区: what stands in front says where it lies.
    for division in divisions.all where division.level < .county {
      for head in [division.name, division.short] where name.hasPrefix(head) && name != head {
        let rest = Self.withoutMark(name.dropFirst(head.count))
        if let found = within(division, head, rest, in: city) { return found }
      }
    }
    return nil
  }

  /// What a name means behind the name of the city or province that it lies in.
  private func within(
    _ whole: Division, _ head: String, _ rest: String, in city: Division.Code?
  ) -> Found? {
    // 长治市直: the 市 belongs to both.
    let last = head.last.map(String.init) ?? ""
    for words in [rest, last + rest] {
      let isCity = PlaceSigns.isOwnOfCity(words)
      let isOwn =
        isCity == (whole.level == .city || whole.ruling == "市" && isCity == true)
        || whole.ruling == "自治区" && PlaceSigns.isOwnOfRegion(words)
      if isOwn { return divisions.own(of: whole.id).map { .place($0) } }
    }
    guard whole.level == .city else {
      return plain(rest, in: divisions.isNation && whole.level == .province ? whole.id : city)
    }
    switch named(rest, in: whole.id) {
    case .place(let division) where division.parent == whole.id: return .place(division)
    case .former(let old, let division) where old.city == whole.id: return .former(old, division)
    case .gone(let old) where old.city == whole.id: return .gone(old)
    default: return nil
    }
  }

  private func own(_ isCity: Bool, _ name: String, in city: Division.Code?) -> Found {
    let province = divisions.isNation ? province(of: city) : divisions.province
    // What a municipality runs itself is its city level.
    let municipality = province.flatMap { divisions[$0] }.flatMap { $0.ruling == "市" ? $0.id : nil }
    let whole = isCity ? municipality ?? city : province
    guard let whole, let own = divisions.own(of: whole),
      PlaceSigns.kinds(of: name).map({ kinds in
        kinds.contains { divisions[whole]?.name.hasSuffix($0) ?? false }
      }) ?? true
    else { return .ownOfNone }
    return .place(own)
  }

  /// The own level of the autonomous region that a place lies in.
  private func ownOfRegion(_ city: Division.Code?) -> Division? {
    let province = divisions.isNation ? province(of: city) : divisions.province
    guard let region = province.flatMap({ divisions[$0] }), region.ruling == "自治区" else {
      return nil
    }
    return divisions.own(of: region.id)
  }

  /// The division of a code, or what became of it; nil for a code of nobody.
  func byCode(_ code: String) -> Found? {
    if let division = divisions[code] {
      return division.level == .own && code.hasSuffix("01") ? .districts : .place(division)
    }
    return former.first { $0.code == code }.map(fate)
  }

  /// In a ledger of the whole country the province that a place lies in.
  private func province(of place: Division.Code?) -> Division.Code? {
    divisions.isNation ? place.flatMap { divisions.province(of: $0) } : nil
  }

  private func fate(_ old: FormerPlace) -> Found {
    guard old.fate == .renamed, let division = old.became.first.flatMap({ divisions[$0] }) else {
      return .gone(old)
    }
    return .former(old, division)
  }

  /// The division that is called so in a city; elsewhere only where no other was ever called so.
  private func named(_ name: String, in city: Division.Code?) -> Found? {
    let (all, old) = (byName[name] ?? [], formerByName[name] ?? [])
    guard !all.isEmpty || !old.isEmpty else { return nil }
    if let city {
      let near = all.filter { $0.id == city || $0.parent == city }
      if near.count == 1 { return .place(near[0]) }
      // In a whole country what a province does not have twice needs no city, but no other province.
      if let province = province(of: city) {
        let there = all.filter { divisions.isWithin($0.id, province) }
        if near.isEmpty, there.count == 1 { return .place(there[0]) }
      }
      if let mine = old.first(where: { $0.city == city }) { return fate(mine) }
    }
    if all.count + old.count == 1 { return all.first.map { .place($0) } ?? old.first.map(fate) }
    // Many cities had a 城区; in one that had none the name says nothing.
    if city != nil, !old.isEmpty { return .unknown(nearest: nil) }
    let official = all.filter { NameKey.folded($0.name) == name }
    if official.count == 1, old.isEmpty { return .place(official[0]) }
    let heirs = old.flatMap(\.became).compactMap { divisions[$0] }
    return .several(all + heirs.filter { !all.contains($0) })
  }

  /// A code of six digits, or the first six of twelve.
  static func code(_ name: String) -> String? {
    guard [6, 9, 12].contains(name.utf8.count), name.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return String(name.prefix(6))
  }

  /// Without `1.`, `（一）`, `3、` in front; a number without a mark is left alone.
  private static func withoutNumber(_ name: String) -> String {
    for head in ["其中:", "其中"] where name.hasPrefix(head) && name.count > head.count + 1 {
      return withoutNumber(String(name.dropFirst(head.count)))
    }
    let isBracketed = name.first == "("
    let rest = isBracketed ? name.dropFirst() : name[...]
    let digits = rest.prefix { "0123456789一二三四五六七八九十".contains($0) }
    let behind = rest.dropFirst(digits.count)
    guard !digits.isEmpty, let mark = behind.first, behind.count > 1,
      isBracketed ? mark == ")" : "、.．)".contains(mark)
    else { return name }
    return String(behind.dropFirst())
  }

  private static func withoutMark(_ rest: Substring) -> String {
    String(rest.drop { "-—·/,、:_>".contains($0) })
  }

  /// The place whose name may be meant; of a name of two characters, half of which is something else, only
  /// one of the city that the table is of.
  private func nearest(_ name: String, in city: Division.Code?) -> Division? {
    let stem = Self.stem(name)
    guard !stem.isEmpty, stem.unicodeScalars.count <= 12 else { return nil }
    let isShort = stem.unicodeScalars.count < 3
    // 某县 is never a city, and a name without 县 may be anything.
    let isCounty = name.hasSuffix("县") || name.hasSuffix("区")
    var best: (division: Division, distance: Int)?
    for division in divisions.all where !isCounty || division.level == .county {
      var distance =
        2
        * min(
          NameKey.distance(stem, division.short), NameKey.distance(name, division.name))
      if let city, division.id != city, division.parent != city { distance += isShort ? 2 : 1 }
      if Self.areOpposite(stem, division.short) { continue }
      if best.map({ distance < $0.distance }) ?? true { best = (division, distance) }
    }
    guard let best, best.distance <= (stem.unicodeScalars.count > 3 ? 5 : 3) else { return nil }
    return best.division
  }

  /// Whether two names differ in nothing but where they say that they lie: 下城 is not 上城 misspelled.
  private static func areOpposite(_ one: String, _ other: String) -> Bool {
    let pairs = zip(one, other).filter { $0 != $1 }
    guard one.count == other.count, pairs.count == 1, let (left, right) = pairs.first else {
      return false
    }
    return "上下东西南北中内外前后新".contains(left) && "上下东西南北中内外前后新".contains(right)
  }

  private static func stem(_ name: String) -> String {
    guard let last = name.last, "省市区县".contains(last), name.count > 2 else { return name }
    return String(name.dropLast())
  }
}

extension PlaceFinder.Found {
  /// The division that it means, by its name of today or of before.
  var division: Division? {
    switch self {
    case .place(let division), .former(_, let division): division
    default: nil
    }
  }

  /// Whether it is the name of a place, one that is known or one that is not.
  var isPlace: Bool {
    switch self {
    case .unknown: false
    default: true
    }
  }
}

extension Divisions {
  /// The first division of all.
  var province: Division.Code? { all.first?.id }
}
