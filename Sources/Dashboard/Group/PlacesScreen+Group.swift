import Cells
import Reform
import Widgets

/// Writing of a medical group.
extension PlacesScreen {
  /// `e`, `d` and `+`: the form of what is under the cursor.
  func writing(_ command: Command, _ model: Model) -> [Request] {
    model.writing {
      guard let section = subject(model).section, let desk = model.placeCache.desk(on: model.day)
      else { return [.say(Words.Groups.onlyInGroup, model.language)] }
      if let barred = model.progress.barred([level(model).place], model) { return barred }
      if command == .close, case .settlement(let year) = section {
        return signing(year, desk, model)
      }
      return field(command, in: section, desk, model).map { [form($0, desk, model)] }
        ?? [.say(Words.Groups.nothingToWrite, model.language)]
    }
  }

  private func form(_ field: GroupField, _ desk: GroupAccounts, _ model: Model) -> Request {
    .ask(
      FormMaker(
        desk: desk, county: level(model).place, today: model.today, language: model.language
      ).form(field))
  }

  private func field(
    _ command: Command, in section: GroupSection, _ desk: GroupAccounts, _ model: Model
  ) -> GroupField? {
    let own = line(model)?.field
    switch (command, section) {
    case (.add, .about): return GroupField(.member(nil))
    case (.add, .list(let id)):
      return freeNumber(on: id, desk, model).map { GroupField(.item(id, $0)) }
    case (.add, .assessment): return GroupField(.scores(nil))
    case (.add, .settlement): return GroupField(.money(nil))
    case (.close, .list): return own
    case (.amend, .list):
      // What the documents print stays as printed: there only the evidence is written.
      guard case .evidence(let id, let number)? = own?.form else { return nil }
      return desk.book.origin(of: id, number, in: level(model).place, model.catalogue.divisions)
        == nil ? own : GroupField(.item(id, number))
    case (.amend, .about): return own ?? (pane == .parts ? GroupField(.card) : nil)
    case (.amend, .assessment(let year)): return own ?? GroupField(.scores(year))
    case (.amend, .settlement(let year)): return own ?? GroupField(.money(year))
    default: return nil
    }
  }

  /// The lowest number that a list of a county has free, no evidence of an earlier thing under it.
  private func freeNumber(
    on id: ChecklistSet.ID, _ desk: GroupAccounts, _ model: Model
  ) -> Int? {
    guard let set = desk.charter[id] else { return nil }
    let (county, divisions) = (level(model).place, model.catalogue.divisions)
    let taken = Set(desk.book.checklist(set, in: county, divisions).items.map(\.number))
    return (1...100).first {
      !taken.contains($0) && desk.book.evidence(of: id, $0, in: county)?.done == nil
    }
  }

  /// Only a settlement that binds can be signed; a sentence says what one lacks.
  private func signing(_ year: Int, _ desk: GroupAccounts, _ model: Model) -> [Request] {
    if let obstacle = desk.settlement(of: level(model).place, year).obstacle {
      return [.say(obstacle, model.language, .bad)]
    }
    return [form(GroupField(.signing(year)), desk, model)]
  }

  // MARK: Dropping

  /// `x`: takes a member or a thing of a list away that was entered wrongly, after a question.
  func dropping(_ model: Model) -> [Request] {
    model.writing {
      if let barred = model.progress.barred([level(model).place], model) { return barred }
      let nothing = [Request.say(Words.Groups.nothingToDrop, model.language)]
      guard let desk = model.placeCache.desk(on: model.day), let line = line(model) else {
        return nothing
      }
      switch line.field?.form {
      case .member(let slot?):
        guard let member = desk.book.member(slot) else { return [] }
        return askingToDrop(
          [.member(member, isDropped: true)], Words.Groups.dropMember,
          [
            "\(member.tier.name(model.language)) \(member.name)",
            Words.Groups.dropNote(model.language),
          ], model)
      case .evidence(let set, let number): return dropping(set, number, desk, model)
      default: return nothing
      }
    }
  }

