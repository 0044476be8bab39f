import Reform

extension Opened {
  /// The document that a name means: its id, or its number in any brackets; throws with a way out for none.
  func document(called name: String) throws -> Document {
    if let document = catalogue.document(name) { return document }
    let number = Self.plain(name)
    let found = catalogue.documents.filter { !number.isEmpty && Self.plain($0.number) == number }
    if found.count == 1 { return found[0] }
    let all = found.isEmpty ? catalogue.documents : found
    guard !all.isEmpty else {
      throw Fault(
        "没有文件“\(name)”：台账里还没有文件；用 yigai import document 导入。",
        "No document “\(name)”: the ledger has none yet; yigai import document takes one in.",
        exitCode: 2)
    }
    let keys = all.map { $0.number.isEmpty ? $0.id : "\($0.id)（\($0.number)）" }
      .joined(separator: "、")
    let ids = all.map(\.id).joined(separator: ", ")
    guard found.isEmpty else {
      throw Fault(
        "叫“\(name)”的文件不止一份：\(keys)。", "Several documents are called “\(name)”: \(ids).",
        exitCode: 2)
    }
    throw Fault(
      "没有文件“\(name)”；有 \(keys)。", "No document “\(name)”; there are \(ids).", exitCode: 2)
  }

  /// A number without its brackets and blanks, which everybody writes in his own way.
  private static func plain(_ number: String) -> String {
    String(number.filter { !"〔〕[]［］()（）【】〖〗{}".contains($0) && !$0.isWhitespace })
  }
}
