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
    let (tasks, lines) = (overdue.tasks, overdue.lines)
    guard tasks > 0 else { return nothingLate }
    return Phrase(
      "逾期未办结 \(tasks) 项、\(lines) 处，最长逾期 \(overdue.longest) 天。",
      "Late: \(Plural("task").of(tasks)), \(Plural("line").of(lines)), up to "
        + "\(Plural("day").of(overdue.longest)).")
  }

  static let nothingLate = Phrase("没有逾期的任务。", "Nothing is late.")

  static func firstOf(_ shown: Int, _ all: Int) -> Phrase {
    Phrase(
      "每期各列一行，共 \(all) 行，下表是逾期最久的 \(shown) 行。",
      "The \(shown) latest of \(all), each period by itself.")
  }

  static func target(_ target: Target, _ indicator: Indicator) -> Phrase {
    Phrase(
      "目标：\(FigureWords.target(target, indicator, .zh))。",
      "Target: \(FigureWords.target(target, indicator, .en)).")
  }

  static let sourcesTitle = Phrase("数据来源", "Sources")
  static let sourceHeads = [
    Phrase("批次", "Batch"), Phrase("登记日", "Entered"), Phrase("登记人", "By"), Phrase("文件", "File"),
    Phrase("个数", "Figures"),
  ]

  /// From how many batches, of which days; each stands in the table of sources.
  static func sources(_ sources: FigureSources) -> Phrase {
    let days = sources.rows.map(\.batch.day)
    guard let first = days.min(), let last = days.max() else {
      return Phrase("台账没有数据来源。", "The ledger has no source of figures.")
    }
    let (count, figures) = (sources.rows.count, sources.rows.reduce(0) { $0 + $1.figures })
    let unknown = sources.unknown
    return Phrase(
      "数据出自 \(count) 个批次的 \(figures) 个数，登记于 \(first) 至 \(last)，逐批见后面的“数据来源”。"
        + (unknown > 0 ? "另有 \(unknown) 个数没有批次。" : ""),
      "From \(Plural("figure").of(figures)) of \(Plural("batch", "batches").of(count)), entered from "
        + "\(first) to \(last); see Sources below for each."
        + (unknown > 0 ? " \(Plural("figure").of(unknown)) without a batch." : ""))
  }

  static func tableNote(_ base: String) -> Phrase {
    Phrase(
      "办结率和红灯的基数是\(base)；逾期处数是该地全部任务的。指标数值后面的括号里是名次，没有写明方向的指标不排名次。",
      "Finished and red are of \(base); lines late are those of all tasks there. Ranks stand in brackets behind the "
        + "values of indicators whose direction the documents give.")
  }
}
