import Reform

/// The names of the places of a ledger, and of those of the rest of the country beside it, so that a table
/// that is not of the ledger is known as such.
struct Gazetteer {
  /// Places by all that they are looked for by.
  private struct Index {
    var byName: [String: [Division]] = [:]
    let byCode: [Division.Code: Division]
    let children: [Division.Code: [Division]]
    /// The signs that names begin with, and how long the longest is.
    let heads: Set<Character>
    let longest: Int

    init(_ all: [Division], customary: (Division) -> [String]) {
      for division in all {
        for name in Set([division.name, division.short] + customary(division)) {
          byName[name, default: []].append(division)
        }
      }
      byCode = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      children = Dictionary(grouping: all) { $0.parent ?? "" }
      heads = Set(byName.keys.compactMap(\.first))
      longest = byName.keys.lazy.map(\.count).max() ?? 0
    }
  }

  let divisions: Divisions
  private let own: Index
  private let home: Substring

  init(_ divisions: Divisions) {
    self.divisions = divisions
    own = Index(divisions.all, customary: \.customary)
    home = divisions.isNation ? "" : divisions.all.first?.id.prefix(2) ?? ""
  }

  /// All divisions of the country but the counties of what is not counted with it.
  private static let country: Index = {
    let records = Resource.named("divisions-cn.csv").map { CSVReader($0.bytes).records() } ?? []
    let all = records.compactMap { record -> Division? in
      let level = Division.Level(rawValue: record["level"]) ?? .county
      let code = record["code"]
      if level != .province, ["71", "81", "82"].contains(where: { code.hasPrefix($0) }) {
        return nil
      }
      return Division(
        id: code, parent: record["parent"].isEmpty ? nil : record["parent"], level: level,
        name: record["name_zh"], short: record["short_zh"], english: record["name_en"],
        pinyin: record["pinyin"])
    }
    // 河南县 of another province is what 河南县级医院 begins with.
    return Index(all) { $0.level == .city ? $0.customary.filter { $0.count > 2 } : [] }
  }()

  private func isStranger(_ division: Division) -> Bool {
    home.isEmpty ? divisions[division.id] == nil : !division.id.hasPrefix(home)
  }

  /// All that are called so, those of the ledger first.
  private func called(_ name: String) -> [Division] {
    (own.byName[name] ?? []) + (Self.country.byName[name] ?? []).filter(isStranger)
  }

  subscript(code: Division.Code) -> Division? {
    own.byCode[code] ?? Self.country.byCode[code].flatMap { isStranger($0) ? $0 : nil }
  }

  func isOurs(_ division: Division) -> Bool { divisions[division.id] != nil }

  /// The place of another province that a code is of.
  func foreign(code: Division.Code) -> Division? {
    self[code].flatMap { isOurs($0) ? nil : $0 }
  }

  /// The place of another province that a name means, where none of the ledger is called so: a province or a
  /// city by its short name too.
  func foreign(named name: String) -> Division? {
    let found = called(name)
    guard !found.contains(where: isOurs) else { return nil }
    return found.first { $0.level < .county || $0.name == name }
  }

  private var longest: Int { max(own.longest, Self.country.longest) }

  /// What a place lies in, the nearest first.
  func wholes(of division: Division) -> [Division] {
    var (wholes, next) = ([Division](), division.parent)
    while let code = next, let whole = self[code], whole.level > .nation, wholes.count < 3 {
      wholes.append(whole)
      next = whole.parent
    }
    return wholes
  }

  func parts(of division: Division) -> [Division] {
    let children = isOurs(division) ? own.children : Self.country.children
    let parts = children[division.id] ?? []
    guard division.level == .province else { return parts }
    return parts + parts.flatMap { children[$0.id] ?? [] }
  }

  /// A place with all that it lies in: 江西省南昌市西湖区.
  func whole(_ division: Division) -> Phrase {
    let all = wholes(of: division).filter { $0.id != divisions.province }
    return Phrase(
      (all.reversed() + [division]).map(\.name).joined(),
      ([division] + all).map(\.english).joined(separator: ", "))
  }

  /// The places whose official or customary names stand at a position of a text, the longest name.
  func official(at start: Int, of text: [Character]) -> (length: Int, places: [Division])? {
    let most = min(longest, text.count - start)
    guard most > 1, own.heads.contains(text[start]) || Self.country.heads.contains(text[start])
    else {
      return nil
    }
    for length in stride(from: most, through: 2, by: -1) {
      let name = String(text[start..<(start + length)])
      // 巴州 is customary; 城区 and 城关 are too short to be looked for.
      let all = called(name)
      let found = all.filter { $0.short != name && ($0.name != name || length > 2) }
      if length == 2, found.count < all.count { continue }
      if !found.isEmpty { return (length, found) }
    }
    return nil
  }

  /// The city or province whose name, official or short, a text ends with.
  func whole(before end: Int, of text: [Character]) -> Division? {
    guard end > 1 else { return nil }
    for length in stride(from: min(longest, end), through: 2, by: -1) {
      let name = String(text[(end - length)..<end])
      if let found = called(name).first(where: { $0.level == .city || $0.level == .province }) {
        return found
      }
    }
    return nil
  }
}
