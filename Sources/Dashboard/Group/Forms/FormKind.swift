import Reform

/// Which value a field of a form is.
enum FormKey: Hashable, Sendable {
  case kind, name, lead, tier, from, to
  case zh, en
  case state, day, text
  case place, year
  case weight(AssessmentMeasure.ID)
  case score(AssessmentMeasure.ID)
  case verdict
  case budget, spending
  case advance(Int)
  case fundShare, development, assessmentFactor
  case inPost, posts, professionals, staff
  case isSelected
  case note
  case meeting(MeetingField)
  case hand(HandField)
}

/// What a field of a form takes.
enum FormKind: Hashable, Sendable {
  case words(isNeeded: Bool)
  /// Parts of a task in one line, as long as they are.
  case line(isNeeded: Bool)
  /// Words that stay once they are entered.
  case keptWords
  /// From 0 to 100; `isKept` where one that is entered cannot be emptied again.
  case percent(isKept: Bool)
  /// An amount of yuan that cannot be emptied again.
  case money
  /// A day, on a day or before where that is said.
  case day(latest: Day?)
  /// A day by which something is due, also as the end of a month or year.
  case dueDay
  case year(latest: Int)
  /// A whole number of persons, 0 or more.
  case count
  case choice

  var isNeeded: Bool {
    switch self {
    case .words(let isNeeded), .line(let isNeeded): isNeeded
    case .year: true
    default: false
    }
  }

  /// Whether the ledger can say that a value stands no more.
  var isKept: Bool {
    switch self {
    case .keptWords, .money: true
    case .percent(let isKept): isKept
    default: false
    }
  }

  var isOptional: Bool { !isNeeded && !isKept }

  /// Whether it is written anew rather than amended: numbers and days are, words are not.
  var isTypedOver: Bool {
    switch self {
    case .words, .line, .keptWords, .choice: false
    case .percent, .money, .day, .dueDay, .year, .count: true
    }
  }

  var endsRight: Bool {
    switch self {
    case .percent, .money, .count: true
    default: false
    }
  }

  /// How many characters it takes at most.
  var limit: Int {
    switch self {
    case .words, .keptWords: 300
    case .line: 10_000
    case .percent, .count: 12
    case .money, .day, .dueDay: 24
    case .year: 4
    case .choice: 0
    }
  }

  /// How many columns it takes on the screen at most.
  var columns: Int {
    switch self {
    case .words, .line, .keptWords, .choice: .max
    case .percent, .count: 10
    case .money: 22
    case .day, .dueDay: 22
    case .year: 8
    }
  }

  /// Why a text is none of its values; nil where it is one.
  func refusal(of text: String) -> Phrase? {
    switch self {
    case .words, .line, .keptWords, .choice: return nil
    case .percent: return Self.refusal { () throws(Fault) in try Self.percent(text) }
    case .money: return Self.refusal { () throws(Fault) in _ = try Fen(written: text) }
    case .count:
      guard let number = try? Amount(written: text), let count = Int("\(number)"),
        (0...Staffing.limit).contains(count)
      else {
        return Phrase(
          "要是 0 到 \(Staffing.limit) 的整数。", "A whole number from 0 to \(Staffing.limit).")
      }
      return nil
    case .day(let latest):
      guard let day = Day(written: text) else { return Words.Prompt.badDay }
      guard BookDays.all.contains(day) else { return BookDays.fault(day).message }
      guard let latest, day > latest else { return nil }
      return Phrase("不能晚于 \(latest)。", "It cannot be after \(latest).")
    case .dueDay:
      guard let day = Day(dueBy: text) else { return Words.Prompt.badDayDue }
      return BookDays.all.contains(day) ? nil : BookDays.fault(day).message
    case .year(let latest):
      guard let number = try? Amount(written: text), let year = Int("\(number)"),
        (1949...latest).contains(year)
      else { return Phrase("年份要在 1949 到 \(latest) 之间。", "A year from 1949 to \(latest).") }
      return nil
    }
  }

  private static func refusal(_ read: () throws(Fault) -> Void) -> Phrase? {
    do {
      try read()
      return nil
    } catch {
      return error.message
    }
  }

  private static func percent(_ text: String) throws(Fault) {
    let number = try Amount(written: text)
    guard number >= 0, number <= 100 else {
      throw Fault("要在 0 到 100 之间。", "It lies between 0 and 100.")
    }
  }

  /// A good text as it is shown back: amounts with commas, days with hyphens.
  func usual(_ text: String) -> String {
    switch self {
    case .words, .line, .keptWords, .choice: text
    case .percent, .year, .count: (try? Amount(written: text)).map { "\($0)" } ?? text
    case .money: (try? Fen(written: text))?.grouped ?? text
    case .day: Day(written: text)?.description ?? text
    case .dueDay: Day(dueBy: text)?.description ?? text
    }
  }
}
