import ArgumentParser
import Bundle
import Foundation
import Intake
import LedgerStore
import Papers
import Reform

/// Lists the medical groups, or shows one with its lists, limits and assessments.
struct GroupsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "groups",
    abstract: "县级医疗集团：成员、清单、限值、考核。The medical groups of counties.",
    discussion: "不写县时列出全部。Without a county all are listed; --place narrows to a city.")

  @Argument(help: "县（市、区）。A county.") var county: String?
  @OptionGroup var options: LedgerOptions
  @Flag(help: "JSON") var json = false
  @Flag(help: "CSV") var csv = false

  func run() throws {
    guard !(json && csv) else {
      throw Fault("--json 和 --csv 只能用一个。", "--json and --csv exclude each other.", exitCode: 2)
    }
    let opened = try options.look()
    defer { opened.ledger.close() }
    let place = try opened.place(county, options)
    let desk = try opened.desk()
    guard place.level != .county else {
      return try show(desk.book.group(of: place.id), desk, opened)
    }
    let groups = desk.book.groups(in: place.id, opened.catalogue.divisions)
    if json {
      let shape = GroupJSON(desk: desk, isSample: opened.isSample)
      return try Output.json(JSONValue.list(groups) { .object(shape.line($0)) })
    }
    let rows = [Self.head.map { $0(opened.language) }] + groups.map { line($0, desk, opened) }
    let marks = opened.isSample ? [[FieldWords.sample(opened.language)]] : []
    if csv { return Output.write(CSVWriter.text(marks + rows, mark: false)) }
    Output.table(rows, sample: opened.isSample, opened.language)
  }

  private static let head = [
    Phrase("代码", "Code"), Phrase("县（市、区）", "County"), Phrase("医疗集团", "Group"),
    Phrase("牵头医院", "Lead hospital"), Phrase("成员", "Members"), Phrase("六统一", "Six unified"),
    Phrase("考核", "Assessed"), Phrase("调整", "Moves"),
  ]

  private func line(_ group: MedicalGroup, _ desk: SettlementDesk, _ opened: Opened) -> [String] {
    let divisions = opened.catalogue.divisions
    let list = desk.charter[GroupCharter.gate].map {
      desk.book.checklist($0, in: group.county, divisions)
    }
    let year = opened.day.year - 1
    let total = desk.assessment(of: group.county, year).total
    let moves = (year...opened.day.year).flatMap { desk.moves(of: group.county, in: $0) }
    return [
      group.county, divisions[group.county]?.name(in: opened.language) ?? "", group.name ?? "—",
      group.leadHospital ?? "—", "\(group.members(on: opened.day).count)",
      list.map { "\($0.done(by: opened.day))/\($0.expected)" } ?? "—",
      total.map { "\($0.shown(2))" } ?? "—",
      moves.map(\.joined.description).joined(separator: " "),
    ]
  }

  private func show(_ group: MedicalGroup, _ desk: SettlementDesk, _ opened: Opened) throws {
    let limits = GroupLimit.all(
      of: group.county, try opened.report(.init(region: group.county)), desk)
    if json {
      let shape = GroupJSON(desk: desk, isSample: opened.isSample)
      return try Output.json(shape.whole(group, limits))
    }
    let rows = GroupText(group: group, limits: limits, desk: desk, language: opened.language)
    if csv {
      let marks = opened.isSample ? [[FieldWords.sample(opened.language)]] : []
      return Output.write(CSVWriter.text(marks + rows.rows(), mark: false))
    }
    Output.table(rows.rows(), sample: opened.isSample, opened.language)
  }
}

extension Opened {
  /// What settlements are reckoned from on the day that was asked for.
  func desk() throws -> SettlementDesk {
    try ledger.settlementDesk(BundledCatalogue.charter(), catalogue, asOf: day)
  }
}

/// A group as rows: what, which, how it stands, from which clause.
struct GroupText {
  let group: MedicalGroup
  let limits: [GroupLimit]
  let desk: SettlementDesk
  let language: Language

  private func said(_ zh: String, _ en: String) -> String { Phrase(zh, en)(language) }

