import ArgumentParser
import Foundation
import Reform
import Runtime

/// Writes a commented configuration file, or says what is wrong with the one there is.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "写出带注释的配置文件。Writes a commented configuration file.")

  @Flag(help: "只输出，不写文件。Prints it, writes nothing.") var print = false
  @Option(help: "语言。zh | en") var lang: String?

  func run() throws {
    guard !print else {
      Output.write(SettingsReader.template())
      return
    }
    let path = Surroundings.configurationPath
    let read = Surroundings.settings()
    let language = lang.flatMap(Language.init) ?? read.settings.language
    if FileManager.default.fileExists(atPath: path) {
      for finding in read.findings {
        Output.write(
          Safe.line("\(path):\(finding.source.line ?? 1) \(finding.message(language))") + "\n")
      }
      let words = Phrase("配置文件已经有了，没有改动", "the configuration file is there already, left as it is")
      Output.write("\(path)\(language.colon)\(words(language))\n")
      tellNames(language)
      if !read.findings.isEmpty { throw ExitCode(1) }
      return
    }
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try Data(SettingsReader.template().utf8).write(
        to: URL(fileURLWithPath: path), options: .withoutOverwriting)
    } catch {
      throw Fault("不能写入 \(path)。", "\(path) cannot be written.")
    }
    chmod(path, 0o600)
    Output.write("\(Phrase("已写出", "written:")(language)) \(path)\n")
    tellNames(language)
  }

  /// Where an office may write the names that it gives to columns.
  private func tellNames(_ language: Language) {
    let path = Surroundings.columnNamesPath
    let words =
      FileManager.default.fileExists(atPath: path)
      ? Phrase("列名表在用", "column names in use")
      : Phrase("可另建列名表（name,indicator,part）", "column names (name,indicator,part) may be added in")
    Output.write("\(words(language))\(language.colon)\(path)\n")
    let tables = Surroundings.slipRuleFiles
    tell(
      tables.holidays, Phrase("节假日表在用", "table of holidays in use"),
      Phrase(
        "可另建节假日表（day,kind,holiday）", "a table of holidays (day,kind,holiday) may be put in"),
      language)
    tell(
      tables.rules, Phrase("督办规则在用", "rules of supervision in use"),
      Phrase("可另建督办规则", "rules of supervision may be put in"), language)
  }

  private func tell(_ path: String, _ used: Phrase, _ free: Phrase, _ language: Language) {
    let words = FileManager.default.fileExists(atPath: path) ? used : free
    Output.write("\(words(language))\(language.colon)\(path)\n")
  }
}

/// Makes the sample ledger anew; the old one is put aside.
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "重建示例台账，旧的改名保留。Makes the sample ledger anew, keeping the old one aside.")

  @Option(help: "语言。zh | en") var lang: String?

  func run() throws {
    let path = Surroundings.dataFolder + "/sample.sqlite"
    let ledger = try SampleLedger.open(at: path, access: .readWrite, fresh: true)
    let count = try ledger.entryCount()
    ledger.close()
    let words = Phrase("已建立示例台账（虚构数据）", "the sample ledger is made (made-up data)")
    let entries = Phrase("：\(path)，\(count) 条登记", ": \(path), \(count) entries")
    let language = Surroundings.language
    Output.write("\(words(language))\(entries(language))\n")
  }
}
