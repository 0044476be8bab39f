import CXlsxWriter
import Files
import Foundation
import Reform
import Synchronization

/// Writes a workbook (.xlsx) whole or not at all.
public final class XLSXWriter {
  let workbook: UnsafeMutablePointer<lxw_workbook>
  private var formats: [PaperStyle: UnsafeMutablePointer<lxw_format>] = [:]

  /// Writes to a file beside the one that is meant, and puts it in its place when it is whole.
  public static func write(_ book: WorkbookSpec, to path: String) throws(Fault) {
    try UserFile.replace(path) { (part) throws(Fault) in
      guard let workbook = workbook_new(part) else { throw FileTrouble.unwritten(path, errno) }
      XLSXWriter(workbook).fill(book)
      let reason = Self.turn.withLock { _ in
        yigai_workbook_close(workbook) == LXW_NO_ERROR ? nil : errno
      }
      if let reason { throw FileTrouble.unwritten(path, reason) }
    }
  }

  /// Standard error leads nowhere while a workbook is closed: of two that close at once, the second
  /// would keep that nowhere and put it back for good.
  private static let turn = Mutex(())

  /// The bytes of a workbook that stands in another file.
  static func bytes(of book: WorkbookSpec) throws(Fault) -> [UInt8] {
    let path = NSTemporaryDirectory() + "/.yigai-\(UUID().uuidString).xlsx"
    defer { unlink(path) }
    try write(book, to: path)
    guard let bytes = UserFile.contents(of: path, limit: 1 << 26) else {
      throw Fault("不能读取 \(path)。", "\(path) cannot be read.")
    }
    return bytes
  }

  private init(_ workbook: UnsafeMutablePointer<lxw_workbook>) { self.workbook = workbook }

  private func fill(_ book: WorkbookSpec) {
    book.title.withCString { title in
      var properties = lxw_doc_properties()
      properties.title = UnsafeMutablePointer(mutating: title)
      if let day = book.created { properties.created = time_t(day.ordinal * 86_400) }
      workbook_set_properties(workbook, &properties)
    }
    for sheet in book.sheets {
      guard let worksheet = workbook_add_worksheet(workbook, Self.name(sheet.name)) else {
        continue
      }
      lay(sheet, on: worksheet)
      for cell in sheet.cells { put(cell, on: worksheet) }
      for rule in sheet.rules { set(rule, on: worksheet) }
      for chart in sheet.charts { draw(chart, on: worksheet, named: Self.name(sheet.name)) }
    }
  }

  /// A sheet's name without what spreadsheets do not take, at most 31 signs.
  static func name(_ name: String) -> String {
    String(name.filter { !"[]:*?/\\'".contains($0) }.prefix(31))
  }

  private func lay(_ sheet: PaperSheet, on worksheet: UnsafeMutablePointer<lxw_worksheet>) {
    for (column, width) in sheet.widths {
      let index = lxw_col_t(column - 1)
      worksheet_set_column(worksheet, index, index, width, nil)
    }
    for (row, height) in sheet.heights {
      worksheet_set_row(worksheet, lxw_row_t(row - 1), height, nil)
    }
    if sheet.frozenRows + sheet.frozenColumns > 0 {
      worksheet_freeze_panes(
        worksheet, lxw_row_t(sheet.frozenRows), lxw_col_t(sheet.frozenColumns))
      worksheet_repeat_rows(worksheet, 0, lxw_row_t(max(0, sheet.frozenRows - 1)))
    }
    worksheet_set_landscape(worksheet)
    worksheet_set_paper(worksheet, 9)
    worksheet_fit_to_pages(worksheet, 1, 0)
    if let area = sheet.filter {
      worksheet_autofilter(
        worksheet, lxw_row_t(area.rows.lowerBound - 1), lxw_col_t(area.columns.lowerBound - 1),
        lxw_row_t(area.rows.upperBound - 1), lxw_col_t(area.columns.upperBound - 1))
    }
    // A single & begins a code there.
    if let header = sheet.header {
      worksheet_set_header(worksheet, "&C" + header.prefix(120).replacing("&", with: "&&"))
    }
    if sheet.hasPageNumbers { worksheet_set_footer(worksheet, "&C— &P / &N —") }
    if sheet.isProtected {
      var open = lxw_protection()
      (open.format_columns, open.format_rows) = (1, 1)
      if sheet.filter != nil { open.autofilter = 1 }
      worksheet_protect(worksheet, nil, &open)
    }
    if sheet.isHidden { worksheet_hide(worksheet) }
  }

