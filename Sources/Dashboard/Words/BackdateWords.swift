import Reform

/// Entering status, note and evidence for a day before today (补登).
enum BackdateWords {
  static let title = Phrase("补登：从哪一天起就是这样（留空是今天）", "Since which day is it so (empty: today)")
  static let hint = Phrase("Enter 以后的状态、备注、佐证按这一天", "Enter: status, note and evidence are for it")
  static let notPast = Phrase("补登的日子要在今天以前", "the day lies before today")
  static let ended = Phrase("以后登记的按今天", "What is entered now is of today")

  static func begun(_ day: Day) -> Phrase {
    Phrase(
      "以后登记的状态、备注、佐证按 \(day)，B Enter 改回今天",
      "Status, note and evidence are entered for \(day); B Enter for today again")
  }

  /// What holds while another day is asked for.
  static func now(_ day: Day) -> Phrase {
    Phrase("现在登记的都按 \(day)", "What is entered now is for \(day)")
  }

  static func badge(_ day: Day) -> Phrase { Phrase("补登 \(day)", "entering for \(day)") }

  /// Hardly wider than a day alone, and yet told from one that is looked at.
  static func shortBadges(_ day: Day) -> [Phrase] {
    let short = day.description.dropFirst(2)
    return [Phrase("补 \(day)", "for \(day)"), Phrase("补 \(short)", "for \(short)")]
  }
}
