import Bundle
import CZip
import Foundation
import Intake
import Papers
import Reform
import Runtime
import TestSupport
import Testing

/// The form that is sent out, and what comes back in it.
struct FormTests {
  private let catalogue = BundledCatalogue.tables()

  private func form(
    _ place: String, _ language: Language = .zh, standing: [Figure] = []
  ) throws -> FigureForm {
    let known = Dictionary(standing.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let place = try #require(catalogue.divisions[place])
    return FigureForm(
      book: Desk.book, catalogue: try BundledCatalogue.whole(), place: place, year: 2023,
      language: language
    ) { known[$0] }
  }

  private func written(_ form: FigureForm) throws -> [UInt8] {
    let scratch = try Scratch()
    let path = scratch.file("form.xlsx")
    try XLSXWriter.write(form.workbook(), to: path)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["form.xlsx"])
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// Puts numbers into the empty cells of a sheet, as a person would.
  private func filled(
    _ bytes: [UInt8], sheet: Int, _ cells: [String: String]
  ) throws -> [UInt8] {
    var entries = try RawWorkbook.unzip(bytes)
    let name = "xl/worksheets/sheet\(sheet).xml"
    let index = try #require(entries.firstIndex { $0.name == name })
    var text = String(decoding: entries[index].bytes, as: UTF8.self)
    for (cell, value) in cells {
      let start = try #require(text.range(of: "<c r=\"\(cell)\""))
      let end = try #require(text.range(of: "/>", range: start.upperBound..<text.endIndex))
      text.replaceSubrange(end, with: "><v>\(value)</v></c>")
    }
    entries[index].bytes = [UInt8](text.utf8)
    return try RawWorkbook.zip(entries)
  }

  @Test(arguments: [Language.zh, .en])
  func whatIsFilledInComesBack(_ language: Language) throws {
    let empty = try written(form("140400", language))
    let bytes = try filled(
      empty, sheet: 1, ["C6": "12000.5", "D6": "33000", "C7": "3000", "D7": "9000"])
    let file = try Desk().examine("长治市.xlsx", bytes)
    #expect(file.findings.isEmpty, "\(file.told)")
    let sheet = try #require(SheetReader.read(empty, name: "x").sheets.first?.name)
    func place(_ row: Int) -> SourcePlace {
      SourcePlace(file: "长治市.xlsx", sheet: sheet, row: row, column: 3)
    }
    #expect(
      file.figures == [
        Figure(
          Desk.share, in: "140403", .year(2023), numerator: Decimal(string: "12000.5"),
          denominator: 33_000, source: place(6)),
        Figure(
          Desk.share, in: "140404", .year(2023), numerator: 3000, denominator: 9000,
          source: place(7)),
      ])
  }

  @Test func theFormHasItsSheetsRowsAndLastYearsFigures() throws {
    let last = [
      Desk.figure("140403", 2022, 11_900, 32_500), Desk.figure("140404", 2022, 3000, 9000),
    ]
    let book = try SheetReader.read(written(form("140400", standing: last)), name: "x")
    #expect(book.sheets.last?.name == TemplateKey.sheet)
    #expect(book.sheets.map(\.isHidden).last == true)
    let sheet = try #require(book.sheets.first)
    #expect(sheet.rows.first?[1] == .text("长治市2023年度医改指标数据填报表 · 医疗服务收入占比"))
    let codes = sheet.rows.compactMap { $0[1]?.words }.filter { $0.hasPrefix("14") }
    #expect(codes == catalogue.divisions.parts(of: "140400").map(\.id) + ["140401"])
    let row = try #require(sheet.rows.first { $0[1]?.words == "140403" })
    #expect(row[6] == .number(11_900, isPercent: false))
    #expect(row[8] == .number(Decimal(string: "36.62") ?? 0, isPercent: false))
    #expect(row[3] == nil)
  }

  @Test func onlyWhatIsToBeFilledInIsUnlocked() throws {
    let entries = try RawWorkbook.unzip(written(form("140400")))
    let sheet = try #require(entries.first { $0.name == "xl/worksheets/sheet1.xml" })
    let text = String(decoding: sheet.bytes, as: UTF8.self)
    #expect(text.contains("<sheetProtection sheet=\"1\""))
    #expect(text.contains("dataValidation type=\"decimal\" operator=\"greaterThanOrEqual\""))
    #expect(text.contains("dataValidation type=\"list\""))
    #expect(text.contains("SUM(C6:C18)"))
  }

