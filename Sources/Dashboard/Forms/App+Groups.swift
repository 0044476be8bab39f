import Cells
import Reform
import Widgets

extension AppState {
  /// `e`, `d` and `+` on a medical group: the form of what is under the cursor.
  mutating func writeOfGroup(_ command: Command) {
    guard isWritable() else { return }
    guard let section = places.subject(self).section, let desk = placeShelf.desk(on: day) else {
      toast = Toast(Words.Groups.onlyInGroup(language))
      return
    }
    if command == .close, case .settlement(let year) = section {
      return openSigning(year, desk)
    }
    guard let field = field(command, in: section, desk) else {
      toast = Toast(Words.Groups.nothingToWrite(language))
      return
    }
    open(field)
  }

  private func field(
    _ command: Command, in section: GroupSection, _ desk: SettlementDesk
  ) -> GroupField? {
    let own = places.line(self)?.field
    switch (command, section) {
    case (.add, .about): return GroupField(.member(nil))
    case (.add, .list(let id)):
      return freeNumber(on: id, desk).map { GroupField(.item(id, $0)) }
    case (.add, .assessment): return GroupField(.scores(nil))
    case (.add, .settlement): return GroupField(.money(nil))
    case (.close, .list): return own
    case (.amend, .list):
      // What the documents print stays as printed: there only the evidence is written.
      guard case .evidence(let id, let number)? = own?.form else { return nil }
      return desk.book.origin(of: id, number, in: places.level(self).place, catalogue.divisions)
        == nil ? own : GroupField(.item(id, number))
    case (.amend, .about): return own ?? (places.pane == .parts ? GroupField(.card) : nil)
    case (.amend, .assessment(let year)): return own ?? GroupField(.scores(year))
    case (.amend, .settlement(let year)): return own ?? GroupField(.money(year))
    default: return nil
    }
  }

  /// The lowest number that a list of a county has free, no evidence of an earlier thing under it.
  private func freeNumber(on id: ChecklistSet.ID, _ desk: SettlementDesk) -> Int? {
    guard let set = desk.charter[id] else { return nil }
    let county = places.level(self).place
    let taken = Set(desk.book.checklist(set, in: county, catalogue.divisions).items.map(\.number))
    return (1...100).first {
      !taken.contains($0) && desk.book.evidence(of: id, $0, in: county)?.done == nil
    }
  }

  /// Only a settlement that binds can be signed; a sentence says what one lacks.
  private mutating func openSigning(_ year: Int, _ desk: SettlementDesk) {
    if let obstacle = desk.settlement(of: places.level(self).place, year).obstacle {
      toast = Toast(obstacle(language), .bad)
    } else {
      open(GroupField(.signing(year)))
    }
  }

  // MARK: Dropping

  /// `x`: takes a member or a thing of a list away that was entered wrongly, after a question.
  mutating func dropFromGroup() {
    guard isWritable() else { return }
    guard let desk = placeShelf.desk(on: day), let line = places.line(self) else {
      toast = Toast(Words.Groups.nothingToDrop(language))
      return
    }
    let county = places.level(self).place
    switch line.field?.form {
    case .member(let slot?):
      guard let member = desk.book.member(slot) else { return }
      askToDrop(
        [.member(member, isDropped: true)], Words.Groups.dropMember,
        ["\(member.tier.name(language)) \(member.name)", Words.Groups.dropNote(language)])
    case .evidence(let set, let number): drop(set, number, of: county, desk)
    default: toast = Toast(Words.Groups.nothingToDrop(language))
    }
  }

  private mutating func drop(
    _ set: ChecklistSet.ID, _ number: Int, of county: Division.Code, _ desk: SettlementDesk
  ) {
    let list = desk.charter[set].map { desk.book.checklist($0, in: county, catalogue.divisions) }
    guard let item = list?.items.first(where: { $0.number == number }) else { return }
    guard !item.isPrinted else {
      toast = Toast(Words.Groups.printedStays(language), .bad)
      return
    }
    var contents: [GroupFact.Content] = [.item(set, number, title: item.title, isDropped: true)]
    if item.evidence != nil {
      contents.append(.evidence(set, number, done: nil, text: Words.Groups.itemDropped(language)))
    }
    let origin = desk.book.origin(of: set, number, in: county, catalogue.divisions) ?? county
    let scope = origin == county ? [] : [Words.Groups.dropOnlyHere(name(of: origin))(language)]
    askToDrop(
      contents, Words.Groups.dropItem,
      ["\(number) \(item.title(language))"] + scope + [Words.Groups.dropItemNote(language)])
  }

  private mutating func askToDrop(
    _ contents: [GroupFact.Content], _ title: Phrase, _ lines: [String]
  ) {
    let county = places.level(self).place
    let facts = contents.map { GroupFact(county, $0, isMadeUp: isSample) }
    overlay = .question(
      Question(
        title: title(language), lines: lines,
        effect: .recordGroup(facts, groupRequest, seen: placeShelf.desk(on: day)?.book.newest ?? 0))
    )
  }

  // MARK: Acts

  /// Keeps the cursor on the line of a field, wherever that stands now.
  private mutating func stay(on field: GroupField?) {
    guard let field, places.line(self)?.field != field else { return }
    let lines = PlaceLines.of(self)
    let same =
      lines.firstIndex { $0.field == field } ?? lines.firstIndex { $0.field?.form == field.form }
    guard let same else { return }
    var screen = places
    _ = screen.click(.report, same, in: self)
    places = screen
  }

  var groupRequest: GroupSheet.Request { GroupSheet.Request(day: day, turn: placeShelf.turn) }

  /// Takes back, or puts back, what this person entered last of a group.
  mutating func undoInGroup(isRedo: Bool = false) -> [Effect] {
    guard isWritable() else { return [] }
    return [isRedo ? .putBackGroup(groupRequest) : .takeBackGroup(groupRequest)]
  }

  /// An act on a group is on disk, or there was none to take back.
  mutating func take(_ kind: Recorded.Kind, _ sheet: GroupSheet) {
    let (before, field) = (overlay, places.line(self)?.field)
    overlay = nil
    placeShelf.put(sheet)
    makeScene()
    if case .form(let form) = before, kind == .entered { land(after: form) }
    makeScene()
    stay(on: field)
    let words =
      switch kind {
      case .entered: Words.Toast.saved
      case .takenBack: Words.Toast.takenBack
      case .putBack: Words.Toast.putBack
      case .nothing: Words.Toast.nothing
      }
    let tick = kind == .nothing ? "" : "\(marks.tick) "
    toast = Toast(tick + words(language), kind == .nothing ? .plain : .good)
    settle()
  }
}
