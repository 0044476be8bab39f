import Cells
import Reform
import Widgets

extension Form: OverlayRoom {
  var hints: [OverlayHint] {
    [
      OverlayHint(.tab, "下一项", "next field"), OverlayHint(.control("s"), "登记", "record"),
      OverlayHint(.escape, "离开", "leave"),
    ]
  }

  /// Ctrl-S enters it, Esc leaves, all others go to its fields.
  mutating func press(_ key: Key, in model: Model) -> [Request] {
    switch key {
    case .escape, .function(10): return leave()
    case .control("s"): return enter(model)
    default:
      isLeaving = false
      return take(list.press(key), model)
    }
  }

  /// Pasted text goes into the field with the cursor.
  mutating func write(_ text: String, in model: Model) -> [Request] {
    isLeaving = false
    _ = take(list.write(text), model)
    return []
  }

  /// A click puts the cursor on a field.
  mutating func click(_ index: Int, in model: Model) -> [Request] {
    let before = list.selected
    list.select(index)
    if list.selected != before { look(at: before, model.language) }
    isLeaving = false
    return []
  }

  private mutating func take(_ outcome: FieldList.Outcome, _ model: Model) -> [Request] {
    switch outcome {
    case .ended: return enter(model)
    case .left(let index):
      look(at: index, model.language)
      if keys[safe: index] == .year { model.turnToYear(&self) }
      fillIn(after: keys[safe: index], model)
    case .changed:
      complaint = nil
      if keys[safe: list.selected] == .place { fillIn(after: .place, model) }
    case .refused(let count, let limit):
      let words = Words.Prompt.tooLong(limit, count)(model.language)
      list.fields[list.selected].complaint = words
    case .nothing: break
    }
    return []
  }

  /// A form that was changed asks once more, so that a slip loses nothing.
  private mutating func leave() -> [Request] {
    guard isChanged, !isLeaving else { return [.close] }
    isLeaving = true
    return []
  }

  /// Weights of another place or year: what is entered for it, while none was written over.
  private mutating func fillIn(after key: FormKey?, _ model: Model) {
    guard case .weights(let opened) = subject, key == .place || key == .year,
      let desk = model.placeCache.desk(on: model.day)
    else { return }
    let measures = measures
    let place = Form.places(over: county, model.catalogue.divisions)[safe: choice(.place)]
    guard !measures.contains(where: { isChanged(.weight($0)) }), let place,
      let known = desk.book.weights(of: place, year(.year) ?? opened)
    else { return }
    for measure in measures {
      put(known[measure].map { "\($0)" } ?? "", into: .weight(measure))
    }
  }

  // MARK: Into the ledger

  /// Enters what was written; the form stays open until it is on disk.
  private mutating func enter(_ model: Model) -> [Request] {
    isLeaving = false
    guard check(model.language), let desk = model.placeCache.desk(on: model.day) else { return [] }
    if case .signing = subject { return sign(model) }
    do throws(FormFault) {
      let isTold = isChanged || subject.isPrefilled
      let facts = isTold ? try facts(desk, isMadeUp: model.isSample) : []
      let news = facts.filter { desk.book[$0.slot]?.fact.content != $0.content }
      guard news.isEmpty else {
        return [.effect(.recordGroup(news, model.groupRequest, seen: seen))]
      }
      return [.close, .say(Words.Forms.unchanged, model.language)]
    } catch {
      complain(error.words, at: error.key, model.language)
    }
    return []
  }

  /// What the person saw is signed, or nothing where the ledger comes to something else by now.
  private func sign(_ model: Model) -> [Request] {
    guard var signed else { return [] }
    let note = text(.note)
    signed.note = note.isEmpty ? nil : note
    if model.isSample { signed.isMadeUp = true }
    return [.effect(.signGroup(signed, model.groupRequest))]
  }

  /// Says what the ledger refused; nothing that was typed is lost.
  mutating func complain(_ fault: Fault, in model: Model) -> Bool {
    complain(fault.message, model.language)
    // Two groups at once: one of the days is wrong.
    if case .member = subject, let from = keys.firstIndex(of: .from) { list.select(from) }
    return true
  }
}

extension Model {
  var groupRequest: GroupSheet.Request { GroupSheet.Request(day: day, turn: reads.turn) }
}
