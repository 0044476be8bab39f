import Foundation

func sources() throws -> [Source] {
  let files = FileManager.default.enumerator(atPath: "Sources")
  var paths: [String] = []
  while let path = files?.nextObject() as? String {
    if path.hasSuffix(".swift"), !path.hasPrefix("Benchmarks") { paths.append("Sources/" + path) }
  }
  return try paths.sorted().map { try Source($0) }
}

func pairs(of source: Source) -> [Pair] {
  var found: [Pair] = []
  for tokens in source.streams {
    var finder = Finder(source, tokens)
    finder.find()
    found += finder.pairs
  }
  return found.sorted { (one: Pair, other: Pair) -> Bool in one.offset < other.offset }
}

/// A cell that no spreadsheet takes for a formula.
func cell(_ text: String) -> String {
  let safe = text.first.map { "=+-@".contains($0) } == true ? "'" + text : text
  guard safe.contains(where: { ",\"\n\r".contains($0) }) else { return safe }
  return "\"" + safe.replacingOccurrences(of: "\"", with: "\"\"") + "\""
}

func rows(_ text: String) -> [[String]] {
  var (rows, row, field, isQuoted, isOpen) = ([[String]](), [String](), "", false, false)
  let characters = Array(text.drop { $0 == "\u{FEFF}" })
  for (index, character) in characters.enumerated() {
    switch character {
    case "\"" where isOpen && isQuoted: (isOpen, isQuoted) = (true, false)
    case "\"" where isOpen:
      isQuoted = true
      if index + 1 < characters.count, characters[index + 1] == "\"" {
        field += "\""
      } else {
        (isOpen, isQuoted) = (false, false)
      }
    case "\"" where field.isEmpty: isOpen = true
    case "," where !isOpen:
      row.append(field)
      field = ""
    case "\n" where !isOpen, "\r\n" where !isOpen:
      rows.append(row + [field])
      (row, field) = ([], "")
    default: field.append(character)
    }
  }
  return (field.isEmpty && row.isEmpty ? rows : rows + [row + [field]]).map { row in
    row.map {
      $0.hasPrefix("'") && $0.dropFirst().first.map { "=+-@".contains($0) } == true
        ? String($0.dropFirst()) : $0
    }
  }
}

/// Text as it stands in the source: quotation marks escaped, but not those in interpolations.
func written(_ text: String, in words: Words) throws -> String {
  let isWide = words.frame.0.hasPrefix("\"\"\"")
  if isWide {
    let indent = words.frame.0.drop { $0 != "\n" }
    return words.frame.0 + text.replacingOccurrences(of: "\n", with: indent) + words.frame.1
  }
  guard !text.contains("\n") || words.frame.0.isEmpty else {
    throw Fault(words: "it has a line break")
  }
  var (result, depth, last) = ("", 0, Character(" "))
  for character in text {
    if depth > 0 {
      depth += character == "(" ? 1 : character == ")" ? -1 : 0
    } else if character == "(", last == "\\" {
      depth = 1
    }
    result += character == "\"" && depth == 0 ? "\\\"" : String(character)
    last = character
  }
  guard depth == 0 else { throw Fault(words: "a \\(…) is not closed") }
  return words.frame.0 + result + words.frame.1
}

func interpolations(_ text: String) -> [String] {
  var (found, depth, part, last) = ([String](), 0, "", Character(" "))
  for character in text {
    if depth > 0 {
      depth += character == "(" ? 1 : character == ")" ? -1 : 0
      if depth == 0 { found.append(part) } else { part.append(character) }
    } else if character == "(", last == "\\" {
      (depth, part) = (1, "")
    }
    last = character
  }
  return found.sorted()
}
