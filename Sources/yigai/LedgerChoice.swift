import Bundle
import Files
import Foundation
import Intake
import LedgerStore
import Reform
import Runtime

/// Which ledger is to be opened, and how it is looked at: what `LedgerOptions` read.
struct LedgerChoice {
  var ledger: String?
  var sample = false
  var asOf: String?
  var today: String?
  var place: String?
  var lang: String?
  var readOnly = false
  /// Whether entries may be dated after the day of the clock.
  var ahead = false
  /// Whether the place that the configuration names is looked at where none is given.
  var usesOwnPlace = false
  /// Where nothing is entered: takes the likest of several places, and is told so; nil asks.
  var likest: ((Phrase) -> Void)?

  init() {}

  /// Reads options written out in full, each with its value behind it; nil for anything else.
  ///
  /// The dashboard opens by this: building the tree of commands takes longer than its first frame
  /// does. What it does not know, `Yigai` parses, and complains of.
  init?(plain words: [String]) {
    var rest = words[...]
    while let word = rest.popFirst() {
      switch word {
      case "--sample": sample = true
      case "--read-only": readOnly = true
      default:
        guard let value = rest.popFirst(), !value.hasPrefix("-"), take(word, value) else {
          return nil
        }
      }
    }
  }

  private mutating func take(_ option: String, _ value: String) -> Bool {
    switch option {
    case "--ledger": ledger = value
    case "--as-of": asOf = value
    case "--today": today = value
    case "--place": place = value
    case "--lang": lang = value
    default: return false
    }
    return true
  }

  /// Whether the file that the options name is there already.
  var hasLedger: Bool { (try? path()).map(FileManager.default.fileExists) ?? false }

  /// Whether the file is there and may only be read: it is looked at then, without a lock.
  var isUnwritable: Bool {
    guard hasLedger, let path = try? path() else { return false }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    return ![path, folder].allSatisfy(FileManager.default.isWritableFile)
  }

  /// Whether it is the ledger in its usual place that is to be opened.
  var isUsual: Bool { !sample && ledger == nil && Surroundings.settings().settings.ledger.isEmpty }

  /// The file that the options name, or else the configuration.
  func path() throws -> String {
    if sample { return Surroundings.dataFolder + "/sample.sqlite" }
    guard let ledger else {
      let own = Surroundings.settings().settings.ledger
      return own.isEmpty ? Surroundings.dataFolder + "/ledger.sqlite" : Surroundings.path(own)
    }
    guard !ledger.isEmpty else {
      throw Fault(
        "--ledger 后面是空的；要写台账文件的路径。", "--ledger is empty; it takes the path of a file.",
        exitCode: 2)
    }
    // SQLite would take these for something that is no file, and lose it at the end.
    guard !ledger.hasPrefix(":"), !ledger.hasPrefix("file:") else {
      throw Fault(
        "--ledger 要写台账文件的路径，不是“\(ledger)”；文件真叫这个名字时写成 ./\(ledger)。",
        "--ledger takes the path of a file, not “\(ledger)”; a file of that name is ./\(ledger).",
        exitCode: 2)
    }
    return Surroundings.path(ledger)
  }

  /// Opens for reading only what is there; a sample that is not there is made.
  func openPassing() throws -> Opened {
    var choice = self
    choice.readOnly = !sample || hasLedger
    return try choice.open()
  }

  /// Throws where a ledger is not there: only `yigai new` and the dashboard make one.
  ///
  /// What a program that was ended in the midst of making it has left goes away in any case.
  private func refuseMissing(_ path: String) throws {
    guard !sample, !FileManager.default.fileExists(atPath: path) else { return }
    guard !FileIdentity.isLink(path) else {
      throw Fault(
        "\(path) 是一个链接，它指向的台账不在（磁盘没有接上？）；请接上磁盘，或核对文件名。",
        "\(path) is a link to a ledger that is not there (a disk that is not mounted?); mount the disk, or look "
          + "at the name.")
    }
    try refuseUnmakeable(path)
    guard isUsual else {
      let named = ledger == nil ? Phrase("配置里的 ledger", "ledger in the configuration") : nil
      throw Fault(
        "没有台账文件 \(path)；请核对 \(named?.zh ?? "--ledger")。要在这里新建，用 "
          + "yigai new --province 省份 --ledger \(path)。",
        "There is no ledger at \(path); look at \(named?.en ?? "--ledger"). To make one there: "
          + "yigai new --province NAME --ledger \(path).")
    }
    if ledger == nil, let wrong = Surroundings.settings().mistaken["ledger"] {
      let (setting, place) = (wrong.message, wrong.placed)
      throw Fault(
        "\(place)：\(setting.zh)，而平常的位置还没有台账（\(path)）；请改正配置，或用 --ledger 写明台账。",
        "\(place): \(setting.en), and there is no ledger in the usual place (\(path)); mend the configuration, "
          + "or name a ledger with --ledger.")
    }
    throw Fault(
      "还没有台账（\(path)）；用 yigai new --province 省份 新建一本，只想看看用 --sample。",
      "There is no ledger yet (\(path)); yigai new --province NAME makes one, and --sample shows the "
        + "sample.")
  }

