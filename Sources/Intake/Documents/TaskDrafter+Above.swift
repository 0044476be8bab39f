import Reform

/// Notes that say 同上 in the place of units or a day.
extension TaskDrafter {
  /// Who is charged in a sentence of a section that sets a day (由自治区医保局牵头推进).
  mutating func takeDuties(in range: Range<Int>, into draft: inout ClauseDraft) {
    for duty in DutySentences.find(in: range, scan, units) {
      for (unit, words) in DepartmentReader.read(duty, scan, units, places).units
      where !draft.departments.contains(where: { $0.value == unit }) {
        draft.departments.append(Witnessed(unit, scan.evidence(words, in: range)))
      }
    }
  }

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
    for kind in DutySentences.placesActing(in: range, scan, units)
    where !skips.contains(where: { $0.overlaps(kind) }) {
      let name = scan.name(kind)
      guard !known.contains(where: { $0.contains(name) || name.contains($0) }) else { continue }
      first = first ?? kind
      if !names.contains(name) { names.append(name) }
    }
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

  /// Places among the units of a note or a row, which answer as their governments do (责任单位：宁波市、温州市人民政府).
  ///
  /// In a row that names offices beside them (省医保局，太原、阳泉市) they are where these act.
  mutating func takeNamed(
    _ read: [DepartmentReader.Reading], into draft: inout ClauseDraft, role: NamedPlace.Role,
    in range: Range<Int>, ofRow isRow: Bool = false
  ) {
    for reading in read {
      let hasOffices = isRow && reading.units.contains { government(of: $0.range) == nil }
      for place in reading.places where !(hasOffices && place.role == .responsible) {
        let unit = Responsible(scan.name(place.range), role: place.role)
        guard !draft.departments.contains(where: { $0.value == unit }) else { continue }
        draft.departments.append(Witnessed(unit, scan.evidence(place.range, in: range)))
      }
    }
    let alone = read.flatMap(\.places).filter { isOther($0.name) }
    guard let first = alone.first else { return }
    let governments = read.flatMap(\.units).compactMap { government(of: $0.range) }
    addPlaces(alone.map { ($0.name, $0.range) } + governments, to: &draft, role: role, in: range)
    var finding = scan.finding(
      "place-among-units", "责任单位里写的是地区，已记作点名地区；请核对地区和落实层级。",
      "Among the units stand places, which were taken as places named; please check them and the level.",
      at: first.range)
    finding.words = alone.prefix(40).map { scan.name($0.range) }.joined(separator: "、")
    findings.append(finding)
  }

  /// The place whose government a unit is (邯郸市人民政府), where the document binds more than that.
  private func government(of unit: Range<Int>) -> (PlaceNames.Match, Range<Int>)? {
    let found = places.trie.match(scan.chars, at: unit.lowerBound, limit: unit.upperBound)
    guard let found, isOther(found.value),
      Self.governments.contains(Array(scan.chars[unit.lowerBound + found.length..<unit.upperBound]))
    else { return nil }
    return (found.value, unit.lowerBound..<unit.lowerBound + found.length)
  }

  private static let governments = ["人民政府", "政府", "党委政府", "党委和政府"].map(scalars)

  /// Whether a name is of anything but what the document binds.
  private func isOther(_ match: PlaceNames.Match) -> Bool {
    guard let region = head.region else { return true }
    return !match.codes.contains { places.divisions.isWithin(region, $0) }
  }

  mutating func addPlaces(
    _ named: [(PlaceNames.Match, Range<Int>)], to draft: inout ClauseDraft, role: NamedPlace.Role,
    in range: Range<Int>
  ) {
    for (match, words) in named where match.codes.count == 1 {
      guard !draft.places.contains(where: { $0.value.code == match.codes[0] }) else { continue }
      draft.places.append(
        Witnessed(NamedPlace(match.codes[0], role), scan.evidence(words, in: range)))
    }
  }
}
