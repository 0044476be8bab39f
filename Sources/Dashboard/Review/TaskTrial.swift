import Cells
import Reform

/// A form of tasks as it was read and checked, before anything of it is entered (试读).
public struct TaskTrial: Sendable, Hashable {
  /// A line that says something new, and what is asked about it before it is entered.
  public struct Row: Sendable, Hashable {
    public var line: Table.SentLine
    public var questions: [Finding]

    public init(_ line: Table.SentLine, questions: [Finding]) {
      (self.line, self.questions) = (line, questions)
    }
  }

  public var file: String
  public var rows: [Row]
  public var findings: [Finding]
  /// How many rows say what the ledger says, and how many have nothing filled in.
  public var unchanged: Int
  public var blanks: Int
  /// What is entered of the form itself.
  public var forms: [SentForm]
  /// Where the same file was imported before.
  public var known: Phrase?

  public init(
    file: String, rows: [Row], findings: [Finding], unchanged: Int, blanks: Int,
    forms: [SentForm], known: Phrase? = nil
  ) {
    (self.file, self.rows, self.findings) = (file, rows, findings)
    (self.unchanged, self.blanks, self.forms, self.known) = (unchanged, blanks, forms, known)
  }

  var isBarred: Bool { findings.contains { $0.severity == .error } }

  /// Whether there is anything to enter of it: a file that only says what the ledger says counts as
  /// sent, once.
  var isNews: Bool { !rows.isEmpty || unchanged > 0 && known == nil }
}

extension TaskTrial {
  /// Shows what the form would change; Enter enters it where nothing bars it.
  func shown(_ model: Model, in context: Context) -> Request {
    let language = model.language
    guard !isBarred, isNews else {
      let reason =
        isBarred
        ? Phrase(
          "有错误，不能登记；请改正后再导入。",
          "There are errors, so nothing can be entered; mend them and import again.")
        : Phrase("没有要登记的。", "There is nothing to enter.")
      let end = Explained("", counts(language) + reason(language), isBarred ? .bad : .plain)
      let lines = [end] + lines(model).map { Explained("", $0) }
      return .ask(ExplanationBox(lines, titled: title(language), in: context))
    }
    return .ask(TaskTrialBox(self, model, in: context))
  }

  func title(_ language: Language) -> String {
    Phrase("导入任务填报表：\(file)", "Import of a form of tasks: \(file)")(language)
  }

  func counts(_ language: Language) -> String {
    let sender = forms.first?.sender
    let zh = sender.map { "填报人 \($0)，" } ?? ""
    let en = sender.map { "By \($0): " } ?? ""
    return Phrase(
      "\(zh)新内容 \(rows.count) 行，与台账相同 \(unchanged) 行，未填 \(blanks) 行。",
      "\(en)\(Plural("row").of(rows.count)) with something new, \(unchanged) as in the ledger, "
        + "\(blanks) not filled in.")(language)
  }

  /// What is wrong, then what would change.
  func lines(_ model: Model) -> [String] {
    let language = model.language
    var said = findings.prefix(30).map { $0.said(language) }
    if findings.count > 30 {
      said.append(Phrase("…… 共 \(findings.count) 处", "… \(findings.count) in all")(language))
    }
    if let known { said.append(known(language)) }
    return said + rows.map { $0.said(model) }
  }
}

extension TaskTrial.Row {
  /// The line with its row in the file: where it stands, what was sent, in which words.
  func said(_ model: Model) -> String {
    let (language, change) = (model.language, line.change)
    let task = model.catalogue.task(change.line.task)?.title(language) ?? change.line.task
    let row = line.report.source.row.map { Phrase("第 \($0) 行 ", "row \($0) ")(language) } ?? ""
    let period = change.line.period.map { " \($0)" } ?? ""
    var words = ["\(row)\(model.name(of: change.line))\(model.symbols.dot)\(task)\(period)"]
    if let status = change.status {
      let before = Words.status(line.before.status)(language)
      words.append("\(before) \(model.symbols.arrow) \(Words.status(status)(language))")
    }
    if let note = change.note { words.append(note) }
    if let evidence = change.evidence {
      words.append(Phrase("佐证：\(evidence)", "Evidence: \(evidence)")(language))
    }
    return words.joined(separator: Phrase("；", "; ")(language))
  }
}
