import Cells
import Reform
import Widgets

/// The first line: the program, the place, the tabs; at the right the sample's badge and the day.
struct HeaderPane: Pane {
  private var place: String
  /// What the tab of places is called where they are no cities.
  private var places: Phrase
  private var isAway: Bool
  private var tab: Tab
  /// The day, the longest form first.
  private var days: [String]
  /// Whether that is not today, another is being read, or things are entered for one before.
  private var isPast: Bool
  private var isSample: Bool
  /// The name of the meeting that is running.
  private var running: String?
  private var saysReadOnly: Bool
  /// How the ledger and its hub stand.
  private var sharing: SharingWord?

  init(_ state: AppState) {
    place = state.model.name(of: state.scope)
    let divisions = state.catalogue.divisions
    places = divisions.parting(of: state.catalogue.province).places
    isAway = state.scope != state.catalogue.province
    (tab, days) = (state.tab, Words.day(state.model))
    isPast = state.model.isPast || state.model.backdate != nil || Words.reading(state.model) != nil
    running = state.model.progress.running?.name
    sharing = SharingWord(state.model)
    (isSample, saysReadOnly) = (state.isSample, state.isReadOnly && state.model.saysReadOnly)
  }

  func draw(in bar: Rect, on frame: inout Frame) {
    frame.canvas.fill(bar, with: " ", style: Style(on: .bar))
    // First the gaps between the tabs give way, then the program's name, then the names of tabs.
    let widths = Rooms.tabs.map { frame.ruler.columns(of: words($0, isShort: false, frame)) }
    let name = Words.program(frame.language)
    let nameWidth = frame.ruler.columns(of: name) + 1
    let placeWidth = min(16, frame.ruler.columns(of: place))
    let tabs = widths.reduce(0, +)
    let room = bar.columns - badgesWidth(frame) - placeWidth - 3
    let gap = tabs + widths.count + nameWidth <= room ? 1 : 0
    // Close together, only the one in front keeps the space behind its name.
    let isClose = tabs > room
    let isTight = tabs - widths.count + 1 > room
    let front = Rooms.tabs.firstIndex(of: tab).map { widths[$0] } ?? 0
    // What each of the others has left of its name; its number alone where that is too little.
    let share = (room - front) / max(1, widths.count - 1)
    let isNumber = share < 6
    var x = 1
    if tabs + nameWidth <= room || isTight && isNumber && sharing == nil {
      x += frame.put(name, x: x, y: 0, Style(.title, on: .bar, bold: true)) + 1
    }
    frame.put(
      place, x: x, y: 0, width: 16, Style(isAway ? .accent : .plain, on: .bar, bold: isAway))
    frame.hit(Rect(x: x, y: 0, columns: placeWidth, rows: 1), .command(.place))
    x += placeWidth + (gap == 1 ? 2 : 1)
    for tab in Rooms.tabs {
      let isFront = tab == self.tab
      var words = words(tab, isShort: isTight && isNumber && !isFront, frame)
      if isTight, !isNumber, !isFront {
        words = " " + frame.ruler.cut(words.trimmed, to: share - 1)
      }
      if isClose, !isTight, !isFront { words.removeLast() }
      let isRunning = tab == .meeting && running != nil
      let style =
        isFront
        ? Style(.title, on: .selected, bold: true)
        : isRunning ? Style(.plain, on: .warning, bold: true) : Style(.plain, on: .bar)
      let width = frame.put(words, x: x, y: 0, style)
      frame.hit(Rect(x: x, y: 0, columns: width, rows: 1), .tab(tab))
      x += width + gap
    }
    drawBadges(from: x, to: bar.maxX, on: &frame)
  }

  /// A tab's number and name; where the window is narrow only the number.
  private func words(_ tab: Tab, isShort: Bool, _ frame: Frame) -> String {
    guard !isShort else { return " \(tab.number) " }
    let name = tab == .places ? places : tab.words
    return " \(tab.number)\(frame.language == .zh ? "" : " ")\(name(frame.language)) "
  }

  private func sampleWidth(_ frame: Frame) -> Int {
    isSample ? frame.ruler.columns(of: FieldWords.sampleBadge(frame.language)) + 4 : 0
  }

  private func sharingWidth(_ frame: Frame) -> Int {
    sharing.map { frame.ruler.columns(of: $0.words(frame.language)) + 2 } ?? 0
  }

  /// The columns that the sample's badge, the shortest day and the word of sharing need.
  private func badgesWidth(_ frame: Frame) -> Int {
    sampleWidth(frame) + 11 + sharingWidth(frame)
  }

  private func drawBadges(from x: Int, to end: Int, on frame: inout Frame) {
    let room = end - x - sampleWidth(frame) - sharingWidth(frame) - 2
    let day = days.first { frame.ruler.columns(of: $0) <= room } ?? days.last ?? ""
    var parts = [(day, isPast ? Style(.plain, on: .warning, bold: true) : Style(.faint, on: .bar))]
    if let sharing {
      let words = sharing.words(frame.language)
      parts.append(
        sharing.isUrgent
          ? (words, Style(.plain, on: .warning, bold: true))
          : (words, Style(.faint, on: .bar)))
    }
    if saysReadOnly {
      parts.append((Words.readOnly(frame.language), Style(.warning, on: .bar)))
    }
    // The tab of meetings is set off as well, where its name has no room.
    if let running {
      let words = " \(MeetingWords.running(running)(frame.language)) "
      parts.append((words, Style(.plain, on: .warning, bold: true)))
    }
    if isSample {
      // The sample's badge is never left out, whatever else must give way.
      parts.insert(
        (
          " \(FieldWords.sampleBadge(frame.language)) ", Style(.sample, on: .bar, bold: true)
        ), at: 0)
    }
    var right = end - 1
    for (text, style) in fitting(parts, in: right - x, frame).reversed() {
      right -= frame.ruler.columns(of: text)
      frame.put(text, x: max(0, right), y: 0, style)
      right -= 2
    }
  }

  /// The first of some parts that fit a width, two columns between them; the first always.
  private func fitting(
    _ parts: [(String, Style)], in width: Int, _ frame: Frame
  ) -> [(String, Style)] {
    var left = width
    return parts.enumerated().filter { index, part in
      left -= frame.ruler.columns(of: part.0) + 2
      return left >= -2 || index == 0
    }.map(\.element)
  }
}
