import Reform

/// A paper that leaves the office (公文), as a value: DOCX, HTML and Markdown are written from it.
public struct Paper: Hashable, Sendable {
  public var title: String
  /// The number (文号), where the office has given it one.
  public var number: String?
  /// The day as of which it speaks.
  public var day: Day
  public var language: Language
  /// Whether what it says is made up, which every page then says.
  public var isSample: Bool
  /// Whether it may still change, which every page then says (稿).
  public var isDraft = false
  public var blocks: [Block]
  /// Whose template arranges it; nil where it has none.
  public internal(set) var kind: Kind?
  var parts: [Part] = []
  var facts: [Fact] = []

  /// What stands below another on a paper.
  public enum Block: Hashable, Sendable {
    /// A heading of level 1 to 3; its number follows from the headings before it.
    case heading(Int, String)
    case paragraph(String)
    /// Whom it is addressed to (主送机关), without an indent.
    case address(String)
    /// Items that are numbered from 1.
    case list([String])
    case table(PaperTable)
    case chart(PaperChart)
    /// Where numbers come from, in smaller letters (注).
    case note(String)
    case pageBreak
    /// Who signs, and the day of the signature (成文日期).
    case signature(unit: String, day: Day)
  }

  public init(
    title: String, number: String? = nil, day: Day, language: Language, isSample: Bool,
    blocks: [Block] = []
  ) {
    (self.title, self.number, self.day) = (title, number, day)
    (self.language, self.isSample, self.blocks) = (language, isSample, blocks)
  }

  /// What stands on every page: the day as of which it speaks, and that it is a draft or made up
  /// where it is.
  public var remark: String {
    let words =
      [PaperWords.asOf(day)] + (isDraft ? [PaperWords.draft] : [])
      + (isSample ? [PaperWords.madeUp] : [])
    return words.map { $0(language) }.joined(separator: PaperWords.apart(language))
  }

  /// The blocks with the numbers of headings written out, as GB/T 9704 has them (一、 then （一）).
  public var numbered: [Block] {
    var counts = [0, 0, 0]
    return blocks.map { block in
      guard case .heading(let asked, let text) = block else { return block }
      let level = min(max(asked, 1), 3)
      counts[level - 1] += 1
      for below in level..<3 { counts[below] = 0 }
      return .heading(level, Self.number(counts, level, language) + text)
    }
  }

  private static func number(_ counts: [Int], _ level: Int, _ language: Language) -> String {
    guard language == .zh else {
      return counts.prefix(level).map(String.init).joined(separator: ".")
        + (level == 1 ? ". " : " ")
    }
    switch level {
    case 1: return chinese(counts[0]) + "、"
    case 2: return "（" + chinese(counts[1]) + "）"
    default: return "\(counts[2])."
    }
  }

  /// A number from 1 to 99 in Chinese characters; others in digits.
  static func chinese(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    guard (1...99).contains(number) else { return "\(number)" }
    let (tens, ones) = (number / 10, number % 10)
    guard tens > 0 else { return digits[ones] }
    return (tens == 1 ? "" : digits[tens]) + "十" + digits[ones]
  }
}

/// A table on a paper, as wide as its text.
public struct PaperTable: Hashable, Sendable {
  /// A column: its title, and its share of the width.
  public struct Column: Hashable, Sendable {
    public var title: String
    /// Beside those of the other columns; only their ratio counts.
    public var share: Int
    public var isCentered: Bool

    public init(_ title: String, share: Int, isCentered: Bool = false) {
      (self.title, self.share, self.isCentered) = (title, max(1, share), isCentered)
    }
  }

  public var columns: [Column]
  /// Each with as many cells as there are columns.
  public var rows: [[String]]
  /// Whether its rows have room to write in by hand.
  public var isRoomy = false

  public init(_ columns: [Column], rows: [[String]]) {
    self.columns = columns
    self.rows = rows.map { row in
      Array((row + Array(repeating: "", count: columns.count)).prefix(columns.count))
    }
  }

  /// Columns of a report by their keys, each with its share of the width; what the report does not
  /// have is left out.
  public init(_ table: Table, _ shares: [(key: String, share: Int)], centered: Set<String> = []) {
    let found = shares.compactMap { key, share in
      table.heads.firstIndex { $0.key == key && !$0.name.zh.isEmpty }.map { ($0, key, share) }
    }
    self.init(
      found.map { index, key, share in
        Column(
          table.heads[index].title(table.language), share: share,
          isCentered: centered.contains(key))
      },
      rows: table.rows.map { row in
        found.map { index, _, _ in index < row.count ? row[index].said : "" }
      })
  }

  /// The widths of the columns, which come to `width` together.
  func widths(of width: Int) -> [Int] {
    let all = columns.reduce(0) { $0 + $1.share }
    var (widths, left, shares) = ([Int](), width, all)
    for column in columns {
      let own = left * column.share / max(1, shares)
      widths.append(own)
      left -= own
      shares -= column.share
    }
    return widths
  }
}
