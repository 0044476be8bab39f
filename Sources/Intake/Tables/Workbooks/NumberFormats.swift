import Reform

/// How numbers are shown in a workbook: as they are, in per cent, as dates, or made smaller.
struct NumberFormats {
  enum Kind: Sendable {
    case plain
    case percent
    case date
  }

  struct Style: Sendable {
    var kind = Kind.plain
    var look = CellLook()
  }

  private var styles: [Style] = []
  /// The looks of styles that do not show a number as it is kept.
  private(set) var looks: [CellLook] = []
  private var positions: [Int] = []

  init() {}

  /// Reads `styles.xml`.
  init(_ archive: borrowing ZipArchive, _ entry: String, name: String) throws(Fault) {
    let gathered = Gathered()
    let feed = XMLFeed(
      name: name, start: gathered.open, end: { if $0 == "cellXfs" { gathered.isInCells = false } },
      text: { _ in })
    if try archive.pour(entry, { (chunk) throws(Fault) in try feed.take(chunk) }) {
      try feed.finish()
    }
    styles = gathered.styles
    var known: [CellLook: Int] = [:]
    for style in styles {
      guard !style.look.isPlain else {
        positions.append(-1)
        continue
      }
      let position = known[style.look, default: looks.count]
      if position == looks.count { looks.append(style.look) }
      known[style.look] = position
      positions.append(position)
    }
  }

  /// The kind of a cell's style; plain where the workbook has none.
  func kind(of style: Int) -> Kind { styles.indices.contains(style) ? styles[style].kind : .plain }

  /// The position of a style's look among `looks`; -1 where numbers are shown as they are.
  func look(of style: Int) -> Int { positions.indices.contains(style) ? positions[style] : -1 }

  private final class Gathered {
    var codes: [Int: Style] = [:]
    var styles: [Style] = []
    var isInCells = false

    func open(_ element: String, _ values: XMLFeed.Attributes) {
      switch element {
      case "numFmt":
        if let id = values.number("numFmtId") {
          codes[id] = NumberFormats.style(ofCode: values["formatCode"] ?? "")
        }
      case "cellXfs": isInCells = true
      case "xf" where isInCells:
        let id = values.number("numFmtId") ?? 0
        styles.append(codes[id] ?? NumberFormats.style(ofBuiltIn: id))
      default: break
      }
    }
  }

  static func style(ofBuiltIn id: Int) -> Style {
    var style = Style(kind: kind(ofBuiltIn: id))
    if style.kind == .date { style.look.date = [17, 27, 36, 50, 57].contains(id) ? .month : .day }
    return style
  }

  static func kind(ofBuiltIn id: Int) -> Kind {
    switch id {
    case 9, 10: .percent
    case 14...22, 27...36, 45...47, 50...58: .date
    default: .plain
    }
  }

  /// What a format's code does with a number.
  static func style(ofCode code: String) -> Style {
    let signs = FormatSigns(code)
    var style = Style(kind: signs.kind)
    switch style.kind {
    case .date: style.look.date = signs.datePart
    case .percent: style.look.power = signs.power
    case .plain: (style.look.power, style.look.unit) = (signs.power, signs.unit)
    }
    return style
  }
}

/// A format's code taken apart: its letters outside quotes, brackets and escapes tell.
private struct FormatSigns {
  private(set) var kind = NumberFormats.Kind.plain
  private(set) var hasDay = false
  private(set) var hasMonth = false
  /// Commas behind the last digit, each a thousand.
  private var commas = 0
  /// Digits behind a point that is only written (`0!.0`), each a ten.
  private var writtenDigits = 0
  private var literal = ""
  private(set) var power = 0
  private(set) var unit: String?

  init(_ code: String) {
    for section in Self.sections(code) {
      (commas, writtenDigits, literal) = (0, 0, "")
      read(section)
      power = max(power, commas * 3 + writtenDigits)
      let words = NameKey.folded(literal.filter { $0 != "." })
      if unit == nil, UnitScale(words) != nil { unit = words }
    }
  }

  var datePart: CellLook.DatePart { hasDay ? .day : hasMonth ? .month : .year }

  /// Sections stand apart by semicolons; that of texts is none of numbers.
  private static func sections(_ code: String) -> [String] {
    var (sections, isQuoted, isEscaped) = ([""], false, false)
    for sign in code {
      if !isQuoted, !isEscaped, sign == ";" {
        sections.append("")
        continue
      }
      if isEscaped {
        isEscaped = false
      } else if "\\!_*".contains(sign), !isQuoted {
        isEscaped = true
      }
      if sign == "\"", !isEscaped { isQuoted.toggle() }
      sections[sections.count - 1].append(sign)
    }
    return Array(sections.prefix(3))
  }

  private mutating func read(_ section: String) {
    var (isQuoted, isBracketed, escape, isBehindPoint): (Bool, Bool, Character?, Bool)
    (isQuoted, isBracketed, escape, isBehindPoint) = (false, false, nil, false)
    func takesLiteral() -> Bool { isQuoted || escape == "\\" || escape == "!" }
    for sign in section.lowercased() {
      if escape != nil || isQuoted {
        if escape == nil, sign == "\"" {
          isQuoted = false
          continue
        }
        if takesLiteral() {
          literal.append(sign)
          if sign == "." { (isBehindPoint, writtenDigits) = (true, 0) }
        }
        escape = nil
        continue
      }
      switch sign {
      case "\\", "!", "_", "*": escape = sign
      case "\"": isQuoted = true
      case "[": isBracketed = true
      case "]": isBracketed = false
      default:
        guard !isBracketed else { continue }
        take(sign, isBehindPoint)
      }
    }
  }

  private mutating func take(_ sign: Character, _ isBehindPoint: Bool) {
    switch sign {
    case "0", "#", "?":
      commas = 0
      if isBehindPoint { writtenDigits += 1 }
    case ",": commas += 1
    case "%": kind = .percent
    case "y", "m", "d", "h", "s", "e":
      // E+00 is a power; y, m and d are a date's.
      if sign == "e" { return }
      kind = .date
      if sign == "d" || sign == "h" || sign == "s" { hasDay = true }
      if sign == "m" { hasMonth = true }
    case "年", "月", "日", "万", "亿", "元", "千", "人", "次": literal.append(sign)
    default: break
    }
  }
}
