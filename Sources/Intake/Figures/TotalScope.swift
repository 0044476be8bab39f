import Reform

/// Of what a total says in its own words that it is (全市合计), beside those of its table (合计).
enum TotalScope: Hashable {
  case county
  case city
  case province
  /// 全区: of a district, or of an autonomous region.
  case district

  /// What the name of a total says; nil where it is of its table, or of a place by its name.
  init?(_ name: String) {
    let stem = TableWords.totalStem(name).flatMap { $0.isEmpty ? nil : $0 } ?? name
    // 全州 alone is a county too.
    if name == "全州" { return nil }
    if let scope = Self.exact[stem] {
      self = scope
      return
    }
    // 全市各县 and 全市二级医院 are parts.
    let bare = Self.bare(stem)
    guard let scope = Self.prefixes.first(where: { stem.hasPrefix($0.0) })?.1,
      Self.wholes.contains(bare) || TableWords.total.contains(bare)
    else { return nil }
    self = scope
  }

  /// A name without the words of its whole: 全市各县 adds up 各县.
  static func bare(_ name: String) -> String {
    prefixes.first { name.hasPrefix($0.0) }.map { String(name.dropFirst($0.0.count)) } ?? name
  }

  private static let wholes: Set<String> = [
    "", "公立医院", "各公立医院", "医院", "各医院", "医疗机构", "公立医疗机构", "医疗卫生机构", "各单位", "总", "数",
  ]
  private static let exact: [String: TotalScope] = [
    "市": .city, "省": .province, "自治区": .province, "city": .city, "citywide": .city,
    "province": .province, "provincial": .province, "county": .county,
  ]
  private static let prefixes: [(String, TotalScope)] = [
    ("全市", .city), ("本市", .city), ("我市", .city), ("全省", .province), ("本省", .province),
    ("我省", .province), ("全自治区", .province), ("全县", .county), ("本县", .county), ("我县", .county),
    ("全区", .district), ("本区", .district), ("我区", .district), ("全盟", .city), ("全地区", .city),
    ("全州", .city), ("本州", .city), ("我州", .city),
  ]

  /// The place that is meant: `titles` are what the table is said to be of, the surest first; nil
  /// where nothing says which.
  func place(among divisions: Divisions, of titles: [Division.Code]) -> Division? {
    let first = titles.lazy.compactMap { divisions[$0] }.first
    switch self {
    case .county: return first?.level == .county ? first : nil
    case .district:
      if first?.level == .county { return first }
      return province(among: divisions, of: titles).flatMap { $0.ruling == "自治区" ? $0 : nil }
    case .province: return province(among: divisions, of: titles)
    case .city:
      let cities = titles.lazy.compactMap { divisions[divisions.city(of: $0)] }
      if let city = cities.first(where: { $0.level == .city }) { return city }
      // In a municipality 全市 is all of it.
      return province(among: divisions, of: titles).flatMap { $0.ruling == "市" ? $0 : nil }
    }
  }

  private func province(among divisions: Divisions, of titles: [Division.Code]) -> Division? {
    guard divisions.isNation else { return divisions.all.first }
    return titles.lazy.compactMap { divisions.province(of: $0) }.first.flatMap { divisions[$0] }
  }
}
