import Foundation

/// What a bulletin reports of a place (成效): a figure as printed, or a statement without one.
public struct Achievement: Hashable, Codable, Sendable, Identifiable {
  public enum Kind: String, Codable, Sendable {
    case result
    /// What is still to be reached.
    case goal
    /// A limit that something is counted from (65 岁以上).
    case threshold
    /// What it was before (从68.5%提高到74.2%: the first).
    case before
  }

  /// Document and number: `ygxx-2020-11/1`.
  public var id: String
  /// The place it is reported of: a county, or the city where it belongs to several of them.
  public var place: Division.Code
  /// Every place that it belongs to; several where they have it between them.
  public var places: [Division.Code]
  public var theme: String
  /// What was counted, or what is stated, in our own words.
  public var what: Phrase
  /// Nil for a statement without a figure.
  public var value: Decimal?
  public var upper: Decimal?
  /// The unit, with the 万 or 亿 of the number (万人).
  public var unit: String
  /// 多, 余, 以上: as printed beside the number.
  public var qualifier: String?
  public var kind: Kind
  /// Where in the bulletin it stands.
  public var section: String
  /// The figure as printed, blanks left out (43万多, 超过15%); empty for a statement.
  public var printed: String
  /// Figures with the same number stand in one fact.
  public var fact: Int?
  /// Tells the words it was read from, without holding them (`BulletinReader`).
  public var mark: String?

  public init(
    id: String, place: Division.Code, places: [Division.Code] = [], theme: String, what: Phrase,
    value: Decimal? = nil, upper: Decimal? = nil, unit: String = "", qualifier: String? = nil,
    kind: Kind = .result, section: String = "", printed: String? = nil, fact: Int? = nil,
    mark: String? = nil
  ) {
    (self.id, self.place, self.theme, self.what) = (id, place, theme, what)
    self.places = places.isEmpty ? [place] : places
    (self.value, self.upper, self.unit, self.qualifier) = (value, upper, unit, qualifier)
    (self.kind, self.section, self.fact, self.mark) = (kind, section, fact, mark)
    self.printed = printed ?? value.map { "\($0)\(unit)\(qualifier ?? "")" } ?? ""
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try values.decode(String.self, forKey: .id),
      place: try values.decode(String.self, forKey: .place),
      places: try values.decodeIfPresent([String].self, forKey: .places) ?? [],
      theme: try values.decode(String.self, forKey: .theme),
      what: try values.decode(Phrase.self, forKey: .what),
      value: try values.decodeIfPresent(Decimal.self, forKey: .value),
      upper: try values.decodeIfPresent(Decimal.self, forKey: .upper),
      unit: try values.decodeIfPresent(String.self, forKey: .unit) ?? "",
      qualifier: try values.decodeIfPresent(String.self, forKey: .qualifier),
      kind: try values.decode(Kind.self, forKey: .kind),
      section: try values.decodeIfPresent(String.self, forKey: .section) ?? "",
      printed: try values.decodeIfPresent(String.self, forKey: .printed),
      fact: try values.decodeIfPresent(Int.self, forKey: .fact),
      mark: try values.decodeIfPresent(String.self, forKey: .mark))
  }

  public var document: Document.ID { String(id.prefix { $0 != "/" }) }

  /// Whether it is reported of a place; a city shows what its counties have achieved too.
  public func concerns(_ place: Division.Code, in divisions: Divisions) -> Bool {
    let isCity = divisions[place]?.level == .city
    return places.contains { $0 == place || isCity && divisions.isWithin($0, place) }
  }
}

// MARK: - Drafts

extension Achievement {
  /// What a filed fact reports: each figure, or the statement itself.
  public static func filed(
    _ fact: ReformTask, of document: Document, number: Int, section: String
  ) -> [Achievement] {
    let codes = fact.places.map(\.code)
    let place = codes.count == 1 ? codes[0] : document.region
    let mark = fact.clause
    guard !fact.targets.isEmpty else {
      return [
        Achievement(
          id: fact.id, place: place, places: codes, theme: fact.theme, what: fact.title,
          section: section, fact: number, mark: mark)
      ]
    }
    return fact.targets.enumerated().map { index, figure in
      let what = figure.metric.zh.isEmpty ? fact.title : figure.metric
      return Achievement(
        id: fact.targets.count == 1 ? fact.id : "\(fact.id)/\(index + 1)", place: place,
        places: codes, theme: fact.theme, what: what, value: figure.value, upper: figure.upper,
        unit: figure.unit, qualifier: figure.reported?.qualifier,
        kind: figure.reported?.kind ?? .result, section: section,
        printed: figure.reported?.printed, fact: number, mark: mark)
    }
  }

  /// Facts of a document as they are held, by the mark of their words, to be held against a reading.
  public static func held(
    _ achievements: [Achievement], of document: Document
  ) -> [String: ReformTask] {
    let own = achievements.filter { $0.document == document.id && $0.mark != nil }
    return Dictionary(grouping: own) { $0.mark ?? "" }.mapValues { facts in
      let first = facts[0]
      var task = ReformTask(
        id: document.id + "/" + (first.mark ?? ""), document: document.id, clause: first.mark ?? "",
        title: first.what, theme: first.theme)
      if first.places != [document.region] {
        task.places = first.places.map { NamedPlace($0, .named) }
      }
      task.targets = facts.compactMap { item in
        item.value.map { value in
          var target = TaskTarget(
            metric: item.what, op: item.upper == nil ? .equal : .range, value: value,
            upper: item.upper, unit: item.unit)
          target.reported = .init(
            printed: item.printed, qualifier: item.qualifier, kind: item.kind)
          return target
        }
      }
      return task
    }
  }
}
