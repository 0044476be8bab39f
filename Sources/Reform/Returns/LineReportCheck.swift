/// A check on a returned workbook of tasks, by the name that its findings bear.
public enum LineReportCheck: String, Sendable, CaseIterable {
  // On the file.
  case unreadable
  case notAForm = "not-a-form"
  case otherForm = "other-form"
  case newerProgram = "newer-program"
  case otherLedger = "other-ledger"
  case otherPlace = "other-place"
  case oldForm = "old-form"
  case noKey = "no-key"
  case noSender = "no-sender"
  case nothingFilled = "nothing-filled"
  // On a row.
  case changedRow = "changed-row"
  case changedGrey = "changed-grey"
  case besideForm = "beside-form"
  case mergedCells = "merged-cells"
  case unknownTask = "unknown-task"
  case unknownPlace = "unknown-place"
  case noSuchLine = "no-such-line"
  case leftOut = "left-out"
  case enteredTwice = "entered-twice"
  case noValue = "no-value"
  case unknownStatus = "unknown-status"
  case statusBack = "status-back"
  case moved
  case notADay = "not-a-day"
  case dayAhead = "day-ahead"
  case dayBeforeDocument = "day-before-document"
  case noEvidence = "no-evidence"
  // On a row that is entered for its own day.
  case noDay = "no-day"
  case otherDay = "other-day"
  case refused

  /// Errors bar all; warnings ask, line by line; notes only tell.
  public var severity: Finding.Severity {
    switch self {
    case .noKey, .noSender, .nothingFilled, .otherDay: .note
    case .oldForm, .statusBack, .moved, .noDay: .warning
    default: .error
    }
  }

  /// `severity` where it is not the usual one.
  public func finding(
    _ zh: String, _ en: String, at place: SourcePlace, severity: Finding.Severity? = nil
  ) -> Finding {
    Finding(rawValue, severity ?? self.severity, Phrase(zh, en), at: place.finding)
  }
}

/// What a line that was sent is held against.
public struct LineReportRules {
  private let catalogue: Catalogue
  private let today: Day

  public init(_ catalogue: Catalogue, today: Day) {
    (self.catalogue, self.today) = (catalogue, today)
  }

  /// What is wrong with it, or must be asked, as the line stands now.
  public func findings(
    in report: LineReport, _ standing: Standing, _ record: LineRecord
  ) -> [Finding] {
    [day(report), evidence(report, standing, record)].compactMap(\.self)
      + status(report, standing)
  }

  private func day(_ report: LineReport) -> Finding? {
    guard let day = report.day else { return nil }
    if day > today {
      return LineReportCheck.dayAhead.finding(
        "\(day) 还没到（今天 \(today)）；请填到今天为止的日期，或留空。",
        "\(day) is still to come (today is \(today)); write a day up to today, or nothing.",
        at: report.cell(.day))
    }
    let task = catalogue.task(report.line.task)
    let document = task.flatMap { catalogue.document($0.document) }
    guard let document, let issued = task.flatMap(catalogue.issued), day < issued else {
      return nil
    }
    return LineReportCheck.dayBeforeDocument.finding(
      "\(day) 早于文件印发日（\(document.number)，\(issued)）；请改日期，或留空。",
      "\(day) lies before \(document.number) was issued (\(issued)); mend the day, or leave it "
        + "empty.", at: report.cell(.day))
  }

  private func evidence(
    _ report: LineReport, _ standing: Standing, _ record: LineRecord
  ) -> Finding? {
    guard report.status == .signedOff, standing.status != .signedOff,
      report.evidence.map(EvidenceWords.areNone) ?? true, !record.hasEvidence
    else { return nil }
    return LineReportCheck.noEvidence.finding(
      "销号要有佐证：请在“佐证”一格填文号、文件名或网址，或把状态改为“已办结”。",
      "What is signed off needs evidence: write a number, a file name or an address under Evidence, or "
        + "make the status Done.", at: report.cell(.status))
  }

  /// One question of a line at most: what moved meanwhile says where it stands now.
  private func status(_ report: LineReport, _ standing: Standing) -> [Finding] {
    guard let status = report.status, status != standing.status else { return [] }
    let (now, sent) = (FieldWords.status(standing.status), FieldWords.status(status))
    if let seen = report.seen, seen != standing.status {
      let before = FieldWords.status(seen)
      let (who, day) = (standing.who ?? "", standing.day?.description ?? "")
      return [
        LineReportCheck.moved.finding(
          "发表时是“\(before.zh)”，台账现在是“\(now.zh)”（\(who) \(day)），报来的是“\(sent.zh)”；请确认以哪个为准。",
          "The form went out with “\(before.en)”, the ledger has “\(now.en)” by now (\(who), \(day)), and "
            + "“\(sent.en)” was sent: which is it?", at: report.cell(.status))
      ]
    }
    guard status.isBack(from: standing.status) else { return [] }
    return [
      LineReportCheck.statusBack.finding(
        "状态倒退：台账是“\(now.zh)”，报来的是“\(sent.zh)”；请确认。",
        "The status goes back: the ledger has “\(now.en)”, “\(sent.en)” was sent. Is it so?",
        at: report.cell(.status))
    ]
  }
}

extension Status {
  /// How far it is on the way to being signed off; what is suspended has been begun.
  private var distance: Int {
    switch self {
    case .notStarted: 0
    case .underway, .suspended: 1
    case .done: 2
    case .signedOff: 3
    }
  }

  /// Whether a line that stood at another status has lost something of it.
  public func isBack(from before: Status) -> Bool { distance < before.distance }
}
