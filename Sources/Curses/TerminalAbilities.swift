import CNcurses
import Cells
import Glibc

/// What the terminal and the locale can do, for people who look for a fault.
public struct TerminalAbilities: Hashable, Sendable {
  /// The name in `TERM`, empty when it is not set.
  public var name: String
  /// Whether the system has a description of it.
  public var isKnown: Bool
  /// Whether standard input and output are a terminal.
  public var isTerminal: Bool
  /// 0 where there are none, or where it has no description.
  public var colors: Int
  public var pairs: Int
  /// The characters of the locale, after C.UTF-8 was tried.
  public var codeset: String
  /// Nil where there is no terminal.
  public var size: Size?
  public var hasMouse: Bool
}

/// Looks what the terminal can do, without taking it.
public func terminalAbilities() -> TerminalAbilities {
  Opening.takeUTF8()
  let name = Opening.environment("TERM") ?? ""
  var found: Int32 = 0
  let isKnown = !name.isEmpty && setupterm(nil, STDOUT_FILENO, &found) == OK
  var (columns, rows): (Int32, Int32) = (0, 0)
  let hasSize = yigai_size(STDOUT_FILENO, &columns, &rows)
  return TerminalAbilities(
    name: name,
    isKnown: isKnown,
    isTerminal: isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1,
    colors: isKnown ? max(0, Int(tigetnum("colors"))) : 0,
    pairs: isKnown ? max(0, Int(tigetnum("pairs"))) : 0,
    codeset: Opening.codeset,
    size: hasSize ? Size(columns: Int(columns), rows: Int(rows)) : nil,
    hasMouse: isKnown && Modes.capability("kmous") != nil)
}
