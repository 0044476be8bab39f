import Cells
import Reform

/// Shows what a form of tasks would change; asks row by row where something is to be asked, then
/// enters all that was taken in one act.
struct TaskTrialBox: OverlayRoom {
  private let trial: TaskTrial
  private let context: Context
  private var question: Question
  /// Rows that are asked about, by their position; which of them stands in front, nil while all is
  /// shown.
  private let asked: [Int]
  private var asking: Int?
  /// Rows that are left out, by their position.
  private var left: Set<Int> = []

  init(_ trial: TaskTrial, _ model: Model, in context: Context) {
    (self.trial, self.context) = (trial, context)
    asked = trial.rows.indices.filter { !trial.rows[$0].questions.isEmpty }
    let language = model.language
    let doubt: Phrase =
      if trial.rows.isEmpty {
        Phrase("内容与台账相同，登记即记为已报。", "It says what the ledger says: entering keeps it as sent.")
      } else if asked.isEmpty {
        Phrase("一次登记，u 撤销。", "All in one act; u takes it back.")
      } else {
        Phrase(
          "其中 \(asked.count) 行要逐行确认。",
          "\(Plural("row is", "rows are").of(asked.count)) asked about one by one.")
      }
    question = Question(
      title: trial.title(language),
      lines: trial.lines(model) + [trial.counts(language), doubt(language)],
      effect: .review(.enterTasks(trial.forms, trial.rows.map(\.line.change))), isWide: true,
      in: context)
  }

  mutating func press(_ key: Key, in model: Model) -> [Request] {
    guard let asking else {
      guard key == .enter, !asked.isEmpty else { return question.press(key, in: model) }
      return ask(0, model)
    }
    switch key {
    case .enter: return ask(asking + 1, model)
    case "n", .delete:
      left.insert(asked[asking])
      return ask(asking + 1, model)
    default: return question.press(key, in: model)
    }
  }

  /// Asks about the next row; after the last one enters what was taken.
  private mutating func ask(_ position: Int, _ model: Model) -> [Request] {
    let language = model.language
    guard asked.indices.contains(position) else { return finish(language) }
    asking = position
    let row = trial.rows[asked[position]]
    question = Question(
      title: Phrase(
        "第 \(position + 1)/\(asked.count) 行要确认",
        "Row \(position + 1) of \(asked.count) to be asked about")(
          language),
      lines: row.questions.map { $0.said(language) } + [
        row.said(model), Phrase("照报来的登记这一行吗？", "Enter this row as it was sent?")(language),
      ],
      effect: question.effect, isWide: true, in: context)
    question.keys = Self.keys
    return []
  }

  private func finish(_ language: Language) -> [Request] {
    let taken = trial.rows.indices.filter { !left.contains($0) }
    guard !taken.isEmpty || trial.unchanged > 0 && trial.known == nil else {
      return [.close, .say(Phrase("没有登记任何内容", "nothing was entered"), language)]
    }
    let changes = taken.map { trial.rows[$0].line.change }
    return [.close, .effect(.review(.enterTasks(trial.forms, changes)))]
  }

  private static let keys = Phrase(
    "Enter 登记这一行   n 不登这一行   Esc 全部放弃", "Enter takes it   n leaves it out   Esc drops all")

  var hints: [OverlayHint] {
    asking == nil
      ? [.enter, .cancel]
      : [.enter, OverlayHint("n", "不登这一行", "leave out"), .cancel]
  }

  func draw(_ model: Model, on frame: inout Frame) { question.draw(model, on: &frame) }
}
