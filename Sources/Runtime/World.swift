import Bundle
import Foundation
import Intake
import LedgerStore
import Reform

/// All that the app may ask of the outside.
public struct World {
  /// The day of the books, on which entries are made.
  public var today: Day
  /// The day of the clock, where the books follow it over midnight; nil where a day was chosen.
  public var calendar: (() -> Day)?
  /// The clock, as it is written beside an entry.
  public var now: () -> String
  public var who: String
  public var meeting: String?
  public var ledger: Ledger
  /// Where exports go.
  public var folder: String
  /// Names that the office gives to the columns of its tables.
  public var columnNames = OwnColumnNames()

  public init(
    today: Day, now: @escaping () -> String, who: String, ledger: Ledger, folder: String
  ) {
    (self.today, self.now, self.who) = (today, now, who)
    (self.ledger, self.folder) = (ledger, folder)
  }

  public var stamp: Stamp { Stamp(who: who, day: today, at: now(), meeting: meeting) }

  /// What is entered is held against.
  public func rules(_ catalogue: Catalogue) -> ActRules {
    ActRules(catalogue, charter: { catalogue.charter })
  }

  /// Enters something under this name, today; throws where somebody was quicker.
  @discardableResult
  public func enter(
    _ content: Act.Content, overriding: Bool = false, in catalogue: Catalogue
  ) throws -> Entered? {
    let act = Act(content, stamp, overriding: overriding)
    switch try ledger.enter(act, under: rules(catalogue)) {
    case .recorded(let entered): return entered
    case .moved(let between): throw between.fault
    case .nothing: return nil
    }
  }
}

/// The clock of this machine.
public enum Clock {
  /// Today by the local calendar.
  public static func today() -> Day {
    let parts = local()
    return Day(Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
      ?? Day(ordinal: 0)
  }

  /// Now, as 2026-11-21T09:30:00+0800.
  public static func now() -> String {
    var parts = local()
    var text = [CChar](repeating: 0, count: 40)
    let count = strftime(&text, text.count, "%Y-%m-%dT%H:%M:%S%z", &parts)
    return String(decoding: text.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func local() -> tm {
    var (now, parts) = (time(nil), tm())
    localtime_r(&now, &parts)
    return parts
  }
}
