import Cells
import Reform
import Widgets

extension AppState {
  /// Takes what came of work on documents and reviews.
  mutating func take(_ answer: ReviewAnswer) -> [Effect] {
    switch answer {
    case .loaded(let reviews): take(reviews)
    case .imported(let came, let reviews): return take(came, reviews)
    case .kept: break
    case .overtaken(let reviews):
      take(reviews)
      review?.past = []
      toast = Toast(Words.Review.overtaken(language), .bad)
    case .figures(let trial): take(trial)
    case .figuresEntered(let batch):
      overlay = nil
      figures.asked = nil
      let words = Phrase(
        "已登记 \(batch.count) 个数，批次 \(batch.id)",
        "\(batch.count) figures entered as batch \(batch.id)")
      toast = Toast("\(marks.tick) " + words(language), .good)
    case .deadlineRead(let deadlines, let draft):
      overlay = nil
      return amend(draft) { $0.deadlines = deadlines }
    case .figuresRead(let figures, let draft):
      overlay = nil
      return amend(draft, figures: figures)
    case .filed(let filed, let reviews): return take(filed, reviews)
    case .texts(let document, let texts): documents.texts[document] = texts
    case .achievements(let achievements): self.achievements = achievements
    }
    settle()
    return []
  }

  /// Open reviews, as another program may have left them; the one in front stays in front.
  private mutating func take(_ reviews: [Review]) {
    self.reviews = reviews
    guard let open = review else { return }
    if let same = reviews.first(where: { $0.id == open.review.id }) {
      review?.review = same
    } else {
      review = nil
    }
  }

  private mutating func take(_ came: ReviewAnswer.Imported, _ reviews: [Review]) -> [Effect] {
    take(reviews)
    overlay = nil
    switch came {
    case .waits(let id):
      review = reviews.first { $0.id == id }.map(ReviewScreen.init)
      let waiting = review?.review.waiting ?? 0
      toast = Toast(
        language == .zh ? "读出 \(waiting) 条待定，请逐条审核" : "\(waiting) drafts wait for you", .good)
    case .same(let document, let texts):
      let name = catalogue.document(document)?.number ?? document
      let isBulletin = catalogue.document(document)?.kind == .bulletin
      toast = Toast(
        isBulletin
          ? Words.Review.allHeld(name)(language)
          : language == .zh
            ? "\(name) 与台账一致；" + (texts == 0 ? "没有新内容" : "新存入 \(texts) 条原文")
            : "\(name) is as the ledger has it; "
              + (texts == 0 ? "nothing new" : "the text of \(texts) clauses is kept"), .good)
      documents.texts[document] = nil
      documents.select(document, in: self)
    }
    settle()
    return loadTexts()
  }

  private mutating func take(_ filed: Filed, _ reviews: [Review]) -> [Effect] {
    let open = review?.review.document.id
    let isBulletin = review?.review.document.kind == .bulletin
    replace(filed.catalogue, filed.progress)
    achievements = nil
    take(reviews)
    switch filed.kind {
    case .accepted:
      toast = Toast(
        "\(marks.tick) "
          + (isBulletin
            ? Words.Review.factsFiled(filed.count)(language)
            : language == .zh
              ? "\(filed.count) 项任务已记入台账" : "\(filed.count) tasks are in the ledger"),
        .good)
      if let open {
        documents.texts[open] = nil
        documents.select(open, in: self)
        review?.past = []
        review?.goOn()
      }
    case .withdrawn:
      toast = Toast(
        language == .zh ? "已从台账撤回，退回待审" : "taken out of the ledger, back in review", .good)
    case .elsewhere: break
    }
    settle()
    return reloadOpenTask() + loadTexts()
  }

  /// Loads the text of the selected document where it is not there yet.
  mutating func loadTexts() -> [Effect] {
    guard tab == .documents, let document = documents.document(self) else { return [] }
    if document.kind == .bulletin { return achievements == nil ? [.review(.achievements)] : [] }
    guard documents.texts[document.id] == nil else { return [] }
    return [.review(.texts(document.id))]
  }

  // MARK: Commands

  /// Carries out a command on documents or on the review in front.
  mutating func performOnDocuments(_ command: Command) -> [Effect] {
    switch command {
    case .importDocument: askForFile()
    case .nextView:
      documents.turn()
      settle()
    case .drop where review == nil: askToRemove()
    case .accept: return decide(.accepted)
    case .drop: return decide(.dropped)
    case .acceptSure: return acceptSure()
    case .amend: return amendSelected()
    case .file: askToFile()
    default: break
    }
    return []
  }

