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
  mutating func hearRemarks(_ row: SheetRow) {
    for cell in row.cells where cell.column != placeColumn && layout.scope.contains(cell.column) {
      guard case .text(let text) = cell.value, text.count > 1 else { continue }
      switch layout.columns[cell.column] {
      case .note, .unknown, .passed(nil), nil:
        remark(BasisWords.said(text, below: layout.paths[cell.column]), at(row.number, cell.column))
      default: break
      }
    }
  }

  mutating func remark(_ text: String, _ place: SourcePlace) {
    remarks[text, default: (place, 0)].count += 1
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
    let found = BasisWords.found(in: text, stand, isOfCounties: isOfCounties, indicators)
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
    // What the title calls made up is marked so.
    let found = otherNumbers(indicators).found(in: text, stand).filter {
      scene.madeUpAt == nil || !$0.contains("示例")
    }
    guard !found.isEmpty else { return }
    let words = found.joined(separator: "，")
    let years = Set(rows.flatMap { $0.periods.keys }).filter { $0 > 0 }.sorted().map(String.init)
    findings.append(
      FigureCheck.otherBasis.finding(
        "这里写有“\(words)”\(more.0)，数却读作各地区 \(years.joined(separator: "、")) 年全部的实际数；请核对。",
        "Here it says “\(words)”\(more.1), and the numbers were read as all that the places had in "
          + "\(years.joined(separator: ", ")); check it.", at: place, words: words))
  }

  private func otherNumbers(_ indicators: [Indicator]) -> OtherNumbers {
    let uses = layout.columns.values.compactMap { meaning -> ColumnReading.Use? in
      if case .passed(let use) = meaning { use } else { nil }
    }
    let years = Set(rows.flatMap { $0.periods.keys })
    return OtherNumbers(indicators, beside: Set(uses), hasYears: years.count > 1)
  }

  private var isOfCounties: Bool {
    rows.allSatisfy { row in
      guard case .place(let place) = row.subject else { return true }
      return intake.places.divisions[place]?.level == .county
    }
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
      tellYear(of: NameKey.folded(piece), period, place)
      guard period.isPart, let words = period.spanWords else { continue }
      let isOfAll = Self.isOfNumbers(NameKey.folded(piece), period)
      if !isOfAll, period.isMonth || isRemark { continue }
      findings.append(isOfAll ? part(words, place) : mention(words, place))
    }
  }

  /// 以上为上半年数据, 1—9月数: said of the numbers, and not of something that happened.
  private static func isOfNumbers(_ piece: String, _ period: PeriodText) -> Bool {
    let subject = "以上|上表|本表|表[内中]|上述|所[列报填]|各项|均为|都是|数据[为是]|[为是系].{0,16}(?:数据?|累计)$"
    if let said = piece.range(of: subject, options: .regularExpression) {
      let span = period.spanWords.flatMap { piece.range(of: NameKey.folded($0)) }
      return span.map { said.lowerBound < $0.lowerBound } ?? true
    }
    let rest = period.rest.filter { !"():：.、注备说明年底末为是".contains($0) }
    return ["", "数", "数据", "累计", "累计数", "的数", "的数据", "仅", "只有", "只报", "统计", "报表", "快报"]
      .contains(rest)
  }

  /// Numbers of another year than the one that was read (泽州县为2022年数).
  private mutating func tellYear(of piece: String, _ period: PeriodText, _ place: SourcePlace) {
    let years = Set(rows.flatMap { $0.periods.keys })
    guard let year = period.year, !years.contains(year), !years.contains(0), piece.contains("数"),
      piece.range(of: "同比|较|比|增|减|对比|来源|起|以来", options: .regularExpression) == nil
    else { return }
    findings.append(
      FigureCheck.wrongYear.finding(
        "这里写有 \(year) 年的数，读入的却是 \(years.sorted().map(String.init).joined(separator: "、")) 年；请核对。",
        "Here numbers of \(year) are spoken of, and "
          + "\(years.sorted().map(String.init).joined(separator: ", ")) was read; check it.",
        at: place, words: "\(year)", severity: .warning))
  }

  /// A table that was sent before its year was over has no whole year.
  private mutating func tellSent(_ text: String, _ place: SourcePlace) {
    let pattern =
      "(?:填报|报送|制表|填表|上报|报出|打印|导出|报表)(?:日期|时间):?(20[0-9]{2})[年./-]([0-9]{1,2})(?:[月./-]([0-9]{1,2}))?"
    let folded = NameKey.folded(text)
    guard usesTitleYear, folded.contains("日期") || folded.contains("时间"),
      let range = folded.range(of: pattern, options: .regularExpression)
    else { return }
    let numbers = folded[range].split { !$0.isNumber }.compactMap { Int($0) }
    let years = Set(rows.flatMap { $0.periods.keys })
    guard numbers.count >= 2, years.contains(numbers[0]), numbers[1] < 12 || numbers.last != 31
    else { return }
    let words = String(folded[range])
    findings.append(
      FigureCheck.partOfYear.finding(
        "“\(words)”在 \(numbers[0]) 年内，那时全年的数还没有出来；读入的数当作全年，请核对。",
        "“\(words)” lies within \(numbers[0]), when the numbers of the whole year were not there yet; they "
          + "were taken for a whole year, check it.", at: place, words: words, severity: .warning))
  }

  private func part(_ words: String, _ place: SourcePlace) -> Finding {
    FigureCheck.partOfYear.finding(
      "这里写数据是“\(words)”的，不是全年；这些指标按年度收。全年数出来后再报；若本来就是全年数，请改掉“\(words)”。",
      "Here it says that the numbers are of “\(words)”, which is no whole year; these indicators are "
        + "collected by year. Send the whole year when it is there; if this is the whole year, mend the words.",
      at: place, words: words)
  }

  private func mention(_ words: String, _ place: SourcePlace) -> Finding {
    FigureCheck.partOfYear.finding(
      "表下的注写有“\(words)”；读入的数当作全年，请核对。",
      "The note below the table speaks of “\(words)”; the numbers were taken for a whole year, check "
        + "it.", at: place, words: words, severity: .warning)
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
      findings.append(lone(month, severity: number < 12 ? .error : .warning))
    }
    guard let part = scene.filePart, usesTitleSpan else { return }
    if isWritten, let month = scene.fileMonth {
      guard month.year.map(years.contains) ?? true, month.span != .month(12) else { return }
    }
    findings.append(
      FigureCheck.partOfYear.finding(
        isWritten
          ? "文件名“\(scene.file)”里有“\(part.value)”，表里写的是全年；读入的数当作全年，请核对。"
          : "表里没有写年份，文件名“\(scene.file)”里有“\(part.value)”：不是全年的数，等全年数出来再报；是全年的数，请在标题里写明年份，并改文件名。",
        isWritten
          ? "The file's name “\(scene.file)” has “\(part.value)”, the table a whole year; the numbers were "
            + "taken for a whole year, check it."
          : "The table names no year and the file's name “\(scene.file)” has “\(part.value)”; where the numbers "
            + "are of a whole year, name the year in the title and rename the file.",
        at: part.at, words: part.value, severity: isWritten ? .warning : .error))
  }

  /// That a month alone is not known to be that of the numbers or that of the report.
  func lone(
    _ month: TableScene.Saying<PeriodText>, severity: Finding.Severity = .error
  ) -> Finding {
    let words = (month.value.year.map { "\($0)年" } ?? "") + (month.value.spanWords ?? "")
    return FigureCheck.partOfYear.finding(
      "这里只写了“\(words)”：是数据的月份，就不是全年，等全年数出来再报；是制表的时间，请写成“制表时间：\(words)”，并在标题里写明数据是哪一年的。",
      "“\(words)” stands alone here: where it is the month of the numbers they are no whole year, to be sent "
        + "when that is there; where it is when the table was made, write 制表时间：\(words) and name the year of "
        + "the numbers in the title.", at: month.at, words: words, severity: severity)
  }
}
