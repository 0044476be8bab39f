import ArgumentParser
import Foundation
import LedgerStore
import Reform

/// What the imports of figures, tasks, groups, settlements, assessments and evidence share.
struct ImportOptions: ParsableArguments {
  @Argument(help: "文件或文件夹。Files or folders.") var files: [String] = []
  @Flag(name: .customLong("dry-run"), help: "只检查不写。Checks, writes nothing.") var dryRun = false
  @Flag(name: .customLong("accept-warnings"), help: "有提醒也导入。Imports in spite of warnings.")
  var acceptWarnings = false
  @Option(name: .customLong("take-back"), help: "撤回一次导入。Takes an import back, by its number.")
  var takeBack: ActTicket?
  @Option(help: "登记人。Who enters.") var by: String?
  @Flag(help: "JSON") var json = false

  /// Throws where the words do not go together; `example` is a file that could have been named.
  func refuse(_ year: Int?, _ options: LedgerOptions, example: Phrase = Phrase("", "")) throws {
    guard year.map({ (1949...9999).contains($0) }) ?? true else {
      throw Fault("--year 要写成 2023 这样的年份。", "--year takes a year such as 2023.", exitCode: 2)
    }
    guard (takeBack == nil) != files.isEmpty else {
      throw takeBack == nil
        ? Fault(
          "请给出要导入的文件\(example.zh)。", "Name the files to import\(example.en).", exitCode: 2)
        : Fault("撤回时不要给文件。", "Name no files when an import is taken back.", exitCode: 2)
    }
    guard !options.readOnly || dryRun else {
      throw Fault(
        "--read-only 不能导入；只检查请用 --dry-run。",
        "Nothing can be imported with --read-only; --dry-run only checks.", exitCode: 2)
    }
    try options.refuseEntry(by: by, isTrial: dryRun)
  }
}

extension ActTicket: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