  private mutating func decide(_ decision: TaskDraft.Decision) -> [Effect] {
    guard isWritable(), var screen = review, let index = screen.draft else { return [] }
    let seen = screen.review.drafts[index]
    var draft = seen
    guard draft.decision != .filed else {
      toast = Toast(Words.Review.isFiled(language))
      return []
    }
    // The same key again takes the decision back.
    draft.decision = draft.decision == decision ? .waiting : decision
    screen.set([index: draft])
    if draft.decision != .waiting { screen.goOn() }
    review = screen
    settle()
    return [.review(.decide(screen.review.id, [index: draft], seen: [index: seen]))]
  }

  private mutating func acceptSure() -> [Effect] {
    guard isWritable(), var screen = review else { return [] }
    var trial = screen.review
    let sure = trial.acceptSure()
    guard !sure.isEmpty else {
      toast = Toast(Words.Review.noneSure(language))
      return []
    }
    let changed = Dictionary(uniqueKeysWithValues: sure.map { ($0, trial.drafts[$0]) })
    let seen = Dictionary(uniqueKeysWithValues: sure.map { ($0, screen.review.drafts[$0]) })
    screen.set(changed)
    review = screen
    let left = screen.review.waiting
    toast = Toast(
      language == .zh
        ? "采纳 \(changed.count) 条，还有 \(left) 条待定"
        : "\(changed.count) accepted, \(left) left to decide",
      .good)
    settle()
    return [.review(.decide(screen.review.id, changed, seen: seen))]
  }

  /// Takes back the last decision of the review in front.
  mutating func undoInReview() -> [Effect] {
    guard isWritable(), var screen = review else { return [] }
    guard let before = screen.past.popLast() else {
      toast = Toast(Words.Review.nothingBack(language))
      return []
    }
    let seen = Dictionary(
      uniqueKeysWithValues: before.keys.map { ($0, screen.review.drafts[$0]) })
    for (index, draft) in before { screen.review.drafts[index] = draft }
    if let first = before.keys.min(), let row = screen.rows.firstIndex(of: .draft(first)) {
      screen.list.selected = row
    }
    review = screen
    settle()
    return [.review(.decide(screen.review.id, before, seen: seen))]
  }

  /// Changes the task of a draft, as a person wants it.
  mutating func amend(_ draft: Int, _ change: (inout ReformTask) -> Void) -> [Effect] {
    guard var screen = review, screen.review.drafts.indices.contains(draft) else { return [] }
    let seen = screen.review.drafts[draft]
    var amended = seen
    change(&amended.task)
    amended.isAmended = true
    screen.set([draft: amended])
    review = screen
    settle()
    return [.review(.decide(screen.review.id, [draft: amended], seen: [draft: seen]))]
  }

  mutating func amend(_ change: (inout Document) -> Void) -> [Effect] {
    guard var screen = review else { return [] }
    change(&screen.review.document)
    review = screen
    settle()
    return [.review(.amend(screen.review.id, screen.review.document))]
  }

  // MARK: Questions

  private mutating func askForFile() {
    guard isWritable() else { return }
    overlay = .prompt(
      Prompt(
        purpose: .importFile, title: Words.Review.importPath(language), lines: [],
        field: TextField(limit: 10_000), complaint: nil))
  }

  private mutating func askToFile() {
    guard isWritable(), let review = review?.review else { return }
    guard review.document.lacks.isEmpty else {
      toast = Toast(Words.Review.lacksHead(language), .bad)
      self.review?.list.selected = 0
      self.review?.pane = .fields
      settle()
      return
    }
    guard review.accepted > 0 else {
      toast = Toast(Words.Review.nothingAccepted(language))
      return
    }
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
    overlay = .question(
      Question(
        title: Words.Review.toFile(language), lines: lines, effect: .review(.accept(review.id))))
  }

  /// Asks before a review is dropped, or a filed document is taken out again.
  private mutating func askToRemove() {
    guard isWritable() else { return }
    switch documents.entry(self) {
    case .review(let review):
      overlay = .question(
        Question(
          title: Words.Review.drop(language),
          lines: [review.document.title(language), Words.Review.dropHelp(language)],
          effect: .review(.discard(review.id))))
    case .document(let document):
      overlay = .question(
        Question(
          title: Words.Review.withdraw(language),
          lines: [document.title(language), Words.Review.withdrawHelp(language)],
          effect: .review(.withdraw(document.id))))
    case nil: toast = Toast(Words.Review.noDocument(language))
    }
  }
}
