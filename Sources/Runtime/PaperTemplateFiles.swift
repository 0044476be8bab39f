import Files
import Foundation
import Intake
import Papers
import Reform

/// The templates of papers: those that an office keeps beside its configuration, else the bundled
/// ones.
public struct PaperTemplateFiles: Sendable {
  /// Where the office keeps its own, `minutes.zh.md` and so on.
  public let folder: String

  /// Looks for them in `templates` within a folder.
  public init(folder: String) { self.folder = folder + "/templates" }

  /// The names of all of them, a kind in both languages.
  public static let names = Paper.Kind.allCases.flatMap { kind in
    [Language.zh, .en].map { name(kind, $0) }
  }

  private static func name(_ kind: Paper.Kind, _ language: Language) -> String {
    "\(kind.rawValue).\(language.rawValue).md"
  }

  /// The bundled template of a name.
  public static func bundled(_ name: String) -> [UInt8] {
    Resource.named("papers/" + name).map { Array($0.bytes) } ?? []
  }

  /// Whether the office has one of its own of this name.
  ///
  /// A link that leads nowhere, or to itself, is one too: it is not passed over.
  public func isOwn(_ name: String) -> Bool {
    (try? FileManager.default.attributesOfItem(atPath: folder + "/" + name)) != nil
  }

  /// Throws where the office has no template of a name but one that is spelled almost so.
  private func refuseMisspelled(_ name: String) throws(Fault) {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let near = files.sorted().first { file in
      !Self.names.contains(file) && NameKey.distance(file.lowercased(), name) <= 2
        && Self.names.allSatisfy {
          NameKey.distance(file.lowercased(), $0) >= NameKey.distance(file.lowercased(), name)
        }
    }
    guard let near else { return }
    throw Fault(
      "\(folder)/\(near) 不是模板的名称，没有按它写；是 \(name) 就请改名，不是就请移走。",
      "\(folder)/\(near) is no template's name, and nothing was written by it; rename it to \(name), or "
        + "move it away.")
  }

  /// The paper as the template of its kind and language arranges it.
  ///
  /// Throws a sentence with file, line and name where the template is wrong: then there is no paper.
  public func arranged(_ paper: Paper) throws(Fault) -> Paper {
    guard let kind = paper.kind else { return paper }
    let name = Self.name(kind, paper.language)
    guard isOwn(name) else {
      try refuseMisspelled(name)
      return try PaperTemplate(Self.bundled(name), file: name).arranged(paper)
    }
    let path = folder + "/" + name
    guard let bytes = UserFile.contents(of: path, limit: 1 << 20) else {
      throw Fault("不能读取 \(path)。", "\(path) cannot be read.")
    }
    guard bytes.count <= 1 << 20 else {
      throw Fault("\(path) 超过 1 MB，不是模板。", "\(path) is above 1 MB and no template.")
    }
    return try PaperTemplate(bytes, file: path).arranged(paper)
  }
}
