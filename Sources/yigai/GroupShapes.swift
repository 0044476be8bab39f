import Foundation
import Reform

/// A group as `yigai groups --json` gives it; the shape is part of the product.
struct GroupJSON {
  let desk: GroupAccounts
  let isSample: Bool

  private var divisions: Divisions { desk.catalogue.divisions }

  /// A group with all that is entered of it.
  func whole(_ group: MedicalGroup, _ limits: [GroupLimit]) -> JSONValue {
    let line = Table.groups([group], desk, .zh, isSample: isSample)
    guard case .object(var fields) = line.json(of: 0) else { return .null }
    fields["members"] = .list(group.members) { member in
      .object([
        "name": .text(member.name), "tier": .text(member.tier.rawValue), "from": .day(member.from),
        "to": .day(member.to), "belongs": .truth(member.belongs(on: desk.day)),
      ])
    }
    fields["lists"] = .list(desk.sets(of: group.county)) { set in
      list(desk.book.checklist(set, in: group.county, divisions))
    }
    fields["limits"] = .list(limits, limit)
    let years = Set(desk.book.entries(of: group.county).compactMap(\.fact.slot.year)).sorted()
    fields["assessments"] = .list(years) { year in
      assessment(desk.assessment(of: group.county, year))
    }
    fields["moves"] = .list(desk.moves(of: group.county), move)
    return .object(fields)
  }

  private func list(_ list: Checklist) -> JSONValue {
    .object([
      "set": .text(list.set.id), "name": .phrase(list.set.name),
      "sources": .list(list.set.sources) { .clause($0) }, "subject": .phrase(list.set.subject),
      "printed": .truth(!list.set.isOpen), "remark": list.set.remark.map { .phrase($0) } ?? .null,
      "done": .whole(list.done(by: desk.day)), "of": .whole(list.expected),
      "complete": .truth(list.isComplete(by: desk.day)),
      "items": .list(list.items) { item in
        .object([
          "number": .whole(item.number), "title": .phrase(item.title),
          "printed": .truth(item.isPrinted), "done": .day(item.evidence?.done),
          "evidence": .text(item.evidence?.text), "by": .text(item.evidence?.who),
        ])
      },
    ])
  }

  private func limit(_ limit: GroupLimit) -> JSONValue {
    .object([
      "indicator": .text(limit.indicator.id), "name": .phrase(limit.indicator.name),
      "op": .text(limit.target.op.rawValue), "limit": .number(limit.target.value),
      "unit": .text(limit.indicator.unit.rawValue),
      "source": limit.source.map { .clause($0) } ?? .null, "year": .whole(limit.year),
      "value": .number(limit.value?.rounded(10)), "kept": .truth(limit.isKept),
      "bindsInstitutions": .truth(limit.bindsInstitutions),
      "institutions": .list(limit.institutions) { one in
        .object([
          "member": .text(one.member), "tier": .text(one.tier.rawValue), "year": .whole(one.year),
          "value": .number(one.value?.rounded(10)),
          "kept": .truth(one.isKept),
        ])
      },
    ])
  }

  private func assessment(_ assessment: Assessment) -> JSONValue {
    .object([
      "year": .whole(assessment.year), "rules": .text(assessment.rules?.id),
      "source": assessment.rules.map { .clause($0.source) } ?? .null,
      "reason": .phrase(assessment.reason),
      "weightsOf": .text(assessment.weightsOf), "total": .number(assessment.total),
      "verdict": .text(assessment.verdict),
      "links": .list(assessment.rules?.links ?? []) { .phrase($0) },
      "measures": .list(assessment.rows) { row in
        .object([
          "measure": .text(row.measure.id), "name": .phrase(row.measure.name),
          "emphasis": .text(row.measure.emphasis.rawValue), "weight": .number(row.weight),
          "score": .number(row.score), "points": .number(row.points),
        ])
      },
      "rejected": .list(assessment.rejected) { rejected in
        .object([
          "rules": .text(rejected.rules.id), "source": .clause(rejected.rules.source),
          "reason": .phrase(rejected.reason),
        ])
      }, "beside": .list(assessment.beside) { self.assessment($0) },
    ])
  }

  private func move(_ move: MemberMove) -> JSONValue {
    .object([
      "member": .text(move.member), "from": .text(move.from), "to": .text(move.to),
      "left": .day(move.left), "joined": .day(move.joined),
    ])
  }
}

/// A settlement as `yigai settle --json` gives it, amounts in fen; the shape is part of the product.
struct SettlementJSON {
  let settlement: Settlement
  let desk: GroupAccounts
  let isSample: Bool

  var value: JSONValue {
    let account = settlement.account
    return .object([
      "county": .text(account.county),
      "place": .text(desk.catalogue.divisions[account.county]?.name),
      "group": .text(desk.book.group(of: account.county).name), "year": .whole(account.year),
      "day": .day(desk.day), "unit": .text("fen"), "budget": .fen(account.budget),
      "advances": .object(
        Dictionary(
          uniqueKeysWithValues: account.advances.map { ("\($0.key)", .fen($0.value)) })),
      "advanced": .fen(account.advancedEntered), "spending": .fen(account.spending),
      "balance": .fen(settlement.balance), "outcome": .text(settlement.outcome.rawValue),
      "qualified": .truth(settlement.qualification.isComplete),
      "sixUnifiedDone": .whole(settlement.qualification.done),
      "sixUnifiedOf": .whole(settlement.qualification.checklist.expected),
      "gate": settlement.qualification.gate.map { .clause($0.source) } ?? .null,
      "payout": settlement.payout.map { payout in
        .object([
          "factor": .number(payout.factor), "granted": .fen(payout.granted),
          "withheld": .fen(payout.withheld),
        ])
      } ?? .null,
      "binding": .truth(settlement.isBinding), "agreed": .truth(settlement.isAgreed),
      "rule": rule, "rejected": .list(settlement.governing.rejected, rejected),
      "rounding": .phrase(Apportionment.rule),
      "parts": .list(settlement.parts) { part in
        .object([
          "part": .text(part.share.id), "name": .phrase(part.share.name),
          "ratio": .text(part.ratio), "fen": .fen(part.fen),
        ])
      },
      "due": .fen(settlement.due),
      "steps": .list(settlement.steps) { step in
        .object([
          "words": .phrase(step.words), "formula": .text(step.formula), "fen": .fen(step.fen),
        ])
      },
      "remarks": .list(settlement.remarks) { .phrase($0) }, "signed": signed,
      "madeUp": .truth(account.isMadeUp), "sample": .truth(isSample),
    ])
  }

  private var rule: JSONValue {
    guard let rule = settlement.governing.rule else { return .null }
    return .object([
      "id": .text(rule.id), "source": .clause(rule.source),
      "number": .text(desk.catalogue.document(rule.source.document)?.number),
      "words": .phrase(settlement.governing.reason),
    ])
  }

  private func rejected(_ rejected: GoverningRule.Rejected) -> JSONValue {
    .object([
      "id": .text(rejected.rule.id), "source": .clause(rejected.rule.source),
      "reason": .phrase(rejected.reason),
    ])
  }

  private var signed: JSONValue {
    guard let signed = settlement.signed else { return .null }
    return .object([
      "balance": .fen(signed.balance), "rule": .text(signed.rule),
      "parts": .object(signed.parts.mapValues { .fen($0) }), "note": .text(signed.note),
      "agrees": .truth(signed.agrees(with: settlement)),
    ])
  }
}
