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
    let placeWidth = min(16, frame.ruler.columns(of: place))
    let room = bar.columns - badgesWidth(frame) - placeWidth - 3
    let program = Words.program(frame.language)
    let programWidth = frame.ruler.columns(of: program) + 1
    var row = TabRow(tabs(in: frame, saysSession: false), in: room, programWidth, frame.ruler)
    var start = (row.hasProgram ? programWidth : 0) + placeWidth + row.gap + 2
    var shown = badges(from: start + row.width, to: bar.maxX, frame)
    if running != nil, !shown.contains(where: \.isMeeting) {
      // Where the meeting's name has no room its tab says that it is in session, on every screen.
      row = TabRow(tabs(in: frame, saysSession: true), in: room, programWidth, frame.ruler)
      start = (row.hasProgram ? programWidth : 0) + placeWidth + row.gap + 2
      shown = badges(from: start + row.width, to: bar.maxX, frame)
        .filter { !$0.isMeeting }
    }
    if row.hasProgram { frame.put(program, x: 1, y: 0, Style(.title, on: .bar, bold: true)) }
    let placeArea = Rect(
      x: start - placeWidth - row.gap - 1, y: 0, columns: placeWidth, rows: 1)
    frame.put(
      place, x: placeArea.x, y: 0, width: 16,
      Style(isAway ? .accent : .plain, on: .bar, bold: isAway))
    frame.hit(placeArea, .command(.place))
    draw(row, from: start, on: &frame)
    var right = bar.maxX - 1
    for badge in shown.reversed() {
      right -= frame.ruler.columns(of: badge.text)
      frame.put(badge.text, x: max(0, right), y: 0, badge.style)
      right -= 2
    }
  }

  private func draw(_ row: TabRow, from start: Int, on frame: inout Frame) {
    var x = start
    for (tab, words) in zip(Rooms.tabs, row.words) {
      let isRunning = tab == .meeting && running != nil
      let style =
        tab == self.tab
        ? Style(.title, on: .selected, bold: true)
        : isRunning ? Style(.plain, on: .warning, bold: true) : Style(.plain, on: .bar)
      let width = frame.put(words, x: x, y: 0, style)
      frame.hit(Rect(x: x, y: 0, columns: width, rows: 1), .tab(tab))
      x += width + row.gap
    }
  }

  /// The tabs with their names whole; that of meetings may say that one is in session.
  private func tabs(in frame: Frame, saysSession: Bool) -> [TabRow.Item] {
    Rooms.tabs.map { tab in
      let isSession = saysSession && tab == .meeting
      let name =
        isSession ? MeetingWords.inSession : tab == .places ? places : tab.words
      let gap = frame.language == .zh ? "" : " "
      return TabRow.Item(
        number: "\(tab.number)", words: "\(tab.number)\(gap)\(name(frame.language))",
        isFront: tab == self.tab, isSession: isSession)
    }
  }

  private func sampleWidth(_ frame: Frame) -> Int {
    isSample ? frame.ruler.columns(of: FieldWords.sampleBadge(frame.language)) + 4 : 0
  }

  private func sharingWidth(_ frame: Frame) -> Int {
    sharing.map { frame.ruler.columns(of: $0.words(frame.language)) + 2 } ?? 0
  }

  /// The columns that the sample's badge, the shortest day and the word of sharing need.
  private func badgesWidth(_ frame: Frame) -> Int {
    let day = days.last.map(frame.ruler.columns) ?? 0
    return sampleWidth(frame) + max(11, day + 1) + sharingWidth(frame)
  }

  /// What stands at the right of the line.
  private struct Badge {
    var text: String
    var style: Style
    var isMeeting = false
  }

  /// What has room at the right of the tabs; the sample's badge always, whatever else must give way.
  private func badges(from x: Int, to end: Int, _ frame: Frame) -> [Badge] {
    let room = end - x - sampleWidth(frame) - sharingWidth(frame) - 2
    let day = days.first { frame.ruler.columns(of: $0) <= room } ?? days.last ?? ""
    let warning = Style(.plain, on: .warning, bold: true)
    var parts = [Badge(text: day, style: isPast ? warning : Style(.faint, on: .bar))]
    if let sharing {
      let style = sharing.isUrgent ? warning : Style(.faint, on: .bar)
      parts.append(Badge(text: sharing.words(frame.language), style: style))
    }
    if saysReadOnly {
      parts.append(
        Badge(text: Words.readOnly(frame.language), style: Style(.warning, on: .bar)))
    }
    if let running {
      let words = " \(MeetingWords.running(running)(frame.language)) "
      parts.append(Badge(text: words, style: warning, isMeeting: true))
    }
    if isSample {
      let words = " \(FieldWords.sampleBadge(frame.language)) "
      parts.insert(Badge(text: words, style: Style(.sample, on: .bar, bold: true)), at: 0)
    }
    // Two columns stand between them.
    var left = end - 1 - x
    return parts.enumerated().filter { index, part in
      left -= frame.ruler.columns(of: part.text) + 2
      return left >= -2 || index == 0
    }.map(\.element)
  }
}
