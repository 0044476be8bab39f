/// How the clauses of a document are named by whoever rests a task on one.
public struct ClauseNames: Sendable {
  private let clauses: [Clause]

  public init(_ document: Document.ID, in catalogue: Catalogue) {
    clauses = (catalogue.clauses[document] ?? []).filter { !$0.section.zh.hasPrefix("手工设立") }
  }

  /// Whether no clause of the document is known, so that nothing can be looked up.
  public var isEmpty: Bool { clauses.isEmpty }

  /// The clause of a name, as it is written in the ledger; nil where none is called so.
  public func find(_ name: String) -> String? {
    let wanted = Self.plain(name)
    return clauses.first {
      [$0.path, $0.place.zh, $0.place.en].contains { Self.plain($0) == wanted }
    }?.place.zh
  }

  /// That no clause is called so, and how those that are known are written.
  public func unknown(_ name: String) -> Phrase {
    let shown = clauses.prefix(3) + clauses.dropFirst(3).suffix(1)
    let (zh, en) = (shown.map(\.place.zh), shown.map(\.place.en))
    return Phrase(
      "这份文件里没有叫“\(name)”的条款；写法如 \(zh.joined(separator: "、"))，共 \(clauses.count) 条。",
      "The document has no clause “\(name)”; they are written \(en.joined(separator: ", ")), "
        + "\(clauses.count) in all.")
  }

  /// Without blanks, brackets of one width, in small letters.
  private static func plain(_ name: String) -> String {
    name.lowercased().filter { !$0.isWhitespace }
      .replacing("(", with: "（").replacing(")", with: "）")
  }
}
