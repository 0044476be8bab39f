import Cells
import Reform
import Widgets

/// A form of the meetings' screen: the fields, and what is entered from them.
struct MeetingForm: OverlayRoom {
  /// What it is for.
  enum Purpose: Equatable, Sendable {
    /// The card, with the places among which one is chosen.
    case card(Meeting?, among: [Division.Code])
    case rules(Meeting)
    case closing(Meeting)
    case extending(Deciding)
    case sendingBack(Deciding)
    case supervising(Deciding, SlipOrder)
    case supervisingEach(Deciding, [EachSlip])
    case issuing(SlipOrder)
    case resolving(Deciding)
    case stepping(SlipAsked, Slip)
  }

  let purpose: Purpose
  var form: Form
  /// The day that is not worked, of which the person was told.
  private var told: Day?

  init(
    _ purpose: Purpose, _ title: String, notes: [Form.Note] = [], _ entries: [Form.Entry],
    at key: MeetingField? = nil
  ) {
    self.purpose = purpose
    form = Form(
      .elsewhere, of: "", title, notes: notes, entries, at: key.map { .meeting($0) })
  }

  var hints: [OverlayHint] { form.hints }

  mutating func press(_ key: Key, in model: Model) -> [Request] {
    let isLast = form.list.selected == form.list.fields.count - 1
    if key == .control("s") || key == .enter && isLast { return enter(model) }
    return form.press(key, in: model)
  }

  mutating func write(_ text: String, in model: Model) -> [Request] {
    form.write(text, in: model)
  }

  mutating func click(_ index: Int, in model: Model) -> [Request] { form.click(index, in: model) }

  mutating func complain(_ fault: Fault, in model: Model) -> Bool {
    tell(fault, model)
    return true
  }

  func draw(_ model: Model, on frame: inout Frame) { form.draw(model, on: &frame) }

  /// Enters what was written; the form stays open until it is on disk.
  private mutating func enter(_ model: Model) -> [Request] {
    form.isLeaving = false
    guard form.check(model.language) else { return [] }
    do throws(Fault) {
      let made = try requests(model)
      return tells(model) ? [] : made
    } catch {
      tell(error, model)
      return []
    }
  }

  private var isCard: Bool { if case .card = purpose { true } else { false } }

  /// Says what is wrong at the field that it is about, where there is one, and puts the cursor there.
  private mutating func tell(_ fault: Fault, _ model: Model) {
    let field: MeetingField? =
      switch fault.part {
      case .places: isCard ? .scope : .places
      case .deadlines: .due
      case .departments: .units
      default: nil
      }
    form.complain(fault.message, at: field.map { .meeting($0) }, model.language)
  }

  /// Whether something is due on a day that is not worked and nobody has said so yet: it is said, and
  /// the same key again enters it.
  private mutating func tells(_ model: Model) -> Bool {
    guard let due = form.day(.meeting(.due)), due != told,
      let words = model.meetings?.rules?.calendar.told(off: due)
    else { return false }
    told = due
    let again = Phrase("再按一次照样登记。", " The same key again enters it.")
    form.complain(Phrase(words.zh + again.zh, words.en + again.en), model.language)
    return true
  }

  // MARK: What stands in it

  func text(_ field: MeetingField) -> String { form.text(.meeting(field)) }
  func choice(_ field: MeetingField) -> Int { form.choice(.meeting(field)) }

  /// The day of a field; throws where it is empty.
  func day(_ field: MeetingField) throws(Fault) -> Day {
    guard let day = form.day(.meeting(field)) else { throw Fault(Words.Prompt.badDay) }
    try BookDays.held(day)
    return day
  }
}

/// The fields of the forms of meetings.
enum MeetingField: Hashable, Sendable {
  case title, series, number, day, time, venue, chair, present, absent, recorder, scope
  case red, dueWithin, changed, indicators, order
  case text, due, askedBy, askedOn, evidence
  case units, cooperating, places, level, unit, person, telephone, instruction, basis
}

extension Form.Entry {
  init(
    _ field: MeetingField, _ kind: FormKind, _ label: Phrase, _ text: String = "",
    remark: Phrase? = nil, _ language: Language
  ) {
    self.init(.meeting(field), kind, label(language), text, remark: remark?(language) ?? "")
  }

  init(
    _ field: MeetingField, _ label: Phrase, choice words: [Phrase], _ chosen: Int,
    _ language: Language
  ) {
    self.init(.meeting(field), label(language), choice: words.map { $0(language) }, chosen)
  }
}
