/// A line that passes: what was done, or why it was not.
public struct Toast: Hashable, Sendable {
  public enum Tone: Sendable { case good, plain, bad }
  public var text: String
  public var tone: Tone

  public init(_ text: String, _ tone: Tone = .plain) { (self.text, self.tone) = (text, tone) }
}
