/// What the parts of a place are, for the words about all of them.
public enum Parting: Hashable, Sendable, CaseIterable {
  /// Of the whole country.
  case provinces
  case cities
  /// Cities, and prefectures or leagues beside them (自治州、盟、地区).
  case prefectures
  /// Cities, and counties that lie in none (海南省琼海市).
  case both
  /// Of a municipality, which has no cities: districts and a few counties (区县).
  case districts
  /// Of a city.
  case counties

  /// 各市: all of them, in a heading or in a sentence.
  public var all: Phrase {
    switch self {
    case .provinces: Phrase("各省", "provinces")
    case .cities: Phrase("各市", "cities")
    case .prefectures: Phrase("各市州", "cities and prefectures")
    case .both: Phrase("各市县", "cities and counties")
    case .districts: Phrase("各区县", "districts and counties")
    case .counties: Phrase("各县", "counties")
    }
  }

  /// What one of them is, as behind a number: 11 个市.
  public var one: Phrase {
    switch self {
    case .provinces: Phrase("省", "province")
    case .cities: Phrase("市", "city")
    case .prefectures: Phrase("市州", "city or prefecture")
    case .both: Phrase("市县", "city or county")
    case .districts: Phrase("区县", "district or county")
    case .counties: Phrase("县", "county")
    }
  }

  /// So many of them: 31 个省.
  public func counted(_ count: Int) -> Phrase {
    Phrase("\(count) 个\(one.zh)", "\(count) \(count == 1 ? one.en : all.en)")
  }
}

extension Divisions {
  /// What a task for every city has lines for in a region: of the whole country cities, and the counties
  /// that lie in none.
  public func partingOfCities(in region: Division.Code) -> Parting {
    self[region]?.level == .nation ? .both : parting(of: ground(of: region))
  }

  /// What the places of a level are that are compared in a region.
  public func parting(of level: Division.Level, in region: Division.Code) -> Parting {
    switch level {
    case .nation, .province: .provinces
    case .city: self[region]?.level == .nation ? .both : parting(of: region)
    case .county, .own: parting(of: region) == .districts ? .districts : .counties
    }
  }

  /// What the parts of a place are; of one without any, cities.
  public func parting(of place: Division.Code) -> Parting {
    // Asked at every frame: nothing is copied.
    var (hasCities, hasCounties, areCities) = (false, false, true)
    for part in children[place] ?? [] {
      switch all[part].level {
      case .province: return .provinces
      case .city: hasCities = true
      case .county: hasCounties = true
      case .nation, .own: break
      }
      if !all[part].name.utf8.suffix(3).elementsEqual("市".utf8) { areCities = false }
    }
    guard hasCities else {
      guard hasCounties else { return .cities }
      return self[place]?.level == .city ? .counties : .districts
    }
    return hasCounties ? .both : areCities ? .cities : .prefectures
  }
}

extension Division {
  /// What the words of a document call the level of a province: 省, 市 or 自治区; 国家 for the whole
  /// country.
  public var ruling: String {
    if level == .nation { return "国家" }
    if name.hasSuffix("自治区") { return "自治区" }
    return name.hasSuffix("市") ? "市" : "省"
  }
}
