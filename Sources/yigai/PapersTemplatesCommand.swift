import ArgumentParser
import Files
import Foundation
import Reform
import Runtime

/// Writes the templates of papers for an office to change, or says which of its own it has.
struct PapersTemplatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates",
    abstract: "材料的模板：写出来修改，放进配置文件夹就用。The templates of papers, to be changed.",
    discussion: """
      每种材料中文、英文各一个模板，文件开头写着用法。改好的放进配置文件夹的 templates 里；不写 --to 就列出
      用的是哪些。
      A template for each paper in each language, its use told at its top. Those that are put into the
      folder templates beside the configuration are used; without --to it is told which are.
      """)

  @Option(help: "写到哪个文件夹。The folder to write to.") var to: String?
  @Option(help: "语言。zh | en") var lang: String?
  @Flag(help: "已有同名文件时覆盖。Replaces files that are there.") var force = false

  func run() throws {
    let language = lang.flatMap(Language.init) ?? Surroundings.settings().settings.language
    guard let to else { return list(language) }
    let folder = Surroundings.path(to)
    let paths = PaperTemplateFiles.names.map { (name: $0, path: folder + "/" + $0) }
    for (_, path) in paths where !force && FileManager.default.fileExists(atPath: path) {
      throw Fault(
        "\(path) 已经存在；换个名字，或加 --force 覆盖。",
        "\(path) is there already; choose another name, or replace it with --force.", exitCode: 2)
    }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch { throw Fault("不能创建文件夹 \(to)。", "The folder \(to) cannot be made.") }
    for (name, path) in paths { try UserFile.write(PaperTemplateFiles.bundled(name), to: path) }
    let own = Surroundings.paperTemplates.folder
    let words = Phrase(
      "已写入 \(folder)：\(paths.count) 个模板。改好的放进 \(own) 就用。",
      "Wrote \(paths.count) templates to \(folder). Those put into \(own) are used.")
    Output.write(Safe.line(words(language)) + "\n")
  }

  private func list(_ language: Language) {
    let files = Surroundings.paperTemplates
    for name in PaperTemplateFiles.names {
      let words =
        files.isOwn(name)
        ? Phrase("用 \(files.folder) 里的", "the one in \(files.folder)")
        : Phrase("用程序自带的", "the bundled one")
      Output.write(Safe.line("\(name)  \(words(language))") + "\n")
    }
  }
}
