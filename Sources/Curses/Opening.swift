import CNcurses
import Cells
import Glibc

/// How a terminal is to be used.
public struct CursesOptions: Hashable, Sendable {
  /// How many columns ambiguous characters take; `auto` asks the terminal.
  public enum Ambiguous: String, Hashable, Sendable, CaseIterable {
    case auto, one, two
  }

  public var theme: ColorTheme
  /// Whether clicks and the wheel are asked for; the terminal's own selection then needs Shift.
  public var mouse: Bool
  public var ambiguous: Ambiguous
  /// Whether colours are wanted; a `NO_COLOR` in the environment forbids them all the same.
  public var colors: Bool

  public init(
    theme: ColorTheme = .auto, mouse: Bool = true, ambiguous: Ambiguous = .auto, colors: Bool = true
  ) {
    (self.theme, self.mouse, self.ambiguous, self.colors) = (theme, mouse, ambiguous, colors)
  }
}

/// Why there is no terminal to be had.
public enum OpenFault: Error, Hashable, Sendable {
  /// Standard input or output is a file or a pipe.
  case noTerminal
  /// The terminal cannot move its cursor (`TERM=dumb`).
  case dumbTerminal(String)
  /// The system has no description of the terminal; the name is empty when `TERM` is not set.
  case unknownTerminal(String)
  /// Neither the locale nor C.UTF-8 gives UTF-8.
  case notUTF8
}

/// What must hold before ncurses begins.
enum Opening {
  /// Looks at streams, locale and `TERM`, and sets the locale of the process.
  static func check() throws(OpenFault) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .noTerminal }
    guard takeUTF8() else { throw .notUTF8 }
    let name = environment("TERM") ?? ""
    if name == "dumb" { throw .dumbTerminal(name) }
  }

  /// Why ncurses could not begin.
  static func fault() -> OpenFault {
    let name = environment("TERM") ?? ""
    var found: Int32 = 0
    let isKnown = !name.isEmpty && setupterm(nil, STDOUT_FILENO, &found) == OK
    return isKnown || found == 1 ? .dumbTerminal(name) : .unknownTerminal(name)
  }

  /// Takes the locale's characters, or C.UTF-8 where it does not give UTF-8.
  ///
  /// Only `LC_CTYPE`: a decimal comma must not get into files that C libraries write.
  @discardableResult
  static func takeUTF8() -> Bool {
    setlocale(LC_CTYPE, "")
    if codeset == "UTF-8" { return true }
    return setlocale(LC_CTYPE, "C.UTF-8") != nil && codeset == "UTF-8"
  }

  static var codeset: String { yigai_codeset().map { String(cString: $0) } ?? "" }

  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