  func rows() -> [[String]] {
    let divisions = desk.catalogue.divisions
    var rows = [
      [said("项", "What"), said("内容", "Which"), said("情况", "How it stands"), said("依据", "Source")],
      [
        said("集团", "Group"), group.name ?? said("未登记", "not entered"), group.kind.name(language),
        "",
      ],
      [
        said("牵头医院", "Lead hospital"), group.leadHospital ?? said("未登记", "not entered"),
        divisions[group.county]?.name(in: language) ?? "", "",
      ],
    ]
    for member in group.members {
      let span = "\(member.from?.description ?? "")–\(member.to?.description ?? "")"
      rows.append([said("成员", "Member"), member.name, member.tier.name(language), span])
    }
    for set in desk.sets(of: group.county) {
      rows += list(desk.book.checklist(set, in: group.county, divisions))
    }
    for limit in limits {
      rows.append(row(limit))
      rows += limit.institutions.map { row($0, of: limit) }
    }
    return rows + assessments()
  }

  private func list(_ list: Checklist) -> [[String]] {
    let source = list.set.sources.map { reference($0) }.joined(separator: said("、", ", "))
    let state = "\(list.done(by: desk.day))/\(list.expected)"
    let head = [
      said("清单", "List"), list.set.name(language),
      state + (list.items.isEmpty ? " " + (list.set.remark?(language) ?? "") : ""), source,
    ]
    return [head]
      + list.items.map { item in
        let done = item.evidence.map { "\($0.done) \($0.text)" } ?? said("未完成", "not done")
        return ["", "\(item.number) \(item.title(language))", done, item.evidence?.who ?? ""]
      }
  }

  private func row(_ institution: InstitutionLimit, of limit: GroupLimit) -> [String] {
    let kept = institution.isKept.map { $0 ? said("符合", "kept") : said("不符合", "not kept") }
    let value = institution.value.map { FigureWords.value($0, limit.indicator, language) }
    let year = institution.year.map { "(\($0))" }
    return [
      "", "\(institution.tier.name(language)) \(institution.member)",
      [value ?? said("未登记", "not entered"), year, kept].compactMap(\.self).joined(separator: " "),
      "",
    ]
  }

  private func row(_ limit: GroupLimit) -> [String] {
    let kept = limit.isKept.map { $0 ? said("符合", "kept") : said("不符合", "not kept") }
    let value = limit.value.map { FigureWords.value($0, limit.indicator, language) }
    return [
      said("限值", "Limit"),
      limit.indicator.short(language) + " "
        + FigureWords.target(limit.target, limit.indicator, language),
      [limit.year.map { "\($0)" }, value, kept].compactMap(\.self).joined(separator: " "),
      limit.source.map { reference($0) } ?? "",
    ]
  }

  private func assessments() -> [[String]] {
    let years = Set(
      desk.book.entries(of: group.county).filter {
        $0.fact.kind == .score || $0.fact.kind == .verdict
      }
      .compactMap(\.fact.slot.year)
    ).sorted()
    return years.flatMap { year -> [[String]] in
      let found = desk.assessment(of: group.county, year)
      return rows(found) + rejected(found)
        + found.beside.flatMap { other in
          [
            [
              "", said("另按其他规定登记，不计入", "Entered under other rules, not counted"),
              other.total.map { $0.shown(2) } ?? "", other.rules.map { reference($0.source) } ?? "",
            ]
          ] + measures(other.rows.filter { $0.score != nil })
        }
    }
  }

  private func rows(_ found: Assessment) -> [[String]] {
    let none =
      found.rules == nil ? found.reason(language) : said("还缺得分或权重", "weights or scores missing")
    let head = [
      said("考核", "Assessment"), "\(found.year)",
      (found.total.map { $0.shown(2) } ?? none) + (found.verdict.map { " " + $0 } ?? ""),
      found.rules.map { reference($0.source) } ?? "",
    ]
    guard let links = found.rules?.links, !links.isEmpty else {
      return [head] + measures(found.rows)
    }
    let list = links.map { $0(language) }.joined(separator: said("、", ", "))
    return [head] + measures(found.rows) + [["", said("结果挂钩", "Linked to"), list, ""]]
  }

  private func measures(_ rows: [Assessment.Row]) -> [[String]] {
    rows.map { row in
      [
        "",
        row.measure.title(language),
        "\(row.weight.map { "\($0)%" } ?? "—") × \(row.score.map { "\($0)" } ?? "—")", "",
      ]
    }
  }

  private func rejected(_ found: Assessment) -> [[String]] {
    found.rejected.map { rejected in
      [
        "", said("未采用", "Not used"), rejected.reason(language), reference(rejected.rules.source),
      ]
    }
  }

  private func reference(_ source: ClauseReference) -> String {
    (desk.catalogue.document(source.document)?.number ?? source.document) + " "
      + source.place(language)
  }
}
