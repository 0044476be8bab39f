import Bundle
import Foundation
import Intake
import LedgerStore
import Papers
import Reform
import Runtime
import TestSupport
import Testing

/// The small ledger, its forms on disk, and an import into it.
struct TaskDesk {
  static let today = SmallCatalogue.day

  let scratch: Scratch
  let ledger: Ledger
  let catalogue: Catalogue

  init(_ kind: TestLedger = .small) throws {
    scratch = try Scratch()
    ledger = try Ledger(at: try kind.make(in: scratch))
    catalogue = try ledger.catalogue(over: BundledCatalogue.tables())
  }

  static func stamp(_ who: String = "省医改办") -> Stamp {
    Stamp(who: who, day: today, at: "\(today)T10:00:00+0800")
  }

  /// The form of a place as it lies on disk.
  func form(
    _ place: Division.Code = "140400", _ language: Language = .zh, isSample: Bool = false
  ) throws -> FilledForm {
    let division = try #require(catalogue.divisions[place])
    let standings = try catalogue.tasks.flatMap { task in
      try ledger.standings(of: task, in: catalogue, asOf: Self.today)
    }.filter { catalogue.divisions.isLine(at: $0.line.place, ofForm: place) }
    let newest = try ledger.entryCount()
    let form = TaskForm(
      catalogue, of: division, standings, on: Self.today,
      last: try ledger.entries([newest])[newest], language, isSample: isSample)
    let path = scratch.file("form-\(UUID().uuidString).xlsx")
    try XLSXWriter.write(form.workbook(), to: path)
    return try FilledForm([UInt8](Data(contentsOf: URL(fileURLWithPath: path))))
  }

  func importing(in region: Division.Code? = nil, _ today: Day = today) -> TaskImport {
    TaskImport(catalogue, ledger, today: today, in: region)
  }

  func examine(_ form: FilledForm, _ name: String = "长治.xlsx") throws -> TaskImport.File {
    try #require(try importing().examine([(name, form.bytes())]).first)
  }

  func examine(_ text: String) throws -> TaskImport.File {
    try #require(try importing().examine([("长治.csv", [UInt8](text.utf8))]).first)
  }

  @discardableResult
  func mark(_ task: String, _ place: String, _ status: Status) throws -> Outcome {
    let change = Change(Line(task, in: place), status: status)
    return try ledger.record([change], Self.stamp("李华"), overriding: true)
  }

  func standing(_ task: String, _ place: String) throws -> Standing {
    let task = try #require(catalogue.task(task))
    return try #require(
      try ledger.standings(of: task, in: catalogue, asOf: Self.today)
        .first { $0.line.place == place })
  }
}

/// A form that is filled in cell by cell, as a person would.
struct FilledForm {
  private var entries: [(name: String, bytes: [UInt8])]
  let book: Workbook

  init(_ bytes: [UInt8]) throws {
    entries = try RawWorkbook.unzip(bytes)
    book = try SheetReader.read(bytes, name: "form")
  }

  func bytes() throws -> [UInt8] { try RawWorkbook.zip(entries) }

