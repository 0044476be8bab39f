import Cells

/// What the sequences of the terminals mean.
enum Sequences {
  /// A control sequence, `ESC [ … final`.
  struct Control {
    private let prefix: UInt8?
    private let numbers: [Int]
    private let hasMore: Bool
    private let final: UInt8

    init(_ bytes: [UInt8], final: UInt8) {
      self.final = final
      prefix = bytes.first.flatMap { (0x3C...0x3F).contains($0) ? $0 : nil }
      let rest = prefix == nil ? bytes[...] : bytes.dropFirst()
      hasMore = !rest.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ";") }
      // What is no number (`ESC [ !`) has none to be computed.
      let parts =
        hasMore ? [] : rest.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      numbers = parts.map { $0.reduce(0) { min($0 * 10 + Int($1) - 0x30, 99_999) } }
    }

    var isPasteStart: Bool { isPlain && final == UInt8(ascii: "~") && number(0) == 200 }

    /// The column of a cursor report.
    var reportedColumn: Int? {
      guard isPlain, final == UInt8(ascii: "R"), numbers.count == 2 else { return nil }
      return numbers[1]
    }

    var event: Event? {
      if prefix == UInt8(ascii: "<"), !hasMore, numbers.count == 3 {
        guard final == UInt8(ascii: "M") || final == UInt8(ascii: "m") else { return nil }
        let isPress = final == UInt8(ascii: "M")
        return mouse(button: numbers[0], x: numbers[1], y: numbers[2], isPress: isPress)
      }
      guard isPlain else { return nil }
      return key.map(Event.key)
    }

    private var isPlain: Bool { prefix == nil && !hasMore }
    private func number(_ index: Int) -> Int { index < numbers.count ? numbers[index] : 0 }

    /// Shift 1, Alt 2, Ctrl 4; xterm sends their sum plus one as the second number.
    private var modifiers: Int { max(0, number(1) - 1) }

    private var key: Key? {
      switch Character(Unicode.Scalar(final)) {
      case "~": tilde(number(0))
      case "^": number(0) == 5 ? .controlPageUp : number(0) == 6 ? .controlPageDown : nil
      case "P", "Q", "R", "S": function(Int(final) - Int(UInt8(ascii: "P")) + 1)
      case "a": .up
      case "b": .down
      case "c": .right
      case "d": .left
      default: single(final).flatMap { $0.asMove }
      }
    }

    private func tilde(_ number: Int) -> Key? {
      switch number {
      case 1, 7: .home
      case 4, 8: .end
      case 2: modifiers == 0 ? .insert : nil
      case 3: modifiers == 0 ? .delete : nil
      case 5: modifiers & 4 == 0 ? .pageUp : .controlPageUp
      case 6: modifiers & 4 == 0 ? .pageDown : .controlPageDown
      case 11...15: function(number - 10)
      case 17...21: function(number - 11)
      case 23...26: function(number - 12)
      case 28...29: function(number - 13)
      case 31...34: function(number - 14)
      default: nil
      }
    }

    /// Shift and Ctrl reach further keys, numbered as terminfo does.
    private func function(_ number: Int) -> Key? {
      switch modifiers {
      case 0: .function(number)
      case 1: .function(number + 12)
      case 4: .function(number + 24)
      default: nil
      }
    }
  }

  /// The key after `ESC O`: arrows, F1 to F4, and the keypad in its own mode.
  static func single(_ byte: UInt8) -> Event? {
    let key: Key? =
      switch Character(Unicode.Scalar(byte)) {
      case "A", "a": .up
      case "B", "b": .down
      case "C", "c": .right
      case "D", "d": .left
      case "H": .home
      case "F": .end
      case "Z": .backTab
      case "M": .enter
      case "X": .character("=")
      case "P", "Q", "R", "S": .function(Int(byte) - Int(UInt8(ascii: "P")) + 1)
      case "j"..."y": .character(Character(Unicode.Scalar(byte - 0x40)))
      default: nil
      }
    return key.map(Event.key)
  }

  /// The function keys of the Linux console, `ESC [ [ A` to `E`.
  static func console(_ byte: UInt8) -> Event? {
    (0x41...0x45).contains(byte) ? .key(.function(Int(byte) - 0x40)) : nil
  }

  /// The key of a control character.
  static func control(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0D: .enter
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    case 0x1C...0x1F: .control(Character(Unicode.Scalar(byte + 0x40)))
    default: nil
    }
  }

  /// A press of button 1 or a turn of the wheel; all else is nothing.
  static func mouse(button: Int, x: Int, y: Int, isPress: Bool) -> Event? {
    guard isPress, x > 0, y > 0 else { return nil }
    let point = Point(x: x - 1, y: y - 1)
    // Shift, Alt and Ctrl (4, 8, 16) do not matter here.
    switch button & ~28 {
    case 0: return .mouse(Mouse(.press, at: point))
    case 64: return .mouse(Mouse(.wheelUp, at: point))
    case 65: return .mouse(Mouse(.wheelDown, at: point))
    default: return nil
    }
  }
}

extension Event {
  /// The key where it is one that moves; letters of the keypad never come after `ESC [`.
  fileprivate var asMove: Key? {
    guard case .key(let key) = self else { return nil }
    switch key {
    case .up, .down, .left, .right, .home, .end, .backTab: return key
    default: return nil
    }
  }
}
