import Bundle
import Foundation
import Intake
import Reform
import Runtime

/// What an import of figures says: every finding with its place, then what became of each file.
struct FigureImportReport {
  private(set) var files: [FigureImport.File]
  let language: Language
  let isSample: Bool
  let book: IndicatorBook
  var batches: [Batch] = []
  var isTrial = false
  /// Whether the findings stand on the screen already.
  var hasFindings = false

  init(_ files: [FigureImport.File], _ opened: Opened) {
    (self.files, language, isSample) = (files, opened.language, opened.isSample)
    book = BundledCatalogue.indicators()
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
      for finding in file.findings { text += line(finding) + "\n" }
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

  /// A finding in a line: gravity, file, sheet and cell, then the sentence.
  private func line(_ finding: Finding) -> String {
    let gravity: Phrase =
      switch finding.gravity {
      case .error: Phrase("错误", "error")
      case .warning: Phrase("提醒", "warning")
      case .note: Phrase("说明", "note")
      }
    let source = finding.source
    var place = [gravity(language), source.file ?? ""]
    if let sheet = source.sheet { place.append("“\(sheet)”") }
    if let cell = source.cell {
      place.append(cell)
    } else if let row = source.line {
      place.append(Phrase("第 \(row) 行", "row \(row)")(language))
    }
    let message = finding.message(language)
    // Faults name the file themselves.
    let isNamed = source.line == nil && message.contains("“\(source.file ?? "?")”")
    let head = isNamed ? gravity(language) : place.joined(separator: " ")
    return Safe.line(head + Phrase("：", ": ")(language) + message)
  }

  private func summary(_ file: FigureImport.File) -> String {
    let errors = file.findings.count { $0.gravity == .error }
    let warnings = file.findings.count { $0.gravity == .warning }
    var zh = ["\(file.name)：新数据 \(file.figures.count) 个"]
    var en = ["\(file.name): \(file.figures.count) new figures"]
    if file.unchanged > 0 {
      zh.append("与台账相同 \(file.unchanged) 个")
      en.append("\(file.unchanged) as in the ledger")
    }
    if file.blanks > 0 {
      zh.append("未填 \(file.blanks) 行")
      en.append("\(file.blanks) rows not filled in")
    }
    zh.append("错误 \(errors) 处")
    en.append("\(errors) errors")
    zh.append("提醒 \(warnings) 处")
    en.append("\(warnings) warnings")
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
        "已导入，批次 \(batch.id)（撤回：yigai import figures --take-back \(batch.id)）。",
        "Imported as batch \(batch.id) (take back: yigai import figures --take-back \(batch.id)).")
    }
    if isTrial || file.isBarred { return Phrase("没有导入。", "Not imported.") }
    return file.figures.isEmpty && file.findings.isEmpty
      ? Phrase("没有要登记的。", "Nothing to enter.") : Phrase("", "")
  }

  private var shape: FigureImportShape {
    FigureImportShape(
      files: files.map { file in
        FigureImportShape.FileShape(
          file: file.name, hash: file.hash, figures: file.figures.count,
          unchanged: file.unchanged, blanks: file.blanks,
          batch: batches.first { $0.hash == file.hash }?.id, knownBatch: file.known?.id,
          imported: batches.contains { $0.hash == file.hash }, columns: columnShapes(file),
          accepted: batches.contains { $0.hash == file.hash } ? file.accepted : [])
      },
      findings: files.flatMap(\.findings).map(FigureImportShape.FindingShape.init),
      errors: files.flatMap(\.findings).count { $0.gravity == .error },
      warnings: files.flatMap(\.findings).count { $0.gravity == .warning },
      dryRun: isTrial, sample: isSample)
  }
}

/// An import as `yigai import figures --json` gives it; the shape is part of the product.
struct FigureImportShape: Encodable {
  struct FileShape: Encodable {
    var file: String
    var hash: String
    var figures: Int
    var unchanged: Int
    var blanks: Int
    var batch: Int?
    var knownBatch: Int?
    var imported: Bool
    var columns: JSONValue
    var accepted: [String]

    enum CodingKeys: CodingKey {
      case file, hash, figures, unchanged, blanks, batch, knownBatch, imported, columns, accepted
    }

    func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: CodingKeys.self)
      try values.encode(file, forKey: .file)
      try values.encode(hash, forKey: .hash)
      try values.encode(figures, forKey: .figures)
      try values.encode(unchanged, forKey: .unchanged)
      try values.encode(blanks, forKey: .blanks)
      try values.encode(batch, forKey: .batch)
      try values.encode(knownBatch, forKey: .knownBatch)
      try values.encode(imported, forKey: .imported)
      try values.encode(columns, forKey: .columns)
      try values.encode(accepted, forKey: .accepted)
    }
  }

  struct FindingShape: Encodable {
    var finding: Finding

    init(_ finding: Finding) { self.finding = finding }

    enum CodingKeys: CodingKey {
      case check, gravity, file, sheet, row, column, cell, message, words
    }

    func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: CodingKeys.self)
      try values.encode(finding.check, forKey: .check)
      try values.encode(finding.gravity, forKey: .gravity)
      try values.encode(finding.source.file, forKey: .file)
      try values.encode(finding.source.sheet, forKey: .sheet)
      try values.encode(finding.source.line, forKey: .row)
      try values.encode(finding.source.column, forKey: .column)
      try values.encode(finding.source.cell, forKey: .cell)
      try values.encode(finding.message, forKey: .message)
      try values.encode(finding.words, forKey: .words)
    }
  }

  var files: [FileShape]
  var findings: [FindingShape]
  var errors: Int
  var warnings: Int
  var dryRun: Bool
  var sample: Bool
}
