import Foundation

/// Paths as people type them, and as terminals write those of files that are dropped on them.
public enum PathWords {
  /// With the home for `~` and `~/`; a file of such a name goes first.
  public static func expanded(_ path: String, home: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), !FileManager.default.fileExists(atPath: path)
    else { return path }
    return home + path.dropFirst()
  }

  /// The absolute path that words in a prompt stand for: quoted, with escaped blanks and brackets,
  /// a file address, with `~`, or from `folder`.
  ///
  /// What lies there word for word goes before what the words would mean to a shell.
  public static func absolute(_ words: String, folder: String, home: String) -> String {
    var readings = [words]
    if let address = fromAddress(words) { readings.append(address) }
    let shell = unquoted(words)
    readings.append(shell)
    if let address = fromAddress(shell) { readings.append(address) }
    let paths = readings.map { reading in
      let path = expanded(reading, home: home)
      return path.hasPrefix("/") ? path : folder + "/" + path
    }
    return paths.first { FileManager.default.fileExists(atPath: $0) } ?? paths[paths.count - 1]
  }

  /// The path of `file:///home/a%20b.txt` or `file://localhost/…`.
  private static func fromAddress(_ words: String) -> String? {
    guard words.lowercased().hasPrefix("file:") else { return nil }
    var rest = words.dropFirst(5)
    if rest.hasPrefix("//") {
      rest = rest.dropFirst(2)
      guard let slash = rest.firstIndex(of: "/") else { return nil }
      rest = rest[slash...]
    }
    guard rest.hasPrefix("/") else { return nil }
    return rest.removingPercentEncoding ?? String(rest)
  }

  /// The one word that a shell would make of these: quotes and backslashes taken away.
  private static func unquoted(_ words: String) -> String {
    var result = ""
    var (quote, isEscaped): (Character?, Bool) = (nil, false)
    for sign in words {
      if isEscaped {
        // Within double quotes a backslash means something only before these.
        if quote == "\"", !"\"\\$`".contains(sign) { result.append("\\") }
        result.append(sign)
        isEscaped = false
      } else if sign == "\\", quote != "'" {
        isEscaped = true
      } else if sign == quote {
        quote = nil
      } else if quote == nil, sign == "'" || sign == "\"" {
        quote = sign
      } else {
        result.append(sign)
      }
    }
    if isEscaped { result.append("\\") }
    return result
  }
}
