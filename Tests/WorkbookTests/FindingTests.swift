import Foundation
import Reform
import Runtime
import TestSupport
import Testing

/// One small bad file for each check, beside the sentences that it must give.
struct FindingTests {
  static let folder = Places.root + "/Tests/Fixtures/findings"

  static let names: [String] = {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return all.filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }.sorted()
  }()

  @Test(arguments: names)
  func everyBadFileGetsItsSentences(_ name: String) throws {
    let url = URL(fileURLWithPath: "\(Self.folder)/\(name).csv")
    let year = name == "wrong-year" ? 2023 : nil
    let file = try Desk().withFigures().examine(
      "\(name).csv", [UInt8](try Data(contentsOf: url)), year: year)
    #expect(file.checks.contains { name.hasPrefix($0) })
    let complaint = try Golden.complaint(about: file.told, file: "\(name).txt", in: Self.folder)
    #expect(complaint == nil)
  }

  /// Those that need more than a text file are in WorkbookFindingTests.
  static let ofWorkbooks: Set<FigureCheck> = [
    .unreadable, .otherPlace, .hiddenSheet, .hiddenRow, .dateForNumber, .errorValue,
    .formulaWithoutValue, .mergedNumber, .wrongLevel, .hiddenColumn, .shownDiffers,
  ]

  @Test func everyCheckHasItsBadFile() {
    for check in FigureCheck.allCases where !Self.ofWorkbooks.contains(check) {
      #expect(Self.names.contains { $0.hasPrefix(check.name) }, "\(check.name)")
      #expect(!check.words.zh.isEmpty && !check.words.en.isEmpty)
    }
  }
}

/// What only a workbook can have wrong.
struct WorkbookFindingTests {
  private let head =
    "<row r='1'><c r='A1' t='str'><v>2023年</v></c></row><row r='2'><c r='A2' t='str'><v>地区</v></c>"
    + "<c r='B2' t='str'><v>公立医院医疗服务收入</v></c><c r='C2' t='str'><v>公立医院医疗收入</v></c></row>"

  private func row(
    _ number: Int, _ place: String, _ above: String, _ below: String, _ more: String = ""
  )
    -> String
  {
    "<row r='\(number)' \(more)><c r='A\(number)' t='str'><v>\(place)</v></c>"
      + "<c r='B\(number)' \(above)</c><c r='C\(number)' \(below)</c></row>"
  }

  private func examine(_ rows: String, more: String = "") throws -> FigureImport.File {
    let book = RawWorkbook(
      sheet: head + rows, more: more,
      styles: "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs>")
    return try Desk().examine("表.xlsx", book.bytes())
  }

  @Test(arguments: [
    ("><f>D3</f>", "formula-without-value", "没有保存结果"),
    ("s='1'><v>43895</v>", "date-for-number", "2020-03-05"),
    ("t='e'><f>1/0</f><v>#DIV/0!</v>", "error-value", "#DIV/0!"),
    ("t='b'><v>1</v>", "not-a-number", "TRUE"),
  ])
  func cellsThatAreNoNumbersAreNamed(_ cell: String, _ check: String, _ words: String) throws {
    let file = try examine(row(3, "潞州区", cell, "><v>9</v>"))
    #expect(file.checks == [check])
    #expect(file.findings.first?.source.cell == "B3")
    #expect(file.findings.first?.source.sheet == "表一")
    #expect(file.findings.first?.message.zh.contains(words) == true)
    #expect(file.isBarred)
  }

  @Test func aNumberForSeveralPlacesBelongsToNone() throws {
    let file = try examine(
      row(3, "潞州区", "><v>5</v>", "><v>9</v>") + row(4, "上党区", ">", "><v>9</v>"),
      more: "<mergeCells><mergeCell ref='B3:B4'/></mergeCells>")
    #expect(file.checks == ["merged-number"])
    #expect(file.findings.first?.message.zh.contains("B3:B4") == true)
  }

  @Test(arguments: ["hidden='1'", "ht='0' customHeight='1'"])
  func hiddenRowsAreNotReadAndNamed(_ how: String) throws {
    let file = try examine(
      row(3, "潞州区", "><v>12000</v>", "><v>33000</v>", how)
        + row(4, "上党区", "><v>3000</v>", "><v>9000</v>"))
    #expect(file.checks == ["hidden-row"])
    #expect(file.figures.map(\.place) == ["140404"])
    #expect(!file.isBarred)
  }

  @Test func hiddenSheetsAreNotReadAndNamed() throws {
    var book = RawWorkbook(sheet: head + row(3, "潞州区", "><v>5</v>", "><v>9</v>"))
    book.put(
      "<workbook xmlns:r='r'><sheets><sheet name='旧' sheetId='1' r:id='r1' state='veryHidden'/>"
        + "</sheets></workbook>", in: "xl/workbook.xml")
    let file = try Desk().examine("表.xlsx", book.bytes())
    #expect(file.checks == ["hidden-sheet", "no-figures"])
    #expect(file.figures.isEmpty)
    #expect(file.isBarred)
  }

  @Test func whatCannotBeOpenedIsAFindingLikeTheOthers() throws {
    let files = try Desk().importing().examine([
      ("坏.xlsx", [0x50, 0x4B, 3, 4]),
      ("好.csv", [UInt8]("2023年\n地区,公立医院医疗服务收入,公立医院医疗收入\n潞州区,1,2\n".utf8)),
    ])
    #expect(files.map(\.isBarred) == [true, false])
    #expect(files[0].checks == ["unreadable"])
    #expect(files[1].figures.count == 1)
  }
}
