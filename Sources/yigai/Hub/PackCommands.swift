import ArgumentParser
import Files
import LedgerStore
import Reform
import Runtime

/// Makes a file of what waits to be sent, or for an office without a line of what the hub has.
struct PackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack",
    abstract: "打成数据包，给没有线路的单位用。Packs into a file, for offices without a line.",
    discussion: """
      不写 --for：本台账待上报的登记。写 --for：共享库里有的，给那个单位收取。
      Without --for: what waits here. With it: what the hub has, for that office to take in.
      """)

  @Argument(help: "数据包文件。The file.") var file: String
  @Option(name: .customLong("for"), help: "给哪个单位。For which office.") var office: String?
  @Option(help: "那个单位的地区；不写就按名称。Its place; by default the name's.") var place: String?
  @Option(help: "只要第几号之后的。After a number of the hub's order.") var after: Int?
  @Option(help: "台账文件。The ledger file.") var ledger: String?
  @Option(help: "语言。zh | en") var lang: String?

  func run() throws {
    guard office != nil || place == nil && after == nil else {
      throw Fault(
        "--place 和 --after 要和 --for 一起用。", "--place and --after go with --for.", exitCode: 2)
    }
    guard after ?? 0 >= 0 else {
      throw Fault("--after 要写 0 或更大的号。", "--after takes a number from 0 on.", exitCode: 2)
    }
    let opened = try PackFile.open(ledger, lang)
    let path = opened.ledger.path
    let target = Surroundings.path(file)
    opened.ledger.close()
    guard let office else {
      return try tell(.packUp(ledger: path, file: target), opened.language)
    }
    let found = try LedgerChoice.find(place ?? office, in: opened.catalogue.divisions)
    try tell(
      .packDown(
        ledger: path, office: office, place: found.id, after: after ?? 0, left: nil, file: target),
      opened.language)
  }

  private func tell(_ request: HubRequest, _ language: Language) throws {
    guard case .packed(let count, let end) = try SyncProcess.ask(request) else {
      throw SyncProcess.mixedUp
    }
    let up = Phrase(
      "已把待上报的 \(count) 次登记打包到 \(file)；上级收取后会给回执包。",
      "\(Plural("act").of(count)) packed into \(file); a pack comes back once they were taken.")
    let down = Phrase(
      "已把 \(count) 次登记打包到 \(file)，到第 \(end) 号为止，给“\(office ?? "")”。",
      "\(Plural("act").of(count)) packed into \(file), up to number \(end), for “\(office ?? "")”.")
    SharingWords.tell(office == nil ? up : down, language)
  }
}

/// Takes a file in: from above into the ledger, from below into the hub.
struct UnpackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unpack", abstract: "收取数据包。Takes a pack in.",
    discussion: """
      下级上报的：替它送进共享库，--answer 同时打一个回执包给它。上级给的：收进本台账。
      From below: put into the hub, and --answer packs what it lacks. From above: taken into the ledger.
      """)

  @Argument(help: "数据包文件。The file.") var file: String
  @Option(help: "回执包的文件名。Packs an answer into this file.") var answer: String?
  @Option(help: "台账文件。The ledger file.") var ledger: String?
  @Option(help: "语言。zh | en") var lang: String?

  func run() throws {
    let opened = try PackFile.open(ledger, lang)
    opened.ledger.close()
    try PackFile.unpack(
      Surroundings.path(file), opened.ledger.path, opened.language, answer: answer)
  }
}

/// What the commands on packs have in common.
enum PackFile {
  /// The path of a file that is there; nil for what is the name of a service, or how one connects.
  ///
  /// A folder that bears the name of a service is none.
  static func path(_ word: String) -> String? {
    guard !word.contains("=") && !word.contains("://") else { return nil }
    let path = Surroundings.path(word)
    return FileIdentity(at: path)?.isOrdinary == true ? path : nil
  }

  static func open(_ ledger: String?, _ lang: String?) throws -> Opened {
    var choice = LedgerChoice()
    (choice.ledger, choice.lang, choice.readOnly) = (ledger, lang, true)
    return try choice.open()
  }

  static func unpack(
    _ file: String, _ ledger: String, _ language: Language, answer: String? = nil
  ) throws {
    let reply = try SyncProcess.ask(.unpack(ledger: ledger, file: file))
    guard case .unpacked(let report, let place, let from) = reply else { throw SyncProcess.mixedUp }
    SharingWords.tell(SharingWords.unpacked(report, isUp: from != nil), language)
    guard let answer else { return }
    guard let from else {
      return SharingWords.tell(
        Phrase("上级给的包不用回执，没有打包。", "A pack from above needs no answer: none was made."), language)
    }
    let request = HubRequest.packDown(
      ledger: ledger, office: report.office, place: place, after: from, left: report.first,
      file: Surroundings.path(answer))
    guard case .packed(let count, _) = try SyncProcess.ask(request) else {
      throw SyncProcess.mixedUp
    }
    SharingWords.tell(
      Phrase(
        "回执包：\(answer)，\(count) 次登记，请带回给“\(report.office)”。",
        "The answer for “\(report.office)”: \(answer), \(Plural("act").of(count))."), language)
  }
}
