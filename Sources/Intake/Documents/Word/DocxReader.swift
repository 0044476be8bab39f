import Reform

/// The text of a Word document: a line a paragraph, a tabbed line a row.
///
/// Read is what Word prints: no deletions, nothing hidden, no field codes; insertions are. Text boxes
/// stand apart from the paragraph that holds them. What is left out is told.
final class DocxReader {
  private var lines = LineGatherer()
  private var numbering: WordNumbering
  private let styles: WordStyles
  private var bytes: [UInt8] = []
  private var isInText = false
  /// Depth inside what is not the text: deletions, fall-backs, ruby, old properties.
  private var hidden = 0
  private var changes = 0
  private var fields = WordFields()
  private var paragraph = Paragraph()
  private var run = Run()
  /// What stood open around the text boxes that we are in.
  private var outer: [Frame] = []
  private var boxes: [Scalars] = []
  /// True once a numbered paragraph came: boxes then wait for the end of the document.
  private var hasBegun = false
  /// Placeholders that nobody filled in, by the content controls that we are in.
  private var controls: [Bool] = []
  private var left = WordOmissions()

  private struct Paragraph {
    var number: String?
    var level: Int?
    var style: String?
    var hasMarked = false
    var isInProperties = false
    /// Its end was deleted: the next paragraph goes on in it.
    var isOpenEnded = false
  }

  private struct Run {
    var isOpen = false
    var isInProperties = false
    var isHidden: Bool?
    var style: String?
  }

  private struct Frame {
    var lines: LineGatherer
    var paragraph: Paragraph
    var run: Run
    var fields: WordFields
  }

  private init(_ numbering: WordNumbering, _ styles: WordStyles) {
    (self.numbering, self.styles) = (numbering, styles)
  }

  static func read(_ bytes: [UInt8], name: String) throws(Fault) -> PaperText {
    let package = try WordPackage(bytes, name: name)
    let styles = try WordStyles(package.styles, name: name)
    let numbering = try WordNumbering(package.numbering, styles: styles, name: name)
    let reader = DocxReader(numbering, styles)
    try XMLStream.walk(
      package.document, name: name, start: { reader.open($0, $1) }, end: { reader.close($0) },
      text: { reader.take($0) })
    let text = reader.finish()
    if package.hasPictures, !text.contains(where: \.isHan) { throw Faults.pictures(name) }
    return PaperText(
      scalars: text, findings: reader.left.findings, isCut: reader.lines.isFull)
  }

  private func finish() -> Scalars {
    while !outer.isEmpty { closeBox() }
    var text = lines.finish()
    if fields.isHidden { left.note(.openField, at: lines.lineNumber) }
    for box in boxes {
      // A box goes on with no clause: its first line says so.
      text += [Sign.aside, Sign.newline] + box
      if text.last != Sign.newline { text.append(Sign.newline) }
    }
    return text
  }

  // MARK: Elements

  private func open(_ name: String, _ values: [String: String]) {
    if WordSwitch.holdsOldProperties(name) { changes += 1 }
    guard changes == 0 else { return }
    if paragraph.isInProperties || run.isInProperties { return property(name, values["w:val"]) }
    switch name {
    case "w:del", "w:moveFrom", "mc:Fallback", "w:rt": hidden += 1
    case "w:t", "m:t": isInText = true
    case "w:p": openParagraph()
    case "w:pPr": paragraph.isInProperties = true
    case "w:r", "m:r": run = Run(isOpen: true)
    case "w:rPr" where run.isOpen: run.isInProperties = true
    case "w:txbxContent": openBox()
    case "w:fldChar": fields.take(values["w:fldCharType"])
    case "w:instrText": fields.isInCode = true
    case "w:sdt": controls.append(false)
    case "w:showingPlcHdr": if !controls.isEmpty { controls[controls.count - 1] = true }
    case "w:sdtContent": if controls.last == true { hidden += 1 }
    case "w:altChunk": left.note(.embedded, at: lines.lineNumber)
    case "o:OLEObject": left.note(object: values["ProgID"], at: lines.lineNumber)
    default: openOther(name, values)
    }
  }

  private func openOther(_ name: String, _ values: [String: String]) {
    switch name {
    case "w:tbl": lines.openTable()
    case "w:tr": lines.openRow()
    case "w:tc": lines.openCell()
    case "w:gridBefore": skipCells(values["w:val"])
    case "w:gridSpan": lines.span(columns: Int(values["w:val"] ?? "") ?? 1)
    case "w:vMerge": if values["w:val"] != "restart" { lines.repeatAbove() }
    case "w:tab" where run.isOpen, "w:ptab": add(Sign.space)
    case "w:br", "w:cr": if isShown { lines.breakLine() }
    case "w:noBreakHyphen": add(Sign.dash)
    case "w:sym": if let sign = UInt32(values["w:char"] ?? "", radix: 16) { add(sign) }
    default: break
    }
  }

