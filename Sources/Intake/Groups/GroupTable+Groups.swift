import Foundation
import Reform

/// Groups and their members, a row a member.
extension GroupTable {
  mutating func readGroup(_ row: SheetRow, _ county: Division) {
    var (name, hospital) = (words(row, .name) ?? "", words(row, .leadHospital) ?? "")
    if let above, above.county.id == county.id {
      (name, hospital) = (
        name.isEmpty ? above.name : name, hospital.isEmpty ? above.hospital : hospital
      )
    }
    above = (county, name, hospital)
    if !name.isEmpty, !hospital.isEmpty {
      if let kind = kind(row) {
        add(
          .card(kind, name: name, leadHospital: hospital), of: county, row.number,
          header.column(.name))
      }
    } else if name.isEmpty != hospital.isEmpty {
      find(
        "missing-part", .error, "\(county.name)要同时填集团名称和牵头医院。",
        "\(county.english) needs both the group's name and its lead hospital.", row.number,
        header.column(name.isEmpty ? .name : .leadHospital))
    }
    guard let text = words(row, .member), let column = header.column(.member) else { return }
    let list = MemberList(text)
    if let finding = list.refusal(at(row.number, column)) { return find(finding) }
    var line = Line(
      row: row.number, subject: .place(county.id), amounts: [column: Decimal(list.names.count)])
    line.takeStaff(row, header)
    lines.append(line)
    guard let tier = tier(row), let from = day(row, .from), let to = day(row, .to) else { return }
    for member in list.names {
      add(
        .member(MedicalGroup.Member(member, tier, from: from.day, to: to.day)), of: county,
        row.number, column)
    }
    guard list.names.count > 1 else {
      if let only = list.names.first { readStaffing(of: only, row, county) }
      return
    }
    let heads: [GroupHead] = [.inPost, .posts, .professionals, .staff]
    let counted = heads.compactMap { header.column($0) }.first { row[$0] != nil }
    for finding in list.findings(
      words(row, .tier) ?? "", at(row.number, column), counted: counted.map { at(row.number, $0) })
    { find(finding) }
  }

  /// Posts and staff of a member at the end of the year that the row names.
  private mutating func readStaffing(of member: String, _ row: SheetRow, _ county: Division) {
    let heads: [GroupHead] = [.inPost, .posts, .professionals, .staff]
    let columns = heads.flatMap { header.columns($0) }
    guard columns.contains(where: { row[$0] != nil }), let general = year(of: row) else { return }
    for year in Set(columns.map { header.years[$0] ?? general }).sorted() {
      let own = heads.map { head in
        header.columns(head).first { header.years[$0] ?? general == year }
      }
      let counts = own.map { column in column.flatMap { count(row, $0) } }
      guard counts.contains(where: { $0 != nil }), let first = own.lazy.compactMap(\.self).first
      else { continue }
      add(
        .staffing(
          year, member: member,
          Staffing(
            inPost: counts[0], posts: counts[1], professionals: counts[2], staff: counts[3])),
        of: county, row.number, first)
    }
  }

  /// A whole number of persons; nil where the cell is empty or holds none.
  private mutating func count(_ row: SheetRow, _ column: Int) -> Int? {
    guard let (number, _, isShare) = number(row, column) else { return nil }
    guard !isShare, let count = Int("\(number)"), count >= 0 else {
      let head = header.heads[column] ?? ""
      find(
        "not-a-count", .error, "“\(head)”\(number) 应是人数（整数）。",
        "“\(head)”, \(number), takes a whole number of persons.", row.number, column)
      return nil
    }
    return count
  }

  /// The kind of a group, of a county where none is written.
  private mutating func kind(_ row: SheetRow) -> MedicalGroup.Kind? {
    guard let text = words(row, .kind).map(NameKey.folded) else { return .countyCommunity }
    if text.contains("城市") || text.hasPrefix("urban") { return .urban }
    if text.contains("县") || text.hasPrefix("county") { return .countyCommunity }
    find(
      "unknown-kind", .error, "集团类型“\(text)”不认识，应填 县域医共体 或 城市医疗集团。",
      "The kind “\(text)” is not known: county or urban.", row.number, header.column(.kind))
    return nil
  }

  private mutating func tier(_ row: SheetRow) -> MedicalGroup.Member.Tier? {
    let text = words(row, .tier).map(NameKey.folded) ?? ""
    if text.hasPrefix("县") || text.hasPrefix("区") || text == "county" { return .county }
    if text.hasPrefix("乡") || text.hasPrefix("镇") || text.hasPrefix("社区") || text == "township" {
      return .township
    }
    if text.hasPrefix("村") || text == "village" { return .village }
    find(
      "unknown-tier", .error, "层级“\(text)”不认识，应填 县级、乡级 或 村级。",
      "The tier “\(text)” is not known: county, township or village.", row.number,
      header.column(.tier) ?? header.column(.member))
    return nil
  }
}
