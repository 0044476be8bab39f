import Reform

/// What the screen of meetings gives out as a table.
enum MeetingTable {
  static func rows(_ screen: MeetingScreen, _ model: Model) -> [[String]] {
    let language = model.language
    if screen.level == .list, screen.look == .slips, let rules = model.meetings?.rules {
      return SlipTables.slips(
        screen.shownSlips(model), among: model.meetings?.slips ?? [], rules.calendar,
        model.catalogue.divisions, on: model.day, language, isSample: model.isSample
      ).filed
    }
    if screen.level == .list {
      return MeetingTables.meetings(
        screen.all(model), model.catalogue.divisions, language, isSample: model.isSample
      ).filed
    }
    guard let meeting = screen.current(model) else { return [] }
    let heads = [
      Phrase("序号", "No."), Phrase("亮灯", "Light"), Phrase("议题", "Item"),
      Phrase("牵头", "Lead"), Phrase("情况", "How it stands"), Phrase("上会原因", "Here for"),
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
