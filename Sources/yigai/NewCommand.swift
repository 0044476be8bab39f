import ArgumentParser
import Bundle
import Foundation
import Reform
import Runtime

/// Makes the ledger of a province, with its cities and counties and nothing in it.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "新建一本台账：某个省份的市和县，或全国。Makes a ledger of a province or of the country.",
    discussion: """
      已有的文件不会覆盖。任务从文件来：yigai import document；集团和数据由你们录入或导入。
      Nothing is written over. Tasks come from documents: yigai import document.
      """)

  @Option(help: "省份：浙江、zhejiang、330000，或全国；不写用配置里的。The province.") var province: String?
  @Option(help: "台账文件；不写就放在平常的地方。The ledger file.") var ledger: String?
  @Option(help: "语言。zh | en") var lang: String?

  func run() throws {
    let read = Surroundings.settings()
    let settings = read.settings
    let language = lang.flatMap(Language.init) ?? settings.language
    let name = province ?? settings.province
    guard !name.isEmpty else {
      if let wrong = read.mistaken["province"] {
        throw Fault(
          "\(wrong.placed)：\(wrong.message.zh)；请改正配置，或写明省份，如 --province 浙江。",
          "\(wrong.placed): \(wrong.message.en); mend the configuration, or name the province, such as "
            + "--province Zhejiang.", exitCode: 2)
      }
      throw Fault(
        "要写明省份，如 --province 浙江。", "Name the province, such as --province Zhejiang.", exitCode: 2)
    }
    let division = try LedgerProvince.find(name)
    if ledger == nil, let wrong = read.mistaken["ledger"] {
      throw Fault(
        "\(wrong.placed)：\(wrong.message.zh)，没有新建；请改正配置，或用 --ledger 写明放在哪里。",
        "\(wrong.placed): \(wrong.message.en), and no ledger was made; mend the configuration, or say with "
          + "--ledger where it is to be.", exitCode: 2)
    }
    LedgerOptions.tell(read.findings, language)
    var choice = LedgerChoice()
    choice.ledger = ledger
    let path = try choice.path()
    try LedgerProvince.refuseTaken(path)
    try LedgerProvince.make(at: path, of: division.id)
    Output.write(Safe.line(try words(division, path)(language)) + "\n")
  }

  private func words(_ division: Division, _ path: String) throws -> Phrase {
    let catalogue = try BundledCatalogue.whole(of: division.id)
    let parts = LedgerProvince.parts(of: catalogue.divisions)
    let zh = "已新建\(division.name)的台账：\(path)\(parts.zh.isEmpty ? "" : "，" + parts.zh)。"
    let en =
      "A ledger of \(division.english) is made: \(path)"
      + "\(parts.en.isEmpty ? "" : ", with " + parts.en)."
    guard catalogue.tasks.isEmpty else {
      let (documents, tasks) = (catalogue.documents.count, catalogue.tasks.count)
      return Phrase(
        zh + "随带 \(documents) 份文件、\(tasks) 项任务。",
        "\(en) \(Plural("document").of(documents)) and \(Plural("task").of(tasks)) are in it.")
    }
    return Phrase(
      zh + "还没有任务：用 yigai import document 导入文件。",
      "\(en) There is no task yet: import documents with yigai import document.")
  }
}
