import Foundation
import Reform

/// What the parser of the command line complains of, in one language.
///
/// It says it in English and has no other place to hear what was wrong.
enum ParserWords {
  /// The sentence for a complaint of the parser; one that is not known stays in its own words.
  static func sentence(_ complaint: String) -> Phrase {
    let lines = complaint.split(separator: "\n").map { trimmed(String($0)) }
    let first = lines.first ?? ""
    let english = [".", "?", ":"].contains { first.hasSuffix($0) } ? first : first + "."
    return Phrase(chinese(first) ?? "\(first)。", english)
  }

  private static func trimmed(_ text: String) -> String {
    let text = text.hasPrefix("Error: ") ? String(text.dropFirst(7)) : text
    return text.trimmingCharacters(in: .whitespaces)
  }

  /// An option without a value; one that begins with a hyphen is taken for an option itself.
  private static func missing(_ option: String) -> String {
    let name = option.prefix { $0 != " " }
    let words = CommandLine.arguments
    let value = words.lastIndex(of: String(name)).flatMap { words.dropFirst($0 + 1).first }
    guard let value, value.hasPrefix("-"), !value.hasPrefix("--") else {
      return "\(option) 后面缺少内容。"
    }
    return "\(option) 后面缺少内容；以 - 开头的内容要写成 \(name)=\(value)。"
  }

  private static func chinese(_ text: String) -> String? {
    if text == "Missing required subcommand." { return "还要写子命令。" }
    if let rest = after("Unknown option '", text) {
      let parts = rest.components(separatedBy: "'. Did you mean '")
      let hint = parts.count > 1 ? "；是不是 \(bare(parts[1]))？" : "。"
      return "没有选项 \(bare(parts[0]))" + hint
    }
    if let rest = after("Missing value for '", text) { return missing(bare(rest)) }
    if let rest = after("Unexpected argument '", text) { return "多写了“\(bare(rest))”。" }
    if let rest = after("Missing expected argument '", text) { return "缺少 \(bare(rest))。" }
    if let rest = after("Invalid option: ", text) { return "选项 \(rest) 写得不对。" }
    if let rest = after("Missing one of: '", text) {
      return "要写下列之一：\(list(rest))。"
    }
    if let rest = after("The option '", text) {
      let parts = rest.components(separatedBy: "' does not take any value, but '")
      guard parts.count == 2 else { return nil }
      let value = parts[1].components(separatedBy: "' was specified")[0]
      return "选项 \(parts[0]) 后面不写内容，却写了“\(value)”。"
    }
    if let rest = after("The value '", text) {
      let parts = rest.components(separatedBy: "' is invalid for '")
      guard parts.count == 2 else {
        return "“\(rest.components(separatedBy: "' is invalid")[0])”不对。"
      }
      return "\(parts[1].components(separatedBy: "'")[0]) 不能写“\(parts[0])”。"
    }
    if let range = text.range(of: " unexpected arguments: '") {
      return "多写了 \(text[..<range.lowerBound]) 项：\(list(String(text[range.upperBound...])))。"
    }
    return nil
  }

  private static func after(_ start: String, _ text: String) -> String? {
    text.hasPrefix(start) ? String(text.dropFirst(start.count)) : nil
  }

  /// Without the quotation mark and the full stop at its end.
  private static func bare(_ text: String) -> String {
    var text = text
    while let last = text.last, "'.?".contains(last) { text.removeLast() }
    return text
  }

  private static func list(_ text: String) -> String {
    bare(text).components(separatedBy: "', '").joined(separator: "、")
  }
}
