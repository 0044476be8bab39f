import Bundle
import Files
import Foundation
import Intake
import LedgerStore
import Reform
import Runtime

/// Ledgers to begin a test with.
public enum TestLedger: String, Sendable, CaseIterable {
  /// The small catalogue, nothing entered.
  case blank
  /// The small catalogue with a few entries of the days before.
  case small
  /// The small one with figures of the four monitored indicators.
  case figures
  /// The bundled catalogue, nothing entered.
  case bundled
  /// The sample that the program makes.
  case sample
  /// A ledger of a province other than that of the bundled documents, of a municipality and of the whole
  /// country, each with a few tasks made by hand and some entries.
  case zhejiang, chongqing, nation

  /// The day on which it is looked at.
  public var day: Day { self == .sample ? SampleProgress.day : SmallCatalogue.day }

  /// The province that a ledger of another than that of the bundled documents is of; nil for those.
  public var province: Division.Code? {
    switch self {
    case .zhejiang: "330000"
    case .chongqing: "500000"
    case .nation: Divisions.country
    default: nil
    }
  }

  /// What lies beneath the tasks of the ledger.
  var tables: Catalogue {
    province.map { BundledCatalogue.tables(of: $0) } ?? SmallCatalogue.make()
  }

  public var revision: String {
    [.blank, .small, .figures].contains(self)
      ? SmallCatalogue.revision : BundledCatalogue.revision()
  }

  /// Makes the ledger file in a folder and gives its path.
  public func make(in scratch: Scratch, named name: String = "ledger.sqlite") throws -> String {
    if self == .sample || province != nil { return try scratch.copy(madePath(), to: name) }
    let path = scratch.file(name)
    let ledger = try Ledger(at: path)
    let catalogue = self == .bundled ? try BundledCatalogue.whole() : SmallCatalogue.make()
    try ledger.file(catalogue, revision: revision)
    if self == .small || self == .figures { try Self.tell(ledger, catalogue) }
    if self == .figures { try FigureStory.tell(ledger, catalogue) }
    ledger.close()
    return path
  }

  /// Enters the small story.
  private static func tell(_ ledger: Ledger, _ catalogue: Catalogue) throws {
    func enter(
      _ day: Day, _ who: String, _ task: String, _ places: [String], _ status: Status,
      _ note: String?, period: Period? = nil
    ) throws {
      let stamp = Stamp(who: who, day: day, at: "\(day)T09:00:00+0800")
      let changes = places.map {
        Change(Line(task, in: $0, period: period), status: status, note: note)
      }
      _ = try ledger.record(changes, stamp, overriding: true)
    }
    let january = Day(ordinal: 18_272)  // 2020-01-11
    let cities = catalogue.divisions.parts(of: "140000").map(\.id)
    try enter(january, "省医改办", "demo-1/1", Array(cities.prefix(8)), .underway, nil)
    try enter(
      january.adding(days: 15), "省医改办", "demo-1/1", ["140100", "140400", "140500"], .done,
      "方案已报省医改办")
    try enter(
      january.adding(days: 30), "省医改办", "demo-1/1", ["140400"], .signedOff, "已核对文件")
    try enter(january.adding(days: 20), "省医保局", "demo-1/4", ["140800"], .underway, "已开第一次会")
    try enter(january.adding(days: 22), "省医保局", "demo-1/6", ["140100"], .suspended, "等国家办法")
    try enter(
      january.adding(days: 25), "省卫健委", "demo-1/3", ["140105", "140403", "140404"], .done, nil)
    try enter(
      january.adding(days: 40), "省医改办", "demo-1/2", ["140000"], .underway, "数据在收",
      period: .year(2020))
  }

  private static let made = Guarded<[TestLedger: String]>([:])

  /// What takes its time is made once in a run, and copied from then on.
  private func madePath() throws -> String {
    try Self.made.withLock { made in
      if let path = made[self] { return path }
      let fresh = path
      if let province {
        try LedgerProvince.make(at: fresh, of: province)
        try OwnStory(province).tell(at: fresh)
      } else {
        try SampleLedger.open(at: fresh, access: .readWrite, fresh: true).close()
      }
      if made.isEmpty {
        atexit { for ledger in TestLedger.allCases { unlink(ledger.path) } }
      }
      made[self] = fresh
      return fresh
    }
  }

  private var path: String {
    let folder = FileManager.default.temporaryDirectory.path
    return "\(folder)/yigai-test-\(rawValue)-\(getpid()).sqlite"
  }
}
