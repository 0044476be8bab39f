import Reform

/// What a table gets that is larger than any return: the place, the limit, and the way out.
enum LimitFaults {
  static func tooManyCells(_ name: String) -> Fault {
    Fault(
      "“\(name)”的单元格超过 400 万个，不像一张报表；请只保留要报的工作表后再导入。",
      "“\(name)” has over four million cells, too many for a return; keep only the sheets that are "
        + "asked for.")
  }

  static func tooManyRows(_ name: String) -> Fault {
    Fault(
      "“\(name)”超过 \(Limits.rows) 行，不像一张报表；请只保留要报的行后再导入。",
      "“\(name)” has over \(Limits.rows) rows, too many for a return; keep only the rows that are "
        + "asked for.")
  }

  static func tooManyColumns(_ name: String, row: Int) -> Fault {
    Fault(
      "“\(name)”第 \(row) 行超过 \(Limits.columns) 列，不像一张报表；请删去多余的列后再导入。",
      "Row \(row) of “\(name)” has over \(Limits.columns) columns, too many for a return; delete those "
        + "that are not asked for.")
  }

  /// `place` is the cell; nil for a text that cells share.
  static func longCell(_ name: String, _ place: (row: Int, column: Int)?) -> Fault {
    let zh = place.map { "第 \($0.row) 行第 \($0.column) 列" } ?? ""
    let en = place.map { "the cell in row \($0.row), column \($0.column)" } ?? "a cell"
    return Fault(
      "“\(name)”\(zh)有单元格超过 \(Limits.cellSigns) 字，不像一张报表；请改短后再导入。",
      "In “\(name)” \(en) has over \(Limits.cellSigns) signs, too many for a return; shorten it and "
        + "import the file again.")
  }

  static func tooMuchText(_ name: String) -> Fault {
    Fault(
      "“\(name)”各单元格的文字合起来超过 128 MB，不像一张报表；请只保留要报的内容后再导入。",
      "The texts in the cells of “\(name)” are over 128 MB together, too much for a return; keep only "
        + "what is asked for.")
  }

  static func tooManySheets(_ name: String) -> Fault {
    Fault(
      "“\(name)”的工作表超过 \(Limits.sheets) 张；请只保留要报的工作表后再导入。",
      "“\(name)” has over \(Limits.sheets) sheets; keep only those that are asked for.")
  }

  static func sheetTwice(_ name: String, _ sheet: String) -> Fault {
    Fault(
      "“\(name)”损坏：工作表“\(sheet)”与另一张是同一份内容；请让报送单位重新发送，或打开核对后另存为 .xlsx。",
      "“\(name)” is damaged: its sheet “\(sheet)” is the same part of the file as another; have it sent "
        + "again, or open it, check it and save it anew as .xlsx.")
  }

  static func tooManyMerges(_ name: String, _ sheet: String) -> Fault {
    Fault(
      "“\(name)”的工作表“\(sheet)”合并的单元格太多（各区域的列数合计超过 \(Limits.mergedColumns)）；请取消合并后再导入。",
      "The sheet “\(sheet)” of “\(name)” has too many merged cells (over \(Limits.mergedColumns) columns "
        + "of areas in all); unmerge them and import it again.")
  }
}
