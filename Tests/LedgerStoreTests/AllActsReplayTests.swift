import Bundle
import LedgerStore
import Reform
import TestSupport
import Testing

/// Random acts of all kinds, by two people through two handles on one file, with undo and redo, days
/// out of order and people who have not seen the last, held against a plain model.
@Suite struct AllActsReplayTests {
  static let first = Day(ordinal: 18_330)
  static let days = 9
  static let share = "medical-service-share"
  static let document = Document(
    id: "c-2020-9", number: "测〔2020〕9号", title: Phrase("测试方案", "Test"),
    short: Phrase("测试", "Test"), issuer: "测试办", issued: first, region: "140000")

  /// One run: a ledger with two handles, and the model beside it.
  struct Run {
    let open: OpenLedger
    let ledgers: [Ledger]
    let rules: ActRules
    var model = ActModel()
    var dice: Dice
    /// How many acts were entered, refused, or met by somebody who was quicker.
    var (entered, refused, moved) = (0, 0, 0)

    init(_ seed: UInt64) throws {
      open = try OpenLedger()
      ledgers = [open.ledger, try open.another()]
      rules = ActRules(AllActsReplayTests.withTarget(open.catalogue))
      dice = Dice(seed: seed)
    }
  }

  /// The small catalogue, one of whose tasks has a target to be reached.
  static func withTarget(_ catalogue: Catalogue) -> Catalogue {
    let tasks = catalogue.tasks.map { task in
      var task = task
      if task.id == "demo-1/3" {
        task.targets = [
          TaskTarget(
            key: "counties", metric: Phrase("县数", "Counties"), op: .atLeast, value: 10,
            unit: "个")
        ]
      }
      return task
    }
    return catalogue.holding(
      documents: catalogue.documents, clauses: catalogue.clauses, tasks: tasks)
  }

  @Test(arguments: [3, 20_200_229, 515] as [UInt64])
  func allKindsReadAsASlowReplayDoes(seed: UInt64) throws {
    var run = try Run(seed)
    for step in 1...210 {
      try take(&run, step)
      if step.isMultiple(of: 70) { try compare(run, run.ledgers[step / 70 % 2]) }
    }
    let counts = [run.entered, run.moved, run.refused]
    #expect(counts[0] > 80 && counts[1] > 10 && counts[2] > 0, "\(counts)")
    let again = try run.open.another()
    try compare(run, again)
    #expect(try again.findings().isEmpty)
    #expect(try again.lastAct() == run.model.acts.count)
  }

  // MARK: - Steps

  private func take(_ run: inout Run, _ step: Int) throws {
    let who = ["王明", "李华"][run.dice.roll(2)]
    let day = Self.first.adding(days: run.dice.roll(Self.days))
    let stamp = OpenLedger.stamp(who, on: day)
    let ledger = run.ledgers[run.dice.roll(2)]
    switch run.dice.roll(12) {
    case 0, 1, 2:
      let field = run.dice.pick(Act.Field.allCases)
      let kind: ActKind = run.dice.roll(3) == 0 ? .redone : .undone
      let isThere = run.model.answer(field, kind, who, day)
      let outcome =
        kind == .undone
        ? try ledger.takeBack(field, stamp, overriding: true, under: run.rules)
        : try ledger.putBack(field, stamp, overriding: true, under: run.rules)
      #expect((outcome != .nothing) == isThere, "step \(step): \(kind) of \(field)")
    case 3:
      let isThere = run.model.withdraw(who, day)
      let act = Act(.undo(.document(Self.document.id)), stamp)
      if isThere {
        _ = try ledger.enter(act, under: run.rules).entered()
      } else {
        #expect(throws: Fault.self) { try ledger.enter(act, under: run.rules) }
      }
      try reread(run)
    default:
      var act = Act(content(&run, step), stamp, overriding: run.dice.roll(4) == 0)
      // What a settlement comes to is no matter of this model.
      if case .settlement = act.content { act.overriding = true }
      try enter(act, ledger, &run, step)
    }
  }

  private func enter(_ act: Act, _ ledger: Ledger, _ run: inout Run, _ step: Int) throws {
    // It travels as a text.
    let sent = try Act(text: act.text())
    #expect(sent == act)
    if isRefused(act, run.model) {
      #expect(throws: Fault.self, "step \(step)") { try ledger.enter(sent, under: run.rules) }
      run.refused += 1
      return
    }
    let outcome = try ledger.enter(sent, under: run.rules)
    let isMoved = !act.overriding && isOvertaken(act, run.model)
    if case .moved = outcome {
      #expect(isMoved, "step \(step): \(act.content)")
      run.moved += 1
    } else {
      #expect(!isMoved, "step \(step): \(act.content)")
      #expect(try outcome.entered().act == run.model.acts.count + 1)
      run.model.enter(act)
      run.entered += 1
      if [.filing, .hand].contains(act.content.about) { try reread(run) }
    }
  }