  /// The row of a task in a place, by what is printed.
  func row(_ task: String, _ place: String) throws -> Int {
    let rows = try #require(book.sheets.first?.rows)
    return try #require(
      rows.first { row in
        row[TaskFormLayout.Column.task.rawValue]?.words == task
          && row[TaskFormLayout.Column.place.rawValue]?.words == place
      }?.number)
  }

  /// Writes into the white cells of a row; `day` may be a serial number, as a date is kept.
  mutating func fill(
    _ task: String, _ place: String, _ cells: [TaskFormLayout.Column: String]
  ) throws {
    let row = try row(task, place)
    for (column, words) in cells { try put(words, SourcePlace.letters(column.rawValue) + "\(row)") }
  }

  /// Writes beside 填报人, 审核人 or 电话.
  mutating func sign(_ foot: TaskFormLayout.Foot, _ words: String) throws {
    let row = try #require(
      book.sheets.first?.rows.first { row in
        Language.allCases.contains { row[2]?.words == foot.head($0) }
      }?.number)
    try put(words, "C\(row)")
  }

  private mutating func put(_ words: String, _ cell: String) throws {
    let isNumber = Int(words) != nil
    try edit("xl/worksheets/sheet1.xml") { text in
      let start = try #require(text.range(of: "<c r=\"\(cell)\""))
      let end = try #require(text.range(of: "/>", range: start.upperBound..<text.endIndex))
      text.replaceSubrange(
        end,
        with: isNumber
          ? "><v>\(words)</v></c>" : " t=\"inlineStr\"><is><t>\(words)</t></is></c>")
    }
  }

  /// Writes over what is printed in one cell of a row.
  mutating func overwrite(
    _ task: String, _ place: String, _ column: TaskFormLayout.Column, with words: String
  ) throws {
    let cell = SourcePlace.letters(column.rawValue) + "\(try row(task, place))"
    try edit("xl/worksheets/sheet1.xml") { text in
      let start = try #require(text.range(of: "<c r=\"\(cell)\""))
      let end = try #require(text.range(of: "</c>", range: start.upperBound..<text.endIndex))
      text.replaceSubrange(
        start.lowerBound..<end.upperBound,
        with: "<c r=\"\(cell)\" t=\"inlineStr\"><is><t>\(words)</t></is></c>")
    }
  }

  /// Writes words into a cell behind the form, in the row of a line.
  mutating func writeBeside(_ task: String, _ place: String, _ words: String) throws {
    let row = try row(task, place)
    let column = SourcePlace.letters((TaskFormLayout.Column.allCases.last?.rawValue ?? 0) + 1)
    try edit("xl/worksheets/sheet1.xml") { text in
      let start = try #require(text.range(of: "<row r=\"\(row)\""))
      let end = try #require(text.range(of: "</row>", range: start.upperBound..<text.endIndex))
      text.insert(
        contentsOf:
          "<c r=\"\(column)\(row)\" t=\"inlineStr\"><is><t>\(words)</t></is></c>",
        at: end.lowerBound)
    }
  }

  /// Makes the cells of a column one over some rows.
  mutating func merge(_ column: TaskFormLayout.Column, _ rows: ClosedRange<Int>) throws {
    let letters = SourcePlace.letters(column.rawValue)
    let area = "<mergeCell ref=\"\(letters)\(rows.lowerBound):\(letters)\(rows.upperBound)\"/>"
    try edit("xl/worksheets/sheet1.xml") { text in
      if let end = text.range(of: "</mergeCells>") {
        text.insert(contentsOf: area, at: end.lowerBound)
      } else {
        let end = try #require(text.range(of: "</sheetData>"))
        text.insert(contentsOf: "<mergeCells>\(area)</mergeCells>", at: end.upperBound)
      }
    }
  }

  /// Puts other words in place of printed ones, wherever they stand.
  mutating func replace(_ words: String, with other: String) throws {
    try edit("xl/sharedStrings.xml") { text in
      try #require(text.contains(">\(words)<"))
      text = text.replacing(">\(words)<", with: ">\(other)<")
    }
  }

  private mutating func edit(_ name: String, _ change: (inout String) throws -> Void) throws {
    let index = try #require(entries.firstIndex { $0.name == name })
    var text = String(decoding: entries[index].bytes, as: UTF8.self)
    try change(&text)
    entries[index].bytes = [UInt8](text.utf8)
  }
}

extension TaskImport.File {
  var checks: [String] { findings.map(\.check) }

  /// Its findings in both languages, a line each.
  var told: String {
    findings.map { "\($0.check) \($0.source.cell ?? "-") \($0.message.zh) \($0.message.en)\n" }
      .joined()
  }
}
