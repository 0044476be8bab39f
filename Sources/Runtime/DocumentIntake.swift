import Foundation
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
    return try reader.read(try bytes(of: path, named: name), name: name)
  }

  /// The review of a reading against what the ledger holds.
  ///
  /// `reported` is what the ledger holds of bulletins. Throws where the reading has nothing to review.
  public static func review(
    _ reading: DocumentReading, file: String, in catalogue: Catalogue,
    reported: [Achievement] = []
  ) throws -> Review {
    try refuseEmpty(reading, named: file)
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

  private static func bytes(of path: String, named name: String) throws -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Fault("没有文件 \(name)。", "There is no file \(name).")
    }
    guard !isFolder.boolValue else {
      throw Fault("\(name) 是文件夹，不是文件。", "\(name) is a folder, not a file.")
    }
    let facts = (try? FileManager.default.attributesOfItem(atPath: path)) ?? [:]
    let kinds: [FileAttributeType] = [.typeRegular, .typeSymbolicLink]
    guard let kind = facts[.type] as? FileAttributeType, kinds.contains(kind) else {
      throw Fault(
        "\(name) 不是普通文件；请先存成文件再导入。", "\(name) is no ordinary file; save it as one first.")
    }
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    let size =
      (try? target.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? (facts[.size] as? Int) ?? 0
    guard size <= DocumentReader.sizeLimit else { throw DocumentReader.tooLarge(name) }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Fault("没有权限读取 \(name)。", "No permission to read \(name).")
    }
    return [UInt8](data)
  }
}
