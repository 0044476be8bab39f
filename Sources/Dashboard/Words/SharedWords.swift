import Reform

/// Words that other parts of the program say too.
public enum SharedWords {
  public static let sample = Words.sample
  public static func status(_ status: Status) -> Phrase { Words.status(status) }
  public static func signal(_ signal: Signal) -> Phrase { Words.signal(signal) }
  public static let ownLevel = Words.ownLevel
}
