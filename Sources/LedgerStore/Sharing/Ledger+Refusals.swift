import Foundation
import GRDB
import Reform

extension Ledger {
  /// Why an act that was not taken cannot simply be entered again; nil where it can.
  public func obstacle(to refused: RefusedAct) -> Phrase? {
    let body = try? ActBody(text: refused.body)
    if let content = (try? body?.content()) ?? nil {
      return RefusedSlip(ledger: self).obstacle(to: content)
    }
    switch body.flatMap({ Act.About(rawValue: $0.about) }) {
    case .filing?:
      return Phrase("文件请重新导入审核。", "A document is imported and looked through anew.")
    case .decision?: return Phrase("决定请在会议上重新作出。", "A decision is taken anew in the meeting.")
    case .settlement?: return Phrase("结算请核对后重新签认。", "A settlement is looked at and signed anew.")
    default:
      return Phrase("撤销和恢复不能照旧再做，请看过再做。", "Taking back is done anew, if still needed.")
    }
  }

  /// Answers for acts that were not taken: each is entered again over what came before, or left out.
  ///
  /// All of it or nothing.
  ///
  /// Throws where one was answered for already, or cannot be entered any more.
  public func answer(
    _ refused: [RefusedAct], _ answer: RefusedAct.Answer, _ stamp: Stamp, under rules: ActRules
  ) throws {
    try act {
      for act in refused { try self.answer(act, answer, stamp, under: rules) }
    }
  }

  private func answer(
    _ refused: RefusedAct, _ answer: RefusedAct.Answer, _ stamp: Stamp, under rules: ActRules
  ) throws {
    try writing { db in
      let isAnswered = try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM refusal_answer WHERE refused = ?)",
        arguments: [refused.id])
      guard isAnswered != true else {
        throw Fault(
          "第 \(refused.id) 项已经处理过。", "Number \(refused.id) has been answered already.",
          exitCode: 2)
      }
      if answer == .kept {
        let obstacle = obstacle(to: refused)
        guard obstacle == nil, let content = try ActBody(text: refused.body).content() else {
          throw Fault(obstacle ?? Phrase("不能再登记。", "It cannot be entered again."))
        }
        _ = try enter(Act(content, stamp, overriding: true), under: rules)
      }
      try db.execute(
        sql: "INSERT INTO refusal_answer (refused, answer, who, at) VALUES (?, ?, ?, ?)",
        arguments: [refused.id, answer.rawValue, stamp.who, stamp.at])
    }
  }

  /// Who entered an act, from which office, on which day of the books; nil where it is not here.
  public func entered(_ name: ActName) throws -> (who: String, office: String, day: Day)? {
    try reading { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT who, day, coalesce(office, '') FROM shared JOIN act ON act.id = shared.act
            JOIN origin ON origin.id = shared.origin LEFT JOIN taken ON taken.act = shared.act
          WHERE origin.name = ? AND number = ?
          """, arguments: [name.origin, name.number]
      ).map { row in
        try (row.value(0), row.value(2), Day(number: row.value(1)) ?? Day(ordinal: 0))
      }
    }
  }

  /// The places that an act that was not taken is about, for a choice of those of one place.
  public func places(of refused: RefusedAct) -> [Division.Code] {
    ((try? ActBody(text: refused.body))?.places ?? []).map { code(Int($0)) }.sorted()
  }

  /// What an act that was not taken would have entered; nil where it cannot be entered again.
  public func content(of refused: RefusedAct) throws -> Act.Content? {
    try ActBody(text: refused.body).content()
  }
}
