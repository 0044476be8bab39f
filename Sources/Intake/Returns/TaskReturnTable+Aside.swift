import Reform

/// What is written in a returned form where it is not read.
extension TaskReturnTable {
  /// A filled cell that was made one with those below it belongs to none of the rows.
  mutating func tellMerged(_ row: SheetRow) {
    for column in Column.allCases where column.isFilled && value(row, column) != nil {
      guard let number = header.columns[column],
        let area = sheet.merges.area(row: row.number, column: number), area.rows.count > 1
      else { continue }
      let ends = [area.rows.lowerBound, area.rows.upperBound].map {
        SourcePlace(row: $0, column: number).cell ?? ""
      }
      find(
        .mergedCells, "\(ends[0]):\(ends[1]) 是合并单元格，不知道是哪几行的；请取消合并，逐行填写。",
        "\(ends[0]):\(ends[1]) is merged, and of which rows it is is not known; unmerge it and fill in each row.",
        at(row, column))
    }
  }

  /// A printed status that was changed with no white one, and words behind the form; whether any was told.
  mutating func tellAside(_ row: SheetRow, isFilled: Bool) -> Bool {
    let before = findings.count
    if value(row, .status) == nil, let now = words(row, .standing), let printed = printed(of: row),
      Self.status(now) != printed
    {
      let was = FieldWords.status(printed)
      find(
        .changedGrey, "“台账状态”是灰色的，改了不读入（原来是“\(was.zh)”，现在是“\(now)”）；状态有变的请填“状态（填）”，没有变的请恢复。",
        "The status in the ledger is grey, and a change there is not read (it was “\(was.en)”, now “\(now)”); write "
          + "under Status now what has changed, or put it back.", at(row, .standing))
    }
    tellUnknown(row)
    let last = header.columns.values.max() ?? 0
    if let cell = row.cells.first(where: { $0.column > last && text($0.value) != nil }) {
      let (letters, words) = (SourcePlace.letters(cell.column), text(cell.value) ?? "")
      findings.append(
        LineReportCheck.besideForm.finding(
          "\(letters) 列在表外，写的“\(words)”没有读入；请移到白色单元格，或删去。",
          "Column \(letters) stands beside the form, and “\(words)” was not read; move it into a white cell, or take "
            + "it out.",
          at: SourcePlace(file: file, sheet: sheet.name, row: row.number, column: cell.column),
          severity: isFilled ? .note : .error))
    }
    return findings.count > before
  }

  /// Words in a row that is of no task: a note below the lines is not read, which is told; whether it was.
  mutating func tellLoose(_ row: SheetRow) -> Bool {
    let said = row.cells.compactMap { text($0.value) }.joined(separator: " ")
    let id = words(row, .task) ?? ""
    guard words(row, .place) == nil, Self.areWords(said), id.isEmpty || Self.areWords(id) else {
      return false
    }
    findings.append(
      LineReportCheck.besideForm.finding(
        "这一行不是表里的任务，写的“\(said)”没有读入；请写到各任务的白色单元格，或删去。",
        "This row is no task of the form, and “\(said)” was not read; write it into the white cells of its tasks, or "
          + "take it out.",
        at: SourcePlace(
          file: file, sheet: sheet.name, row: row.number, column: row.cells.first?.column),
        severity: Self.isSignature(said) ? .note : .error))
    return true
  }

  private static func areWords(_ text: String) -> Bool {
    text.contains { $0.isWhitespace || ("\u{4E00}"..."\u{9FFF}").contains($0) }
  }

  /// Who sends the form, and pages: nothing that a task would lack.
  private static func isSignature(_ text: String) -> Bool {
    NameKey.folded(text).range(
      of: "^\\(?(?:填报|填表|制表|审核|复核|单位|负责人|分管|联系|日期|电话|盖章|公章|第[0-9一二三四五六七八九十]+页|共[0-9]+页)",
      options: .regularExpression) != nil
  }

  /// Words under a heading that is none of the form, or is there twice; of each column the first.
  private mutating func tellUnknown(_ row: SheetRow) {
    let known = Set(header.columns.values)
    for cell in row.cells where cell.column < known.max() ?? 0 && !known.contains(cell.column) {
      guard let words = text(cell.value), told.insert(cell.column).inserted else { continue }
      let letters = SourcePlace.letters(cell.column)
      let head = sheet.rows[header.next - 1][cell.column].flatMap { text($0) } ?? ""
      findings.append(
        LineReportCheck.besideForm.finding(
          "\(letters) 列的表头“\(head)”不是这张表的，或者重复了，写的“\(words)”没有读入；请恢复原来的表头，或把内容移到白色单元格。",
          "The heading “\(head)” of column \(letters) is none of the form or there twice, and “\(words)” was not read; "
            + "put the heading back, or move the words into a white cell.",
          at: SourcePlace(file: file, sheet: sheet.name, row: row.number, column: cell.column),
          severity: .error))
    }
  }

  /// The status that the form printed in a row, by its number.
  private func printed(of row: SheetRow) -> Status? {
    guard let number = words(row, .number).flatMap(Int.init), let printed = key?.lines[number],
      printed.line.task == words(row, .task)
    else { return nil }
    return printed.status
  }
}
