/// How characters stand on the screen.
public enum Glyphs {
  /// Stands for what cannot be shown (〓, two columns).
  public static let blot: Unicode.Scalar = "〓"

  /// What is shown in place of a scalar: mostly itself, nil when it is dropped.
  ///
  /// Nothing that comes out can move the cursor, change a colour, turn the direction of writing or
  /// hide: control characters become pictures (␛), what is not printable, marks of direction,
  /// joiners, fillers and tags become 〓. Selectors of a form of the character before them go.
  public static func safe(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let value = scalar.value
    if value >= 0x20 && value < 0x7F || isPlainHan(value) { return scalar }
    if value < 0x20 { return value == 9 ? " " : picture(value) }
    switch value {
    case 0x7F: return "␡"
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF: return nil
    case 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200F,
      0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3,
      0x1D173...0x1D17A, 0xE0000..<0xE0100, 0xE01F0..<0xE1000:
      return blot
    default: return widthClass(value) == .unprintable ? blot : scalar
    }
  }

  /// The ideographs of daily use, whose width needs no table.
  @inline(__always)
  static func isPlainHan(_ value: UInt32) -> Bool { value >= 0x4E00 && value <= 0x9FFF }

  private static func picture(_ control: UInt32) -> Unicode.Scalar {
    Unicode.Scalar(0x2400 + control) ?? blot
  }
}

/// The width of a scalar before anyone has said how wide the ambiguous ones are.
enum WidthClass: UInt32 {
  case zero, narrow, wide, ambiguous, unprintable
}

/// The class of a scalar by the C library's table.
func widthClass(_ value: UInt32) -> WidthClass {
  widthStarts.withUnsafeBufferPointer { starts in
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] >> 3 <= value { low = middle } else { high = middle }
    }
    return WidthClass(rawValue: starts[low] & 7) ?? .unprintable
  }
}
