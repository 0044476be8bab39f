import Foundation

/// What a person types, in whatever width the input method gives it.
enum Written {
  /// Wide signs as their ASCII ones (`１２．５％`), the Chinese full stop as a point, blanks at the
  /// ends left out.
  static func narrow(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: scalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? " ")
      case 0x3000, 0x00A0, 0x2009, 0x202F: scalars.append(" ")
      case 0x3002: scalars.append(".")
      case 0x2212: scalars.append("-")
      case 0xFFE5: scalars.append("¥")
      default: scalars.append(scalar)
      }
    }
    return String(scalars).trimmingCharacters(in: .whitespaces)
  }

  /// A number without its commas; nil where they do not part thousands (`12,34`).
  static func ungrouped(_ text: String) -> String? {
    let text = text.replacingOccurrences(of: " ", with: ",")
    guard text.contains(",") else { return text }
    let halves = text.split(separator: ".", omittingEmptySubsequences: false)
    let groups = halves[0].split(separator: ",", omittingEmptySubsequences: false)
    let first = groups[0].filter { $0 != "-" }.count
    guard halves.count <= 2, !halves.dropFirst().contains(where: { $0.contains(",") }),
      (1...3).contains(first), groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return groups.joined() + halves.dropFirst().map { ".\($0)" }.joined()
  }
}

extension Decimal {
  /// Reads a number as people write it: `1,234.5`, `８７．５`, `40%`.
  public init(written text: String) throws(Fault) {
    var narrow = Written.narrow(text)
    if narrow.hasSuffix("%") { narrow.removeLast() }
    guard let plain = Written.ungrouped(narrow), let number = Decimal(sent: plain) else {
      throw Fault("“\(text)”不是数。", "“\(text)” is not a number.")
    }
    self = number
  }
}

extension Fen {
  /// What words behind an amount stand for, in yuan; the longer ones first.
  private static let units: [(words: String, yuan: Decimal)] = [
    ("亿元", 100_000_000), ("亿", 100_000_000), ("万元", 10_000), ("万", 10_000), ("元", 1),
    ("yuan", 1),
  ]

  /// Reads an amount of yuan as people write it: `557,701,292.47`, `55770.13万元`, `5.58亿`.
  ///
  /// Exact: an amount of which a part of a fen would be left is refused, and so is one below zero.
  public init(written text: String) throws(Fault) {
    var (narrow, factor) = (Written.narrow(text).lowercased(), Decimal(1))
    if narrow.hasPrefix("¥") { narrow.removeFirst() }
    if let unit = Self.units.first(where: { narrow.hasSuffix($0.words) }) {
      narrow.removeLast(unit.words.count)
      factor = unit.yuan
    }
    narrow = Written.narrow(narrow)
    guard let plain = Written.ungrouped(narrow), let number = Decimal(sent: plain) else {
      throw Fault(
        "“\(text)”不是金额；如 1,234.50 或 55.3万元。",
        "“\(text)” is not an amount; write 1,234.50, or 55.3万元 for 553,000.")
    }
    guard number >= 0 else {
      throw Fault("金额不能小于零。", "An amount cannot be below zero.")
    }
    guard let fen = Fen(yuan: number * factor) else {
      throw Fault(
        "金额最多两位小数，不超过 \(Fen.limit.grouped) 元。",
        "Two decimals at most, and no more than \(Fen.limit.grouped) yuan.")
    }
    self = fen
  }
}

extension Day {
  /// Reads a day as people write it: `2020-02-29`, `2020/2/29`, `2020年2月29日`, `20200229`.
  public init?(written text: String) {
    var narrow = Written.narrow(text)
    if narrow.hasSuffix("日") { narrow.removeLast() }
    var parts = narrow.split(omittingEmptySubsequences: false) { "-/.年月".contains($0) }
    if parts.count == 1, narrow.count == 8 {
      let (year, rest) = (narrow.prefix(4), narrow.dropFirst(4))
      parts = [year, rest.prefix(2), rest.dropFirst(2)]
    }
    guard parts.count == 3, parts[0].count == 4,
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year, month, day)
  }

  /// Reads a day by which something is due: as `written`, with 前 behind, or the end of a year or of a month
  /// (2026年底前, 2026年9月末).
  public init?(dueBy text: String) {
    var narrow = Written.narrow(text)
    if narrow.hasSuffix("前") { narrow.removeLast() }
    if let day = Day(written: narrow) {
      self = day
      return
    }
    guard let last = narrow.popLast(), "底末".contains(last) else { return nil }
    let parts = narrow.split(omittingEmptySubsequences: false) { "年月".contains($0) }
    guard (2...3).contains(parts.count), parts.last?.isEmpty == true, parts[0].count == 4,
      let year = Int(parts[0]), let month = parts.count == 2 ? 12 : Int(parts[1]),
      narrow.hasPrefix("\(parts[0])年"), narrow.hasSuffix(parts.count == 2 ? "年" : "月"),
      (1...12).contains(month), let next = Day(year + month / 12, month % 12 + 1, 1)
    else { return nil }
    self.init(ordinal: next.ordinal - 1)
  }
}
