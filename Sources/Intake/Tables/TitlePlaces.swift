import Reform

/// What the titles of a table, or a name of its file or sheet, say together of the place that it is of.
struct TitlePlaces: Hashable {
  /// Why titles that name places do not say which one the table is of.
  enum Doubt: Hashable {
    case several([Division], String)
    case both([Division])
    /// A part of a place that is no division, in the words of the title.
    case part(Division, String)
  }

  /// The place of the table, and the city in which its names are to be looked for.
  var place: Division?
  var city: Division.Code?
  /// The whole ledger, which says only of what province the table is.
  var whole: Division?
  var doubt: Doubt?
  /// A place of another province, where none of the ledger is named.
  var foreign: Division?
  /// Whether it is of the own level of whatever city is named (市本级).
  private var isOwn = false

  init() {}

  init(_ mentions: [TitleReader.Mention], _ divisions: Divisions) {
    var (definite, doubts, parts, strangers) = (
      [Division](), [([Division], String)](), [(Division, String)](), [Division]()
    )
    for mention in mentions {
      switch mention {
      case .place(let place) where place.id == divisions.province: whole = place
      case .place(let place): definite.append(place)
      case .several(let all, let words): doubts.append((all, words))
      case .part(let place, let words): parts.append((place, words))
      case .foreign(let place): strangers.append(place)
      case .ownLevel: isOwn = true
      }
    }
    var open: ([Division], String)?
    for (all, words) in doubts where !definite.contains(where: all.contains) {
      let near = all.filter { one in definite.contains { divisions.isWithin(one.id, $0.id) } }
      if near.count == 1 {
        definite.append(near[0])
      } else {
        open = (near.isEmpty ? all : near, words)
      }
    }
    let leaves = definite.filter { place in
      !definite.contains { $0.id != place.id && divisions.isWithin($0.id, place.id) }
    }
    let all = leaves.reduce(into: [Division]()) { if !$0.contains($1) { $0.append($1) } }
    settle(all, open, parts, strangers, divisions)
    takeOwn(divisions)
  }

  private mutating func takeOwn(_ divisions: Divisions) {
    guard isOwn, let city = place, city.level == .city, let own = divisions.own(of: city.id) else {
      return
    }
    place = own
  }

  private mutating func settle(
    _ leaves: [Division], _ open: ([Division], String)?, _ parts: [(Division, String)],
    _ strangers: [Division], _ divisions: Divisions
  ) {
    if let (all, words) = open {
      doubt = .several(all, words)
      city = Self.common(all, divisions)
    } else if let (of, words) = parts.first(where: { part in
      !leaves.contains { $0.id != part.0.id && divisions.isWithin($0.id, part.0.id) }
    }), leaves.isEmpty || of.id != divisions.province {
      doubt = .part(of, words)
      city = of.id == divisions.province ? nil : divisions.city(of: of.id)
    } else if leaves.count + (leaves.isEmpty ? 0 : strangers.count) > 1 {
      doubt = .both(leaves + strangers)
      city = Self.common(leaves, divisions)
    } else if let place = leaves.first {
      self.place = place
      city = divisions.city(of: place.id)
    } else if whole == nil {
      foreign = strangers.first
    }
  }

  private static func common(_ all: [Division], _ divisions: Divisions) -> Division.Code? {
    let cities = Set(all.map { divisions.city(of: $0.id) })
    return cities.count == 1 ? cities.first : nil
  }

  var isEmpty: Bool {
    place == nil && whole == nil && doubt == nil && foreign == nil && !isOwn
  }

  /// These with what was said before them: a narrower place, or the city of one of several of a name.
  func over(_ base: TitlePlaces, _ divisions: Divisions) -> TitlePlaces {
    guard !isEmpty else { return base }
    var said = self
    said.whole = whole ?? base.whole
    if let place, let below = base.place, divisions.isWithin(below.id, place.id) {
      (said.place, said.city) = (below, base.city)
    }
    if case .several(let all, _)? = doubt, let city = base.city {
      said.take(oneOf: all, in: city, divisions)
    } else if case .several(let all, _)? = base.doubt, doubt == nil, let city, place?.id == city {
      said.take(oneOf: all, in: city, divisions)
    } else if case .part(let of, _)? = base.doubt, doubt == nil, place?.id == of.id {
      said.doubt = base.doubt
    }
    if place == nil, doubt == nil, foreign == nil {
      (said.place, said.city, said.doubt) = (base.place, base.city, base.doubt)
    }
    said.isOwn = isOwn || base.isOwn
    said.takeOwn(divisions)
    return said
  }

  private mutating func take(oneOf all: [Division], in city: Division.Code, _ divisions: Divisions)
  {
    let near = all.filter { divisions.isWithin($0.id, city) }
    guard near.count == 1, let place = near.first else { return }
    (self.place, self.city, doubt) = (place, divisions.city(of: place.id), nil)
  }
}

extension TitlePlaces.Doubt {
  /// Why the table cannot be filed, and what to do.
  func words(_ gazetteer: Gazetteer) -> Phrase {
    switch self {
    case .several(let all, let name):
      let list = all.map { "\($0.id) \(gazetteer.whole($0).zh)" }.joined(separator: "、")
      return Phrase(
        "标题里的“\(name)”不止一个，不知道这张表是哪个的；请在标题里写上所在市，或加一列“地区”：\(list)。",
        "The title's “\(name)” is the name of several places; name the city too, or add a column 地区 (place): "
          + "\(list).")
    case .both(let all):
      let (zh, en) = (
        all.map { gazetteer.whole($0).zh }.joined(separator: "、"),
        all.map { gazetteer.whole($0).en }.joined(separator: "; ")
      )
      return Phrase(
        "标题里有\(zh)，不知道这张表是哪个的；请只写一个，或加一列“地区”。",
        "The titles name \(en); name only the one that the table is of, or add a column 地区 (place)."
      )
    case .part(let place, let name):
      let whole = place.name
      return Phrase(
        "标题写的是“\(name)”，不是\(whole)全部，也不是台账里的县（市、区），没有读入；请并入所在的县（市、区）填报，全部的数请在标题里只写“\(whole)”。",
        "The title says “\(name)”, which is not all of \(place.english) and no county of the ledger, and "
          + "nothing was read; add it to its county, or write “\(whole)” alone where it is of the whole."
      )
    }
  }
}
