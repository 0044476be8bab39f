/// What an act enters, in a few words, for lists of what waits or was not taken.
public enum ActWords {
  /// 长治市 各市制定方案：已完成（另 2 处）.
  public static func said(_ content: Act.Content, _ catalogue: Catalogue) -> Phrase {
    switch content {
    case .lines(let changes), .returned(_, let changes): lines(changes, catalogue)
    case .actual(let actual, _):
      Phrase(
        "\(place(actual.key.place, catalogue).zh) \(task(actual.key.task, catalogue).zh)：实际数 \(actual.value)",
        "\(place(actual.key.place, catalogue).en), \(task(actual.key.task, catalogue).en): reached "
          + "\(actual.value)")
    case .figures(let batch, _): figures(batch.figures.count, in: batch.file)
    case .target(let own, _):
      Phrase("目标 \(own.target.indicator)", "target of \(own.target.indicator)")
    case .collecting(let step, _):
      Phrase(
        "\(step.year) 年数据收集，\(place(step.place, catalogue).zh)",
        "collecting of \(step.year), \(place(step.place, catalogue).en)")
    case .group(let facts, _):
      Phrase(
        "医疗集团 \(facts.count) 项，\(place(facts.first?.place ?? "", catalogue).zh)",
        "\(Plural("fact").of(facts.count)) of medical groups, "
          + place(facts.first?.place ?? "", catalogue).en)
    case .settlement(let signed):
      Phrase(
        "\(signed.year) 年结算，\(place(signed.county, catalogue).zh)",
        "settlement of \(signed.year), \(place(signed.county, catalogue).en)")
    case .filing(let filing):
      Phrase("文件 \(filing.document.short.zh)", "document \(filing.document.short.en)")
    case .meeting(let id, _, _): Phrase("会议 \(id)", "meeting \(id)")
    case .decision(let decision, _, _):
      Phrase(
        "会议 \(decision.meeting) 的决定：\(decision.kind.words.zh)",
        "decision of \(decision.meeting): \(decision.kind.words.en)")
    case .slip(let id, let step, _): Phrase("\(id)：\(step.words.zh)", "\(id): \(step.words.en)")
    case .hand(let steps, _): hand(steps.first, catalogue)
    case .undo: Phrase("撤销", "taking back")
    case .redo: Phrase("恢复", "putting back")
    }
  }

  /// 数据 12 条（一季度.xlsx）.
  public static func figures(_ count: Int, in file: String?) -> Phrase {
    Phrase(
      "数据 \(count) 条\(file.map { "（\($0)）" } ?? "")",
      "\(Plural("figure").of(count))\(file.map { " (\($0))" } ?? "")")
  }

  /// Taking back or putting back, with what was entered.
  public static func answering(_ answer: Phrase, _ what: Phrase) -> Phrase {
    Phrase("\(answer.zh)：\(what.zh)", "\(answer.en): \(what.en)")
  }

  private static func lines(_ changes: [Change], _ catalogue: Catalogue) -> Phrase {
    guard let first = changes.first else { return Phrase("任务表，没有变化", "a task form, no change") }
    let (place, task) = (place(first.line.place, catalogue), task(first.line.task, catalogue))
    let status = first.status.map(FieldWords.status) ?? Phrase("备注", "note")
    let more = changes.count - 1
    return Phrase(
      "\(place.zh) \(task.zh)：\(status.zh)\(more > 0 ? "（另 \(more) 处）" : "")",
      "\(place.en), \(task.en): \(status.en)\(more > 0 ? " (and \(more) more)" : "")")
  }

  private static func hand(_ step: HandStep?, _ catalogue: Catalogue) -> Phrase {
    guard let step else { return Phrase("手工调整", "change by hand") }
    return Phrase(HandWords.said(step, catalogue, .zh), HandWords.said(step, catalogue, .en))
  }

  private static func place(_ code: Division.Code, _ catalogue: Catalogue) -> Phrase {
    guard let division = catalogue.divisions[code] else { return Phrase(code, code) }
    return Phrase(division.name, division.english)
  }

  private static func task(_ id: ReformTask.ID, _ catalogue: Catalogue) -> Phrase {
    catalogue.task(id)?.title ?? Phrase(id, id)
  }

  /// What an act is about, where no more of it can be told.
  public static func about(_ about: String) -> Phrase {
    switch Act.About(rawValue: about) {
    case .tasks: Phrase("任务登记", "entries on tasks")
    case .actual: Phrase("实际数", "a number reached")
    case .figures: Phrase("数据", "figures")
    case .target: Phrase("目标", "a target")
    case .collecting: Phrase("数据收集", "collecting")
    case .group: Phrase("医疗集团", "medical groups")
    case .settlement: Phrase("结算", "a settlement")
    case .filing: Phrase("文件入账", "a document")
    case .meeting: Phrase("会议", "a meeting")
    case .decision: Phrase("会议决定", "a decision")
    case .slip: Phrase("督办单", "slip")
    case .hand: Phrase("手工调整", "change by hand")
    case nil:
      about == "strange"
        ? Phrase("更新的程序登记的内容", "what a newer program entered") : Phrase(about, about)
    }
  }
}
