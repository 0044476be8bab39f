import Foundation
import Reform

/// Why a file could not be opened, read or written, as the system says it.
public enum FileTrouble {
  /// One sentence for an error's number, on a file that was to be read.
  public static func unread(_ name: String, _ code: Int32) -> Fault {
    switch code {
    case ENOENT, ENOTDIR: Fault("没有文件 \(name)。", "There is no file \(name).")
    case EACCES, EPERM: Fault("没有权限读取 \(name)。", "No permission to read \(name).")
    default: told("不能读取 \(name)", "\(name) cannot be read", code)
    }
  }

  /// One sentence for an error's number, on a file that was to be written.
  public static func unwritten(_ name: String, _ code: Int32) -> Fault {
    told("不能写入 \(name)", "\(name) cannot be written", code)
  }

  private static func told(_ zh: String, _ en: String, _ code: Int32) -> Fault {
    guard let reason = reason(code) else { return Fault("\(zh)。", "\(en).") }
    return Fault("\(zh)：\(reason.zh)。", "\(en): \(reason.en).")
  }

  /// The cause in words; nil where no number is known.
  public static func reason(_ code: Int32) -> Phrase? {
    switch code {
    case 0: nil
    case EMFILE, ENFILE:
      Phrase(
        "打开的文件太多，系统不让再开；请关掉一些程序后再试", "too many files are open; close some programs and try again")
    case EIO: Phrase("磁盘出错", "the disk failed")
    case ENOSPC, EDQUOT: Phrase("磁盘已满", "the disk is full")
    case EROFS: Phrase("磁盘只读", "the disk is read-only")
    case EACCES, EPERM: Phrase("没有权限", "no permission")
    case EFBIG: Phrase("文件超过系统允许的大小", "the file is larger than the system allows")
    case EISDIR: Phrase("它是文件夹", "it is a folder")
    default: String(cString: strerror(code)).asPhrase
    }
  }

  /// Whether so many further files cannot be open at once at present.
  public static func isOutOfDescriptors(for count: Int) -> Bool {
    var held: [Int32] = []
    defer { for descriptor in held { close(descriptor) } }
    while held.count < count {
      let found = open("/dev/null", O_RDONLY | O_CLOEXEC)
      guard found >= 0 else { return errno == EMFILE || errno == ENFILE }
      held.append(found)
    }
    return false
  }
}

extension String {
  fileprivate var asPhrase: Phrase { Phrase(self, self) }
}
