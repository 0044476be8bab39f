/// One place of the screen: what stands there and how it looks.
public struct Cell: Hashable, Sendable {
  /// The scalar shown, 0 in the right half of a wide character.
  public internal(set) var scalar: UInt32
  /// Up to two marks of no width that stand on the scalar, 0 where there is none.
  public internal(set) var mark: UInt32 = 0
  public internal(set) var secondMark: UInt32 = 0
  public internal(set) var style: Style

  init(_ scalar: UInt32, _ style: Style) { (self.scalar, self.style) = (scalar, style) }

  static func blank(_ style: Style) -> Cell { Cell(0x20, style) }
  static func rightHalf(_ style: Style) -> Cell { Cell(0, style) }

  /// Whether a wide character begins in the cell before.
  public var isRightHalf: Bool { scalar == 0 }
  public var isBlank: Bool { scalar == 0x20 && mark == 0 }

  /// What stands there; a blank in the right half of a wide character.
  public var character: Character {
    let scalars = [scalar, mark, secondMark].filter { $0 != 0 }.compactMap(Unicode.Scalar.init)
    return String(String.UnicodeScalarView(scalars)).first ?? " "
  }

  /// Puts a mark on the scalar; a third one is dropped.
  mutating func add(mark new: UInt32) {
    if mark == 0 { mark = new } else if secondMark == 0 { secondMark = new }
  }

  /// Adds what stands there to a text; nothing in the right half of a wide character.
  func write(to text: inout String.UnicodeScalarView) {
    for value in [scalar, mark, secondMark] where value != 0 {
      text.append(Unicode.Scalar(value) ?? Glyphs.blot)
    }
  }
}
