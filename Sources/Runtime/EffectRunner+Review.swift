import Bundle
import Dashboard
import Foundation
import Intake
import LedgerStore
import Reform

extension EffectRunner {
  /// What came of an effect on documents and reviews.
  func run(_ effect: ReviewEffect, on state: AppState) throws -> Action {
    let ledger = world.ledger
    switch effect {
    case .importFile(let path) where Self.isTable(path):
      return .review(try tried(path, state))
    case .importFile(let path): return .review(try imported(path, state))
    case .enterFigures(let path, let hash, let seen):
      return .review(.figuresEntered(try entered(path, hash: hash, seen: seen, state)))
    case .enterTasks(let forms, let changes): return try entered(forms, changes, state)
    case .decide(let review, let drafts, let seen):
      guard try ledger.decide(drafts, in: review, seen: seen) else {
        return .review(.overtaken(try ledger.reviews(in: state.catalogue)))
      }
      return .review(.kept)
    case .amend(let review, let document):
      try ledger.amend(document, in: review)
      return .review(.kept)
    case .readDeadline(let words, let draft, let issued):
      let deadlines = try HandReading.deadlines(words, issued)
      return .review(.deadlineRead(deadlines, draft: draft))
    case .readFigures(let words, let draft):
      return .review(.figuresRead(try DocumentReader.reported(in: words), draft: draft))
    case .accept(let filing): return try accepted(filing, state)
    case .discard(let review):
      try ledger.discard(review)
      return .review(.loaded(try ledger.reviews(in: state.catalogue)))
    case .prepareWithdrawal(let document):
      try ledger.expectWithdrawable(document)
      return .review(.withdrawable(document))
    case .withdraw(let document):
      try world.enter(.undo(.document(document)), in: state.catalogue)
      return try filed(.withdrawn, 0, state)
    }
  }

  private func accepted(_ filing: Filing, _ state: AppState) throws -> Action {
    switch try enter(Act(.filing(filing), world.stamp), state) {
    case .recorded(let entered): return try filed(.accepted, entered.filed, state)
    case .moved: return .review(.overtaken(try world.ledger.reviews(in: state.catalogue)))
    case .nothing: return try filed(.accepted, 0, state)
    }
  }

  /// Everything anew, after documents or tasks were filed here or by another program.
  func filed(_ kind: Filed.Kind, _ count: Int, _ state: AppState) throws -> Action {
    let catalogue = try world.ledger.catalogue(over: state.catalogue)
    let progress = try reader.progress(on: state.day, in: state.scope, catalogue)
    let filed = Filed(kind: kind, count: count, catalogue: catalogue, progress: progress)
    return .review(.filed(filed, try world.ledger.reviews(in: catalogue)))
  }

  private func imported(_ path: String, _ state: AppState) throws -> ReviewAnswer {
    let came = try world.importDocument(at: path, in: state.catalogue)
    return .imported(came, try world.ledger.reviews(in: state.catalogue))
  }
}

extension World {
  /// Reads a document and keeps what of it waits for review; one that the ledger holds gives its
  /// clauses their text.
  public func importDocument(
    at path: String, in catalogue: Catalogue
  ) throws -> Review.Imported {
    let file = absolute(path)
    let reading = try DocumentIntake.reading(of: file, named: path, in: catalogue)
    let review = try DocumentIntake.review(
      reading, file: file, in: catalogue, reported: try achievements(catalogue),
      onScreen: true)
    return try keep(review, in: catalogue)
  }

  /// What bulletins report: those that came with the program, and those that were filed.
  public func achievements(_ catalogue: Catalogue) throws -> [Achievement] {
    try Reader(ledger).achievements(catalogue)
  }

  /// A path as a person types or drops it into the window.
  func absolute(_ path: String) -> String {
    PathWords.absolute(
      path, folder: folder, home: FileManager.default.homeDirectoryForCurrentUser.path)
  }

  public func keep(_ review: Review, in catalogue: Catalogue) throws -> Review.Imported {
    guard review.isKnown else { return .waits(try ledger.keep(review, stamp, in: catalogue).id) }
    let texts = Dictionary(
      review.drafts.map { ($0.clause.path, $0.clause.text) },
      uniquingKeysWith: { first, _ in first })
    let count = try ledger.keep(texts: texts, of: review.document.id)
    guard review.waiting > 0 else { return .same(review.document.id, texts: count) }
    return .waits(try ledger.keep(review, stamp, in: catalogue).id)
  }
}
