import Foundation
import Reform

/// The only door to the files of a person: reading and writing them, but never an open ledger.
public enum UserFile {
  /// The bytes of a file; throws one sentence for what cannot be read.
  ///
  /// `name` is what the sentences call it, where that is not its path. `limit` is the most bytes
  /// that are read, `tooLarge` what is said beyond. Only `streams` takes pipes and devices.
  public static func read(
    _ path: String, named name: String? = nil, limit: Int, streams: Bool = false,
    tooLarge: Fault
  ) throws(Fault) -> [UInt8] {
    let name = name ?? path
    guard let file = FileIdentity(at: path) else { throw missing(path, name) }
    guard !file.isFolder else {
      throw Fault("\(name) 是文件夹，不是文件。", "\(name) is a folder, not a file.")
    }
    guard streams || file.isOrdinary else {
      throw Fault(
        "\(name) 不是普通文件；请先存成文件再导入。", "\(name) is no ordinary file; save it as one first.")
    }
    guard !HeldFiles.has(file) else { throw held(name) }
    guard file.size <= limit else { throw tooLarge }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw unreadable(name) }
    // The path may lead elsewhere by now. Closing a ledger's file is what would drop its locks.
    if let opened = FileIdentity(of: descriptor), HeldFiles.has(opened) { throw held(name) }
    defer { _ = close(descriptor) }
    guard let bytes = all(of: descriptor, expected: Int(file.size), limit: limit) else {
      throw unreadable(name)
    }
    guard bytes.count <= limit else { throw tooLarge }
    return bytes
  }

  /// The bytes of an ordinary file, at most one more than the limit; nil where it cannot be read.
  public static func contents(of path: String, limit: Int) -> [UInt8]? {
    guard FileIdentity(at: path)?.isOrdinary == true else { return nil }
    return head(of: path, count: limit + 1)
  }

  /// The first bytes of a file; nil where it cannot be read, with the reason in `errno`.
  ///
  /// Not for a file that may be held: ask `HeldFiles.has` first.
  public static func head(of path: String, count: Int) -> [UInt8]? {
    guard !HeldFiles.has(path) else {
      errno = EBUSY
      return nil
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { return nil }
    let bytes = all(of: descriptor, expected: count, limit: count - 1)
    let reason = errno
    _ = close(descriptor)
    errno = reason
    return bytes.map { Array($0.prefix(count)) }
  }

  /// Bytes up to one more than the limit; nil where reading fails.
  private static func all(of descriptor: Int32, expected: Int, limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(expected, limit))
    var buffer = [UInt8](repeating: 0, count: max(1, min(limit + 1, 1 << 18)))
    while bytes.count <= limit {
      let count = Foundation.read(descriptor, &buffer, min(buffer.count, limit + 1 - bytes.count))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      guard count > 0 else { return bytes }
      bytes += buffer.prefix(count)
    }
    return bytes
  }

  /// Writes a file whole or not at all, in place of one that is there.
  public static func write(_ bytes: some Sequence<UInt8>, to path: String) throws(Fault) {
    try refuseToReplace(path)
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Fault("不能写入 \(path)。", "\(path) cannot be written.")
    }
  }

  /// Throws where a path is an open ledger or one of its companions: it would be written over.
  public static func refuseToReplace(_ path: String) throws(Fault) {
    guard HeldFiles.has(path) else { return }
    throw Fault(
      "\(path) 就是正在使用的台账文件，不能覆盖；请换一个文件名。",
      "\(path) is the ledger itself, which is in use and is not written over; choose another name.",
      exitCode: 2)
  }

  private static func held(_ name: String) -> Fault {
    Fault(
      "这就是正在使用的台账（或它的日志），不是要导入的文件；没有读取，也没有登记：\(name)",
      "This is the ledger itself (or its journal), which is in use; it was not read, and nothing was "
        + "entered: \(name)")
  }

  private static func missing(_ path: String, _ name: String) -> Fault {
    switch errno {
    case EACCES: unreadable(name)
    default: Fault("没有文件 \(name)。", "There is no file \(name).")
    }
  }

  private static func unreadable(_ name: String) -> Fault {
    Fault("没有权限读取 \(name)。", "No permission to read \(name).")
  }
}
