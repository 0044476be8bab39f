// The shape of the house: no module may hold a cycle of more than 15 files, and no type more than 600
// lines in its extensions. What is larger still may only shrink: its size stands below.
import Foundation

let mostFiles = 15
let mostLines = 600
let largerCycles: [String: Int] = [:]
let largerTypes = [
  "CompareScreen": 1117, "DocumentsScreen": 650, "GroupTable": 784,
  "Ledger": 2460, "Schema": 620, "AppState": 603, "EffectRunner": 601,
  "Model": 610, "Words": 606, "PlaceLines": 603, "PlacesScreen": 847, "TableReader": 1560,
]

func matches(_ pattern: String, in text: String) -> [[String]] {
  guard let regex = try? NSRegularExpression(pattern: pattern, options: [.anchorsMatchLines]) else {
    return []
  }
  let whole = NSRange(text.startIndex..., in: text)
  return regex.matches(in: text, range: whole).map { match in
    (0..<match.numberOfRanges).map {
      Range(match.range(at: $0), in: text).map { String(text[$0]) } ?? ""
    }
  }
}

/// Files by module.
func sources() -> [String: [String: String]] {
  var found: [String: [String: String]] = [:]
  let files = FileManager.default.enumerator(atPath: "Sources")
  while let path = files?.nextObject() as? String {
    guard path.hasSuffix(".swift"), let module = path.split(separator: "/").first,
      let text = try? String(contentsOfFile: "Sources/" + path, encoding: .utf8)
    else { continue }
    found[String(module), default: [:]][path] = text
  }
  return found
}

/// The largest set of files each of which names a type of the next, round and round.
func largestCycle(_ files: [String: String]) -> [String] {
  let head = #"^(?:public |final |indirect )*(?:struct|class|enum|protocol|actor|typealias) (\w+)"#
  var home: [String: String] = [:]
  for (path, text) in files.sorted(by: { $0.key < $1.key }) {
    for match in matches(head, in: text) where home[match[1]] == nil { home[match[1]] = path }
  }
  var named: [String: Set<String>] = [:]
  for (path, text) in files {
    let code = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.components(separatedBy: "//")[0] }.joined(separator: "\n")
    // A name behind a point is a member of something else, one that is declared here no other's.
    let own = Set(matches(#"(?:enum|struct|class|typealias) (\w+)"#, in: code).map { $0[1] })
    let words = matches(#"(?<![.\w])([A-Z]\w+)"#, in: code).map { $0[1] }.filter {
      !own.contains($0)
    }
    named[path] = Set(words.compactMap { home[$0] }).subtracting([path])
  }
  var (index, low, stack, best) = ([String: Int](), [String: Int](), [String](), [String]())
  func visit(_ file: String) {
    index[file] = index.count
    low[file] = index[file]
    stack.append(file)
    for other in named[file, default: []].sorted() {
      if index[other] == nil {
        visit(other)
        low[file] = min(low[file] ?? 0, low[other] ?? 0)
      } else if stack.contains(other) {
        low[file] = min(low[file] ?? 0, index[other] ?? 0)
      }
    }
    guard low[file] == index[file], let start = stack.firstIndex(of: file) else { return }
    if stack.count - start > best.count { best = Array(stack[start...]) }
    stack.removeSubrange(start...)
  }
  for file in files.keys.sorted() where index[file] == nil { visit(file) }
  return best
}

/// Lines in the extensions of each type.
func extensions(_ files: [String: String]) -> [String: Int] {
  var lines: [String: Int] = [:]
  for text in files.values {
    var (name, start) = ("", 0)
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if let match = matches(
        #"^(?:public |fileprivate |private )?extension (\w+)"#, in: String(line)
      ).first {
        (name, start) = (match[1], number)
      }
      if line.hasPrefix("}"), !name.isEmpty {
        lines[name, default: 0] += number - start + 1
        name = ""
      }
    }
  }
  return lines
}

var isBad = false
for (module, files) in sources().sorted(by: { $0.key < $1.key }) {
  let cycle = largestCycle(files)
  if cycle.count > largerCycles[module] ?? mostFiles {
    print("shape: \(module) has a cycle of \(cycle.count) files:")
    for file in cycle.sorted() { print("  \(file)") }
    isBad = true
  }
  for (type, count) in extensions(files).sorted(by: { $0.key < $1.key })
  where count > largerTypes[type] ?? mostLines {
    print("shape: the extensions of \(type) have \(count) lines in \(module)")
    isBad = true
  }
}
exit(isBad ? 1 : 0)
