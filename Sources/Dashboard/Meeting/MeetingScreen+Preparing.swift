import Cells
import Reform
import Widgets

/// What is done about a meeting as a whole.
extension MeetingScreen {
  mutating func performOnMeeting(_ command: Command, in model: Model) -> [Request]? {
    switch command {
    case .makeMeeting: return model.writing { [.ask(MeetingForm.card(of: nil, model))] }
    case .amend:
      return writing(model) { meeting in [.ask(MeetingForm.card(of: meeting, model))] }
    case .openMeeting:
      return writing(model) { meeting in
        [.effect(.meeting(.step(meeting.id, .open, seen: meeting.last)))]
      }
    case .closeMeeting:
      return writing(model) { meeting in
        guard meeting.state == .running else {
          return [.say(MeetingWords.notRunning, model.language, .bad)]
        }
        return [.ask(MeetingForm.closing(meeting, model))]
      }
    case .agendaRules: return model.writing { makingAgenda(model) }
    case .resolve: return model.writing { asking(.resolve, model) }
    case .drop:
      return writing(model) { meeting in
        guard let item = item(model) else { return [.say(MeetingWords.noItem, model.language)] }
        return [.effect(.meeting(.step(meeting.id, .drop([item.subject]), seen: meeting.last)))]
      }
    case .itemUp, .itemDown: return moveItem(command == .itemUp ? -1 : 1, model)
    default: return nil
    }
  }

  private func writing(_ model: Model, _ requests: (Meeting) -> [Request]) -> [Request] {
    model.writing {
      guard let meeting = current(model) else {
        return [.say(MeetingWords.noMeeting, model.language)]
      }
      guard meeting.state != .closed else {
        return [.say(MeetingWords.isClosed, model.language, .bad)]
      }
      return model.progress.barred(meeting, model) ?? requests(meeting)
    }
  }

  /// Puts what the rules ask for on the agenda; what is on it stays, in the order of the rules.
  private func makingAgenda(_ model: Model) -> [Request] {
    guard let meeting = current(model) else {
      return [.say(MeetingWords.noMeeting, model.language)]
    }
    guard meeting.state != .closed else {
      return [.say(MeetingWords.isClosed, model.language, .bad)]
    }
    return model.progress.barred(meeting, model) ?? [.ask(MeetingForm.rules(of: meeting, model))]
  }

  private mutating func moveItem(_ step: Int, _ model: Model) -> [Request] {
    guard let meeting = current(model), meeting.agenda.indices.contains(agenda.selected + step)
    else { return [] }
    return writing(model) { meeting in
      var order = meeting.agenda.map(\.subject)
      order.swapAt(agenda.selected, agenda.selected + step)
      let moved = agenda.selected + step
      return [
        .effect(.meeting(.step(meeting.id, .order(order), seen: meeting.last))),
        .tell(ItemMoved(index: moved)),
      ]
    }
  }
}

/// Said where an item was moved and the cursor goes with it.
struct ItemMoved: Message {
  var index: Int
}
