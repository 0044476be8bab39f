import ArgumentParser
import Bundle
import Foundation
import Intake
import LedgerStore
import Reform
import Runtime

/// Brings files of an office into the ledger.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "导入文件。Imports files.",
    subcommands: [
      ImportDocumentCommand.self, ImportFiguresCommand.self, ImportTasksCommand.self,
      ImportGroupsCommand.self, ImportSettlementsCommand.self, ImportAssessmentsCommand.self,
      ImportEvidenceCommand.self,
    ])
}

/// Reads a policy document into clauses, departments, deadlines, places and targets.
struct ImportDocumentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "document",
    abstract:
      "把一份政策文件读成待审的任务。Reads a policy document into drafts of tasks.",
    discussion:
      "TXT、DOCX、HTML、PDF（有文字层）。读出的条款在总览的“文件”一屏（按 7）逐条审核；台账已有的文件补上原文，并列出不同之处。")

  @Argument(help: "文件。The file.") var file: String
  @OptionGroup var options: LedgerOptions
  @Flag(name: .customLong("dry-run"), help: "只读不写。Reads, writes nothing.") var dryRun = false
  @Flag(help: "JSON") var json = false

  @Flag(
    name: .customLong("accept-sure"),
    help: "没有疑问的条款直接入账。Files the drafts without a doubt at once.")
  var acceptSure = false

  func run() throws {
    let language = options.lang.flatMap(Language.init) ?? Surroundings.settings().settings.language
    let bytes = try DocumentIntake.bytes(of: Surroundings.path(file), named: file)
    guard !dryRun else { return try look(at: bytes, language) }
    // What cannot be imported leaves the ledger as it is, to the last byte.
    let reading = try considered(bytes)
    let opened = try options.open()
    defer { opened.ledger.close() }
    _ = try opened.stamp()
    let review = try DocumentIntake.review(
      reading, file: file, in: opened.catalogue,
      reported: try opened.world().achievements(opened.catalogue))
    let words = try opened.ledger.act {
      let came = try opened.world().keep(review, in: opened.catalogue)
      return try self.words(came, review, opened)
    }
    if acceptSure { Output.didEnter() }
    try show(reading, review, language)
    Output.note(Safe.line(words(language)))
    if let gone = try Self.gone(review, in: opened.catalogue) {
      Output.note(Safe.line(gone(language)))
    }
  }

  /// Reads a document by the places of the ledger; throws where it is not to be imported there.
  private func considered(_ bytes: [UInt8]) throws -> DocumentReading {
    let opened = try options.lookAtFiles()
    defer { opened.ledger.close() }
    let reading = try DocumentIntake.reading(of: bytes, named: file, in: opened.catalogue)
    try DocumentIntake.refuseEmpty(reading, named: file)
    try DocumentIntake.refuseForeign(reading, named: file, in: opened.catalogue)
    return reading
  }

  /// Shows what is read, and says why it could not be imported where that is so.
  ///
  /// That needs no ledger: where there is none, the document is read as one of its own province.
  private func look(at bytes: [UInt8], _ language: Language) throws {
    let choice = options.choice
    let opened = choice.hasLedger || !choice.isUsual ? try options.lookAtFiles() : nil
    defer { opened?.ledger.close() }
    let catalogue = opened?.catalogue ?? BundledCatalogue.tables()
    let reading = try DocumentIntake.look(at: bytes, named: file, in: catalogue)
    try show(reading, nil, language)
    guard opened != nil else { return }
    do throws(Fault) {
      try DocumentIntake.refuseForeign(reading, named: file, in: catalogue)
    } catch {
      Output.note(Safe.line(error.message(language)))
    }
  }

  /// What was read, and of a document that the ledger holds where it says something else.
  private func show(_ reading: DocumentReading, _ review: Review?, _ language: Language) throws {
    guard json else { return say(reading, language) }
    let changes = review.flatMap { review in
      review.isKnown
        ? review.drafts.filter { !$0.differences.isEmpty }.map {
          ReadingChange(task: $0.task.id, fields: $0.differences)
        } : nil
    }
    Output.write(json: try reading.json(changes: changes))
  }

  /// What became of it, in a sentence.
  private func words(
    _ came: Review.Imported, _ review: Review, _ opened: Opened
  ) throws -> Phrase {
    let name = review.document.number.isEmpty ? review.file : review.document.number
    switch came {
    case .same where review.document.kind == .bulletin:
      let figures = review.drafts.reduce(0) { $0 + $1.task.targets.count }
      return Phrase(
        "\(name)：与台账一致，\(review.drafts.count) 条成效、\(figures) 个数字都已在台账。",
        "\(name): as the ledger has it, \(Plural("fact").of(review.drafts.count)) with "
          + "\(Plural("figure").of(figures)).")
    case .same(_, texts: 0):
      return Phrase(
        "\(name)：与台账一致，原文也都已在台账，没有新内容。",
        "\(name): as the ledger has it, text and all; nothing new.")
    case .same(_, let texts):
      return Phrase(
        "\(name)：与台账一致，新存入 \(texts) 条原文。",
        "\(name): as the ledger has it; the full text of \(Plural("clause").of(texts)) is kept.")
    case .waits(let id):
      // As it is kept: what was decided on the same clauses before stands.
      guard var kept = try opened.ledger.review(id, in: opened.catalogue) else {
        throw Fault("待审的文件已由别人处理。", "Somebody else has dealt with this review.")
      }
      let outcome = try acceptSure ? file(&kept, opened) : .waiting
      return outcome.words(name, isBulletin: review.document.kind == .bulletin, left: kept.waiting)
    }
  }

  /// The tasks that the ledger has of the document and this text has not; nil where there are none.
  ///
  /// Of the bundled documents some were set by hand, from words outside of every clause.
  private static func gone(_ review: Review, in catalogue: Catalogue) throws -> Phrase? {
    guard !review.missing.isEmpty,
      try !BundledCatalogue.whole(of: catalogue.province).documents.contains(where: {
        $0.id == review.document.id
      })
    else { return nil }
    let named = review.missing.prefix(5).map { id in
      let title = catalogue.task(id)?.title ?? Phrase("", "")
      return Phrase("\(id)（\(title.zh)）", "\(id) (\(title.en))")
    }
    let more = review.missing.count > 5 ? " … +\(review.missing.count - 5)" : ""
    return Phrase(
      "台账里有 \(review.missing.count) 项任务，这次的文本里没有：\(named.map(\.zh).joined(separator: "、"))\(more)；"
        + "已取消的请用 yigai task leave-out 移出。",
      "The ledger has \(Plural("task").of(review.missing.count)) of it that this text has not: "
        + "\(named.map(\.en).joined(separator: ", "))\(more); yigai task leave-out takes out what is no more."
    )
  }

  private static func words(_ nature: StatedTarget.Nature?) -> Phrase {
    switch nature {
    case .binding: Phrase("约束性", "binding")
    case .expected: Phrase("预期性", "expected")
    case nil: Phrase("", "")
    }
  }

  /// A row for each finding; what is said of the same words in several places is said once.
  private static func problems(_ findings: [Finding], _ language: Language) -> [[String]] {
    var order: [[String]] = []
    var places: [[String]: [String]] = [:]
    for finding in findings {
      let said = [finding.message(language), finding.words ?? ""]
      if places[said] == nil { order.append(said) }
      places[said, default: []].append(
        "\(finding.source.line ?? 0):\(finding.source.column ?? 0)")
    }
    return order.map { said in
      let all = places[said] ?? []
      let shown = all.prefix(3).joined(separator: " ") + (all.count > 3 ? " … ×\(all.count)" : "")
      return ["! " + shown] + said
    }
  }

  /// What `--accept-sure` came to.
  private enum Filing {
    case waiting
    case filed(Int)
    case noneSure
    case lacks([DocumentField])

    func words(_ name: String, isBulletin: Bool, left: Int) -> Phrase {
      let rest =
        left == 0
        ? Phrase("没有待定的条款。", "no draft is left to decide.")
        : Phrase(
          "\(left) 条待审。打开 yigai，按 7 逐条审核。",
          "\(Plural("draft waits", "drafts wait").of(left)). Open yigai and press 7 to go through them."
        )
      switch self {
      case .waiting: return Phrase("\(name)：\(rest.zh)", "\(name): \(rest.en)")
      case .filed(let count) where isBulletin:
        return Phrase(
          "\(name)：\(count) 条成效已记入台账；\(rest.zh)",
          "\(name): \(Plural("fact is", "facts are").of(count)) in the ledger; \(rest.en)")
      case .filed(let count):
        return Phrase(
          "\(name)：\(count) 项任务已记入台账；\(rest.zh)",
          "\(name): \(Plural("task is", "tasks are").of(count)) in the ledger; \(rest.en)")
      case .noneSure:
        return Phrase(
          "\(name)：没有新的、没有疑问的条款可以直接入账；\(rest.zh)",
          "\(name): no clause is new and without a doubt, so none was filed; \(rest.en)")
      case .lacks(let fields):
        let names = fields.map(Self.name)
        return Phrase(
          "\(name)：\(names.map(\.zh).joined(separator: "、"))没有读全，还不能入账。打开 yigai，按 7 补填。",
          "\(name): its \(names.map(\.en).joined(separator: ", ")) was not found, so nothing is filed "
            + "yet. Open yigai and press 7 to enter it.")
      }
    }

    private static func name(_ field: DocumentField) -> Phrase {
      switch field {
      case .number: Phrase("文号", "number")
      case .title, .short: Phrase("标题", "title")
      case .issuer: Phrase("发文机关", "issuer")
      case .issued: Phrase("日期", "day")
      case .region: Phrase("地区", "region")
      }
    }
  }

  /// Accepts what is sure of a review that is kept, and files it.
  private func file(_ kept: inout Review, _ opened: Opened) throws -> Filing {
    let sure = kept.acceptSure()
    guard kept.accepted > 0 else { return .noneSure }
    let changed = Dictionary(sure.map { ($0, kept.drafts[$0]) }, uniquingKeysWith: { $1 })
    try opened.ledger.decide(changed, in: kept.id)
    guard kept.document.lacks.isEmpty else { return .lacks(kept.document.lacks) }
    // All of this is one transaction, so that what is kept is what stands in the ledger.
    let filed = try opened.world().enter(.filing(Reform.Filing(kept)), in: opened.catalogue)
    return .filed(filed?.filed ?? 0)
  }

  private func say(_ reading: DocumentReading, _ language: Language) {
    let head = reading.head
    let facts = [head.number, head.title, head.issuer, head.issued?.description].compactMap { $0 }
    var rows = [facts]
    for draft in reading.clauses {
      rows.append([
        draft.path, draft.title,
        draft.departments.map(\.value.name).joined(separator: " "),
        draft.deadlines.map { $0.value.words ?? $0.value.due?.description ?? "" }
          .joined(separator: " "),
      ])
    }
    for stated in reading.targets {
      let year = stated.target.year.map(String.init) ?? ""
      rows.append(["=", Amendment.line([stated.target]), year, Self.words(stated.nature)(language)])
    }
    for draft in reading.facts {
      let printed = draft.targets.compactMap(\.value.reported?.printed)
      rows.append([Clause.number(draft.place), draft.title, printed.joined(separator: " ")])
    }
    rows += Self.problems(reading.findings, language)
    Output.write(Output.text(rows))
  }
}
