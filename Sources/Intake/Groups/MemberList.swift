import Foundation
import Reform

/// What a cell of members has: one, or several that stand together.
struct MemberList {
  /// The names, each once.
  let names: [String]
  /// Words that count or sum up members instead of naming one (共5家, 各乡镇卫生院).
  private let counted: String?

  init(_ text: String) {
    var names: [String] = []
    for piece in text.split(whereSeparator: { "、；;，,".contains($0) || $0.isNewline }) {
      let name = Self.withoutNumber(piece.trimmingCharacters(in: .whitespaces))
      if !name.isEmpty, !names.contains(name) { names.append(name) }
    }
    self.names = names
    counted = names.first { Self.counts(NameKey.folded($0)) }
  }

  /// That a number of members is no name.
  func refusal(_ place: SourcePlace) -> Finding? {
    guard let counted else { return nil }
    return Finding(
      "not-a-member", .error,
      Phrase(
        "“\(counted)”不是一家机构的名称；请一家一行，写机构名称。",
        "“\(counted)” is no name of an institution; name each in a row of its own."),
      at: place.finding)
  }

  /// What is asked where several stand in a cell: their tier holds for each, numbers of persons for none.
  func findings(_ tier: String, _ place: SourcePlace, counted: SourcePlace?) -> [Finding] {
    let count = names.count
    let asked = Phrase(
      "这一格写了 \(count) 家：\(names.joined(separator: "；"))。各登记为一家，层级都是“\(tier)”；层级不同或本是一家的，请改成一家一行。",
      "This cell has \(count) names: \(names.joined(separator: "; ")). Each is entered as a member, all of tier "
        + "“\(tier)”; where tiers differ, or it is one, give each a row.")
    let refused = Phrase(
      "\(count) 家机构合写一格，人数分不到各家；请一家一行。",
      "\(count) members share a cell, and the persons cannot be told apart; give each a row.")
    return [Finding("several-members", .warning, asked, at: place.finding)]
      + [counted].compactMap(\.self).map {
        Finding("several-members", .error, refused, at: $0.finding)
      }
  }

  /// 1.淳安一院 without its number.
  private static func withoutNumber(_ name: String) -> String {
    name.replacingOccurrences(
      of: "^(?:[0-9]{1,2}[.．、)）]|[（(][0-9]{1,2}[)）]|[①-⑳])\\s*", with: "",
      options: .regularExpression)
  }

  private static func counts(_ name: String) -> Bool {
    let number = "(?:[0-9]+|[一二两三四五六七八九十百]+)"
    let patterns = [
      "^[0-9.]+$", "^其中", "[0-9]+(?:家|个)", "^\(number)家$", "(?:共|计|等|约|余)\(number)(?:家|个|所|间)",
      "^\(number)所$", "等$",
      "^(?:各|所有|全部|其他|其余|下辖|全县|全区|全市).*(?:院|所|室|中心|站|机构|单位)$",
    ]
    return name.count <= 60
      && patterns.contains { name.range(of: $0, options: .regularExpression) != nil }
  }
}

/// A total (小计) that stands where a member would.
struct MemberTotal {
  let column: Int?
  let places: PlaceFinder
  /// The county of the row above.
  let above: Division?

  func stands(in row: SheetRow) -> Bool {
    guard let column, let text = row[column]?.words else { return false }
    return TableWords.total.contains(NameKey.folded(text))
  }

  /// The county that it totals; nil where none stands in the row or is named.
  func county(of row: SheetRow, _ name: String?) -> Division.Code? {
    guard stands(in: row) else { return nil }
    guard let name else { return above?.id }
    let found = places.find(name, in: above?.parent).division
    return found?.level == .county ? found?.id : nil
  }
}
