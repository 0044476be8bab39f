import GRDB
import Reform

/// Acts by which an office changes its own catalogue.
struct HandActs {
  let ledger: Ledger
  let db: Database
  let rules: ActRules

  private var rows: ActRows { ActRows(db: db) }
  private var held: HandRows { HandRows(db: db) }

  /// The catalogue as it stands in the file now.
  private func catalogue() throws -> Catalogue {
    let held = try HeldTasks(db, ledger.format)
    return rules.catalogue.holding(
      documents: held.documents, clauses: [:], tasks: held.tasks, hand: held.hand)
  }

  // MARK: What cannot be

  /// Throws where a step makes no sense for the catalogue as it stands.
  func refuse(_ steps: [HandStep], _ stamp: Stamp) throws {
    guard Set(steps.map(\.scope)).count == steps.count || steps.count == 1 else {
      throw Fault("同一项写了两次，没有登记。", "The same thing is named twice; nothing was entered.")
    }
    let catalogue = try catalogue()
    for step in steps {
      switch step {
      case .make(let made): try refuse(made, catalogue, stamp.day)
      case .amend(let id, let amendment):
        try HandRules.refuse(reason: amendment.reason)
        try refuse(amendment, of: try task(id, catalogue), catalogue, stamp.day)
      case .leaveOut(let scope, let reason):
        try HandRules.refuse(reason: reason)
        let places = steps.count {
          $0.kind == .leaveOut && $0.place != nil && $0.task == scope.task
        }
        try refuseLeaving(scope, leaving: places, catalogue)
      case .takeIn(let scope, let reason):
        if !reason.isEmpty { try HandRules.refuse(reason: reason) }
        guard catalogue.hand.leftOut(scope, on: nil) == nil else { continue }
        let name = [Language.zh, .en].map { HandWords.title(scope, catalogue, $0) }
        throw Fault("“\(name[0])”没有移出，不用移回。", "“\(name[1])” is not left out.")
      }
    }
  }

  private func task(_ id: ReformTask.ID, _ catalogue: Catalogue) throws -> ReformTask {
    if let task = catalogue.task(id) { return task }
    throw Fault("台账中没有任务 \(id)。", "The ledger has no task \(id).", exitCode: 2)
  }

  private func refuse(_ made: HandTask, _ catalogue: Catalogue, _ today: Day) throws {
    try BookDays.held(made.since)
    if !made.reason.isEmpty { try HandRules.refuse(reason: made.reason) }
    try HandRules.refuse(text: made.clause, Phrase("条款", "The clause"), longest: 60)
    var region = catalogue.province
    if !made.task.document.isEmpty, made.task.document != HandWords.ownDocument {
      guard let document = catalogue.document(made.task.document),
        document.kind == .policy || document.kind == .bulletin
      else {
        throw Fault(
          "任务只能依据台账里的政策文件，没有 \(made.task.document)。",
          "A task rests on a policy document of the ledger; there is no \(made.task.document).",
          exitCode: 2)
      }
      guard made.since >= document.issued else {
        throw Fault(
          "起始日 \(made.since) 在文件印发（\(document.issued)）之前。",
          "It cannot begin on \(made.since), before its document was issued (\(document.issued)).",
          exitCode: 2)
      }
      region = document.region
    }
    guard made.since.year <= today.year + 1 else {
      throw Fault(
        "起始日 \(made.since) 太远：最晚到明年年底。",
        "It cannot begin on \(made.since): at the latest by the end of next year.", exitCode: 2)
    }
    try HandRules.refuse(
      made.task, issued: made.since, region: region, in: catalogue, today: today)
  }

  private func refuse(
    _ amendment: TaskAmendment, of task: ReformTask, _ catalogue: Catalogue, _ today: Day
  ) throws {
    let after = amendment.applied(to: task)
    let issued = catalogue.issued(of: task) ?? today
    try HandRules.refuse(
      after, before: task, issued: issued, region: catalogue.region(of: task), in: catalogue,
      today: today)
    try refuseLoss(task, after, catalogue)
  }

