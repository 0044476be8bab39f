import Reform
import Testing

/// Who has sent his form of tasks in a month.
@Suite struct TaskFormBoardTests {
  private let day = Field.day("2020-03-20")

  private func entry(
    _ place: Division.Code, made: String = "2020-03-02", takenBack: Bool = false
  ) -> SentFormEntry {
    SentFormEntry(
      act: 1, SentForm(place, made: Field.day(made), file: "a.xlsx", hash: "aa", count: 1),
      who: "王明", day: day, withdrawal: takenBack ? .init(who: "李红", day: day) : nil)
  }

  private func states(
    _ entries: [SentFormEntry], _ places: [Division.Code]
  ) -> [TaskFormBoard.State] {
    let board = TaskFormBoard(entries, on: day, of: places, in: Field.tables.divisions)
    return places.map { board.row(of: $0).state }
  }

  @Test func aFormCountsForThePlaceAndTheMonthThatItWasMadeFor() {
    let entries = [entry("140400"), entry("140100", made: "2020-02-27")]
    #expect(states(entries, ["140100", "140400"]) == [.missing, .sent])
  }

  @Test func aCitysFormCountsForItsCountiesAndTheirsInPartForTheCity() {
    #expect(states([entry("140400")], ["140403", "140802"]) == [.sent, .missing])
    let counties = [entry("140403"), entry("140404"), entry("140403")]
    #expect(states(counties, ["140400", "140403"]) == [.partly(2), .sent])
  }

  @Test func whatWasTakenBackIsSentAgainByALaterForm() {
    let back = entry("140400", takenBack: true)
    #expect(states([back], ["140400"]) == [.takenBack(.init(who: "李红", day: day))])
    #expect(states([back, entry("140400")], ["140400"]) == [.sent])
    #expect(states([entry("140400"), back], ["140400"]) == [.sent])
  }
}
