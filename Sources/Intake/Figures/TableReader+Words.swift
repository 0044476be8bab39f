import Foundation
import Reform

/// What lines outside the heading say of the numbers: titles, notes below, remarks of rows.
extension TableReader {
  /// Keeps the texts of a row without numbers, to be looked at when the table is read.
  mutating func hear(_ row: SheetRow) {
    for cell in row.cells where layout.scope.contains(cell.column) {
      guard case .text(let text) = cell.value, text.count > 1 else { continue }
      notes.append(.init(value: text, at: at(row.number, cell.column)))
    }
  }

  /// Keeps what stands beside the numbers of a row: in 备注, or under no heading that is known.
  ///
  /// 市直 beside the row of an own level, or of a county, says nothing.
  mutating func hearRemarks(_ row: SheetRow, _ name: String) {
    let isWhole = isWhole(name)
    for cell in row.cells where cell.column != placeColumn && layout.scope.contains(cell.column) {
      guard case .text(let text) = cell.value, text.count > 1 else { continue }
      let said = BasisWords.said(text, below: layout.paths[cell.column])
      guard isWhole || !OwnLevelWords.are(cell: NameKey.folded(said)) else { continue }
      switch layout.columns[cell.column] {
      case .indicator where isGathering: break
      case .note, .unknown, .passed(nil), .indicator, nil:
        remark(said, at(row.number, cell.column))
      default: break
      }
    }
  }

  /// Asks about all that was heard, once for each text.
  mutating func tellWords() {
    guard !rows.isEmpty else { return }
    tellGroups()
    let read = Set(tally.lines.map(\.aim.indicator))
    let indicators = intake.names.book.all.filter { read.contains($0.id) }
    if scene.key == nil, let name = scene.sheet.name {
      let place = SourcePlace(file: scene.file, sheet: name)
      ask(name, place, 1, .title, indicators)
    }
    askAsides(indicators)
    for title in scene.titles where scene.key == nil {
      ask(title.value, title.at, 1, .title, indicators)
      tellSent(title.value, title.at)
    }
    let inOrder = remarks.sorted { ($0.value.at.row ?? 0) < ($1.value.at.row ?? 0) }
    for note in notes {
      ask(note.value, note.at, 1, .note, indicators)
      tellPeriod(of: note.value, note.at, isRemark: false)
      tellSent(note.value, note.at)
    }
    for (text, place) in inOrder {
      ask(text, place.at, place.count, .beside, indicators)
      tellPeriod(of: text, place.at, isRemark: true)
    }
    for comment in scene.sheet.comments
    where scene.key == nil && layout.scope.contains(comment.column) {
      let place = at(comment.row, comment.column)
      ask(comment.text, place, 1, .note, indicators)
      tellPeriod(of: comment.text, place, isRemark: true)
    }
    tellLongTitles()
  }

  /// What stands in the row of headings and heads no numbers (注：仅为县医院数).
  private mutating func askAsides(_ indicators: [Indicator]) {
    for (column, path) in layout.paths.sorted(by: { $0.key < $1.key })
    where scene.key == nil && watch.found[column] == nil {
      switch layout.columns[column] {
      case .unknown, .passed(nil), .note: break
      default: continue
      }
      ask(path.last ?? "", headAt(column), 1, .note, indicators)
    }
  }

  private mutating func ask(
    _ text: String, _ place: SourcePlace, _ count: Int, _ stand: Stand, _ indicators: [Indicator]
  ) {
    let levels = RowLevels(rows.compactMap(\.place), intake.places.divisions)
    let found = BasisWords.found(in: text, stand, of: levels, indicators)
    let more = count > 1 ? ("（同样的共 \(count) 处）", " (\(count) times)") : ("", "")
    guard !found.isEmpty else { return askOthers(text, place, more, stand, indicators) }
    let words = found.joined(separator: "，")
    let definitions = indicators.prefix(3).map {
      ("“\($0.short.zh)”的口径：\($0.definition.zh)", "“\($0.short.en)” is: \($0.definition.en) ")
    }
    findings.append(
      FigureCheck.otherBasis.finding(
        "这里写有“\(words)”\(more.0)，口径可能不同，或不是最后的数；\(definitions.map(\.0).joined())请核对。",
        "Here it says “\(words)”\(more.1), which may be another basis or not be final; "
          + definitions.map(\.1).joined() + "Check it.", at: place, words: words))
  }

