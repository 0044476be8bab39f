import Cells
import Reform

/// The fields of the selected row of a review as labelled lines.
struct ReviewFields {
  struct Line: Equatable {
    /// Nil for a doubt or a remark.
    var field: Int?
    var label: String
    var text: String
    var role: Role
  }

  private(set) var lines: [Line] = []
  private let width: Int
  private let model: Model

  init(_ screen: ReviewScreen, _ model: Model, width: Int) {
    (self.width, self.model) = (width, model)
    if let draft = screen.draft {
      add(screen.review.drafts[draft], of: screen.review)
    } else {
      add(screen.review)
    }
  }

  static func labelWidth(_ language: Language) -> Int { language == .zh ? 9 : 12 }

  private mutating func add(
    _ label: String, _ text: String, field: Int? = nil, _ role: Role = .plain
  ) {
    let room = max(6, width - Self.labelWidth(model.language) - 2)
    for (index, line) in model.ruler.wrap(text, to: room).enumerated() {
      lines.append(Line(field: field, label: index == 0 ? label : "", text: line, role: role))
    }
  }

  // MARK: A draft

  private mutating func add(_ draft: TaskDraft, of review: Review) {
    let language = model.language
    let isFact = draft.clause.kind == .fact
    for (number, field) in (isFact ? ReviewScreen.factFields : ReviewScreen.taskFields).enumerated()
    {
      let text = Self.text(of: field, in: draft.task, model)
      let isEmpty = text.isEmpty
      add(
        (isFact && field == .targets ? Words.Review.figureField : Words.Review.field(field))(
          language),
        isEmpty ? Words.none(language) : text, field: number,
        isEmpty ? .faint : .plain)
      if let held = draft.held, draft.differences.contains(field) {
        let before = Self.text(of: field, in: held, model)
        add(
          "", Words.Review.held(language) + (before.isEmpty ? Words.none(language) : before),
          .progress)
      }
    }
    for doubt in draft.doubts { add(doubt) }
    if draft.task.departments.isEmpty, !isFact { add("?", Words.Review.noUnit(language), .warning) }
    if draft.task.deadlines.contains(where: { !$0.isSettled }) {
      add("?", Words.Review.noDay(language), .warning)
    }
    if draft.clause.isTruncated { add("!", Words.Documents.truncated(language), .warning) }
    if draft.isAmended { add("", Words.Review.amended(language), .faint) }
  }

  private mutating func add(_ doubt: Finding) {
    let message = doubt.message(model.language)
    // What the sentence quotes itself is not said twice.
    let quoted = doubt.words.map { "“\($0)”" }.flatMap { message.contains($0) ? nil : $0 }
    let words = quoted.map { $0 + model.language.colon } ?? ""
    let place = doubt.source.line.map { line in
      model.language == .zh ? "（第\(line)行）" : " (line \(line))"
    }
    add("?", words + message + (place ?? ""), .warning)
  }

  /// A field of a task in a line, as it is shown and amended.
  static func text(of field: TaskField, in task: ReformTask, _ model: Model) -> String {
    let language = model.language
    switch field {
    case .title: return task.title(language)
    case .theme: return model.catalogue.theme(task.theme)?.name(language) ?? task.theme
    case .level: return Words.levels(task, model.catalogue, in: language)
    case .departments: return Amendment.line(task.departments)
    case .deadlines:
      return task.deadlines.map { Format.reviewed($0, in: language) }
        .joined(separator: language == .zh ? "；" : "; ")
    case .places: return Amendment.line(task.places, in: model.catalogue.divisions)
    case .targets:
      return task.targets.contains { $0.reported != nil }
        ? Amendment.line(reported: task.targets) : Amendment.line(task.targets)
    case .supersedes:
      return task.supersedes.map { id in
        guard let other = model.catalogue.task(id) else { return id }
        let document = model.catalogue.document(other.document)?.short(language) ?? other.document
        return "\(document) \(other.title(language))"
      }.joined(separator: language == .zh ? "；" : "; ")
    }
  }

  // MARK: The document

  private mutating func add(_ review: Review) {
    let language = model.language
    for (number, field) in DocumentField.allCases.enumerated() {
      let text = Self.text(of: field, in: review.document, model)
      add(
        Words.Review.head(field)(language), text.isEmpty ? Words.Review.lacking(language) : text,
        field: number, text.isEmpty ? .warning : .plain)
    }
    add(Words.Review.file(language), review.file, .faint)
    for doubt in review.doubts { add(doubt) }
    for id in review.missing.prefix(20) {
      let title = model.catalogue.task(id)?.title(language) ?? id
      add("", Words.Review.missing(language) + title, .warning)
    }
  }

  static func text(of field: DocumentField, in document: Document, _ model: Model) -> String {
    switch field {
    case .number: document.number
    case .title: document.title(model.language)
    case .short: document.short(model.language)
    case .issuer: document.issuer
    case .issued: document.issued == Day(ordinal: 0) ? "" : document.issued.description
    case .region: model.name(of: document.region)
    }
  }

  // MARK: Scrolling

  /// The first line to show so that a field is in the window.
  func offset(showing field: Int, from offset: Int, height: Int) -> Int {
    guard height > 0, let first = lines.firstIndex(where: { $0.field == field }) else { return 0 }
    let last = lines.lastIndex { $0.field == field } ?? first
    var offset = min(offset, max(0, lines.count - height))
    if last >= offset + height { offset = last - height + 1 }
    // With the last field come the doubts below it.
    if last == lines.lastIndex(where: { $0.field != nil }) { offset = max(0, lines.count - height) }
    return min(offset, first)
  }
}

extension Divisions {
  /// How places are written in a field, by names of the ledger's own.
  var namedForExample: Phrase {
    let trial = parts(of: all.first?.id ?? "").prefix(2).map(\.short).joined(separator: "、")
    return Phrase("如：试点：\(trial)；点名：\(all.last?.short ?? "")", "such as 试点：\(trial)")
  }
}
