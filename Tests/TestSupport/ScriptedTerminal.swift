import Cells

/// A terminal that plays a script of events and keeps every screen; at its end it is gone.
public final class ScriptedTerminal: Terminal {
  public private(set) var size: Size
  private var script: [Event]
  public private(set) var screens: [Canvas] = []
  /// How often the screen was to be drawn anew, and the program stopped.
  public private(set) var redraws = 0
  public private(set) var themes: [ColorTheme] = []
  public private(set) var suspensions = 0
  /// Looks at every screen when it is shown.
  public var inspect: ((Canvas) -> Void)?

  public init(size: Size, script: [Event] = []) { (self.size, self.script) = (size, script) }

  public func nextEvent() -> Event {
    guard !script.isEmpty else { return .ended }
    let event = script.removeFirst()
    if case .resize(let size) = event { self.size = size }
    return event
  }

  public func pendingEvent() -> Event? { nil }
  public func present(_ canvas: Canvas) {
    inspect?(canvas)
    screens.append(canvas)
  }
  public func invalidate() { redraws += 1 }

  public func recolor(_ theme: ColorTheme) { themes.append(theme) }
  public func suspend() { suspensions += 1 }
}
