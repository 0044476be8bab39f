/// Text that came in without line breaks, cut at its numbering.
///
/// A number in the middle of a line counts where it goes on counting, behind the end of a sentence, a
/// bracket or a heading; what is smaller than （一） only behind a note or in a line that is cut already.
struct RunOn {
  private struct Place {
    var line: Int
    var at: Int
    var marker: Marker
    var isStart: Bool
    /// The next number of the same kind, and whether it stands behind a note.
    var next: (number: Int, isNoted: Bool, isClosed: Bool)?
    var isNoted = false
  }

  private let source: SourceText
  private let lines: [PageFurniture.Line]
  private var places: [Place] = []
  /// By line: where it is cut.
  private var cuts: [Int: [Int]] = [:]

  static func split(
    _ lines: [PageFurniture.Line], _ source: SourceText
  ) -> [PageFurniture.Line] {
    var runOn = RunOn(source: source, lines: lines)
    for index in lines.indices { runOn.gather(index) }
    guard runOn.places.contains(where: { !$0.isStart }) else { return lines }
    runOn.lookAhead()
    runOn.decide()
    return runOn.cut()
  }

  private init(source: SourceText, lines: [PageFurniture.Line]) {
    (self.source, self.lines) = (source, lines)
  }

  // MARK: Where numbers stand

  private mutating func gather(_ index: Int) {
    let line = lines[index]
    guard line.cells == nil, line.tabs == 0 else { return }
    let limit = line.range.upperBound
    if let marker = marker(at: line.range.lowerBound, limit) {
      places.append(Place(line: index, at: line.range.lowerBound, marker: marker, isStart: true))
    }
    guard line.range.count > 24 else { return }
    for at in line.range.dropFirst(2) where mayBegin(source.scalars[at].folded) {
      guard !isInsideNumber(at), let marker = marker(at: at, limit) else { continue }
      places.append(Place(line: index, at: at, marker: marker, isStart: false))
    }
  }

  private func marker(at index: Int, _ limit: Int) -> Marker? {
    Marker.read(source.scalars, at: index, limit: limit)
      ?? Marker.read(source.scalars, at: index, limit: limit, as: .spoken)
  }

  private func mayBegin(_ scalar: UInt32) -> Bool {
    scalar == Sign.open || scalar.isDigit || Numerals.digit(scalar) != nil
      || scalar == Numerals.ten || (0x2460...0x2487).contains(scalar)
  }

  private func isInsideNumber(_ at: Int) -> Bool {
    let before = source.scalars[at - 1].folded
    return before.isDigit || before == Sign.dot || Numerals.digit(before) != nil
      || before == Numerals.ten || before == 0x7B2C
  }

  private mutating func lookAhead() {
    var last: [Int: (Int, Bool, Bool)] = [:]
    for index in places.indices.reversed() {
      let place = places[index]
      if !place.isStart, place.marker.kind.rawValue > Marker.Kind.hanInBrackets.rawValue {
        places[index].isNoted = isBehindNote(place)
      }
      places[index].next = last[place.marker.level]
      let isClosed =
        place.isStart || closes(before: place.at, lines[place.line].range.lowerBound)
      last[place.marker.level] = (
        place.marker.number, places[index].isNoted || place.isStart, isClosed
      )
    }
  }

  private func isBehindNote(_ place: Place) -> Bool {
    let low = max(lines[place.line].range.lowerBound, place.at - 320)
    return closes(before: place.at, low) && NoteLook.endsWithNote(source.scalars, low..<place.at)
  }

  /// Whether a sentence, a bracket or a quotation ends before a place.
  private func closes(before at: Int, _ low: Int) -> Bool {
    var index = at - 1
    while index > low, source.scalars[index].isBlank { index -= 1 }
    let scalar = source.scalars[index].folded
    return scalar.endsSentence || scalar.isCloser || scalar == 0x201D
  }

  // MARK: Which of them count

  private mutating func decide() {
    /// The last number of every kind below the last one of a higher kind.
    var last: [Int: Int] = [:]
    /// The last number of every kind, whatever stood between: 3. behind 二、 goes on 2.
    var running: [Int: Int] = [:]
    /// Where the last accepted number begins.
    var from: (line: Int, at: Int, level: Int) = (-1, 0, 0)
    for place in places {
      let level = place.marker.level
      let before = last[level] ?? (from.level < level ? running[level] : nil) ?? 0
      guard place.isStart || counts(place, before, from) else { continue }
      if !place.isStart { cuts[place.line, default: []].append(place.at) }
      for key in last.keys where key > level { last[key] = nil }
      last[level] = place.marker.number
      running[level] = place.marker.number
      from = (place.line, place.at, level)
    }
  }

