import Bundle
import Foundation
import Intake
import LedgerStore
import Reform
import Runtime

/// What an import of figures says: every finding with its place, then what became of each file.
struct FigureImportReport {
  private(set) var files: [FigureImport.File]
  let language: Language
  let isSample: Bool
  private let named: String
  let book: IndicatorCatalogue
  var batches: [Batch] = []
  /// What the batches are called by on a command line.
  var tickets: [Batch.ID: ActTicket] = [:]
  var isTrial = false
  /// Whether the findings stand on the screen already.
  var hasFindings = false

  init(_ files: [FigureImport.File], _ opened: Opened) {
    (self.files, language, isSample) = (files, opened.language, opened.isSample)
    (book, named) = (opened.catalogue.indicators, opened.named)
  }

  /// Takes files as they were when they were posted, where others had entered more meanwhile.
  mutating func renew(_ posted: [FigureImport.File]) {
    for file in posted {
      guard let index = files.firstIndex(where: { $0.name == file.name }) else { continue }
      files[index] = file
    }
  }

  func write(json: Bool) throws {
    if json { return try Output.json(shape) }
    var text = isSample ? FieldWords.sample(language) + "\n" : ""
    for file in files where !hasFindings {
      text += columnTable(file)
      for finding in file.findings { text += finding.line(language) + "\n" }
    }
    for file in files {
      text += summary(file) + "\n"
      if batches.contains(where: { $0.hash == file.hash }), !file.accepted.isEmpty {
        let words = file.accepted.joined(separator: "、")
        text +=
          Safe.line(Phrase("已接受的表头用语：\(words)", "Words of headings accepted: \(words)")(language))
          + "\n"
      }
    }
    Output.write(text)
  }

  private func summary(_ file: FigureImport.File) -> String {
    let errors = file.findings.count { $0.severity == .error }
    let warnings = file.findings.count { $0.severity == .warning }
    var zh = ["\(file.name)：新数据 \(file.figures.count) 个"]
    var en = ["\(file.name): \(Plural("new figure").of(file.figures.count))"]
    if file.unchanged > 0 {
      zh.append("与台账相同 \(file.unchanged) 个")
      en.append("\(file.unchanged) as in the ledger")
    }
    if file.blanks > 0 {
      zh.append("未填 \(file.blanks) 行")
      en.append("\(Plural("row").of(file.blanks)) not filled in")
    }
    zh.append("错误 \(errors) 处")
    en.append(Plural("error").of(errors))
    zh.append("提醒 \(warnings) 处")
    en.append(Plural("warning").of(warnings))
    let end = outcome(file)
    return Safe.line(
      Phrase(
        zh.joined(separator: "，") + "。" + end.zh, en.joined(separator: ", ") + ". " + end.en)(
          language))
  }

  private func outcome(_ file: FigureImport.File) -> Phrase {
    if let known = file.known {
      return Phrase(
        "这个文件已在 \(known.day) 由\(known.who)作为批次 \(known.id) 导入，没有重复登记。",
        "The same file was imported on \(known.day) by \(known.who) as batch \(known.id); nothing new."
      )
    }
    if let batch = batches.first(where: { $0.hash == file.hash }) {
      return Phrase(
        "已导入，批次 \(ticket(batch))（撤回：yigai import figures --take-back \(ticket(batch))\(named)）。",
        "Imported as batch \(ticket(batch)) (take back: yigai import figures --take-back \(ticket(batch))\(named))."
      )
    }
    if isTrial || file.isBarred { return Phrase("没有导入。", "Not imported.") }
    return file.figures.isEmpty && file.findings.isEmpty
      ? Phrase("没有要登记的。", "There is nothing to enter.") : Phrase("", "")
  }

  private func ticket(_ batch: Batch) -> ActTicket { tickets[batch.id] ?? ActTicket(batch.id) }

  /// An import as `yigai import figures --json` gives it; the shape is part of the product.
  private var shape: JSONValue {
    let findings = files.flatMap(\.findings)
    return .object([
      "files": .list(files, shape),
      "findings": .list(findings) { .finding($0, withWords: true) },
      "errors": .whole(findings.count { $0.severity == .error }),
      "warnings": .whole(findings.count { $0.severity == .warning }),
      "dryRun": .truth(isTrial), "sample": .truth(isSample),
    ])
  }

  private func shape(_ file: FigureImport.File) -> JSONValue {
    let batch = batches.first { $0.hash == file.hash }
    return .object([
      "file": .text(file.name), "hash": .text(file.hash), "figures": .whole(file.figures.count),
      "unchanged": .whole(file.unchanged), "blanks": .whole(file.blanks),
      "batch": .whole(batch?.id), "knownBatch": .whole(file.known?.id),
      "takeBack": batch.map { .text("\(ticket($0))") } ?? .null,
      "imported": .truth(batch != nil),
      "columns": Table.imported(file.summary, book, language).json,
      "accepted": .texts(batch == nil ? [] : file.accepted),
    ])
  }
}
