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

/// Names that are of no place of the ledger, or of another than their code.
extension PlaceFinder {
  /// Why a heading that stands among places is none, where it is the name of one.
  func noPlace(_ name: String, in city: Division.Code?) -> RowPlaces.Remark? {
    let kinds = ["省", "市", "区", "县", "旗", "州", "盟", "本级"]
    let isNamed = name.count <= 10 && kinds.contains { name.hasSuffix($0) }
    let found = RowPlaces(finder: self).place(name: name, code: nil, in: city)
    guard !TableWords.isPassed(NameKey.folded(name)), case .refused(let remark) = found else {
      return nil
    }
    let isNear = if case .unknown(.some) = find(name, in: city) { true } else { false }
    return isNamed || isNear || gazetteer.foreign(named: NameKey.folded(name)) != nil ? remark : nil
  }

  /// Whether a code is that of a place of another province that is called as the row is.
  func isStranger(_ code: String, called name: String) -> Bool {
    guard !name.isEmpty, let stranger = gazetteer.foreign(code: code) else { return false }
    let folded = NameKey.folded(name)
    return [stranger.name, stranger.short].contains { folded.hasSuffix($0) }
  }
}
