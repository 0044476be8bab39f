import Cells
import Reform
import Widgets

extension CompareScreen {
  /// Who has sent, who has not, who was sent back and why; by place, and by department.
  func drawBoard(
    _ grounds: CompareGrounds, _ model: Model, _ layout: CompareLayout, on frame: inout Frame
  ) {
    let language = model.language
    let area = layout.board.outset
    let isAlone = layout.departments.isEmpty
    let words = isAlone && isByDepartment ? Words.Compare.lacking : Words.Compare.collection
    let inside = Box(
      "\(words(language))\(model.marks.dot)\(grounds.year)", remark: remark(model), isFocused: true
    ).draw(in: area, on: &frame.canvas, marks: model.marks)
    guard let board = board?.whole else {
      frame.put(
        Words.Compare.loading(language), x: inside.x + 1, y: inside.y, width: inside.columns - 2,
        Style(.accent))
      return
    }
    if isAlone, isByDepartment {
      drawDepartments(board, model, in: inside, on: &frame)
    } else {
      drawPlaces(board, model, in: inside, on: &frame)
    }
    if !isAlone {
      let beside = Box(Words.Compare.department(language), remark: Words.Compare.lacking(language))
        .draw(in: layout.departments, on: &frame.canvas, marks: model.marks)
      drawDepartments(board, model, in: beside, on: &frame)
    }
    drawActs(board, model, in: layout.acts, on: &frame)
  }

  /// How many places have sent everything, and the day by which they should.
  private func remark(_ model: Model) -> String {
    guard let board = board?.whole else { return "" }
    let language = model.language
    let places = board.owed.dropFirst()
    let sent = places.count { $0.state == .sent(isComplete: true) }
    let count = Phrase("报全 \(sent)/\(places.count)", "\(sent)/\(places.count) sent")(language)
    let due = board.due.map { "\(Words.Compare.due(language)) \($0)" }
    let lock = board.lock.isSet ? model.marks.dot + Words.Compare.locked(language) : ""
    return count + model.marks.dot + (due ?? Words.Compare.noDue(language)) + lock
  }

  private func drawPlaces(
    _ board: CollectionBoard, _ model: Model, in area: Rect, on frame: inout Frame
  ) {
    let columns = BoardColumns(board, in: area, model)
    columns.drawHeads(in: area.row(0), on: &frame)
    let body = area.dropping(rows: 1)
    let window = position.row.window(count: board.rows.count, height: body.rows)
    for (line, index) in window.enumerated() {
      let row = body.row(line)
      let ground: Ground = index == position.row.selected ? .selected : .none
      frame.canvas.fill(row, with: " ", style: Style(on: ground))
      columns.draw(board.rows[index], isWhole: index == 0, in: row, ground, on: &frame)
      frame.hit(row, .item(pane: 0, index: index))
    }
    let below = board.rows.count - window.upperBound
    if below > 0 {
      frame.putRight(" +\(below) ", maxX: area.maxX - 1, y: area.maxY, width: 8, Style(.accent))
    }
  }

  private func drawDepartments(
    _ board: CollectionBoard, _ model: Model, in area: Rect, on frame: inout Frame
  ) {
    let language = model.language
    var y = area.y
    for (department, absent) in board.byDepartment {
      let name = model.catalogue.name(of: Responsible(department, role: .responsible), in: language)
      let places = board.rows.dropFirst().filter { absent[$0.place] != nil }.map { row in
        "\(model.short(of: row.place))×\(absent[row.place]?.count ?? 0)"
      }
      let words =
        places.isEmpty ? Words.Compare.nothingLacking(language) : places.joined(separator: " ")
      let lines = frame.ruler.wrap(words, to: max(2, area.columns - 3))
      guard y < area.maxY else { return }
      frame.put(name, x: area.x + 1, y: y, width: area.columns - 8, Style(.title))
      frame.putRight("\(places.count)", maxX: area.maxX - 1, y: y, width: 6, Style(.faint))
      for (row, text) in lines.enumerated() where y + 1 + row < area.maxY {
        frame.put(text, x: area.x + 2, y: y + 1 + row, Style(places.isEmpty ? .good : .warning))
      }
      y += 1 + lines.count
    }
  }

  private func drawActs(
    _ board: CollectionBoard, _ model: Model, in area: Rect, on frame: inout Frame
  ) {
    let language = model.language
    let (divisions, region) = (model.catalogue.divisions, board.rows.first?.place ?? "")
    let entries = (collected?.entries ?? []).filter { entry in
      entry.year == board.year
        && (divisions.isWithin(entry.place, region) || divisions.isWithin(region, entry.place))
    }.reversed()
    let inside = Box(Words.Compare.acts(language), remark: "\(entries.count)")
      .draw(in: area, on: &frame.canvas, marks: model.marks)
    if entries.isEmpty {
      frame.put(
        Words.Compare.noActs(language), x: inside.x + 1, y: inside.y, width: inside.columns - 2,
        Style(.faint))
    }
    for (row, entry) in entries.prefix(inside.rows).enumerated() {
      let what = FieldWords.collecting(
        entry.kind, model.catalogue.divisions[entry.place], entry.year)(language)
      let reason = entry.reason.isEmpty ? "" : model.marks.dot + entry.reason
      frame.put(
        "\(entry.day) \(entry.who) \(what)\(reason)", x: inside.x + 1, y: inside.y + row,
        width: inside.columns - 2, Style(entry.kind == .sentBack ? .warning : .plain))
    }
  }
}

