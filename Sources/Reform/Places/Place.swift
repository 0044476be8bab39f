/// An administrative division (行政区划) of GB/T 2260.
public struct Division: Hashable, Sendable, Identifiable {
  /// Six digits: 140000, 140400, 140405.
  public typealias Code = String

  public enum Level: String, Codable, Sendable, Comparable, CaseIterable {
    case nation, province, city, county
    /// What a city or the province runs itself (市本级、省本级): no place of the map, but a part of its sum.
    case own

    private var rank: Int {
      switch self {
      case .nation: 0
      case .province: 1
      case .city: 2
      case .county: 3
      case .own: 4
      }
    }
    public static func < (one: Level, other: Level) -> Bool { one.rank < other.rank }
  }

  public var id: Code
  public var parent: Code?
  public var level: Level
  /// Official name (长治市) and its short form (长治).
  public var name: String
  public var short: String
  public var english: String
  /// Reading without tones (changzhi), as said of the place.
  public var pinyin: String
  /// Row and column on the tile map, cities and counties each on a grid of their own.
  public var tile: Tile?
  /// What it is called in short where another place has the same short name.
  var told: Phrase?
  /// What it is officially called with what it lies in (阳泉市城区), where another has the same name.
  var placed: String?
  /// Residents on 1 November 2020 (第七次人口普查); of a county without its statistical zones.
  public var population: Int?

  public struct Tile: Hashable, Sendable {
    public var row: Int
    public var column: Int
    public init(row: Int, column: Int) { (self.row, self.column) = (row, column) }
  }

  public init(
    id: Code, parent: Code?, level: Level, name: String, short: String, english: String,
    pinyin: String, tile: Tile? = nil, population: Int? = nil
  ) {
    (self.id, self.parent, self.level, self.name) = (id, parent, level, name)
    (self.short, self.english, self.pinyin, self.tile) = (short, english, pinyin, tile)
    self.population = population
  }

  /// The official name, by which no other place is meant (阳泉市城区).
  public func name(in language: Language) -> String {
    language == .zh ? placed ?? name : told?.en ?? english
  }

  /// The official name alone, for where it stands behind what it lies in.
  public func alone(in language: Language) -> String { language == .zh ? name : english }

  /// The short name, by which no other place is meant (阳泉城区).
  public func short(in language: Language) -> String { told?(language) ?? bare(in: language) }

  /// All that it is found by: its names in both languages, its reading and its code.
  public var words: [String] {
    [name, english, pinyin, id] + customary + (told.map { [$0.zh, $0.en] } ?? [])
      + [placed].compactMap(\.self)
  }

  /// The short name alone, for where it stands under what it lies in.
  public func bare(in language: Language) -> String { language == .zh ? short : english }
}

/// All divisions of a province, or of the whole country, what holds all of them first and the others by
/// code.
public struct Divisions: Sendable, Equatable {
  /// The whole country, in which everything lies.
  public static let country: Division.Code = "100000"

  public let all: [Division]
  /// The own level of each city and of the province; they are not among `all`, and have figures only.
  public let own: [Division]
  /// Whether any county is known to lie somewhere on a tile map.
  public let hasCountyTiles: Bool
  /// The places among whose parts others are shown (`grounds`).
  let wholes: Set<Division.Code>
  private let index: [Division.Code: Int]
  let children: [Division.Code: [Int]]
  private let ownIndex: [Division.Code: Int]
  private let ownOf: [Division.Code: Int]

  public init(_ places: [Division]) {
    let all = Namesakes(places).toldApart
    self.all = all
    hasCountyTiles = all.contains { $0.level == .county && $0.tile != nil }
    let index = Dictionary(
      zip(all.map(\.id), all.indices), uniquingKeysWith: { first, _ in first })
    self.index = index
    let isNation = all.first?.level == .nation
    wholes = Set(
      all.prefix(1).map(\.id) + (isNation ? all.filter { $0.level == .province }.map(\.id) : []))
    own = all.compactMap { OwnLevel.part(of: $0) { index[$0] != nil } }
    ownIndex = Dictionary(zip(own.map(\.id), own.indices), uniquingKeysWith: { first, _ in first })
    ownOf = Dictionary(
      zip(own.compactMap(\.parent), own.indices), uniquingKeysWith: { first, _ in first })
    children = Dictionary(grouping: all.indices.filter { all[$0].parent != nil }) {
      all[$0].parent ?? ""
    }
  }

  /// The division of a code, an own level too.
  public subscript(code: Division.Code) -> Division? {
    index[code].map { all[$0] } ?? ownIndex[code].map { own[$0] }
  }

  /// What a city or the province runs itself; nil for a county.
  public func own(of code: Division.Code) -> Division? {
    ownOf[code].map { own[$0] }
  }

