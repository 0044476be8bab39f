import Mustache
import Reform

/// The template of a paper: its title and what stands below it, in an order and words of the
/// office's own.
///
/// Its text is Mustache with names in Chinese or in English, and lines as in Markdown
/// (`TemplateLines`). What is on every page, and the number, are no matter of templates.
public struct PaperTemplate: Sendable {
  private let text: String
  /// What it is called when it is wrong.
  private let file: String

  /// A text of UTF-8; a byte order mark and either kind of line ends are taken.
  public init(_ bytes: [UInt8], file: String) throws(Fault) {
    let bare = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard let text = String(validating: bare, as: UTF8.self) else {
      throw Fault(
        "\(file) 不是 UTF-8 文本；请另存为 UTF-8。", "\(file) is not UTF-8; save it as UTF-8.")
    }
    self.text = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { PaperText.line(String($0)) }.joined(separator: "\n")
    self.file = file
  }

  /// The paper as the template arranges it.
  ///
  /// Throws a sentence with file, line and name where the template is wrong.
  public func arranged(_ paper: Paper) throws(Fault) -> Paper {
    guard paper.kind != nil else { return paper }
    let names = TemplateNames(paper)
    var tags = TemplateTags(names)
    let keyed = tags.keyed(text)
    if let mistake = tags.mistakes.first { throw fault(mistake, names, tags.mistakes.count - 1) }
    let lines = TemplateLines(try rendered(keyed, names.values), names.blocks)
    guard let title = lines.titles.first, lines.titles.count == 1 else {
      throw Fault(
        "\(file) 要有一行题目（以“# ”开头），现在有 \(lines.titles.count) 行。",
        "\(file) needs one title (a line that begins with “# ”) and has \(lines.titles.count).")
    }
    if let row = lines.tornRows.first {
      throw Fault(
        "\(file) 的表格有一行的格数和表头不同：\(row)",
        "A table of \(file) has a row with more or fewer cells than its head: \(row)")
    }
    var arranged = paper
    (arranged.title, arranged.blocks) = (title, lines.blocks)
    return arranged
  }

  private func rendered(_ keyed: String, _ values: [String: Any]) throws(Fault) -> String {
    do {
      return try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n" + keyed).render(values)
    } catch {
      throw Fault("\(file) 不能作为模板读取。", "\(file) cannot be read as a template.")
    }
  }

  private func fault(_ mistake: TemplateMistake, _ names: TemplateNames, _ more: Int) -> Fault {
    let words = mistake.words(names.list)
    return Fault(
      "\(file) 第 \(mistake.line) 行：\(words.zh)" + (more > 0 ? "（另有 \(more) 处）。" : "。"),
      "\(file), line \(mistake.line): \(words.en)" + (more > 0 ? " (and \(more) more)." : "."))
  }
}
