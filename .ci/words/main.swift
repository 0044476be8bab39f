// The words of the program in both languages, as a sheet that an office corrects (make words), and
// back into the sources (make words FROM=sheet.csv). --check refuses one Chinese text with two
// English ones; what may differ stands in .ci/words/differ.csv with its reason.
import Foundation

struct Fault: Error { var words: String }

/// Writes corrections into the sources; nothing where one of them cannot be.
func correct(by sheet: String) throws {
  let all = try sources()
  var (edits, faults) = ([String: [(Range<Int>, String)]](), [String]())
  let known = Dictionary(grouping: all.flatMap(pairs), by: \.place)
  for row in rows(try String(contentsOfFile: sheet, encoding: .utf8)).dropFirst()
  where row.count >= 6 {
    for (column, part) in [(4, \Pair.zh), (5, \Pair.en)]
    where !row[column].isEmpty && row[column] != row[column - 2] {
      let path = String(row[0].prefix { $0 != ":" })
      guard let pair = known[row[0]]?.first(where: { $0.zh.text == row[2] && $0.en.text == row[3] })
      else {
        faults.append("\(row[0]): the text is not any more “\(row[2])” with “\(row[3])”")
        continue
      }
      let words = pair[keyPath: part]
      let hasSlashes = row[column].count { $0 == "\\" } == words.text.count { $0 == "\\" }
      guard !words.isMixed, hasSlashes,
        interpolations(row[column]) == interpolations(words.text)
      else {
        faults.append("\(row[0]): code stands in “\(words.text)”; change it in the source")
        continue
      }
      do {
        edits[path, default: []].append((words.range, try written(row[column], in: words)))
      } catch {
        faults.append(
          "\(row[0]): “\(row[column])” cannot be written: \((error as? Fault)?.words ?? "")")
      }
    }
  }
  guard faults.isEmpty else {
    throw Fault(words: faults.joined(separator: "\n") + "\nNothing was changed.")
  }
  for source in all {
    var bytes = source.bytes
    for (range, text) in (edits[source.path] ?? []).sorted(by: { $0.0.lowerBound > $1.0.lowerBound }
    ) {
      bytes.replaceSubrange(range, with: Array(text.utf8))
    }
    if bytes != source.bytes { try Data(bytes).write(to: URL(fileURLWithPath: source.path)) }
  }
  print("\(edits.values.map(\.count).reduce(0, +)) texts corrected")
}

/// One Chinese text with one English text, but for those that may differ, each with its reason.
func check() throws {
  let list = rows(try String(contentsOfFile: ".ci/words/differ.csv", encoding: .utf8)).dropFirst()
  var (allowed, faults) = (Set<String>(), [String]())
  for row in list where row.count >= 2 && !row[1].isEmpty { allowed.insert(row[0]) }
  for (zh, same) in Dictionary(grouping: try sources().flatMap(pairs), by: \.zh.text).sorted(by: {
    $0.key < $1.key
  }) {
    let texts = Dictionary(grouping: same) { $0.en.text.lowercased() }
    let differs = texts.count > 1 && hasHan(zh)
    if differs, !allowed.contains(zh) {
      faults.append("“\(zh)” is said in \(texts.count) ways:")
      for (_, one) in texts.sorted(by: { $0.key < $1.key }) {
        faults.append("  “\(one[0].en.text)” \(one.map(\.place).joined(separator: " "))")
      }
    } else if !differs, allowed.contains(zh) {
      faults.append("“\(zh)” does not differ any more: strike it from .ci/words/differ.csv")
    }
  }
  guard faults.isEmpty else { throw Fault(words: faults.joined(separator: "\n")) }
}

func write(_ sheet: String) throws {
  var text = "\u{FEFF}place,role,zh,en,zh corrected,en corrected\r\n"
  let found = try sources().flatMap(pairs)
  for pair in found {
    text +=
      [pair.place, pair.role, pair.zh.text, pair.en.text, "", ""].map(cell).joined(separator: ",")
      + "\r\n"
  }
  try Data(text.utf8).write(to: URL(fileURLWithPath: sheet))
  print("\(found.count) pairs in \(sheet)")
}

do {
  let arguments = Array(CommandLine.arguments.dropFirst())
  switch arguments.first {
  case "--check": try check()
  case "--write" where arguments.count == 2: try write(arguments[1])
  case "--from" where arguments.count == 2: try correct(by: arguments[1])
  case "--left":
    for source in try sources() {
      let ranges = pairs(of: source).flatMap { [$0.zh.range, $0.en.range] }
      for token in source.streams.joined() {
        guard let body = token.body, hasHan(source.text(body)),
          !ranges.contains(where: { $0.overlaps(body) })
        else { continue }
        print("\(source.path):\(source.line(body.lowerBound))\t\(source.text(body))")
      }
    }
  default: throw Fault(words: "words --write SHEET | --from SHEET | --check")
  }
} catch {
  FileHandle.standardError.write(Data(((error as? Fault)?.words ?? "\(error)").utf8 + [10]))
  exit(1)
}
