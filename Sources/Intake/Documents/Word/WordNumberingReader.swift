import Reform

/// Reads the definitions of lists out of `numbering.xml`.
final class WordNumberingReader {
  private(set) var abstract: [String: [Int: WordNumbering.Level]] = [:]
  private(set) var lists: [String: WordNumbering.List] = [:]
  /// Definitions that only name a style of lists.
  private(set) var links: [String: String] = [:]

  /// Whether a pattern is longer than Word writes one.
  private var isTooLong = false
  private var inAbstract: String?
  private var inList: String?
  private var level: Int?
  private var overridden: Int?

  static func read(_ bytes: [UInt8], name: String) throws(Fault) -> WordNumberingReader {
    let reader = WordNumberingReader()
    guard !bytes.isEmpty else { return reader }
    try XMLStream.walk(
      bytes, name: name, start: { reader.open($0, $1) }, end: { reader.close($0) }, text: { _ in })
    guard !reader.isTooLong else { throw Faults.longNumbering(name) }
    return reader
  }

  private func open(_ name: String, _ values: [String: String]) {
    let value = values["w:val"] ?? ""
    switch name {
    case "w:abstractNum": inAbstract = values["w:abstractNumId"]
    case "w:num":
      inList = values["w:numId"]
      if let list = inList { lists[list] = WordNumbering.List() }
    case "w:abstractNumId":
      if let list = inList { lists[list]?.abstract = value }
    case "w:numStyleLink":
      if let id = inAbstract { links[id] = value }
    case "w:lvlOverride": overridden = WordNumbering.level(values["w:ilvl"])
    case "w:startOverride":
      if let list = inList, let level = overridden { lists[list]?.starts[level] = start(value) }
    case "w:lvl":
      level = WordNumbering.level(values["w:ilvl"])
      change { _ in }
    case "w:start": change { $0.start = start(value) }
    case "w:numFmt": change { $0.format = value }
    case "w:lvlText":
      isTooLong =
        isTooLong || value.utf8.count > 4 * Limits.numbering
        || value.unicodeScalars.count > Limits.numbering
      change { $0.pattern = isTooLong ? "" : value }
    case "w:isLgl": change { $0.isArabic = WordSwitch.isOn(values["w:val"]) }
    case "w:lvlRestart": change { $0.restart = start(value) }
    case "w:pStyle": change { $0.style = value }
    default: break
    }
  }

  private func close(_ name: String) {
    switch name {
    case "w:abstractNum": inAbstract = nil
    case "w:num": inList = nil
    case "w:lvlOverride": overridden = nil
    case "w:lvl": level = nil
    default: break
    }
  }

  /// Where a list begins; what no list can begin with is 1.
  private func start(_ text: String) -> Int {
    Int(text).flatMap { (0...32_767).contains($0) ? $0 : nil } ?? 1
  }

  private func change(_ edit: (inout WordNumbering.Level) -> Void) {
    guard let level else { return }
    if let list = inList {
      edit(&lists[list, default: .init()].levels[level, default: .init()])
    } else if let abstract = inAbstract {
      edit(&self.abstract[abstract, default: [:]][level, default: .init()])
    }
  }
}
