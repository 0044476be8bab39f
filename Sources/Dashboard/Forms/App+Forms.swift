import Cells
import Reform
import Widgets

extension AppState {
  /// Opens the form of something of the group that is looked at.
  mutating func open(_ field: GroupField) {
    guard let desk = placeShelf.desk(on: day) else { return }
    let county = places.level(self).place
    overlay = .form(
      FormMaker(desk: desk, county: county, today: today, language: language).form(field))
  }

  /// Keys of a form: Ctrl-S enters it, Esc leaves, all others go to its fields.
  mutating func press(_ key: Key, in form: Form) -> [Effect] {
    var form = form
    switch key {
    case .escape, .function(10):
      leave(form)
      return []
    case .control("s"): return enter(form)
    default: break
    }
    form.isLeaving = false
    return take(form.list.press(key), in: form)
  }

  /// Pasted text goes into the field with the cursor.
  mutating func paste(_ text: String, into form: Form) {
    var form = form
    form.isLeaving = false
    _ = take(form.list.write(text), in: form)
  }

  /// A click puts the cursor on a field.
  mutating func click(_ index: Int, in form: Form) -> [Effect] {
    var form = form
    let before = form.list.selected
    form.list.select(index)
    if form.list.selected != before { form.look(at: before, language) }
    form.isLeaving = false
    overlay = .form(form)
    return []
  }

  private mutating func take(_ outcome: FieldList.Outcome, in form: Form) -> [Effect] {
    var form = form
    switch outcome {
    case .ended: return enter(form)
    case .left(let index):
      form.look(at: index, language)
      if form.keys[safe: index] == .year { turnToYear(&form) }
      fillIn(&form, after: form.keys[safe: index])
    case .changed:
      form.complaint = nil
      if form.keys[safe: form.list.selected] == .place { fillIn(&form, after: .place) }
    case .refused(let count, let limit):
      let words = Words.Prompt.tooLong(limit, count)(language)
      form.list.fields[form.list.selected].complaint = words
    case .nothing: break
    }
    overlay = .form(form)
    return []
  }

  /// A form that was changed asks once more, so that a slip loses nothing.
  private mutating func leave(_ form: Form) {
    guard form.isChanged, !form.isLeaving else {
      overlay = nil
      return
    }
    var form = form
    form.isLeaving = true
    overlay = .form(form)
  }

  /// Weights of another place or year: what is entered for it, while none was written over.
  private func fillIn(_ form: inout Form, after key: FormKey?) {
    guard case .weights(let opened) = form.subject, key == .place || key == .year,
      let desk = placeShelf.desk(on: day)
    else { return }
    let measures = form.measures
    let place = Form.places(over: form.county, catalogue.divisions)[safe: form.choice(.place)]
    guard !measures.contains(where: { form.isChanged(.weight($0)) }), let place,
      let known = desk.book.weights(of: place, form.year(.year) ?? opened)
    else { return }
    for measure in measures {
      form.put(known[measure].map { "\($0)" } ?? "", into: .weight(measure))
    }
  }

  // MARK: Into the ledger

  /// Enters what was written; the form stays open until it is on disk.
  private mutating func enter(_ form: Form) -> [Effect] {
    var form = form
    form.isLeaving = false
    let isGood = form.check(language)
    overlay = .form(form)
    guard isGood, let desk = placeShelf.desk(on: day) else { return [] }
    if case .signing = form.subject { return sign(form) }
    do throws(FormFault) {
      let isTold = form.isChanged || form.subject.isPrefilled
      let facts = isTold ? try form.facts(desk, isMadeUp: isSample) : []
      let news = facts.filter { desk.book[$0.slot]?.fact.content != $0.content }
      guard news.isEmpty else { return [.recordGroup(news, groupRequest, seen: form.seen)] }
      overlay = nil
      toast = Toast(Words.Forms.unchanged(language))
    } catch {
      form.complain(error.words, at: error.key, language)
      overlay = .form(form)
    }
    return []
  }

  /// What the person saw is signed, or nothing where the ledger comes to something else by now.
  private func sign(_ form: Form) -> [Effect] {
    guard var signed = form.signed else { return [] }
    let note = form.text(.note)
    signed.note = note.isEmpty ? nil : note
    if isSample { signed.isMadeUp = true }
    return [.signGroup(signed, groupRequest)]
  }

  /// Says in the open form what the ledger refused; nothing that was typed is lost.
  func complaining(_ fault: Fault, in form: Form) -> Form {
    var form = form
    form.complain(fault.message, language)
    // Two groups at once: one of the days is wrong.
    if case .member = form.subject, let from = form.keys.firstIndex(of: .from) {
      form.list.select(from)
    }
    return form
  }

  /// Somebody else has entered what the form is about: it says so, and enters the next time.
  mutating func take(groupMoved entries: [GroupEntry]) {
    guard let first = entries.first else { return }
    let (who, kind) = (first.who, first.fact.kind.name)
    let words = Phrase(
      "\(who)刚登记了“\(kind.zh)”等 \(entries.count) 项，你的还没有登记；再登记一次，以你的为准。",
      "\(who) has just entered \(entries.count) of these (\(kind.en)); yours is not entered yet. Record "
        + "once more to write over it.")
    guard case .form(var form) = overlay else {
      toast = Toast(words(language), .bad)
      return
    }
    form.seen = entries.map(\.id).max() ?? form.seen
    form.complain(words, language)
    overlay = .form(form)
  }

  /// The section that a form has just begun comes under the cursor.
  mutating func land(after form: Form) {
    let section: GroupSection? =
      switch form.subject {
      case .scores(nil): form.year(.year).map { .assessment($0) }
      case .weights: form.year(.year).map { .assessment($0) }
      case .money(nil): form.year(.year).map { .settlement($0) }
      default: nil
      }
    guard let section else { return }
    var screen = places
    guard screen.items(self).contains(.section(section)) else { return }
    screen.choose(.section(section), in: self)
    places = screen
  }
}
