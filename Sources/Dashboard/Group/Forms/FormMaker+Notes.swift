import Cells
import Reform

extension FormMaker {
  /// What a person should know before he fills the form in.
  func notes(of form: GroupForm) -> [Form.Note] {
    switch form {
    case .member(nil): [Form.Note(text: Words.Forms.moveNote(language), role: .faint)]
    case .item(let set, let number): itemNotes(set, number)
    case .evidence(let set, let number): evidenceNotes(set, number)
    case .weights(let year): weightsNotes(year)
    case .selection(let year): selectionNotes(year)
    case .signing(let year): signingNotes(year)
    case .staffing(let name, _): [Form.Note(text: name, role: .title)]
    case .terms: [Form.Note(text: Words.Forms.factorNote(language), role: .faint)]
    case .card, .member, .scores, .money, .elsewhere: []
    }
  }

  private func itemNotes(_ set: ChecklistSet.ID, _ number: Int) -> [Form.Note] {
    guard let origin = book.origin(of: set, number, in: county, divisions), origin != county
    else {
      return [Form.Note(text: Words.Forms.englishNote(language), role: .faint)]
    }
    let (place, own) = (divisions[origin], divisions[county])
    return [
      Form.Note(
        text: said(
          "这一条是为\(place?.name ?? origin)录入的；在这里改，只改\(own?.name ?? county)的。",
          "This item was entered for \(place?.english ?? origin); what is changed here holds for "
            + "\(own?.english ?? county) only."), role: .faint)
    ]
  }

  private func evidenceNotes(_ set: ChecklistSet.ID, _ number: Int) -> [Form.Note] {
    let list = desk.charter[set].map { book.checklist($0, in: county, divisions) }
    guard let item = list?.items.first(where: { $0.number == number }) else { return [] }
    return [Form.Note(text: "\(number) \(item.title(language))", role: .title)]
  }

  private func weightsNotes(_ year: Int) -> [Form.Note] {
    let places = Form.places(over: county, divisions)
    let notes = [Form.Note(text: Words.Forms.weightsNote(language), role: .faint)]
    guard let origin = places.first(where: { book.weights(of: $0, year) != nil }),
      origin != county, let place = divisions[origin]
    else { return notes }
    return notes + [
      Form.Note(
        text: said(
          "\(year) 年用的是为\(place.name)录入的权重。",
          "In \(year) the weights entered for \(place.english) are in use."), role: .faint)
    ]
  }

  private func selectionNotes(_ year: Int) -> [Form.Note] {
    desk.charter.rules.filter { $0.reach == .selected }.map { rule in
      Form.Note(text: "\(reference(rule.source)) \(rule.words(language))", role: .faint)
    }
  }

  private func reference(_ source: ClauseReference) -> String {
    let number = desk.catalogue.document(source.document)?.number ?? source.document
    return "\(number) \(source.place(language))"
  }

  /// Balance, rule, parts and what is still due, as they are signed.
  private func signingNotes(_ year: Int) -> [Form.Note] {
    let settlement = desk.settlement(of: county, year)
    var amounts: [(String, String, Role)] = [
      (
        settlement.outcome.name(language), settlement.balance?.grouped ?? "-",
        settlement.outcome == .overrun ? .bad : .good
      )
    ]
    amounts += settlement.parts.map { ("  \($0.share.name(language))", $0.fen.grouped, .plain) }
    if let due = settlement.due {
      let words = due.isNegative ? Words.Forms.dueBack : Words.Forms.due
      amounts.append((words(language), due.grouped, .title))
    }
    let widest = amounts.map(\.1.count).max() ?? 0
    let yuan = Words.Groups.yuan(language)
    let notes = amounts.map { label, amount, role in
      let blanks = String(repeating: " ", count: widest - amount.count)
      return Form.Note(label: label, text: "\(blanks)\(amount) \(yuan)", role: role)
    }
    return notes + [Form.Note(label: Words.Groups.ruled(language), text: rule(settlement))]
      + signedNotes(settlement)
  }

  private func rule(_ settlement: Settlement) -> String {
    if settlement.parts.isEmpty { return Words.Forms.undivided(language) }
    if settlement.isAgreed { return Words.Forms.agreed(language) }
    return settlement.governing.rule.map { reference($0.source) }
      ?? Words.Forms.undivided(language)
  }

  private func signedNotes(_ settlement: Settlement) -> [Form.Note] {
    guard let signed = settlement.signed else { return [] }
    let isSame = signed.agrees(with: settlement)
    let words = isSame ? Words.Forms.signedAlike : Words.Forms.signedOtherwise
    return [
      Form.Note(
        label: Words.Groups.signed(language),
        text: "\(signed.balance.grouped) \(Words.Groups.yuan(language)) \(words(language))",
        role: isSame ? .faint : .warning)
    ]
  }
}
