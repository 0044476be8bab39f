import Bundle
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
      divisions: tables.divisions, departments: DepartmentNames(tables.departments))
    let bytes = try UserFile.read(
      path, named: name, limit: DocumentReader.sizeLimit, tooLarge: DocumentReader.tooLarge(name))
    return try reader.read(bytes, name: name)
  }

  /// The review of a reading against what the ledger holds.
  ///
  /// `reported` is what the ledger holds of bulletins. Throws where the reading has nothing to review.
  public static func review(
    _ reading: DocumentReading, file: String, in catalogue: Catalogue,
    reported: [Achievement] = []
  ) throws -> Review {
    try refuseEmpty(reading, named: file)
    try refuseForeign(reading, named: file, in: catalogue)
    let key = Document.key(
      for: reading.head.number, issued: reading.head.issued, pinyin: BundledCatalogue.pinyin(),
      taken: Set(catalogue.documents.map(\.id)))
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return Review(reading, file: name, key: key, in: catalogue, reported: reported)
  }

  /// Throws where a reading has no clause that sets a task, and of a bulletin no fact.
  public static func refuseEmpty(_ reading: DocumentReading, named file: String) throws {
    guard reading.clauses.isEmpty, reading.facts.isEmpty else { return }
    throw Fault(
      "“\(file)”里没有布置任务的条款，没有写入。",
      "“\(file)” has no clause that sets a task; nothing was written.")
  }

  /// Throws for a document of another province, whose tasks would else be filed for ours.
  public static func refuseForeign(
    _ reading: DocumentReading, named file: String, in catalogue: Catalogue
  ) throws(Fault) {
    guard let origin = BundledCatalogue.provinces().origin(of: reading.head),
      origin.id != catalogue.province
    else { return }
    let own = catalogue.divisions[catalogue.province]
    let number = reading.head.number.map { "（\($0)）" } ?? ""
    throw Fault(
      "“\(file)”是\(origin.name)的文件\(number)，这本台账只记\(own?.name ?? "本省")的任务，没有写入；"
        + "只看读出什么，请用 yigai import document --dry-run。",
      "“\(file)” is a document of another province (\(origin.name)\(number)); this ledger keeps the "
        + "tasks of \(own?.english ?? "one province") only, and nothing was written. To see what is "
        + "read out of it, use yigai import document --dry-run.")
  }
}
