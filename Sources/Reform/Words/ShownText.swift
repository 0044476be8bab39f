extension String {
  /// The text with all that is not seen by itself shown instead of sent: control characters as their
  /// pictures, marks of direction, joiners, fillers, tags and heaps of marks as 〓.
  ///
  /// Line feeds stay where `keepingBreaks` says so.
  public func showingControls(keepingBreaks: Bool = false) -> String {
    showing(keepingBreaks: keepingBreaks) { scalar in
      switch scalar.value {
      case 0..<32: String(Unicode.Scalar(0x2400 + scalar.value) ?? " ")
      case 127: "␡"
      default: "〓"
      }
    }
  }

  /// JSON with all that is not seen by itself written as `\uXXXX`; it says the same.
  public func escapingUnseen() -> String {
    showing(keepingBreaks: true, each: true) { scalar in
      String(scalar).utf16.map { unit in
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }.joined()
    }
  }

  /// `each` says that every mark of a heap is replaced, not the heap as one.
  private func showing(
    keepingBreaks: Bool, each: Bool = false, _ symbol: (Unicode.Scalar) -> String
  ) -> String {
    guard unicodeScalars.contains(where: { !$0.isPlain }) else { return self }
    var (result, marks, hasBase) = (UnicodeScalarView(), 0, false)
    for scalar in unicodeScalars {
      if scalar.isPlain || scalar == "\n" && keepingBreaks {
        result.append(scalar)
        (marks, hasBase) = (0, scalar != "\n")
        continue
      }
      let isMark = scalar.isMark
      marks = isMark ? marks + 1 : 0
      if isMark, marks > Unicode.Scalar.mostMarks {
        if each || marks == Unicode.Scalar.mostMarks + 1 {
          result.append(contentsOf: symbol(scalar).unicodeScalars)
        }
      } else if scalar.isUnseen || scalar.isVariation && !hasBase {
        result.append(contentsOf: symbol(scalar).unicodeScalars)
        hasBase = false
      } else {
        result.append(scalar)
        hasBase = !scalar.isVariation
      }
    }
    return String(result)
  }
}

extension Unicode.Scalar {
  /// So many marks may stand on one character, more than any script needs.
  fileprivate static let mostMarks = 4

  /// Seen by itself, as nearly all is.
  fileprivate var isPlain: Bool {
    value >= 0x20 && value < 0x7F || value >= 0x4E00 && value <= 0x9FFF
      || value >= 0x3001 && value < 0x302A || value >= 0xFF01 && value < 0xFFA0
  }

  /// Chooses a form of the character before it.
  fileprivate var isVariation: Bool {
    value >= 0xFE00 && value <= 0xFE0F || value >= 0xE0100 && value <= 0xE01EF
  }

  /// Stands on the character before it.
  fileprivate var isMark: Bool {
    guard value >= 0x300, !isVariation else { return false }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return !isUnseen
    default: return false
    }
  }

  /// Nothing is seen of it, though it may move, turn or hide what stands around it.
  ///
  /// `Cells` has the same for the screen; a test holds the two alike.
  public var isUnseen: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5: true
    case 0x180B...0x180F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164: true
    case 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A: true
    case 0xE0000..<0xE0100, 0xE01F0..<0xE1000: true
    default: false
    }
  }
}
