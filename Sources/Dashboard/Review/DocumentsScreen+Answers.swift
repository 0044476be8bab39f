import Cells
import Reform
import Widgets

extension ReviewAnswer: Message {}

/// What comes of work on documents and reviews.
extension DocumentsScreen {
  mutating func receive(_ message: any Message, in model: Model) -> [Request] {
    switch message {
    case let answer as ReviewAnswer: return take(answer, model)
    case let amendment as DraftAmendment: return amend(amendment, model)
    case let amendment as HeadAmendment: return amend(amendment, model)
    default: return []
    }
  }

  private mutating func take(_ answer: ReviewAnswer, _ model: Model) -> [Request] {
    let language = model.language
    switch answer {
    case .loaded: take(model.reviews)
    case .imported(let came, _): return take(came, model)
    case .kept, .achievements: break
    case .overtaken:
      take(model.reviews)
      review?.past = []
      return [.say(Words.Review.overtaken, language, .bad)]
    case .figures(let trial): return [trial.shown(model, in: context(in: model))]
    case .tasks(let trial): return [trial.shown(model, in: context(in: model))]
    case .figuresEntered(let batch):
      let words = Phrase(
        "已登记 \(batch.count) 个数，批次 \(batch.id)",
        "\(Plural("figure").of(batch.count)) entered as batch \(batch.id)")
      return [.close, .say(Toast("\(model.symbols.tick) " + words(language), .good))]
    case .deadlineRead(let deadlines, let draft):
      return [.close] + amend(draft) { $0.deadlines = deadlines }
    case .figuresRead(let figures, let draft): return [.close] + amend(draft, figures: figures)
    case .filed(let filed, _): return take(filed, model)
    case .withdrawable(let document): return askingToWithdraw(document, model)
    case .texts(let document, let texts): self.texts[document] = texts
    }
    return []
  }

  /// Open reviews, as another program may have left them; the one in front stays in front.
  private mutating func take(_ reviews: [Review]) {
    guard let open = review else { return }
    if let same = reviews.first(where: { $0.id == open.review.id }) {
      review?.review = same
    } else {
      review = nil
    }
  }

  private mutating func take(_ came: Review.Imported, _ model: Model) -> [Request] {
    let (language, catalogue) = (model.language, model.catalogue)
    take(model.reviews)
    switch came {
    case .waits(let id):
      review = model.reviews.first { $0.id == id }.map(ReviewScreen.init)
      let waiting = review?.review.waiting ?? 0
      let words = Phrase("读出 \(waiting) 条待定，请逐条审核", "\(waiting) drafts wait for you")
      return [.close, .say(words, language, .good)]
    case .same(let document, let texts):
      let name = catalogue.document(document)?.number ?? document
      let isBulletin = catalogue.document(document)?.kind == .bulletin
      let words = Phrase(
        "\(name) 与台账一致；" + (texts == 0 ? "没有新内容" : "新存入 \(texts) 条原文"),
        "\(name) is as the ledger has it; "
          + (texts == 0 ? "nothing new" : "the text of \(texts) clauses is kept"))
      forgetText(of: document)
      select(document, in: model)
      return [
        .close, .say(isBulletin ? Words.Review.allHeld(name) : words, language, .good),
      ]
    }
  }

  /// Asks before a filed document is taken out of the ledger again.
  private func askingToWithdraw(_ document: Document.ID, _ model: Model) -> [Request] {
    guard let document = model.catalogue.document(document) else { return [] }
    let language = model.language
    return [
      .ask(
        Question(
          title: Words.Review.withdraw(language),
          lines: [document.title(language), Words.Review.withdrawHelp(language)],
          effect: .review(.withdraw(document.id)), in: .documents))
    ]
  }

  private mutating func take(_ filed: Filed, _ model: Model) -> [Request] {
    let open = review?.review.document.id
    let isBulletin = review?.review.document.kind == .bulletin
    take(model.reviews)
    switch filed.kind {
    case .accepted:
      if let open {
        forgetText(of: open)
        select(open, in: model)
        review?.past = []
        review?.goOn()
      }
      let words =
        isBulletin
        ? Words.Review.factsFiled(filed.count)
        : Phrase(
          "\(filed.count) 项任务已记入台账",
          "\(Plural("task").of(filed.count)) \(filed.count == 1 ? "is" : "are") in the ledger")
      return [.say(Toast("\(model.symbols.tick) " + words(model.language), .good))]
    case .withdrawn:
      let words = Phrase("已从台账撤回，退回待审", "taken out of the ledger, back in review")
      return [.say(words, model.language, .good)]
    case .elsewhere: return []
    }
  }

  private mutating func forgetText(of document: Document.ID) { texts[document] = nil }
}