  private func counts(_ place: Place, _ last: Int, _ from: (line: Int, at: Int, level: Int))
    -> Bool
  {
    let low = lines[place.line].range.lowerBound
    let isClosed = closes(before: place.at, low)
    let isHeaded =
      from.line == place.line && from.level < place.marker.level && isHeading(from.at..<place.at)
    let number = place.marker.number
    // 实施方案一、总体目标: a title runs into the first heading, and the second stands behind a stop.
    let isTitled =
      place.marker.kind == .han && number == 1 && place.next?.number == 2
      && place.next?.isClosed == true && source.scalars[place.at - 1].isHan
    guard isClosed || isHeaded || isTitled || isColonBefore(place) else { return false }
    let goesOn = number > 1 && number == last + 1
    let begins = number == 1 && place.next?.number == 2
    switch place.marker.kind {
    case .han, .named, .chapter, .part:
      return isTitled || (isClosed || isHeaded) && (goesOn || begins)
    case .hanInBrackets:
      return (isClosed || isHeaded) && (goesOn || begins || number == 1 && isHeaded)
    case .arabic, .decimal:
      let isCutAlready = cuts[place.line]?.isEmpty == false
      return goesOn && (place.isNoted || isCutAlready && (isClosed || isHeaded))
        || begins && (place.next?.isNoted == true || isCutAlready && (isClosed || isHeaded))
    case .arabicInBrackets, .halfBracket, .circled, .plain:
      return goesOn && place.isNoted || begins && place.next?.isNoted == true
    case .article: return isClosed && (goesOn || begins)
    }
  }

  private func isColonBefore(_ place: Place) -> Bool {
    place.marker.number == 1 && source.scalars[place.at - 1].folded == Sign.colon
  }

  /// A heading: a few words without a mark, its own number not counted.
  private func isHeading(_ range: Range<Int>) -> Bool {
    guard range.count <= 36 else { return false }
    return !source.scalars[range].contains {
      $0.folded.endsSentence || $0.folded == Sign.comma
    }
  }

  // MARK: Cutting

  private func cut() -> [PageFurniture.Line] {
    var result: [PageFurniture.Line] = []
    result.reserveCapacity(lines.count + cuts.count * 2)
    for (index, line) in lines.enumerated() {
      guard let places = cuts[index], let first = places.first else {
        result.append(line)
        continue
      }
      let heads = RunOnHead.cuts(source.scalars, line.range.lowerBound..<first)
      var start = line.range.lowerBound
      for end in heads + places + [line.range.upperBound] {
        let part = source.scalars.trimmed(start..<end)
        start = end
        guard !part.isEmpty else { continue }
        var piece = PageFurniture.Line(range: part, indent: line.indent, width: 0, tabs: 0)
        for at in part { piece.width += source.scalars[at].columns }
        piece.isCut = true
        piece.isApart = line.isApart && part.lowerBound == line.range.lowerBound
        result.append(piece)
      }
    }
    return result
  }
}

/// Title, number and addressees that run on into the text.
enum RunOnHead {
  private static let year = scalars("年")

  /// Where the title ends, where the number ends, and where the addressees do.
  static func cuts(_ text: Scalars, _ range: Range<Int>) -> [Int] {
    var cuts: [Int] = []
    var start = range.lowerBound
    let reach = start..<min(range.upperBound, start + 240)
    if let title = titleEnd(text, reach), title < range.upperBound {
      cuts.append(title)
      start = title
    }
    let ceiling = min(range.upperBound, start + 40)
    if let open = (start..<max(start, ceiling)).first(where: { text[$0].folded == 0x5B }) {
      let folded = text[start..<min(range.upperBound, open + 24)].map(\.folded)
      if let end = HeadNumber.end(of: folded, from: 0), start + end < range.upperBound {
        start += end
        cuts.append(start)
      }
    }
    return cuts + signature(text, start..<range.upperBound)
  }

  /// Around the office and the day that close a notice.
  private static func signature(_ text: Scalars, _ range: Range<Int>) -> [Int] {
    let low = max(range.lowerBound, range.upperBound - 400)
    for index in (low..<max(low, range.upperBound)).reversed() where text[index].folded.isDigit {
      guard index > low, text[index - 1].isHan else { continue }
      let folded = text[index..<min(range.upperBound, index + 16)].map(\.folded)
      guard let day = HeadWords.day(Scalars(folded)) else { continue }
      var office = index
      while office > low, text[office - 1].isHan, index - office < 40 { office -= 1 }
      guard
        NoteWords.suffixes.matchBackwards(text, before: index, from: office) != nil,
        office == low || text[office - 1].folded.endsSentence || text[office - 1].folded.isCloser
      else { continue }
      return [office, index, index + day.length].filter { range.contains($0) }
    }
    return []
  }

  private static let endings = ["的通知", "的意见", "的决定", "的公告", "的通告"].map(scalars)

  private static func titleEnd(_ text: Scalars, _ range: Range<Int>) -> Int? {
    guard let about = text.find(scalars("关于"), in: range) else { return nil }
    for index in about..<range.upperBound {
      if text[index].folded.endsSentence || text[index].folded == Sign.comma { return nil }
      if let ending = endings.first(where: { text.has($0, at: index) }) {
        return index + ending.count
      }
    }
    return nil
  }
}
