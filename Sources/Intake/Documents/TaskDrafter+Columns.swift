import Reform

/// Columns of a table of tasks beside the task itself: where it is done, and what it is to reach.
extension TaskDrafter {
  private static let exceptions = WordTrie(["除", "不含", "不包括", "不包含", "以外", "之外", "不纳入", "暂缓", "暂不"])

  // MARK: Where

  mutating func takePlaces(of row: AnnexTable.Row, into draft: inout ClauseDraft) {
    for (head, cell) in row.places {
      let read = PlaceReader.read(cell, skipping: [], region: self.head.region, places, scan)
      findings += read.findings
      let tells = read.findings.contains { $0.check == "excepted-place" }
      if !tells, scan.contains(Self.exceptions, in: cell) {
        findings.append(
          scan.finding(
            "excepted-place", "这一栏写有除外的地区，没有记作点名地区，请核对这项任务由哪些地区承担。",
            "This column excepts places; none of them was taken. Please check where the task is to be done.",
            at: cell))
        continue
      }
      let role = Self.role(of: head)
      for (value, words) in read.places
      where !draft.places.contains(where: { $0.value.code == value.code }) {
        let place = NamedPlace(value.code, value.role == .named ? role : value.role)
        draft.places.append(Witnessed(place, scan.evidence(words, in: row.range)))
      }
      if !tells, !isWhole(cell, head) { tellPlaces(head, cell) }
    }
  }

  /// What places are named for by the head of their column (试点城市).
  private static func role(of head: String) -> NamedPlace.Role {
    let words = scalars(head)
    return words.indices.lazy.compactMap { PlaceWords.roles.match(words, at: $0)?.value }.first
      ?? .named
  }

  private static let plainWords = WordTrie([
    "全省", "全市", "全县", "全区", "全国", "全州", "全盟", "全域", "全自治区", "各省", "各市", "各州", "各盟", "各县", "各区",
    "各地", "各旗", "所有",
    "各级", "设区市", "地级以上市", "统筹地区", "统筹区", "地区", "市州", "州市", "盟市", "市县", "县区", "旗县", "县域", "省份",
    "自治区", "兵团", "市", "县", "区",
    "州", "盟", "旗", "省", "和", "及", "与", "等", "试点", "先行", "率先", "示范", "城市", "范围", "级", "以上", "全部",
    "、", ",", ";", "(", ")",
    "[", "]", ".", "。", "各", "/", "-", ":", "省级", "市级", "县级", "省本级", "市本级", "本级", "直管",
  ])

  /// Whether a cell says nothing but names of places, or that all are meant.
  private func isWhole(_ cell: Range<Int>, _ head: String) -> Bool {
    var index = cell.lowerBound
    var rest: Scalars = []
    while index < cell.upperBound {
      if let name = places.trie.match(scan.chars, at: index, limit: cell.upperBound) {
        index += name.length
      } else if let word = Self.plainWords.match(scan.chars, at: index, limit: cell.upperBound) {
        index += word.length
      } else {
        rest.append(scan.chars[index])
        index += 1
      }
    }
    // 全省公立医院 below 实施范围 names no places at all.
    let isRange = head.hasSuffix("范围") && !rest.contains(where: \.isDigit)
    return rest.isEmpty || isRange
  }

  private mutating func tellPlaces(_ head: String, _ cell: Range<Int>) {
    findings.append(
      scan.finding(
        "place-not-taken", "“\(head)”一栏里还有没读作地区的话，请核对这项任务由哪些地区承担。",
        "Under “\(head)” stand words that were not read as places. Please check where the task is to be done.",
        at: cell))
  }

  // MARK: What it is to reach

  mutating func takeAims(
    of row: AnnexTable.Row, body: Range<Int>, into draft: inout ClauseDraft
  ) {
    for (head, cell) in row.aims where scan.chars[cell].contains(where: \.isDigit) {
      if let figure = CellFigure.read(Scalars(scan.chars[cell])), figure.isWhole {
        take(figure, cell, row, head, &draft)
      } else {
        readAim(cell, row, body: body, head, &draft)
      }
    }
  }

  /// ≥90% beside 中医馆覆盖率: the task names what is measured.
  private mutating func take(
    _ figure: CellFigure, _ cell: Range<Int>, _ row: AnnexTable.Row, _ head: String,
    _ draft: inout ClauseDraft
  ) {
    let title = row.title
    let isMeasure = [TargetWords.sharesNamed, TargetWords.measures].contains { words in
      words.matchBackwards(scan.chars, before: title.upperBound, from: title.lowerBound) != nil
    }
    guard isMeasure else {
      // What the reader of text doubts is told with the row.
      let doubts = TargetReader.read(
        cell, skipping: [], deadlines: [], issued: self.head.issued, scan
      ).doubts
      return doubts.isEmpty ? tellAim(head, [cell]) : ()
    }
    let target = TaskTarget(
      metric: Phrase(scan.name(title) + figure.change, ""), op: figure.op, value: figure.value,
      upper: figure.upper, unit: figure.unit)
    draft.targets.append(Witnessed(target, scan.evidence(cell, in: row.range)))
  }

  private mutating func readAim(
    _ cell: Range<Int>, _ row: AnnexTable.Row, body: Range<Int>, _ head: String,
    _ draft: inout ClauseDraft
  ) {
    let days = DeadlineReader.read(body: cell, skipping: [], scan, issued: self.head.issued)
      .deadlines
    let read = TargetReader.read(
      cell, skipping: days.map(\.range), deadlines: days, issued: self.head.issued, scan)
    // Between two columns of the task it was read with them.
    if !body.overlaps(cell) {
      var placed = TargetPlaces(scan, places, region: self.head.region)
      draft.targets += placed.all(read.targets, in: cell).map { target in
        Witnessed(target.value, scan.evidence(target.range, in: row.range))
      }
      findings += TargetDoubts.placed(placed.doubts, scan)
      if draft.deadlines.isEmpty, row.times.isEmpty {
        draft.deadlines = days.map { Witnessed($0.value, scan.evidence($0.range, in: row.range)) }
      }
    }
    let known = days.map(\.range) + read.targets.map(\.range) + read.doubts
    tellAim(
      head,
      parts(of: cell).filter { part in
        part.contains { index in
          scan.chars[index].isDigit && !known.contains { $0.contains(index) }
        }
      })
  }

  private func parts(of cell: Range<Int>) -> [Range<Int>] {
    scan.chars[cell].indices.split { index in
      scan.chars[index].endsSentence || scan.chars[index] == Sign.comma
    }.compactMap { part in part.first.flatMap { first in part.last.map { first..<$0 + 1 } } }
  }

  private mutating func tellAim(_ head: String, _ cells: [Range<Int>]) {
    guard let first = cells.first else { return }
    var finding = scan.finding(
      "figure-not-taken", "“\(head)”一栏的数没有读出，没有记入，请补填。",
      "What stands under “\(head)” could not be read and was not taken; please enter it.", at: first
    )
    finding.words = cells.prefix(40).map { scan.name($0) }.joined(separator: "；")
    findings.append(finding)
  }
}
