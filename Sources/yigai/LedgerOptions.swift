import ArgumentParser
import Foundation
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
  @Option(help: "地区：名称、拼音、首字母或代码。A place by name, pinyin, initials or code.") var place: String?
  @Option(help: "语言。zh | en") var lang: String?
  @Flag(name: .customLong("read-only"), help: "只看不写。Nothing is written.")
  var readOnly = false
  @Flag(help: "--today 晚于本机时钟也登记。Enters although --today is after the clock.")
  var ahead = false

  /// What was chosen, apart from the parser.
  var choice: LedgerChoice {
    var choice = LedgerChoice()
    (choice.ledger, choice.sample, choice.readOnly) = (ledger, sample, readOnly)
    (choice.asOf, choice.today, choice.place, choice.lang) = (asOf, today, place, lang)
    choice.ahead = ahead
    return choice
  }

  /// Throws where something would be entered on another day than today, by nobody, or where nothing
  /// may be.
  func refuseEntry(by name: String?, isTrial: Bool = false) throws {
    guard !readOnly || isTrial else {
      throw Fault("--read-only 不能登记。", "Nothing can be entered with --read-only.", exitCode: 2)
    }
    guard asOf == nil else {
      throw Fault(
        "登记只能记在今天；--as-of 只用来看。", "Entries are made today; --as-of is for looking only.",
        exitCode: 2)
    }
    if let name, name.allSatisfy(\.isWhitespace) {
      throw Fault("--by 要写登记人。", "--by takes a name.", exitCode: 2)
    }
  }

  /// Opens what the options name, for entries.
  func open() throws -> Opened {
    let opened = try Self.told(choice.open())
    opened.ledger.waitLonger()
    return opened
  }

  /// Says on standard error what is wrong with the configuration: the defaults are used then.
  private static func told(_ opened: Opened) -> Opened {
    tell(opened.findings, opened.language)
    return opened
  }

  static func tell(_ findings: [Finding], _ language: Language) {
    for finding in findings {
      let words = Phrase("配置有误，这一处没有用：", "In the configuration, not used: ")(language)
      Output.note(Safe.line("yigai: \(words)\(finding.placed) \(finding.message(language))"))
    }
  }

  /// Opens what the options name to be looked at.
  func look() throws -> Opened {
    var choice = lookingChoice
    choice.readOnly = choice.readOnly || choice.isUnwritable
    return try Self.told(choice.open())
  }

  /// What was chosen, where nothing will be entered.
  private var lookingChoice: LedgerChoice {
    var choice = choice
    choice.likest = Self.note
    choice.usesOwnPlace = true
    return choice
  }

  /// Says which of several places was taken.
  static func note(_ words: Phrase) {
    Output.note(Safe.line("yigai: " + words(Surroundings.language)))
  }

  /// The same for reading only: what is there stays as it is, to the last byte.
  func lookOnly() throws -> Opened { try Self.told(lookingChoice.openPassing()) }

  /// Opens what is there to look at files by it, to the last byte as it is.
  func lookAtFiles() throws -> Opened { try Self.told(choice.openPassing()) }
}

extension Finding {
  /// The file that it is of, and the line.
  var placed: String {
    [source.file, source.line.map { "\($0)" }].compactMap(\.self).joined(separator: ":")
  }
}

/// A ledger that is open, with everything that goes with it.
struct Opened {
  var ledger: Ledger
  var catalogue: Catalogue
  /// What the configuration file says; `language` is that of `--lang` where it is given.
  var configuration: SettingsReader
  var language: Language
  var today: Day
  var day: Day
  var scope: Division.Code
  var isSample: Bool
  /// The option that names this ledger again, behind a command that is told to be typed; empty for the usual one.
  var named = ""
  /// Whether entries may be dated after the day of the clock.
  var isAhead = false
  /// That the configuration names a place that is none of the ledger.
  var placeFinding: Finding?

  var findings: [Finding] { configuration.findings + [placeFinding].compactMap(\.self) }

