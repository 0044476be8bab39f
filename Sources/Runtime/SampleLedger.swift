import Bundle
import Files
import Foundation
import Intake
import LedgerStore
import Reform

/// The ledger of made-up progress, made on first use and kept, so that what is tried stays.
public enum SampleLedger {
  /// Raised when the making changes; an older sample is put aside and made anew.
  static let version = "7 \(SampleProgress.day)"

  /// Opens the sample at a path, making it where there is none.
  ///
  /// Several programs may do so at once: each takes what the first of them has made.
  public static func open(at path: String, access: Ledger.Access, fresh: Bool = false) throws
    -> Ledger
  {
    // Earlier versions called it so.
    Ledger.clearLeftovers(of: path, mark: ".new-")
    if fresh { try putAside(path) { _ in true } }
    for attempt in 1...8 {
      guard FileIdentity(at: path) != nil else {
        do { try Ledger.make(at: path) { try fill($0) } } catch  where attempt < 8 {
          // Its journal follows at once, where another program is just putting it aside.
          guard FileIdentity(at: path + "-wal") != nil else { throw error }
        }
        continue
      }
      let ledger = try Ledger(at: path, access: access)
      if try isUpToDate(ledger) { return ledger }
      ledger.close()
      try putAside(path) { try !isUpToDate($0) }
    }
    throw Fault(
      "示例台账 \(path) 正被别的程序重建，请稍后再试。",
      "The sample ledger \(path) is being made anew by another program; try again.")
  }

  private static func isUpToDate(_ ledger: Ledger) throws -> Bool {
    try ledger.remark("sample") == version
  }

  private static func fill(_ ledger: Ledger) throws {
    let whole = try BundledCatalogue.whole()
    try ledger.file(whole, revision: BundledCatalogue.revision())
    let catalogue = try ledger.catalogue(over: whole)
    // First, for the last entries are those of the lines.
    try enterActuals(ledger, catalogue)
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

  private static func enterActuals(_ ledger: Ledger, _ catalogue: Catalogue) throws {
    try ledger.act {
      for act in SampleActuals.acts(catalogue) {
        let stamp = Stamp(who: act.who, day: act.day, at: "\(act.day)T14:00:00+0800")
        try ledger.record(act.actual, seen: .max, in: catalogue, stamp)
      }
    }
  }

  /// Moves a sample out of the way, while nobody can write in it.
  ///
  /// Whoever waits for that finds another file in its place, and looks again.
  private static func putAside(
    _ path: String, where isMeant: (Ledger) throws -> Bool
  ) throws {
    guard FileIdentity(at: path) != nil else { return }
    guard let ledger = try? Ledger(at: path) else { return try move(path) }
    defer { ledger.close() }
    do {
      try ledger.act {
        if ledger.displacement == nil, try isMeant(ledger) { try move(path) }
      }
    } catch  where ledger.displacement != nil {}
  }

  /// Gives a ledger and its journal another name; what bore it before goes first, so that no
  /// ledger ever lies beside the journal of another one.
  private static func move(_ path: String) throws {
    for suffix in HeldFiles.companions + [""] { unlink(path + ".old" + suffix) }
    guard rename(path, path + ".old") == 0 else {
      throw Fault("不能给旧的示例台账 \(path) 改名。", "The old sample \(path) cannot be renamed.")
    }
    let journal = FileIdentity(at: path + "-wal")
    if let journal, journal.size > 0 {
      rename(path + "-wal", path + ".old-wal")
    } else {
      unlink(path + "-wal")
    }
    unlink(path + "-shm")
  }
}