  /// Where no document names a department, none is told.
  @Test(arguments: [(Language.zh, "责任部门：", "填写白色单元格"), (.en, "Departments: ", "Fill in the white")])
  func aFormWithoutADepartmentNamesNone(language: Language, head: String, rest: String) throws {
    func hints(of province: Division.Code) throws -> [String] {
      let catalogue = BundledCatalogue.tables(of: province)
      let form = FigureForm(
        book: BundledCatalogue.indicators(of: province), catalogue: catalogue,
        place: try #require(catalogue.divisions.all.first), year: 2023, language: language
      ) { _ in nil }
      return form.workbook().sheets.compactMap { sheet in
        sheet.cells.first { $0.row == 2 && $0.column == 1 }.flatMap {
          if case .text(let text) = $0.content { text } else { nil }
        }
      }
    }
    let own = try hints(of: "330000")
    #expect(own.first?.hasPrefix(rest) == true && !own.contains { $0.contains(head) })
    #expect(try hints(of: "140000").first?.hasPrefix(head) == true)
  }

  @Test func everySizeOfPlaceHasAForm() throws {
    let province = try form("140000").workbook()
    let first = try #require(province.sheets.first)
    #expect(
      first.cells.count { $0.column == 1 && $0.row >= 5 && $0.content != .blank } == 117 + 11 + 1)
    let county = try form("140430").workbook()
    #expect(county.sheets.first?.cells.map(\.row).max() == 5)
  }

  @Test func aFormOfAnotherProvinceOrCityIsRefused() throws {
    let bytes = try written(form("140400"))
    var entries = try RawWorkbook.unzip(bytes)
    for index in entries.indices where entries[index].name == "xl/sharedStrings.xml" {
      let text = String(decoding: entries[index].bytes, as: UTF8.self)
      entries[index].bytes = [UInt8](
        text.replacing("<t>140000</t>", with: "<t>610000</t>").replacing("山西省", with: "陕西省").utf8)
    }
    let file = try Desk().examine("表.xlsx", try RawWorkbook.zip(entries))
    #expect(file.checks == ["other-province"])
    #expect(file.findings.first?.message.zh.contains("陕西省") == true)
  }

  @Test func aPlaceThatTheFormIsNotForIsNamed() throws {
    var entries = try RawWorkbook.unzip(
      filled(written(form("140400")), sheet: 1, ["C6": "1", "D6": "2"]))
    for index in entries.indices where entries[index].name == "xl/sharedStrings.xml" {
      let text = String(decoding: entries[index].bytes, as: UTF8.self)
      entries[index].bytes = [UInt8](
        text.replacing("<t>140403</t>", with: "<t>140105</t>").replacing("潞州区", with: "小店区").utf8)
    }
    let file = try Desk().examine("表.xlsx", try RawWorkbook.zip(entries))
    #expect(file.checks == ["other-place"])
  }

  @Test func aFormOfAnotherYearIsNamed() throws {
    let bytes = try filled(written(form("140400")), sheet: 1, ["C6": "12000", "D6": "33000"])
    let asked = try Desk().examine("表.xlsx", bytes, year: 2022)
    #expect(asked.checks == ["wrong-year"] && asked.isBarred)
    let intake = FigureIntake(book: Desk.book, divisions: Desk.divisions, expected: 2024)
    let late = intake.read(bytes, file: "表.xlsx")
    #expect(late.findings.map(\.check) == ["wrong-year"])
    #expect(late.findings.map(\.severity) == [.warning])
  }
}

extension RawWorkbook {
  /// The entries of a zip.
  static func unzip(_ bytes: [UInt8]) throws -> [(name: String, bytes: [UInt8])] {
    let path = FileManager.default.temporaryDirectory.path + "/yigai-zip-\(UUID().uuidString)"
    defer { unlink(path) }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    guard let archive = zip_open(path, ZIP_RDONLY, nil) else { throw TestFailure("no zip") }
    defer { zip_discard(archive) }
    return try (0..<UInt64(zip_get_num_entries(archive, 0))).map { index in
      var facts = zip_stat_t()
      zip_stat_init(&facts)
      guard zip_stat_index(archive, index, 0, &facts) == 0,
        let file = zip_fopen_index(archive, index, 0)
      else { throw TestFailure("no entry") }
      defer { zip_fclose(file) }
      var content = [UInt8](repeating: 0, count: Int(facts.size))
      guard zip_fread(file, &content, facts.size) == Int64(facts.size) else {
        throw TestFailure("short")
      }
      return (String(cString: facts.name), content)
    }
  }
}
