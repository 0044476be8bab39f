import Foundation
import Intake
import LedgerStore
import Reform

/// The ledger of made-up progress, made on first use and kept, so that what is tried stays.
public enum SampleLedger {
  /// Raised when the making changes; an older sample is put aside and made anew.
  static let version = "6 \(SampleProgress.day)"

  /// Opens the sample at a path, making it where there is none.
  public static func open(at path: String, access: Ledger.Access, fresh: Bool = false) throws
    -> Ledger
  {
    if fresh { try putAside(path) }
    if FileManager.default.fileExists(atPath: path) {
      let ledger = try Ledger(at: path, access: access)
      if try ledger.remark("sample") == version { return ledger }
      ledger.close()
      try putAside(path)
    }
    try make(at: path)
    return try Ledger(at: path, access: access)
  }

  /// Makes the whole sample beside its place and moves it there, so that nobody sees half of it.
  private static func make(at path: String) throws {
    let building = path + ".new-\(getpid())"
    defer { remove(building) }
    let ledger = try Ledger(at: building)
    let whole = try BundledCatalogue.whole()
    try ledger.file(whole, revision: BundledCatalogue.revision())
    let catalogue = try ledger.catalogue(over: whole)
    var progress = SampleProgress(catalogue)
    try ledger.record(
      progress.events().map { event in
        (
          Stamp(who: event.who, day: event.day, at: "\(event.day)T09:00:00+0800"),
          [Change(event.line, status: event.status, note: event.note)]
        )
      })
    try enterFigures(ledger, whole.divisions)
    try enterGroups(ledger, catalogue)
    try ledger.setRemark("sample", version)
    ledger.close()
    guard rename(building, path) == 0 else {
      throw Fault("不能在 \(path) 建立示例台账。", "The sample ledger cannot be made at \(path).")
    }
  }

  private static func enterFigures(_ ledger: Ledger, _ divisions: Divisions) throws {
    let province = divisions.all.first?.id ?? "140000"
    func stamp(_ who: String, _ day: Day) -> Stamp {
      Stamp(who: who, day: day, at: "\(day)T10:00:00+0800")
    }
    let posts = SampleFigures(divisions, BundledCatalogue.indicators()).posts()
    try ledger.post(posts.map { (stamp($0.who, $0.day), $0.batch) })
    for (number, post) in posts.enumerated() {
      guard let day = post.withdrawn else { continue }
      try ledger.withdraw(number + 1, reason: "示例：用错了年份", stamp(post.who, day))
    }
    let office = "示例·省医改办"
    for target in SampleFigures.targets(in: province) {
      try ledger.set(target, note: "示例目标", isMadeUp: true, stamp(office, SampleFigures.opened))
    }
    for year in SampleFigures.years where year < 2022 {
      let day = Day(year + 1, 6, 30) ?? SampleProgress.day
      try ledger.lock(year: year, in: province, stamp(office, day))
    }
    try ledger.sendBack(
      "140800", year: 2023, reason: "示例：请核对盐湖区分母", stamp(office, SampleProgress.day))
  }

  private static func enterGroups(_ ledger: Ledger, _ catalogue: Catalogue) throws {
    let charter = BundledCatalogue.charter()
    let sample = SampleGroups(catalogue, charter)
    func stamp(_ who: String, _ day: Day) -> Stamp {
      Stamp(who: who, day: day, at: "\(day)T11:00:00+0800")
    }
    try ledger.record(sample.acts().map { (stamp($0.who, $0.day), $0.facts) })
    let day = Day(2023, 3, 31) ?? SampleProgress.day
    let desk = try ledger.settlementDesk(charter, catalogue, asOf: day)
    let signed = sample.signed(desk)
    try ledger.record([], signed: signed.map { (stamp("示例·医保经办机构", day), $0) })
  }

  private static func putAside(_ path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    for suffix in ["", "-wal", "-shm"] {
      _ = rename(path + suffix, path + ".old" + suffix)
    }
  }

  private static func remove(_ path: String) {
    for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
  }
}
