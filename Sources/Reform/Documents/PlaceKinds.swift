/// The kinds of places that a unit's name speaks of: all cities and counties in 各市、县（市、区）人民政府.
struct PlaceKinds: Hashable, Sendable {
  enum Kind: Hashable, Sendable { case province, city, county }

  private(set) var kinds: Set<Kind> = []

  /// What a name begins with; nil where it is that of one office (市医保局, 县人民政府).
  ///
  /// `level` is that of what the document binds: in one of a city, 各市（区） are counties.
  init?(_ name: String, below level: Division.Level?) {
    var rest = Substring(Self.folded(name))
    for word in Self.openers where rest.hasPrefix(word) { rest = rest.dropFirst(word.count) }
    var isAll = false
    for word in Self.every where rest.hasPrefix(word) {
      rest = rest.dropFirst(word.count)
      isAll = true
      break
    }
    var count = 0
    while !Self.others.contains(where: { rest.hasPrefix($0) }),
      let (words, kind, isMany) = Self.words.first(where: { rest.hasPrefix($0.words) })
    {
      rest = rest.dropFirst(words.count)
      count += 1
      isAll = isAll || isMany
      take(kind, below: level)
      // 区县（市）, 市人民政府（行署）: the bracket is of the same kind.
      if rest.hasPrefix("("), let end = rest.firstIndex(of: ")") {
        rest = rest[rest.index(after: end)...]
      }
      for word in Self.offices where rest.hasPrefix(word) {
        rest = rest.dropFirst(word.count)
        break
      }
      rest = rest.drop { "、和及与".contains($0) }
      if isAll, rest.hasPrefix("各") { rest = rest.dropFirst() }
    }
    // 市、县人民政府 are many, though nothing says 各.
    guard count > 0, isAll || count > 1, !kinds.isEmpty else { return nil }
  }

  private mutating func take(_ word: Word, below level: Division.Level?) {
    let isCity = level == .city
    switch word {
    case .province: kinds.insert(.province)
    case .city: kinds.insert(isCity && !kinds.isDisjoint(with: [.county]) ? .county : .city)
    case .county: kinds.insert(.county)
    case .both: kinds.formUnion([.city, .county])
    case .cityOrDistrict: kinds.insert(isCity ? .county : .city)
    case .region: kinds.insert(level == .nation ? .province : isCity ? .county : .city)
    case .anywhere:
      switch level {
      case .nation?: kinds.insert(.province)
      case .city?: kinds.insert(.county)
      default: kinds.formUnion([.city, .county])
      }
    case .district:
      // 各市、区 of a city's document: its county-level cities and its districts.
      if isCity { kinds.remove(.city) }
      kinds.insert(.county)
    case .township: break
    }
  }

  private enum Word {
    case province, city, county, both, cityOrDistrict, region, anywhere, district, township
  }

  private static let openers = ["由", "全国", "全省", "全区", "全市", "省内", "我省"]
  private static let every = ["各有条件的", "各个", "各", "所有", "全部"]

  /// The longest first; those that are said of many need no 各.
  private static let words: [(words: String, kind: Word, isMany: Bool)] = {
    let province = ["省(自治区、直辖市)", "省(区、市)", "省(市、区)", "省份", "省区市", "自治区", "直辖市", "省"]
    let manyCities = [
      "设区的市", "设区市", "地级以上市", "地级及以上城市", "地级以上城市", "地级市", "副省级城市", "计划单列市", "市(州、盟)", "市(地、州)",
      "市(州)", "州(市)", "市(地)", "地(市)", "地(州、市)", "地州市", "地、州、市", "地州、市", "地、市", "地、州", "盟(市)", "省辖市",
      "直管市", "市州", "州市", "市地", "地市", "盟市", "市盟",
    ]
    let manyCounties = [
      "旗县(市、区)", "旗县(市区)", "旗县(区)", "旗县市区", "旗县区", "旗(县、市、区)", "旗县", "县(市、区、旗)", "县(市、区)", "县(区、市)",
      "县(市区)", "县(区)", "县(市)", "县(旗)", "区(市)县", "区(市、县)", "区(县、市)", "区(县)", "县市区", "区市县", "县区市",
      "县旗",
      "县区", "县市", "区县", "市辖区", "自治县", "自治旗",
    ]
    let all: [(String, Word, Bool)] =
      province.map { ($0, .province, false) } + manyCities.map { ($0, .city, true) }
      + manyCounties.map { ($0, .county, true) }
      + [
        ("市县区", .both, true), ("市县", .both, true), ("市(县、区)", .both, true), ("市(县)", .both, true),
        ("市(区)", .cityOrDistrict, true), ("地区", .region, false), ("地方人民政府", .anywhere, true),
        ("地方政府", .anywhere, true), ("地方党委", .anywhere, true), ("地方", .anywhere, false),
        ("地", .anywhere, false), ("市", .city, false),
        ("州", .city, false), ("盟", .city, false), ("县", .county, false), ("旗", .county, false),
        ("区", .district, false), ("乡镇(街道)", .township, false), ("乡镇", .township, false),
        ("乡(镇)", .township, false), ("镇(街道)", .township, false), ("街道", .township, false),
        ("乡", .township, false), ("镇", .township, false),
      ]
    return all.map { (words: $0.0, kind: $0.1, isMany: $0.2) }
      .sorted { $0.words.count > $1.words.count }
  }()

  /// What may stand between two kinds: 各盟行政公署、市人民政府.
  private static let offices = ["人民政府(行署)", "行署(人民政府)", "行政公署", "人民政府", "政府", "行署"]

  /// Words that begin as a kind of places does, and are none.
  private static let others = [
    "区域", "市场", "市直", "县直", "区直", "州直", "省直", "市属", "省属", "区属", "地震", "地质", "市民", "市容", "市政",
  ]

  private static func folded(_ name: String) -> String {
    String(
      name.compactMap { sign -> Character? in
        switch sign {
        case "（", "〔", "［", "[", "【": "("
        case "）", "〕", "］", "]", "】": ")"
        case "，", ",": "、"
        case _ where sign.isWhitespace: nil
        default: sign
        }
      })
  }
}
