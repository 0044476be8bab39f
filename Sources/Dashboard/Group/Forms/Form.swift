import Cells
import Reform
import Widgets

/// What a person fills in: labelled fields, what each of them takes, and what is wrong.
public struct Form: Hashable, Sendable {
  /// A field before it is drawn: what it is called, takes and holds.
  struct Entry {
    var key: FormKey
    var kind: FormKind
    var label: String
    var remark: String = ""
    var content: FieldList.Field.Content

    init(
      _ key: FormKey, _ kind: FormKind, _ label: String, _ text: String = "", remark: String = ""
    ) {
      (self.key, self.kind, self.label, self.remark) = (key, kind, label, remark)
      content = .text(TextField(text, limit: kind.limit))
    }

    init(_ key: FormKey, _ label: String, choice words: [String], _ chosen: Int) {
      (self.key, kind, self.label) = (key, .choice, label)
      content = .choice(words, chosen)
    }
  }

  /// A line above the fields; without a label it takes the whole width.
  struct Note: Hashable, Sendable {
    var label = ""
    var text: String
    var role = Role.plain
  }

  let subject: GroupForm
  let county: Division.Code
  let title: String
  let notes: [Note]
  let keys: [FormKey]
  let kinds: [FormKind]
  /// The values as they were when the form was opened.
  private(set) var before: [String]
  var list: FieldList
  /// What is wrong with the whole.
  var complaint: String?
  /// What is signed, as it was shown when the form was opened.
  var signed: SignedSettlement?
  /// The newest fact of groups that the person has seen: what came later is not written over
  /// unawares.
  var seen: GroupEntry.ID
  /// Whether Esc was pressed once over what is not entered yet.
  var isLeaving = false

  init(
    _ subject: GroupForm, of county: Division.Code, _ title: String, notes: [Note] = [],
    _ entries: [Entry], at key: FormKey? = nil, seen: GroupEntry.ID = 0
  ) {
    (self.subject, self.county, self.title, self.notes) = (subject, county, title, notes)
    self.seen = seen
    (keys, kinds) = (entries.map(\.key), entries.map(\.kind))
    let fields = entries.map {
      FieldList.Field(
        $0.label, $0.content, remark: $0.remark, columns: $0.kind.columns,
        isTypedOver: $0.kind.isTypedOver, endsRight: $0.kind.endsRight)
    }
    before = fields.map(\.value)
    list = FieldList(fields, selected: entries.firstIndex { $0.key == key } ?? 0)
  }
}

extension Form {
  /// Whether anything was written that is not entered yet.
  var isChanged: Bool { list.fields.map(\.value) != before }

  func isChanged(_ key: FormKey) -> Bool {
    keys.firstIndex(of: key).map { list.fields[$0].value != before[$0] } ?? false
  }

  /// What stands in a field, blanks at its ends left out.
  func text(_ key: FormKey) -> String {
    keys.firstIndex(of: key).map { list.fields[$0].value.trimmed } ?? ""
  }

  /// Which word of a choice is chosen.
  func choice(_ key: FormKey) -> Int { Int(text(key)) ?? 0 }

  /// The number of a field; nil where it is empty or no number.
  func number(_ key: FormKey) -> Amount? { try? Amount(written: text(key)) }

  func money(_ key: FormKey) -> Fen? { try? Fen(written: text(key)) }

  func day(_ key: FormKey) -> Day? {
    let index = keys.firstIndex(of: key)
    return index.map { kinds[$0] } == .dueDay ? Day(dueBy: text(key)) : Day(written: text(key))
  }

  func year(_ key: FormKey) -> Int? {
    guard FormKind.year(latest: 9999).refusal(of: text(key)) == nil else { return nil }
    return number(key).flatMap { Int("\($0)") }
  }

  /// Writes what stands for something else into a field, as if it had stood there from the start.
  mutating func put(_ text: String, into key: FormKey) {
    guard let index = keys.firstIndex(of: key) else { return }
    list.fields[index].content = .text(TextField(text, limit: kinds[index].limit))
    before[index] = text
  }
}

// MARK: - What is wrong

extension Form {
  /// Looks at a field that the cursor leaves: says what is wrong, shows back what is right.
  ///
  /// That it is empty is wrong only where something stood in it.
  mutating func look(at index: Int, _ language: Language) {
    let text = list.fields[index].value.trimmed
    if text.isEmpty, before[index].isEmpty || kinds[index].isOptional { return }
    check(at: index, language)
  }

  /// Looks at every field, and puts the cursor on the first that is wrong; true where none is.
  mutating func check(_ language: Language) -> Bool {
    complaint = nil
    for index in list.fields.indices { check(at: index, language) }
    guard let wrong = list.fields.firstIndex(where: { $0.complaint != nil }) else { return true }
    list.select(wrong)
    return false
  }

  private mutating func check(at index: Int, _ language: Language) {
    guard case .text(let field) = list.fields[index].content else { return }
    let (text, kind) = (field.text.trimmed, kinds[index])
    var fault = text.isEmpty ? nil : kind.refusal(of: text)
    if text.isEmpty, kind.isNeeded { fault = Words.Forms.needed }
    if text.isEmpty, kind.isKept, !before[index].isEmpty { fault = Words.Forms.kept }
    list.fields[index].complaint = fault?(language)
    let usual = kind.usual(text)
    guard usual != field.text else { return }
    list.fields[index].content = .text(TextField(usual, limit: kind.limit))
  }

  /// Says what is wrong at a field, or of the whole, and puts the cursor there.
  mutating func complain(_ words: Phrase, at key: FormKey? = nil, _ language: Language) {
    guard let index = key.flatMap({ keys.firstIndex(of: $0) }) else {
      complaint = words(language)
      return
    }
    list.fields[index].complaint = words(language)
    list.select(index)
  }
}