extension Rect {
  /// With one cell more on every side.
  fileprivate var outset: Rect {
    Rect(x: x - 1, y: y - 1, columns: columns + 2, rows: rows + 2)
  }
}

/// The columns of the board: place, state, how many, when, how late, lock, remark.
private struct BoardColumns {
  let board: CollectionBoard
  let model: Model
  private let parts: [Rect]

  init(_ board: CollectionBoard, in area: Rect, _ model: Model) {
    (self.board, self.model) = (board, model)
    let widest = board.rows.map { model.ruler.columns(of: Self.name($0, model)) }.max() ?? 4
    let isChinese = model.language == .zh
    parts = Rect(x: area.x + 1, y: 0, columns: area.columns - 2, rows: 1).splitColumns([
      .fixed(min(widest, area.columns / 4) + 1), .fixed(isChinese ? 8 : 10), .fixed(6),
      .fixed(11), .fixed(isChinese ? 8 : 10), .fixed(isChinese ? 5 : 11), .share(1),
    ])
  }

  /// The short name; among the parts of its region an own level needs no name of whose it is.
  private static func name(_ row: Submission, _ model: Model) -> String {
    guard model.catalogue.divisions[row.place]?.level == .own else {
      return model.short(of: row.place)
    }
    return Phrase("本级", "Own")(model.language)
  }

  func drawHeads(in row: Rect, on frame: inout Frame) {
    let words = [
      Words.Compare.place, Words.Compare.state, Words.Compare.count, Words.Compare.sentOn,
      Words.Compare.due, Words.Compare.locked, Words.Compare.remark,
    ]
    for (part, head) in zip(parts, words) {
      frame.put(
        head(model.language), x: part.x, y: row.y, width: part.columns - 1, Style(.faint))
    }
  }

  func draw(
    _ row: Submission, isWhole: Bool, in area: Rect, _ ground: Ground, on frame: inout Frame
  ) {
    let language = model.language
    let plain = Style(isWhole ? .title : .plain, on: ground, bold: isWhole)
    let cells: [(String, Style)] = [
      (Self.name(row, model), plain),
      isWhole
        ? ("\(complete)/\(board.owed.count - 1)", plain)
        : (FieldWords.submission(row.state)(language), Style(on: light(row), bold: true)),
      ("\(row.present.count)/\(board.asked.count)", plain),
      (row.day?.description ?? "-", plain), (lateness(row), Style(lateRole(row), on: ground)),
      (lock(row), plain), (remark(row), Style(.faint, on: ground)),
    ]
    for (part, cell) in zip(parts, cells) {
      frame.put(cell.0, x: part.x, y: area.y, width: part.columns - 1, cell.1)
    }
  }

  /// Places that have sent everything.
  private var complete: Int {
    board.rows.dropFirst().count { $0.state == .sent(isComplete: true) }
  }

  private func light(_ row: Submission) -> Ground {
    switch row.state {
    case .sent(let isComplete): isComplete ? .good : .warning
    case .sentBack: .bad
    case .missing: isOverdue ? .bad : .idle
    case .optional: .idle
    }
  }

  private var isOverdue: Bool { board.due.map { model.day > $0 } ?? false }

  /// Days after the day on which it was due: of what came, and of what has not come.
  private func days(_ row: Submission) -> Int? {
    guard let due = board.due, row.state != .optional else { return nil }
    guard let day = row.day else { return isOverdue ? due.days(until: model.day) : nil }
    return day > due ? due.days(until: day) : 0
  }

  private func lateness(_ row: Submission) -> String {
    guard let days = days(row) else { return "" }
    guard days > 0 else { return Phrase("按时", "in time")(model.language) }
    return Phrase("迟\(days)天", "\(days)d late")(model.language)
  }

  private func lateRole(_ row: Submission) -> Role { (days(row) ?? 0) > 0 ? .warning : .plain }

  private func lock(_ row: Submission) -> String {
    guard let region = board.lock.region,
      model.catalogue.divisions.isWithin(row.place, region)
    else { return "" }
    return (row.isLocked ? Words.Compare.locked : Words.Compare.exception)(model.language)
  }

  private func remark(_ row: Submission) -> String {
    let language = model.language
    switch row.state {
    case .sentBack(let reason, let who, let day): return "\(reason)（\(who) \(day)）"
    case .sent(isComplete: true): return ""
    case .optional:
      return Phrase("有本级机构的才报", "only where it runs institutions itself")(language)
    default:
      let names = board.asked.filter { row.absent.contains($0.id) }.map { $0.short(language) }
      return Words.Indicators.missing(language) + " "
        + names.joined(separator: language == .zh ? "、" : ", ")
    }
  }
}
