import Dashboard
import Foundation
import LedgerStore
import Papers
import Reform

/// Forms of tasks on screen: out, and back.
extension EffectRunner {
  /// Writes the form of tasks of a place and gives its path; of the province a folder with those of
  /// its cities and of its own level, whole or not at all.
  func madeTaskForms(of code: Division.Code, _ state: AppState) throws -> String {
    let catalogue = state.catalogue
    guard let place = catalogue.divisions[code] else {
      throw Fault("没有代码为 \(code) 的地区。", "There is no place \(code).")
    }
    let maker = TaskFormMaker(
      catalogue, world.ledger, on: state.day, state.language, isSample: state.isSample)
    let places = TaskFormMaker.places(of: place, in: catalogue.divisions)
    let books = try maker.books(of: places, within: code == catalogue.province ? nil : code)
    let forms = zip(places, books).compactMap { place, book in book.map { (place, $0) } }
    guard let first = forms.first else {
      throw Fault(
        "\(place.name)没有任务，没有写表。", "\(place.english) has no task; no form was written.")
    }
    func name(_ place: Division) -> String {
      TaskForm.fileName(of: place, on: state.day)(state.language)
    }
    guard catalogue.divisions.grounds.contains(place.id) else {
      let path = freePath(name(place), "xlsx")
      try XLSXWriter.write(first.1, to: path)
      return path
    }
    let folder = freePath(name(place), nil)
    return try filledFolder(folder) {
      for (place, book) in forms { try XLSXWriter.write(book, to: "\(folder)/\(name(place)).xlsx") }
    }
  }

  /// Reads and checks a form of tasks; nothing is entered.
  func tried(tasks sent: Sent, _ state: AppState) throws -> TaskTrial {
    guard let file = try importing(state).examine([sent]).first else {
      throw Fault("没有要登记的。", "There is nothing to enter.")
    }
    return TaskTrial(
      file: file.name,
      rows: file.news.map { line in
        // What is asked about the whole file is not asked row by row.
        TaskTrial.Row(line, questions: file.questions(on: line).filter { $0.source.line != nil })
      },
      findings: file.findings, unchanged: file.unchanged, blanks: file.blanks, forms: file.forms,
      known: file.known.map(TaskImport.words(of:)))
  }

  /// Enters what was shown of forms of tasks; where somebody was quicker, asks.
  func entered(
    _ forms: [SentForm], _ changes: [Change], _ state: AppState
  ) throws -> Action {
    try EntryDays.refuse(changes, on: world.today, in: state.catalogue)
    let outcome = try world.ledger.act {
      try importing(state).refuse(changes)
      let forms = changes.isEmpty ? try untaken(forms) : forms
      guard !forms.isEmpty || !changes.isEmpty else { return Outcome.nothing }
      return try enter(Act(.returned(forms, changes), world.stamp), state)
    }
    return try answer(
      outcome, .entered, retry: .review(.enterTasks(forms, changes)), hasForms: true, state)
  }

  /// The forms that nobody has taken in by now.
  private func untaken(_ forms: [SentForm]) throws -> [SentForm] {
    let taken = try world.ledger.sentForms(asOf: world.today).filter { $0.withdrawal == nil }
    return forms.filter { form in
      !taken.contains { $0.form.hash == form.hash && $0.form.place == form.place }
    }
  }

  private func importing(_ state: AppState) -> TaskImport {
    TaskImport(state.catalogue, world.ledger, today: world.today)
  }
}