  /// The parts of a division, by code.
  public func parts(of code: Division.Code) -> [Division] {
    (children[code] ?? []).map { all[$0] }
  }

  /// Every division of a level within `region`, the region itself included.
  public func all(_ level: Division.Level, within region: Division.Code) -> [Division] {
    all.filter { $0.level == level && isWithin($0.id, region) }
  }

  /// The places that are compared and collected in a region at a level: of cities also the counties
  /// that lie in none, so that the parts of a place are all there.
  public func compared(_ level: Division.Level, in region: Division.Code) -> [Division] {
    guard level == .city, let whole = self[region], whole.level <= .province else {
      return all(level, within: region)
    }
    guard whole.level == .nation else { return parts(of: region) }
    return parts(of: region).flatMap { parts(of: $0.id) }
  }

  /// The level of the parts of a place, of cities and counties that of the cities; nil of one without any.
  public func levelOfParts(of code: Division.Code) -> Division.Level? {
    (children[code] ?? []).lazy.map { all[$0].level }.min()
  }

  /// The level at which a place is compared: a county that lies in no city is among the parts of its
  /// province.
  public func levelCompared(of code: Division.Code) -> Division.Level {
    let parts = answersToProvince(code) ? levelOfParts(of: ground(of: code)) : nil
    return parts ?? self[code]?.level ?? .county
  }

  /// Whether a division is `region` or lies in it: codes of GB/T 2260 nest by their digits.
  public func isWithin(_ code: Division.Code, _ region: Division.Code) -> Bool {
    guard code != region, region != Self.country else { return true }
    let digits = region.utf8.dropFirst(2).prefix(2).elementsEqual("00".utf8) ? 2 : 4
    guard region.hasSuffix("00") else { return false }
    return code.utf8.prefix(digits).elementsEqual(region.utf8.prefix(digits))
  }

  /// The city that a county or its own level lies in; a city or a province is its own, and so is a
  /// county that lies in none.
  public func city(of code: Division.Code) -> Division.Code {
    guard let division = self[code], division.level >= .county, !answersToProvince(code) else {
      return code
    }
    return division.parent ?? code
  }

  /// Whether a place answers to the province itself: a city, or a county that lies in none, as in
  /// municipalities (北京市东城区) and beside cities (海南省琼海市).
  public func answersToProvince(_ code: Division.Code) -> Bool {
    guard let division = self[code] else { return false }
    switch division.level {
    case .city: return true
    case .county: return division.parent.flatMap { self[$0] }?.level == .province
    case .nation, .province, .own: return false
    }
  }

  /// Whether any place is known to lie somewhere on a tile map.
  public var hasTiles: Bool { all.contains { $0.tile != nil } }

  /// Whether the parts of a place can be shown on a map: a county has none.
  public func isMapped(_ code: Division.Code) -> Bool { hasTiles && self[code]?.level != .county }

  /// Whether the province has any city (直辖市 has none).
  public var hasCities: Bool { all.contains { $0.level == .city } }

  /// The division by code, name, short name, reading or what tells it from another of its name; nil
  /// where none or several match.
  public func find(_ name: String) -> Division? {
    if let byCode = self[name] { return byCode }
    let lower = name.lowercased()
    for matches in [
      (all + own).filter { $0.name == name }, (all + own).filter { $0.short == name },
      all.filter { $0.customary.contains(name) },
      all.filter { $0.pinyin == lower || $0.english.lowercased() == lower },
      all.filter { place in
        place.placed == name
          || place.told.map { $0.zh == name || $0.en.lowercased() == lower } ?? false
      },
    ] where matches.count == 1 {
      return matches[0]
    }
    return nil
  }
}

/// The own level of a city or the province (市本级、省本级): the hospitals and offices that it runs itself.
///
/// Its code is the first below that of the whole, which GB/T 2260 gives to no county of most cities;
/// statistics write 市辖区 beside it and mean something else, so a file is read by the name and not by this
/// code. Where a county has it (恩施市 of 恩施州), it is the last one, which no county has.
enum OwnLevel {
  static func part(of whole: Division, beside isCode: (Division.Code) -> Bool) -> Division? {
    guard whole.id.hasSuffix("00"), whole.level < .county else { return nil }
    let first = String(whole.id.dropLast()) + "1"
    let code = isCode(first) ? String(whole.id.dropLast(2)) + "99" : first
    guard !isCode(code) else { return nil }
    let isNation = whole.level == .nation
    let kind =
      isNation ? " national level" : whole.level == .city ? " city level" : " provincial level"
    return Division(
      id: code, parent: whole.id, level: .own,
      name: (isNation ? "国家" : whole.name) + "本级",
      short: (isNation ? "国家" : whole.short) + "本级", english: whole.english + kind,
      pinyin: whole.pinyin + "benji")
  }
}
