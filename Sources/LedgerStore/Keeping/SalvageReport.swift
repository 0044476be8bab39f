import Reform

/// What was saved of a damaged ledger, and what was not.
public struct SalvageReport: Sendable {
  /// An act that is not in the new ledger.
  public struct LostAct: Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
      /// Nothing of it could be read but that it was there.
      case gone
      /// What can be read is not what was entered: something is missing of it or was altered.
      case unlike
      /// Its own content is whole, but that of an act or a task it belongs to is not there.
      case dependent
    }
    public var id: Int
    public var reason: Reason
    /// When and by whom it was entered, as far as that can still be read.
    public var words: String
  }

  /// A table that could not be read to its end.
  public struct BrokenTable: Hashable, Sendable {
    public var name: String
    public var read: Int
    /// How many rows are known to be missing; nil where nothing tells.
    public var missing: Int?
  }

  public var path: String
  /// Acts and entries in the new ledger.
  public var acts = 0
  public var entries = 0
  public var lost: [LostAct] = []
  public var tables: [BrokenTable] = []
  /// Whether the ledger was of a format without seals, in which nothing tells what was altered.
  public var isUnsealed = false
  /// Tasks whose catalogue rows were made anew, from what was filed or from the program.
  public var tasksMissing: [String] = []
  /// What the check still finds in the new ledger.
  public var findings: [Finding] = []

  /// Whether everything that was entered is in the new ledger.
  public var isWhole: Bool { lost.isEmpty && findings.isEmpty && tasksMissing.isEmpty }

  /// What is told of it, a sentence a line.
  public var lines: [Phrase] {
    var lines = tables.map(Self.line)
    lines += Self.reasons.flatMap { reason, words -> [Phrase] in
      let acts = lost.filter { $0.reason == reason }
      guard !acts.isEmpty else { return [] }
      let head = Phrase(
        "没有救回的登记（\(words.zh)）\(acts.count) 次：\(Self.ranges(acts.map(\.id), "、"))",
        "not saved, \(words.en): \(Plural("act").of(acts.count)), \(Self.ranges(acts.map(\.id), ", "))"
      )
      let named = acts.filter { !$0.words.isEmpty }.prefix(20).map { act in
        Phrase("  第 \(act.id) 号：\(act.words)", "  act \(act.id): \(act.words)")
      }
      return [head] + named
    }
    if !tasksMissing.isEmpty {
      let list = tasksMissing.joined(separator: " ")
      lines.append(Phrase("没有救回的任务：\(list)", "tasks not saved: \(list)"))
    }
    if isUnsealed {
      lines.append(
        Phrase(
          "这本台账的格式还没有封记，内容有没有被改动无从核对",
          "the ledger's format has no seals yet: whether what was read is what was entered cannot be told"
        ))
    }
    return lines
  }

  private static let reasons: [(LostAct.Reason, Phrase)] = [
    (.gone, Phrase("读不出来", "cannot be read")),
    (.unlike, Phrase("内容缺失或与登记时不符", "something is missing of it, or is not what was entered")),
    (.dependent, Phrase("所依的登记没有救回", "what it belongs to was not saved")),
  ]

  private static func line(_ table: BrokenTable) -> Phrase {
    let (zh, en) =
      table.missing.map { ("缺 \($0) 行", "\(Plural("row").of($0)) missing") }
      ?? ("缺多少行不知道", "how many are missing is not known")
    return Phrase(
      "表 \(table.name) 有损坏：读出 \(table.read) 行，\(zh)",
      "table \(table.name) is damaged: \(Plural("row").of(table.read)) read, \(en)")
  }

  /// Numbers as ranges: 3, 7-9.
  static func ranges(_ numbers: [Int], _ separator: String) -> String {
    var ranges: [ClosedRange<Int>] = []
    for number in numbers.sorted() {
      if let last = ranges.last, last.upperBound + 1 == number {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: separator)
  }
}
