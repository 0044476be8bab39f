import Reform

/// The words of circulars and reports.
enum ProgressWords {
  static func onTime(_ rate: OnTimeRate) -> Phrase {
    guard rate.total > 0 else {
      return Phrase("还没有任务到期。", "No day is over yet.")
    }
    let unknown = rate.unknown
    return Phrase(
      "已过时限的 \(rate.total) 处中，按时办结 \(rate.onTime) 处，过期后办结 \(rate.late) 处，未办结 "
        + "\(rate.open) 处，按时办结率 \(rate.words)"
        + (unknown > 0 ? "（另有 \(unknown) 处已办结、但没有登记办结日期，不计）" : "") + "。",
      "Of \(Plural("line").of(rate.total)) whose day is over, \(rate.onTime) were finished in time, "
        + "\(rate.late) late, \(rate.open) are open: \(rate.words) on time"
        + (unknown > 0 ? " (\(unknown) finished without a known day are not counted)" : "") + ".")
  }

  static func overdue(_ overdue: Overdue) -> Phrase {
    let (tasks, lines) = (overdue.items.count, overdue.lines)
    guard tasks > 0 else { return nothingLate }
    return Phrase(
      "逾期未办结 \(tasks) 项、\(lines) 处，最长逾期 \(overdue.longest) 天。",
      "Late: \(Plural("task").of(tasks)), \(Plural("line").of(lines)), up to "
        + "\(Plural("day").of(overdue.longest)).")
  }

  static let nothingLate = Phrase("没有逾期的任务。", "Nothing is late.")

  static func firstOf(_ shown: Int, _ all: Int) -> Phrase {
    Phrase("共 \(all) 项，下表列逾期最久的 \(shown) 项。", "The \(shown) latest of \(all).")
  }

  /// Every batch, with file, day and who; many are told by their first and last.
  static func sources(_ sources: FigureSources) -> Phrase {
    guard !sources.rows.isEmpty else {
      return Phrase("台账没有数据来源。", "The ledger has no source of figures.")
    }
    let unknown = sources.unknown
    return Phrase(
      "数据来源：" + sources.rows.map { told($0).zh }.joined(separator: "；")
        + (unknown > 0 ? "；\(unknown) 个数没有批次" : "") + "。",
      "Sources: " + sources.rows.map { told($0).en }.joined(separator: "; ")
        + (unknown > 0 ? "; \(unknown) figures of no batch" : "") + ".")
  }

  private static func told(_ row: FigureSources.Row) -> Phrase {
    let batch = row.batch
    let file = batch.file.map { "，\($0)" } ?? ""
    return Phrase(
      "批次 \(batch.id)（\(batch.day) \(batch.who)\(file)，\(row.figures) 个数）",
      "batch \(batch.id) (\(batch.day), \(batch.who)\(batch.file.map { ", \($0)" } ?? ""), "
        + "\(Plural("figure").of(row.figures)))")
  }

  static func tableNote(_ base: String) -> Phrase {
    Phrase(
      "办结率的基数是\(base)；指标数值后面的括号里是名次，没有写明方向的指标不排名次。",
      "Finished is of \(base); ranks stand in brackets behind the values of indicators whose direction "
        + "the documents give.")
  }
}
