import ArgumentParser
import Dashboard
import Foundation
import Intake
import LedgerStore
import Reform
import Runtime

/// What goes with every command that reads a ledger.
struct LedgerOptions: ParsableArguments {
  @Option(help: "台账文件。The ledger file.") var ledger: String?
  @Flag(help: "示例台账（虚构数据）。The sample ledger, made-up data.") var sample = false
  @Option(name: .customLong("as-of"), help: "看某一天，如 2020-06-30。As of a day.")
  var asOf: String?
  @Option(help: "以某一天为今天。The day taken for today.") var today: String?
  @Option(help: "地区：名称、拼音或代码。A place by name, pinyin or code.") var place: String?
  @Option(help: "语言。zh | en") var lang: String?
  @Flag(name: .customLong("read-only"), help: "只看不写。Nothing is written.")
  var readOnly = false

  /// Whether the file that the options name is there already.
  var hasLedger: Bool {
    let own = Surroundings.dataFolder + (sample ? "/sample.sqlite" : "/ledger.sqlite")
    return FileManager.default.fileExists(atPath: sample ? own : ledger ?? own)
  }

  /// The same options, with nothing to be written.
  var lookingOnly: LedgerOptions {
    var options = self
    options.readOnly = true
    return options
  }

  /// Opens what the options name.
  func open() throws -> Opened {
    let read = Surroundings.settings()
    var settings = read.settings
    if let lang {
      guard let language = Language(rawValue: lang) else {
        throw Fault("没有语言 \(lang)，只有 zh 和 en。", "No language \(lang): zh or en.", exitCode: 2)
      }
      settings.language = language
    }
    guard !(sample && ledger != nil) else {
      throw Fault(
        "--sample 和 --ledger 只能用一个。", "--sample and --ledger exclude each other.", exitCode: 2)
    }
    let today = try day(today, "--today") ?? (sample ? SampleProgress.day : Clock.today())
    let access: Ledger.Access = readOnly ? .readOnly : .readWrite
    let opened: Ledger
    if sample {
      opened = try SampleLedger.open(at: Surroundings.dataFolder + "/sample.sqlite", access: access)
    } else {
      opened = try Ledger(at: ledger ?? Surroundings.dataFolder + "/ledger.sqlite", access: access)
    }
    let catalogue = try Self.catalogue(of: opened)
    let scope =
      try place.map { try Self.find($0, in: catalogue.divisions).id } ?? catalogue.province
    let isSample = try opened.remark("sample") != nil
    return Opened(
      ledger: opened, catalogue: catalogue, settings: settings, findings: read.findings,
      today: today, day: try day(asOf, "--as-of") ?? today, scope: scope, isSample: isSample)
  }

  /// The ledger's own catalogue; the bundled one is filed first where the ledger has none or an
  /// older one.
  private static func catalogue(of ledger: Ledger) throws -> Catalogue {
    let revision = BundledCatalogue.revision()
    if ledger.access == .readWrite, try ledger.remark("catalogue") != revision {
      try ledger.file(BundledCatalogue.whole(), revision: revision)
    }
    return try ledger.catalogue(over: BundledCatalogue.tables())
  }

  private func day(_ text: String?, _ option: String) throws -> Day? {
    guard let text else { return nil }
    guard let day = Day(text) else {
      throw Fault(
        "\(option) 要写成 2020-06-30，不是“\(text)”。",
        "\(option) takes a day such as 2020-06-30, not “\(text)”.",
        exitCode: 2)
    }
    return day
  }

  static func find(_ name: String, in divisions: Divisions) throws -> Division {
    if let found = divisions.find(name) { return found }
    let lower = name.lowercased()
    let several = divisions.all.filter {
      $0.name == name || $0.short == name || $0.pinyin == lower || $0.english.lowercased() == lower
    }
    guard several.isEmpty else {
      let list = several.map { "\($0.id) \(divisions[$0.parent ?? ""]?.short ?? "")\($0.name)" }
      throw Fault(
        "叫“\(name)”的地区不止一个，请用代码：\(list.joined(separator: "、"))。",
        "Several places are called “\(name)”; use a code: \(list.joined(separator: ", ")).",
        exitCode: 2)
    }
    throw Fault(
      "没有叫“\(name)”的地区；可用名称（长治）、拼音（changzhi）或代码（140400）。",
      "There is no place “\(name)”; give a name (Changzhi), pinyin (changzhi) or code (140400).",
      exitCode: 2)
  }
}

/// A ledger that is open, with everything that goes with it.
struct Opened {
  var ledger: Ledger
  var catalogue: Catalogue
  var settings: Settings
  var findings: [Finding]
  var today: Day
  var day: Day
  var scope: Division.Code
  var isSample: Bool

  var language: Language { settings.language }

  func world(by name: String? = nil) -> World {
    let who = name ?? (settings.name.isEmpty ? Surroundings.login : settings.name)
    return World(
      today: today, now: Clock.now, who: who, ledger: ledger,
      folder: FileManager.default.currentDirectoryPath)
  }

  func runner(by name: String? = nil) -> EffectRunner {
    EffectRunner(world(by: name), catalogue: catalogue)
  }

  /// The task of an id, or of the end of one where only one ends so.
  func task(_ name: String) throws -> ReformTask {
    if let task = catalogue.task(name) { return task }
    let ending = catalogue.tasks.filter { $0.id.hasSuffix("/" + name) }
    if ending.count == 1 { return ending[0] }
    guard ending.isEmpty else {
      let list = ending.map(\.id).joined(separator: "、")
      throw Fault(
        "编号“\(name)”不止一项任务：\(list)。", "Several tasks end in “\(name)”: \(list).", exitCode: 2)
    }
    throw Fault(
      "没有编号为“\(name)”的任务；用 yigai tasks 看编号，例如 jyg-2019-1/annex-9。",
      "There is no task “\(name)”; yigai tasks lists the ids, for example jyg-2019-1/annex-9.",
      exitCode: 2)
  }

  func status(_ name: String) throws -> Status {
    let found = Status.allCases.first {
      $0.rawValue.lowercased() == name.lowercased() || Spelled.status($0).zh == name
    }
    guard let found else {
      let list = Status.allCases.map(\.rawValue).joined(separator: " | ")
      throw Fault("没有状态“\(name)”，只有 \(list)。", "No status “\(name)”: \(list).", exitCode: 2)
    }
    return found
  }
}

/// Words of the field for the command line.
enum Spelled {
  static func status(_ status: Status) -> Phrase { SharedWords.status(status) }
  static func signal(_ signal: Signal) -> Phrase { SharedWords.signal(signal) }
}
