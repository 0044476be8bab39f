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
    try ledger.fill(
      progress.events().map { event in
        Act(
          .lines([Change(event.line, status: event.status, note: event.note)]),
          Stamp(who: event.who, day: event.day, at: "\(event.day)T09:00:00+0800"))
      }, under: rules(catalogue))
    try enterFigures(ledger, catalogue)
    try enterGroups(ledger, catalogue)
    try ledger.setRemark("sample", version)
  }

  private static func rules(_ catalogue: Catalogue) -> ActRules {
    ActRules(catalogue, charter: BundledCatalogue.charter)
  }

  private static func enterFigures(_ ledger: Ledger, _ catalogue: Catalogue) throws {
    let (divisions, rules) = (catalogue.divisions, rules(catalogue))
    let province = divisions.all.first?.id ?? "140000"
    func stamp(_ who: String, _ day: Day) -> Stamp {
      Stamp(who: who, day: day, at: "\(day)T10:00:00+0800")
    }
    let posts = SampleFigures(divisions, BundledCatalogue.indicators()).posts()
    try ledger.fill(posts.map { Act(.figures($0.batch), stamp($0.who, $0.day)) }, under: rules)
    for (number, post) in posts.enumerated() {
      guard let day = post.withdrawn else { continue }
      let undo = Act.Content.undo(.batch(number + 1), reason: "示例：用错了年份")
      _ = try ledger.enter(Act(undo, stamp(post.who, day)), under: rules)
    }
    let office = "示例·省医改办"
    let targets = SampleFigures.targets(in: province).map {
      Act(
        .target(OwnTarget($0, note: "示例目标", isMadeUp: true)), stamp(office, SampleFigures.opened))
    }
    let locks = SampleFigures.years.filter { $0 < 2022 }.map { year in
      Act(
        .collecting(CollectionStep(.locked, province, year: year)),
        stamp(office, Day(year + 1, 6, 30) ?? SampleProgress.day))
    }
    let back = CollectionStep(.sentBack, "140800", year: 2023, reason: "示例：请核对盐湖区分母")
    try ledger.fill(
      targets + locks + [Act(.collecting(back), stamp(office, SampleProgress.day))], under: rules)
  }

  private static func enterGroups(_ ledger: Ledger, _ catalogue: Catalogue) throws {
    let charter = BundledCatalogue.charter()
    let sample = SampleGroups(catalogue, charter)
    func stamp(_ who: String, _ day: Day) -> Stamp {
      Stamp(who: who, day: day, at: "\(day)T11:00:00+0800")
    }
    let rules = rules(catalogue)
    try ledger.fill(
      sample.acts().map { Act(.group($0.facts), stamp($0.who, $0.day)) }, under: rules)
    let day = Day(2023, 3, 31) ?? SampleProgress.day
    let desk = try ledger.groupAccounts(charter, catalogue, asOf: day)
    let signed = sample.signed(desk)
    try ledger.fill(
      signed.map { Act(.settlement($0), stamp("示例·医保经办机构", day)) }, under: rules)
  }

  private static func enterActuals(_ ledger: Ledger, _ catalogue: Catalogue) throws {
    try ledger.act {
      for act in SampleActuals.acts(catalogue) {
        let stamp = Stamp(who: act.who, day: act.day, at: "\(act.day)T14:00:00+0800")
        let entering = Act(.actual(act.actual), stamp, overriding: true)
        _ = try ledger.enter(entering, under: rules(catalogue))
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
