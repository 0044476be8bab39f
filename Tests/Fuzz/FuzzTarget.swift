import Bundle
import Cells
import Curses
import Dashboard
import Foundation
import Intake
import LedgerStore
import Papers
import Reform
import Runtime
import TestSupport

/// What inputs are tried on, and what there is to begin with.
struct FuzzTarget {
  static let names = ["document", "figures", "workbook", "word", "keys", "configuration", "ledger"]

  let name: String
  let scratch: Scratch
  let corpus: () throws -> [[UInt8]]
  /// Reads an input; throws a `TestFailure` for a finding, anything else where it is refused.
  let attempt: ([UInt8]) throws -> Void

  /// Nil for a name that is none.
  init?(named name: String) throws {
    let scratch = try Scratch()
    guard let make = Self.all[name] else { return nil }
    let (corpus, attempt) = try make(scratch)
    self.corpus = { try corpus() + Self.kept(name) }
    (self.name, self.scratch, self.attempt) = (name, scratch, attempt)
  }

  private typealias Made = (() throws -> [[UInt8]], ([UInt8]) throws -> Void)

  private static let all: [String: @Sendable (Scratch) throws -> Made] = [
    "document": document, "figures": figures, "workbook": workbook, "word": word, "keys": keys,
    "configuration": configuration, "ledger": ledger,
  ]

  /// All files of a folder of the fixtures with one of some extensions.
  private static func fixtures(_ folder: String, _ extensions: Set<String>) throws -> [[UInt8]] {
    let root = URL(fileURLWithPath: Places.root + "/Tests/Fixtures/" + folder)
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
    return try names.filter { extensions.contains(($0 as NSString).pathExtension) }
      .map { [UInt8](try Data(contentsOf: root.appendingPathComponent($0))) }
  }

  /// What went new ways in earlier runs.
  private static func kept(_ name: String) throws -> [[UInt8]] {
    let folder = Places.root + "/Tests/Fixtures/fuzz/" + name
    return FileManager.default.fileExists(atPath: folder) ? try fixtures("fuzz/" + name, [""]) : []
  }

  @Sendable private static func document(_ scratch: Scratch) throws -> Made {
    let tables = BundledCatalogue.tables()
    let reader = DocumentReader(divisions: tables.divisions, departments: DepartmentNames())
    return (
      { try fixtures("documents", ["txt", "html", "htm"]) + fixtures("bulletins", ["txt"]) },
      { _ = try reader.read($0, name: $0.first == UInt8(ascii: "<") ? "t.html" : "t.txt") }
    )
  }

  @Sendable private static func figures(_ scratch: Scratch) throws -> Made {
    let tables = BundledCatalogue.tables()
    let figures = FigureIntake(book: BundledCatalogue.indicators(), divisions: tables.divisions)
    let tasks = TaskReturnIntake(try BundledCatalogue.whole())
    let groups = GroupIntake(
      .settlements, catalogue: tables, charter: BundledCatalogue.charter(),
      today: SampleProgress.day)
    let settlement = """
      运城市医保总额预算结算表
      单位：万元
      县（市、区）,年度,年度总额预算,1月预拨,实际发生
      盐湖区,2023,50000,4000,54256.32
      """
    let form = "编号,地区,期,台账状态,状态（填）\nannex-8,长治市,,未启动,推进中\n填报人,张三\n"
    return (
      { try fixtures("tables", ["csv", "txt"]) + [Array(settlement.utf8), Array(form.utf8)] },
      { bytes in
        _ = figures.read(bytes, file: "t.csv")
        _ = groups.read(bytes, file: "t.csv")
        _ = tasks.read(bytes, file: "t.csv")
      }
    )
  }

  /// The sheet of a workbook is what is changed; the archive around it is whole.
  @Sendable private static func workbook(_ scratch: Scratch) throws -> Made {
    let figures = FigureIntake(
      book: BundledCatalogue.indicators(), divisions: BundledCatalogue.tables().divisions)
    return (
      { FuzzArchive.sheets.map { Array($0.utf8) } },
      { _ = figures.read(try FuzzArchive.workbook($0), file: "t.xlsx") }
    )
  }

  @Sendable private static func word(_ scratch: Scratch) throws -> Made {
    let tables = BundledCatalogue.tables()
    let reader = DocumentReader(divisions: tables.divisions, departments: DepartmentNames())
    return (
      { FuzzArchive.bodies.map { Array($0.utf8) } },
      { _ = try reader.read(try FuzzArchive.word($0), name: "t.docx") }
    )
  }

  @Sendable private static func configuration(_ scratch: Scratch) throws -> Made {
    let path = scratch.file("config.toml")
    return (
      {
        [Array(SettingsReader.template().utf8)]
          + ["language = \"en\"\n[keys]\nclose = [\"x\"]\n", "[filters]\nme = \"@太原 #医保\"\n"]
          .map { Array($0.utf8) }
      },
      {
        try Data($0).write(to: URL(fileURLWithPath: path))
        _ = SettingsReader(path: path, over: Settings()).settings
      }
    )
  }

  /// A file that somebody else has changed is read, refused, or told by the check.
  @Sendable private static func ledger(_ scratch: Scratch) throws -> Made {
    let path = scratch.file("fuzzed.sqlite")
    return (
      {
        let made = try TestLedger.figures.make(in: scratch, named: "whole.sqlite")
        return [[UInt8](try Data(contentsOf: URL(fileURLWithPath: made)))]
      },
      {
        for end in ["", "-wal", "-shm"] { unlink(path + end) }
        try Data($0).write(to: URL(fileURLWithPath: path))
        let ledger = try Ledger(at: path, access: .readOnly)
        defer { ledger.close() }
        _ = try? ledger.findings()
        let catalogue = try ledger.catalogue(over: SmallCatalogue.make())
        _ = try ledger.tallies(asOf: SmallCatalogue.day)
        _ = try ledger.history(.init(withActuals: true))
        _ = try ledger.figures(asOf: SmallCatalogue.day)
        _ = try Reader(ledger).progress(
          on: SmallCatalogue.day, in: catalogue.province, catalogue)
      }
    )
  }

  /// Bytes as a terminal sends them, in windows of any size; each frame is held against the long way.
  @Sendable private static func keys(_ scratch: Scratch) throws -> Made {
    let strings = [
      "2jjd\r", "2 d我\r", "5v v v", "6n会议\r", "7i/tmp/none\r", "/太原\r@2020-02-01\r", "3jjw\u{1B}",
      "4tgs5\u{1B}[Ar原因\r", ":help\r?", "2a\u{1B}[200~贴\u{1B}[201~\r", "\u{1B}[<0;10;5M",
      "B2020-01-02\r",
    ]
    return (
      { strings.map { Array($0.utf8) } },
      { bytes in
        var setting = Walk.Setting()
        setting.ledger = .figures
        setting.size = Size(
          columns: 20 + Int(bytes.first ?? 60) % 120, rows: 4 + Int(bytes.last ?? 20) % 46)
        let walk = try Walk(setting)
        var reader = KeyReader()
        reader.feed(bytes)
        var events: [Event] = []
        while let event = reader.next() { events.append(event) }
        walk.send(events)
        guard walk.disagreements.isEmpty else {
          throw TestFailure(walk.disagreements.joined(separator: "\n"))
        }
        let findings = try walk.world.ledger.findings()
        guard findings.isEmpty else { throw TestFailure("\(findings)") }
      }
    )
  }
}
