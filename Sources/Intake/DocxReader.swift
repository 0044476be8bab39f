import Reform

enum DocxReader {
  static func read(_ bytes: [UInt8], name: String) throws(Fault) -> Scalars { throw Faults.notWord(name) }
}
