import Cells
import Reform
import Widgets

extension Start {
  /// A line of what is said: the steps can be chosen, the rest explains.
  private struct Line {
    enum Kind {
      case about, heading, note, gap
      case step(Step)
    }

    var kind: Kind
    var text = ""
    /// How it stands, at the right of a step.
    var remark = ""

    var isAbout: Bool { if case .about = kind { true } else { false } }
    var isNote: Bool { if case .note = kind { true } else { false } }
    var isGap: Bool { if case .gap = kind { true } else { false } }
  }

  func draw(_ model: Model, on frame: inout Frame) {
    let area = model.body
    let box = frame.drawBox(
      StartWords.title(model.language), area, remark: StartWords.anyOrder(model.language))
    let margin = max(0, (box.columns - 92) / 2)
    let all = lines(model, width: box.columns - 2 * margin - 2)
    let top = max(0, min(margin / 3, box.rows - all.count))
    let inside = box.dropping(rows: top).inset(x: margin, y: 0)
    let lines = fitting(all, in: inside.rows, briefly(model))
    let chosen = lines.firstIndex { if case .step(step) = $0.kind { true } else { false } } ?? 0
    var scroll = Scroll(selected: chosen)
    scroll.reveal(count: lines.count, height: inside.rows)
    let window = scroll.window(count: lines.count, height: inside.rows)
    for (number, index) in window.enumerated() {
      draw(lines[index], in: inside.row(number), on: &frame)
    }
    let below = lines.count - window.upperBound
    if below > 0 {
      frame.putRight(
        " +\(below) ", maxX: area.maxX - 2, y: area.maxY - 1, width: 8, Style(.accent, on: .raised))
    }
  }

  private func draw(_ line: Line, in row: Rect, on frame: inout Frame) {
    switch line.kind {
    case .gap: break
    case .about:
      frame.put(line.text, x: row.x + 1, y: row.y, width: row.columns - 2, Style(on: .raised))
    case .heading:
      frame.put(
        line.text, x: row.x + 1, y: row.y, width: row.columns - 2,
        Style(.title, on: .raised, bold: true))
    case .note: frame.put(line.text, x: row.x + 5, y: row.y, Style(.faint, on: .raised))
    case .step(let step):
      let isChosen = step == self.step
      let ground: Background = isChosen ? .selected : .raised
      frame.canvas.fill(row, with: " ", style: Style(on: ground))
      let remark = min(frame.ruler.columns(of: line.remark), row.columns / 2)
      let mark = isChosen ? "\(frame.symbols.pointer) " : "  "
      frame.put(
        mark + line.text, x: row.x + 3, y: row.y, width: row.columns - remark - 6,
        Style(on: ground, bold: isChosen))
      frame.putRight(
        line.remark, maxX: row.maxX - 1, y: row.y, width: remark, Style(.accent, on: ground))
      frame.hit(row, .overlayItem(step.rawValue))
    }
  }

  /// As many of the lines as a window has room for: first the gaps give way, then the notes of the
  /// other steps, then what all this is.
  ///
  /// In the place of that stands a line, where there is one left.
  private func fitting(_ lines: [Line], in rows: Int, _ briefly: Line) -> [Line] {
    var left = lines
    for giveWay in [\Line.isGap, \.isNote, \.isAbout] where left.count > rows {
      left.removeAll { $0[keyPath: giveWay] }
    }
    return left.count < rows && !left.contains(where: \.isAbout) ? [briefly] + left : left
  }

  private func briefly(_ model: Model) -> Line {
    let region = model.catalogue.divisions[model.catalogue.province]
    return Line(kind: .about, text: StartWords.briefly(region)(model.language))
  }

  private func lines(_ model: Model, width: Int) -> [Line] {
    let language = model.language
    func wrapped(_ words: Phrase, _ kind: Line.Kind, less: Int = 0) -> [Line] {
      model.ruler.wrap(words(language), to: max(2, width - less)).map { Line(kind: kind, text: $0) }
    }
    func step(_ step: Step, _ words: Phrase, _ remark: String = "", note: Phrase?) -> [Line] {
      [Line(kind: .step(step), text: words(language), remark: remark)]
        + (note.map { wrapped($0, .note, less: 4) } ?? [])
    }
    let gap = [Line(kind: .gap)]
    let about = wrapped(about(model), .about) + gap
    let place =
      wrapped(StartWords.where, .heading)
      + step(.place, StartWords.place, place(model), note: StartWords.placeNote) + gap
    let table = step(.table, StartWords.table, state(model), note: StartWords.tableNote)
    let form = step(.form, StartWords.form, note: StartWords.formNote)
    guard !model.catalogue.tasks.isEmpty else {
      return about + wrapped(StartWords.tasks, .heading)
        + step(.document, StartWords.document, note: StartWords.documentNote) + gap
        + place + wrapped(StartWords.figures, .heading) + table + form
    }
    return about + place + wrapped(StartWords.done, .heading) + table
      + step(.screen, StartWords.screen, note: StartWords.screenNote) + form + gap
      + wrapped(StartWords.meeting, .heading)
      + step(.due, StartWords.due, due(model), note: StartWords.dueNote)
  }

  private func about(_ model: Model) -> Phrase {
    let (documents, tasks) = (model.catalogue.documents.count, model.catalogue.tasks.count)
    let region = model.catalogue.divisions[model.catalogue.province]
    guard tasks > 0 else {
      let waiting = model.reviews.reduce(0) { $0 + $1.waiting }
      return StartWords.aboutEmpty(region, waiting: waiting)
    }
    return StartWords.about(region, documents: documents, tasks: tasks)
  }

  /// The place that is kept, or that none was chosen.
  private func place(_ model: Model) -> String {
    guard model.isHomeKept else { return StartWords.noPlace(model.language) }
    return "\(model.symbols.tick) \(model.name(of: model.home))"
  }

  /// Whether anything was entered.
  private func state(_ model: Model) -> String {
    let hasAny = model.progress.lastEntry > 0 || model.progress.hasFigures
    return hasAny ? "\(model.symbols.tick) \(StartWords.begun(model.language))" : ""
  }

  /// How many are owed, and what falls due next.
  private func due(_ model: Model) -> String {
    let standings = model.report.standings
    let late = standings.count { $0.isOwed && $0.due.map { $0 < model.day } ?? false }
    let next = standings.compactMap { $0.coming?.due }.min()
    return StartWords.owed(late, next: next)(model.language)
  }
}
