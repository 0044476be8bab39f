import Cells

/// Points by two measures, each with its name where there is room for it.
public struct Scatter: Hashable, Sendable {
  public struct Dot: Hashable, Sendable {
    public var x: Double
    public var y: Double
    public var label: String
    public var role: Role

    public init(x: Double, y: Double, label: String, role: Role = .accent) {
      (self.x, self.y, self.label, self.role) = (x, y, label, role)
    }
  }

  public var dots: [Dot]
  public var selected: Int?
  /// The value of the whole, as a cross of two lines.
  public var cross: Dot?
  /// What is measured upwards and across, with the unit.
  public var upwards: String
  public var across: String

  public init(_ dots: [Dot], across: String, upwards: String, selected: Int? = nil) {
    (self.dots, self.across, self.upwards, self.selected) = (dots, across, upwards, selected)
  }

  func frame(in area: Rect, ruler: Ruler) -> ChartFrame {
    ChartFrame(
      in: area, values: shown.map(\.y), unit: upwards, includesZero: false, ruler: ruler)
  }

  func acrossScale(_ frame: ChartFrame) -> Scale {
    Scale(shown.map(\.x), steps: max(1, frame.field.columns / 10))
  }

  private var shown: [Dot] {
    (dots + (cross.map { [$0] } ?? [])).filter { Scale.canShow($0.x) && Scale.canShow($0.y) }
  }

  /// The cell of each point, nil for those without both values.
  func places(_ frame: ChartFrame) -> [Point?] { places(frame, acrossScale(frame)) }

  private func places(_ frame: ChartFrame, _ scale: Scale) -> [Point?] {
    dots.map { dot in
      guard Scale.canShow(dot.x), Scale.canShow(dot.y), !frame.field.isEmpty else { return nil }
      let fromRight = scale.place(of: dot.x, among: frame.field.columns * 2) / 2
      return Point(
        x: frame.field.x + frame.field.columns - 1 - fromRight,
        y: frame.field.y + frame.row(of: dot.y))
    }
  }

  public func draw(in area: Rect, on canvas: inout Canvas, symbols: Symbols) {
    let area = canvas.bounds.intersection(area)
    let frame = frame(in: area, ruler: canvas.ruler)
    guard !frame.field.isEmpty else { return }
    frame.drawAxes(upwards, on: &canvas, symbols: symbols, ground: .none)
    drawAcross(frame, on: &canvas)
    let places = places(frame)
    let counts = places.reduce(into: [Point: Int]()) { counts, place in
      if let place { counts[place, default: 0] += 1 }
    }
    // The selected point last, so that it lies on top; its label first, so that it finds room.
    for index in order(selectedFirst: false) {
      guard let place = places[index] else { continue }
      let count = counts[place] ?? 1
      let mark = count > 1 ? (count > 9 ? "+" : "\(count)") : String(symbols.point)
      let ground: Background = index == selected ? .selected : .none
      canvas.put(
        mark, at: place, style: Style(dots[index].role, on: ground, bold: true), in: frame.field)
    }
    for index in order(selectedFirst: true) {
      guard let place = places[index] else { continue }
      name(dots[index].label, at: place, isSelected: index == selected, frame, on: &canvas)
    }
    drawCross(frame, on: &canvas, symbols: symbols)
  }

  /// The lines of the whole, wherever nothing else stands, with its name at the upper end.
  private func drawCross(_ frame: ChartFrame, on canvas: inout Canvas, symbols: Symbols) {
    guard let cross,
      let place = Scatter([cross], across: across, upwards: upwards)
        .places(frame, acrossScale(frame)).first.flatMap({ $0 })
    else { return }
    let width = canvas.ruler.columns(of: cross.label)
    let start = Point(x: min(place.x + 1, frame.field.maxX - width), y: frame.field.y)
    if isFree(Rect(x: start.x, y: start.y, columns: width, rows: 1), start, canvas) {
      canvas.put(cross.label, at: start, style: Style(.faint), in: frame.field)
    }
    for y in frame.field.y..<frame.field.maxY where canvas[place.x, y].isBlank {
      canvas.put(
        String(symbols.breakLine), at: Point(x: place.x, y: y), style: Style(.border),
        in: frame.field)
    }
    for x in frame.field.x..<frame.field.maxX where canvas[x, place.y].isBlank {
      canvas.put(
        String(symbols.targetLine), at: Point(x: x, y: place.y), style: Style(.border),
        in: frame.field)
    }
  }

  private func order(selectedFirst: Bool) -> [Int] {
    let others = dots.indices.filter { $0 != selected }
    let chosen = selected.map { dots.indices.contains($0) ? [$0] : [] } ?? []
    return selectedFirst ? chosen + others : others + chosen
  }

  /// Writes a name beside its point: right, left, above or below, wherever the field is free.
  private func name(
    _ label: String, at place: Point, isSelected: Bool, _ frame: ChartFrame,
    on canvas: inout Canvas
  ) {
    let width = canvas.ruler.columns(of: label)
    guard width > 0, frame.field.columns > width + 2 else { return }
    let starts = [
      Point(x: place.x + 2, y: place.y), Point(x: place.x - 1 - width, y: place.y),
      Point(x: place.x - width / 2, y: place.y - 1), Point(x: place.x - width / 2, y: place.y + 1),
      Point(x: place.x + 1, y: place.y - 1), Point(x: place.x + 1, y: place.y + 1),
    ]
    for start in starts {
      let room = Rect(x: start.x - 1, y: start.y, columns: width + 2, rows: 1)
      guard room.intersection(frame.field) == room, isFree(room, place, canvas) else { continue }
      let style = Style(isSelected ? .title : .plain, bold: isSelected)
      canvas.put(label, at: start, style: style, in: frame.field)
      return
    }
  }

  /// Whether nothing stands in a row of cells but the point itself.
  private func isFree(_ room: Rect, _ place: Point, _ canvas: Canvas) -> Bool {
    (room.x..<room.maxX).allSatisfy { x in
      canvas[x, room.y].isBlank || Point(x: x, y: room.y) == place
    }
  }

  /// The ticks below, and what they measure on the line of the axis, or before the ticks' end.
  private func drawAcross(_ frame: ChartFrame, on canvas: inout Canvas) {
    guard frame.below.rows > 0 else { return }
    let row = frame.below.row(frame.below.rows - 1)
    let ruler = canvas.ruler
    let hasLine = frame.below.rows > 1
    let words = ruler.cut(across, to: hasLine ? row.columns - 2 : row.columns / 2)
    let end = row.maxX - ruler.columns(of: words)
    canvas.put(
      words, at: Point(x: end, y: frame.below.y), style: Style(.faint), in: frame.below)
    let scale = acrossScale(frame)
    var free = row.x
    for tick in scale.ticks {
      let fromRight = scale.place(of: tick.value, among: row.columns * 2) / 2
      let width = ruler.columns(of: tick.label)
      let x = min(max(row.x, row.maxX - 1 - fromRight - width / 2), row.maxX - width)
      guard x >= free, x + width <= (hasLine ? row.maxX : end - 1) else { continue }
      canvas.put(tick.label, at: Point(x: x, y: row.y), style: Style(.faint), in: row)
      free = x + width + 1
    }
  }
}
