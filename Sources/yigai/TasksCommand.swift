import ArgumentParser
import Bundle
import Cells
import Foundation
import Intake
import LedgerStore
import Reform
import Runtime

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
  @Option(help: "查找：名称、单位、地区、原文、备注，拼音和首字母也行。Looks for words in names, clauses and notes.")
  var search: String?
  @OptionGroup var form: TableOptions

  func run() throws {
    try form.refuseBoth()
    let opened = try options.look()
    defer { opened.ledger.close() }
    let listed = try list(opened)
    try form.write(
      form.csv ? lines(listed, opened) : wholes(listed, opened),
      json: { .list(listed) { json(of: $0, opened) } })
  }

  private func json(of item: Listed, _ opened: Opened) -> JSONValue {
    let hits = JSONValue.list(item.hits) {
      .object(["field": .text($0.field.rawValue), "excerpt": .text($0.excerpt)])
    }
    return TaskJSON(
      task: item.task, standings: item.standings, whole: item.whole, place: opened.scope,
      catalogue: opened.catalogue, hits: search == nil ? .absent : hits,
      isSample: opened.isSample
    ).value
  }

  private struct Listed {
    var task: ReformTask
    var whole: TaskStanding
    var standings: [Standing]
    /// Where what was looked for stands; empty where nothing was.
    var hits: [Found] = []
  }

  /// A field and the words around.
  private struct Found {
    var field: SearchIndex.Field
    var excerpt: String

    func words(_ language: Language) -> String {
      field.words(language) + (language == .zh ? "：" : ": ") + excerpt
    }
  }

  private func list(_ opened: Opened) throws -> [Listed] {
    let wanted = try status.map(opened.status)
    let light = try self.light()
    let document = try document.map { try opened.document(called: $0).id }
    if let department { try opened.refuseUnknown(department: department) }
    let report = try self.report(opened)
    let found = try search.map { try self.found($0, opened) }
    return try report.standings.compactMap { whole in
      let task = opened.catalogue.tasks[whole.task]
      guard found == nil || found?[whole.task] != nil else { return nil }
      guard document == nil || task.document == document,
        department.map({ opened.names($0, task) }) ?? true
      else {
        return nil
      }
      if let wanted, whole.status != wanted { return nil }
      if let light, whole.light.signal != light { return nil }
      let scope = opened.scope == opened.catalogue.province ? nil : opened.scope
      let within = opened.government == opened.scope ? scope : opened.government
      let standings = try opened.ledger.standings(
        of: task, in: opened.catalogue, asOf: opened.day, within: within
      ).filter { opened.government == opened.scope || $0.line.place == opened.government }
      return Listed(
        task: task, whole: whole, standings: standings, hits: found?[whole.task] ?? [])
    }
  }

  /// How tasks stand in the place; of an own level (市本级) its government's lines alone.
  private func report(_ opened: Opened) throws -> TaskReport {
    let (catalogue, day) = (opened.catalogue, opened.day)
    if opened.government != opened.scope {
      let tallies = try opened.ledger.tallies(
        asOf: day, in: catalogue.divisions[opened.government], ownLevel: true)
      return .ofOwnLevel(
        catalogue, tallies: tallies, entered: try opened.ledger.enteredDues(asOf: day), on: day,
        at: opened.government)
    }
    let progress = try Reader(opened.ledger).progress(
      on: day, in: opened.scope, opened.catalogue)
    return TaskReport(
      catalogue, tallies: progress.tallies, entered: progress.entered, on: day, in: opened.scope)
  }

  /// Where words stand, by the position of the task.
  private func found(_ text: String, _ opened: Opened) throws -> [Int: [Found]] {
    let query = SearchQuery(text, pinyin: BundledCatalogue.pinyin())
    guard !query.isEmpty else {
      throw Fault("--search 要写查找的内容。", "--search takes something to look for.", exitCode: 2)
    }
    let known = try opened.ledger.searchable(asOf: opened.day, in: opened.scope)
    let index = SearchIndex(opened.catalogue, texts: known.texts, notes: known.notes)
    var found: [Int: [Found]] = [:]
    for task in opened.catalogue.tasks.indices {
      found[task] = index.hits(of: query, in: task)?.map {
        Found(field: $0.field, excerpt: index.excerpt($0, in: task))
      }
    }
    return found
  }

  private func light() throws -> Signal? {
    guard let signal else { return nil }
    let found = Signal.allCases.first {
      $0.rawValue == signal || FieldWords.signal($0).zh == signal
    }
    guard let found else {
      let known = Signal.allCases.map { ($0.rawValue, FieldWords.signal($0)) }
      throw CommandValue.refusal(of: signal, Phrase("灯", "light"), known)
    }
    return found
  }

  private func wholes(_ listed: [Listed], _ opened: Opened) -> Table {
    let rows = listed.map { item in
      Table.TaskRow(
        item.whole, hits: item.hits.map { $0.words(opened.language) }.joined(separator: "  "))
    }
    return .tasks(
      rows, opened.catalogue, opened.language, isSearched: search != nil,
      isSample: opened.isSample)
  }

  /// A row for every standing, as a spreadsheet wants it.
  private func lines(_ listed: [Listed], _ opened: Opened) -> Table {
    .standings(
      listed.flatMap(\.standings), opened.catalogue, opened.language, isSample: opened.isSample)
  }
}
