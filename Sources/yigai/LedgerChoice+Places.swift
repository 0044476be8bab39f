import Bundle
import Intake
import Reform

/// How a place is named on the command line.
extension LedgerChoice {
  /// The place of a name.
  ///
  /// Of several it is the only one above all others (of cz the city), where `likest` is there to be
  /// told; else it is asked for. Throws where there is none, too.
  static func find(
    _ name: String, in divisions: Divisions, likest: ((Phrase) -> Void)? = nil
  ) throws -> Division {
    if let found = divisions.find(name) { return found }
    var several = divisions.called(name)
    if several.isEmpty { several = spelled(name, in: divisions) }
    if several.count == 1 { return several[0] }
    if let likest, let first = highest(of: several) {
      let others = listed(several.filter { $0.id != first.id }, in: divisions)
      likest(
        Phrase(
          "“\(name)”按\(first.name)办；也可能是 \(others.zh)，要看它请用代码。",
          "“\(name)” is taken for \(first.english); for \(others.en), use the code."))
      return first
    }
    guard several.isEmpty else {
      let list = listed(several, in: divisions)
      throw Fault(
        "叫“\(name)”的地区不止一个，请用代码：\(list.zh)。",
        "Several places are called “\(name)”; use a code: \(list.en).", exitCode: 2)
    }
    throw unknown(name, in: divisions)
  }

  /// Says how places are named, by one of the ledger's own.
  private static func unknown(_ name: String, in divisions: Divisions) -> Fault {
    guard let province = divisions.all.first, let place = divisions.parts(of: province.id).first
    else {
      return Fault("没有叫“\(name)”的地区。", "There is no place “\(name)”.", exitCode: 2)
    }
    let whole = divisions.parts(of: place.id).first.map { "、\(place.name)\($0.name)" } ?? ""
    return Fault(
      "\(province.name)没有叫“\(name)”的地区；可用名称（\(place.short)\(whole)）、拼音（\(place.pinyin)）、"
        + "首字母或代码（\(place.id)）。",
      "There is no place “\(name)” in \(province.english); give a name (\(place.english)), pinyin "
        + "(\(place.pinyin)), initials or a code (\(place.id)).", exitCode: 2)
  }

  /// The one among several that is above all others; nil where two are alike.
  private static func highest(of several: [Division]) -> Division? {
    guard let level = several.map(\.level).min() else { return nil }
    let high = several.filter { $0.level == level }
    return high.count == 1 ? high[0] : nil
  }

  /// Places with their codes and what they lie in.
  private static func listed(_ places: [Division], in divisions: Divisions) -> Phrase {
    func list(_ language: Language) -> String {
      places.map { place in
        let whole = place.parent.flatMap { divisions[$0] }
        return language == .zh
          ? "\(place.id) \(whole?.short ?? "")\(place.name)"
          : "\(place.id) \(place.english)" + (whole.map { " in \($0.english)" } ?? "")
      }.joined(separator: language == .zh ? "、" : ", ")
    }
    return Phrase(list(.zh), list(.en))
  }

  /// Those whose name is spelled so from its first letter to its last (sd).
  private static func spelled(_ name: String, in divisions: Divisions) -> [Division] {
    guard name.allSatisfy(\.isASCII), name.contains(where: \.isLetter) else { return [] }
    let query = SearchQuery(name, pinyin: BundledCatalogue.pinyin())
    return divisions.all.filter {
      query.range(in: $0.short) == 0..<$0.short.unicodeScalars.count
        || query.range(in: $0.name) == 0..<$0.name.unicodeScalars.count
    }
  }
}
