import Reform

/// The years of a table against each other, against its titles, and against the one asked for.
extension TableReader {
  /// Of a table of several years only the one that was asked for is taken.
  mutating func leaveOtherYears() {
    let years = Set(rows.flatMap { $0.periods.keys })
    guard let asked = scene.asked, years.contains(asked), years.count > 1 else { return }
    var left = 0
    for index in rows.indices {
      for (year, numbers) in rows[index].periods where year != asked && year > 0 {
        left += numbers.values.count
        rows[index].periods[year] = nil
      }
    }
    guard left > 0 else { return }
    let list = years.filter { $0 != asked && $0 > 0 }.sorted().map(String.init)
    findings.append(
      FigureCheck.wrongYear.finding(
        "另有 \(list.joined(separator: "、")) 年的数 \(left) 个，没有读入（--year \(asked)）。",
        "\(left) numbers of \(list.joined(separator: ", ")) were not read (--year \(asked)).",
        at: at(layout.firstRow - 1), words: list.first, severity: .note))
  }

  mutating func checkYears() {
    let years = Set(rows.flatMap { $0.periods.keys })
    if years.contains(0) { findings.append(noYear()) }
    for year in years.sorted() where year > 0 && year < BookDays.all.lowerBound.year {
      findings.append(tooEarly(year))
    }
    checkTitles(years)
    guard let asked = scene.asked else {
      if let late = lateForm() { findings.append(late) }
      return
    }
    let own = scene.isYearOfName || !usesTitleYear ? [] : scene.year.map { [$0] } ?? []
    for year in Set(years.union(own)).sorted() where year != asked && year > 0 {
      findings.append(
        FigureCheck.wrongYear.finding(
          "表里写的是 \(year) 年，要导入的是 \(asked) 年；请换成 \(asked) 年的表，或改 --year。",
          "The table is of \(year), what is to be imported of \(asked); take the right table, or change "
            + "--year.", at: year == scene.year ? scene.yearAt : at(layout.firstRow - 1),
          words: "\(year)"))
    }
  }

  /// A year before those of the ledger, where it is written: in a heading, a row or a title.
  private func tooEarly(_ year: Int) -> Finding {
    let first = BookDays.all.lowerBound.year
    let head = numbered.first { $0.head.period.year == year }.map { headAt($0.column) }
    let row = rows.first { $0.periods[year] != nil && !yearColumns.isEmpty }
    let place = head ?? row.map { at($0.number, yearColumns.first) } ?? scene.yearAt
    return FigureCheck.wrongYear.finding(
      "\(year) 年早于 \(first) 年，台账不登记；请改正年份。",
      "\(year) lies before \(first), and nothing is entered for it; mend the year.", at: place,
      words: "\(year)")
  }

  private func noYear() -> Finding {
    if let month = scene.loneMonth { return PartWords.lone(month) }
    if let several = scene.severalYears {
      let list = several.value.map(String.init)
      return FigureCheck.noYear.finding(
        "标题里有 \(list.joined(separator: "、")) 几个年份，不知道数是哪一年的；请在各列表头写明年份\(option.zh)。",
        "The title names \(list.joined(separator: ", ")); say in each heading which year it is\(option.en).",
        at: several.at)
    }
    return FigureCheck.noYear.finding(
      "不知道是哪一年的数据；请在标题里写明年份（2023年）\(option.zh)。",
      "No year is given; name it in the title (2023)\(option.en).",
      at: at(layout.firstRow - 1, layout.columns.keys.min() ?? 1))
  }

  /// The way out that only a command has.
  private var option: Phrase {
    intake.isOnScreen ? Phrase("", "") : Phrase("，或用 --year 指定", ", or with --year")
  }

  /// Two places that name different years are asked about.
  private mutating func checkTitles(_ years: Set<Int>) {
    if scene.key != nil {
      if let other = scene.otherYear, let year = scene.year {
        findings.append(
          FigureCheck.wrongYear.finding(
            "这张表是 \(year) 年的模板，标题却写 \(other.value) 年；请用 \(other.value) 年的模板填报。",
            "This form was made for \(year), its title says \(other.value); use the form of "
              + "\(other.value).", at: other.at, words: "\(other.value)"))
      }
      return
    }
    guard usesTitleYear else {
      if let year = scene.year, !scene.isYearOfName, !years.isEmpty, !years.contains(year),
        !years.contains(0)
      {
        let list = years.sorted().map(String.init)
        findings.append(
          FigureCheck.wrongYear.finding(
            "标题写的是 \(year) 年，表里却是 \(list.joined(separator: "、")) 年；读入的是表里的年份，请核对。",
            "The title says \(year), the table \(list.joined(separator: ", ")), which was taken; check it.",
            at: scene.yearAt, words: "\(year)", severity: .warning))
      }
      return
    }
    guard let year = scene.year else { return }
    if let other = scene.otherYear {
      let first = scene.yearAt.cell ?? scene.yearAt.sheet.map { "“\($0)”" } ?? ""
      let second = other.at.cell ?? other.at.sheet.map { "“\($0)”" } ?? ""
      findings.append(
        FigureCheck.wrongYear.finding(
          "\(first) 写的是 \(year) 年，\(second) 写的是 \(other.value) 年；请改成一致后再导入。",
          "\(first) says \(year), \(second) says \(other.value); make them agree and import again.",
          at: other.at, words: "\(other.value)"))
    } else if let other = scene.otherNameYear, scene.asked == nil {
      findings.append(
        FigureCheck.wrongYear.finding(
          "标题写的是 \(year) 年，文件名却是 \(other) 年；读入为 \(year) 年，请核对。",
          "The title says \(year), the file's name \(other); \(year) was taken, check it.",
          at: scene.yearAt, words: "\(other)", severity: .warning))
    } else if scene.isYearOfName, scene.asked == nil, scene.filePart == nil {
      findings.append(
        FigureCheck.wrongYear.finding(
          "表里没有写年份，只有文件名“\(scene.file)”里有 \(year) 年；读入为 \(year) 年，请核对。",
          "The table names no year, only the file's name “\(scene.file)” has \(year), which was taken; check "
            + "it.", at: scene.yearAt, words: "\(year)", severity: .warning))
    }
  }
}
