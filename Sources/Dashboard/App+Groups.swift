import Cells
import Reform
import Widgets

extension AppState {
  /// Asks for what is to be entered of the group that is looked at: `d`, `e` and `+`.
  mutating func askOfGroup(_ command: Command) {
    guard isWritable() else { return }
    let subject = places.subject(self)
    guard let section = subject.section, let desk = placeShelf.desk(on: day) else {
      toast = Toast(Words.Groups.onlyInGroup(language))
      return
    }
    guard let field = field(command, in: section, of: subject.level.place, desk) else {
      toast = Toast(Words.Groups.nothingToWrite(language))
      return
    }
    let line = places.line(self)?.cells(self).joined(separator: " ").trimmed ?? ""
    overlay = .prompt(
      Prompt(
        purpose: .group(field), title: field.words(language),
        lines: command == .add || line.isEmpty ? [] : [line],
        field: TextField(known(field, of: subject.level.place, desk), limit: 200), complaint: nil))
  }

  private func field(
    _ command: Command, in section: GroupSection, of county: Division.Code, _ desk: SettlementDesk
  ) -> GroupField? {
    switch (command, section) {
    case (.add, .about): return .member
    case (.add, .list(let id)):
      guard let set = desk.charter[id] else { return nil }
      let items = desk.book.checklist(set, in: county, catalogue.divisions).items
      return .title(id, (items.map(\.number).max() ?? 0) + 1)
    case (.close, .list):
      guard case .evidence? = places.line(self)?.field else { return nil }
      return places.line(self)?.field
    case (.amend, .list):
      // What the documents print stays as printed: there only the evidence is written.
      guard case .evidence(let id, let number)? = places.line(self)?.field else { return nil }
      return desk.charter[id]?.isOpen == true ? .title(id, number) : .evidence(id, number)
    case (.amend, _): return places.line(self)?.field
    default: return nil
    }
  }

  /// What stands now, to be written over.
  private func known(
    _ field: GroupField, of county: Division.Code, _ desk: SettlementDesk
  ) -> String {
    switch field {
    case .card:
      let group = desk.book.group(of: county)
      guard let name = group.name, let lead = group.leadHospital else { return "" }
      return name + (language == .zh ? "；" : "; ") + lead
    case .budget(let year):
      return desk.book.account(of: county, year).budget?.description ?? ""
    case .spending(let year):
      return desk.book.account(of: county, year).spending?.description ?? ""
    default: return ""
    }
  }

  /// Takes an answer; the question stays until it is in the ledger.
  mutating func answer(_ field: GroupField, _ text: String) -> [Effect] {
    let county = places.level(self).place
    guard let desk = placeShelf.desk(on: day) else { return [] }
    do throws(Fault) {
      guard !text.isEmpty else {
        throw Fault(Words.Prompt.emptyNote.zh, Words.Prompt.emptyNote.en)
      }
      let content = try field.content(text, of: county, desk, on: today)
      return [.recordGroup([GroupFact(county, content, isMadeUp: isSample)], request)]
    } catch {
      _ = complain(error)
      return []
    }
  }

  private var request: GroupSheet.Request { GroupSheet.Request(day: day, turn: placeShelf.turn) }

  /// Takes back, or puts back, what this person entered last of a group.
  mutating func undoInGroup(isRedo: Bool = false) -> [Effect] {
    guard isWritable() else { return [] }
    return [isRedo ? .putBackGroup(request) : .takeBackGroup(request)]
  }

  /// An act on a group is on disk, or there was none to take back.
  mutating func take(_ kind: Recorded.Kind, _ sheet: GroupSheet) {
    overlay = nil
    placeShelf.put(sheet)
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