  /// Asks about words by which the numbers may be other ones than those of the year.
  private mutating func askOthers(
    _ text: String, _ place: SourcePlace, _ more: (String, String), _ stand: Stand,
    _ indicators: [Indicator]
  ) {
    // The title of our own form speaks of its grey columns.
    guard stand != .title || !scene.isOwnForm else { return }
    let years = Set(rows.flatMap { $0.periods.keys })
    // What the title calls made up is marked so.
    let found = OtherNumbers(indicators, layout, years).found(in: text, stand).filter {
      scene.madeUpAt == nil || !$0.contains("示例")
    }
    guard !found.isEmpty else { return }
    findings.append(OtherNumbers.finding(found, more, years, place))
  }

  // MARK: Periods

  /// A note or remark that names a part of the year, or another year than the one that was read.
  private mutating func tellPeriod(of text: String, _ place: SourcePlace, isRemark: Bool) {
    let folded = NameKey.folded(text)
    guard folded.contains(where: { "年月季半".contains($0) }), folded.count <= 200,
      !TableWords.sent.contains(where: { folded.contains($0) })
    else { return }
    for piece in text.split(whereSeparator: { "。；;，,\n".contains($0) }).map(String.init) {
      let period = intake.period(piece)
      let years = Set(rows.flatMap { $0.periods.keys })
      if let other = PartWords.year(of: NameKey.folded(piece), period, years, place) {
        findings.append(other)
      }
      guard period.isPart, let words = period.spanWords else { continue }
      let isOfAll = PartWords.areOfNumbers(NameKey.folded(piece), period)
      if !isOfAll, period.isMonth || isRemark { continue }
      findings.append(isOfAll ? PartWords.part(words, place) : PartWords.mention(words, place))
    }
  }

  private mutating func tellSent(_ text: String, _ place: SourcePlace) {
    let years = Set(rows.flatMap { $0.periods.keys })
    guard usesTitleYear, let finding = PartWords.sent(text, years, place) else { return }
    findings.append(finding)
  }

  /// Texts above the table that are too long for a title may still name a part of the year.
  private mutating func tellLongTitles() {
    guard scene.part == nil, scene.key == nil else { return }
    for title in scene.titles where NameKey.folded(title.value).unicodeScalars.count > 80 {
      tellPeriod(of: title.value, title.at, isRemark: false)
    }
  }

  // MARK: The month of a report, and the file's name

  /// A month that stands alone above the table, and a part of the year in the file's name: neither
  /// decides, and where the numbers may be of it, it is not passed over.
  mutating func tellDoubtfulParts() {
    guard !rows.isEmpty, scene.part == nil, usesTitleYear else { return }
    let years = Set(rows.flatMap { $0.periods.keys })
    let isWritten = scene.year != nil && !scene.isYearOfName
    if let month = scene.loneMonth, case .month(let number) = month.value.span,
      years.contains(where: { $0 > 0 && $0 == month.value.year ?? $0 }), number < 12 || !isWritten
    {
      findings.append(PartWords.lone(month, severity: number < 12 ? .error : .warning))
    }
    guard let part = scene.filePart, usesTitleSpan else { return }
    if isWritten, let month = scene.fileMonth {
      guard month.year.map(years.contains) ?? true, month.span != .month(12) else { return }
    }
    findings.append(PartWords.named(part, scene.file, isWritten: isWritten))
  }
}
