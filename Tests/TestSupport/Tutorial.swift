import Foundation

/// The numbered steps of the README's first five minutes, as keys.
///
/// Code in a step is a key where it names one and typed otherwise, and so is what “ ” holds after
/// 比如 or 输入; what stands in brackets is said of it, and `Ctrl-R` is only offered.
public struct Tutorial {
  /// What is pressed in each step, as `Keys` reads it; the last one quits.
  public let steps: [String]

  public init(_ file: String, under heading: String) throws {
    guard let text = contents(of: Places.root + "/" + file),
      let start = text.range(of: "## \(heading)\n")
    else { throw TestFailure("\(file) has no “\(heading)”") }
    let section = text[start.upperBound...].components(separatedBy: "\n## ")[0]
    var found: [String] = []
    for line in section.split(separator: "\n") {
      if let first = line.first, first.isNumber, line.contains(". **") {
        found.append(String(line))
      } else if line.hasPrefix("   "), !found.isEmpty {
        found[found.count - 1] += " " + line.drop { $0 == " " }
      }
    }
    steps = try found.map(Self.keys)
    guard steps.count == 8 else { throw TestFailure("\(file) has \(steps.count) steps, not 8") }
  }

  private static func keys(of step: String) throws -> String {
    let bare = step.replacing(/[（(][^）)]*[）)]/, with: "")
    let pattern = /`([^`]+)`|(?:比如|输入)“([^”]+)”/
    return bare.matches(of: pattern).compactMap { match -> String? in
      if let words = match.2 { return "'\(words)'" }
      guard let code = match.1, code != "Ctrl-R", !code.contains("make "), !code.contains("yigai ")
      else { return nil }
      let isKey = code.count == 1 || ["Tab", "Enter", "Esc", "Space"].contains(String(code))
      return isKey ? String(code) : "'\(code)'"
    }.joined(separator: " ")
  }
}
