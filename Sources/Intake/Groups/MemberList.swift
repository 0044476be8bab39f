import Foundation

/// What a cell of members has: one, or several that stand together.
struct MemberList {
  /// The names, each once.
  let names: [String]
  /// Words that count or sum up members instead of naming one (共5家, 各乡镇卫生院).
  let counted: String?

  init(_ text: String) {
    var names: [String] = []
    for piece in text.split(whereSeparator: { "、；;，,".contains($0) || $0.isNewline }) {
      let name = Self.withoutNumber(piece.trimmingCharacters(in: .whitespaces))
      if !name.isEmpty, !names.contains(name) { names.append(name) }
    }
    self.names = names
    counted = names.first { Self.counts(NameKey.folded($0)) }
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
      "^[0-9.]+$", "[0-9]+(?:家|个)", "^\(number)家$", "(?:共|计|等|约|余)\(number)(?:家|个|所|间)", "^\(number)所$", "等$",
      "^(?:各|所有|全部|其他|其余|下辖|全县|全区|全市).*(?:院|所|室|中心|站|机构|单位)$",
    ]
    return patterns.contains { name.range(of: $0, options: .regularExpression) != nil }
  }
}
