import ArgumentParser
import LedgerStore
import Papers
import Reform

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
    let standings = try standings(opened)
    let newest = try opened.ledger.entryCount()
    let last = try opened.ledger.entries([newest])[newest]
    for target in targets {
      let lines = standings.filter {
        opened.catalogue.divisions.isLine(at: $0.line.place, ofForm: target.place.id)
      }
      guard !lines.isEmpty else {
        say(none: target.place, opened)
        continue
      }
      let form = TaskForm(
        opened.catalogue, of: target.place, lines, on: opened.day, last: last, opened.language,
        isSample: opened.isSample, department: department)
      try target.write(form.workbook(), opened)
    }
  }

  private func say(none place: Division, _ opened: Opened) {
    let words = Phrase(
      "\(place.name)没有这样的任务，没有写表。", "\(place.english) has no such task; no form was written.")
    Output.write(Safe.line(words(opened.language)) + "\n")
  }

  /// Every line that the forms may hold, task by task, period by period.
  private func standings(_ opened: Opened) throws -> [Standing] {
    let (catalogue, day) = (opened.catalogue, opened.day)
    let scope = opened.government == catalogue.province ? nil : opened.government
    return try catalogue.tasks.filter { task in
      catalogue.isIssued(task, by: day) && department.map { opened.names($0, task) } ?? true
    }.flatMap { task in
      try opened.ledger.standings(of: task, in: catalogue, asOf: day, within: scope)
    }
  }
}
