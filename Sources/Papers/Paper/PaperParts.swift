import Reform

/// What a template can name in a paper.
extension Paper {
  /// Which paper it is; each has a template of its own.
  public enum Kind: String, Sendable, CaseIterable {
    case minutes
    case slip
    case circular
    case reminder
    case brief
    case settlement
    case since
    case report

    public var words: Phrase {
      switch self {
      case .minutes: Phrase("会议纪要", "minutes")
      case .slip: Phrase("督办单", "slip")
      case .circular: Phrase("通报", "circular")
      case .reminder: Phrase("催报单", "reminder")
      case .brief: Phrase("简况", "brief")
      case .settlement: Phrase("结算单", "settlement")
      case .since: Phrase("变化", "changes")
      case .report: Phrase("月报、年报", "report")
      }
    }
  }

  /// What something is called in templates: in Chinese, and by a key of letters and digits that is
  /// its English name too.
  struct Name: Hashable, Sendable {
    var zh: String
    var key: String

    init(_ zh: String, key: String) { (self.zh, self.key) = (zh, key) }
  }

  /// Some blocks under a name; none where there is nothing to say.
  struct Part: Hashable, Sendable {
    var name: Name
    var blocks: [Block]

    init(_ name: Name, _ blocks: [Block]) { (self.name, self.blocks) = (name, blocks) }

    init(_ zh: String, key: String, _ blocks: [Block]) { self.init(Name(zh, key: key), blocks) }

    /// The words of the heading that it begins with; empty where it has none.
    var heading: String {
      guard case .heading(_, let text) = blocks.first else { return "" }
      return text
    }

    /// What stands below its heading.
    var body: [Block] { heading.isEmpty ? blocks : Array(blocks.dropFirst()) }
  }

  /// Words under a name, or rows of words whose columns have names.
  struct Fact: Hashable, Sendable {
    enum Value: Hashable, Sendable {
      case text(String)
      case rows([Name], [[String]])
    }

    var name: Name
    var value: Value

    init(_ name: Name, _ text: String) { (self.name, value) = (name, .text(text)) }

    init(_ zh: String, key: String, _ text: String) { self.init(Name(zh, key: key), text) }

    init(_ zh: String, key: String, _ columns: [Name], _ rows: [[String]]) {
      (name, value) = (Name(zh, key: key), .rows(columns, rows))
    }
  }

  /// Lays the parts one below another, and keeps them and `facts` for the template of its kind.
  mutating func lay(_ parts: [Part], _ facts: [Fact] = [], as kind: Kind) {
    self.kind = kind
    (self.parts, self.facts) = (parts, facts)
    blocks = parts.flatMap(\.blocks)
  }

  /// What every paper has beside its own facts.
  var allFacts: [Fact] {
    [
      Fact("题目", key: "title", title), Fact("文号", key: "number", number ?? ""),
      Fact("截至", key: "asOf", PaperWords.day(day)(language)),
    ] + facts
  }
}
