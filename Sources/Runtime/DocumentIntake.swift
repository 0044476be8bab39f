import Files
import Intake
import Reform

/// Policy documents from files, up to the review that a person goes through.
public enum DocumentIntake {
  /// Reads a document from a file; throws one sentence for what is no document.
  ///
  /// `name` is what the sentence calls the file, where that is not its path.
  public static func reading(of path: String, named name: String? = nil) throws -> DocumentReading {
    let name = name ?? path
    let tables = BundledCatalogue.tables()
    let reader = DocumentReader(
      divisions: tables.divisions, departments: DepartmentBook(tables.departments))
    let bytes = try UserFile.read(
      path, named: name, limit: DocumentReader.sizeLimit, tooLarge: DocumentReader.tooLarge(name))
    return try reader.read(bytes, name: name)
  }

  /// The review of a reading against what the ledger holds.
  ///
  /// Throws where the reading has nothing to review, such as a bulletin.
  public static func review(
    _ reading: DocumentReading, file: String, in catalogue: Catalogue
  ) throws -> Review {
    try refuseEmpty(reading, named: file)
    let key = Document.key(
      for: reading.head.number, issued: reading.head.issued, pinyin: BundledCatalogue.pinyin(),
      taken: Set(catalogue.documents.map(\.id)))
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return Review(reading, file: name, key: key, in: catalogue)
  }

  /// Throws where a reading has no clause that sets a task.
  public static func refuseEmpty(_ reading: DocumentReading, named file: String) throws {
    guard reading.clauses.isEmpty else { return }
    throw Fault(
      "“\(file)”里没有布置任务的条款，没有写入。",
      "“\(file)” has no clause that sets a task; nothing was written.")
  }
}
