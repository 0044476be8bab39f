import Foundation
import HubStore
import Reform

/// The program beside `yigai` that speaks to hubs, so that `yigai` itself needs nothing of PostgreSQL.
///
/// It is started by `yigai`, not by people: what it is asked and what it answers is JSON.
@main
struct SyncProgram {
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    let words = Array(CommandLine.arguments.dropFirst())
    guard words.count == 2, words[0] == "hub",
      let request = try? JSONDecoder().decode(HubRequest.self, from: Data(words[1].utf8))
    else {
      say(
        "yigai-sync: 由 yigai 启动，不单独使用；见 yigai hub --help。\n"
          + "yigai-sync: started by yigai, not by itself; see yigai hub --help.\n", STDERR_FILENO)
      exit(2)
    }
    let reply = LedgerDesk.reply(to: request) ?? HubDesk.reply(to: request)
    guard let text = try? JSONEncoder().encode(reply) else { exit(1) }
    say(String(decoding: text, as: UTF8.self) + "\n", STDOUT_FILENO)
  }

  /// Writes all of a text; where that fails nobody is there to be told.
  private static func say(_ text: String, _ descriptor: Int32) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while let base = rest.baseAddress, !rest.isEmpty {
        let count = write(descriptor, base, rest.count)
        guard count > 0 || errno == EINTR else { return }
        rest = UnsafeRawBufferPointer(rebasing: rest[max(0, count)...])
      }
    }
  }
}
