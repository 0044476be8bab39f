import Reform

/// The numbering that Word counts by itself and keeps out of the text.
struct WordNumbering {
  private struct Level {
    var start = 1
    var format = "decimal"
    var pattern = "%1."
  }

  private final class Definitions {
    var abstract: [String: [Int: Level]] = [:]
    var numbers: [String: String] = [:]
    var inAbstract: String?
    var inNumber: String?
    var level: Int?
  }

  private var levels: [String: [Int: Level]] = [:]
  private var abstractOf: [String: String] = [:]
  private var counts: [String: [Int: Int]] = [:]

  init() {}

  init(_ bytes: [UInt8], name: String) throws(Fault) {
    let found = Definitions()
    try XMLStream.walk(
      bytes, name: name, start: { Self.open(found, $0, $1) }, end: { Self.close(found, $0) },
      text: { _ in })
    (levels, abstractOf) = (found.abstract, found.numbers)
  }

  private static func open(_ found: Definitions, _ name: String, _ values: [String: String]) {
    let value = values["w:val"] ?? ""
    switch name {
    case "w:abstractNum": found.inAbstract = values["w:abstractNumId"]
    case "w:num": found.inNumber = values["w:numId"]
    case "w:abstractNumId":
      if let number = found.inNumber { found.numbers[number] = value }
    case "w:lvl": found.level = level(values["w:ilvl"])
    case "w:start": change(found) { $0.start = start(value) }
    case "w:numFmt": change(found) { $0.format = value }
    case "w:lvlText": change(found) { $0.pattern = value }
    default: break
    }
  }

  /// The depth of a list that a file names; Word has nine.
  static func level(_ text: String?) -> Int? {
    text.flatMap { Int($0) }.flatMap { (0...8).contains($0) ? $0 : nil }
  }

  /// Where a list begins; what no list can begin with is 1.
  private static func start(_ text: String) -> Int {
    Int(text).flatMap { (0...32_767).contains($0) ? $0 : nil } ?? 1
  }

  private static func close(_ found: Definitions, _ name: String) {
    switch name {
    case "w:abstractNum": found.inAbstract = nil
    case "w:num": found.inNumber = nil
    case "w:lvl": found.level = nil
    default: break
    }
  }

  private static func change(_ found: Definitions, _ edit: (inout Level) -> Void) {
    guard let abstract = found.inAbstract, let level = found.level else { return }
    edit(&found.abstract[abstract, default: [:]][level, default: Level()])
  }

  /// Counts one paragraph on, and gives the numbering as printed.
  mutating func next(_ number: String, level: Int) -> Scalars {
    guard let abstract = abstractOf[number], let levels = levels[abstract],
      let own = levels[level], own.format != "bullet", own.format != "none"
    else { return [] }
    var count = counts[abstract] ?? [:]
    count[level] = (count[level] ?? own.start - 1) + 1
    for deeper in count.keys where deeper > level { count[deeper] = nil }
    counts[abstract] = count
    var result = own.pattern
    for index in 0...max(0, min(level, 8)) {
      let value = count[index] ?? levels[index]?.start ?? 1
      let format = levels[index]?.format ?? "decimal"
      result = result.replacing("%\(index + 1)", with: Self.written(value, format))
    }
    return scalars(result)
  }

  private static func written(_ value: Int, _ format: String) -> String {
    if format.hasPrefix("chinese") || format.hasPrefix("japanese") || format.hasPrefix("ideograph")
      || format.hasPrefix("taiwanese")
    {
      return chinese(value)
    }
    if format == "decimalEnclosedCircle" || format == "decimalEnclosedCircleChinese",
      (1...20).contains(value), let scalar = Unicode.Scalar(0x245F + UInt32(value))
    {
      return String(Character(scalar))
    }
    return String(value)
  }

  private static func chinese(_ value: Int) -> String {
    let digits = Array("零一二三四五六七八九")
    guard value > 0, value < 100 else { return String(value) }
    if value < 10 { return String(digits[value]) }
    let tens = value / 10 == 1 ? "" : String(digits[value / 10])
    return tens + "十" + (value % 10 == 0 ? "" : String(digits[value % 10]))
  }
}
