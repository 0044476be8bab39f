import Cells
import Reform
import Widgets

/// The first screen of an own ledger: what this is, and the three things that matter, each of which
/// is done at once or later.
struct Start: OverlayRoom {
  /// What can be done from here.
  enum Step: Int { case place, table, screen, form, due, document }

  var step: Step
  /// Whether the drafts that wait were asked for.
  var hasAsked = false

  init(step: Step) { self.step = step }

  init(in model: Model) { step = Self.steps(model)[0] }

  /// In the order in which they are shown: without tasks the documents come first.
  static func steps(_ model: Model) -> [Step] {
    model.catalogue.tasks.isEmpty
      ? [.document, .place, .table, .form] : [.place, .table, .screen, .form, .due]
  }

  var hints: [OverlayHint] {
    [
      .choose, OverlayHint(.enter, "去做", "do it"),
      OverlayHint(.escape, "以后再说，0 再打开", "later, 0 opens this again"),
    ]
  }

  mutating func press(_ key: Key, in model: Model) -> [Request] {
    switch key.halfWidth {
    case .escape: return [.close]
    case .enter: return requests(model)
    case .up, "k", .backTab: go(-1, model)
    case .down, "j", .tab: go(1, model)
    default:
      // What leads elsewhere leads there; nothing else is done behind it.
      let command = model.keymap.command(for: key, in: .overview)
      guard let command, Self.leading.contains(command) || Rooms.tabs.contains(command) else {
        return []
      }
      return command == .language ? [.perform(command)] : [.close, .perform(command)]
    }
    return []
  }

  private static let leading: Set<Command> = [
    .help, .palette, .place, .language, .look, .quit, .importDocument, .template,
  ]

  private mutating func go(_ count: Int, _ model: Model) {
    let steps = Self.steps(model)
    let now = steps.firstIndex(of: step) ?? 0
    step = steps[safe: max(0, min(steps.count - 1, now + count))] ?? .place
  }

  mutating func click(_ index: Int, in model: Model) -> [Request] {
    guard let clicked = Step(rawValue: index) else { return [] }
    defer { step = clicked }
    return clicked == step ? requests(model) : []
  }

  /// What doing the step asks for.
  private func requests(_ model: Model) -> [Request] {
    switch step {
    case .place:
      return model.writing {
        let picker = Picker(
          title: StartWords.choosePlace, items: model.places { [.effect(.keepHome($0))] },
          field: TextField())
        return [.ask(picker), .findByPinyin]
      }
    case .table, .document: return [.close, .perform(.importDocument)]
    case .screen:
      return [
        .close, .go(.tasks, BoardSpot()), .say(StartWords.marking, model.language),
      ]
    case .form: return [.close, .perform(.template)]
    case .due: return [.close, .go(.meeting, MeetingSpot()), .perform(.makeMeeting)]
    }
  }
}

extension [Tab] {
  fileprivate func contains(_ command: Command) -> Bool { contains { $0.command == command } }
}
