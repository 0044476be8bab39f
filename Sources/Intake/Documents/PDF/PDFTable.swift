/// A table of tasks in a PDF: rows and columns told by where the words stand.
struct PDFTable {
  /// The words of the header, a cell each, with how far they reach.
  struct Head {
    struct Cell {
      var left: Double
      var right: Double
      var text: Scalars
      var middle: Double { (left + right) / 2 }
    }

    var cells: [Cell]
  }

  private struct Piece {
    var column: Int
    var word: PDFPage.Word
  }

  private let head: Head
  /// Right ends of all columns but the last.
  private let ends: [Double]
  private let hasSerial: Bool
  /// What was taken: a list for each page, and for each stretch between headings.
  private var parts: [Part] = []

  private struct Part {
    var page: Int
    var pieces: [Piece] = []
    /// A heading that stands across the columns (一、医共体建设).
    var heading: Scalars?
  }

  // MARK: The head

  /// The head of a table that begins at a line, and the lines it takes; nil where none does.
  static func head(_ lines: [PDFPage.Line], at index: Int, size: Double) -> (Head, Int)? {
    for count in 1...3 where index + count <= lines.count {
      let part = lines[index..<(index + count)]
      guard let first = part.first, let last = part.last, last.top - first.top < size * 3.5,
        part.contains(where: { $0.words.count > 1 })
      else { return nil }
      let cells = cells(of: part.flatMap(\.words), size: size)
      guard cells.count >= 3, cells.allSatisfy({ $0.text.count <= 16 }),
        TableHeader.isHeader(cells.map(\.text))
      else { continue }
      return (Head(cells: cells), count)
    }
    return nil
  }

  /// Words of a head gathered to cells: those above each other, and single characters beside each other.
  private static func cells(of words: [PDFPage.Word], size: Double) -> [Head.Cell] {
    var cells: [Head.Cell] = []
    for word in words.sorted(by: { $0.left < $1.left }) {
      if let last = cells.last {
        let gap = word.left - last.right
        let isSpread = last.text.count == 1 && word.text.count == 1 && gap < size * 2.2
        if gap < -size * 0.3 || isSpread {
          cells[cells.count - 1].right = max(last.right, word.right)
          cells[cells.count - 1].text += word.text
          continue
        }
      }
      cells.append(.init(left: word.left, right: word.right, text: word.text))
    }
    return cells
  }

  init(_ head: Head, pages: [PDFPage], page: Int, below index: Int) {
    self.head = head
    let words = Self.words(pages, page: page, below: index, head)
    ends = zip(head.cells, head.cells.dropFirst()).map { Self.gutter($0, $1, words) }
    hasSerial = head.cells.first.map { TableHeader.column($0.text) == .serial } ?? false
  }

  /// The words that may belong to the table: of lines that no paragraph fills.
  private static func words(
    _ pages: [PDFPage], page: Int, below index: Int, _ head: Head
  ) -> [PDFPage.Word] {
    var words: [PDFPage.Word] = []
    let right = head.cells.last?.right ?? 0
    for number in page..<min(pages.count, page + 40) {
      let lines = number == page ? pages[number].lines[index...] : pages[number].lines[...]
      for line in lines {
        if isProse(line, head, right: right) { return words }
        words += line.words
      }
    }
    return words
  }

  /// A single word over half of the table's width is a paragraph.
  private static func isProse(_ line: PDFPage.Line, _ head: Head, right: Double) -> Bool {
    let width = right - (head.cells.first?.left ?? 0)
    return line.words.contains { $0.right - $0.left > width * 0.6 }
  }

  /// Where between the middles of two heads the fewest words stand: the widest such place.
  private static func gutter(
    _ one: Head.Cell, _ next: Head.Cell, _ words: [PDFPage.Word]
  ) -> Double {
    let (low, high) = (one.middle, next.middle)
    guard high > low else { return low }
    let steps = 200
    var counts = [Int](repeating: 0, count: steps + 1)
    for word in words where word.right > low && word.left < high {
      let from = max(0, Int(((word.left - low) / (high - low) * Double(steps)).rounded(.down)))
      let to = min(steps, Int(((word.right - low) / (high - low) * Double(steps)).rounded(.up)))
      if from <= to { for index in from...to { counts[index] += 1 } }
    }
    let least = counts.min() ?? 0
    var best = 0..<0
    var start: Int?
    for index in 0...(steps + 1) {
      if index <= steps, counts[index] == least {
        start = start ?? index
      } else if let from = start {
        if index - from > best.count { best = from..<index }
        start = nil
      }
    }
    let middle = Double(best.lowerBound + best.upperBound) / 2
    return low + middle / Double(steps) * (high - low)
  }

  // MARK: Rows

