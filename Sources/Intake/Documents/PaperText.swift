import Reform

/// What a reader of a format makes of a file: its text, and what is to be said about it.
struct PaperText {
  var scalars: Scalars
  var findings: [Finding] = []
  /// Offsets of replacement characters put where bytes made no sense.
  var damaged: [Int] = []
  /// Whether there is more text than a document may have, so that not all of it was taken.
  var isCut = false
}
