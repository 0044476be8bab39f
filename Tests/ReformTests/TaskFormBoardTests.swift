import Reform
import Testing

/// Who has sent his form of tasks in a month.
@Suite struct TaskFormBoardTests {
  private let day = Field.day("2020-03-20")

  private func entry(
    _ place: Division.Code, made: String = "2020-03-02", takenBack: Bool = false, act: Int = 1
  ) -> SentFormEntry {
    SentFormEntry(
      act: act, SentForm(place, made: Field.day(made), file: "a.xlsx", hash: "aa", count: 1),
      who: "王明", day: day, withdrawal: takenBack ? .init(who: "李红", day: day) : nil)
  }

  private func states(
    _ entries: [SentFormEntry], _ returns: [CollectionEntry] = [], _ places: [Division.Code],
    of task: ReformTask = Field.task(level: .eachCounty)
  ) -> [TaskFormBoard.State] {
    let catalogue = Field.tables.holding(documents: [], clauses: [:], tasks: [task])
    let board = TaskFormBoard(entries, returns: returns, on: day, of: places, in: catalogue)
    return places.map { board.row(of: $0).state }
  }

  @Test func aFormCountsForThePlaceAndTheMonthThatItWasMadeFor() {
    let entries = [entry("140400"), entry("140100", made: "2020-02-27")]
    #expect(states(entries, [], ["140100", "140400"]) == [.missing, .sent])
  }

  @Test func aCitysFormCountsForItsCountiesAndTheirsInPartForTheCity() {
    #expect(states([entry("140400")], [], ["140403", "140802"]) == [.sent, .missing])
    let counties = [entry("140403"), entry("140404"), entry("140403")]
    #expect(states(counties, [], ["140400", "140403"]) == [.partly(2), .sent])
  }

  @Test func aPlaceWithoutATaskHasNoForm() {
    let named = Field.task(level: .named, places: ["140400"])
    let places = ["140100", "140400", "140403"]
    #expect(states([], [], places, of: named) == [.notAsked, .missing, .notAsked])
    // A form that came is told all the same.
    #expect(states([entry("140100")], [], ["140100"], of: named) == [.sent])
    let own = Field.task(level: .province)
    #expect(states([], [], places, of: own) == [.notAsked, .notAsked, .notAsked])
  }

  @Test func whatWasTakenBackIsSentAgainByALaterForm() {
    let back = entry("140400", takenBack: true)
    #expect(states([back], [], ["140400"]) == [.takenBack(.init(who: "李红", day: day))])
    #expect(states([back, entry("140400")], [], ["140400"]) == [.sent])
    #expect(states([entry("140400"), back], [], ["140400"]) == [.sent])
  }

  private func back(
    _ place: Division.Code, act: Int, month: Int? = 3, kind: CollectionEntry.Kind = .sentBack
  ) -> CollectionEntry {
    CollectionEntry(
      id: act, kind: kind, place: place, year: 2020, month: month, reason: "缺行", who: "李红",
      day: day, at: "")
  }

  private static let why = TaskFormBoard.State.sentBack(
    .init(reason: "缺行", who: "李红", day: Field.day("2020-03-20")))

  @Test func aFormIsSentBackUntilAnotherComes() {
    #expect(states([entry("140400")], [back("140400", act: 2)], ["140400"]) == [Self.why])
    let again = [entry("140400"), entry("140400", act: 3)]
    #expect(states(again, [back("140400", act: 2)], ["140400"]) == [.sent])
    #expect(
      states(again, [back("140400", act: 2), back("140400", act: 4)], ["140400"]) == [Self.why])
    // Where none came, none is sent back; a form that was taken back is taken back.
    #expect(states([], [back("140400", act: 2)], ["140400"]) == [.missing])
    #expect(
      states([entry("140400", takenBack: true)], [back("140400", act: 2)], ["140400"])
        == [.takenBack(.init(who: "李红", day: day))])
  }

  @Test func figuresAndOtherMonthsThatAreSentBackAreNoForms() {
    let others = [
      back("140400", act: 2, month: nil), back("140400", act: 3, month: 2),
      back("140400", act: 4, month: nil, kind: .locked),
    ]
    #expect(states([entry("140400")], others, ["140400"]) == [.sent])
  }

  @Test func ofACityItStandsForItsCountiesAndOfACountyInPartForItsCity() {
    let all: [Division.Code] = ["140400", "140403", "140404"]
    // The city's form was good for all; that of one county is sent back.
    #expect(
      states([entry("140400")], [back("140403", act: 2)], all) == [.partsBack(1), Self.why, .sent])
    #expect(
      states([entry("140400"), entry("140403", act: 3)], [back("140403", act: 2)], all)
        == [.sent, .sent, .sent])
    // Sent back as a whole; one county has sent anew.
    #expect(
      states([entry("140400")], [back("140400", act: 2)], all) == [Self.why, Self.why, Self.why])
    #expect(
      states([entry("140400"), entry("140403", act: 3)], [back("140400", act: 2)], all)
        == [.partly(1), .sent, Self.why])
    // Forms of counties, the city never sent one.
    let counties = [entry("140403"), entry("140404", act: 2)]
    #expect(states(counties, [back("140400", act: 3)], all) == [Self.why, Self.why, Self.why])
    #expect(
      states(counties, [back("140404", act: 3)], all) == [.partsBack(1), .sent, Self.why])
  }
}
