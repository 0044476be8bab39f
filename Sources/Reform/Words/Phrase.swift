/// The two languages that the program speaks.
public enum Language: String, Codable, Sendable, CaseIterable {
  case zh, en

  /// What stands between a name and what is said of it.
  public var colon: String { self == .zh ? "：" : ": " }

  /// Words in brackets behind others.
  public func bracketed(_ words: String) -> String {
    self == .zh ? "（\(words)）" : " (\(words))"
  }
}

/// The same words in Chinese and in English.
public struct Phrase: Hashable, Codable, Sendable {
  public var zh: String
  public var en: String

  public init(_ zh: String, _ en: String) { (self.zh, self.en) = (zh, en) }

  public func callAsFunction(_ language: Language) -> String {
    language == .zh ? zh : en
  }
}
