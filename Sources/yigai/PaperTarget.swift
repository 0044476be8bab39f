import ArgumentParser
import Foundation
import Papers
import Reform

/// Where papers are written to.
struct PaperTarget: ParsableArguments {
  @Option(help: "写到哪个文件夹（以 / 结尾）或文件；不写是当前文件夹。A folder (ending in /) or a file.")
  var to: String = "./"
  @Flag(help: "已有同名文件时覆盖。Replaces files that are there.") var force = false

  /// Whether it is a folder, which may not be there yet.
  private var isFolder: Bool {
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: to, isDirectory: &isFolder)
    return isFolder.boolValue || (!isThere && to.hasSuffix("/"))
  }

  /// The ending of the file that was named; nil for a folder.
  var ending: String? { isFolder ? nil : URL(fileURLWithPath: to).pathExtension.lowercased() }

  /// Writes papers of some names one after another and says where; nothing where any is there already.
  func write(
    _ names: [String], _ ending: String, _ language: Language,
    _ writing: (_ index: Int, _ path: String) throws -> Void
  ) throws {
    guard !names.isEmpty else { return }
    let paths = try paths(names, ending)
    for path in paths where !force && FileManager.default.fileExists(atPath: path) {
      throw Fault(
        "\(path) 已经存在；换个名字，或加 --force 覆盖。",
        "\(path) is there already; choose another name, or replace it with --force.", exitCode: 2)
    }
    for (index, path) in paths.enumerated() {
      try writing(index, path)
      Output.write(Safe.line(Phrase("已写入 \(path)", "Wrote \(path)")(language)) + "\n")
    }
  }

  /// Writes papers as their templates arrange them, each under its name; none where a template is
  /// wrong.
  func write(
    _ papers: [(name: String, paper: Paper)], _ form: PaperForm, _ language: Language
  ) throws {
    let format = try form.format(self)
    let templates = Surroundings.paperTemplates
    let arranged = try papers.map { try templates.arranged($0.paper) }
    try write(papers.map(\.name), format.rawValue, language) { index, path in
      try arranged[index].write(as: format, to: path)
    }
  }

  private func paths(_ names: [String], _ ending: String) throws -> [String] {
    guard isFolder else {
      guard self.ending == ending, names.count == 1 else {
        throw Fault(
          "--to 要是 .\(ending) 文件，或一个文件夹（以 / 结尾）。",
          "--to takes an .\(ending) file, or a folder (ending in /).", exitCode: 2)
      }
      return [to]
    }
    do {
      try FileManager.default.createDirectory(atPath: to, withIntermediateDirectories: true)
    } catch { throw Fault("不能创建文件夹 \(to)。", "The folder \(to) cannot be made.") }
    let folder = to.hasSuffix("/") ? to : to + "/"
    return names.map { (folder == "./" ? "" : folder) + "\($0).\(ending)" }
  }
}

/// In which form a paper is written.
struct PaperForm: ParsableArguments {
  @Option(help: "格式：docx | html | md，默认 docx。The form, docx by default.") var format: String?

  /// The form that was asked for; without it that of the file that was named, or Word's.
  func format(_ target: PaperTarget) throws -> PaperFormat {
    guard let format else { return target.ending.flatMap(PaperFormat.init) ?? .docx }
    guard let found = PaperFormat(rawValue: format.lowercased()) else {
      let list = PaperFormat.allCases.map(\.rawValue).joined(separator: " | ")
      throw Fault("没有格式“\(format)”，只有 \(list)。", "No form “\(format)”: \(list).", exitCode: 2)
    }
    return found
  }
}
