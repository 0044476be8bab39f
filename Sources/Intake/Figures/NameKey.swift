import Foundation

/// Names made alike, so that they can be compared.
public enum NameKey {
  /// Half-width, small letters, without blanks and what is not seen.
  static func folded(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let value = scalar.value.folded
      guard !value.isBlank, !value.isInvisible, value != 0x0A else { continue }
      let small = (0x41...0x5A).contains(value) ? value + 0x20 : value
      view.append(Unicode.Scalar(small) ?? "\u{FFFD}")
    }
    return String(view)
  }

  /// Half-width, with a blank wherever one or more stand.
  static func spaced(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let value = scalar.value.folded
      let isBlank = value.isBlank || value == 0x0A
      if isBlank, view.last == " " { continue }
      view.append(isBlank ? " " : Unicode.Scalar(value) ?? "\u{FFFD}")
    }
    return String(view)
  }

  /// Without what stands in brackets.
  static func withoutBrackets(_ folded: String) -> String {
    var (kept, depth) = ("", 0)
    for sign in folded {
      if sign == "(" || sign == "[" { depth += 1 }
      if depth == 0 { kept.append(sign) }
      if sign == ")" || sign == "]" { depth = max(0, depth - 1) }
    }
    return kept
  }

  /// How many signs must be changed to make one name of the other, up to a limit.
  public static func distance(_ one: String, _ other: String) -> Int {
    let (one, other) = (Array(one.unicodeScalars), Array(other.unicodeScalars))
    var row = Array(0...other.count)
    for (index, sign) in one.enumerated() {
      var (diagonal, left) = (row[0], index + 1)
      row[0] = left
      for column in other.indices {
        let change = diagonal + (sign == other[column] ? 0 : 1)
        diagonal = row[column + 1]
        left = min(change, diagonal + 1, left + 1)
        row[column + 1] = left
      }
    }
    return row[other.count]
  }
}
