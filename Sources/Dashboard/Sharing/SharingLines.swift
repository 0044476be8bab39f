import Cells
import Reform
import Widgets

/// The lines of the list of what has gone between ledger and hub.
struct SharingLines {
  struct Line {
    var text: String
    var indent = 0
    var role = Role.plain
    var isBold = false
    /// The act that was not taken which it speaks of.
    var refusal: RefusedAct.ID?
  }

  /// The widest that they are shown.
  static let most = 116

  private(set) var all: [Line] = []
  private let model: Model
  private var language: Language { model.language }
  private var width: Int { min(Self.most, model.size.columns - 4) - 6 }

  init(_ book: SharingBook, _ model: Model) {
    self.model = model
    head(book)
    heading(SharingPhrases.refused, book.refused.count)
    for refusal in book.refused { add(refusal) }
    heading(SharingPhrases.waiting, book.state.waiting)
    add(book.waiting, rest: book.state.waiting - book.waiting.count)
    heading(SharingPhrases.came, nil)
    add(book.came, rest: 0)
    add(elsewhere: book.state.membership.elsewhere)
    guard !book.strange.isEmpty else { return }
    heading(SharingPhrases.strange, book.strange.count)
    add(book.strange, rest: 0)
    add(SharingPhrases.strangeHelp(language), .faint, indent: 2)
  }

  private mutating func head(_ book: SharingBook) {
    let membership = book.state.membership
    let place = model.name(of: membership.place)
    add(
      Phrase(
        "以\(place)的名义登记，共享库 \(membership.service)",
        "Enters for \(place), at the hub \(membership.service)")(language), .faint)
    let time = membership.synchronised.map(SharingPhrases.long)
    add(
      SharingPhrases.last(language) + " " + (time ?? SharingPhrases.never(language))
        + (model.exchanges.isRunning
          ? model.symbols.dot + Phrase("同步中", "syncing")(language) : ""),
      .faint)
    if let trouble = SharingPhrases.trouble(of: model) {
      let colon = Phrase("：", ": ")(language)
      add(SharingPhrases.trouble(language) + colon + trouble(language), .bad)
    }
  }

  /// Of places of which nothing else is seen.
  private mutating func add(elsewhere counts: [Division.Code: Int]) {
    guard !counts.isEmpty else { return }
    heading(SharingPhrases.elsewhere, nil)
    let places = counts.sorted { $0.key < $1.key }.map { "\(model.name(of: $0.key)) \($0.value)" }
    add(places.joined(separator: Phrase("、", ", ")(language)), .plain, indent: 2)
  }

  private mutating func heading(_ words: Phrase, _ count: Int?) {
    all.append(Line(text: ""))
    let number = count.map { " \($0)" } ?? ""
    all.append(Line(text: words(language) + number, role: .title, isBold: true))
  }

  private mutating func add(
    _ text: String, _ role: Role, indent: Int = 0, refusal: RefusedAct.ID? = nil
  ) {
    for line in model.ruler.wrap(text, to: max(10, width - indent)) {
      all.append(Line(text: line, indent: indent, role: role, refusal: refusal))
    }
  }

  private mutating func add(_ acts: [SpokenAct], rest: Int) {
    if acts.isEmpty { add(SharingPhrases.nothing(language), .faint, indent: 2) }
    for act in acts {
      all.append(Line(text: SharingPhrases.said(act, language), indent: 2))
    }
    if rest > 0 { add(Phrase("……还有 \(rest) 次", "… and \(rest) more")(language), .faint, indent: 2) }
  }

  private mutating func add(_ refusal: Refusal) {
    let act = refusal.act
    add(
      "\(act.day) \(act.who) \(refusal.what(language))", .warning, indent: 2, refusal: refusal.id)
    for rival in refusal.rivals {
      add(
        Phrase("先到的：", "Came first: ")(language) + SharingPhrases.said(rival, language), .plain,
        indent: 4, refusal: refusal.id)
    }
    if refusal.rivals.isEmpty { add(act.words(language), .plain, indent: 4, refusal: refusal.id) }
    if let obstacle = refusal.obstacle {
      add(obstacle(language), .faint, indent: 4, refusal: refusal.id)
    }
  }
}
