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

  /// Writes an ambiguous character in the corner and asks where the cursor stands then.
  ///
  /// It goes out before the first frame, which paints over it, and nobody waits for the answer: it
  /// costs no time at the start and no cell of the frame.
  static let widthQuestion = "\u{1B}[H·\u{1B}[6n\u{1B}[H"

  /// Writes past ncurses, which must have nothing of its own to write.
  static func send(_ text: String) {
    let bytes = text.utf8CString
    bytes.withUnsafeBufferPointer { _ = terminal_send($0.baseAddress, $0.count - 1, -1) }
  }

  /// A string capability without its padding (`$<5>`), which only terminals made of metal need.
  static func capability(_ name: String) -> String? {
    guard let found = yigai_capability(name) else { return nil }
    var bytes: [UInt8] = []
    var next = found
    while next.pointee != 0 {
      if next[0] == 0x24 && next[1] == 0x3C, let end = strchr(next, 0x3E) {
        next = UnsafePointer(end) + 1
      } else {
        bytes.append(UInt8(bitPattern: next.pointee))
        next += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
