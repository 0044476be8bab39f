import Files
import Foundation
import Reform

extension Ledger {
  /// What lies at a path.
  enum Found {
    case nothing
    case ours
    /// A database whose header does not say that it is ours, or in a format that is known.
    case doubtful
  }

  /// Looks at the file before SQLite does; one that is held is not opened for that.
  static func look(at path: String, access: Access) throws -> Found {
    guard let file = FileIdentity(at: path) else {
      guard errno == ENOENT else { throw unreadable(path) }
      guard access == .readWrite else {
        throw Fault("没有台账文件 \(path)。", "There is no ledger at \(path).")
      }
      guard !FileIdentity.isLink(path) else {
        throw Fault(
          "\(path) 是一个链接，它指向的文件不在（磁盘没有接上？）；没有新建台账。",
          "\(path) is a link to a file that is not there (a disk that is not mounted?); no ledger "
            + "was made.")
      }
      return .nothing
    }
    guard !file.isFolder else {
      throw Fault("\(path) 是文件夹，不是台账文件。", "\(path) is a folder, not a ledger.")
    }
    guard file.isOrdinary else {
      throw Fault(
        "\(path) 不是普通文件（是管道或设备），不能作台账。",
        "\(path) is no ordinary file (a pipe or a device) and no ledger.", exitCode: 2)
    }
    guard !HeldFiles.has(path) else { return .ours }
    guard let head = UserFile.head(of: path, count: 100) else { throw unreadable(path) }
    guard !head.isEmpty else { throw empty(path) }
    guard head.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw Fault(
        "\(path) 不是医改台账（不是数据库文件）；请用 --ledger 指定台账文件。",
        "\(path) is not a yigai ledger (not a database at all); name one with --ledger.")
    }
    let isOurs = number(in: head, at: 68) == Schema.applicationID
    return isOurs && number(in: head, at: 60) <= Schema.version ? .ours : .doubtful
  }

  /// A number in the header of a database; 0 where the header is cut off.
  private static func number(in head: [UInt8], at offset: Int) -> Int32 {
    guard head.count >= offset + 4 else { return 0 }
    return head[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int32($1) }
  }

  /// Why a path can lead to no file at all; nil where it can.
  public static func misnamed(_ path: String) -> Fault? {
    guard FileIdentity(at: path) == nil, [ENAMETOOLONG, ENOTDIR, ELOOP].contains(errno) else {
      return nil
    }
    return unreadable(path)
  }

  private static func unreadable(_ path: String) -> Fault {
    switch errno {
    case ENAMETOOLONG:
      return Fault(
        "台账文件名太长（一段最多 255 字节，全长最多 4095 字节）：\(path)",
        "The name of the ledger is too long (at most 255 bytes a part and 4095 in all): \(path)",
        exitCode: 2)
    case ENOTDIR:
      return Fault(
        "\(path) 的路径中有一段是文件，不是文件夹。",
        "A part of the path \(path) is a file, not a folder.", exitCode: 2)
    case ELOOP:
      return Fault("\(path) 的链接绕成了圈。", "The links of \(path) lead round in a circle.")
    default: return FileTrouble.unread(path, errno)
    }
  }

  /// Makes a ledger beside its place, fills it, and puts it there whole.
  ///
  /// Nobody sees half of one, and none is written over: false where another program was quicker.
  @discardableResult
  public static func make(
    at path: String, filling fill: (Ledger) throws -> Void = { _ in }
  ) throws -> Bool {
    try refuseRemains(of: path)
    try makeFolder(of: path)
    let building = "\(path)\(buildingMark)\(getpid())"
    remove(building)
    defer { remove(building) }
    try makePrivateFile(at: building, for: path)
    do {
      let ledger = try Ledger(existing: building, access: .readWrite)
      defer { ledger.close() }
      try fill(ledger)
    }
    return try place(building, at: path)
  }

  /// Throws where entries of a ledger that is gone still lie beside its place: SQLite would throw
  /// them away, and to look at an empty ledger instead would say that there are none.
  public static func refuseRemains(of path: String) throws {
    for suffix in ["-wal", "-journal"] {
      let remains = path + suffix
      guard let file = FileIdentity(at: remains), file.size > 0 else { continue }
      throw Fault(
        "没有台账文件 \(path)，但它的日志 \(remains) 还在，里面可能有已登记的内容，所以没有新建；"
          + "请把台账文件放回原处，或先把 \(remains) 移走。",
        "There is no ledger at \(path), but its journal \(remains) is still there and may hold what "
          + "was entered, so none was made; put the ledger back, or move \(remains) away first.")
    }
  }

  static func makeFolder(of path: String) throws {
    guard let slash = path.lastIndex(of: "/") else { return }
    let folder = String(path[..<slash])
    guard !folder.isEmpty, FileIdentity(at: folder) == nil else { return }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Fault("不能建立文件夹 \(folder)。", "The folder \(folder) cannot be made.")
    }
  }

  /// Makes an empty file that only its owner can read.
  static func makePrivateFile(at building: String, for path: String) throws {
    let descriptor = open(building, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw unmakeable(path) }
    _ = Foundation.close(descriptor)
  }

  private static func unmakeable(_ path: String) -> Fault {
    if errno == ENAMETOOLONG {
      return Fault(
        "台账文件名太长：旁边还要放日志，一段最多 230 字节：\(path)",
        "The name of the ledger is too long: with its journal beside it a part has at most 230 bytes: "
          + path, exitCode: 2)
    }
    let reason = String(cString: strerror(errno))
    return Fault(
      "不能在 \(path) 建立台账：\(reason)。", "No ledger can be made at \(path): \(reason).")
  }

  /// Gives a finished ledger its name, unless something else bears it already.
  static func place(_ building: String, at path: String) throws -> Bool {
    if link(building, path) != 0 {
      guard errno != EEXIST else { return false }
      // There are disks without hard links.
      guard FileIdentity(at: path) == nil else { return false }
      guard rename(building, path) == 0 else { throw unmakeable(path) }
    }
    UserFile.secureName(of: path)
    return true
  }

  /// Between a ledger's name and the number of the process that is making it.
  public static let buildingMark = ".making-"

  /// Removes what programs that were ended in the midst of making this ledger have left.
  ///
  /// `mark` stands between its name and the number of the process.
  public static func clearLeftovers(of path: String, mark: String = buildingMark) {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? "./"
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    for found in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    where found.hasPrefix(name + mark) {
      // Its companions may be left without it.
      let digits = found.dropFirst((name + mark).count).prefix { $0.isWholeNumber }
      let rest = String(found.dropFirst((name + mark).count + digits.count))
      guard ([""] + HeldFiles.companions).contains(rest), let maker = pid_t(digits), maker > 0,
        kill(maker, 0) != 0, errno == ESRCH
      else { continue }
      remove(folder + name + mark + String(digits))
    }
  }

  static func remove(_ path: String) {
    for suffix in [""] + HeldFiles.companions { unlink(path + suffix) }
  }

  /// The files that SQLite keeps beside the ledger are as private as the ledger, and no more:
  /// whoever may read the one must be able to read the others, or would see an old state.
  static func guardSidecars(of file: String) {
    guard let ledger = FileIdentity(at: file) else { return }
    for suffix in HeldFiles.companions {
      guard let found = FileIdentity(at: file + suffix) else { continue }
      let wanted = ledger.permissions & 0o666
      if found.permissions != wanted { chmod(file + suffix, mode_t(wanted)) }
    }
  }
}
