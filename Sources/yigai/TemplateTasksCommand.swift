import ArgumentParser
import LedgerStore
import Papers
import Reform
import Runtime

/// Writes the workbook in which a place fills in how its tasks stand.
struct TemplateTasksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tasks",
    abstract: "生成任务进展填报表（XLSX）。Writes the workbook that collects progress.",
    discussion: """
      每个市一个文件，一行是一项任务在一个地区的一期；--place 指定一个地区，--department 只要一个部门的任务。
      A file for each city, a row for each task, place and period; --place for one place, --department
      for the tasks of one department.
      """)

  @OptionGroup var options: LedgerOptions
  @Option(help: "写到哪个文件夹，或一个 .xlsx 文件。The folder, or an .xlsx file, to write to.") var to: String
  @Option(help: "部门，如 省医保局。A department.") var department: String?
  @Flag(help: "已有同名文件时覆盖。Replaces files that are there.") var force = false

  func run() throws {
    let opened = try options.lookOnly()
    defer { opened.ledger.close() }
    if let department { try opened.refuseUnknown(department: department) }
    let targets = try FormTarget.all(opened, to: to, force: force) {
      TaskForm.fileName(of: $0, on: opened.day, department: department)
    }
    let maker = TaskFormMaker(
      opened.catalogue, opened.ledger, on: opened.day, opened.language, isSample: opened.isSample)
    let scope = opened.government == opened.catalogue.province ? nil : opened.government
    let books = try maker.books(
      of: targets.map(\.place), within: scope, department: department,
      where: { task in department.map { opened.names($0, task) } ?? true })
    for (target, book) in zip(targets, books) {
      guard let book else {
        say(none: target.place, opened)
        continue
      }
      try target.write(book, opened)
    }
  }

  private func say(none place: Division, _ opened: Opened) {
    let words = Phrase(
      "\(place.name)没有这样的任务，没有写表。", "\(place.english) has no such task; no form was written.")
    Output.write(Safe.line(words(opened.language)) + "\n")
  }
}
