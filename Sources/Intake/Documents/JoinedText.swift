/// A document's text with line breaks closed up, every scalar knowing where it came from.
struct JoinedText: Sendable {
  struct Paragraph: Sendable {
    enum Kind: Hashable, Sendable {
      case text
      /// A row of a table: the ranges of its cells.
      case row([Range<Int>])
      /// A day alone on its line.
      case day
      /// A footer: who gets copies, and when it was printed.
      case footer
      /// 附件 alone, or with its number and title.
      case annex
      /// A paragraph that stands beside the text, such as a text box.
      case aside
    }

    var range: Range<Int>
    var kind: Kind
    var marker: Marker?
    /// True where the first line stood apart as a heading does: short and without a full stop.
    var isHeading = false
  }

  var scalars: Scalars = []
  /// Folded, of the same length: brackets, digits and signs in one form.
  var folded: Scalars = []
  /// Offset in the source of every scalar.
  var origins: [Int32] = []
  var paragraphs: [Paragraph] = []
  var isCutOff = false

  mutating func append(_ scalar: UInt32, from origin: Int) {
    scalars.append(scalar)
    folded.append(scalar.folded)
    origins.append(Int32(truncatingIfNeeded: origin))
  }

  func text(_ range: Range<Int>) -> String { Intake.text(scalars[range]) }
}
