import Foundation
import Intake
import LedgerStore
import Reform

/// Assessments as they would stand after an import.
extension GroupImport {
  /// Totals that a table states against weights and scores, and scores that are missing.
  ///
  /// Weights may stand in the ledger or in any of the files.
  func checkAssessments(_ readings: inout [GroupReading]) throws {
    let desk = try desk(after: readings)
    for index in readings.indices {
      for stated in readings[index].totals {
        let found = desk.assessment(of: stated.county, stated.year)
        if let finding = finding(stated, found) { readings[index].findings.append(finding) }
      }
      readings[index].findings += incomplete(readings[index], desk)
    }
  }

  /// The ledger with all facts of the files entered on top.
  private func desk(after readings: [GroupReading]) throws -> GroupAccounts {
    let book = try ledger.groupBook(asOf: today)
    let next = (book.entries.map(\.id).max() ?? 0) + 1
    let sent = readings.flatMap(\.facts).enumerated().map { offset, sent in
      GroupEntry(id: next + offset, act: 0, fact: sent.fact, who: "", day: today, at: "")
    }
    return GroupAccounts(charter, catalogue, GroupState(book.entries + sent), on: today)
  }

  private func finding(_ stated: GroupReading.StatedTotal, _ found: Assessment) -> Finding? {
    let name = (place(stated.county), stated.year)
    guard let total = found.total else {
      return Finding(
        "total-not-checked", .note,
        Phrase(
          "\(name.0.zh) \(name.1) 年的总分 \(stated.total) 没有核对：权重或得分不全。",
          "The total of \(name.0.en), \(name.1), \(stated.total), was not checked: weights or scores are "
            + "missing."), at: stated.source.finding)
    }
    let digits = max(0, -stated.total.exponent)
    let half = Decimal(sign: .plus, exponent: -digits, significand: 1) / 2
    guard abs(stated.total - total) > half else { return nil }
    return Finding(
      FigureCheck.statedDiffers.name, .error,
      Phrase(
        "\(name.0.zh) \(name.1) 年填的总分是 \(stated.total)，按权重和得分算得 \(total)；请核对。",
        "The total of \(name.0.en), \(name.1), is given as \(stated.total); weights and scores make "
          + "\(total)."), at: stated.source.finding)
  }

  /// Counties with some scores and not all that have a weight: their total cannot be computed.
  private func incomplete(_ reading: GroupReading, _ desk: GroupAccounts) -> [Finding] {
    var seen: Set<GroupFact.Slot> = []
    return reading.facts.compactMap { sent in
      guard case .score(let year, _, _) = sent.fact.content,
        seen.insert(.init(sent.fact.place, .score, year: year)).inserted
      else { return nil }
      let found = desk.assessment(of: sent.fact.place, year)
      guard !found.missing.isEmpty, found.missing.count < found.rows.count else { return nil }
      let (name, missing) = (place(sent.fact.place), found.missing.map(\.name))
      return Finding(
        "missing-score", .note,
        Phrase(
          "\(name.zh) \(year) 年缺得分：\(missing.map(\.zh).joined(separator: "、"))；暂时算不出总分。",
          "\(name.en), \(year), lacks scores: \(missing.map(\.en).joined(separator: ", ")); there is no "
            + "total yet."),
        at: .init(file: sent.source.file, sheet: sent.source.sheet, line: sent.source.row))
    }
  }

  private func place(_ code: Division.Code) -> Phrase {
    let division = divisions[code]
    return Phrase(division?.name ?? code, division?.english ?? code)
  }
}
