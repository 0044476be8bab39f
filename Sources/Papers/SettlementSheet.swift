import Foundation
import Reform

/// The printed sheet of a settlement (年终结算单), as Markdown: the rule, its clause and every step.
public struct SettlementSheet {
  let settlement: Settlement
  let desk: GroupAccounts
  let language: Language
  let isSample: Bool

  public init(
    _ settlement: Settlement, _ desk: GroupAccounts, _ language: Language, isSample: Bool
  ) {
    (self.settlement, self.desk) = (settlement, desk)
    (self.language, self.isSample) = (language, isSample)
  }

  /// The whole sheet, lines ending in a line feed.
  public func text() -> String {
    var lines = head()
    lines += computing()
    lines += rules()
    lines += gate()
    lines += remarks()
    lines += foot()
    return lines.joined(separator: "\n") + "\n"
  }

  private func said(_ zh: String, _ en: String) -> String { Phrase(zh, en)(language) }

  private var catalogue: Catalogue { desk.catalogue }

  private func head() -> [String] {
    let place = catalogue.divisions[settlement.county]
    let group = desk.book.group(of: settlement.county)
    let name = group.name ?? said("（集团名称未登记）", "(group not entered)")
    var lines = [
      "# "
        + said(
          "\(place?.name ?? "")医疗集团 \(settlement.year) 年医保总额预算年终结算单",
          "Settlement of the insurance budget \(settlement.year), medical group of \(place?.english ?? "")"
        ), "",
    ]
    if isSample || settlement.account.isMadeUp {
      lines += ["**" + said("示例数据，全部虚构。", "Sample data, all made up.") + "**", ""]
    }
    lines += [
      "- " + said("医疗集团：", "Group: ") + escaped(name),
      "- " + said("牵头医院：", "Lead hospital: ") + escaped(group.leadHospital ?? "—"),
      "- " + said("截至：", "As of: ") + desk.day.description,
      "- " + said("结果：", "Result: ") + settlement.outcome.name(language)
        + (settlement.isBinding ? "" : said("（试算，不作结算依据）", " (trial reckoning only)")), "",
    ]
    return lines
  }

  private func computing() -> [String] {
    var lines = ["## " + said("计算", "Reckoning"), ""]
    lines.append(said("| 步骤 | 算式（元） | 金额（元） |", "| Step | Formula (yuan) | Yuan |"))
    lines.append("| --- | --- | ---: |")
    for step in settlement.steps {
      let amount = step.fen?.grouped ?? said("未登记", "not entered")
      lines.append("| \(escaped(step.words(language))) | \(escaped(step.formula)) | \(amount) |")
    }
    return lines + (settlement.parts.isEmpty ? [""] : ["", Apportionment.rule(language), ""])
  }

  private func rules() -> [String] {
    let governing = settlement.governing
    var lines = ["## " + said("依据", "Rule"), "", governing.reason(language), ""]
    if let rule = governing.rule { lines += ["- " + reference(rule.source), ""] }
    if settlement.isAgreed {
      lines += [
        said("所用比例为协商录入，文件没有写。", "The ratio was agreed and entered; no document prints it."), "",
      ]
    }
    guard !governing.rejected.isEmpty else { return lines }
    lines += [said("未适用的规定：", "Rules that do not apply:"), ""]
    for rejected in governing.rejected {
      let words = rejected.rule.words(language) + (language == .zh ? "" : " ")
      lines.append("- \(reference(rejected.rule.source))：\(words)\(rejected.reason(language))")
    }
    return lines + [""]
  }

  private func gate() -> [String] {
    let gate = settlement.qualification
    let list = gate.checklist
    guard let condition = gate.gate else {
      return [
        "## " + said("打包付费条件", "Condition of the package"), "",
        said(
          "目录里没有文件为这个县、这一年的打包付费设条件。",
          "No document here sets a condition for this county and year."), "",
      ]
    }
    var lines = [
      "## " + list.set.name(language),
      "",
      said(
        "到 \(gate.day) 完成 \(gate.done)/\(list.expected)。",
        "\(gate.done) of \(list.expected) by \(gate.day)."), "",
    ]
    for item in list.items {
      let mark = item.isDone(by: gate.day) ? "x" : " "
      let evidence = item.evidence.map { "，\($0.done)，\($0.text)" } ?? ""
      lines.append("- [\(mark)] \(escaped(item.title(language) + evidence))")
    }
    lines += [
      (list.items.isEmpty ? "" : "\n") + said("条件出自：", "Condition: ") + reference(condition.source)
    ]
    return lines + [""]
  }

  private func remarks() -> [String] {
    guard !settlement.remarks.isEmpty else { return [] }
    return ["## " + said("说明", "Remarks"), ""]
      + settlement.remarks.map { "- " + escaped($0(language)) } + [""]
  }

  private func foot() -> [String] {
    guard let signed = settlement.signed else {
      return [said("医保经办机构：　　　　　　医疗集团：　　　　　　日期：", "Fund:            Group:            Day:")]
    }
    return [
      said("已签认：\(signed.balance.grouped) 元", "Signed: \(signed.balance.grouped) yuan")
        + (signed.note.map { "（\(escaped($0))）" } ?? "")
    ]
  }

  private func reference(_ source: ClauseReference) -> String {
    let number = catalogue.document(source.document)?.number ?? source.document
    let place = source.place(language)
    return language == .zh ? "\(number)\(place)" : "\(number), \(place)"
  }

  private func escaped(_ text: String) -> String { PaperText.plain(text) }
}
