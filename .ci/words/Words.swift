import Foundation

/// One language's text: literals joined by +, perhaps with code between them.
struct Words {
  var text: String
  /// Where it stands in the source.
  var range: Range<Int>
  /// Whether code stands between its literals, so that nobody but a programmer corrects it.
  var isMixed = false
  /// Before and after the text as it is written.
  var frame = ("\"", "\"")
}

struct Pair {
  var place: String
  var offset: Int
  var role: String
  var zh: Words
  var en: Words
}

func hasHan(_ text: String) -> Bool {
  text.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
}

/// Whether a text is English, perhaps with a Chinese word quoted in it.
func isEnglish(_ text: String) -> Bool {
  let scalars = text.unicodeScalars
  let (han, latin) = (
    scalars.count { hasHan(String($0)) }, scalars.count { $0.isASCII && $0.properties.isAlphabetic }
  )
  return han == 0 || (latin > 2 * han && text.contains(" "))
}
