import Foundation

extension Table {
  /// The medical groups of a region as they stand on the day of the desk, one in a row.
  public static func groups(
    _ groups: [MedicalGroup], _ desk: GroupAccounts, _ language: Language, isSample: Bool = false
  ) -> Table {
    let divisions = desk.catalogue.divisions
    func entered(_ text: String?) -> Cell {
      .text(text ?? FigureWords.none, keyed: .text(text))
    }
    func gate(_ group: MedicalGroup) -> Checklist? { desk.gateList(of: group.county) }
    func done(_ list: Checklist) -> Int { list.done(by: desk.day) }
    let columns: [Column<MedicalGroup>] = [
      Column("county", Phrase("代码", "Code")) { .text($0.county) },
      Column("place", Phrase("县（市、区）", "County")) {
        .text(
          divisions[$0.county]?.name(in: language) ?? "",
          keyed: .text(divisions[$0.county]?.name))
      },
      Column("name", Phrase("医疗集团", "Group")) { entered($0.name) },
      Column("leadHospital", Phrase("牵头医院", "Lead hospital")) { entered($0.leadHospital) },
      Column("members", Phrase("成员", "Members")) { .count($0.members(on: desk.day).count) },
      Column("sixUnified", Phrase("六统一", "Six unified"), .headed) {
        .text(gate($0).map { "\(done($0))/\($0.expected)" } ?? FigureWords.none)
      },
      Column("assessed", Phrase("考核", "Assessed"), .headed) {
        let total = desk.assessment(of: $0.county, desk.day.year - 1).total
        return .text(total.map { $0.shown(2) } ?? FigureWords.none)
      },
      Column("moves", Phrase("调整", "Moves"), .headed) { group in
        let years = (desk.day.year - 1)...desk.day.year
        let moves = years.flatMap { desk.moves(of: group.county, in: $0) }
        return .text(moves.map(\.joined.description).joined(separator: " "))
      },
    ]
    let keys: [Column<MedicalGroup>] = [
      Column("city") { .text(divisions[$0.county]?.parent) },
      Column("kind") { .text($0.kind.rawValue) },
      Column("sixUnifiedDone") { .whole(gate($0).map(done)) },
      Column("sixUnifiedOf") { .whole(gate($0)?.expected) },
      Column("sixUnifiedComplete") { .truth(gate($0)?.isComplete(by: desk.day) ?? false) },
      Column("madeUp") { .truth($0.isMadeUp) }, Column("sample") { _ in .truth(isSample) },
    ]
    return Table(columns + keys, groups, language, isSample: isSample)
  }

  /// A group with its members, lists, limits and assessments: what, which, how it stands, from which
  /// clause.
  public static func group(
    _ group: MedicalGroup, _ limits: [GroupLimit], _ desk: GroupAccounts, _ language: Language,
    isSample: Bool = false
  ) -> Table {
    let columns: [Column<GroupLine>] = [
      Column("what", Phrase("项", "What")) { .text($0.what) },
      Column("which", Phrase("内容", "Which")) { .text($0.which) },
      Column("state", Phrase("情况", "How it stands")) { .text($0.state) },
      Column("source", Phrase("依据", "Source")) { .text($0.source) },
    ]
    let story = GroupStory(group: group, limits: limits, desk: desk, language: language)
    return Table(columns, story.lines(), language, isSample: isSample)
  }
}

extension GroupAccounts {
  /// The list of a county that opens the package payment (六统一); nil where the charter has none.
  func gateList(of county: Division.Code) -> Checklist? {
    charter[GroupCharter.gate].map { book.checklist($0, in: county, catalogue.divisions) }
  }
}
