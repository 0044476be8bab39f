import Cells
import Reform
import Widgets

/// A list of the overview, as far as it shows.
struct OverviewList: Pane {
  enum Row: Equatable {
    case owed(OwedRow)
    case theme(OverviewTheme)
    case city(League.Row, name: String, isScope: Bool)
    case entry(OverviewEntry)
  }

  var pane: OverviewScreen.Pane
  var title = Phrase("", "")
  var remark = Phrase("", "")
  /// What the rates are shares of, on the lower edge.
  var base: String?
  var isFocused: Bool
  var first: Int
  var selected: Int?
  var rows: [Row]
  /// How many lie below.
  var below = 0
  /// The columns that the places of entries take.
  var placeWidth = 0
  /// The columns that the names of the league take.
  var nameWidth = 0
  /// What is said where nothing was entered.
  var nothing = Words.Overview.empty
  /// Whether what it lists is still to be read.
  var isReading = false

  func draw(in area: Rect, on frame: inout Frame) {
    guard area.rows >= 3 || pane != .recent else { return }
    let inside = Box(
      title(frame.language), remark: remark(frame.language), isFocused: isFocused
    ).draw(in: area, on: &frame.canvas, symbols: frame.symbols)
    if let base { frame.base(base, beside: below, in: area) }
    frame.drawRest(below, in: area)
    guard !rows.isEmpty else { return drawNothing(in: inside, on: &frame) }
    for (line, content) in rows.enumerated() {
      let (row, index) = (inside.row(line), first + line)
      let ground: Background = index == selected ? .selected : .none
      frame.canvas.fill(row, with: " ", style: Style(on: ground))
      switch content {
      case .owed(let owed): frame.owed(owed, in: row, ground)
      case .theme(let theme): draw(theme, in: row, ground, on: &frame)
      case .city(let city, let name, let isScope):
        draw(city, name, isScope: isScope, in: row, ground, on: &frame)
      case .entry(let entry): entry.draw(in: row, ground, placeWidth, on: &frame)
      }
      frame.hit(row, .item(pane: pane.rawValue, index: index))
    }
  }

  private func drawNothing(in inside: Rect, on frame: inout Frame) {
    switch pane {
    case .league where isReading:
      frame.put(Words.Places.reading(frame.language), x: inside.x + 1, y: inside.y, Style(.faint))
    case .next:
      frame.put(
        Words.Overview.nothingDue(frame.language), x: inside.x + 1, y: inside.y, Style(.faint))
    case .recent:
      let lines = frame.ruler.wrap(nothing(frame.language), to: inside.columns - 2)
      for (line, text) in lines.prefix(inside.rows).enumerated() {
        frame.put(text, x: inside.x + 1, y: inside.y + line, Style(.accent))
      }
    default: break
    }
  }

  private func draw(
    _ item: OverviewTheme, in row: Rect, _ ground: Background, on frame: inout Frame
  ) {
    let nameWidth = min(26, row.columns / 2)
    frame.put(
      item.theme.name(frame.language), x: row.x + 1, y: row.y, width: nameWidth - 1,
      Style(on: ground))
    let bar = Rect(
      x: row.x + nameWidth + 1, y: row.y, columns: max(0, row.columns - nameWidth - 10), rows: 1)
    PartsBar(item.counts).draw(in: bar, on: &frame.canvas, symbols: frame.symbols, ground: ground)
    frame.putRight(
      "\(item.counts.finished)/\(item.counts.total)", maxX: row.maxX - 1, y: row.y, width: 7,
      Style(item.lights.red > 0 ? .bad : .plain, on: ground, bold: true))
  }

  private func draw(
    _ city: League.Row, _ name: String, isScope: Bool, in row: Rect, _ ground: Background,
    on frame: inout Frame
  ) {
    let isChinese = frame.language == .zh
    let redWidth = isChinese ? 6 : 8
    // A long name gives way to the rate, a column between them.
    let nameWidth = min(self.nameWidth, max(0, row.columns - redWidth - 11))
    frame.putRight(
      city.rank.map { "\($0)" } ?? "", maxX: row.x + 3, y: row.y, width: 2,
      Style(.faint, on: ground))
    frame.put(
      name, x: row.x + 4, y: row.y, width: nameWidth,
      Style(isScope ? .accent : .plain, on: ground, bold: isScope))
    let x = row.x + 4 + nameWidth
    let red =
      city.lights.red == 0 ? "" : isChinese ? "红\(city.lights.red)" : "\(city.lights.red) red"
    let bar = Rect(
      x: x, y: row.y, columns: max(0, row.maxX - x - redWidth - 7), rows: 1)
    PartsBar(city.counts).draw(in: bar, on: &frame.canvas, symbols: frame.symbols, ground: ground)
    frame.putRight(
      city.rate.words, maxX: row.maxX - redWidth - 1, y: row.y, width: 5,
      Style(on: ground, bold: true))
    frame.putRight(
      red, maxX: row.maxX - 1, y: row.y, width: redWidth,
      Style(city.lights.red > 0 ? .bad : .faint, on: ground))
  }
}

extension OverviewList {
  /// The columns of the longest place among the entries.
  func widestPlace(_ ruler: Ruler) -> Int {
    rows.map { row in
      guard case .entry(let entry) = row else { return 0 }
      return ruler.columns(of: entry.place)
    }.max() ?? 0
  }
}

extension Entry {
  /// The note without the remark that it is made up, where the whole ledger is and says so.
  fileprivate func note(isSample: Bool) -> String? {
    guard isSample, let note, let mark = ["示例：", "Sample: "].first(where: note.hasPrefix) else {
      return self.note
    }
    return String(note.dropFirst(mark.count))
  }
}

/// One of the last entries, in words.
struct OverviewEntry: Equatable {
  private var day: String
  private(set) var place: String
  private var status: Status?
  private var isTakenBack: Bool
  private var text: String

  init(_ entry: Entry, _ model: Model) {
    isTakenBack = entry.isTakenBack
    day = String(entry.day.description.dropFirst(entry.day.year == model.day.year ? 5 : 2))
    (place, status) = (model.short(of: entry.line), entry.status)
    let said =
      entry.saidBeside(model) ?? entry.note(isSample: model.isSample)
    let title = model.catalogue.task(entry.line.task)?.title(model.language) ?? entry.line.task
    text = title + (said.map { model.symbols.dot + $0 } ?? "")
  }

  func draw(in row: Rect, _ ground: Background, _ placeWidth: Int, on frame: inout Frame) {
    var x = row.x + 1
    x += max(5, frame.put(day, x: x, y: row.y, Style(.faint, on: ground))) + 1
    frame.put(place, x: x, y: row.y, width: placeWidth, Style(.accent, on: ground))
    x += placeWidth + 1
    if isTakenBack {
      frame.put(Words.Task.takenBack(frame.language), x: x, y: row.y, Style(.faint, on: ground))
    } else if let status {
      let style = Style(status.role, on: ground)
      frame.put(Words.status(status)(frame.language), x: x, y: row.y, style)
    }
    x += (frame.language == .zh ? 6 : 11) + 1
    frame.put(
      text, x: x, y: row.y, width: row.maxX - x - 1,
      Style(isTakenBack ? .faint : .plain, on: ground))
  }
}

extension PartsBar {
  /// Finished, under way, and the rest of some tasks.
  init(_ counts: StatusCounts) {
    self.init([
      (counts.finished, .good, .whole), (counts[.underway], .progress, .half),
      (counts[.notStarted] + counts[.suspended], .faint, .none),
    ])
  }
}
