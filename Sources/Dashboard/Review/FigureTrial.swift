import Cells
import Reform

/// A file of figures as it was read and checked, before anything of it is entered (试读).
public struct FigureTrial: Sendable, Hashable {
  /// The path as it was written, and the digest of what was read from it.
  public var path: String
  public var hash: String
  public var file: String
  /// Heads, then a line for each column that was read or left, in the language of the screen.
  public var cells: [[String]]
  public var findings: [Finding]
  /// How many figures are new, and how many the ledger has already.
  public var count: Int
  public var unchanged: Int
  /// Where the same file was imported before.
  public var known: Phrase?
  /// The last act that the ledger held when it was read.
  public var seen: Int

  public init(
    path: String, hash: String, file: String, cells: [[String]], findings: [Finding], count: Int,
    unchanged: Int, known: Phrase? = nil, seen: Int = 0
  ) {
    (self.path, self.hash, self.file, self.cells) = (path, hash, file, cells)
    (self.findings, self.count, self.unchanged) = (findings, count, unchanged)
    (self.known, self.seen) = (known, seen)
  }

  var isBarred: Bool { findings.contains { $0.severity == .error } }
}

extension FigureTrial {
  /// Shows what the file would enter; Enter enters it where nothing bars it.
  func shown(_ model: Model, in context: Context) -> Request {
    let (trial, language) = (self, model.language)
    let title = Phrase("导入指标数据：\(trial.file)", "Import of figures: \(trial.file)")(language)
    let table = Self.table(trial.cells, width: model.size.columns - 8, model.ruler)
    var said = trial.findings.prefix(30).map { $0.said(language) }
    if trial.findings.count > 30 {
      said.append(
        Phrase("…… 共 \(trial.findings.count) 处", "… \(trial.findings.count) in all")(language))
    }
    if let known = trial.known { said.append(known(language)) }
    // Where not all of it fits, what is wrong comes first.
    let fits = table.count + said.count + 8 <= model.size.rows
    let lines = fits ? table + said : said + table
    let words = Phrase(
      "新数据 \(trial.count) 个，与台账相同 \(trial.unchanged) 个。",
      "\(trial.count) new figures, \(trial.unchanged) as in the ledger.")
    guard !trial.isBarred, trial.count > 0, trial.known == nil else {
      let reason =
        trial.isBarred
        ? Phrase(
          "有错误，不能登记；请改正后再导入。",
          "There are errors, so nothing can be entered; mend them and import again.")
        : Phrase("没有要登记的。", "There is nothing to enter.")
      let end = Explained(
        "", words(language) + reason(language), trial.isBarred ? .bad : .plain)
      return .ask(
        ExplanationBox([end] + lines.map { .init("", $0) }, titled: title, in: context))
    }
    let asked = trial.findings.count { $0.severity == .warning }
    let doubt =
      asked == 0
      ? Phrase("", "")
      : Phrase(
        "有 \(asked) 处提醒，登记即表示已核对。",
        "There are \(asked) warnings; entering means that they were checked.")
    return .ask(
      Question(
        title: title, lines: lines + [words(language) + doubt(language)],
        effect: .review(.enterFigures(path: trial.path, hash: trial.hash, seen: trial.seen)),
        isWide: true, in: context))
  }

  /// Cells in columns; where they do not fit, counts and spans go first, then headings are cut.
  static func table(_ cells: [[String]], width: Int, _ ruler: Ruler) -> [String] {
    guard let head = cells.first else { return [] }
    var shown = Array(head.indices)
    func widths() -> [Int] {
      shown.map { column in
        let widest =
          cells.map { ruler.columns(of: $0.indices.contains(column) ? $0[column] : "") }.max() ?? 0
        return min(widest, column == 1 ? 24 : 30)
      }
    }
    for column in [5, 7, 1] {
      let needed = widths().reduce(0) { $0 + $1 + 2 }
      if needed > width { shown.removeAll { $0 == column } }
    }
    let sizes = widths()
    return cells.map { row in
      zip(shown, sizes).map { column, size in
        let text = row.indices.contains(column) ? row[column] : ""
        return ruler.fitted(ruler.cut(text, to: size), to: size)
      }.joined(separator: "  ")
    }
  }
}

extension Finding {
  /// A finding in a file that is looked at: how grave, in which cell, and what.
  func said(_ language: Language) -> String {
    let severity: Phrase =
      switch self.severity {
      case .error: Phrase("错误", "error")
      case .warning: Phrase("提醒", "warning")
      case .note: Phrase("说明", "note")
      }
    let row = source.line.map { Phrase("第 \($0) 行", "row \($0)")(language) }
    let place = [source.sheet, source.cell ?? row].compactMap(\.self).joined(separator: " ")
    return "\(severity(language)) \(place)\(language.colon)\(message(language))"
  }
}
