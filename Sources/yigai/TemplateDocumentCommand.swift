import ArgumentParser
import Files
import Foundation
import Intake
import Reform

/// Writes the made-up document by which the import of documents is tried.
struct TemplateDocumentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "document",
    abstract: "写出一份虚构的文件，供练习导入。Writes a made-up document for trying the import.",
    discussion: """
      内容全部虚构，标题里也写明；在示例台账里练习：yigai --sample，7，i。
      All of it is made up and its title says so; try it on the sample: yigai --sample, 7, i.
      """)

  @Option(help: "写到哪个文件，如 示例.txt。The file to write to.") var to: String
  @Option(help: "语言。zh | en") var lang: String?
  @Flag(help: "已有同名文件时覆盖。Replaces a file that is there.") var force = false

  func run() throws {
    guard let example = Resource.named("examples/made-up-plan.txt") else {
      throw Fault("程序缺少示例文件。", "The program lacks its example.")
    }
    let path = Surroundings.path(to)
    guard force || !FileManager.default.fileExists(atPath: path) else {
      throw Fault(
        "\(path) 已经存在；换个名字，或加 --force 覆盖。",
        "\(path) is there already; choose another name, or replace it with --force.", exitCode: 2)
    }
    try UserFile.write(example.bytes, to: path)
    let words = Phrase("已写入 \(path)（虚构的文件）", "Wrote \(path), a made-up document")
    Output.write(Safe.line(words(Surroundings.language)) + "\n")
  }
}
