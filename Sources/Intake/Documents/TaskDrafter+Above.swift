import Reform

/// Notes that say 同上 in the place of units or a day.
extension TaskDrafter {
  private static let dittos = Set(["同上", "〃", "同前"].map(scalars))

  static func saysAsAbove(_ field: Range<Int>, _ scan: Scan) -> Bool {
    dittos.contains(Scalars(scan.chars[field]))
  }

  /// The units of the clause before: those of the same part, or all where none has it.
  mutating func takeAbove(
    _ role: Responsible.Role, _ draft: inout ClauseDraft, at words: Range<Int>
  ) {
    let all = above?.departments.map(\.value) ?? []
    let same = all.filter { $0.role == role }
    let (line, column) = scan.position(words.lowerBound)
    for unit in role == .responsible || same.isEmpty ? all : same
    where !draft.departments.contains(where: { $0.value == unit }) {
      draft.departments.append(
        Witnessed(unit, Evidence(start: 0, end: 0, line: line, column: column)))
    }
    guard all.isEmpty else { return }
    findings.append(
      scan.finding(
        "unknown-department", "写着“同上”，但上面没有单位，请补填。",
        "It says “as above”, and no unit stands above; please enter it.", at: words))
  }

  /// Who is charged in a sentence beside the note that was taken: 由市财政局负责 is told.
  mutating func noteOthers(_ draft: ClauseDraft, in range: Range<Int>, _ skips: [Range<Int>]) {
    let known = draft.departments.map(\.value.name)
    let charged =
      DutySentences.find(in: range, scan, units) + DutySentences.callsUpon(in: range, scan, units)
    var names: [String] = []
    var first: Range<Int>?
    for duty in charged where !skips.contains(where: { $0.overlaps(duty) }) {
      let read = DepartmentReader.read(duty, scan, units, places)
      for (unit, words) in read.units
      where !known.contains(where: { $0.contains(unit.name) || unit.name.contains($0) }) {
        first = first ?? words
        if !names.contains(unit.name) { names.append(unit.name) }
      }
    }
    guard let first else { return }
    var finding = scan.finding(
      "unit-in-text", "正文里还写明这些单位要做事，没有记入，请核对。",
      "The sentence charges these units too; they were not taken. Please check.", at: first)
    finding.words = names.prefix(40).joined(separator: "、")
    findings.append(finding)
  }
}
