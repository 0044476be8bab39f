import CFaultVFS
import Foundation
import GRDB
import Reform
import TestSupport
import Testing

@testable import LedgerStore

/// Every writing, syncing, cutting, removing and opening of a file fails once while acts of all kinds
/// are entered: what was acknowledged is there, nothing is half there or twice, and no sentence lies.
///
/// `POINTS` says how many points of failure are tried; by default few, spread over all.
@Suite(.serialized) struct DiskFaultTests {
  private let template: OpenLedger
  private let catalogue: Catalogue
  private let day = SmallCatalogue.day
  private let meeting = "hy-2020-03-02-1"

  init() throws {
    #expect(fault_register() == 0)
    template = try OpenLedger(.figures)
    catalogue = template.catalogue
    let rules = ActRules(catalogue)
    let item = AgendaItem(.task(OpenLedger.changzhi.task, in: "140400"), [.red])
    let card = MeetingCard(title: "例会", day: day, scope: "140000")
    for step in [MeetingStep.card(card), .add([item]), .open] {
      let act = Act(.meeting(meeting, step), OpenLedger.stamp(), overriding: true)
      _ = try template.ledger.enter(act, under: rules).entered()
    }
    template.ledger.close()
  }

  private enum Mode: Int32, CaseIterable {
    case once = 1
    case full, power, torn
  }

  private enum Kind: CaseIterable { case mark, figures, filing, decision, hand, undo }

  /// What came of a run: which steps were acknowledged, and which were refused with what words.
  private struct Run {
    var acknowledged: Set<String> = []
    var refused: [String: String] = [:]
  }

  private func content(_ kind: Kind, _ step: Int) -> Act.Content {
    switch kind {
    case .mark:
      return .lines([
        Change(Line("demo-1/1", in: "140100"), status: .underway, note: "第\(step)步"),
        Change(Line("demo-1/1", in: "140400"), status: .done, note: "第\(step)步"),
      ])
    case .figures:
      let figures = catalogue.divisions.parts(of: "140000").map {
        Figure(
          "medical-service-share", in: $0.id, .year(2019), numerator: Amount(step),
          denominator: 100)
      }
      return .figures(NewBatch(.file, file: "a.csv", hash: "\(step)", figures: figures))
    case .filing:
      let document = Document(
        id: "c-2020-\(step)", number: "测〔2020〕\(step)号", title: Phrase("测试方案", "Test"),
        short: Phrase("测试", "Test"), issuer: "测试办", issued: day, region: "140000")
      var review = Review(file: "测试.txt", document: document, isKnown: false)
      review.drafts = (1...8).map { number in
        let task = ReformTask(
          id: "\(document.id)/\(number)", document: document.id, clause: "\(number)",
          title: Phrase("任务", "task"), theme: "leadership")
        let words = String(repeating: "原文", count: 400)
        var draft = TaskDraft(
          ClauseDraft(kind: .numbered, path: "\(number)", title: "任务", text: words), task)
        draft.decision = .accepted
        return draft
      }
      var filing = Filing(review)
      filing.review = nil
      return .filing(filing)
    case .decision:
      let (line, due) = (OpenLedger.changzhi, day.adding(days: 30 + step))
      let decision = Decision(
        .extend, in: meeting, on: .task(line.task, in: "140400"), lines: [line], text: "等文件",
        due: due, askedBy: "长治", askedOn: day)
      return .decision(decision, [Change(line, note: "等文件", until: .some(due))])
    case .hand:
      let task = ReformTask(
        id: "", document: "", clause: "", title: Phrase("手工第\(step)项", "own \(step)"),
        theme: "leadership", level: .eachCity)
      return .hand([.make(HandTask(task, since: day, reason: "会商"))])
    case .undo: return .undo(.last(.tasks))
    }
  }

  private func fresh() throws -> String {
    let path = template.scratch.file("run.sqlite")
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
    try FileManager.default.copyItem(atPath: template.path, toPath: path)
    return path
  }

  /// Enters steps one after another through the disk that fails; each bears its number as its time.
  private func run(_ kinds: [Kind], on path: String) -> Run {
    var run = Run()
    let ledger: Ledger
    do {
      ledger = try Ledger(existing: path, access: .readWrite, disk: String(cString: fault_name))
    } catch { return run }
    defer { ledger.close() }
    for (step, kind) in kinds.enumerated() {
      let stamp = Stamp(who: "王明", day: day, at: "step \(step)")
      do {
        let act = Act(content(kind, step), stamp, overriding: true)
        _ = try ledger.enter(act, under: ActRules(catalogue)).entered()
        run.acknowledged.insert(stamp.at)
      } catch { run.refused[stamp.at] = (error as? Fault)?.message.zh ?? "\(error)" }
    }
    return run
  }

  /// How many acts of each step a ledger holds, and what its check finds, by the system's own disk.
  private func held(_ path: String) throws -> (steps: [String: Int], findings: [Finding]) {
    // After the power has failed there is no memory that programs share.
    unlink(path + "-shm")
    let ledger = try Ledger(existing: path, access: .readWrite)
    defer { ledger.close() }
    let steps = try ledger.reading { db in
      try Row.fetchAll(
        db, sql: "SELECT at, count(*) FROM act WHERE at LIKE 'step %' GROUP BY at"
      ).map { (try $0.value(0) as String, try $0.value(1) as Int) }
    }
    return (Dictionary(uniqueKeysWithValues: steps), try ledger.findings())
  }

  @Test func everyPointOfFailureLosesNothing() throws {
    let asked = ProcessInfo.processInfo.environment["POINTS"].flatMap { Int($0) }
    let wanted = asked ?? 240
    var dice = Dice(seed: 20_200_302)
    var (points, struck, acknowledged, unsure) = (0, 0, 0, 0)
    while points < wanted {
      // Many short stories rather than few long ones, where there are many.
      let length = asked == nil ? 6 : 2
      let drawn = points == 0 ? Kind.allCases : (0..<length).map { _ in dice.pick(Kind.allCases) }
      // What is taken back has to be there: two undos in a row need two marks.
      let kinds = drawn.flatMap { $0 == .undo ? [.mark, .undo] : [$0] }
      fault_arm(0, 0)
      let sound = run([.mark] + kinds, on: try fresh())
      #expect(sound.refused.isEmpty, "\(sound.refused)")
      let operations = fault_count()
      let stride = asked == nil ? max(1, Int(operations) * 4 / wanted) : 1
      for mode in Mode.allCases {
        for point in Swift.stride(from: 1, through: Int(operations), by: stride) {
          guard points < wanted else { break }
          points += 1
          let path = try fresh()
          fault_arm(mode.rawValue, point)
          let run = run([.mark] + kinds, on: path)
          struck += Int(fault_struck())
          fault_arm(0, 0)
          let (steps, findings) = try held(path)
          acknowledged += run.acknowledged.count
          let lost = run.acknowledged.filter { steps[$0] != 1 }
          #expect(lost.isEmpty, "\(mode) \(point) \(kinds): lost \(lost)")
          #expect(findings.isEmpty, "\(mode) \(point): \(findings.map(\.message.en))")
          for (step, words) in run.refused where steps[step] != nil {
            unsure += 1
            #expect(steps[step] == 1)
            #expect(!words.contains("没有登记"), "\(mode) \(point) \(step): \(words)")
          }
        }
      }
    }
    print(
      "points \(points), struck \(struck), acknowledged \(acknowledged), refused and there all the same \(unsure)"
    )
    #expect(struck > points / 2)
  }
}
