/// Words of the field that every part of the program says alike, 中文 beside English.
public enum FieldWords {
  public static let sample = Phrase("示例数据", "SAMPLE DATA")
  /// The same as a badge.
  public static let sampleBadge = Phrase("示例", "SAMPLE")
  /// Behind the name of a place: its government itself, beside its parts.
  public static let ownLevel = Phrase("本级", " itself")

  public static func status(_ status: Status) -> Phrase {
    switch status {
    case .notStarted: Phrase("未启动", "Not started")
    case .underway: Phrase("推进中", "Under way")
    case .done: Phrase("已办结", "Done")
    case .signedOff: Phrase("已销号", "Signed off")
    case .suspended: Phrase("暂缓", "Suspended")
    }
  }

  public static func signal(_ signal: Signal) -> Phrase {
    switch signal {
    case .red: Phrase("红", "red")
    case .yellow: Phrase("黄", "yellow")
    case .green: Phrase("绿", "green")
    case .grey: Phrase("灰", "grey")
    }
  }

  /// What a document names a place for.
  public static func role(_ role: NamedPlace.Role) -> Phrase {
    switch role {
    case .lead: Phrase("率先", "leads the way")
    case .pilot: Phrase("试点", "pilot")
    case .demonstration: Phrase("示范", "demonstration")
    case .named: Phrase("点名", "named")
    }
  }

  /// What binds a place to a task.
  public static func tie(
    _ tie: PlaceDuty.Tie, at place: Division.Code, _ divisions: Divisions
  ) -> Phrase {
    let city = Phrase("随市", "by its city")
    switch tie {
    case .own: return Phrase("本级", "own")
    case .named: return Phrase("点名", "named")
    case .city: return city
    case .province:
      let ruling = divisions.province(of: place).flatMap { divisions[$0]?.ruling }
      if ruling == "自治区" { return Phrase("随自治区", "by the region") }
      return ruling == "市" ? city : Phrase("随省", "by the province")
    case .nation: return Phrase("随国家", "by the country")
    }
  }

  /// How many tasks bind a place by what (本级 3).
  public static func ties(of report: PlaceReport, _ divisions: Divisions) -> [Phrase] {
    PlaceDuty.Tie.allCases.compactMap { tie in
      let count = report.duties.count { $0.tie == tie }
      let words = self.tie(tie, at: report.place.id, divisions)
      return count == 0 ? nil : Phrase("\(words.zh) \(count)", "\(words.en) \(count)")
    }
  }

  /// Why a place has no rank.
  public static func apart(_ reason: Ranking.Apart) -> Phrase {
    switch reason {
    case .noFigure: Phrase("未报", "not sent")
    case .noValue: Phrase("分母为零", "denominator 0")
    case .incomplete: Phrase("不全", "incomplete")
    case .tiny: Phrase("分母过小，不排名", "denominator too small to rank")
    }
  }

  /// What a reported number is.
  public static func kind(_ kind: Achievement.Kind) -> Phrase {
    switch kind {
    case .result: Phrase("结果", "result")
    case .goal: Phrase("目标", "goal")
    case .threshold: Phrase("门槛", "threshold")
    case .before: Phrase("原值", "before")
    }
  }

  /// What the counts of collecting are, where no document asks for figures.
  public static let undocumented = Phrase(
    "没有文件要求报送指标数据，也没有期限；按监测指标统计已报的。",
    "No document asks for figures or prints a day; what was sent is counted by the monitored indicators."
  )

  /// Where a place stands with the figures of a year.
  public static func submission(_ state: Submission.State) -> Phrase {
    switch state {
    case .missing: Phrase("未报", "not sent")
    case .optional: Phrase("可不报", "optional")
    case .sent(let isComplete):
      isComplete ? Phrase("已报全", "all sent") : Phrase("未报全", "in part")
    case .sentBack: Phrase("退回", "sent back")
    }
  }

  /// Where a place stands with its form of tasks.
  public static func taskForm(_ state: TaskFormBoard.State) -> Phrase {
    switch state {
    case .notAsked: Phrase("无任务", "no tasks")
    case .missing: Phrase("未报", "not sent")
    case .partly(let count): Phrase("报\(count)县", "\(count) part")
    case .sent: Phrase("已报", "sent")
    case .takenBack: Phrase("已撤回", "taken back")
    case .sentBack: Phrase("退回", "sent back")
    case .partsBack(let count): Phrase("退回\(count)县", "\(count) back")
    }
  }

  /// An act on the collecting of a year, or of the forms of tasks of a month: 退回长治市2023年数据.
  public static func collecting(
    _ kind: CollectionEntry.Kind, _ place: Division?, _ year: Int, month: Int? = nil
  ) -> Phrase {
    let (zh, en) = (place?.name ?? "", place?.english ?? "")
    if let month {
      let number = month < 10 ? "0\(month)" : "\(month)"
      return Phrase(
        "退回\(zh) \(year) 年 \(month) 月任务表", "send back the task form of \(en), \(year)-\(number)")
    }
    return switch kind {
    case .sentBack: Phrase("退回\(zh) \(year) 年数据", "send back the figures of \(en), \(year)")
    case .locked: Phrase("锁定\(zh) \(year) 年数据", "lock the figures of \(en), \(year)")
    case .unlocked: Phrase("为\(zh)解锁 \(year) 年数据", "open \(year) again for \(en)")
    }
  }

  /// What stands in the place of a day where a task is due on none.
  public static func undated(_ task: ReformTask) -> Phrase {
    switch task.deadlines.first?.kind {
    case .ongoing: Phrase("持续推进", "ongoing")
    case .asRequired: Phrase("按国家要求", "as required")
    default: Phrase("无时限", "no date")
    }
  }
}
