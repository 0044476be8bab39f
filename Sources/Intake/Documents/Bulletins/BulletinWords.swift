/// The words by which a bulletin's figures are known (`Resources/bulletin-words.csv`).
struct BulletinWords: Sendable {
  /// What is counted (名, 人次, 万元 without its 万).
  private(set) var units = WordTrie<Void>()
  /// What may be counted with Chinese numerals (三个处方, 十大行动).
  private(set) var counted = WordTrie<Void>()
  /// What may be counted with 一.
  private(set) var one = WordTrie<Void>()
  /// Qualifiers before a number, each with the characters before which it is none.
  private(set) var before = WordTrie<Set<UInt32>>()
  private(set) var inside = WordTrie<Void>()
  private(set) var after = WordTrie<Void>()
  private(set) var phrases = WordTrie<Void>()
  private(set) var goals = WordTrie<Set<UInt32>>()
  /// What speaks of the whole region, and of none of its parts.
  private(set) var everywhere = WordTrie<Void>()
  /// What begins or ends a part of a sentence that states nothing by itself.
  private(set) var bound = WordTrie<Void>()
  private(set) var closing = WordTrie<Void>()
  /// What paragraphs begin with that report nothing.
  private(set) var tails = WordTrie<Void>()

  static let bundled = BulletinWords(
    Resource.named("bulletin-words.csv").map { CSVReader($0.bytes).records() } ?? [])

  init(_ records: [CSVReader.Record]) {
    for record in records {
      let word = scalars(record["word"])
      let except = Set(scalars(record["except"]))
      switch record["kind"] {
      case "unit": units.insert(word, ())
      case "counted": counted.insert(word, ())
      case "one": one.insert(word, ())
      case "before": before.insert(word.reversed(), except)
      case "inside": inside.insert(word, ())
      case "after": after.insert(word, ())
      case "phrase": phrases.insert(word, ())
      case "goal": goals.insert(word, except)
      case "everywhere": everywhere.insert(word, ())
      case "bound": bound.insert(word, ())
      case "closing": closing.insert(word.reversed(), ())
      case "tail": tails.insert(word, ())
      default: break
      }
    }
  }
}
