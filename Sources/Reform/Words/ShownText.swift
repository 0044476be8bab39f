extension String {
  /// The text with control characters and marks of writing direction shown instead of sent.
  ///
  /// Line feeds stay where `keepingBreaks` says so.
  public func showingControls(keepingBreaks: Bool = false) -> String {
    var result = UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 10 where keepingBreaks: result.append(scalar)
      case 0..<32: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? " ")
      case 127: result.append("␡")
      case 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x2028, 0x2029:
        result.append("〓")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
