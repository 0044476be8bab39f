import Foundation
import Papers
import Reform
import Runtime

/// A place that a form is written for, with its file.
struct FormTarget {
  var place: Division
  var path: String

  /// One file where `to` names an .xlsx; where it is a folder, one for the place that was asked for,
  /// and of the province one for each city and for its own level.
  ///
  /// Throws where a file is there already, unless `force` replaces it.
  static func all(
    _ opened: Opened, to: String, force: Bool, called name: (Division) -> Phrase
  ) throws -> [FormTarget] {
    let targets = try all(opened, to: to, called: name)
    for target in targets where !force && FileManager.default.fileExists(atPath: target.path) {
      throw Fault(
        "\(target.path) 已经存在；换个名字，或加 --force 覆盖。",
        "\(target.path) is there already; choose another name, or replace it with --force.",
        exitCode: 2)
    }
    return targets
  }

  private static func all(
    _ opened: Opened, to: String, called name: (Division) -> Phrase
  ) throws -> [FormTarget] {
    let divisions = opened.catalogue.divisions
    guard let place = divisions[opened.scope] else { return [] }
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: to, isDirectory: &isFolder)
    guard isFolder.boolValue || (!isThere && to.hasSuffix("/")) else {
      guard to.lowercased().hasSuffix(".xlsx") else {
        throw Fault(
          "--to 要是 .xlsx 文件，或一个文件夹（以 / 结尾）。",
          "--to takes an .xlsx file, or a folder (ending in /).", exitCode: 2)
      }
      return [FormTarget(place: place, path: to)]
    }
    do {
      try FileManager.default.createDirectory(atPath: to, withIntermediateDirectories: true)
    } catch { throw Fault("不能创建文件夹 \(to)。", "The folder \(to) cannot be made.") }
    let places = TaskFormMaker.places(of: place, in: divisions)
    let folder = to.hasSuffix("/") ? String(to.dropLast()) : to
    return places.map { place in
      FormTarget(place: place, path: "\(folder)/\(name(place)(opened.language)).xlsx")
    }
  }

  /// Writes the workbook and says so.
  func write(_ book: WorkbookSpec, _ opened: Opened) throws {
    try XLSXWriter.write(book, to: path)
    let words = Phrase("已写入 \(path)", "Wrote \(path)")
    Output.write(Safe.line(words(opened.language)) + "\n")
  }
}
