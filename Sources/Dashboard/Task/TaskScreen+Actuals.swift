import Cells
import Reform
import Widgets

/// Entering what has been reached of a target.
extension TaskScreen {
  /// Asks for which place a number is: the one shown first, then what lies in it.
  func choosingPlace(of number: Int, _ model: Model) -> [Request] {
    model.writing {
      guard let known = model.catalogue.task(task), let target = known.targets[safe: number]
      else { return [] }
      let (first, divisions) = (model.actualPlace(of: target, known), model.catalogue.divisions)
      let region = model.catalogue.region(of: known)
      if let elsewhere = Format.elsewhere(target, known, first, model) {
        return [.say(elsewhere, model.language)]
      }
      let others = divisions.all.filter {
        $0.id != first && divisions.isWithin($0.id, first)
          && target.concerns($0.id, in: region, divisions)
      }
      guard !others.isEmpty else { return askingActual(of: number, in: first, model) }
      let book = detail?.actuals ?? ActualBook()
      let items = ([divisions[first]].compactMap(\.self) + others).map { division in
        let key = TargetActual.Key(task, target.identity, in: division.id)
        let city =
          division.level == .county ? division.parent.map { model.short(of: $0) } ?? "" : ""
        return Picker.Item(
          division.name(in: model.language),
          remark: book.entries(key).last.map { "\($0.actual.value)" } ?? city,
          words: division.words.joined(separator: " "),
          [.tell(ActualPlace(number: number, code: division.id))])
      }
      return [
        .ask(Picker(title: Words.Prompt.actualPlace, items: items, field: TextField()))
      ]
    }
  }

  /// Asks for number, day and source on one line.
  func askingActual(of number: Int, in place: Division.Code, _ model: Model) -> [Request] {
    guard let target = model.catalogue.task(task)?.targets[safe: number] else { return [] }
    if let barred = model.progress.barred([place], model) { return barred }
    let (language, dot) = (model.language, model.symbols.dot)
    let key = TargetActual.Key(task, target.identity, in: place)
    let book = detail?.actuals ?? ActualBook()
    let known = book.entries(key).last
    var lines = [
      Format.target(target, in: language), Words.Prompt.actualForm(model.today)(language),
    ]
    if let known {
      lines.append(
        "\(Words.Task.actual(language)) \(target.amount("\(known.actual.value)", in: language))\(dot)"
          + "\(known.actual.day) \(known.actual.source)\(dot)\(known.who)")
    }
    return [
      .ask(
        Prompt(
          AskActual(task: task, number: number, place: place, seen: book.newest(key)),
          "\(Words.Prompt.actual(language))\(dot)\(model.short(of: place))", lines: lines))
    ]
  }
}

/// The place that an actual is entered for.
struct ActualPlace: Message {
  /// The number of the target in its task.
  var number: Int
  var code: Division.Code
}

/// What has been reached of a target in a place: `29 2024-06-30 source` on one line.
struct AskActual: Asking {
  var task: ReformTask.ID
  var number: Int
  var place: Division.Code
  /// The newest entry that was seen.
  var seen: ActualEntry.ID?

  /// Says which of the three is wrong.
  func answer(_ text: String, in model: Model) throws(Fault) -> [Request] {
    guard let target = model.catalogue.task(task)?.targets[safe: number] else { return [] }
    let parts = text.split(maxSplits: 2, whereSeparator: \.isWhitespace)
    let bare = parts.first.map { part in
      part.hasSuffix(target.unit) ? part.dropLast(target.unit.count) : part
    }
    guard let bare, let value = try? Amount(written: String(bare)) else {
      throw Fault(Words.Prompt.actualNumber)
    }
    guard parts.count > 1, let day = Day(written: String(parts[1])) else {
      throw Fault(Words.Prompt.actualDay)
    }
    try BookDays.held(day)
    guard parts.count > 2 else { throw Fault(Words.Prompt.actualSource) }
    let actual = TargetActual(
      TargetActual.Key(task, target.identity, in: place), value, on: day,
      source: String(parts[2]))
    do { try actual.refuse(in: model.catalogue, today: model.today) } catch {
      throw (error as? Fault) ?? Fault(Words.Prompt.actualNumber)
    }
    return [.effect(.recordActual(actual, seen: seen))]
  }

  var isKept: Bool { true }
}

extension Model {
  /// The place whose actual a task shows of a target.
  func actualPlace(of target: TaskTarget, _ task: ReformTask) -> Division.Code {
    target.place(lookedAtFrom: scope, in: catalogue.region(of: task), catalogue.divisions)
  }
}
