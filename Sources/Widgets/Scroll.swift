import Cells

/// The selected row of a list, and the first row that shows.
public struct Scroll: Hashable, Sendable {
  public var selected: Int
  public var offset: Int

  public init(selected: Int = 0, offset: Int = 0) {
    (self.selected, self.offset) = (selected, offset)
  }

  /// Moves by rows and stays within the list.
  public mutating func move(by rows: Int, of count: Int) {
    selected = max(0, min(count - 1, selected + rows))
  }

  /// Moves the window so that the selected row shows: by half its height, as a page is turned,
  /// so that the next keys move nothing but the cursor.
  public mutating func reveal(count: Int, height: Int) {
    selected = max(0, min(count - 1, selected))
    guard height > 0 else { return }
    if selected < offset { offset = selected - height / 2 }
    if selected >= offset + height { offset = selected - height + 1 + height / 2 }
    offset = max(0, min(offset, count - height))
  }

  /// The rows that show.
  public func window(count: Int, height: Int) -> Range<Int> {
    let start = max(0, min(offset, max(0, count - 1)))
    return start..<max(start, min(count, start + max(0, height)))
  }
}
