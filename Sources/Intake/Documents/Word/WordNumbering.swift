import Reform

/// The numbering that Word counts by itself and keeps out of the text.
struct WordNumbering {
  struct Level {
    var start = 1
    var format = "decimal"
    var pattern = "%1."
    /// All numbers of the pattern are Arabic (isLgl).
    var isArabic = false
    /// The level behind which it begins again; 0 for never, nil for any that stands higher.
    var restart: Int?
    /// The paragraph style that stands for this level.
    var style: String?
  }

  /// A list of the document (w:num): which definition it follows, and what it changes of it.
  struct List {
    var abstract = ""
    var levels: [Int: Level] = [:]
    var starts: [Int: Int] = [:]
  }

  private let lists: [String: List]
  private let abstract: [String: [Int: Level]]
  private var counts: [String: [Int: Int]] = [:]
  /// Lists that have begun: their own start counts once.
  private var begun: Set<String> = []

  init() { (lists, abstract) = ([:], [:]) }

  init(_ bytes: [UInt8], styles: WordStyles, name: String) throws(Fault) {
    let found = try WordNumberingReader.read(bytes, name: name)
    var abstract = found.abstract
    // A definition that only names a style has the levels of the list which that style follows.
    for (id, style) in found.links {
      guard let number = styles.numbering(of: style)?.number,
        let target = found.lists[number]?.abstract, let levels = found.abstract[target]
      else { continue }
      abstract[id] = levels
    }
    (lists, self.abstract) = (found.lists, abstract)
  }

  /// The depth of a list that a file names; Word has nine.
  static func level(_ text: String?) -> Int? {
    text.flatMap { Int($0) }.flatMap { (0...8).contains($0) ? $0 : nil }
  }

  private func level(_ index: Int, of list: List) -> Level? {
    list.levels[index] ?? abstract[list.abstract]?[index]
  }

  /// The level of a list that belongs to a paragraph style, the first where none does.
  func level(of style: String, in number: String) -> Int {
    guard let list = lists[number] else { return 0 }
    return (0...8).first { level($0, of: list)?.style == style } ?? 0
  }

  /// Counts one paragraph on, and gives the numbering as printed.
  mutating func next(_ number: String, level index: Int) -> Scalars {
    guard let list = lists[number], let own = level(index, of: list), own.format != "bullet",
      own.format != "none"
    else { return [] }
    var count = counts[list.abstract] ?? [:]
    if begun.insert(number).inserted {
      for (level, start) in list.starts { count[level] = start - 1 }
    }
    count[index] = (count[index] ?? start(index, own, list) - 1) + 1
    for deeper in count.keys where deeper > index && restarts(deeper, behind: index, list) {
      count[deeper] = nil
    }
    counts[list.abstract] = count
    return scalars(written(own, count, list))
  }

  private func start(_ index: Int, _ level: Level, _ list: List) -> Int {
    list.starts[index] ?? level.start
  }

  private func restarts(_ deeper: Int, behind index: Int, _ list: List) -> Bool {
    guard let restart = level(deeper, of: list)?.restart else { return true }
    return restart > 0 && index < restart
  }

  private func written(_ own: Level, _ count: [Int: Int], _ list: List) -> String {
    var result = ""
    var isPlace = false
    for sign in own.pattern {
      if isPlace, let index = sign.wholeNumberValue, (1...9).contains(index) {
        let level = level(index - 1, of: list)
        let value = count[index - 1] ?? level.map { start(index - 1, $0, list) } ?? 1
        let format = own.isArabic ? "decimal" : level?.format ?? "decimal"
        result += WordNumberFormat.written(value, format)
      } else if isPlace {
        result += "%" + String(sign)
      } else if sign != "%" {
        result.append(sign)
      }
      isPlace = !isPlace && sign == "%"
    }
    return result
  }
}
