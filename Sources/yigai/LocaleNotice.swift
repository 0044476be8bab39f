import Foundation
import Reform

/// What is said where the locale asks for characters that this program does not write.
enum LocaleNotice {
  /// The characters that the locale asks for (`GBK` of `zh_CN.GBK`); nil for UTF-8, and where it
  /// does not say.
  static let codeset: String? = {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(Surroundings.value).first ?? ""
    guard let dot = locale.firstIndex(of: ".") else { return nil }
    let name = locale[locale.index(after: dot)...].prefix { $0 != "@" }
    let plain = name.uppercased().filter { $0.isLetter || $0.isNumber }
    return plain.isEmpty || plain == "UTF8" ? nil : String(name)
  }()

  static func words(_ codeset: String) -> Phrase {
    Phrase(
      "语言环境是 \(codeset)，yigai 只输出 UTF-8；显示成乱码时请设 LANG=zh_CN.UTF-8，文件可用 iconv 转换。",
      "The locale asks for \(codeset), yigai writes UTF-8 only; set LANG=zh_CN.UTF-8 where it cannot be "
        + "read, or convert files with iconv.")
  }

  /// Says it on standard error, in the characters of the locale where they can be had.
  static func say() {
    guard let codeset else { return }
    let words = words(codeset)
    let text = "yigai: " + words(Surroundings.language) + "\n"
    let bytes = encoded(text, codeset) ?? Array("yigai: \(words.en)\n".utf8)
    _ = bytes.withUnsafeBytes { Foundation.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  /// The bytes of a text in another set of characters; nil where the system cannot give them.
  private static func encoded(_ text: String, _ codeset: String) -> [UInt8]? {
    let converter = iconv_open(codeset, "UTF-8")
    // The handle that says that there is no such set is -1.
    guard let converter, Int(bitPattern: converter) != -1 else { return nil }
    defer { iconv_close(converter) }
    var given = text.utf8.map { CChar(bitPattern: $0) }
    var taken = [CChar](repeating: 0, count: given.count * 2 + 16)
    let room = taken.count
    let left = given.withUnsafeMutableBufferPointer { given -> Int? in
      taken.withUnsafeMutableBufferPointer { taken -> Int? in
        var (from, to) = (given.baseAddress, taken.baseAddress)
        var (count, left) = (given.count, room)
        _ = iconv(converter, &from, &count, &to, &left)
        return count == 0 ? left : nil
      }
    }
    return left.map { taken.prefix(room - $0).map { UInt8(bitPattern: $0) } }
  }
}
