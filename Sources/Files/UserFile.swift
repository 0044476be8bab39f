import Foundation
import Reform

/// The only door to the files of a person: reading and writing them, but never an open ledger.
public enum UserFile {
  /// The bytes of a file; throws one sentence for what cannot be read.
  ///
  /// `name` is what the sentences call it, where that is not its path. `limit` is the most bytes
  /// that are read, `tooLarge` what is said beyond. Only `streams` takes pipes, and those only that
  /// the program was handed open (`/dev/stdin`, `/dev/fd/63`): to open another could wait for ever.
  public static func read(
    _ path: String, named name: String? = nil, limit: Int, streams: Bool = false,
    tooLarge: Fault
  ) throws(Fault) -> [UInt8] {
    let name = name ?? path
    guard let file = FileIdentity(at: path) else { throw FileTrouble.unread(name, errno) }
    guard !file.isFolder else {
      throw Fault("\(name) 是文件夹，不是文件。", "\(name) is a folder, not a file.")
    }
    guard file.isOrdinary || streams && isHanded(path) else {
      throw Fault(
        "\(name) 不是普通文件；请先存成文件再导入。", "\(name) is no ordinary file; save it as one first.")
    }
    guard !HeldFiles.has(file) else { throw held(name) }
    guard file.size <= limit else { throw tooLarge }
    let waits = file.isOrdinary ? O_NONBLOCK : 0
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | waits)
    guard descriptor >= 0 else { throw FileTrouble.unread(name, errno) }
    // The path may lead elsewhere by now. Closing a ledger's file is what would drop its locks.
    if let opened = FileIdentity(of: descriptor), HeldFiles.has(opened) { throw held(name) }
    defer { _ = close(descriptor) }
    guard let bytes = all(of: descriptor, expected: Int(file.size), limit: limit) else {
      throw FileTrouble.unread(name, errno)
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
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
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

  /// Whether a path only names a file that the program was handed open.
  private static func isHanded(_ path: String) -> Bool {
    ["/dev/stdin", "/dev/null"].contains(path) || path.hasPrefix("/dev/fd/")
      || path.hasPrefix("/proc/self/fd/")
  }

  /// Writes a file whole or not at all, in place of one that is there.
  ///
  /// Who may read it is what the umask says, whatever the format: 0666 without its bits.
  public static func write(_ bytes: some Sequence<UInt8>, to path: String) throws(Fault) {
    try replace(path) { (part) throws(Fault) in
      let descriptor = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw FileTrouble.unwritten(path, errno) }
      let code = put(Array(bytes), into: descriptor)
      let closed = close(descriptor)
      guard code == 0, closed == 0 else {
        throw FileTrouble.unwritten(path, code == 0 ? errno : code)
      }
    }
  }

  /// Has a file written under a name beside the one that is meant, and puts it there once it is whole.
  public static func replace(
    _ path: String, by write: (_ part: String) throws(Fault) -> Void
  ) throws(Fault) {
    try refuseToReplace(path)
    // A link stays one; what it leads to is replaced.
    let path = HeldFiles.resolved(path)
    if let file = FileIdentity(at: path), !file.isOrdinary {
      throw Fault(
        "\(path) 不是普通文件，不能覆盖；请换一个文件名。",
        "\(path) is no ordinary file and is not written over; choose another name.", exitCode: 2)
    }
    let url = URL(fileURLWithPath: path)
    let part = url.deletingLastPathComponent().path + "/.yigai-\(UUID().uuidString)"
    defer { unlink(part) }
    try write(part)
    guard rename(part, path) == 0 else { throw FileTrouble.unwritten(path, errno) }
  }

  /// Writes all bytes; the number of the error, or 0.
  static func put(_ bytes: [UInt8], into descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { raw in
      var rest = raw
      while let base = rest.baseAddress, !rest.isEmpty {
        let count = Foundation.write(descriptor, base, rest.count)
        guard count > 0 || errno == EINTR else { return count == 0 ? EIO : errno }
        rest = UnsafeRawBufferPointer(rebasing: rest[max(0, count)...])
      }
      return 0
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
}
