import GRDB
import Reform

/// What makes no sense, whoever enters it.
extension HandActs {
  /// Throws where a step makes no sense for the catalogue as it stands.
  func refuse(_ steps: [HandStep], _ stamp: Stamp) throws {
    let scopes = steps.compactMap(\.scope)
    let amended = steps.compactMap { $0.kind == .amend ? $0.task : nil }
    guard Set(scopes).count == scopes.count, Set(amended).count == amended.count else {
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
    try HandRules.refuse(remark: made.reason)
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
}
