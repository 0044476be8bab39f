import ArgumentParser
import Files
import Foundation
import Papers
import Reform

/// Settles the insurance budget of a county's group, or of all groups of a region.
struct SettleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settle",
    abstract: "医保总额预算年终结算。Settles the insurance budgets of medical groups.",
    discussion: """
      写县是一份结算，写市或省是各县一览。--to FILE.md 写成可打印的结算单。
      A county gives its settlement, a city or the province a list; --to writes a sheet to print.
      """)

  @Argument(help: "县（市、区），或市、省。A county, or a region.") var name: String?
  @OptionGroup var options: LedgerOptions
  @Option(help: "年份，如 2023。A year.") var year: String
  @Option(help: "写成结算单，.md 文件。Writes the sheet to an .md file.") var to: String?
  @Flag(help: "已有同名文件时覆盖。Replaces a file that is there.") var force = false
  @Flag(help: "签认：双方确认的结算记入台账。Enters the settlement as signed.") var sign = false
  @Option(help: "签认的备注。A note on the signing.") var note: String?
  @Option(help: "登记人。Who enters.") var by: String?
  @Flag(help: "JSON") var json = false
  @Flag(help: "CSV") var csv = false

  func run() throws {
    let year = try Opened.year(self.year)
    guard to == nil || !json else {
      throw Fault("--json 和 --to 只能用一个。", "--json and --to exclude each other.", exitCode: 2)
    }
    guard !csv || (to == nil && !json) else {
      throw Fault(
        "--csv 不能和 --json、--to 一起用。", "--csv excludes --json and --to.", exitCode: 2)
    }
    try refuseSigningWords()
    let opened = try sign ? options.open() : options.look()
    defer { opened.ledger.close() }
    let place = try opened.place(name, options)
    let desk = try opened.desk()
    try refuseEmpty(year, desk)
    guard place.level == .county else { return try list(place, year, desk, opened) }
    if sign { return try sign(place, desk.settlement(of: place.id, year), opened) }
    let settlement = desk.settlement(of: place.id, year)
    if json {
      let shape = SettlementJSON(settlement: settlement, desk: desk, isSample: opened.isSample)
      return try Output.json(shape.value)
    }
    let sheet = SettlementSheet(settlement, desk, opened.language, isSample: opened.isSample)
    if let to { return try write(sheet.text(), to: to, opened.language) }
    write(rows(settlement, desk, opened.language), opened)
  }

  private func refuseEmpty(_ year: Int, _ desk: SettlementDesk) throws {
    let years = desk.book.years
    guard !years.contains(year) else { return }
    guard let first = years.first, let last = years.last else {
      throw Fault(
        "台账里还没有医保总额预算；用 yigai import settlements 导入。",
        "The ledger has no insurance budgets yet; yigai import settlements takes them in.")
    }
    throw Fault(
      "台账里没有 \(year) 年的医保总额预算；有 \(first)–\(last) 年。",
      "The ledger has no insurance budgets of \(year); there are \(first)–\(last).")
  }

  private func list(
    _ place: Division, _ year: Int, _ desk: SettlementDesk, _ opened: Opened
  ) throws {
    guard to == nil else {
      throw Fault("--to 一次写一个县的结算单。", "--to writes the sheet of one county.", exitCode: 2)
    }
    guard !sign else {
      throw Fault("--sign 一次签认一个县。", "--sign signs for one county.", exitCode: 2)
    }
    let counties = opened.catalogue.divisions.all(.county, within: place.id)
    let settlements = counties.map { desk.settlement(of: $0.id, year) }
    guard !json else {
      return try Output.json(
        JSONValue.list(settlements) {
          SettlementJSON(settlement: $0, desk: desk, isSample: opened.isSample).value
        })
    }
    let head = [
      Phrase("县（市、区）", "County"), Phrase("总额预算", "Budget"), Phrase("已预拨", "Advanced"),
      Phrase("实际发生", "Spending"), Phrase("结余（超支）", "Balance"), Phrase("六统一", "Six unified"),
      Phrase("应拨（退）", "Due"), Phrase("规则", "Rule"), Phrase("分配", "Parts"),
    ].map { $0(opened.language) }
    write([head] + settlements.map { line($0, desk, opened) }, opened)
  }

  /// A table for people, or for a spreadsheet.
  private func write(_ rows: [[String]], _ opened: Opened) {
    guard csv else {
      return Output.table(rows, sample: opened.isSample, opened.language)
    }
    let marks = opened.isSample ? [[FieldWords.sample(opened.language)]] : []
    Output.write(CSVWriter.text(marks + rows, mark: false))
  }

  /// An amount for people with commas, for a spreadsheet without.
  private func shown(_ fen: Fen?) -> String {
    guard let fen else { return csv ? "" : "—" }
    return csv ? fen.description : fen.grouped
  }

  private func line(_ settlement: Settlement, _ desk: SettlementDesk, _ opened: Opened) -> [String]
  {
    let (account, gate) = (settlement.account, settlement.qualification)
    let parts = settlement.parts.map { "\($0.share.name(opened.language)) \(shown($0.fen))" }
    return [
      opened.catalogue.divisions[account.county]?.name(in: opened.language) ?? account.county,
      shown(account.budget), shown(account.advanced), shown(account.spending),
      shown(settlement.balance),
      gate.gate == nil
        ? "—"
        : "\(gate.done)/\(gate.checklist.expected)"
          + (gate.isComplete ? "" : Phrase(" 试算", " trial")(opened.language)),
      shown(settlement.due), ruleName(settlement, opened),
      parts.joined(separator: Phrase("，", "; ")(opened.language)),
    ]
  }

  private func ruleName(_ settlement: Settlement, _ opened: Opened) -> String {
    guard settlement.outcome == .surplus || settlement.outcome == .overrun else { return "—" }
    guard let rule = settlement.governing.rule else {
      return settlement.isAgreed ? Phrase("协商", "agreed")(opened.language) : "—"
    }
    let agreed = settlement.isAgreed ? Phrase("（协商）", " (agreed)")(opened.language) : ""
    return "\(rule.source.document) \(rule.source.place(opened.language))\(agreed)"
  }

  private func rows(
    _ settlement: Settlement, _ desk: SettlementDesk, _ language: Language
  ) -> [[String]] {
    let name = desk.catalogue.divisions[settlement.county]?.name(in: language) ?? settlement.county
    var rows = [
      [Phrase("\(name) \(settlement.year) 年", "\(name), \(settlement.year)")(language), "", ""]
    ]
    rows += settlement.steps.map { step in
      [
        step.words(language), step.fen.map(shown) ?? Phrase("未登记", "not entered")(language),
        step.formula,
      ]
    }
    let governing = settlement.governing
    if settlement.outcome != .balanced, settlement.outcome != .open {
      rows.append([Phrase("依据", "Rule")(language), clause(governing.rule, desk, language)])
      rows.append(["", governing.reason(language)])
      for rejected in governing.rejected {
        rows.append([
          Phrase("未采用", "Not used")(language), clause(rejected.rule, desk, language),
          rejected.rule.words(language) + rejected.reason(language),
        ])
      }
      if !settlement.parts.isEmpty {
        rows.append([Phrase("取整", "Rounding")(language), Apportionment.rule(language)])
      }
    }
    for remark in settlement.remarks {
      rows.append([Phrase("说明", "Remark")(language), remark(language)])
    }
    return rows
  }

  private func clause(
    _ rule: SettlementRule?, _ desk: SettlementDesk, _ language: Language
  ) -> String {
    guard let rule else { return "—" }
    let number = desk.catalogue.document(rule.source.document)?.number ?? rule.source.document
    return number + " " + rule.source.place(language)
  }

  private func write(_ text: String, to path: String, _ language: Language) throws {
    guard path.lowercased().hasSuffix(".md") else {
      throw Fault("--to 要是 .md 文件。", "--to takes an .md file.", exitCode: 2)
    }
    guard force || !FileManager.default.fileExists(atPath: path) else {
      throw Fault(
        "\(path) 已经存在；换个名字，或加 --force 覆盖。",
        "\(path) is there already; choose another name, or replace it with --force.", exitCode: 2)
    }
    try UserFile.write(text.utf8, to: path)
    Output.write(Safe.line(Phrase("已写入 \(path)", "Wrote \(path)")(language)) + "\n")
  }
}
