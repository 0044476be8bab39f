import Cells
import Reform
import Widgets

/// What a click on some part of the screen means.
public enum Target: Hashable, Sendable {
  case tab(Tab)
  case command(Command)
  /// An item of a pane of the screen in front.
  case item(pane: Int, index: Int)
  case overlayItem(Int)
  case overlay
}

/// A canvas being drawn on, with what a click on its parts means.
public struct Frame {
  public var canvas: Canvas
  public private(set) var hits: [(area: Rect, target: Target)] = []
  let language: Language
  let symbols: Symbols
  private let memory: FrameMemory?

  init(_ ground: FrameGround, _ symbols: Symbols, _ memory: FrameMemory? = nil) {
    (language, self.symbols, self.memory) = (ground.language, symbols, memory)
    canvas = memory?.begin(ground) ?? Canvas(size: ground.size, ruler: ground.ruler)
    canvas.cursor = nil
  }

  /// Draws a pane, or leaves it as the last frame had it where it is the same.
  mutating func draw(_ pane: some Pane, as name: PaneName, in area: Rect) {
    guard let memory else { return pane.draw(in: area, on: &self) }
    guard !memory.shows(pane, as: name, in: area) else { return }
    if let last = memory.last(of: pane, as: name, in: area), pane.amend(last, in: area, on: &self) {
      return memory.note(pane, as: name, in: area)
    }
    canvas.fill(area)
    memory.forget(within: area)
    pane.draw(in: area, on: &self)
    memory.note(pane, as: name, in: area)
  }

  var ruler: Ruler { canvas.ruler }

  /// Draws text cut to a width, and gives the columns used.
  @discardableResult
  mutating func put(
    _ text: String, x: Int, y: Int, width: Int? = nil, _ style: Style = .plain
  ) -> Int {
    let room = min(width ?? .max, canvas.size.columns - x)
    guard room > 0 else { return 0 }
    // No character takes more columns than bytes: what is short enough needs no measuring.
    let shown = text.utf8.count <= room ? text : ruler.cut(text, to: room)
    return canvas.put(shown, at: Point(x: x, y: y), style: style)
  }

  /// Draws text that ends at the right of a width.
  mutating func putRight(
    _ text: String, maxX: Int, y: Int, width: Int, _ style: Style = .plain
  ) {
    let shown = ruler.cut(text, to: width)
    put(shown, x: maxX - ruler.columns(of: shown), y: y, style)
  }

  mutating func hit(_ area: Rect, _ target: Target) { hits.append((area, target)) }

  /// What a click at a point means; what was drawn last lies on top.
  public func target(at point: Point) -> Target? {
    hits.last { $0.area.contains(point) }?.target
  }

  /// The word of a light on its ground, as wide as every other.
  ///
  /// One that asks for nothing has no ground of its own.
  mutating func light(_ signal: Signal, x: Int, y: Int, on ground: Background = .none) {
    let style =
      switch signal {
      case .red, .yellow: Style(.plain, on: signal.ground, bold: true)
      case .green, .grey: Style(signal == .green ? .good : .faint, on: ground)
      }
    put(Words.sign(signal)(language), x: x, y: y, style)
  }

  var lightWidth: Int { Signal.width(language) }

  /// How many lines of a list lie below its box.
  mutating func drawRest(_ below: Int, in area: Rect, on ground: Background = .none) {
    guard below > 0 else { return }
    putRight(
      " +\(below) ", maxX: area.maxX - 2, y: area.maxY - 1, width: 8, Style(.accent, on: ground))
  }

  /// Draws tabs side by side, the one in front set off, and gives the column after the last.
  @discardableResult
  mutating func drawTabs(_ tabs: [String], front: Int, x: Int, y: Int, hits pane: Int?) -> Int {
    var x = x
    for (index, words) in tabs.enumerated() {
      let style = index == front ? Style(.title, on: .selected, bold: true) : Style(.accent)
      let width = put(" \(words) ", x: x, y: y, style)
      if let pane {
        hit(Rect(x: x, y: y, columns: width, rows: 1), .item(pane: pane, index: index))
      }
      x += width + 1
    }
    return x
  }

  /// Draws text with the part that a search found set off.
  mutating func put(
    _ text: String, found: Range<Int>?, x: Int, y: Int, width: Int, _ style: Style
  ) {
    put(text, x: x, y: y, width: width, style)
    guard let found else { return }
    let scalars = Array(text.unicodeScalars)
    guard found.upperBound <= scalars.count else { return }
    func columns(_ part: some Sequence<Unicode.Scalar>) -> Int {
      part.reduce(0) { $0 + ruler.columns(of: $1) }
    }
    let start = columns(scalars[..<found.lowerBound])
    let end = min(start + columns(scalars[found]), min(width, ruler.columns(of: text)))
    guard start < end else { return }
    canvas.restyle(Rect(x: x + start, y: y, columns: end - start, rows: 1)) { _ in
      Style(.match, on: style.ground, bold: true, underlined: true)
    }
  }
}

extension Signal {
  /// The lights, the gravest first.
  static let gravest = [Signal.red, .yellow, .green, .grey]

  /// The columns that the word of a light takes.
  static func width(_ language: Language) -> Int { language == .zh ? 2 : 3 }

  var role: Role {
    switch self {
    case .green: .good
    case .yellow: .warning
    case .red: .bad
    case .grey: .idle
    }
  }

  var ground: Background {
    switch self {
    case .green: .good
    case .yellow: .warning
    case .red: .bad
    case .grey: .idle
    }
  }
}

extension Status {
  var role: Role {
    switch self {
    case .notStarted: .faint
    case .underway: .progress
    case .done: .good
    case .signedOff: .good
    case .suspended: .idle
    }
  }

  /// One mark for narrow cells; colour is never the only carrier.
  func mark(_ symbols: Symbols) -> String {
    switch self {
    case .notStarted: "-"
    case .underway: ">"
    case .done: String(symbols.tick)
    case .signedOff: "#"
    case .suspended: "="
    }
  }
}
