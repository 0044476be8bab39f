import CPostgres
import Reform

/// What a server has refused, as it says it.
struct ServerError: Error {
  /// Five signs, the same in every language (SQLSTATE).
  var code: String
  var message: String
  var detail: String
  var hint: String

  init?(_ result: OpaquePointer) {
    func field(_ name: Character) -> String {
      let sign = Int32(name.asciiValue ?? 0)
      return PQresultErrorField(result, sign).map { String(cString: $0) } ?? ""
    }
    code = field("C")
    guard !code.isEmpty else { return nil }
    (message, detail, hint) = (field("M"), field("D"), field("H"))
  }

  /// The act that the hub's triggers name: origin and number.
  var act: ActName? {
    let parts = detail.split(separator: " ")
    guard parts.count == 2, let number = Int(parts[1]) else { return nil }
    return ActName(String(parts[0]), number)
  }

  /// Whether the server said so because it cannot go on at all, and the connection with it.
  var isEnd: Bool { ["57P01", "57P02", "57P03", "08006", "08003"].contains(code) }

  /// A sentence for a person, with what to do.
  var fault: Fault {
    let said = ServerWords.line(message)
    if let known = Self.words(code) {
      return Fault("\(known.zh)（\(said)）", "\(known.en) (\(said))")
    }
    return Fault("共享库不接受：\(said)（\(code)）。", "The hub refuses: \(said) (\(code)).")
  }

  static func words(_ code: String) -> Phrase? { known[code] ?? known[String(code.prefix(2))] }

  /// By code, or by the class that its first two signs are.
  private static let known: [String: Phrase] = [
    "3F000": noHub, "42883": noHub, "42P01": noHub,
    "42501": Phrase(
      "这个角色没有权限；请共享库的管理员用 yigai hub office 接纳本单位。",
      "This role has no rights here; ask the hub's administrator for yigai hub office."),
    "25006": Phrase("\(readOnly.zh)。", "\(readOnly.en)."),
    "53": Phrase(
      "共享库的服务器磁盘或内存不足，没有记入；请通知管理员，腾出空间后再同步。",
      "The hub's server is out of disk or memory and nothing was taken; tell its administrator, and "
        + "sync again once there is room."),
    "55P03": Phrase(
      "共享库正忙，30 秒内没有轮到；请过一会儿再同步。",
      "The hub is busy, and 30 seconds were not enough; sync again later."),
    "57": Phrase(
      "共享库的服务器停了；没有丢失什么，下次同步会接着做。",
      "The hub's server was stopped. Nothing is lost: the next sync goes on from there."),
    "22": Phrase(
      "共享库读不懂送去的内容，没有记入；请升级两边的程序。",
      "The hub cannot read what was sent, and nothing was taken; upgrade the program on both sides."
    ),
    "YG003": Phrase("共享库不许这样做。", "The hub does not let this be done."),
  ]

  static let readOnly = Phrase(
    "共享库现在只读（连到了备用库，或管理员设成了只读），没有写入；请把服务改到主库，或请管理员改回来",
    "The hub only reads for now: it is a standby, or its administrator has it so; nothing was written. "
      + "Point the service at the primary, or ask its administrator")

  private static let noHub = Phrase(
    "这个数据库还不是共享库；先用 yigai hub init 建立，或核对服务里的 dbname。",
    "This database is no hub; make one with yigai hub init, or look at the service's dbname.")
}
