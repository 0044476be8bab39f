import Cells
import Reform
import Widgets

/// What a task asks, as far as it shows.
struct TaskFactsPane: Pane {
  var title: String
  var id: ReformTask.ID
  var isFocused: Bool
  /// The link under the cursor.
  var selected: Int?
  var lines: [TaskFacts.Line]
  var below: Int

  func draw(in area: Rect, on frame: inout Frame) {
    let inside = Box(title, remark: id, isFocused: isFocused)
      .draw(in: area, on: &frame.canvas, symbols: frame.symbols)
    let labelWidth = TaskFacts.labelWidth(frame.language)
    for (row, line) in lines.enumerated() {
      let ground: Background = line.link != nil && line.link == selected ? .selected : .none
      let place = inside.row(row)
      frame.put(line.label, x: place.x + 1, y: place.y, width: labelWidth, Style(.faint))
      frame.put(
        line.text, x: place.x + 1 + labelWidth, y: place.y,
        width: place.columns - labelWidth - 1, Style(line.role, on: ground))
      if let link = line.link {
        frame.hit(place, .item(pane: TaskScreen.Pane.facts.rawValue, index: link))
      }
    }
    frame.drawRest(below, in: area)
  }
}

/// What was entered for a task, the last first, as far as it shows.
struct TaskHistory: Pane {
  struct Row: Equatable {
    var day: String
    var place: String
    /// What was done to an earlier entry.
    var answer: Phrase?
    var status: Status?
    var isTakenBack: Bool
    var words: String
  }

  /// How many are read, and how many there are.
  var count: Int
  var all: Int
  /// What is said where there are none.
  var nothing: Phrase
  var isFocused: Bool
  var first: Int
  var selected: Int?
  var rows: [Row]

  func draw(in area: Rect, on frame: inout Frame) {
    let inside = Box(
      Words.Task.history(frame.language), remark: remark(frame.language), isFocused: isFocused
    ).draw(in: area, on: &frame.canvas, symbols: frame.symbols)
    frame.drawRest(all - first - rows.count, in: area)
    guard count > 0 else {
      frame.put(
        nothing(frame.language), x: inside.x + 1, y: inside.y,
        width: inside.columns - 2, Style(.faint))
      return
    }
    let placeWidth = min(16, rows.map { frame.ruler.columns(of: $0.place) }.max() ?? 0)
    for (line, content) in rows.enumerated() {
      let (row, index) = (inside.row(line), first + line)
      let ground: Background = index == selected ? .selected : .none
      frame.canvas.fill(row, with: " ", style: Style(on: ground))
      draw(content, placeWidth, in: row, ground, on: &frame)
      frame.hit(row, .item(pane: TaskScreen.Pane.history.rawValue, index: index))
    }
  }

  private func remark(_ language: Language) -> String {
    guard count < all else { return count == 0 ? "" : "\(count)" }
    return Words.Task.newest(count, of: all)(language)
  }

  private func draw(
    _ entry: Row, _ placeWidth: Int, in row: Rect, _ ground: Background, on frame: inout Frame
  ) {
    var x = row.x + 1
    x += frame.put(entry.day, x: x, y: row.y, Style(.faint, on: ground)) + 1
    frame.put(entry.place, x: x, y: row.y, width: placeWidth, Style(.accent, on: ground))
    x += placeWidth + 1
    if let answer = entry.answer {
      x += frame.put(answer(frame.language), x: x, y: row.y, Style(.warning, on: ground)) + 1
    }
    if let status = entry.status {
      let style = Style(entry.isTakenBack ? .faint : status.role, on: ground)
      frame.put(Words.status(status)(frame.language), x: x, y: row.y, style)
    }
    x += (frame.language == .zh ? 6 : 11) + 1
    frame.put(
      entry.words, x: x, y: row.y, width: row.maxX - x,
      Style(entry.isTakenBack ? .faint : .plain, on: ground))
  }
}

extension Entry {
  /// What an act about no line says: an actual of a target, or a change by hand.
  func saidBeside(_ model: Model) -> String? {
    actual.map { Format.actual($0, model) }
      ?? hand.map { HandWords.said($0, model.catalogue, model.language) }
  }
}

extension TaskHistory.Row {
  init(_ entry: Entry, _ model: Model) {
    let language = model.language
    day = entry.day.description
    place = model.short(of: entry.line) + (entry.line.period.map { " \($0)" } ?? "")
    answer =
      switch entry.kind {
      case .entered: nil
      case .undone: Words.Toast.takenBack
      default: Words.Toast.putBack
      }
    (status, isTakenBack) = (entry.status, entry.isTakenBack)
    var words = [entry.whence(language)]
    if let due = entry.due {
      words.append(
        due.isEmpty ? Words.Task.noDue(language) : "\(Words.Task.due(language)) \(due)")
    }
    if let until = entry.until {
      words.append(
        until.isEmpty
          ? Words.Task.noExtension(language) : "\(Words.Task.extended(language)) \(until)")
    }
    if let said = entry.saidBeside(model) { words.append(said) }
    if let backdated = entry.backdated { words.append(backdated(language)) }
    if let note = entry.note { words.append(note) }
    if let evidence = entry.evidence {
      words.append("[\(Words.Task.evidence(language))] \(evidence)")
    }
    if entry.isTakenBack {
      words.append(language.bracketed(Words.Task.takenBack(language)).trimmed)
    }
    self.words = words.joined(separator: " ")
  }
}