  func world(by name: String? = nil) -> World {
    let set = configuration.settings.name
    let who = name ?? (set.isEmpty ? Surroundings.login : set)
    var world = World(
      today: today, now: Clock.now, who: who, ledger: ledger,
      folder: FileManager.default.currentDirectoryPath)
    world.columnNames = Surroundings.columnNames
    return world
  }

  /// Who enters, when; throws for a day after that of the clock, unless it is meant (`--ahead`).
  func stamp(by name: String? = nil) throws -> Stamp {
    guard let now = try doubtedClock() else { return world(by: name).stamp }
    guard isAhead else {
      throw Fault(
        "--today \(today) 晚于本机时钟（\(now)），没有登记；确实要记在这一天，请加 --ahead。",
        "--today \(today) is after the clock (\(now)) and nothing was entered; add --ahead where it "
          + "is meant so.", exitCode: 2)
    }
    Output.note(
      Phrase(
        "注意：登记日期 \(today) 晚于本机时钟（\(now)）。",
        "Note: entries are dated \(today), after the clock (\(now)).")(language))
    return world(by: name).stamp
  }

  /// The day of the clock where that of the books lies after it; throws where it lies so far ahead
  /// that it can only be a slip of the pen.
  ///
  /// The books of the sample have a day of their own.
  func doubtedClock() throws -> Day? {
    let now = Clock.today()
    guard !isSample, today > now else { return nil }
    guard now.days(until: today) <= EntryDays.farthest else {
      throw Fault(
        "--today \(today) 比本机时钟（\(now)）晚一年以上，不能登记；请改正日期，只看请加 --read-only。",
        "--today \(today) is more than a year after the clock (\(now)); nothing is entered then. Mend "
          + "the day, or only look with --read-only.", exitCode: 2)
    }
    return now
  }

  func runner(by name: String? = nil) -> EffectRunner { EffectRunner(world(by: name)) }

  /// The place at whose code the tasks of the one that was asked for stand: of an own level (市本级)
  /// that of the whole.
  var government: Division.Code {
    guard let division = catalogue.divisions[scope], division.level == .own else { return scope }
    return division.parent ?? scope
  }

  /// The task of an id, or of the end of one where only one ends so.
  func task(_ name: String) throws -> ReformTask {
    if let task = catalogue.task(name) { return task }
    let heirs = catalogue.heirs(of: name)
    if heirs.count == 1 { return heirs[0] }
    guard heirs.isEmpty else {
      let list = heirs.map(\.id).joined(separator: "、")
      throw Fault(
        "任务 \(name) 已拆成几项：\(list)；原来的登记对每一项都算数。",
        "\(name) was split into \(list); what was entered on it counts for each of them.",
        exitCode: 2)
    }
    let ending = catalogue.tasks.filter { $0.id.hasSuffix("/" + name) }
    if ending.count == 1 { return ending[0] }
    guard ending.isEmpty else {
      let list = ending.map(\.id).joined(separator: "、")
      throw Fault(
        "编号“\(name)”不止一项任务：\(list)。", "Several tasks end in “\(name)”: \(list).", exitCode: 2)
    }
    guard let example = catalogue.tasks.first?.id else {
      throw Fault(
        "没有编号为“\(name)”的任务：台账里还没有任务。",
        "There is no task “\(name)”: the ledger has none yet.", exitCode: 2)
    }
    throw Fault(
      "没有编号为“\(name)”的任务；用 yigai tasks 看编号，例如 \(example)。",
      "There is no task “\(name)”; yigai tasks lists the ids, for example \(example).",
      exitCode: 2)
  }

  func status(_ name: String) throws -> Status {
    let found = Status.allCases.first {
      $0.rawValue.lowercased() == name.lowercased() || FieldWords.status($0).zh == name
    }
    guard let found else {
      let known = Status.allCases.map { ($0.rawValue, FieldWords.status($0)) }
      throw CommandValue.refusal(of: name, Phrase("状态", "status"), known)
    }
    return found
  }
}
