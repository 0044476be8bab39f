import Foundation

/// A page of a PDF: its words and where they stand, in points from the upper left corner.
struct PDFPage {
  struct Word {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double
    var text: Scalars

    var middle: Double { (top + bottom) / 2 }
    var height: Double { max(1, bottom - top) }

    func moved(by shift: Double) -> Word {
      Word(left: left + shift, top: top, right: right + shift, bottom: bottom, text: text)
    }
  }

  /// Words at one height, from left to right.
  struct Line {
    var words: [Word]

    var left: Double { words.first?.left ?? 0 }
    var right: Double { words.map(\.right).max() ?? 0 }
    var top: Double { words.map(\.top).min() ?? 0 }
    var bottom: Double { words.map(\.bottom).max() ?? 0 }
    var height: Double { words.map(\.height).max() ?? 1 }

    /// Its text; words that stand apart by more than a character have a blank between them.
    var text: Scalars {
      var text = Scalars()
      var end: Double?
      for word in words {
        if let end, let last = text.last, let next = word.text.first {
          let gap = word.left - end
          let isLatin = last < 0x2E80 && next < 0x2E80
          if gap > word.height * (isLatin ? 0.15 : 0.7) { text.append(Sign.space) }
        }
        text += word.text
        end = word.right
      }
      return text
    }
  }

  var width: Double
  var height: Double
  var words: [Word] = []
  var lines: [Line] = []

  /// The pages of what `pdftotext -bbox` writes.
  static func pages(in output: [UInt8]) -> [PDFPage] {
    var pages: [PDFPage] = []
    for line in output.split(separator: 0x0A) {
      let text = line.drop { $0 == 0x20 }
      if text.starts(with: "<word ".utf8) {
        guard let last = pages.indices.last, let word = word(text) else { continue }
        pages[last].words.append(word)
      } else if text.starts(with: "<page ".utf8) {
        pages.append(
          PDFPage(
            width: number("width=\"", in: text) ?? 595, height: number("height=\"", in: text) ?? 842
          ))
      }
    }
    for index in pages.indices { pages[index].lines = lines(of: pages[index].words) }
    return pages
  }

  private static func word(_ text: ArraySlice<UInt8>) -> Word? {
    guard let left = number("xMin=\"", in: text), let top = number("yMin=\"", in: text),
      let right = number("xMax=\"", in: text), let bottom = number("yMax=\"", in: text),
      let open = text.firstIndex(of: 0x3E), let close = text.lastIndex(of: 0x3C), open < close
    else { return nil }
    let decoded = TextDecoder.utf8(Array(text[(open + 1)..<close]), from: 0).scalars
    var (scalars, index) = (Scalars(), 0)
    while index < decoded.count {
      if decoded[index] == 0x26 {
        let entity = HTMLEntity.read(decoded, at: index)
        scalars.append(entity.scalar)
        index = entity.end
      } else {
        scalars.append(decoded[index])
        index += 1
      }
    }
    scalars.removeAll { $0.isInvisible || $0 == Sign.newline || $0 == Sign.tab }
    guard scalars.contains(where: { !$0.isBlank }) else { return nil }
    return Word(
      left: left, top: top, right: max(left, right), bottom: max(top, bottom), text: scalars)
  }

  private static func number(_ name: String, in text: ArraySlice<UInt8>) -> Double? {
    let wanted = Array(name.utf8)
    guard let close = text.firstIndex(of: 0x3E) else { return nil }
    var index = text.startIndex
    while index + wanted.count < close {
      if text[index] == wanted[0], text[index..<(index + wanted.count)].elementsEqual(wanted) {
        let digits = text[(index + wanted.count)..<close].prefix { $0 != 0x22 }
        let value = Double(String(decoding: digits, as: UTF8.self))
        return value.flatMap { abs($0) < 1_000_000 ? $0 : nil }
      }
      index += 1
    }
    return nil
  }

  /// Words gathered to lines, from the top down.
  static func lines(of words: [Word]) -> [Line] {
    var lines: [[Word]] = []
    var middle = 0.0
    for word in words.sorted(by: { ($0.middle, $0.left) < ($1.middle, $1.left) }) {
      if let last = lines.last?.last,
        abs(word.middle - middle) < 0.4 * min(word.height, last.height)
      {
        lines[lines.count - 1].append(word)
      } else {
        lines.append([word])
        middle = word.middle
      }
    }
    return lines.map { Line(words: $0.sorted { $0.left < $1.left }) }
  }
}

/// What belongs to the pages of a PDF and not to its text: running heads and page numbers.
enum PDFFurniture {
  static func drop(from pages: inout [PDFPage]) {
    var counts: [Scalars: Int] = [:]
    for page in pages {
      for index in edges(of: page) {
        let key = key(page.lines[index])
        if !key.isEmpty { counts[key, default: 0] += 1 }
      }
    }
    for number in pages.indices {
      let page = pages[number]
      let dropped = edges(of: page).filter { index in
        let line = page.lines[index]
        if isPageNumber(line.text) { return true }
        guard pages.count > 1, let count = counts[key(line)] else { return false }
        return count >= 2 && count * 3 >= pages.count
      }
      for index in dropped.sorted(by: >) { pages[number].lines.remove(at: index) }
    }
  }

  /// The first two and the last two lines of a page that stand in its margins.
  private static func edges(of page: PDFPage) -> [Int] {
    let count = page.lines.count
    return page.lines.indices.filter { index in
      guard index < 2 || index >= count - 2 else { return false }
      let line = page.lines[index]
      return line.bottom < page.height * 0.12 || line.top > page.height * 0.86
    }
  }

  /// A line without its digits; empty where it reads as a part of the text.
  private static func key(_ line: PDFPage.Line) -> Scalars {
    let content = line.text.filter { !$0.isBlank }.map(\.folded)
    guard content.count <= 40, let last = content.last, !last.endsSentence, !last.isCloser,
      Marker.read(content, at: 0, limit: content.count) == nil
    else { return [] }
    return content.filter { !$0.isDigit }
  }

  private static let words = Set(scalars("第页共/-·.PAGEpageof"))

  private static func isPageNumber(_ text: Scalars) -> Bool {
    let content = text.filter { !$0.isBlank }.map(\.folded)
    guard content.count <= 14, content.contains(where: \.isDigit) else { return false }
    return content.allSatisfy { $0.isDigit || words.contains($0) } && content.last != Sign.dot
  }
}
