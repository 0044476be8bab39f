import Bundle
import Foundation
import Intake
import LedgerStore
import Papers
import Reform
import Runtime

/// Ten thousand rows of figures, one in fifty of them wrong, from workbook to findings and ledger.
struct ImportBenchmark {
  let folder: String
  private let book = BundledCatalogue.indicators()

  func run() throws {
    Report.title("Import of 10,000 rows of figures")
    Report.head(["median"])
    let path = folder + "/figures.xlsx"
    let rows = rows(10_000)
    Report.row("write the workbook", [try Stopwatch.median(of: 3) { try write(rows, to: path) }])
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let text = [UInt8](rows.map { $0.joined(separator: ",") }.joined(separator: "\n").utf8)
    Report.row(
      "read the cells of the workbook",
      [try Stopwatch.median(of: 5) { _ = try SheetReader.read(bytes, name: "figures.xlsx") }])
    let ledger = try Ledger(at: folder + "/import.sqlite")
    defer { ledger.close() }
    try ledger.file(BundledCatalogue.whole(), revision: BundledCatalogue.revision())
    let run = FigureImport(
      book: book, catalogue: BundledCatalogue.tables(), ledger: ledger,
      today: Day(2024, 2, 10) ?? Day(ordinal: 0))
    var files: [FigureImport.File] = []
    for (name, content) in [("figures.csv", text), ("figures.xlsx", bytes)] {
      let time = try Stopwatch.median(of: 5) { files = try run.examine([(name, content)]) }
      let found = files.map(\.findings.count).reduce(0, +)
      Report.row("read and check \(name) (\(found) findings)", [time])
    }
    let stamp = Stamp(who: "bench", day: Day(2024, 2, 10) ?? Day(ordinal: 0), at: "")
    let time = try Stopwatch.median(of: 1) {
      _ = try run.post(files, seen: ledger.lastAct(), stamp)
    }
    Report.row("post \(files.map(\.figures.count).reduce(0, +)) figures", [time])
    if let keep = ProcessInfo.processInfo.environment["YIGAI_KEEP_WORKBOOK"] {
      try Data(bytes).write(to: URL(fileURLWithPath: keep))
    }
  }

  /// A long table; every fiftieth row has more above the line than below.
  private func rows(_ count: Int) -> [[String]] {
    let counties = BundledCatalogue.tables().divisions.all.filter { $0.level == .county }
    let shares = book.all.filter { $0.kind == .share }.prefix(15)
    var rows = [["代码", "地区", "年份", "指标", "分子", "分母", "数值"]]
    for year in 2015..<2024 {
      for indicator in shares {
        for (index, county) in counties.enumerated() where rows.count <= count {
          let below = 10_000 + (index * 7919 + year * 31) % 50_000
          let isWrong = rows.count.isMultiple(of: 50)
          let above = isWrong ? below + 1 : below * (30 + index % 20) / 100
          rows.append([
            county.id, county.name, "\(year)", indicator.short.zh, "\(above)", "\(below)", "",
          ])
        }
      }
    }
    return rows
  }

  private func write(_ rows: [[String]], to path: String) throws {
    var sheet = PaperSheet("数据")
    for (row, cells) in rows.enumerated() {
      for (column, text) in cells.enumerated() where !text.isEmpty {
        let number = row > 0 && column >= 4 ? Decimal(string: text) : nil
        sheet.put(number.map { .number($0) } ?? .text(text), row + 1, column + 1)
      }
    }
    try XLSXWriter.write(WorkbookSpec(title: "bench", sheets: [sheet]), to: path)
  }
}
