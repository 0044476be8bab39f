import Reform

/// The sentences of slips.
extension PaperWords {
  static func slip(_ level: Slip.Level) -> Phrase {
    level == .reminder
      ? Phrase("医改工作提醒单", "Reminder on health reform")
      : Phrase("医改工作督办单（\(level.words.zh)）", "Supervision of health reform: \(level.words.en)")
  }

  static func slipFile(_ slip: Slip) -> Phrase {
    Phrase("督办单-\(slip.id)-\(slip.order.unit)", "slip-\(slip.id)-\(slip.order.unit)")
  }

  static func slipBook(_ place: Division) -> Phrase {
    Phrase("\(place.name)医改督办台账", "Book of slips, \(place.english)")
  }

  static func slipBookFile(_ place: Division, _ day: Day) -> Phrase {
    Phrase("\(place.name)督办台账-\(day)", "\(place.english)-slips-\(day)")
  }

  static let allSlips = Phrase("督办台账", "Slips")

  static func slipsBy(_ grouping: SlipCounts.Grouping) -> Phrase {
    Phrase("按\(grouping.words.zh)", "By \(grouping.words.en.lowercased())")
  }

  static let slipItem = Phrase("项目", "Item")
  static let slipContent = Phrase("内容", "Content")
  static let slipReceipt = Phrase("签收栏", "Receipt")
  static let slipAnswer = Phrase("答复栏", "Answer given")

  static func slipFollows(_ number: Slip.ID) -> Phrase {
    Phrase("（\(number) 到期没有答复）", " (\(number) was not answered in time)")
  }

  static func slipDue(_ due: Day, workingDays count: Int) -> Phrase {
    Phrase(
      "\(day(due).zh)前（发出后 \(count) 个工作日）",
      "by \(due) (\(Plural("working day").of(count)) from the issue)")
  }

  /// A day, or the place where one is written by hand.
  static func dayOrBlank(_ day: Day?) -> Phrase {
    day.map { self.day($0) } ?? Phrase("　　　年　　月　　日", "")
  }
}
