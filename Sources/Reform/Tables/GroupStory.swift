import Foundation

/// A line on a group: what, which, how it stands, from which clause.
struct GroupLine {
  var what: String
  var which: String
  var state: String
  var source: String

  init(_ what: String, _ which: String, _ state: String, _ source: String = "") {
    (self.what, self.which, self.state, self.source) = (what, which, state, source)
  }
}

/// All that is entered of a group, line by line.
struct GroupStory {
  let group: MedicalGroup
  let limits: [GroupLimit]
  let desk: GroupAccounts
  let language: Language

  private func said(_ zh: String, _ en: String) -> String { Phrase(zh, en)(language) }

  func lines() -> [GroupLine] {
    let divisions = desk.catalogue.divisions
    var lines = [
      GroupLine(
        said("集团", "Group"), group.name ?? said("未登记", "not entered"),
        group.kind.name(language)),
      GroupLine(
        said("牵头医院", "Lead hospital"), group.leadHospital ?? said("未登记", "not entered"),
        divisions[group.county]?.name(in: language) ?? ""),
    ]
    for member in group.members {
      let span = "\(member.from?.description ?? "")–\(member.to?.description ?? "")"
      lines.append(
        GroupLine(said("成员", "Member"), member.name, member.tier.name(language), span))
    }
    for set in desk.sets(of: group.county) {
      lines += list(desk.book.checklist(set, in: group.county, divisions))
    }
    for limit in limits {
      lines.append(line(limit))
      lines += limit.institutions.map { line($0, of: limit) }
    }
    return lines + assessments()
  }

  private func list(_ list: Checklist) -> [GroupLine] {
    let source = list.set.sources.map { reference($0) }.joined(separator: said("、", ", "))
    let state = "\(list.done(by: desk.day))/\(list.expected)"
    let head = GroupLine(
      said("清单", "List"), list.set.name(language),
      state + (list.items.isEmpty ? " " + (list.set.remark?(language) ?? "") : ""), source)
    return [head]
      + list.items.map { item in
        let done = item.evidence.map { "\($0.done) \($0.text)" } ?? said("未完成", "not done")
        return GroupLine(
          "", "\(item.number) \(item.title(language))", done, item.evidence?.who ?? "")
      }
  }

  private func verdict(_ isKept: Bool?) -> String? {
    isKept.map { $0 ? said("符合", "kept") : said("不符合", "not kept") }
  }

  private func line(_ institution: InstitutionLimit, of limit: GroupLimit) -> GroupLine {
    let value = institution.value.map { FigureWords.value($0, limit.indicator, language) }
    let words = [
      value ?? said("未登记", "not entered"), institution.year.map { "(\($0))" },
      verdict(institution.isKept),
    ]
    return GroupLine(
      "", "\(institution.tier.name(language)) \(institution.member)",
      words.compactMap(\.self).joined(separator: " "))
  }

  private func line(_ limit: GroupLimit) -> GroupLine {
    let value = limit.value.map { FigureWords.value($0, limit.indicator, language) }
    return GroupLine(
      said("限值", "Limit"),
      limit.indicator.short(language) + " "
        + FigureWords.target(limit.target, limit.indicator, language),
      [limit.year.map { "\($0)" }, value, verdict(limit.isKept)].compactMap(\.self)
        .joined(separator: " "),
      limit.source.map { reference($0) } ?? "")
  }

  // MARK: Assessments

  private func assessments() -> [GroupLine] {
    let entries = desk.book.entries(of: group.county).filter {
      $0.fact.kind == .score || $0.fact.kind == .verdict
    }
    return Set(entries.compactMap(\.fact.slot.year)).sorted().flatMap { year -> [GroupLine] in
      let found = desk.assessment(of: group.county, year)
      return lines(found) + rejected(found) + found.beside.flatMap(beside)
    }
  }

  private func lines(_ found: Assessment) -> [GroupLine] {
    let none =
      found.rules == nil ? found.reason(language) : said("还缺得分或权重", "weights or scores missing")
    let head = GroupLine(
      said("考核", "Assessment"), "\(found.year)",
      (found.total.map { $0.shown(2) } ?? none) + (found.verdict.map { " " + $0 } ?? ""),
      found.rules.map { reference($0.source) } ?? "")
    guard let links = found.rules?.links, !links.isEmpty else {
      return [head] + measures(found.rows)
    }
    let list = links.map { $0(language) }.joined(separator: said("、", ", "))
    return [head] + measures(found.rows)
      + [GroupLine("", said("结果挂钩", "Linked to"), list)]
  }

  private func beside(_ other: Assessment) -> [GroupLine] {
    [
      GroupLine(
        "", said("另按其他规定登记，不计入", "Entered under other rules, not counted"),
        other.total.map { $0.shown(2) } ?? "", other.rules.map { reference($0.source) } ?? "")
    ] + measures(other.rows.filter { $0.score != nil })
  }

  private func measures(_ rows: [Assessment.Row]) -> [GroupLine] {
    rows.map { row in
      GroupLine(
        "", row.measure.title(language),
        "\(row.weight.map { "\($0)%" } ?? "—") × \(row.score.map { "\($0)" } ?? "—")")
    }
  }

  private func rejected(_ found: Assessment) -> [GroupLine] {
    found.rejected.map { rejected in
      GroupLine(
        "", said("未采用", "Not used"), rejected.reason(language),
        reference(rejected.rules.source))
    }
  }

  private func reference(_ source: ClauseReference) -> String {
    desk.catalogue.reference(source, in: language)
  }
}

extension Catalogue {
  /// Number of the document and place of the clause; without the number the key of the document.
  func reference(_ source: ClauseReference, in language: Language) -> String {
    (document(source.document)?.number ?? source.document) + " " + source.place(language)
  }
}