  private func put(_ cell: PaperCell, on worksheet: UnsafeMutablePointer<lxw_worksheet>) {
    let (row, column) = (lxw_row_t(cell.row - 1), lxw_col_t(cell.column - 1))
    let format = format(of: cell.style)
    if cell.lastRow > cell.row || cell.lastColumn > cell.column {
      worksheet_merge_range(
        worksheet, row, column, lxw_row_t(cell.lastRow - 1), lxw_col_t(cell.lastColumn - 1), "",
        format)
    }
    switch cell.content {
    case .blank: worksheet_write_blank(worksheet, row, column, format)
    case .text(let text):
      worksheet_write_string(worksheet, row, column, String(text.prefix(32_767)), format)
    case .number(let number):
      worksheet_write_number(worksheet, row, column, Self.double(number), format)
    case .day(let day):
      var date = lxw_datetime(
        year: Int32(day.year), month: Int32(day.month), day: Int32(day.day), hour: 0, min: 0,
        sec: 0)
      worksheet_write_datetime(worksheet, row, column, &date, format)
    case .formula(let formula, .number(let kept)):
      worksheet_write_formula_num(worksheet, row, column, formula, format, Self.double(kept))
    case .formula(let formula, .text(let kept)):
      worksheet_write_formula_str(worksheet, row, column, formula, format, kept)
    }
  }

  /// The nearest number that a spreadsheet can keep.
  static func double(_ number: Decimal) -> Double { Double("\(number)") ?? 0 }

  private func format(of style: PaperStyle) -> UnsafeMutablePointer<lxw_format>? {
    guard style != PaperStyle() else { return nil }
    if let known = formats[style] { return known }
    let format = workbook_add_format(workbook)
    if style.isBold { format_set_bold(format) }
    if let size = style.size { format_set_font_size(format, size) }
    if let ink = style.ink { format_set_font_color(format, ink) }
    if let fill = style.fill { format_set_bg_color(format, fill) }
    if style.isWrapped { format_set_text_wrap(format) }
    if style.hasBorder { format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if style.isUnlocked { format_set_unlocked(format) }
    style.format?.withCString { format_set_num_format(format, $0) }
    align(style.align, format)
    formats[style] = format
    return format
  }

  private func align(_ align: PaperStyle.Align, _ format: UnsafeMutablePointer<lxw_format>?) {
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    switch align {
    case .none: break
    case .left: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
    case .center: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    }
  }

  private func set(_ rule: PaperRule, on worksheet: UnsafeMutablePointer<lxw_worksheet>) {
    var words: [UnsafeMutablePointer<CChar>?] = [strdup(rule.title), strdup(rule.message)]
    var list: [UnsafeMutablePointer<CChar>?] = []
    defer { for word in words + list { free(word) } }
    var validation = lxw_data_validation()
    (validation.error_title, validation.error_message) = (words[0], words[1])
    validation.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
    words.append(nil)
    switch rule.kind {
    case .atLeast(let least):
      validation.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO.rawValue)
      validation.value_number = Self.double(least)
      apply(&validation, rule, worksheet)
    case .list(let choices):
      list = choices.map { strdup($0) } + [nil]
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      list.withUnsafeMutableBufferPointer { buffer in
        validation.value_list = buffer.baseAddress
        apply(&validation, rule, worksheet)
      }
    }
  }

  private func apply(
    _ validation: inout lxw_data_validation, _ rule: PaperRule,
    _ worksheet: UnsafeMutablePointer<lxw_worksheet>
  ) {
    worksheet_data_validation_range(
      worksheet, lxw_row_t(rule.rows.lowerBound - 1), lxw_col_t(rule.columns.lowerBound - 1),
      lxw_row_t(rule.rows.upperBound - 1), lxw_col_t(rule.columns.upperBound - 1), &validation)
  }
}
