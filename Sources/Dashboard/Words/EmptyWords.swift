import Reform

/// What is said where there is nothing, and what there is nothing of.
enum EmptyWords {
  /// That there was nothing by a past day, with the way back.
  static func nothing(_ what: Phrase, by day: Day) -> Phrase {
    Phrase(
      "截至 \(day) 还没有\(what.zh)。按 @ 回到今天。",
      "By \(day) there was no \(what.en). @ goes back to today.")
  }

  static func nothing(_ what: Phrase) -> Phrase {
    Phrase("还没有\(what.zh)（只读打开，不能登记）。", "There is no \(what.en) (opened read-only).")
  }

  /// What is said where there is nothing: `words`, which tell what can be done; of a past day, or where
  /// nothing can be entered, only that there is none, and the way back.
  static func said(_ words: Phrase, but what: Phrase, _ model: Model) -> Phrase {
    if model.isPast { return nothing(what, by: model.day) }
    return model.isReadOnly && model.saysReadOnly ? nothing(what) : words
  }

  static let entries = Phrase("登记", "entry")
  static let tasks = Phrase("任务", "task")
  static let figures = Phrase("指标数据", "figure")
  static let documents = Phrase("文件", "document")
}
