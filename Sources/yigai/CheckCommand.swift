import ArgumentParser
import Curses
import Foundation
import LedgerStore
import Reform
import Runtime

/// Looks whether the ledger is sound and what the terminal can do, in words.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "检查台账是否完好、终端能做什么。The ledger's soundness and the terminal's abilities.")

  @Option(help: "把损坏的台账里能救的救到一个新台账里。Saves what can be saved into a new ledger.")
  var repair: String?
  @OptionGroup var options: LedgerOptions

  func run() throws {
    var options = options
    // Looking must not make a ledger that is not there.
    options.readOnly = !options.sample
    let settings = Surroundings.settings()
    let language = options.lang.flatMap(Language.init) ?? settings.settings.language
    for finding in settings.findings { say(finding, language) }
    if let repair { return try save(to: Surroundings.path(repair), language) }
    terminal(language)
    let opened = try options.choice.open()
    defer { opened.ledger.close() }
    if let finding = opened.placeFinding { say(finding, language) }
    let findings = try opened.ledger.findings()
    let count = try opened.ledger.entryCount()
    line(
      Phrase("台账", "Ledger"),
      "\(opened.ledger.path)\(opened.isSample ? "（\(FieldWords.sample(language))）" : "")", language
    )
    line(
      Phrase("内容", "Contents"),
      Phrase(
        "\(opened.catalogue.documents.count) 个文件，\(opened.catalogue.tasks.count) 项任务，\(count) 条流水",
        [
          Plural("document").of(opened.catalogue.documents.count),
          Plural("task").of(opened.catalogue.tasks.count), Plural("entry", "entries").of(count),
        ].joined(separator: ", ")
      )(language), language)
    for finding in findings { say(finding, language) }
    guard findings.isEmpty else {
      throw Fault(
        "台账有 \(findings.count) 处问题。", "The ledger has \(Plural("fault").of(findings.count)).")
    }
    line(
      Phrase("结论", "Result"), Phrase("台账完好", "the ledger is sound")(language), language)
  }

  /// Makes a new ledger of what is whole in a damaged one.
  private func save(to target: String, _ language: Language) throws {
    let path = try options.choice.path()
    let report = try Salvage.repair(path, to: target) { ledger in
      _ = try LedgerProvince.catalogue(of: ledger)
    }
    line(Phrase("新台账", "New ledger"), report.path, language)
    line(
      Phrase("救回", "Saved"),
      Phrase(
        "\(report.acts) 次登记，\(report.entries) 条流水",
        "\(Plural("act").of(report.acts)), \(Plural("entry", "entries").of(report.entries))")(
          language),
      language)
    for words in report.lines { line(Phrase("损失", "Lost"), words(language), language) }
    for finding in report.findings { say(finding, language) }
    guard report.isWhole else {
      throw Fault(
        "没有全部救回：缺 \(report.lost.count) 次登记；原来的文件没有动。",
        "Not everything was saved: \(Plural("act").of(report.lost.count)) missing. The damaged file was "
          + "left as it is.")
    }
    line(
      Phrase("结论", "Result"), Phrase("登记全部救回", "everything entered was saved")(language), language)
  }

  private func line(_ label: Phrase, _ text: String, _ language: Language) {
    Output.write(Safe.line("\(label(language))\(language == .zh ? "：" : ": ")\(text)") + "\n")
  }

  private func say(_ finding: Finding, _ language: Language) {
    let place = [finding.source.file, finding.source.line.map { ":\($0)" }].compactMap { $0 }
      .joined()
    line(Phrase("问题", "Problem"), "\(place) \(finding.message(language))", language)
  }

  private func terminal(_ language: Language) {
    var abilities = terminalAbilities()
    if let codeset = LocaleNotice.codeset {
      abilities.codeset = Phrase("\(codeset)（输出 UTF-8）", "\(codeset) (UTF-8 is written)")(language)
    }
    let name = abilities.name
    // Where output goes into a file or a pipe there is no window, and no mouse in it.
    let window =
      abilities.size.map { size in
        let (words, has) = ("\(size.columns)×\(size.rows)", abilities.hasMouse)
        return Phrase(
          "\(words)，\(has ? "有鼠标" : "无鼠标")", "\(words), \(has ? "mouse" : "no mouse")")
      } ?? Phrase("没有连到终端窗口", "no terminal window")
    line(
      Phrase("终端", "Terminal"),
      Phrase(
        "\(name.isEmpty ? "未设 TERM" : name)，\(abilities.colors) 色，\(abilities.codeset)，\(window.zh)"
          + (abilities.isKnown ? "" : "，系统不认识"),
        "\(name.isEmpty ? "TERM not set" : name), \(abilities.colors) colours, "
          + "\(abilities.codeset), \(window.en)"
          + (abilities.isKnown ? "" : ", not known to the system"))(language), language)
  }
}
