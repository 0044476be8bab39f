import CNcurses
import CTerminal
import Cells
import Glibc

/// The modes of the terminal that ncurses is not asked to look after.
struct Modes {
  /// Switches on the keypad's sequences, bracketed paste and the mouse.
  let on: String
  /// Switches them off again.
  let off: String
  /// What gives the terminal back from any state, for the hour of a crash.
  let rescue: String

  /// Asks ncurses, which must have begun, what the terminal can do.
  init(mouse: Bool) {
    let hasMouse = mouse && Self.capability("kmous") != nil
    on =
      (Self.capability("smkx") ?? "") + "\u{1B}[?2004h"
      + (hasMouse ? "\u{1B}[?1000h\u{1B}[?1006h" : "")
    off =
      (hasMouse ? "\u{1B}[?1006l\u{1B}[?1000l" : "") + "\u{1B}[?2004l"
      + (Self.capability("rmkx") ?? "")
    rescue = off + ["sgr0", "op", "cnorm", "rmcup"].compactMap(Self.capability).joined()
  }

  /// Writes where the width of an ambiguous character shows, and asks for the cursor.
  ///
  /// It goes out before the first frame, which paints over it in the same write: it costs no wait.
  static let widthQuestion = "\u{1B}[H·\u{1B}[6n\u{1B}[H"

  /// A string capability without its padding, which only terminals made of metal need.
  static func capability(_ name: String) -> String? {
    guard let found = yigai_capability(name) else { return nil }
    let parts = String(cString: found).split(separator: "$<", omittingEmptySubsequences: false)
    let rest = parts.dropFirst().map { $0.drop(while: { $0 != ">" }).dropFirst() }
    return (parts.prefix(1) + rest).joined()
  }
}
