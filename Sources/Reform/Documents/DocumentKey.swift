extension Document {
  /// A key for a document that the ledger does not know: the initials of its number's words, year
  /// and number (国办发〔2025〕12号 gives `gbf-2025-12`); one that is taken gets a letter more.
  public static func key(
    for number: String?, issued: Day?, pinyin: Pinyin, taken: Set<ID>
  ) -> ID {
    let number = number ?? ""
    let words = number.prefix { !"〔[［（(".contains($0) }
    let initials = words.unicodeScalars.compactMap { scalar -> Character? in
      if scalar.isASCII, scalar.properties.isAlphabetic { return Character(scalar) }
      return pinyin.of(scalar).first?.first.map { Character(Unicode.Scalar($0)) }
    }
    let digits = number.dropFirst(words.count).split { !$0.isASCII || !$0.isNumber }
    var parts = [initials.isEmpty ? "doc" : String(initials).lowercased()]
    parts += digits.isEmpty ? issued.map { ["\($0)"] } ?? [] : digits.map(String.init)
    let key = parts.joined(separator: "-")
    guard taken.contains(key) else { return key }
    let letters = (0..<26).compactMap { Unicode.Scalar(97 + $0).map(String.init) }
    return letters.map { key + $0 }.first { !taken.contains($0) } ?? key + "-\(taken.count)"
  }
}
