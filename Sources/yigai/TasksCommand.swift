import ArgumentParser
import Cells
import Dashboard
import Foundation
import Papers
import Reform

/// Lists tasks with their standings.
struct TasksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tasks", abstract: "列出任务及其落实情况。Lists tasks with their standings.")

  @OptionGroup var options: LedgerOptions
  @Option(help: "文件，如 jyg-2019-1。A document.") var document: String?
  @Option(help: "部门，如 省医保局。A department.") var department: String?
  @Option(help: "状态。A status: notStarted | underway | done | signedOff | suspended")
  var status: String?
  @Option(help: "亮灯。A light: red | yellow | green | grey") var signal: String?
  @Flag(help: "JSON") var json = false
  @Flag(help: "CSV") var csv = false

  func run() throws {
    let opened = try options.look()
    defer { opened.ledger.close() }
    guard !(json && csv) else {
      throw Fault("--json 和 --csv 只能用一个。", "--json and --csv exclude each other.", exitCode: 2)
    }
    let listed = try list(opened)
    if json {
      try Output.json(
        listed.map { TaskShape($0.task, $0.standings, opened.catalogue, isSample: opened.isSample) }
      )
    } else if csv {
      Output.write(CSVWriter.text(rows(listed, opened), mark: false))
    } else {
      Output.table(lines(listed, opened), sample: opened.isSample, opened.language)
    }
  }

  private struct Listed {
    var task: ReformTask
    var whole: TaskStanding
    var standings: [Standing]
  }

  private func list(_ opened: Opened) throws -> [Listed] {
    let wanted = try status.map(opened.status)
    let light = try self.light()
    if let document, opened.catalogue.document(document) == nil {
      let keys = opened.catalogue.documents.map(\.id).joined(separator: "、")
      throw Fault(
        "没有文件“\(document)”；有 \(keys)。", "No document “\(document)”; there are \(keys).", exitCode: 2
      )
    }
    let progress = try opened.runner().progress(on: opened.day, in: opened.scope)
    let report = TaskReport(
      opened.catalogue, tallies: progress.tallies, entered: progress.entered, on: opened.day,
      in: opened.scope)
    return try report.standings.compactMap { whole in
      let task = opened.catalogue.tasks[whole.task]
      guard document == nil || task.document == document, names(department, task, opened) else {
        return nil
      }
      if let wanted, whole.status != wanted { return nil }
      if let light, whole.light.signal != light { return nil }
      let scope = opened.scope == opened.catalogue.province ? nil : opened.scope
      let standings = try opened.ledger.standings(
        of: task, in: opened.catalogue, asOf: opened.day, within: scope)
      return Listed(task: task, whole: whole, standings: standings)
    }
  }

  private func light() throws -> Signal? {
    guard let signal else { return nil }
    let found = Signal.allCases.first { $0.rawValue == signal || Spelled.signal($0).zh == signal }
    guard let found else {
      let list = Signal.allCases.map(\.rawValue).joined(separator: " | ")
      throw Fault("没有灯“\(signal)”，只有 \(list)。", "No light “\(signal)”: \(list).", exitCode: 2)
    }
    return found
  }

  /// Whether a task names a department, in any of the forms that documents use.
  private func names(_ department: String?, _ task: ReformTask, _ opened: Opened) -> Bool {
    guard let department else { return true }
    let forms = opened.catalogue.departments.first {
      $0.name == department || $0.forms.contains(department)
    }
    let all = Set([department] + (forms.map { [$0.name] + $0.forms } ?? []))
    return task.departments.contains { all.contains($0.name) }
  }

  private static let head = [
    Phrase("编号", "Id"), Phrase("任务", "Task"), Phrase("部门", "Departments"), Phrase("时限", "Due"),
    Phrase("状态", "Status"), Phrase("灯", "Light"), Phrase("办结", "Finished"),
  ]

  private func lines(_ listed: [Listed], _ opened: Opened) -> [[String]] {
    let language = opened.language
    return [Self.head.map { $0(language) }]
      + listed.map { item in
        [
          item.task.id, item.task.title(language),
          item.task.departments.map(\.name).joined(separator: " "),
          item.whole.due?.description ?? "", Spelled.status(item.whole.status)(language),
          Spelled.signal(item.whole.light.signal)(language),
          "\(item.whole.counts.finished)/\(item.whole.counts.total)",
        ]
      }
  }

  /// A row for every standing, as a spreadsheet wants it.
  private func rows(_ listed: [Listed], _ opened: Opened) -> [[String]] {
    let language = opened.language
    let head = [
      Phrase("编号", "Id"), Phrase("文件", "Document"), Phrase("条款", "Clause"), Phrase("任务", "Task"),
      Phrase("专题", "Theme"), Phrase("部门", "Departments"), Phrase("地区代码", "Code"),
      Phrase("地区", "Place"), Phrase("期", "Period"), Phrase("时限", "Due"), Phrase("状态", "Status"),
      Phrase("灯", "Light"), Phrase("登记日", "Entered"), Phrase("登记人", "By"), Phrase("备注", "Note"),
    ]
    let marks = opened.isSample ? [[SharedWords.sample(language)]] : []
    return marks + [head.map { $0(language) }]
      + listed.flatMap { item in
        item.standings.map { standing in
          [
            item.task.id, item.task.document, item.task.clause, item.task.title(language),
            opened.catalogue.theme(item.task.theme)?.name(language) ?? item.task.theme,
            item.task.departments.map { opened.catalogue.name(of: $0, in: language) }
              .joined(separator: "；"),
            standing.line.place,
            opened.catalogue.divisions[standing.line.place]?.name(in: language) ?? "",
            standing.line.period?.description ?? "", standing.due?.description ?? "",
            Spelled.status(standing.status)(language),
            Spelled.signal(standing.light.signal)(language), standing.day?.description ?? "",
            standing.who ?? "", standing.note ?? "",
          ]
        }
      }
  }
}
