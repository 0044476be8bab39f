import Cells

/// Labelled fields below each other, one of them with the cursor: what a form is made of.
public struct FieldList: Hashable, Sendable {
  public struct Field: Hashable, Sendable {
    public enum Content: Hashable, Sendable {
      case text(TextField)
      /// One of several words, and which of them is chosen.
      case choice([String], Int)
    }

    public var label: String
    public var content: Content
    /// Words behind the field: a unit, or how it is written.
    public var remark: String
    /// How many columns the field takes at most.
    public var columns: Int
    /// Whether the first character typed takes the place of all that stands in it.
    public var isTypedOver: Bool
    /// Whether it ends at the right, as numbers below each other do.
    public var endsRight: Bool
    /// What is wrong with it, in a sentence.
    public var complaint: String?

    public init(
      _ label: String, _ content: Content, remark: String = "", columns: Int = .max,
      isTypedOver: Bool = false, endsRight: Bool = false
    ) {
      (self.label, self.content) = (label, content)
      (self.remark, self.columns) = (remark, columns)
      (self.isTypedOver, self.endsRight) = (isTypedOver, endsRight)
    }

    /// The text, or the number of the choice: what tells one value from another.
    public var value: String {
      switch content {
      case .text(let field): field.text
      case .choice(_, let chosen): "\(chosen)"
      }
    }
  }

  /// What a key did.
  public enum Outcome: Hashable, Sendable {
    /// The field with the cursor has another value.
    case changed
    /// The cursor has left the field of that number.
    case left(Int)
    /// Enter on the last field.
    case ended
    /// What was typed or pasted does not fit: so many characters into a field for so many at most.
    case refused(Int, limit: Int)
    case nothing
  }

  public var fields: [Field]
  public private(set) var selected: Int
  /// The columns that labels take at least, so that fields stand below what stands above them.
  public var leastLabels = 0
  /// Whether the cursor has just come to its field: nothing was typed in it since.
  private(set) var isFresh = true

  public init(_ fields: [Field], selected: Int = 0) {
    self.fields = fields
    self.selected = fields.indices.contains(selected) ? selected : 0
  }

  /// Puts the cursor on a field; nothing happens where there is none of that number.
  public mutating func select(_ index: Int) {
    guard fields.indices.contains(index) else { return }
    (selected, isFresh) = (index, true)
  }

  /// Takes a key: Tab, arrows and Enter go from field to field, all others into the field.
  public mutating func press(_ key: Key) -> Outcome {
    let last = fields.count - 1
    switch key {
    case .enter where selected >= last: return .ended
    case .enter, .down: return go(to: min(last, selected + 1))
    case .up: return go(to: max(0, selected - 1))
    case .tab: return go(to: selected >= last ? 0 : selected + 1)
    case .backTab: return go(to: selected <= 0 ? last : selected - 1)
    case .pageDown: return go(to: min(last, selected + 6))
    case .pageUp: return go(to: max(0, selected - 6))
    default:
      let typesOver = isTypingOver && key.replaces
      return edit { field in
        if typesOver { field.empty() }
        field.press(key)
      }
    }
  }

  /// Writes pasted text into the field with the cursor.
  public mutating func write(_ text: String) -> Outcome {
    let typesOver = isTypingOver
    return edit { field in
      if typesOver { field.empty() }
      field.write(text)
    }
  }

  /// Whether what stands in the field gives way to what is typed next; it is shown as selected.
  var isTypingOver: Bool {
    isFresh && fields.indices.contains(selected) && fields[selected].isTypedOver
  }

  private mutating func go(to index: Int) -> Outcome {
    guard index != selected, fields.indices.contains(index) else { return .nothing }
    defer { select(index) }
    return .left(selected)
  }

  private mutating func edit(_ change: (inout Field) -> Void) -> Outcome {
    guard fields.indices.contains(selected) else { return .nothing }
    let before = fields[selected]
    change(&fields[selected])
    if case .text(let field) = fields[selected].content, field.refused > 0 {
      fields[selected] = before
      return .refused(field.refused, limit: field.limit)
    }
    isFresh = false
    guard fields[selected].value != before.value else { return .nothing }
    fields[selected].complaint = nil
    return .changed
  }
}

extension FieldList.Field {
  fileprivate mutating func press(_ key: Key) {
    switch content {
    case .text(var field):
      _ = field.press(key)
      content = .text(field)
    case .choice(let words, let chosen):
      content = .choice(words, Self.turned(key, chosen, of: words.count))
    }
  }

  fileprivate mutating func empty() {
    guard case .text(let field) = content else { return }
    content = .text(TextField(limit: field.limit))
  }

  fileprivate mutating func write(_ text: String) {
    guard case .text(var field) = content else { return }
    field.write(text)
    content = .text(field)
  }

  /// Left and right stop at the ends, Space and the wide space of input methods go round.
  private static func turned(_ key: Key, _ chosen: Int, of count: Int) -> Int {
    switch key {
    case .left: max(0, chosen - 1)
    case .right: min(count - 1, chosen + 1)
    case .character(" "), .character("　"): count == 0 ? 0 : (chosen + 1) % count
    case .home: 0
    case .end: count - 1
    default: chosen
    }
  }
}

extension Key {
  /// Whether it takes the place of text that is selected.
  fileprivate var replaces: Bool {
    switch self {
    case .character, .backspace, .delete: true
    default: false
    }
  }
}
