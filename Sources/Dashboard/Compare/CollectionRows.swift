import Cells
import Reform

/// The rows of the collection board in words.
struct CollectionRows {
  private let board: CollectionBoard
  private let forms: TaskFormBoard
  private let model: Model

  init(_ board: CollectionBoard, _ forms: TaskFormBoard, _ model: Model) {
    (self.board, self.forms, self.model) = (board, forms, model)
  }

  var rows: [CollectionTable.Row] {
    let parts = board.parts(of: board.rows.first, in: model.catalogue.divisions)
    return board.rows.enumerated().map { index, row in
      let isWhole = index == 0
      return CollectionTable.Row(
        name: name(row),
        state: isWhole
          ? "\(parts?.complete ?? 0)/\(parts?.all ?? 0)"
          : FieldWords.submission(row.state)(model.language),
        light: isWhole ? nil : light(row), count: "\(row.present.count)/\(board.asked.count)",
        day: row.day?.description ?? "-", lateness: lateness(row), isLate: (days(row) ?? 0) > 0,
        lock: lock(row),
        tasks: forms.words(
          for: row.place, in: board, model.catalogue.divisions, model.language),
        tasksLight: isWhole ? nil : light(forms.row(of: row.place).state),
        remark: [remark(row), formRemark(row.place)].filter { !$0.isEmpty }
          .joined(separator: model.symbols.dot))
    }
  }

  /// How a place stands with its figures, at length.
  func explained(_ place: Division.Code) -> [Explained] {
    let language = model.language
    var lines = [Explained("", "\(model.name(of: place)) \(board.year)", .title)]
    guard let row = zip(board.rows, rows).first(where: { $0.0.place == place })?.1 else {
      return lines
    }
    let came = [row.day, row.lateness, row.lock].filter { !$0.isEmpty }
    lines += [
      Explained(Words.Compare.collection(language), "\(row.state)\(model.symbols.dot)\(row.count)"),
      Explained(
        Words.Compare.due(language), board.due.map { "\($0)" } ?? FieldWords.undocumented(language)),
      Explained(Words.Indicators.entered(language), came.joined(separator: " ")),
      Explained("", row.remark, row.light == .bad ? .bad : .plain),
      Explained(forms.head(language), "\(row.tasks)\(sent(place))"),
    ]
    return lines.filter { !$0.text.isEmpty }
  }

  /// When and by whom the form of tasks came, in which file.
  private func sent(_ place: Division.Code) -> String {
    guard let last = forms.row(of: place).last else { return "" }
    let language = model.language
    var words = ["\(last.day)", last.form.file]
    if let sender = last.form.sender {
      words.append(Phrase("填报 \(sender)", "by \(sender)")(language))
    }
    words.append(Phrase("\(last.form.count) 行", Plural("row").of(last.form.count))(language))
    if let withdrawal = last.withdrawal {
      words.append(
        Phrase(
          "\(withdrawal.day) 由\(withdrawal.who)撤回",
          "taken back on \(withdrawal.day) by \(withdrawal.who)")(
            language))
    }
    return model.symbols.dot + words.joined(separator: model.symbols.dot)
  }

  private func light(_ state: TaskFormBoard.State) -> Background {
    switch state {
    case .notAsked: .none
    case .missing: .idle
    case .partly: .warning
    case .sent: .good
    case .takenBack, .sentBack, .partsBack: .bad
    }
  }

  /// The short name; among the parts of its region an own level needs no name of whose it is.
  private func name(_ row: Submission) -> String {
    guard model.catalogue.divisions[row.place]?.level == .own else {
      return model.short(of: row.place)
    }
    return Phrase("本级", "Own")(model.language)
  }

  private func light(_ row: Submission) -> Background {
    switch row.state {
    case .sent(let isComplete): isComplete ? .good : .warning
    case .sentBack: .bad
    case .missing: isOverdue ? .bad : .idle
    case .optional: .idle
    }
  }

  private var isOverdue: Bool { board.due.map { model.day > $0 } ?? false }

  /// Days after the day on which it was due: of what came, and of what has not come.
  private func days(_ row: Submission) -> Int? {
    guard let due = board.due, row.state != .optional else { return nil }
    guard let day = row.day else { return isOverdue ? due.days(until: model.day) : nil }
    return day > due ? due.days(until: day) : 0
  }

  private func lateness(_ row: Submission) -> String {
    guard let days = days(row) else { return "" }
    guard days > 0 else { return Phrase("按时", "in time")(model.language) }
    return Phrase("迟\(days)天", "\(days)d late")(model.language)
  }

  private func lock(_ row: Submission) -> String {
    guard let region = board.lock.region,
      model.catalogue.divisions.isWithin(row.place, region)
    else { return "" }
    return (row.isLocked ? Words.Compare.locked : Words.Compare.exception)(model.language)
  }

  /// Why the form of tasks was sent back.
  private func formRemark(_ place: Division.Code) -> String {
    guard case .sentBack(let back) = forms.row(of: place).state else { return "" }
    return Phrase("任务表：\(back.reason)", "task form: \(back.reason)")(model.language)
      + model.language.bracketed("\(back.who) \(back.day)")
  }

  private func remark(_ row: Submission) -> String {
    let language = model.language
    switch row.state {
    case .sentBack(let reason, let who, let day):
      return reason + language.bracketed("\(who) \(day)")
    case .sent(isComplete: true): return ""
    case .optional:
      return Phrase("有本级机构的才报", "only where it runs institutions itself")(language)
    default:
      let names = board.asked.filter { row.absent.contains($0.id) }.map { $0.short(language) }
      return Words.Indicators.missing(language) + " "
        + names.joined(separator: language == .zh ? "、" : ", ")
    }
  }
}
