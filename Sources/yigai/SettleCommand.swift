import ArgumentParser
import Foundation
import Papers
import Reform

/// Settles the insurance budget of a county's group, or of all groups of a region.
struct SettleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settle",
    abstract: "医保总额预算年终结算。Settles the insurance budgets of medical groups.",
    discussion: """
      写县是一份结算，写市或省是各县一览。--to 写成可打印的结算单。
      A county gives its settlement, a city or the province a list; --to writes a sheet to print.
      """)

  @Argument(help: "县（市、区），或市、省。A county, or a region.") var name: String?
  @OptionGroup var options: LedgerOptions
  @Option(help: "年份，如 2023。A year.") var year: String
  @Option(help: "写成结算单：.md、.docx 或 .html 文件。Writes the sheet to a file.") var to: String?
  @Flag(help: "已有同名文件时覆盖。Replaces a file that is there.") var force = false
  @Flag(help: "签认：双方确认的结算记入台账。Enters the settlement as signed.") var sign = false
  @Option(help: "签认的备注。A note on the signing.") var note: String?
  @Option(help: "登记人。Who enters.") var by: String?
  @OptionGroup var form: TableOptions

  func run() throws {
    let year = try Opened.year(self.year)
    try form.refuseBoth()
    guard to == nil || !(form.json || form.csv) else {
      throw Fault(
        "--to 不能和 --json、--csv 一起用。", "--to excludes --json and --csv.", exitCode: 2)
    }
    try refuseSigningWords()
    let opened = try sign ? options.open() : options.look()
    defer { opened.ledger.close() }
    let place = try opened.place(name, options, isEntering: sign)
    let desk = try opened.desk()
    try Self.refuseEmpty(year, desk)
    guard place.level == .county else { return try list(place, year, desk, opened) }
    if sign { return try sign(place, desk.settlement(of: place.id, year), opened) }
    let settlement = desk.settlement(of: place.id, year)
    if let to {
      let paper = SettlementPaper(settlement, desk, opened.language, isSample: opened.isSample)
      return try write(paper.paper(), to: to, opened.language)
    }
    try form.write(
      .settlement(settlement, desk, opened.language, isSample: opened.isSample),
      json: { SettlementJSON(settlement: settlement, desk: desk, isSample: opened.isSample).value })
  }

  static func refuseEmpty(_ year: Int, _ desk: GroupAccounts) throws {
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
    _ place: Division, _ year: Int, _ desk: GroupAccounts, _ opened: Opened
  ) throws {
    guard to == nil else {
      throw Fault("--to 一次写一个县的结算单。", "--to writes the sheet of one county.", exitCode: 2)
    }
    guard !sign else {
      throw Fault("--sign 一次签认一个县。", "--sign signs for one county.", exitCode: 2)
    }
    let counties = opened.catalogue.divisions.all(.county, within: place.id)
    let settlements = counties.map { desk.settlement(of: $0.id, year) }
    try form.write(
      .settlements(
        settlements, opened.catalogue.divisions, opened.language, isSample: opened.isSample),
      json: {
        .list(settlements) {
          SettlementJSON(settlement: $0, desk: desk, isSample: opened.isSample).value
        }
      })
  }

  private func write(_ paper: Paper, to path: String, _ language: Language) throws {
    let ending = URL(fileURLWithPath: path).pathExtension.lowercased()
    guard let format = PaperFormat(rawValue: ending) else {
      throw Fault(
        "--to 要是 .md、.docx 或 .html 文件。", "--to takes an .md, .docx or .html file.", exitCode: 2)
    }
    guard force || !FileManager.default.fileExists(atPath: path) else {
      throw Fault(
        "\(path) 已经存在；换个名字，或加 --force 覆盖。",
        "\(path) is there already; choose another name, or replace it with --force.", exitCode: 2)
    }
    try Surroundings.paperTemplates.arranged(paper).write(as: format, to: path)
    Output.write(Safe.line(Phrase("已写入 \(path)", "Wrote \(path)")(language)) + "\n")
  }
}
