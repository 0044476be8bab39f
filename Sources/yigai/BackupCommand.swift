import ArgumentParser
import Files
import LedgerStore
import Reform
import Runtime

/// Copies the ledger while others write, and looks through the copy.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "备份台账，别人登记时也可以。A copy of the ledger, made while others write.",
    discussion: """
      不写 --to 就放在台账旁边，名字带日期。打开总览时每天自动备份一次，见配置的 [backup]。
      Without --to it lies beside the ledger, named by the day. The dashboard makes one a day: [backup].
      """)

  @Option(help: "备份文件或文件夹。The file of the copy, or a folder.") var to: String?
  @Flag(help: "覆盖已有的文件。Writes over a file that is there.") var force = false
  @OptionGroup var options: LedgerOptions

  func run() throws {
    var choice = options.choice
    choice.readOnly = true
    let opened = try choice.open()
    defer { opened.ledger.close() }
    let copy = try Backup(of: opened.ledger).make(
      at: target(opened.ledger.path), replacing: force)
    let words = Phrase(
      "已备份到 \(copy.path)：\(copy.acts) 次登记，\(copy.entries) 条流水，已核对。",
      "Copied to \(copy.path): \(Plural("act").of(copy.acts)), "
        + "\(Plural("entry", "entries").of(copy.entries)), checked.")
    Output.write(Safe.line(words(opened.language)) + "\n")
  }

  private func target(_ ledger: String) -> String {
    guard let to else { return CopyNames(of: ledger, in: nil).free(on: Clock.today()) }
    let path = Surroundings.path(to)
    guard FileIdentity(at: path)?.isFolder == true else { return path }
    return CopyNames(of: ledger, in: path).free(on: Clock.today())
  }
}
