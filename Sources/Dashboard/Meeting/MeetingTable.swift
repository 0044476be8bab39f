import Reform

/// What the screen of meetings gives out as a table.
enum MeetingTable {
  static func rows(_ screen: MeetingScreen, _ model: Model) -> [[String]] {
    let language = model.language
    if screen.level == .list, screen.look == .slips {
      let heads = [
        Phrase("编号", "Number"), Phrase("级别", "Level"), Phrase("事项", "Matter"),
        Phrase("主送", "To"), Phrase("地区", "Place"), Phrase("发出", "Issued"),
        Phrase("答复期限", "Answer due"), Phrase("状态", "Status"),
      ]
      return [heads.map { $0(language) }]
        + screen.shownSlips(model).map { slip in
          [
            slip.id, slip.order.level.words(language), slip.order.matter, slip.order.unit,
            model.name(of: slip.order.place), "\(slip.issued)", "\(slip.due)",
            slip.state.words(language),
          ]
        }
    }
    if screen.level == .list {
      let heads = [
        Phrase("日期", "Day"), Phrase("会议", "Meeting"), Phrase("状态", "Status"),
        Phrase("范围", "Looks at"), Phrase("议题", "Items"), Phrase("决定", "Decisions"),
        Phrase("纪要", "Minutes"),
      ]
      return [heads.map { $0(language) }]
        + screen.all(model).map { meeting in
          [
            "\(meeting.card.day)", meeting.card.name, meeting.state.words(language),
            model.name(of: meeting.card.scope), "\(meeting.agenda.count)",
            "\(meeting.decisions.count)", meeting.minutes ?? "",
          ]
        }
    }
    guard let meeting = screen.current(model) else { return [] }
    let heads = [
      Phrase("序号", "No."), Phrase("亮灯", "Light"), Phrase("议题", "Item"),
      Phrase("牵头", "Lead"), Phrase("情况", "Situation"), Phrase("上会原因", "Here for"),
      Phrase("决定", "Decided"),
    ]
    return [heads.map { $0(language) }]
      + meeting.agenda.enumerated().map { index, item in
        let words = ItemWords(item, model, screen.ground(model))
        return [
          "\(index + 1)", words.light.map { Words.signal($0)(language) } ?? "", words.title,
          words.unit, words.wrong,
          item.reasons.map { $0.words(language) }.joined(separator: language == .zh ? "、" : ", "),
          meeting.decisions(on: item.subject).map { DecisionWords($0.decision, model).text }
            .joined(separator: language == .zh ? "；" : "; "),
        ]
      }
  }
}
