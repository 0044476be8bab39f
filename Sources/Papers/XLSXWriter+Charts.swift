import CXlsxWriter

extension XLSXWriter {
  /// Puts a chart beside the table that it is drawn from.
  func draw(
    _ placed: PlacedChart, on worksheet: UnsafeMutablePointer<lxw_worksheet>, named sheet: String
  ) {
    let chart = placed.chart
    let kind = chart.kind == .bars ? LXW_CHART_COLUMN : LXW_CHART_LINE
    guard !chart.categories.isEmpty,
      let drawn = workbook_add_chart(workbook, UInt8(kind.rawValue))
    else { return }
    let (head, first) = (lxw_row_t(placed.row - 1), lxw_row_t(placed.row))
    let last = first + lxw_row_t(chart.categories.count - 1)
    for index in chart.series.indices {
      let column = lxw_col_t(index + 1)
      guard let series = chart_add_series(drawn, nil, nil) else { continue }
      chart_series_set_categories(series, sheet, first, 0, last, 0)
      chart_series_set_values(series, sheet, first, column, last, column)
      chart_series_set_name_range(series, sheet, head, column)
      chart_series_set_labels(series)
    }
    chart_title_set_name(drawn, PaperText.line(chart.heading))
    if chart.series.count > 1 {
      chart_legend_set_position(drawn, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    } else {
      chart_legend_set_position(drawn, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
    }
    var options = lxw_chart_options()
    (options.x_scale, options.y_scale) = (1.6, 1.1)
    worksheet_insert_chart_opt(worksheet, head, lxw_col_t(placed.column - 1), drawn, &options)
  }
}
