import Reform

/// The places of a clause, and whether what it says holds for all of them.
extension TaskDrafter {
  mutating func readPlaces(
    _ draft: inout ClauseDraft, body: Range<Int>, skips: [Range<Int>], clause: Range<Int>
  ) {
    let read = PlaceReader.read(
      body, skipping: skips, region: head.region, places, scan)
    findings += read.findings
    for (value, words) in read.places
    where !draft.places.contains(where: { $0.value.code == value.code }) {
      draft.places.append(Witnessed(value, scan.evidence(words, in: clause)))
    }
    switch PlaceList.acting(read.places.map(\.range), in: body, places, scan) {
    case .others: break
    case .named: draft.placesAct = true
    case .alsoAll(let all):
      findings.append(
        scan.finding(
          "then-everywhere", "这里既写点名地区要做什么，也写所有地区（或全省、全市）要做什么；请核对落实层级、时限和指标。",
          "This says both what the places named and what all places are to do; please check the level, the "
            + "deadline and the targets.", at: all))
    }
  }

  /// 衡阳市6月底前完成，永州市9月底前完成: a day of each holds for all places of a task, and is asked about.
  mutating func noteDaysOfPlaces(_ draft: ClauseDraft, in range: Range<Int>) {
    guard draft.places.count > 1, draft.deadlines.count > 1 else { return }
    let text = Array(draft.text.unicodeScalars)
    func ends(_ between: Range<Int>) -> Bool {
      between.clamped(to: text.indices).contains { "。；;\n".unicodeScalars.contains(text[$0]) }
    }
    func days(_ near: (Evidence, Evidence) -> Range<Int>?) -> [Set<Division.Code>] {
      var found: [Int: Set<Division.Code>] = [:]
      for place in draft.places {
        let at = place.evidence
        let nearest = draft.deadlines.indices.compactMap { index in
          near(at, draft.deadlines[index].evidence).map { (index, $0) }
        }.min { $0.1.count < $1.1.count }
        if let nearest, !ends(nearest.1) { found[nearest.0, default: []].insert(place.value.code) }
      }
      return Array(found.values)
    }
    let behind = days { $1.start >= $0.end ? $0.end..<$1.start : nil }
    let before = days { $1.end <= $0.start ? $1.end..<$0.start : nil }
    guard Set(behind).count > 1 || Set(before).count > 1 else { return }
    var finding = scan.finding(
      "days-by-place", "这里不同地区的时限不同，记入的时限对点名的地区都算；请核对，必要时拆成几项任务。",
      "Different places have different days here, and those taken hold for all places named; please check, and "
        + "make several tasks of it where needed.", at: range)
    finding.words = draft.deadlines.prefix(12).map { deadline in
      String(
        String.UnicodeScalarView(
          text[(deadline.evidence.start..<deadline.evidence.end).clamped(to: text.indices)]))
    }.joined(separator: "、")
    findings.append(finding)
  }
}