  private func reread(_ run: Run) throws {
    for ledger in run.ledgers { _ = try ledger.catalogue(over: SmallCatalogue.make()) }
  }

  /// Something to enter; what was seen is the last there is, or something older.
  private func content(_ run: inout Run, _ step: Int) -> Act.Content {
    let isStale = run.dice.roll(3) == 0
    let seen = isStale ? run.dice.roll(run.model.acts.count + 1) : run.model.acts.count
    switch run.dice.roll(8) {
    case 0: return .lines(changes(&run, isStale: isStale))
    case 1:
      let form = SentForm("140400", made: Self.first, file: "a.xlsx", hash: "\(step)", count: 1)
      // A form may say what the ledger says.
      return .returned([form], run.dice.roll(4) == 0 ? [] : changes(&run, isStale: isStale))
    case 2: return actual(&run, isStale: isStale, step)
    case 3: return .figures(batch(&run, step), seen: seen)
    case 4: return .target(target(&run, step), seen: seen)
    case 5: return .collecting(collecting(&run), seen: seen)
    case 6 where run.dice.roll(3) == 0:
      return .settlement(
        SignedSettlement(
          county: run.dice.pick(["140821", "140822"]), year: 2019, balance: Fen(Int64(step))))
    case 6:
      let newest = run.model.facts(on: ActModel.end).values.map(\.id).max() ?? 0
      return .group(facts(&run, step), seen: isStale ? run.dice.roll(newest + 1) : newest)
    case 7 where run.dice.roll(2) == 0: return .hand([.make(made(step))], seen: seen)
    default: return .filing(filing(&run, step))
    }
  }

  private func made(_ step: Int) -> HandTask {
    let task = ReformTask(
      id: "", document: "", clause: "", title: Phrase("自立\(step)", "own"), theme: "leadership")
    return HandTask(task, since: Self.first)
  }

  private func changes(_ run: inout Run, isStale: Bool) -> [Change] {
    let all =
      ["140100", "140400"].map { Line("demo-1/1", in: $0) }
      + ["140105", "140403"].map { Line("demo-1/3", in: $0) } + [OpenLedger.changzhi]
    let chosen = all.shuffled(using: &run.dice).prefix(1 + run.dice.roll(2))
    let status = run.dice.pick(Status.allCases)
    return chosen.map { line in
      let last = run.model.last(of: line, on: ActModel.end)
      return Change(line, status: status, seen: isStale ? last.map { $0 - 1 } : last)
    }
  }

  private func actual(_ run: inout Run, isStale: Bool, _ step: Int) -> Act.Content {
    let place = run.dice.pick(["140000", "140400"])
    let key = TargetActual.Key("demo-1/3", "counties", in: place)
    let day = Self.first.adding(days: -1 - run.dice.roll(3))
    let newest = newest(key, run.model)
    return .actual(
      TargetActual(key, Amount(step % 9), on: day, source: "通报"),
      seen: isStale ? max(0, newest - 1) : newest)
  }

  private func newest(_ key: TargetActual.Key, _ model: ActModel) -> Int {
    model.actuals(on: ActModel.end).filter { $0.actual.key == key }.map(\.id).max() ?? 0
  }

  private func batch(_ run: inout Run, _ step: Int) -> NewBatch {
    let places = ["140100", "140400", "140800"].shuffled(using: &run.dice)
    let year = run.dice.pick([2018, 2019])
    let figures = places.prefix(1 + run.dice.roll(2)).map {
      Figure(Self.share, in: $0, .year(year), numerator: Amount(step), denominator: 1000)
    }
    let hash = run.dice.roll(2) == 0 ? "hash \(run.dice.roll(6))" : nil
    return NewBatch(.file, file: "a.csv", hash: hash, figures: figures)
  }

  private func target(_ run: inout Run, _ step: Int) -> OwnTarget {
    let target = Target(
      run.dice.pick([Self.share, "personnel-share"]), region: "140000", scope: .inAll, .atLeast,
      Amount(step), year: 2022,
      origin: .ledger(who: "", day: Self.first, note: nil, isMadeUp: false))
    return OwnTarget(target, isDropped: run.dice.roll(4) == 0)
  }