  /// Takes a line below the head; false where the table has ended.
  mutating func take(
    _ line: PDFPage.Line, page: Int, size: Double
  ) -> Bool {
    var taken: [Piece] = []
    for word in line.words {
      guard let column = column(of: word, size: size) else { return false }
      taken.append(Piece(column: column, word: word))
    }
    if parts.last?.page != page || parts.last?.heading != nil { parts.append(Part(page: page)) }
    parts[parts.count - 1].pieces += taken
    return true
  }

  /// Takes a line that stands across the columns, where the table goes on below it.
  mutating func takeHeading(
    _ line: PDFPage.Line, above next: [PDFPage.Line], page: Int, size: Double
  )
    -> Bool
  {
    guard line.words.count == 1, line.text.count <= 40, line.text.last?.folded.endsSentence != true
    else { return false }
    let goesOn = next.prefix(3).contains { line in
      let columns = line.words.map { column(of: $0, size: size) }
      return !columns.contains(nil) && Set(columns).count > 1
    }
    guard goesOn else { return false }
    parts.append(Part(page: page, heading: line.text))
    return true
  }

  /// The column that a word stands in; nil where it reaches over several.
  private func column(of word: PDFPage.Word, size: Double) -> Int? {
    let middle = (word.left + word.right) / 2
    let column = ends.firstIndex { middle < $0 } ?? ends.count
    let left = column > 0 ? ends[column - 1] : -Double.infinity
    let right = column < ends.count ? ends[column] : Double.infinity
    guard word.left > left - size * 0.8, word.right < right + size * 0.8 else { return nil }
    return column
  }

  /// The rows, the head first.
  func rows(size: Double) -> [[Scalars]] {
    var rows = [head.cells.map(\.text)]
    for (number, part) in parts.enumerated() {
      if let heading = part.heading {
        rows.append([heading] + Array(repeating: [], count: head.cells.count - 1))
        continue
      }
      let isBehindHeading = number > 0 && parts[number - 1].heading != nil
      let cuts = cuts(part.pieces, size: size, isWhole: number == 0 || isBehindHeading)
      for (index, row) in split(part.pieces, at: cuts).map(row).enumerated() {
        let goesOn = index == 0 && number > 0 && !isBehindHeading && hasSerial && row[0].isEmpty
        if goesOn, rows.count > 1 {
          for column in row.indices { rows[rows.count - 1][column] += row[column] }
        } else if row.contains(where: { !$0.isEmpty }) {
          rows.append(row)
        }
      }
    }
    return rows
  }

  private func row(_ part: [Piece]) -> [Scalars] {
    var cells = [Scalars](repeating: [], count: head.cells.count)
    for line in PDFPage.lines(of: part.map(\.word)) {
      for word in line.words {
        let column = ends.firstIndex { (word.left + word.right) / 2 < $0 } ?? ends.count
        cells[column] += word.text
      }
    }
    return cells
  }

  private func split(_ pieces: [Piece], at cuts: [Double]) -> [[Piece]] {
    var parts = [[Piece]](repeating: [], count: cuts.count + 1)
    for piece in pieces {
      parts[cuts.firstIndex { piece.word.middle < $0 } ?? cuts.count].append(piece)
    }
    return parts.filter { !$0.isEmpty }
  }

  /// Heights at which rows part: between two serial numbers the widest empty band, without serial
  /// numbers every band that is wider than those between the lines of a cell.
  private func cuts(_ pieces: [Piece], size: Double, isWhole: Bool) -> [Double] {
    let bands = bands(pieces)
    let serials = pieces.filter { $0.column == 0 && hasSerial && isSerial($0.word.text) }
      .map(\.word.middle).sorted()
    guard serials.isEmpty else {
      var cuts = zip(serials, serials.dropFirst()).compactMap { one, next in
        bands.filter { $0.middle > one && $0.middle < next }.max { $0.height < $1.height }?.middle
      }
      // On a later page, what stands well above the first number belongs to the row before.
      let above = bands.filter { $0.middle < serials[0] && $0.height > size * 0.7 }
      if let first = above.last, !isWhole { cuts.insert(first.middle, at: 0) }
      return cuts
    }
    guard let least = bands.map(\.height).filter({ $0 > 0 }).min() else { return [] }
    let wide = bands.filter { $0.height > max(least * 1.6, size * 0.2) }
    return (wide.isEmpty ? bands : wide).map(\.middle)
  }

  private func isSerial(_ text: Scalars) -> Bool {
    let content = text.map(\.folded)
    return HeadWords.number(content, 0, content.count)?.length == content.count
  }

  /// Empty bands between the words, from the top down.
  private func bands(_ pieces: [Piece]) -> [(middle: Double, height: Double)] {
    var bands: [(middle: Double, height: Double)] = []
    var bottom: Double?
    for word in pieces.map(\.word).sorted(by: { $0.top < $1.top }) {
      if let last = bottom, word.top > last {
        bands.append(((last + word.top) / 2, word.top - last))
      }
      bottom = max(bottom ?? word.bottom, word.bottom)
    }
    return bands
  }
}