  /// A property of the paragraph or the run at hand.
  private func property(_ name: String, _ value: String?) {
    switch name {
    case "w:numId": paragraph.number = value
    case "w:ilvl": paragraph.level = WordNumbering.level(value)
    case "w:pStyle": paragraph.style = value
    case "w:rStyle": if run.isInProperties { run.style = value }
    case "w:vanish": if run.isInProperties { run.isHidden = WordSwitch.isOn(value) }
    case "w:del", "w:moveFrom": paragraph.isOpenEnded = !run.isInProperties
    default: break
    }
  }

  private func close(_ name: String) {
    if WordSwitch.holdsOldProperties(name) {
      changes = max(0, changes - 1)
      return
    }
    guard changes == 0 else { return }
    switch name {
    case "w:pPr": paragraph.isInProperties = false
    case "w:rPr": run.isInProperties = false
    case _ where paragraph.isInProperties || run.isInProperties: break
    case "w:del", "w:moveFrom", "mc:Fallback", "w:rt": hidden = max(0, hidden - 1)
    case "w:t", "m:t":
      isInText = false
      flush()
    case "w:r", "m:r": run = Run()
    case "w:p": closeParagraph()
    case "w:txbxContent": closeBox()
    case "w:instrText":
      fields.code(String(decoding: bytes, as: UTF8.self))
      bytes = []
    case "w:sdtContent": if controls.last == true { hidden = max(0, hidden - 1) }
    case "w:sdt": _ = controls.popLast()
    case "w:tc": lines.closeCell()
    case "w:tr": lines.closeRow()
    case "w:tbl": lines.closeTable()
    default: break
    }
  }

  private func skipCells(_ count: String?) {
    for _ in 0..<min(max(0, Int(count ?? "") ?? 0), 30) {
      lines.openCell()
      lines.closeCell()
    }
  }

  // MARK: Text

  /// Whether text at this place is printed; hidden text is told once for the place.
  private var isShown: Bool { hidden == 0 && !fields.isHidden && !isVanished }

  private var isVanished: Bool {
    run.isHidden
      ?? (styles.isHidden(run.style) || styles.isHidden(paragraph.style ?? styles.usual))
  }

  private func take(_ more: [UInt8]) {
    if isInText && hidden == 0 && !fields.isHidden || fields.isInCode { bytes += more }
  }

  private func flush() {
    defer { bytes = [] }
    guard !bytes.isEmpty, hidden == 0, !fields.isHidden else { return }
    let words = String(decoding: bytes, as: UTF8.self)
    guard !isVanished else { return left.note(hidden: words, at: lines.lineNumber) }
    mark()
    for scalar in words.unicodeScalars { lines.add(scalar.value) }
  }

  private func add(_ scalar: UInt32) {
    guard isShown else { return }
    mark()
    lines.add(scalar)
  }

  // MARK: Paragraphs

  private func openParagraph() {
    // Only a paragraph that was closed begins anew; one that goes on has its number already.
    paragraph = Paragraph(hasMarked: paragraph.isOpenEnded && paragraph.hasMarked)
  }

  private func closeParagraph() {
    run = Run()
    guard !paragraph.isOpenEnded else { return }
    // An empty paragraph with a number is printed, and counted.
    if hidden == 0, !fields.isHidden, !paragraph.hasMarked { _ = numberAtHand() }
    fields.endParagraph()
    if !hasBegun { hasBegun = isNumbered(lines.current) }
    lines.endParagraph()
    if outer.isEmpty, lines.isOutside, !hasBegun { placeBoxes() }
  }

  private func isNumbered(_ line: Scalars) -> Bool {
    let start = line.trimmed(0..<line.count).lowerBound
    return Marker.read(line, at: start, limit: line.count) != nil
  }

  /// Boxes of the head (the number of the document, the title) are read where they stand.
  private func placeBoxes() {
    for box in boxes {
      lines.add(lines: box)
      hasBegun = hasBegun || box.split(separator: Sign.newline).contains { isNumbered(Scalars($0)) }
    }
    boxes = []
  }

  /// The numbering that Word would print, before the first sign of the paragraph.
  private func mark() {
    guard !paragraph.hasMarked else { return }
    paragraph.hasMarked = true
    guard let number = numberAtHand(), !number.isEmpty else { return }
    hasBegun = true
    for scalar in number + [Sign.space] { lines.add(scalar) }
  }

  private func numberAtHand() -> Scalars? {
    let own = styles.numbering(of: paragraph.style ?? styles.usual)
    guard let number = paragraph.number ?? own?.number, number != "0" else { return nil }
    let styled = own?.level ?? own.map { numbering.level(of: $0.style, in: number) }
    return numbering.next(number, level: paragraph.level ?? styled ?? 0)
  }

  // MARK: Text boxes

  private func openBox() {
    outer.append(Frame(lines: lines, paragraph: paragraph, run: run, fields: fields))
    let total = lines.total
    (lines, paragraph, run, fields) = (LineGatherer(), Paragraph(), Run(), WordFields())
    lines.total = total
  }

  private func closeBox() {
    guard let frame = outer.popLast() else { return }
    let box = lines.finish()
    let total = lines.total
    defer { lines.total = total }
    (lines, paragraph, run, fields) = (frame.lines, frame.paragraph, frame.run, frame.fields)
    guard hidden == 0, box.contains(where: { !$0.isBlank && $0 != Sign.newline }) else { return }
    boxes.append(box)
  }
}
