import Cells
import Reform
import Widgets

extension AppState {
  /// Takes the meetings as they stand after something was entered for one.
  mutating func receive(_ met: Met) -> [Effect] {
    if let catalogue = met.catalogue {
      model.replace(catalogue, met.progress)
      openTasks.removeAll { catalogue.task($0.task) == nil }
      rooms.tell(OtherTasks(), in: model)
    } else {
      model.apply(met.progress)
    }
    model.meetings?.take(met, turn: model.reads.turn)
    if overlay is MeetingForm || (overlay as? Prompt)?.asking is AskDecision { overlay = nil }
    toast = Toast("\(model.symbols.tick) \(met.said(language))", .good)
    renew()
    return tell(met, to: .meeting) + reloadOpenTask()
  }

  /// Puts what is under the cursor on the agenda of the next meeting.
  mutating func putOnAgenda() -> [Effect] {
    let subject = Subjects(model: model).subject(of: room)
    return carryOut(
      model.writing {
        subject.map { [.effect(.meeting(.ask($0)))] } ?? [
          .say(MeetingWords.noSubject, model.language)
        ]
      })
  }
}
