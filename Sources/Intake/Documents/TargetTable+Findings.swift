import Reform

/// What of the tables of targets is told.
extension TargetTable {
  var findings: [Finding] { [ofUnits, ofCells].compactMap(\.self) + ofYears }

  private func place(_ cell: Range<Int>) -> Finding.Source {
    let (line, column) = scan.source.position(of: Int(scan.joined.origins[cell.lowerBound]))
    return .init(line: line, column: column)
  }

  /// Who answers for indicators is kept nowhere yet: it is told once.
  private var ofUnits: Finding? {
    guard let first = unkept.first else { return nil }
    var finding = Finding(
      "units-of-targets", .warning,
      Phrase(
        "指标表写有责任单位；指标只记数值，单位没有记入，请在相应任务里补填。",
        "The table of targets names units; only its figures are kept. Enter the units where they belong."
      ),
      at: place(first.units))
    var names: [String] = []
    for (metric, units) in unkept.prefix(200) {
      // 县域内就诊率：市卫健委
      let name = (metric.map { scan.joined.text($0) + "：" } ?? "") + scan.joined.text(units)
      if !names.contains(name) { names.append(name) }
    }
    finding.words = names.prefix(40).joined(separator: "；")
    return finding
  }

  /// Cells that hold no figure that can be read surely.
  private var ofCells: Finding? {
    guard let first = unread.first else { return nil }
    var finding = Finding(
      "cell-not-taken", .warning,
      Phrase(
        "指标表里这些格没有读准（不是数、有别的话，或不知道是哪个指标的），没有记入，请补填。",
        "These cells of the table of targets could not be read surely (no number, other words, or of no known "
          + "indicator). They were not taken; please enter them."),
      at: place(first.cell))
    var words: [String] = []
    for (metric, cell) in unread.prefix(200) {
      let part = (metric.map { scan.joined.text($0) + "：" } ?? "") + scan.joined.text(cell)
      if !words.contains(part) { words.append(part) }
    }
    finding.words = words.prefix(40).joined(separator: "；")
    return finding
  }

  /// A column of the year of issue, or of years of a document without a day.
  private var ofYears: [Finding] {
    askedAll.prefix(20).map { head in
      var finding = Finding(
        "base-or-target", .warning,
        Phrase(
          "看不出这一栏是现状还是目标（年份与成文年份相同，或早于成文年份，或没有成文日期），请核对指标的基数和目标。",
          "Whether this column is the state or a target is not sure (its year is that of issue or before it, or no "
            + "day of signature was found). Please check base and target."),
        at: place(head))
      finding.words = scan.joined.text(head)
      return finding
    }
  }
}
