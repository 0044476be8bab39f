import Reform

/// What places are called where screens speak of all of them.
extension Parting {
  /// The places of a ledger: cities (地市), of a municipality its districts.
  var places: Phrase {
    switch self {
    case .cities, .counties: Words.Places.title
    case .provinces: Phrase("地区", Words.Places.title.en)
    default: Phrase(one.zh, Words.Places.title.en)
    }
  }

  /// Tasks in groups by what the place that is looked at is made of.
  var byPlace: Phrase {
    let places = self == .provinces ? one : places
    return Phrase("按\(places.zh)", "by \(self == .counties ? Parting.cities.one.en : one.en)")
  }

  /// The heading of the league.
  var league: Phrase {
    let en = all.en
    return Phrase(
      "\(self == .cities ? places.zh : one.zh)进度榜",
      "\(en.prefix(1).uppercased())\(en.dropFirst()) by progress")
  }
}
