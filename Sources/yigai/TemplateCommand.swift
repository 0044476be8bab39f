import ArgumentParser
import Bundle
import Foundation
import Intake
import LedgerStore
import Papers
import Reform

/// Writes the forms that are sent out.
struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "生成填报模板。Writes forms to send out.",
    subcommands: [
      TemplateFiguresCommand.self, TemplateTasksCommand.self, TemplateGroupsCommand.self,
      TemplateSettlementsCommand.self, TemplateAssessmentsCommand.self,
      TemplateEvidenceCommand.self,
      TemplateDocumentCommand.self,
    ])
}

/// Writes the workbook in which a place fills in its figures of a year.
struct TemplateFiguresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures",
    abstract: "生成指标数据填报表（XLSX）。Writes the workbook that collects figures.",
    discussion: """
      --place 指定一个市；不写则是全省一个文件。--to 是文件夹时每个市一个文件。
      With --place for one city, otherwise for the whole province; where --to is a folder, a file
      for each city.
      """)

  @OptionGroup var options: LedgerOptions
  @Option(help: "数据年份，如 2023。The year of the figures.") var year: Int
  @Option(help: "写到哪个文件或文件夹。The file or folder to write to.") var to: String
  @Flag(help: "已有同名文件时覆盖。Replaces files that are there.") var force = false

  func run() throws {
    guard (1949...9999).contains(year) else {
      throw Fault("--year 要写成 2023 这样的年份。", "--year takes a year such as 2023.", exitCode: 2)
    }
    let opened = try options.lookOnly()
    defer { opened.ledger.close() }
    // Figures are asked for a year that is over or running; the next one is prepared at most.
    guard year <= opened.today.year + 1 else {
      throw Fault(
        "--year \(year) 还早（今年 \(opened.today.year)）；最多写到 \(opened.today.year + 1)。",
        "--year \(year) is far ahead (this is \(opened.today.year)); \(opened.today.year + 1) at most.",
        exitCode: 2)
    }
    let targets = try FormTarget.all(opened, to: to, force: force) {
      FigureForm.fileName(of: $0, year)
    }
    let figures = try opened.ledger.figures(.init(years: (year - 1)...(year - 1)), asOf: opened.day)
    let standing = Dictionary(figures.map { ($0.key, $0) }, uniquingKeysWith: { _, last in last })
    let book = opened.catalogue.indicators
    for target in targets {
      let form = FigureForm(
        book: book, catalogue: opened.catalogue, place: target.place, year: year,
        language: opened.language, isSample: opened.isSample
      ) { standing[$0] }
      try target.write(form.workbook(), opened)
    }
  }
}
