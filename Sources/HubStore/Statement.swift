/// A statement with its values, ready to be sent.
struct Statement {
  let sql: String
  let types: [UInt32]
  let lengths: [Int32]
  let formats: [Int32]
  /// All values one after another, and where each begins; nil for NULL.
  let values: [UInt8]
  let places: [Int?]

  init(_ sql: String, _ given: [Value] = []) {
    var (all, places, lengths): ([UInt8], [Int?], [Int32]) = ([], [], [])
    for value in given {
      let bytes = value.bytes
      places.append(bytes == nil ? nil : all.count)
      lengths.append(Int32(bytes?.count ?? 0))
      // A value of no bytes is not the same as none: each has one more behind it.
      all += bytes ?? []
      all.append(0)
    }
    self.sql = sql
    (values, self.places, self.lengths) = (all, places, lengths)
    (types, formats) = (given.map(\.type), given.map { _ in 1 })
  }
}
