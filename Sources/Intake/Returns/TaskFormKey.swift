import Foundation
import Reform

/// The hidden sheet of a workbook of tasks: whose it is, and what the ledger held when it went out.
public struct TaskFormKey: Hashable, Sendable {
  public struct Printed: Hashable, Sendable {
    public var line: Line
    public var status: Status
  }

  public var place: Division.Code
  public var province: Division.Code
  public var isSample: Bool
  /// The day that it was made for.
  public var day: Day
  /// The newest entry of the ledger, 0 where there was none, and when the clock entered it.
  public var entry: Entry.ID
  public var at: String
  /// The lines by the number that is printed in front of them.
  public var lines: [Int: Printed] = [:]

  /// What a hidden sheet is of.
  enum Kind {
    case tasks(version: Int)
    case figures
    case none
  }

  static func kind(of book: Workbook) -> Kind {
    guard let sheet = book.sheets.first(where: { $0.name == TemplateKey.sheet }) else {
      return .none
    }
    switch sheet.rows.first?[1]?.words {
    case TaskFormLayout.mark: return .tasks(version: Int(sheet.rows[0][2]?.words ?? "") ?? 0)
    case TemplateKey.mark: return .figures
    default: return .none
    }
  }

  /// Nil where the sheet lacks what belongs into it.
  init?(_ book: Workbook) {
    guard let sheet = book.sheets.first(where: { $0.name == TemplateKey.sheet }) else { return nil }
    var facts: [String: String] = [:]
    for row in sheet.rows where row.number < TaskFormLayout.firstLineRow {
      if let name = row[1]?.words { facts[name] = row[2]?.words ?? "" }
    }
    func fact(_ fact: TaskFormLayout.Fact) -> String? { facts[fact.rawValue] }
    guard let place = fact(.place), let province = fact(.province), let sample = fact(.sample),
      let day = fact(.day).flatMap({ Day($0) }), let entry = fact(.entry).flatMap(Int.init),
      let at = fact(.at)
    else { return nil }
    self.day = day
    (self.place, self.province, isSample) = (place, province, sample == "yes")
    (self.entry, self.at) = (entry, at)
    for row in sheet.rows where row.number >= TaskFormLayout.firstLineRow {
      guard let number = row[1]?.words.flatMap(Int.init), let task = row[2]?.words,
        let code = row[3]?.words, let status = row[5]?.words.flatMap(Status.init(rawValue:))
      else { continue }
      let period = row[4]?.words.flatMap(Period.init)
      lines[number] = Printed(line: Line(task, in: code, period: period), status: status)
    }
  }
}
