import Cells
import Reform
import Widgets

/// The first screen of all, where there is no ledger yet: which province it is to be of.
struct ProvinceChoice: OverlayRoom {
  var provinces: [Province]
  var field = TextField()
  var scroll = Scroll()

  /// A province to choose, with what comes with it.
  struct Province: Equatable, Sendable {
    var division: Division
    var remark: Phrase
  }

  var hints: [OverlayHint] {
    [
      .choose, OverlayHint(.enter, "用它新建台账", "make its ledger"),
      OverlayHint("L", "中文/English", "English/中文"), OverlayHint(.escape, "退出", "quit"),
    ]
  }

  private func shown(_ model: Model) -> [Province] {
    guard !field.isEmpty else { return provinces }
    let query = SearchQuery(field.text, pinyin: model.pinyin ?? .none)
    return provinces.filter {
      query.matches([$0.division.name, "\($0.division.english) \($0.division.pinyin)"])
    }
  }

  private func rows(_ model: Model) -> Int { max(1, model.body.rows - 2 - head(model).count - 2) }

  mutating func press(_ key: Key, in model: Model) -> [Request] {
    let shown = shown(model)
    switch key {
    case .escape, .function(10), .control("c"): return [.effect(.quit)]
    case .enter: return choose(shown[safe: scroll.selected])
    case .up, .control("p"), .backTab: scroll.move(by: -1, of: shown.count)
    case .down, .control("n"), .tab: scroll.move(by: 1, of: shown.count)
    case .pageUp: scroll.move(by: -10, of: shown.count)
    case .pageDown: scroll.move(by: 10, of: shown.count)
    case "L" where field.isEmpty: return [.perform(.language)]
    case .control("l"): return [.effect(.redraw)]
    case .control("z"): return [.effect(.suspend)]
    default: if field.press(key) { scroll = Scroll() }
    }
    scroll.reveal(count: self.shown(model).count, height: rows(model))
    return []
  }

  private func choose(_ province: Province?) -> [Request] {
    province.map { [.effect(.found($0.division.id))] } ?? []
  }

  mutating func write(_ text: String, in model: Model) -> [Request] {
    field.write(text)
    scroll = Scroll()
    return []
  }

  mutating func click(_ index: Int, in model: Model) -> [Request] {
    defer { scroll.selected = index }
    return index == scroll.selected ? choose(shown(model)[safe: index]) : []
  }

  private func width(_ model: Model) -> Int { min(92, model.body.columns - 4) }

  /// What all this is, as wide as there is room.
  private func head(_ model: Model) -> [String] {
    model.ruler.wrap(StartWords.noLedger(model.language), to: max(2, width(model)))
  }

  func draw(_ model: Model, on frame: inout Frame) {
    let shown = shown(model)
    let box = frame.drawBox(
      StartWords.whichProvince(model.language), model.body, remark: "\(shown.count)")
    let inside = box.inset(x: max(1, (box.columns - width(model)) / 2), y: 0)
    let head = head(model)
    for (line, words) in head.enumerated() where line < inside.rows {
      frame.put(words, x: inside.x, y: inside.row(line).y, Style(on: .raised))
    }
    let rest = inside.dropping(rows: head.count)
    field.draw(in: rest.row(0), on: &frame.canvas, style: Style(on: .field))
    let list = rest.dropping(rows: 2)
    if shown.isEmpty {
      frame.put(
        Words.Board.noItem(model.language), x: list.x + 2, y: list.y, width: list.columns - 2,
        Style(.faint, on: .raised))
    }
    let window = scroll.window(count: shown.count, height: list.rows)
    for (line, index) in window.enumerated() {
      draw(shown[index], isChosen: index == scroll.selected, in: list.row(line), model, on: &frame)
      frame.hit(list.row(line), .overlayItem(index))
    }
    frame.drawRest(shown.count - window.upperBound, in: model.body, on: .raised)
  }

  private func draw(
    _ province: Province, isChosen: Bool, in row: Rect, _ model: Model, on frame: inout Frame
  ) {
    let ground: Background = isChosen ? .selected : .raised
    frame.canvas.fill(row, with: " ", style: Style(on: ground))
    let remark = province.remark(model.language)
    let room = min(frame.ruler.columns(of: remark), row.columns / 2)
    let mark = isChosen ? "\(frame.symbols.pointer) " : "  "
    frame.put(
      mark + province.division.name(in: model.language), x: row.x, y: row.y,
      width: row.columns - room - 2, Style(on: ground, bold: isChosen))
    frame.putRight(
      remark, maxX: row.maxX - 1, y: row.y, width: room, Style(.faint, on: ground))
  }
}

extension AppState {
  /// What asks for the province where there is no ledger yet; `provinces` come with what each of
  /// them has, and are found by `pinyin` too.
  public static func founding(
    _ provinces: [(Division, Phrase)], pinyin: Pinyin, _ settings: Settings, _ size: Size,
    today: Day
  ) -> AppState {
    let country = Division(
      id: Divisions.country, parent: nil, level: .province, name: "全国", short: "全国",
      english: "China", pinyin: "quanguo")
    var state = AppState(
      catalogue: Catalogue(divisions: Divisions([country])), settings: settings, size: size,
      today: today,
      progress: LedgerState(
        day: today, scope: country.id, tallies: [], provincial: [], entered: [:], recent: []))
    state.model.pinyin = pinyin
    state.overlay = ProvinceChoice(
      provinces: provinces.map { .init(division: $0.0, remark: $0.1) })
    return state
  }
}
