import Reform
import Widgets

/// The forms as they are opened.
extension HandForm {
  static func making(of document: Document.ID?, seen: Int, _ model: Model) -> HandForm {
    let language = model.language
    let policies = model.catalogue.documents.filter { $0.kind == .policy }
    let documents: [Document.ID?] = [nil] + policies.map(\.id)
    // Documents of one series differ in their numbers alone.
    let names =
      [HandPhrases.noDocument(language)]
      + policies.map {
        [$0.number, $0.listed(language)].filter { !$0.isEmpty }.joined(separator: " ")
      }
    let chosen = documents.firstIndex { $0 == document } ?? 0
    let entries =
      parts(of: nil, levels: levels(of: nil, model), model) + [
        Form.Entry(.hand(.document), HandPhrases.basis(language), choice: names, chosen),
        Form.Entry(
          .hand(.clause), .words(isNeeded: false), HandPhrases.clause(language),
          remark: Phrase("如：一（四）9", "such as 一（四）9")(language)),
        Form.Entry(
          .hand(.since), .day(latest: nil), HandPhrases.since(language), "\(model.today)"),
        Form.Entry(
          .hand(.reason), .words(isNeeded: false),
          Phrase("说明", "Remark")(language)),
      ]
    return HandForm(
      before: nil, seen: seen, levels: levels(of: nil, model), documents: documents,
      Form(.elsewhere, of: "", HandPhrases.newTask(language), entries))
  }

  static func amending(_ id: ReformTask.ID, seen: Int, _ model: Model) -> HandForm {
    let language = model.language
    let task = model.catalogue.task(id)
    let levels = levels(of: task, model)
    let source = task.map { DocumentRow.source(of: $0, model) } ?? id
    let entries =
      parts(of: task, levels: levels, model) + [
        Form.Entry(.hand(.reason), .words(isNeeded: true), HandPhrases.reason(language))
      ]
    return HandForm(
      before: task, seen: seen, levels: levels, documents: [],
      Form(
        .elsewhere, of: "", HandPhrases.amendTask(language),
        notes: [
          Form.Note(text: source), Form.Note(text: HandPhrases.printed(language), role: .faint),
        ], entries))
  }

  /// All combinations of levels that are offered, with that of the task.
  private static func levels(of task: ReformTask?, _ model: Model) -> [[ReformTask.Level]] {
    let divisions = model.catalogue.divisions
    let offered =
      ReformTask.Level.offered(in: divisions).map { [$0] } + ReformTask.Level.joined(in: divisions)
    guard let own = task?.ownLevels, !offered.contains(where: { Set($0) == Set(own) }) else {
      return offered
    }
    return offered + [own]
  }

  /// The fields that every task has.
  private static func parts(
    of task: ReformTask?, levels: [[ReformTask.Level]], _ model: Model
  ) -> [Form.Entry] {
    let language = model.language
    func entry(
      _ field: HandField, _ part: TaskField, _ text: String, isNeeded: Bool = false,
      remark: Phrase? = nil
    ) -> Form.Entry {
      Form.Entry(
        .hand(field), .line(isNeeded: isNeeded), HandWords.name(part)(language), text,
        remark: remark?(language) ?? "")
    }
    let region = task.map(model.catalogue.region) ?? model.catalogue.province
    let parting = model.catalogue.divisions.partingOfCities(in: region)
    let names = levels.map { chosen in
      Words.levels(ReformTask.Level.allCases.filter(chosen.contains), parting, in: language)
    }
    let level = levels.firstIndex { Set($0) == Set(task?.ownLevels ?? [.province]) } ?? 0
    let themes = model.catalogue.themes
    let theme = themes.firstIndex { $0.id == (task?.theme ?? model.catalogue.otherTheme?.id) } ?? 0
    let divisions = model.catalogue.divisions
    let deadline = task?.deadlines.map { Format.deadline($0, in: .zh) }.joined(separator: "；")
    return [
      entry(.title, .title, task?.title(language) ?? "", isNeeded: true),
      entry(
        .units, .departments, task.map { Amendment.line($0.departments) } ?? "",
        remark: Phrase("牵头：甲；配合：乙", "牵头：A；配合：B")),
      entry(
        .deadline, .deadlines, deadline ?? "",
        remark: Phrase("如：2027年底前", "such as 2027-12-31")),
      Form.Entry(.hand(.level), HandWords.name(.level)(language), choice: names, level),
      entry(
        .places, .places, task.map { Amendment.line($0.places, in: divisions) } ?? "",
        remark: Phrase("用、分开", "、 between")),
      entry(
        .targets, .targets, task.map { Amendment.line($0.targets) } ?? "",
        remark: Phrase("如：率 >= 90 %", "such as 率 >= 90 %")),
      Form.Entry(
        .hand(.theme), HandWords.name(.theme)(language), choice: themes.map { $0.name(language) },
        theme),
    ]
  }
}