  /// `places` is in how many places of the same task it is left out at once.
  private func refuseLeaving(
    _ scope: HandScope, leaving places: Int, _ catalogue: Catalogue
  ) throws {
    if let before = catalogue.hand.leftOut(scope, on: nil) {
      let told = HandWords.told(before)
      throw Fault("已经移出：\(told.zh)。", "It is left out already: \(told.en).")
    }
    switch scope {
    case .document(let id):
      guard catalogue.document(id) != nil else {
        throw Fault("台账中没有文件 \(id)。", "The ledger has no document \(id).", exitCode: 2)
      }
    case .task(let id): _ = try task(id, catalogue)
    case .place(let id, let place):
      let fan = catalogue.fanOut(of: try task(id, catalogue))
      guard fan.contains(place) else {
        let name = catalogue.divisions[place]
        throw Fault(
          "\(name?.name ?? place)没有任务 \(id)。",
          "\(id) does not concern \(name?.english ?? place).", exitCode: 2)
      }
      guard fan.count > places else {
        throw Fault(
          "这项任务只剩这些地区；请把整项任务移出。",
          "No place of the task would be left: leave the whole task out.", exitCode: 2)
      }
    }
  }

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
  private func refuseLoss(
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
  private func refuseUnmaking(_ task: ReformTask, _ entries: [HandEntry]) throws {
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

extension HandActs {
  // MARK: Who was quicker

  /// Changes by hand, filings or entries on the same things after the last act that was seen.
  func between(_ steps: [HandStep], _ seen: Int) throws -> Between? {
    let catalogue = rules.catalogue
    var names: Set<String> = []
    for step in steps where step.kind != .make {
      let document = step.document ?? step.task.flatMap { catalogue.task($0)?.document } ?? ""
      names.formUnion(
        try String.fetchAll(
          db,
          sql: """
            WITH RECURSIVE own (id) AS (
              SELECT act FROM hand_step
              WHERE document = :document AND (task = :task OR task IS NULL OR :task IS NULL)
              UNION SELECT act FROM filing WHERE document = :document
                AND (task = :task OR task IS NULL OR :task IS NULL)
              UNION SELECT act.id FROM act JOIN own ON act.answers = own.id)
            SELECT DISTINCT who FROM act JOIN own ON own.id = act.id WHERE act.id > :seen
            """, arguments: ["document": document, "task": step.task, "seen": seen]))
    }
    guard names.isEmpty else { return .hand(by: names.sorted()) }
    let entries = try steps.flatMap { step -> [Entry] in
      guard step.kind != .make, let task = step.task, catalogue.task(task) != nil else { return [] }
      let place = step.place.map { " AND place = \(number($0))" } ?? ""
      return try ledger.fetchEntries(
        db,
        where: "entry.task \(ledger.rows(of: task))\(place) AND entry.act > ? ORDER BY entry.id",
        arguments: [seen])
    }
    return entries.isEmpty ? nil : .lines(entries)
  }

  // MARK: Entering

  /// Puts the steps there; nil where none of them changes anything.
  func put(_ steps: [HandStep], _ stamp: Stamp) throws -> Entered? {
    let news = try steps.filter { step in
      guard case .amend(let id, let amendment) = step else { return true }
      let catalogue = try catalogue()
      return catalogue.task(id).map { amendment.applied(to: $0) != $0 } ?? true
    }
    guard !news.isEmpty else { return nil }
    let act = try rows.enter(.hand, stamp)
    let entered = try news.map { try put($0, act, stamp) }
    ledger.knownTasks = nil
    return Entered(act: act, .hand(entered))
  }

  private func put(_ step: HandStep, _ act: Int, _ stamp: Stamp) throws -> HandStep {
    var entered = step
    switch step {
    case .make(let made): entered = .make(try file(made, stamp))
    case .amend(let id, var amendment):
      if let targets = amendment.targets { amendment.targets = try keyed(targets, of: id) }
      entered = .amend(id, amendment)
    case .leaveOut, .takeIn: break
    }
    try db.execute(
      sql: """
        INSERT INTO hand_step (act, kind, document, task, place, content)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        act, entered.kind.rawValue, try document(of: entered), entered.task,
        entered.place.map(number), try written(entered),
      ])
    return entered
  }

  private func document(of step: HandStep) throws -> Document.ID? {
    if let document = step.document { return document }
    return try String.fetchOne(
      db,
      sql: """
        SELECT document.key FROM task JOIN document ON document.id = task.document
        WHERE task.key = ?
        """, arguments: [step.task])
  }

  /// Targets each with a key; a new one has a key that none of the task ever had.
  private func keyed(_ targets: [TaskTarget], of task: ReformTask.ID) throws -> [TaskTarget] {
    let catalogue = try catalogue()
    var taken = Set((catalogue.filed(task)?.targets ?? []).compactMap(\.key))
    for entry in catalogue.hand.entries(of: task) {
      guard case .amend(_, let amendment) = entry.step else { continue }
      taken.formUnion((amendment.targets ?? []).compactMap(\.key))
    }
    return targets.map { target in
      var target = target
      if target.key == nil {
        target.key = (1...).lazy.map { "\($0)" }.first { !taken.contains($0) }
        taken.formUnion([target.key].compactMap(\.self))
      }
      return target
    }
  }

  // MARK: Answers

  /// Takes changes back, or puts them back; refused where entries would lose their line.
  func answer(_ target: Int, by kind: ActKind, _ stamp: Stamp) throws -> Outcome {
    let steps = try held.steps(of: rows.root(of: target))
    let before = try catalogue()
    let act = try rows.answer(target, by: kind, stamp)
    let after = try catalogue()
    for id in Set(steps.compactMap(\.task)).sorted() {
      guard let old = before.task(id) else { continue }
      if let new = after.task(id) {
        try refuseLoss(old, new, after)
      } else {
        try refuseUnmaking(old, before.hand.entries(of: id))
      }
    }
    ledger.knownTasks = nil
    return .recorded(Entered(act: act, answers: target, .hand(steps)))
  }
}
