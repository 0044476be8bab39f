import Cells
import Reform
import Widgets

/// Entering what has been reached of a target.
extension AppState {
  /// The place whose actual a task shows: the one looked at where the document binds it, else the
  /// document's own region.
  func actualPlace(of task: ReformTask) -> Division.Code {
    let region = catalogue.region(of: task)
    return catalogue.divisions.isWithin(scope, region) ? scope : region
  }

  /// Asks for which place a number is: the one shown first, then what lies in it.
  mutating func chooseActualPlace(of id: ReformTask.ID, _ number: Int) {
    guard isWritable(), let task = catalogue.task(id), task.targets.indices.contains(number) else {
      return
    }
    let (first, divisions) = (actualPlace(of: task), catalogue.divisions)
    let others = divisions.all.filter { $0.id != first && divisions.isWithin($0.id, first) }
    guard !others.isEmpty else { return askActual(of: id, number, in: first) }
    let book = openTasks.last?.detail?.actuals ?? ActualBook()
    let items = ([divisions[first]].compactMap(\.self) + others).map { division in
      let key = TargetActual.Key(id, task.targets[number].identity, in: division.id)
      let city = division.level == .county ? division.parent.map { short(of: $0) } ?? "" : ""
      return Picker.Item(
        value: division.id, label: division.name(in: language),
        remark: book.entries(key).last.map { "\($0.actual.value)" } ?? city,
        words: "\(division.pinyin) \(division.english)")
    }
    overlay = .picker(
      Picker(purpose: .actualPlace(id, number), items: items, field: TextField()))
  }

  /// Asks for number, day and source on one line.
  mutating func askActual(of id: ReformTask.ID, _ number: Int, in place: Division.Code) {
    guard let task = catalogue.task(id), task.targets.indices.contains(number) else { return }
    let target = task.targets[number]
    let key = TargetActual.Key(id, target.identity, in: place)
    let book = openTasks.last?.detail?.actuals ?? ActualBook()
    let known = book.entries(key).last
    var lines = [Spoken.target(target, in: language), Words.Prompt.actualForm(today)(language)]
    if let known {
      lines.append(
        "\(Words.Task.actual(language)) \(target.amount("\(known.actual.value)", in: language))"
          + "\(marks.dot)"
          + "\(known.actual.day) \(known.actual.source)\(marks.dot)\(known.who)")
    }
    overlay = .prompt(
      Prompt(
        purpose: .actual(id, number, place, seen: book.newest(key)),
        title: "\(Words.Prompt.actual(language))\(marks.dot)\(short(of: place))", lines: lines,
        field: TextField(), complaint: nil))
  }

  /// Takes `29 2024-06-30 source`; says which of the three is wrong.
  mutating func answerActual(
    _ prompt: Prompt, of id: ReformTask.ID, _ number: Int, in place: Division.Code,
    seen: ActualEntry.ID?
  ) -> [Effect] {
    guard let target = catalogue.task(id)?.targets[safe: number] else { return [] }
    let parts = prompt.field.text.trimmed.split(maxSplits: 2, whereSeparator: \.isWhitespace)
    let bare = parts.first.map { part in
      part.hasSuffix(target.unit) ? part.dropLast(target.unit.count) : part
    }
    guard let bare, let value = try? Amount(written: String(bare)) else {
      return complain(prompt, Words.Prompt.actualNumber)
    }
    guard parts.count > 1, let day = Day(written: String(parts[1])) else {
      return complain(prompt, Words.Prompt.actualDay)
    }
    guard parts.count > 2 else { return complain(prompt, Words.Prompt.actualSource) }
    let actual = TargetActual(
      TargetActual.Key(id, target.identity, in: place), value, on: day, source: String(parts[2]))
    do {
      try actual.refuse(in: catalogue, today: today)
    } catch {
      return complain(prompt, (error as? Fault)?.message ?? Words.Prompt.actualNumber)
    }
    return [.recordActual(actual, seen: seen)]
  }

  /// An actual is on disk, or was taken back or put back.
  mutating func take(_ actual: TargetActual, _ kind: Recorded.Kind) -> [Effect] {
    if case .prompt(let prompt) = overlay, case .actual = prompt.purpose { overlay = nil }
    let words =
      switch kind {
      case .entered, .nothing: Words.Toast.saved
      case .takenBack: Words.Toast.takenBack
      case .putBack: Words.Toast.putBack
      }
    toast = Toast(
      [
        "\(marks.tick) \(words(language))", short(of: actual.key.place),
        Spoken.actual(actual, self),
      ].joined(separator: marks.dot), .good)
    return reloadOpenTask()
  }
}
