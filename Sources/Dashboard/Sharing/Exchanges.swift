import Reform

/// What is known of exchanges with the hub beside what stands in the ledger.
struct Exchanges: Equatable, Sendable {
  var isRunning = false
  /// Why the last one came to nothing.
  var trouble: Phrase?
  /// What was told already, so that it is not told every five minutes.
  var told: Phrase?
}

/// What has become of an exchange with the hub.
public enum ExchangeNews: Sendable, Equatable {
  case began
  /// One is under way already.
  case already
  /// `wasAsked` where somebody had asked for it.
  case ended(ExchangeReport, wasAsked: Bool)
  /// It came to nothing.
  case failed(Phrase, wasAsked: Bool)
}

/// What is to be done about what goes between ledger and hub.
public enum SharingEffect: Sendable, Equatable {
  case look
  /// Answer for acts that were not taken, by their numbers.
  case answer([RefusedAct.ID], RefusedAct.Answer)
}

/// What came of it.
public enum SharingAnswer: Sendable, Equatable {
  /// Nil in a ledger that is not shared.
  case book(SharingBook?)
  case answered(Int, RefusedAct.Answer)
}
