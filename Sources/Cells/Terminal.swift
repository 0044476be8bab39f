/// A key as a person knows it.
public enum Key: Hashable, Sendable {
  case character(Character)
  /// Ctrl with a lower-case letter or one of `\ ] ^ _`; Ctrl-M, Ctrl-I, Ctrl-[ and Ctrl-H
  /// arrive as enter, tab, escape and backspace.
  case control(Character)
  case alt(Character)
  case up, down, left, right, home, end, pageUp, pageDown
  case controlPageUp, controlPageDown
  case enter, escape, tab, backTab, backspace, delete, insert
  case function(Int)
}

/// What the mouse did; the only events asked for are the press of button 1 and the wheel.
public struct Mouse: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case press, wheelUp, wheelDown }
  public var kind: Kind
  public var at: Point

  public init(_ kind: Kind, at point: Point) { (self.kind, at) = (kind, point) }
}

/// What happened outside.
public enum Event: Hashable, Sendable {
  case key(Key)
  /// Text of a bracketed paste, line breaks kept; never commands.
  case paste(String)
  case mouse(Mouse)
  case resize(Size)
  /// Nothing happened for a second.
  case tick
  /// The program was stopped (Ctrl-Z) and goes on: draw everything again.
  case resumed
  /// Somebody has called `wake`.
  case woken
  /// The terminal answered how wide it draws ambiguous characters: 1 or 2 columns.
  case ambiguousWidth(Int)
  /// The terminal is gone or asks to end (hang-up, terminate).
  case ended
}

/// The only door to a terminal.
public protocol Terminal: AnyObject {
  var size: Size { get }
  /// The next event, waited for; `.tick` after a second without one.
  func nextEvent() -> Event
  /// An event that is already there, or nil at once.
  func pendingEvent() -> Event?
  /// Shows the canvas; what has not changed is not sent again.
  func present(_ canvas: Canvas)
  /// Draws the whole screen anew at the next `present` (Ctrl-L).
  func invalidate()
  /// Gives the terminal back, stops the program (SIGTSTP), takes the terminal again when it goes on.
  func suspend()
  /// Takes other colours, from the next `present` on.
  func recolor(_ theme: ColorTheme)
  /// Ends the wait of `nextEvent`, which gives `.woken`; to be called from any thread.
  var wake: @Sendable () -> Void { get }
}

extension Terminal {
  public func recolor(_ theme: ColorTheme) {}

  public var wake: @Sendable () -> Void { {} }
}