  private func collecting(_ run: inout Run) -> CollectionStep {
    let year = run.dice.pick([2018, 2019])
    switch run.dice.roll(7) {
    case 6: return CollectionStep(.sentBack, "140400", year: year, month: 3, reason: "不完整")
    case 0, 1: return CollectionStep(.locked, "140000", year: year)
    case 2: return CollectionStep(.unlocked, "140000", year: year, reason: "重新收集")
    case 3: return CollectionStep(.unlocked, "140400", year: year, reason: "更正")
    default: return CollectionStep(.sentBack, "140400", year: year, reason: "请核对")
    }
  }

  private func facts(_ run: inout Run, _ step: Int) -> [GroupFact] {
    let contents: [GroupFact.Content] = [
      .budget(2019, Fen(Int64(step))), .spending(2019, Fen(Int64(2 * step))),
      .advance(2019, month: 1 + run.dice.roll(2), Fen(1)), .verdict(2019, "第\(step)次"),
    ]
    return contents.shuffled(using: &run.dice).prefix(1 + run.dice.roll(2)).map {
      GroupFact(run.dice.pick(["140821", "140822"]), $0)
    }
  }

  private func filing(_ run: inout Run, _ step: Int) -> Filing {
    var review = Review(file: "测试.txt", document: Self.document, isKnown: false)
    review.drafts = (1...3).map { number in
      let task = ReformTask(
        id: "c-2020-9/\(number)", document: Self.document.id, clause: "\(number)",
        title: Phrase("任务\(step)", "task"), theme: "leadership")
      return TaskDraft(
        ClauseDraft(kind: .numbered, path: "\(number)", title: "任务", text: "原文"), task)
    }
    review.drafts[run.dice.roll(3)].decision = .accepted
    review.drafts[run.dice.roll(3)].decision = .accepted
    var filing = Filing(review)
    filing.review = nil
    return filing
  }

  // MARK: - What the model expects

  /// Whether it makes no sense: the year of one of the figures is locked.
  private func isRefused(_ act: Act, _ model: ActModel) -> Bool {
    guard case .figures(let batch, _) = act.content else { return false }
    return batch.figures.contains { figure in
      var (isSet, exceptions): (Bool, Set<String>) = (false, [])
      for step in model.collecting(on: ActModel.end) where step.year == figure.period.year {
        switch (step.kind, step.place) {
        case (.locked, _): (isSet, exceptions) = (true, [])
        case (.unlocked, "140000"): (isSet, exceptions) = (false, [])
        case (.unlocked, let place): if isSet { exceptions.insert(place) }
        case (.sentBack, _): break
        }
      }
      return isSet && !exceptions.contains(figure.place)
    }
  }

  /// Whether somebody was quicker.
  private func isOvertaken(_ act: Act, _ model: ActModel) -> Bool {
    switch act.content {
    case .lines(let changes), .returned(_, let changes):
      return changes.contains { change in
        model.last(of: change.line, on: ActModel.end).map { $0 != change.seen } ?? false
      }
    case .actual(let actual, let seen): return newest(actual.key, model) > seen
    case .figures(let batch, let seen):
      let isKnown = model.standing(.figures, on: ActModel.end).contains { _, done in
        guard case .figures(let other, _) = done.content else { return false }
        return batch.hash != nil && other.hash == batch.hash
      }
      let keys = Set(batch.figures.map(\.key))
      return isKnown
        || model.contents(.figures, since: seen).contains { content in
          guard case .figures(let other, _) = content else { return false }
          return !keys.isDisjoint(with: other.figures.map(\.key))
        }
    case .target(let own, let seen):
      return model.contents(.target, since: seen).contains { content in
        guard case .target(let other, _) = content else { return false }
        return other.target.indicator == own.target.indicator
      }
    // A task that is made by hand is nobody else's.
    case .hand: return false
    case .collecting(let step, let seen):
      let hasForm = model.acts.dropFirst(seen).contains {
        if case .returned = $0.content { step.month != nil } else { false }
      }
      return hasForm
        || model.contents(.collecting, since: seen).contains { content in
          guard case .collecting(let other, _) = content else { return false }
          // All places here lie in the province.
          return other.year == step.year && other.month == step.month
        }
    case .group(let facts, let seen):
      let standing = model.facts(on: act.stamp.day)
      return facts.contains { (standing[$0.slot]?.id ?? 0) > seen }
    case .settlement, .filing, .meeting, .decision, .slip, .undo, .redo: return false
    }
  }
}
