import Reform

/// A comment on a cell (批注).
struct CellComment: Sendable {
  var row: Int
  var column: Int
  var text: String
}

/// Reads the comments on the cells of a sheet, without who wrote them.
enum CellComments {
  static func read(
    _ archive: borrowing ZipArchive, of sheet: String, name: String
  ) throws(Fault) -> [CellComment] {
    var all: [CellComment] = []
    var seen: Set<String> = []
    for relation in try WorkbookParts.relations(archive, of: sheet, name: name)
    where relation.kind.hasSuffix("/comments") && seen.insert(relation.target).inserted {
      let gathered = Gathered()
      let feed = XMLFeed(
        name: name, start: gathered.open, end: gathered.close,
        text: { if gathered.isInText { gathered.bytes += $0 } })
      if try archive.pour(relation.target, { (chunk) throws(Fault) in try feed.take(chunk) }) {
        try feed.finish()
      }
      all += gathered.comments
    }
    return all
  }

  private final class Gathered {
    var comments: [CellComment] = []
    var bytes: [UInt8] = []
    var isInText = false
    private var cell: (row: Int, column: Int)?

    func open(_ element: String, _ values: XMLFeed.Attributes) {
      switch element {
      case "comment":
        cell = values["ref"].flatMap { CellReference.parse($0.utf8) }
        bytes.removeAll(keepingCapacity: true)
      case "t": isInText = true
      default: break
      }
    }

    func close(_ element: String) {
      switch element {
      case "t": isInText = false
      case "comment":
        guard let cell, !bytes.isEmpty else { return }
        comments.append(
          CellComment(
            row: cell.row, column: cell.column, text: String(decoding: bytes, as: UTF8.self)))
      default: break
      }
    }
  }
}
