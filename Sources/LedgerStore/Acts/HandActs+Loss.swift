import GRDB
import Reform

/// What entries would lose their line by.
extension HandActs {
  /// Throws where something was entered on a task, or in a place of it, that is left out.
  func refuseLeftOut(_ lines: [(task: ReformTask.ID, place: Division.Code, day: Day)]) throws {
    let book = try held.book(ledger.format)
    guard !book.isEmpty else { return }
    let catalogue = rules.catalogue
    for line in lines {
      guard let task = catalogue.task(line.task) else { continue }
      let entry =
        book.leftOut(task, on: line.day)
        ?? book.leftOut(.place(task.id, line.place), on: line.day)
      guard let entry else { continue }
      let told = HandWords.told(entry)
      let place = entry.step.place.flatMap { catalogue.divisions[$0] }
      throw Fault(
        "任务 \(task.id)\(place.map { "在\($0.name)" } ?? "")\(told.zh)；没有登记，要登记先移回。",
        "\(task.id)\(place.map { " in \($0.english)" } ?? "") is \(told.en); nothing was entered: take it in "
          + "again first.")
    }
  }

  /// Throws where lines or targets that something was entered on would not be there any more.
  func refuseLoss(
    _ before: ReformTask, _ after: ReformTask, _ catalogue: Catalogue
  ) throws {
    let (region, divisions) = (catalogue.region(of: before), catalogue.divisions)
    let issued = catalogue.issued(of: before) ?? Day(ordinal: 0)
    let (old, new) = (
      Set(before.fanOut(in: divisions, region: region)),
      Set(after.fanOut(in: divisions, region: region))
    )
    let rows = try ledger.rows(of: before.id)
    let lines = try Row.fetchAll(
      db,
      sql: """
        SELECT place, period, count(*) FROM entry WHERE task \(rows) GROUP BY place, period
        ORDER BY place, period
        """)
    for line in lines {
      let (place, period) = (code(try line.value(0)), period(of: try line.value(1)))
      let count: Int = try line.value(2)
      guard old.contains(place), before.has(period, issued: issued) else { continue }
      let name = divisions[place]
      guard new.contains(place) else {
        throw Fault(
          "\(name?.name ?? place)已有 \(count) 条登记，不能从任务里去掉；不再要求时，请只在那里移出。",
          "\(name?.english ?? place) has \(Plural("entry", "entries").of(count)) and cannot be taken off; "
            + "where it is not asked for any more, leave the task out there.")
      }
      guard after.has(period, issued: issued) else {
        let zh = period.map { " \($0) 年" } ?? ""
        throw Fault(
          "\(name?.name ?? place)\(zh)已有 \(count) 条登记，改成这样的时限就没有这一期了；没有登记。",
          "\(name?.english ?? place) has \(Plural("entry", "entries").of(count))"
            + (period.map { " for \($0)" } ?? "")
            + ", which such a deadline would not have any more; nothing was entered.")
      }
    }
    let left = Set(after.targets.map(\.identity))
    for target in before.targets where !left.contains(target.identity) {
      let count =
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM actual WHERE task \(rows) AND metric = ?",
          arguments: [target.identity]) ?? 0
      guard count == 0 else {
        throw Fault(
          "目标“\(target.metric.zh)”已录入 \(count) 个完成数，不能去掉。",
          "“\(target.metric.en)” has \(count) numbers entered for it and cannot be taken off.")
      }
    }
  }

  /// Throws where a making cannot be taken back, for something rests on it.
  func refuseUnmaking(_ task: ReformTask, _ entries: [HandEntry]) throws {
    let rows = try ledger.rows(of: task.id)
    let count =
      try Int.fetchOne(
        db,
        sql: """
          SELECT (SELECT count(*) FROM entry WHERE task \(rows))
            + (SELECT count(*) FROM actual WHERE task \(rows))
          """) ?? 0
    guard count == 0 else {
      throw Fault(
        "这项任务已有 \(count) 条登记，不能撤销设立；不再要求时请移出。",
        "The task has \(Plural("entry", "entries").of(count)) and cannot be taken back; leave it out where "
          + "it is not asked for any more.")
    }
    guard !entries.contains(where: { $0.step.kind != .make && $0.stands(on: nil) }) else {
      throw Fault(
        "这项任务后来还有手工调整，请先撤销那些。",
        "The task was changed by hand since: take that back first.")
    }
    let name = "\"\(task.id)\""
    let isNamed = try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM slip_step WHERE instr(content, :name))
          OR EXISTS (SELECT 1 FROM meeting_step WHERE instr(content, :name))
          OR EXISTS (SELECT 1 FROM decision WHERE instr(content, :name))
        """, arguments: ["name": name])
    guard isNamed != true else {
      throw Fault(
        "督办单或会议里有这项任务，不能撤销设立；不再要求时请移出。",
        "A slip or a meeting names the task: leave it out instead.")
    }
  }
}
