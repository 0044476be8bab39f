import Cells
import Reform
import Widgets

/// The review that stands open over the documents.
extension DocumentsScreen {
  mutating func performInReview(_ command: Command, in model: Model) -> [Request]? {
    switch command {
    case _ where Command.moves.contains(command): review?.move(command, in: model)
    case .nextMatch, .previousMatch:
      review?.move(command == .nextMatch ? .down : .up, in: model)
    case .open:
      guard review?.pane == .list else { return amending(model) }
      review?.pane = .fields
    case .problems: review?.onlyWaiting.toggle()
    case .accept: return decide(.accepted, model)
    case .drop: return decide(.dropped, model)
    case .acceptSure: return acceptSure(model)
    case .amend: return amending(model)
    case .file: return askingToFile(model)
    case .undo: return undo(model)
    case .back:
      if review?.pane == .list {
        review = nil
        return [.read(.reviews)]
      }
      review?.pane = .list
    default: return nil
    }
    return []
  }

  private mutating func decide(
    _ decision: TaskDraft.Decision, _ model: Model
  ) -> [Request] {
    if let refusal = model.refusal { return refusal }
    guard var screen = review, let index = screen.draft else { return [] }
    var draft = screen.review.drafts[index]
    guard draft.decision != .filed else { return [.say(Words.Review.isFiled, model.language)] }
    // The same key again decides nothing; it says so, and goes on.
    guard draft.decision != decision else {
      screen.goOn()
      review = screen
      return [.say(Words.Review.already(decision), model.language)]
    }
    draft.decision = decision
    let kept = screen.set([index: draft])
    screen.goOn()
    review = screen
    return [kept]
  }

  private mutating func acceptSure(_ model: Model) -> [Request] {
    if let refusal = model.refusal { return refusal }
    guard var screen = review else { return [] }
    var trial = screen.review
    let sure = trial.acceptSure()
    guard !sure.isEmpty else { return [.say(Words.Review.noneSure, model.language)] }
    let changed = Dictionary(uniqueKeysWithValues: sure.map { ($0, trial.drafts[$0]) })
    let kept = screen.set(changed)
    review = screen
    let left = screen.review.waiting
    let words = Phrase(
      "采纳 \(changed.count) 条，还有 \(left) 条待定", "\(changed.count) accepted, \(left) left to decide")
    return [.say(words, model.language, .good), kept]
  }

  /// Takes back the last decision.
  private mutating func undo(_ model: Model) -> [Request] {
    if let refusal = model.refusal { return refusal }
    guard var screen = review else { return [] }
    guard let before = screen.past.popLast() else {
      return [.say(Words.Review.nothingBack, model.language)]
    }
    let kept = screen.set(before, isBack: true)
    if let first = before.keys.min(), let row = screen.rows.firstIndex(of: .draft(first)) {
      screen.list.selected = row
    }
    review = screen
    return [kept]
  }

  private mutating func askingToFile(_ model: Model) -> [Request] {
    if let refusal = model.refusal { return refusal }
    let language = model.language
    guard let review = review?.review else { return [] }
    guard review.document.lacks.isEmpty else {
      self.review?.list.selected = 0
      self.review?.pane = .fields
      return [.say(Words.Review.lacksHead, language, .bad)]
    }
    guard review.accepted > 0 else { return [.say(Words.Review.nothingAccepted, language)] }
    let document = review.document
    var lines = ["\(document.number) \(document.title(language))"]
    lines.append(
      document.kind == .bulletin
        ? Words.Review.filesFacts(review.accepted)(language)
        : language == .zh ? "记入 \(review.accepted) 项任务。" : "\(review.accepted) tasks are filed.")
    if review.waiting > 0 {
      lines.append(
        language == .zh
          ? "还有 \(review.waiting) 条待定，留在待审里。" : "\(review.waiting) drafts stay in review.")
    }
    return [
      .ask(
        Question(
          title: Words.Review.toFile(language), lines: lines,
          effect: .review(.accept(Filing(review))), in: .review))
    ]
  }
}
