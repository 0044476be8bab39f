import Reform

/// What of Word's styles changes the text: the numbering they carry, and whether they hide it.
struct WordStyles {
  struct Style {
    var basedOn: String?
    /// The numbering and its level that the style names; level nil where only the list is named.
    var number: String?
    var level: Int?
    var isHidden: Bool?
  }

  private(set) var styles: [String: Style] = [:]
  /// The style of paragraphs that name none.
  private(set) var usual: String?

  private final class Reading {
    var styles: [String: Style] = [:]
    var usual: String?
    var inStyle: String?
    var changes = 0
  }

  init() {}

  init(_ bytes: [UInt8], name: String) throws(Fault) {
    guard !bytes.isEmpty else { return }
    let found = Reading()
    try XMLStream.walk(
      bytes, name: name, start: { Self.open(found, $0, $1) }, end: { Self.close(found, $0) },
      text: { _ in })
    (styles, usual) = (found.styles, found.usual)
  }

  private static func open(_ found: Reading, _ name: String, _ values: [String: String]) {
    if name == "w:style" {
      found.inStyle = values["w:styleId"]
      if values["w:type"] == "paragraph", WordSwitch.isOn(values["w:default"] ?? "0") {
        found.usual = values["w:styleId"]
      }
      return
    }
    if WordSwitch.holdsOldProperties(name) { found.changes += 1 }
    guard let style = found.inStyle, found.changes == 0 else { return }
    let value = values["w:val"]
    switch name {
    case "w:basedOn": found.styles[style, default: Style()].basedOn = value
    case "w:numId": found.styles[style, default: Style()].number = value
    case "w:ilvl": found.styles[style, default: Style()].level = WordNumbering.level(value)
    case "w:vanish": found.styles[style, default: Style()].isHidden = WordSwitch.isOn(value)
    default: break
    }
  }

  private static func close(_ found: Reading, _ name: String) {
    if name == "w:style" { found.inStyle = nil }
    if WordSwitch.holdsOldProperties(name) { found.changes = max(0, found.changes - 1) }
  }

  /// The numbering of a style: its own, or that of the nearest one it is based on.
  func numbering(of style: String?) -> (number: String, level: Int?, style: String)? {
    for (id, style) in chain(style) {
      if let number = style.number { return (number, style.level, id) }
    }
    return nil
  }

  func isHidden(_ style: String?) -> Bool {
    chain(style).lazy.compactMap { $0.1.isHidden }.first ?? false
  }

  /// A style and those it is based on, the nearest first; a ring ends.
  private func chain(_ style: String?) -> [(String, Style)] {
    var chain: [(String, Style)] = []
    var next = style
    while let id = next, chain.count < 20, let style = styles[id] {
      chain.append((id, style))
      next = style.basedOn
    }
    return chain
  }
}

/// How Word writes yes and no, and what it keeps of how things were.
enum WordSwitch {
  /// On where nothing is said.
  static func isOn(_ value: String?) -> Bool {
    guard let value else { return true }
    return !["0", "false", "off", "none"].contains(value)
  }

  /// Elements that hold properties as they were before a tracked change.
  static func holdsOldProperties(_ name: String) -> Bool {
    name.hasSuffix("Change") && name.hasPrefix("w:")
  }
}
