/// A list of a page, and the numbers that it prints.
struct HTMLList {
  private var number: Int?

  /// A list that begins: numbered where it is `ol` and its style does not say otherwise.
  init(_ tag: HTMLTag) {
    let style = tag["style"]?.lowercased() ?? ""
    let hasNone = style.contains("list-style") && style.contains("none")
    if tag.name == "ol", !hasNone { number = tag.number("start") ?? 1 }
  }

  /// The number of the next item; nil where the list prints none.
  mutating func next(_ tag: HTMLTag) -> Int? {
    guard let own = tag.number("value") ?? number, number != nil, (0..<100_000).contains(own) else {
      return nil
    }
    number = own + 1
    return own
  }

  /// Whether the text of an item begins with a number of its own.
  static func isNumbered(_ page: Scalars, from start: Int) -> Bool {
    var (index, words) = (start, Scalars())
    while index < page.count, index - start < 2000, words.count < 12 {
      if page[index] == 0x3C, let tag = HTMLTag(page, at: index) {
        if tag.name == "li" || tag.name == "ol" || tag.name == "ul" { break }
        index = tag.end
        continue
      }
      let scalar = page[index]
      index += 1
      if words.isEmpty, scalar.isBlank || scalar == Sign.newline { continue }
      words.append(scalar)
    }
    return Marker.read(words, at: 0, limit: words.count) != nil
  }
}
