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
}
