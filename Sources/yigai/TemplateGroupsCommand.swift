import ArgumentParser
import Dashboard
import Foundation
import Papers
import Reform

/// Writes the table in which groups and their members are filled in.
struct TemplateGroupsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "groups",
    abstract: "生成医疗集团填报表（CSV），带上台账已有的内容。Writes the table of medical groups.")

  @OptionGroup var options: LedgerOptions
  @OptionGroup var target: TableTarget

  func run() throws {
    try target.write(options) { opened, counties in
      let desk = try opened.desk()
      let head = ["县（市、区）", "代码", "集团名称", "牵头医院", "集团类型", "成员机构", "层级", "加入日期", "离开日期"]
      return [head]
        + counties.flatMap { county in Self.rows(desk.book.group(of: county.id), county) }
    }
  }

  /// A row for every member, one for a group without members.
  private static func rows(_ group: MedicalGroup, _ county: Division) -> [[String]] {
    let card = [
      county.name, county.id, group.name ?? "", group.leadHospital ?? "",
      group.name == nil ? "" : group.kind.name.zh,
    ]
    guard !group.members.isEmpty else { return [card + ["", "", "", ""]] }
    return group.members.map { member in
      card + [
        member.name, member.tier.name.zh, member.from?.description ?? "",
        member.to?.description ?? "",
      ]
    }
  }
}

/// Writes the table in which budgets, advances and spending of a year are filled in.
struct TemplateSettlementsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settlements",
    abstract: "生成医保总额预算填报表（CSV），金额单位元。Writes the table of insurance budgets, in yuan.")

  @OptionGroup var options: LedgerOptions
  @OptionGroup var target: TableTarget
  @Option(help: "年份，如 2023。A year.") var year: String

  func run() throws {
    let year = try Opened.year(self.year)
    try target.write(options) { opened, counties in
      let book = try opened.desk().book
      let months = (1...12).map { "\($0)月预拨（元）" }
      let head =
        ["县（市、区）", "代码", "年度", "年度总额预算（元）"] + months
        + ["实际发生（元）", "超支基金承担比例（%）", "结余业务发展比例（%）"]
      return [head]
        + counties.map { county in
          let (account, terms) = (
            book.account(of: county.id, year), book.terms(of: county.id, year)
          )
          return [county.name, county.id, "\(year)", account.budget?.description ?? ""]
            + (1...12).map { account.advances[$0]?.description ?? "" } + [
              account.spending?.description ?? "", terms.overrunFundShare.map { "\($0)" } ?? "",
              terms.surplusDevelopment.map { "\($0)" } ?? "",
            ]
        }
    }
  }
}

/// Where a table is written to.
struct TableTarget: ParsableArguments {
  @Option(help: "写到哪个 .csv 文件。The .csv file to write to.") var to: String
  @Flag(help: "已有同名文件时覆盖。Replaces a file that is there.") var force = false

  /// Writes the rows for the counties of the place that was chosen.
  func write(
    _ options: LedgerOptions, _ rows: (Opened, [Division]) throws -> [[String]]
  ) throws {
    guard to.lowercased().hasSuffix(".csv") else {
      throw Fault("--to 要是 .csv 文件。", "--to takes a .csv file.", exitCode: 2)
    }
    guard force || !FileManager.default.fileExists(atPath: to) else {
      throw Fault(
        "\(to) 已经存在；换个名字，或加 --force 覆盖。",
        "\(to) is there already; choose another name, or replace it with --force.", exitCode: 2)
    }
    let opened = try options.open()
    defer { opened.ledger.close() }
    let counties = opened.catalogue.divisions.all(.county, within: opened.scope)
    let marks = opened.isSample ? [[SharedWords.sample(opened.language)]] : []
    let text = CSVWriter.text(marks + (try rows(opened, counties)), mark: true)
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: to), options: .atomic)
    } catch {
      throw Fault("不能写入 \(to)。", "\(to) cannot be written.")
    }
    Output.write(Safe.line(Phrase("已写入 \(to)", "Wrote \(to)")(opened.language)) + "\n")
  }
}
