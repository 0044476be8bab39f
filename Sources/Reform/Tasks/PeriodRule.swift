/// Which periods of a task are there on a day.
public enum PeriodRule {
  /// Throws where a task has periods on a day, and that of a line is none of them: a period that has not
  /// begun by then, or never was.
  public static func refuse(_ line: Line, on day: Day, in catalogue: Catalogue) throws(Fault) {
    guard let period = line.period, let task = catalogue.task(line.task), task.isRecurring,
      let issued = catalogue.issued(of: task)
    else { return }
    let there = task.installments(on: day, issued: issued).compactMap(\.period)
    guard !there.contains(period) else { return }
    throw none(of: task, called: "\(period)", among: there, on: day)
  }

  /// That a task has no such period; with the day, where it is not today's.
  public static func none(
    of task: ReformTask, called period: String, among there: [Period], on day: Day? = nil
  ) -> Fault {
    let names = there.map(\.description)
    let (zh, en) =
      names.isEmpty
      ? ("—", "none") : (names.joined(separator: "、"), names.joined(separator: ", "))
    return Fault(
      "任务 \(task.id)\(day.map { " 在 \($0)" } ?? "") 没有 \(period) 这一期；有：\(zh)。",
      "\(task.id) has no period \(period)\(day.map { " on \($0)" } ?? ""); it has \(en).",
      exitCode: 2)
  }
}