  /// Throws where no ledger could be made at a path where none is.
  func refuseUnmakeable(_ path: String) throws {
    if !readOnly { Ledger.clearLeftovers(of: path) }
    if let fault = Ledger.misnamed(path) { throw fault }
    try Ledger.refuseRemains(of: path)
  }

  /// Says that the sample is made, which takes some seconds, where somebody sits in front of it.
  func tellOfMaking() {
    guard sample, isatty(STDERR_FILENO) == 1, let path = try? path(),
      FileIdentity(at: path) == nil
    else { return }
    let words = Phrase("正在生成示例台账，请稍等…", "making the sample ledger…")
    Output.note(words((try? language()) ?? Surroundings.language))
  }

  /// Opens what the options name.
  func open() throws -> Opened {
    let configuration = Surroundings.settings()
    let language = try self.language() ?? configuration.settings.language
    guard !(sample && ledger != nil) else {
      throw Fault(
        "--sample 和 --ledger 只能用一个。", "--sample and --ledger exclude each other.", exitCode: 2)
    }
    let path = try path()
    try refuseMissing(path)
    let today = try day(today, "--today") ?? (sample ? SampleProgress.day : Clock.today())
    let access: Ledger.Access = readOnly ? .readOnly : .readWrite
    let opened: Ledger
    if sample {
      opened = try SampleLedger.open(at: path, access: access)
    } else {
      opened = try Ledger(at: path, access: access)
    }
    let catalogue = try LedgerProvince.catalogue(of: opened)
    let scope =
      try place.map { try Self.find($0, in: catalogue.divisions, likest: likest).id }
      ?? ownPlace(in: catalogue.divisions) ?? catalogue.province
    let isSample = try opened.remark("sample") != nil
    let day = try day(asOf, "--as-of") ?? today
    return Opened(
      ledger: opened, catalogue: catalogue.asOf(day), configuration: configuration,
      language: language,
      today: today, day: day, scope: scope, isSample: isSample, named: named,
      isAhead: ahead, placeFinding: placeFinding(in: catalogue.divisions))
  }

  /// The option that names the same ledger again, as a shell takes it.
  private var named: String {
    guard let ledger else { return sample ? " --sample" : "" }
    let isPlain = ledger.allSatisfy { $0.isLetter || $0.isNumber || "/._-".contains($0) }
    let quoted =
      "'"
      + ledger.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
    return " --ledger " + (isPlain ? ledger : quoted)
  }

  func language() throws -> Language? {
    guard let lang else { return nil }
    guard let language = Language(rawValue: lang) else {
      throw Fault("没有语言 \(lang)，只有 zh 和 en。", "No language \(lang): zh or en.", exitCode: 2)
    }
    return language
  }

  /// The place of the configuration, where the ledger has one that is called so.
  func ownPlace(in divisions: Divisions) -> Division.Code? {
    let name = Surroundings.settings().settings.place
    guard usesOwnPlace, !sample, !name.isEmpty else { return nil }
    return (try? Self.find(name, in: divisions))?.id
  }

  /// That the ledger has no such place as the configuration names, or several; nil where it has one.
  private func placeFinding(in divisions: Divisions) -> Finding? {
    let read = Surroundings.settings()
    let name = read.settings.place
    guard !sample, !name.isEmpty else { return nil }
    do {
      _ = try Self.find(name, in: divisions)
      return nil
    } catch {
      let reason = (error as? Fault)?.message ?? Phrase("", "")
      let whole = divisions.all.first
      return read.finding(
        on: "place",
        Phrase(
          "place = “\(name)”，看的是\(whole?.name ?? "")：\(reason.zh)",
          "place = “\(name)”, \(whole?.english ?? "") is shown: \(reason.en)"))
    }
  }

  private func day(_ text: String?, _ option: String) throws -> Day? {
    guard let text else { return nil }
    guard let day = Day(text) else {
      throw Fault(
        "\(option) 要写成 2020-06-30，不是“\(text)”。",
        "\(option) takes a day such as 2020-06-30, not “\(text)”.",
        exitCode: 2)
    }
    return try BookDays.held(day)
  }
}
