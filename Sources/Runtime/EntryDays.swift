import LedgerStore
import Reform

/// The days that entries may bear.
public enum EntryDays {
  /// How many days after the clock the books may stand at most.
  public static let farthest = 366
  /// How many years ahead a due day may lie at most.
  private static let longest = 30

  /// Throws where an entry would stand before the document that sets its task was issued, on its own
  /// day or on the one since which it is so, or its due day lies before that or beyond all plans.
  public static func refuse(
    _ changes: [Change], on day: Day, in catalogue: Catalogue
  ) throws(Fault) {
    try BookDays.held(day)
    for change in changes {
      guard let task = catalogue.task(change.line.task),
        let document = catalogue.document(task.document), let issued = catalogue.issued(of: task)
      else { continue }
      if let since = change.day { try BookDays.held(since) }
      let day = change.day ?? day
      guard day >= issued || catalogue.hand.making(of: task.id) == nil else {
        throw Fault(
          "任务 \(task.id) 自 \(issued) 起设立，不能登记在 \(day)；没有登记。",
          "\(task.id) was set by hand from \(issued) on: nothing can be entered on \(day).",
          exitCode: 2)
      }
      guard day >= issued else {
        throw Fault(
          "\(document.number) \(issued) 才印发，不能登记在 \(day)；没有登记。",
          "\(document.number) was issued on \(issued): nothing can be entered on \(day).",
          exitCode: 2)
      }
      guard let due = change.due ?? nil else { continue }
      try BookDays.held(due)
      guard due >= issued, due.year <= day.year + longest else {
        throw Fault(
          "时限 \(due) 不对：应在文件印发日 \(issued) 之后，\(day.year + longest) 年底以前；没有登记。",
          "The due day \(due) cannot be: it lies after \(issued), when the document was "
            + "issued, and before the end of \(day.year + longest). Nothing was entered.",
          exitCode: 2)
      }
    }
  }
}
