import ArgumentParser
import Files
import Foundation
import Intake
import Papers
import Reform

/// Writes the table in which groups and their members are filled in.
struct TemplateGroupsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "groups",
    abstract: "生成医疗集团填报表，带上台账已有的内容。Writes the table of medical groups.")

  @OptionGroup var options: LedgerOptions
  @OptionGroup var target: TableTarget

  func run() throws { try target.write(options) { form, _ in form.groups() } }
}

/// Writes the table in which budgets, advances and spending of a year are filled in.
struct TemplateSettlementsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settlements",
    abstract: "生成医保总额预算填报表，金额单位元。Writes the table of insurance budgets, in yuan.")

  @OptionGroup var options: LedgerOptions
  @OptionGroup var target: TableTarget
  @Option(help: "年份，如 2023。A year.") var year: String

  func run() throws {
    let year = try Opened.year(self.year)
    try target.write(options) { form, _ in form.settlements(year) }
  }
}

/// Writes the table in which scores, verdicts and weights of a year are filled in.
struct TemplateAssessmentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assessments",
    abstract: "生成医疗集团年度考核填报表。Writes the table of the yearly assessment.",
    discussion: """
      考核内容按管这一年的文件；没有文件的县不列。
      The measures are those of the document that governs the year; counties without one are left out.
      """)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var target: TableTarget
  @Option(help: "年份，如 2023。A year.") var year: String

  func run() throws {
    let year = try Opened.year(self.year)
    try target.write(options) { form, _ in try form.assessments(year) }
  }
}

/// Writes the table in which the evidence for the lists is filled in.
struct TemplateEvidenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "生成清单佐证填报表。Writes the table of evidence for the lists.",
    discussion: "不写 --list 是六统一；--list all 是全部清单。Six unified without --list; all for every list.")

  @OptionGroup var options: LedgerOptions
  @OptionGroup var target: TableTarget
  @Option(help: "清单，可写几个；all 是全部。A list, may be repeated; all for every one.")
  var list: [String] = []

  func run() throws {
    try target.write(options) { form, charter in
      form.evidence(try sets(charter), all: list == ["all"])
    }
  }

  private func sets(_ charter: GroupCharter) throws -> [ChecklistSet] {
    guard !charter.sets.isEmpty else {
      throw Fault(
        "这本台账没有一份文件列有清单，没有佐证可填，没有写出表格。",
        "No document of this ledger has a checklist: there is no evidence to fill in, and no table was "
          + "written.")
    }
    guard list != ["all"] else { return charter.sets }
    return try (list.isEmpty ? [GroupCharter.gate] : list).map { name in
      let found = charter.sets.first { [$0.id, $0.name.zh, $0.name.en].contains(name) }
      guard let found else {
        throw Fault(
          "没有叫“\(name)”的清单；可用：\(charter.sets.map(\.name.zh).joined(separator: "、"))。",
          "There is no list “\(name)”: \(charter.sets.map(\.id).joined(separator: ", ")).",
          exitCode: 2)
      }
      return found
    }
  }
}

/// Where a table is written to.
struct TableTarget: ParsableArguments {
  @Option(help: "写到哪个 .csv 或 .xlsx 文件。The .csv or .xlsx file to write to.") var to: String
  @Flag(help: "已有同名文件时覆盖。Replaces a file that is there.") var force = false

  private var isWorkbook: Bool { to.lowercased().hasSuffix(".xlsx") }

  /// Writes a table for the place that was chosen, with what stands in the ledger.
  func write(
    _ options: LedgerOptions, _ table: (GroupSheets, GroupCharter) throws -> FillTable
  ) throws {
    guard isWorkbook || to.lowercased().hasSuffix(".csv") else {
      throw Fault("--to 要是 .csv 或 .xlsx 文件。", "--to takes a .csv or .xlsx file.", exitCode: 2)
    }
    guard force || !FileManager.default.fileExists(atPath: to) else {
      throw Fault(
        "\(to) 已经存在；换个名字，或加 --force 覆盖。",
        "\(to) is there already; choose another name, or replace it with --force.", exitCode: 2)
    }
    let opened = try options.lookOnly()
    defer { opened.ledger.close() }
    guard let scope = opened.catalogue.divisions[opened.scope] else { return }
    let desk = try opened.desk()
    let form = GroupSheets(desk, scope, opened.language, isSample: opened.isSample)
    try write(try table(form, desk.charter), opened)
    Output.write(Safe.line(Phrase("已写入 \(to)", "Wrote \(to)")(opened.language)) + "\n")
  }

  private func write(_ table: FillTable, _ opened: Opened) throws {
    guard !isWorkbook else { return try XLSXWriter.write(table.workbook(), to: to) }
    let marks = opened.isSample ? [[FieldWords.sample(opened.language)]] : []
    try UserFile.write(CSVWriter.text(marks + table.texts(), mark: true).utf8, to: to)
  }
}
