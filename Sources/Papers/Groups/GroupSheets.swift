import Foundation
import Reform

/// The tables in which an office fills in its medical groups, with what stands in the ledger.
public struct GroupSheets {
  let desk: GroupAccounts
  /// Province, city or county that the table is for.
  let scope: Division
  let language: Language
  let isSample: Bool

  public init(_ desk: GroupAccounts, _ scope: Division, _ language: Language, isSample: Bool) {
    (self.desk, self.scope) = (desk, scope)
    (self.language, self.isSample) = (language, isSample)
  }

  var divisions: Divisions { desk.catalogue.divisions }
  var counties: [Division] { divisions.all(.county, within: scope.id) }

  func said(_ zh: String, _ en: String) -> String { Phrase(zh, en)(language) }

  func head(_ head: GroupHead, unit: Phrase? = nil) -> String {
    guard let unit else { return head.words(language) }
    return head.words(language) + said("（\(unit.zh)）", " (\(unit.en))")
  }

  /// The title of a table; what is made up is marked.
  func title(_ zh: String, _ en: String) -> String {
    let place = scope.name(in: language)
    let isMadeUp =
      isSample
      || counties.contains { county in
        desk.book.entries(of: county.id).contains { $0.fact.isMadeUp }
      }
    return said("\(place)\(zh)", "\(en), \(place)")
      + (isMadeUp ? said("（示例，全部虚构）", " (sample, all made up)") : "")
  }

  func reference(_ source: ClauseReference) -> String {
    let number = desk.catalogue.document(source.document)?.number ?? source.document
    return language == .zh ? number + source.place.zh : "\(number), \(source.place.en)"
  }

  /// Name and code, with which every row begins.
  func begin(_ place: Division) -> [FillTable.Cell] {
    [.text(place.name(in: language)), .text(place.id)]
  }

  var firstColumns: [FillTable.Column] {
    [.init(head(.county), .given, width: 16), .init(head(.code), .given, width: 9)]
  }

  static func text(_ words: String?) -> FillTable.Cell {
    words.map { $0.isEmpty ? .empty : .text($0) } ?? .empty
  }

  static func number(_ number: Decimal?) -> FillTable.Cell { number.map { .number($0) } ?? .empty }

  // MARK: Groups

  /// Groups and their members: a row a member, one for a group without members.
  public func groups() -> FillTable {
    let kinds = MedicalGroup.Kind.allCases.map { $0.name(language) }
    let tiers = MedicalGroup.Member.Tier.allCases.map { $0.name(language) }
    var table = FillTable(
      title: title("医疗集团及成员填报表", "Medical groups and members"),
      hints: [
        said(
          "一行一个成员机构；集团名称、牵头医院写在该县的第一行即可。层级：\(tiers.joined(separator: "、"))；日期写成 2023-07-01。",
          "A row a member; name and lead hospital in the first row of a county. Tier: "
            + "\(tiers.joined(separator: ", ")); days as 2023-07-01.")
      ], name: said("医疗集团", "Groups"),
      columns: firstColumns + [
        .init(head(.name), .words, width: 24), .init(head(.leadHospital), .words, width: 24),
        .init(head(.kind), .choice(kinds)), .init(head(.member), .words, width: 28),
        .init(head(.tier), .choice(tiers), width: 10), .init(head(.from), .words, width: 12),
        .init(head(.to), .words, width: 12), .init(head(.year), .words, width: 7),
        .init(head(.inPost), .number, width: 12), .init(head(.posts), .number, width: 12),
        .init(head(.professionals), .number, width: 12), .init(head(.staff), .number, width: 12),
      ], isOpen: true)
    table.rows = counties.flatMap { rows(desk.book.group(of: $0.id), $0) }
    return table
  }

  private func rows(_ group: MedicalGroup, _ county: Division) -> [FillTable.Row] {
    let card =
      begin(county) + [
        Self.text(group.name), Self.text(group.leadHospital),
        group.name == nil ? .empty : .text(group.kind.name(language)),
      ]
    guard !group.members.isEmpty else {
      return [FillTable.Row(card + Array(repeating: .empty, count: 9))]
    }
    return group.members.map { member in
      FillTable.Row(
        card + [
          .text(member.name), .text(member.tier.name(language)),
          Self.text(member.from?.description), Self.text(member.to?.description),
        ] + staffing(of: member, county))
    }
  }

  /// The last year's posts and staff of a member.
  private func staffing(of member: MedicalGroup.Member, _ county: Division) -> [FillTable.Cell] {
    let found = desk.book.staffing(of: member.name, in: county.id)
    let counts = [\Staffing.inPost, \.posts, \.professionals, \.staff].map { path in
      Self.number(found?.staffing[keyPath: path].map { Decimal($0) })
    }
    return [Self.text(found.map { "\($0.year)" })] + counts
  }
}
