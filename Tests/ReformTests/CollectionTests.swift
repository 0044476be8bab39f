import Foundation
import Reform
import Testing

@Suite struct CollectionTests {
  private let places = ["990100", "990200"]
  private let sent = Day(ordinal: 19_400)

  private func batch(_ id: Int, on day: Day) -> Batch {
    Batch(id: id, kind: .file, who: "王明", day: day, at: "")
  }

  private func entry(_ kind: CollectionEntry.Kind, _ place: String, _ day: Day) -> CollectionEntry {
    CollectionEntry(
      id: 1, kind: kind, place: place, year: 2022, reason: "分母漏报", who: "李红", day: day, at: "")
  }

  private func board(
    _ figures: [Figure], _ batches: [Batch], _ entries: CollectionEntry...
  ) -> CollectionBoard {
    CollectionBoard(
      FigureTable(figures, Small.book, Small.divisions), year: 2022, places: places,
      asked: [Small.share], batches: batches, collecting: entries)
  }

  private var whole: [Figure] {
    Small.whole.map { figure in
      var figure = figure
      figure.batch = 1
      return figure
    }
  }

  @Test func whoHasSentAndWhoHasNotIsKnown() {
    let some = whole.filter { $0.place == "990101" }
    let board = board(some, [batch(1, on: sent)])
    #expect(board.rows.map(\.state) == [.sent(isComplete: false), .missing])
    #expect(board.rows.map(\.absent) == [["share"], ["share"]])
    #expect(board.due == Day("2023-02-28"))
    let full = self.board(whole, [batch(1, on: sent)])
    #expect(full.rows.allSatisfy { $0.state == .sent(isComplete: true) && $0.absent.isEmpty })
  }

  /// Where no document prints a day, what is monitored is counted, and whatever came has been sent.
  @Test func whatNoDocumentAsksForIsCountedAllTheSame() {
    func told(_ indicator: Indicator, isMonitored: Bool) -> Indicator {
      var indicator = indicator
      (indicator.due, indicator.isMonitored) = (nil, isMonitored)
      return indicator
    }
    let book = IndicatorCatalogue([
      told(Small.share, isMonitored: true), told(Small.amount, isMonitored: false),
    ])
    let asked = CollectionBoard.asked(book, .city)
    #expect(asked.map(\.id) == ["share"])
    #expect(CollectionBoard.asked(Small.book, .city).map(\.id) == ["share", "amount", "falling"])
    func board(_ figures: [Figure]) -> CollectionBoard {
      CollectionBoard(
        FigureTable(figures, book, Small.divisions), year: 2022, places: places, asked: asked,
        batches: [batch(1, on: sent)], collecting: [])
    }
    let full = board(whole)
    #expect(!full.isDocumented && full.due == nil && full.byDepartment.isEmpty)
    #expect(full.rows.allSatisfy { $0.state == .sent(isComplete: true) && $0.present == ["share"] })
    let other = board([Small.figure("990100", 2022, 5, of: "amount", batch: 1)])
    #expect(other.rows.map(\.state) == [.sent(isComplete: false), .missing])
  }

  @Test func whatWasSentBackIsSentAgainByALaterBatch() {
    let back = entry(.sentBack, "990100", sent.adding(days: 2))
    let first = board(whole, [batch(1, on: sent)], back)
    #expect(first.rows[0].state == .sentBack(reason: "分母漏报", who: "李红", day: back.day))
    #expect(first.rows[1].state == .sent(isComplete: true))
    let again = board(whole, [batch(1, on: sent.adding(days: 5))], back)
    #expect(again.rows[0].state == .sent(isComplete: true))
  }

  @Test func aLockHoldsButForItsExceptions() {
    let lock = entry(.locked, "990000", sent)
    let open = entry(.unlocked, "990100", sent)
    #expect(board(whole, [], lock).rows.map(\.isLocked) == [true, true])
    #expect(board(whole, [], lock, open).rows.map(\.isLocked) == [false, true])
    #expect(!YearLock([lock, open], year: 2022).holds(in: "990101"))
    #expect(!YearLock([lock, entry(.unlocked, "990000", sent)], year: 2022).isSet)
    #expect(!YearLock([lock], year: 2021).isSet)
  }
}
