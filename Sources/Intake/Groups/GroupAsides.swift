import Foundation
import Reform

/// What notes and remarks say of the rows of a table of groups (预计数, 已退出): they are not read, and where they
/// may change what is entered they are asked about.
struct GroupAsides {
  let header: GroupHeader
  let sheet: Sheet
  let form: GroupIntake.Form
  let file: String

  var findings: [Finding] {
    sayings.map { words, row, column in
      Finding(
        "other-basis", .warning,
        Phrase(
          "这里写有“\(words)”，没有读入；登记的可能不是实际情况，请核对。",
          "“\(words)” stands here and was not read; what is entered may not be as it is. Check it."),
        at: SourcePlace(file: file, sheet: sheet.name, row: row, column: column).finding)
    }
  }

  /// Texts that change something, each once, with the cell in which it stands first.
  private var sayings: [(words: String, row: Int, column: Int)] {
    let known = Set(header.columns.map(\.column)).union(header.hidden)
    var told: Set<String> = []
    return sheet.rows[header.next...].filter { !$0.isHidden }.flatMap { row in
      row.cells.compactMap { cell -> (words: String, row: Int, column: Int)? in
        guard case .text(let text) = cell.value,
          !known.contains(cell.column) || TableWords.isNote(NameKey.folded(text)),
          changes(text), told.insert(text).inserted
        else { return nil }
        return (text, row.number, cell.column)
      }
    }
  }

  private func changes(_ text: String) -> Bool {
    let isFound =
      form == .groups
      ? NameKey.folded(text).range(of: Self.unsettled, options: .regularExpression) != nil
      : !BasisWords.found(in: text, .beside, []).isEmpty
    if isFound || form != .settlements { return isFound }
    return text.split { "。；;，,".contains($0) }.contains { piece in
      let folded = NameKey.folded(String(piece))
      if folded.range(of: Self.others, options: .regularExpression) != nil { return true }
      let period = PeriodText(String(piece))
      return period.isPart && PartWords.areOfNumbers(folded, period)
    }
  }

  /// Members that are not, or no more, and groups that are none yet.
  private static let unsettled =
    "退出|撤销|注销|撤并|合并至|并入|停业|关停|拟(?:组建|成立|加入|纳入|建)|未(?:正式)?(?:成立|组建|加入|挂牌)|筹建|筹备|征求意见|送审|初稿|草案|待(?:批|定|核)"
  private static let others = "^(?:均?为|是|系|按)?(?:去年|上年|前年|往年|计划|预算|目标)(?:数据?|口径|金额)?$"
}

extension Sheet {
  /// What the area holds that a cell was made one with.
  func top(_ row: Int, _ column: Int) -> CellValue? {
    merges.area(row: row, column: column).flatMap { area in
      rows.first { $0.number == area.rows.lowerBound }?[area.columns.lowerBound]
    }
  }

  /// Why the number of a cell is not known: it is merged, or its format shows another.
  func unclear(
    _ row: SheetRow, _ column: Int, at place: (Int, Int?) -> SourcePlace
  ) -> Finding? {
    guard let cell = row.cell(column) else { return nil }
    guard look(of: cell).power > 0 else { return merged(row, column, at: place) }
    return Finding(
      "shown-differs", .error,
      Phrase(
        "单元格显示的数和存的数不同（数字格式缩小了显示）；请把格式改为“常规”，填上要报的数。",
        "The cell shows another number than it keeps, for its format makes it smaller; format it as General and "
          + "enter the number that is meant."), at: place(row.number, column).finding)
  }

  /// That an amount was made one with cells of other rows, so that it belongs to none; nil of any other cell.
  private func merged(_ row: SheetRow, _ column: Int, at place: (Int, Int?) -> SourcePlace)
    -> Finding?
  {
    guard let area = merges.area(row: row.number, column: column), area.rows.count > 1 else {
      return nil
    }
    let ends = [area.rows.lowerBound, area.rows.upperBound].map { place($0, column).cell ?? "" }
    return FigureCheck.mergedNumber.finding(
      "\(ends[0]):\(ends[1]) 是合并单元格，不知道数字是哪一行的；请取消合并，逐行填写。",
      "\(ends[0]):\(ends[1]) is merged, so the number belongs to no row; unmerge it and fill in each row.",
      at: place(row.number, column))
  }
}
