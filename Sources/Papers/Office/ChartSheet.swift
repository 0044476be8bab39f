import Reform

/// Charts as a sheet of a workbook, each beside the numbers that it is drawn from.
struct ChartSheet {
  private let charts: [PaperChart]
  private let title: String
  private let remark: String

  /// So many rows a chart takes at least, whatever its table does.
  private static let rows = 17

  init(_ charts: [PaperChart], title: String, remark: String) {
    (self.charts, self.title, self.remark) = (charts, title, remark)
  }

  func sheet(named name: String) -> PaperSheet {
    var sheet = PaperSheet(name)
    sheet.put(.text(title), 1, 1, PaperStyle().with(\.isBold, true).with(\.size, 16))
    sheet.put(.text(remark), 2, 1)
    sheet.widths[1] = 26
    var row = 4
    for chart in charts {
      lay(chart, at: row, on: &sheet)
      row += max(Self.rows, chart.categories.count + 3)
    }
    (sheet.header, sheet.hasPageNumbers) = ("\(remark)  \(title)", true)
    return sheet
  }

  private func lay(_ chart: PaperChart, at row: Int, on sheet: inout PaperSheet) {
    sheet.put(.text(PaperText.line(chart.heading)), row, 1, PaperStyle().with(\.isBold, true))
    let head = PaperStyle().with(\.hasBorder, true).with(\.isBold, true).with(\.align, .center)
    let cell = PaperStyle().with(\.hasBorder, true)
    let heads = [chart.axis] + chart.series.map(\.name)
    for (column, name) in heads.enumerated() {
      sheet.put(.text(PaperText.line(name)), row + 1, column + 1, head)
    }
    for (index, category) in chart.categories.enumerated() {
      sheet.put(.text(PaperText.line(category)), row + 2 + index, 1, cell)
      for (column, series) in chart.series.enumerated() {
        sheet.put(
          series.values[index].map { .number($0) } ?? .blank, row + 2 + index, column + 2, cell)
      }
    }
    sheet.charts.append(PlacedChart(chart, row: row + 1, column: heads.count + 2))
  }
}
