/// Characters that a page writes by name or number.
enum HTMLEntity {
  private static let names: [String: UInt32] = [
    "nbsp": 0x20, "lt": 0x3C, "gt": 0x3E, "amp": 0x26, "quot": 0x22, "apos": 0x27,
    "ldquo": 0x201C, "rdquo": 0x201D, "lsquo": 0x2018, "rsquo": 0x2019, "mdash": 0x2014,
    "ndash": 0x2013, "middot": 0xB7, "hellip": 0x2026, "ensp": 0x20, "emsp": 0x20, "ge": 0x2265,
    "le": 0x2264, "times": 0xD7, "bull": 0x2022, "permil": 0x2030, "thinsp": 0x20, "zwnj": 0x200C,
    "zwj": 0x200D, "lrm": 0x200E, "rlm": 0x200F, "shy": 0xAD, "laquo": 0xAB, "raquo": 0xBB,
    "lsaquo": 0x2039, "rsaquo": 0x203A, "minus": 0x2212, "sim": 0x223C, "deg": 0xB0, "sup2": 0xB2,
    "sup3": 0xB3, "divide": 0xF7, "plusmn": 0xB1, "frac12": 0xBD, "rarr": 0x2192, "larr": 0x2190,
    "copy": 0xA9, "reg": 0xAE, "trade": 0x2122, "yen": 0xA5, "sect": 0xA7, "para": 0xB6,
    "percnt": 0x25, "lpar": 0x28, "rpar": 0x29, "comma": 0x2C, "period": 0x2E, "colon": 0x3A,
    "semi": 0x3B, "sol": 0x2F, "num": 0x23, "excl": 0x21, "quest": 0x3F, "lsqb": 0x5B, "rsqb": 0x5D,
    "ne": 0x2260, "alpha": 0x3B1, "beta": 0x3B2, "mu": 0x3BC, "check": 0x2713, "bigcir": 0x25EF,
    "Tab": 0x20, "NewLine": 0x20, "ldquor": 0x201E, "horbar": 0x2015, "dash": 0x2010,
  ]

  /// Those that browsers read without their semicolon too.
  private static let old = ["nbsp", "lt", "gt", "amp", "quot", "middot", "copy", "reg", "times"].map
  {
    (scalars($0), names[$0] ?? 0x20)
  }

  /// The character written at `index`, where an & stands, and where it ends.
  static func read(_ page: Scalars, at index: Int) -> (scalar: UInt32, end: Int) {
    let start = index + 1
    var end = start
    while end < page.count, end - start < 12,
      page[end].isASCIILetter || page[end].isDigit || page[end] == 0x23
    { end += 1 }
    let isClosed = end < page.count && page[end] == 0x3B
    let name = Intake.text(page[start..<end])
    if let scalar = numbered(name) ?? (isClosed ? names[name] : nil) {
      return (scalar, isClosed ? end + 1 : end)
    }
    for (word, scalar) in old where page.has(word, at: start) {
      return (scalar, start + word.count)
    }
    return (0x26, index + 1)
  }

  private static func numbered(_ name: String) -> UInt32? {
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let isHex = digits.first == "x" || digits.first == "X"
    let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let value else { return nil }
    if (0x80...0x9F).contains(value) { return windows[Int(value) - 0x80] }
    return Unicode.Scalar(value)?.value ?? 0xFFFD
  }

  /// What 128 to 159 stand for on pages made on Windows (code page 1252).
  private static let windows: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039,
    0x152,
    0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122,
    0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
  ]
}
