import Bundle
import Dispatch
import Intake
import LedgerStore
import Reform
import Runtime
import Synchronization
import TestSupport
import Testing

/// The same thing, entered by four people at once, each through a handle of his own, is entered once.
@Suite struct OnceTests {
  /// What became of it: how often it was entered, and what the others were told.
  private struct Four {
    var entered = 0
    var told: [String] = []
  }

  private static func four(
    on path: String, _ enter: @Sendable (Ledger) throws -> Int
  ) -> Four {
    let four = Mutex(Four())
    DispatchQueue.concurrentPerform(iterations: 4) { _ in
      do {
        let ledger = try Ledger(at: path)
        defer { ledger.close() }
        let count = try enter(ledger)
        four.withLock { $0.entered += count }
      } catch let fault as Fault {
        four.withLock { $0.told.append(fault.message.zh) }
      } catch { four.withLock { $0.told.append("\(error)") } }
    }
    return four.withLock { $0 }
  }

  private static let figures = [
    (
      name: "表.csv",
      bytes: [UInt8]("代码,地区,年份,医疗服务收入（元）,医疗收入（元）\n140403,潞州区,2023,12000,32500\n".utf8)
    )
  ]

  private static func importing(_ ledger: Ledger) -> FigureImport {
    FigureImport(book: Desk.book, catalogue: Desk.catalogue, ledger: ledger, today: Desk.today)
  }

  @Test func aFileOfFigures() throws {
    let desk = try Desk()
    let run = Self.four(on: desk.ledger.path) { ledger in
      let (work, seen) = (Self.importing(ledger), try ledger.lastAct())
      let files = try work.examine(Self.figures)
      return try work.post(files, of: Self.figures, seen: seen, Desk.stamp()).batches.count
    }
    #expect(run.entered == 1 && run.told.isEmpty, "\(run)")
    #expect(try desk.ledger.batches(asOf: Desk.today).count == 1)
  }

  @Test func aFileOfFiguresThatNobodyLooksAtAgain() throws {
    let desk = try Desk()
    let run = Self.four(on: desk.ledger.path) { ledger in
      let (work, seen) = (Self.importing(ledger), try ledger.lastAct())
      return try work.post(try work.examine(Self.figures), seen: seen, Desk.stamp()).count
    }
    #expect(run.entered == 1, "\(run)")
    #expect(run.told.allSatisfy { $0.contains("批次 1 导入") }, "\(run)")
    #expect(try desk.ledger.batches(asOf: Desk.today).count == 1)
  }

  @Test func twoFilesThatGiveTheSameFigureAreNotInEachOthersWay() throws {
    let desk = try Desk()
    let work = Self.importing(desk.ledger)
    let other = (name: "另一张.csv", bytes: Self.figures[0].bytes + [UInt8]("\n".utf8))
    let files = try work.examine(Self.figures + [other])
    #expect(files.map(\.findings).joined().contains { $0.check == "entered-twice" })
    let seen = try desk.ledger.lastAct()
    #expect(try work.post(files, seen: seen, Desk.stamp()).map(\.id) == [1, 2])
    // Somebody who has seen neither of them posts nothing.
    var late = files[0]
    late.hash = "late"
    #expect(throws: Between.figuresMoved) {
      try work.post([late], seen: seen, Desk.stamp())
    }
  }

  @Test func aFileOfGroups() throws {
    let desk = try GroupDesk()
    let text = "县,年度,预算（元）\n盐湖区,2023,1140000\n临猗县,2023,1140000\n"
    let sent = [(name: "表.csv", bytes: [UInt8](text.utf8))]
    let run = Self.four(on: desk.ledger.path) { ledger in
      let work = GroupImport(
        .settlements, charter: GroupDesk.charter, catalogue: GroupDesk.catalogue, ledger: ledger,
        today: Desk.today)
      let seen = try ledger.lastAct()
      return try work.enter(work.examine(sent), of: sent, seen: seen, Desk.stamp()) == nil ? 0 : 1
    }
    #expect(run.entered == 1 && run.told.isEmpty, "\(run)")
    #expect(try desk.ledger.groupBook(asOf: Desk.today).entries.count == 2)
  }

  @Test func aDocument() throws {
    let desk = try Desk()
    let catalogue = try desk.ledger.catalogue(over: SmallCatalogue.make())
    var review = Review(
      file: "x",
      document: Document(
        id: "d", number: "测〔2020〕9号", title: Phrase("题", "t"), short: Phrase("题", "t"), issuer: "办",
        issued: Desk.today, region: "140000"))
    review.drafts = [
      TaskDraft(
        ClauseDraft(kind: .numbered, path: "1", title: "题", text: "文"),
        ReformTask(
          id: "d/1", document: "d", clause: "1", title: Phrase("题", "t"), theme: "leadership"))
    ]
    review.drafts[0].decision = .accepted
    let kept = try desk.ledger.keep(review, Desk.stamp(), in: catalogue)
    let filing = Filing(kept)
    let run = Self.four(on: desk.ledger.path) { ledger in
      let rules = ActRules(try ledger.catalogue(over: SmallCatalogue.make()))
      return try ledger.enter(Act(.filing(filing), Desk.stamp()), under: rules).entered().filed
    }
    #expect(run.entered == 1 && run.told.count == 3, "\(run)")
    #expect(run.told.allSatisfy { $0.contains("已由别人入账") }, "\(run)")
    #expect(try desk.ledger.findings().isEmpty)
  }
}