  private func dropping(
    _ set: ChecklistSet.ID, _ number: Int, _ desk: GroupAccounts, _ model: Model
  ) -> [Request] {
    let (county, divisions) = (level(model).place, model.catalogue.divisions)
    let language = model.language
    let list = desk.charter[set].map { desk.book.checklist($0, in: county, divisions) }
    guard let item = list?.items.first(where: { $0.number == number }) else { return [] }
    guard !item.isPrinted else { return [.say(Words.Groups.printedStays, language, .bad)] }
    var contents: [GroupFact.Content] = [.item(set, number, title: item.title, isDropped: true)]
    if item.evidence != nil {
      contents.append(.evidence(set, number, done: nil, text: Words.Groups.itemDropped(language)))
    }
    let origin = desk.book.origin(of: set, number, in: county, divisions) ?? county
    let reach =
      origin == county ? [] : [Words.Groups.dropOnlyHere(model.name(of: origin))(language)]
    return askingToDrop(
      contents, Words.Groups.dropItem,
      ["\(number) \(item.title(language))"] + reach + [Words.Groups.dropItemNote(language)],
      model)
  }

  private func askingToDrop(
    _ contents: [GroupFact.Content], _ title: Phrase, _ lines: [String], _ model: Model
  ) -> [Request] {
    let county = level(model).place
    let facts = contents.map { GroupFact(county, $0, isMadeUp: model.isSample) }
    let seen = model.placeCache.desk(on: model.day)?.book.newest ?? 0
    return [
      .ask(
        Question(
          title: title(model.language), lines: lines,
          effect: .recordGroup(facts, model.groupRequest, seen: seen), in: context(in: model)))
    ]
  }

  // MARK: Acts

  /// An act on a group is on disk: the cursor stays on the field, or goes to what a form has begun.
  mutating func take(_ recorded: GroupRecorded, _ model: Model) {
    let field = shownLine?.field
    makeScene(model)
    if let form = recorded.form, recorded.kind == .entered { land(after: form, model) }
    makeScene(model)
    stay(on: field, model)
  }

  /// The line under the cursor as the last frame had it: what was entered is in the model already.
  private var shownLine: PlaceLine? {
    guard pane == .report, let subject = scene.reportKey?.subject, let scroll = scrolls[subject]
    else { return nil }
    return scene.lines[safe: scroll.selected]
  }

  /// Keeps the cursor on the line of a field, wherever that stands now.
  private mutating func stay(on field: GroupField?, _ model: Model) {
    guard let field, line(model)?.field != field else { return }
    let lines = lines(model)
    let same =
      lines.firstIndex { $0.field == field } ?? lines.firstIndex { $0.field?.form == field.form }
    if let same { _ = click(.report, same, in: model) }
  }

  /// The section that a form has just begun comes under the cursor.
  private mutating func land(after form: Form, _ model: Model) {
    let section: GroupSection? =
      switch form.subject {
      case .scores(nil): form.year(.year).map { .assessment($0) }
      case .weights: form.year(.year).map { .assessment($0) }
      case .money(nil): form.year(.year).map { .settlement($0) }
      default: nil
      }
    guard let section, items(model).contains(.section(section)) else { return }
    choose(.section(section), in: model)
  }
}

/// An act on a group is on disk, or there was none to take back; with the form that it was written on.
struct GroupRecorded: Message {
  var kind: Recorded.Kind
  var form: Form?

  var words: Phrase {
    switch kind {
    case .entered: Words.Toast.saved
    case .takenBack: Words.Toast.takenBack
    case .putBack: Words.Toast.putBack
    case .nothing: Words.Toast.nothing
    }
  }
}

extension Form {
  /// Somebody else has entered what the form is about: it says so, and enters the next time.
  mutating func take(moved entries: [GroupEntry], _ language: Language) {
    seen = entries.map(\.id).max() ?? seen
    if let words = Self.moved(entries) { complain(words, language) }
  }

  static func moved(_ entries: [GroupEntry]) -> Phrase? {
    guard let first = entries.first else { return nil }
    let (who, kind) = (first.who, first.fact.kind.name)
    return Phrase(
      "\(who)刚登记了“\(kind.zh)”等 \(entries.count) 项，你的还没有登记；再登记一次，以你的为准。",
      "\(who) has just entered \(entries.count) of these (\(kind.en)); yours is not entered yet. Record "
        + "once more to write over it.")
  }
}
