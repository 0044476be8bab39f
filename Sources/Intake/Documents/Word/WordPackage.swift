import Reform

/// The parts of a Word file that count, found as the package names them.
///
/// Nothing says that the text is called `word/document.xml`: `_rels/.rels` names it (`document2.xml`),
/// and its own relationships name numbering and styles (ECMA-376 part 2, 9.3).
struct WordPackage {
  var document: [UInt8] = []
  var numbering: [UInt8] = []
  var styles: [UInt8] = []
  /// Whether the file holds pictures.
  var hasPictures = false

  init(_ bytes: [UInt8], name: String) throws(Fault) {
    let archive = try ZipArchive(bytes, name: name)
    let main =
      try Self.targets(of: "_rels/.rels", in: archive, from: "", name: name)["officeDocument"]
      ?? "word/document.xml"
    let isWord = main.hasSuffix(".xml") && !main.hasPrefix("xl/") && !main.hasPrefix("ppt/")
    guard isWord, let document = try archive.bytes(of: main) else {
      throw Self.fault(of: archive, name)
    }
    self.document = document
    let folder = main.split(separator: "/").dropLast().joined(separator: "/")
    let own = main.split(separator: "/").last.map(String.init) ?? main
    let beside = folder.isEmpty ? "" : folder + "/"
    let parts = try Self.targets(
      of: "\(beside)_rels/\(own).rels", in: archive, from: folder, name: name)
    numbering = try archive.bytes(of: parts["numbering"] ?? beside + "numbering.xml") ?? []
    styles = try archive.bytes(of: parts["styles"] ?? beside + "styles.xml") ?? []
    hasPictures = parts["image"] != nil
  }

  /// What an archive is that holds no Word document.
  private static func fault(of archive: borrowing ZipArchive, _ name: String) -> Fault {
    if archive.has("EncryptedPackage") { return Faults.encryptedZip(name) }
    if archive.has("xl/workbook.xml") { return Faults.workbook(name) }
    if archive.has("content.xml"), archive.has("META-INF/manifest.xml") {
      return Faults.openDocument(name)
    }
    return archive.has("OFD.xml") ? Faults.ofd(name) : Faults.notWord(name)
  }

  private final class Found {
    var targets: [String: String] = [:]
  }

  /// Where relationships lead, by the last word of their type; those outside the file are none.
  private static func targets(
    of entry: String, in archive: borrowing ZipArchive, from folder: String, name: String
  ) throws(Fault) -> [String: String] {
    guard let bytes = try archive.bytes(of: entry) else { return [:] }
    let found = Found()
    try XMLStream.walk(
      bytes, name: name,
      start: { element, values in
        guard element.hasSuffix("Relationship"), values["TargetMode"] != "External",
          let kind = values["Type"]?.split(separator: "/").last.map(String.init),
          let target = values["Target"], found.targets[kind] == nil
        else { return }
        found.targets[kind] = path(target, from: folder)
      }, end: { _ in }, text: { _ in })
    return found.targets
  }

  /// The path in the archive of a target: from the root, or beside the part that names it.
  private static func path(_ target: String, from folder: String) -> String {
    var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
    for part in target.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }
}
