import Foundation
import Reform

/// Places that titles name.
extension PlaceFinder {
  /// What titles name, one after another; a short name where it is all of a text (长治).
  func mentions(in titles: [String], in city: Division.Code? = nil) -> [TitleReader.Mention] {
    titles.reduce(into: []) { all, title in
      let folded = NameKey.folded(title)
      guard folded.unicodeScalars.count <= 80 else { return }
      let found = reader.mentions(in: folded)
      all += found.isEmpty ? lone(folded, in: city) : found
    }
  }

  /// What a text is that names no place in full: a short name, or an own level.
  private func lone(_ text: String, in city: Division.Code?) -> [TitleReader.Mention] {
    if divisions.isNation, text.contains("全国") { return divisions.all.prefix(1).map { .place($0) } }
    switch find(text, in: city) {
    case .place(let short) where short.level != .county: return [.place(short)]
    case .ownOfNone: return [.ownLevel]
    default: return gazetteer.foreign(named: text).map { [.foreign($0)] } ?? []
    }
  }

  /// What titles say together.
  func places(of titles: [String], over base: TitlePlaces = TitlePlaces()) -> TitlePlaces {
    TitlePlaces(mentions(in: titles, in: base.city), divisions).over(base, divisions)
  }
}
