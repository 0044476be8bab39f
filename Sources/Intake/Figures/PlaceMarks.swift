import Foundation

/// Marks behind or in front of a name, which point at a note and are no part of it: 孝义市*, 孝义市①.
enum PlaceMarks {
  private static let signs: Set<Character> = [
    "*", "★", "☆", "※", "#", "△", "▲", "●", "◆", "†", "‡", "^", "¹", "²", "³", "⁴", "⁵",
  ]

  /// The name without its marks; the name itself where nothing else is in it.
  static func without(_ name: String) -> String {
    guard let last = name.last, let first = name.first,
      isSign(last) || isSign(first) || ")）]】".contains(last) || last.isNumber
    else { return name }
    var rest = Substring(name)
    while let first = rest.first, signs.contains(first) { rest = rest.dropFirst() }
    while let shorter = shortened(rest) { rest = shorter }
    return rest.isEmpty ? name : String(rest)
  }

  private static func isSign(_ sign: Character) -> Bool {
    signs.contains(sign) || ("①"..."⑳").contains(sign)
  }

  private static func shortened(_ name: Substring) -> Substring? {
    if let last = name.last, isSign(last) || last == " " || last == "\u{3000}" {
      return name.dropLast()
    }
    let note = "(?:[（(\\[【]注?释?[:：]?[0-9①-⑳*]{1,2}[）)\\]】]|[（(\\[【]见?注[）)\\]】]|注[0-9]{1,2})$"
    guard let range = name.range(of: note, options: .regularExpression),
      range.lowerBound > name.startIndex
    else { return nil }
    return name[..<range.lowerBound]
  }

  /// A name and what stands in brackets behind it; nil where nothing does.
  static func parted(_ name: String) -> (head: String, inner: String)? {
    guard let last = name.last, "）)".contains(last),
      let open = name.lastIndex(where: { "（(".contains($0) }), open > name.startIndex
    else { return nil }
    let inner = name[name.index(after: open)...].dropLast()
    return (String(name[..<open]).trimmingCharacters(in: .whitespaces), String(inner))
  }
}
