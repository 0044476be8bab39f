import Cells

/// Makes events of the bytes a terminal sends; a plain value, so that tests can feed it.
///
/// Knows the sequences of xterm, tmux, screen, the Linux console, PuTTY and rxvt. Sequences it does
/// not know are swallowed whole: no part of them ever becomes a key.
public struct KeyReader: Sendable {
  enum State: Sendable {
    case ground
    case escape
    /// After `ESC [`, with what has come since.
    case control([UInt8])
    /// After `ESC [ [` of the Linux console.
    case console
    /// After `ESC O`, with digits that may come between.
    case single([UInt8])
    /// In a string (OSC, DCS, APC, PM, SOS), begun by that letter; nothing of it is kept.
    case string(opener: UInt8, isEmpty: Bool, sawEscape: Bool)
    /// The three bytes of an old mouse report.
    case oldMouse([UInt8])
    /// In a character of several bytes.
    case character([UInt8], isAlt: Bool)
    case paste
  }

  /// The most bytes of one paste that are kept.
  public static let pasteLimit = 1 << 20

  /// Whether a cursor report is the answer to the question how wide a character was drawn.
  ///
  /// Off, `ESC [ 1 ; 2 R` is Shift-F3.
  public var awaitsWidth = false

  var state = State.ground
  private var events: [Event] = []
  private var taken = 0
  private var pasted = PasteText()

  public init() {}

  /// Takes bytes as they came, in pieces of any size.
  public mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { take(byte) }
  }

  /// The next whole event, or nil.
  public mutating func next() -> Event? {
    guard taken < events.count else { return nil }
    defer {
      taken += 1
      if taken == events.count { (events, taken) = ([], 0) }
    }
    return events[taken]
  }

  /// Whether a line is being written: then a lone ESC would throw it away.
  public var isWriting = false

  /// How many milliseconds the rest of what has begun may take; nil when nothing has begun.
  ///
  /// When they are over without a byte, `giveUp` says what it was. Over a bad line the bytes of
  /// one key come in several packets.
  public var patience: Int? {
    switch state {
    case .ground: nil
    case .escape: isWriting ? 250 : 100
    case .control, .console, .single, .oldMouse, .character, .string(_, isEmpty: true, _): 500
    case .string, .paste: 1000
    }
  }

  /// Ends what has begun and was not finished: a lone ESC is the key, a paste ends, the rest goes.
  public mutating func giveUp() {
    switch state {
    case .escape: emit(.key(.escape))
    case .control(let bytes) where bytes.isEmpty: emit(.key(.alt("[")))
    case .single(let bytes) where bytes.isEmpty: emit(.key(.alt("O")))
    case .string(let opener, isEmpty: true, sawEscape: false):
      emit(.key(.alt(Character(Unicode.Scalar(opener)))))
    case .paste: emit(.paste(pasted.finish()))
    default: break
    }
    state = .ground
  }

  mutating func emit(_ event: Event) { events.append(event) }

  private mutating func take(_ byte: UInt8) {
    switch state {
    case .ground: begin(byte)
    case .escape: afterEscape(byte)
    case .control(let bytes): inControl(byte, after: bytes)
    case .console: finish(Sequences.console(byte))
    case .single(let bytes): inSingle(byte, after: bytes)
    case .string(let opener, _, let sawEscape):
      inString(byte, opener: opener, sawEscape: sawEscape)
    case .oldMouse(let bytes): inOldMouse(bytes + [byte])
    case .character(let bytes, let isAlt): inCharacter(byte, after: bytes, isAlt: isAlt)
    case .paste:
      guard pasted.take(byte) else { return }
      finish(.paste(pasted.finish()))
    }
  }

  mutating func finish(_ event: Event?) {
    state = .ground
    if let event { emit(event) }
  }

  private mutating func begin(_ byte: UInt8) {
    switch byte {
    case 0x1B: state = .escape
    case 0xC2...0xF4: state = .character([byte], isAlt: false)
    case 0x20..<0x7F: emit(.key(.character(Character(Unicode.Scalar(byte)))))
    default: if let key = Sequences.control(byte) { emit(.key(key)) }
    }
  }

  private mutating func afterEscape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "["): state = .control([])
    case UInt8(ascii: "O"): state = .single([])
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"),
      UInt8(ascii: "X"):
      state = .string(opener: byte, isEmpty: true, sawEscape: false)
    case 0xC2...0xF4: state = .character([byte], isAlt: true)
    case 0x20..<0x7F: finish(.key(.alt(Character(Unicode.Scalar(byte)))))
    default:
      finish(.key(.escape))
      begin(byte)
    }
  }

  private mutating func inControl(_ byte: UInt8, after bytes: [UInt8]) {
    switch byte {
    case UInt8(ascii: "[") where bytes.isEmpty: state = .console
    case UInt8(ascii: "M") where bytes.isEmpty: state = .oldMouse([])
    case 0x20...0x3F: state = .control(bytes.count < 64 ? bytes + [byte] : bytes)
    case 0x40...0x7E: finishControl(Sequences.Control(bytes, final: byte))
    default:
      state = .ground
      begin(byte)
    }
  }

  private mutating func finishControl(_ control: Sequences.Control) {
    if control.isPasteStart {
      state = .paste
    } else if awaitsWidth, let column = control.reportedColumn {
      // Any report is the answer, and no key; one from elsewhere on the screen tells nothing.
      awaitsWidth = false
      finish((2...3).contains(column) ? .ambiguousWidth(column - 1) : nil)
    } else {
      finish(control.event)
    }
  }

  private mutating func inSingle(_ byte: UInt8, after bytes: [UInt8]) {
    switch byte {
    case 0x30...0x39 where bytes.count < 8: state = .single(bytes + [byte])
    case 0x20...0x7E: finish(Sequences.single(byte))
    default:
      state = .ground
      begin(byte)
    }
  }

  private mutating func inString(_ byte: UInt8, opener: UInt8, sawEscape: Bool) {
    switch (byte, sawEscape) {
    case (0x07, _), (UInt8(ascii: "\\"), true): state = .ground
    case (0x1B, _): state = .string(opener: opener, isEmpty: false, sawEscape: true)
    default: state = .string(opener: opener, isEmpty: false, sawEscape: false)
    }
  }

  private mutating func inOldMouse(_ bytes: [UInt8]) {
    guard bytes.count == 3 else {
      state = .oldMouse(bytes)
      return
    }
    let (x, y) = (Int(bytes[1]) - 32, Int(bytes[2]) - 32)
    finish(Sequences.mouse(button: Int(bytes[0]) - 32, x: x, y: y, isPress: true))
  }

  private mutating func inCharacter(_ byte: UInt8, after bytes: [UInt8], isAlt: Bool) {
    guard 0x80...0xBF ~= byte else {
      state = .ground
      return begin(byte)
    }
    let bytes = bytes + [byte]
    let length = bytes[0] < 0xE0 ? 2 : bytes[0] < 0xF0 ? 3 : 4
    state = bytes.count < length ? .character(bytes, isAlt: isAlt) : .ground
    guard bytes.count == length else { return }
    let text = String(decoding: bytes, as: UTF8.self).unicodeScalars
    guard let scalar = text.first, text.count == 1, scalar.value >= 0xA0, scalar != "\u{FFFD}"
    else { return }
    emit(.key(isAlt ? .alt(Character(scalar)) : .character(Character(scalar))))
  }
}
