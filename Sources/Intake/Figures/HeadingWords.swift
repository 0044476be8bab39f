import Reform

/// What a word in a heading does to the number below it.
enum HeadRole: String, Sendable {
  /// This year's (本年、当年).
  case current
  /// The year before's (上年、去年同期).
  case last
  /// Not what was, but what is meant to be (计划、预算、目标).
  case plan
  case actual
  /// A part of what stands beside (其中).
  case part
  case total
  /// Computed from others (同比、增减、排名).
  case computed = "reckoned"
  /// Ends a name without changing it (数、金额).
  case ending
  /// Says nothing that changes a number (情况、数据).
  case neutral
}

/// The words of headings that are no names, of `heading-words.csv`; an office may add to them.
struct HeadingWords: Sendable {
  /// Words that are taken off the ends of a heading, the longest first.
  private let ends: [(word: String, role: HeadRole)]
  /// Words that say nothing, the longest first.
  private let neutral: [String]

  init() {
    let records = Resource.named("heading-words.csv").map { CSVReader($0.bytes).records() } ?? []
    var (ends, neutral): ([(String, HeadRole)], [String]) = ([], [])
    for record in records {
      guard let role = HeadRole(rawValue: record["role"]) else { continue }
      let word = NameKey.folded(record["word"])
      if role == .neutral { neutral.append(word) } else { ends.append((word, role)) }
    }
    self.ends = ends.sorted { ($0.0.count, $0.0) > ($1.0.count, $1.0) }
    self.neutral = neutral.sorted { ($0.count, $0) > ($1.count, $1) }
  }

  /// Takes the longest known word off either end; nil where neither end is one.
  func strip(_ name: inout String) -> HeadRole? {
    for (word, role) in ends {
      if name.hasPrefix(word), role != .ending {
        name.removeFirst(word.count)
      } else if name.hasSuffix(word), role != .part {
        name.removeLast(word.count)
      } else {
        continue
      }
      return role
    }
    return nil
  }

  /// Words that say nothing above the names of numbers, and name a part of them below (收入 over 医疗收入, 人员
  /// below 业务支出).
  private static let things: Set<String> = [
    "收入", "支出", "费用", "诊疗", "医疗", "人员", "人次", "占比", "比例", "比重", "收支", "构成", "项目", "内容",
  ]

  /// What is left of words when all that say nothing are taken out of them, wherever they stand.
  func meant(_ words: String) -> String { rest(words, without: neutral) }

  /// The same of words that stand below a name or in brackets behind it.
  func plain(_ words: String) -> String {
    rest(words, without: neutral.filter { !Self.things.contains($0) })
  }

  private func rest(_ words: String, without neutral: [String]) -> String {
    var rest = words
    for word in neutral where rest.contains(word) {
      rest = rest.replacingOccurrences(of: word, with: "")
    }
    return rest.filter { !",.、:;-_/()[]#*".contains($0) }
  }
}
