import Cells
import LedgerStore
import Reform
import Runtime
import TestSupport
import Testing

@testable import Dashboard

/// In a large ledger the cities are counted by themselves, after what can be shown at once.
@Suite struct LargeLedgerTests {
  /// The app as it begins on a ledger that counts as large from the first entry on.
  private func begun(_ walk: Walk, in scope: Division.Code? = nil) throws -> AppState {
    let state = walk.state
    let reader = Reader(walk.world.ledger, large: 0)
    let progress = try reader.progress(
      on: state.day, in: scope ?? state.scope, state.catalogue)
    return AppState(
      catalogue: state.catalogue, settings: state.settings, size: state.size, today: state.today,
      progress: progress)
  }

  private func answer(_ read: Read, _ walk: Walk, _ state: inout AppState) throws {
    let question = Question(read, ReadGround(state))
    let answer = try Reader(walk.world.ledger, large: 0).answer(question)
    _ = update(&state, .answered(read, answer))
  }

  private func walk() throws -> Walk {
    var setting = Walk.Setting()
    setting.ledger = .sample
    return try Walk(setting)
  }

  @Test func whatIsCountedInTwoStepsIsWhatIsCountedInOne() throws {
    let walk = try walk()
    var state = try begun(walk)
    #expect(state.league.rows.isEmpty)
    #expect(state.report == walk.state.report)
    #expect(view(state).canvas.text.contains("正在读取…"))
    let read = Read.cities(
      CityState.Request(
        day: state.day, ground: "140000", turn: 0))
    #expect(update(&state, .shown).contains(.read(read)))
    try answer(read, walk, &state)
    #expect(!state.league.rows.isEmpty && state.league == walk.state.league)
    #expect(!update(&state, .shown).contains(.read(read)))
  }

  @Test func aCityIsCountedAlike() throws {
    let walk = try walk()
    let state = try begun(walk, in: "140400")
    let whole = try Reader(walk.world.ledger).progress(
      on: state.day, in: "140400", state.catalogue)
    let anew = AppState(
      catalogue: state.catalogue, settings: state.settings, size: state.size, today: state.today,
      progress: whole)
    #expect(state.report == anew.report)
  }

  @Test func tasksByCityWaitForTheCities() throws {
    let walk = try walk()
    var state = try begun(walk)
    for key: Key in ["2", "g", "c"] { _ = update(&state, .event(.key(key))) }
    #expect(view(state).canvas.text.contains("正在读取…"))
    let read = Read.cities(
      CityState.Request(
        day: state.day, ground: "140000", turn: 0))
    #expect(update(&state, .shown).contains(.read(read)))
    try answer(read, walk, &state)
    #expect(view(state).canvas.text.contains("太原"))
    #expect(!view(state).canvas.text.contains("正在读取…"))
  }

  @Test func citiesThatWereReadBeforeAnEntryAreAskedForAgain() throws {
    let walk = try walk()
    var state = try begun(walk)
    let old = try Reader(walk.world.ledger).cities(on: state.day, state.catalogue)
    let read = Read.cities(
      CityState.Request(
        day: state.day, ground: "140000", turn: 0))
    #expect(update(&state, .shown).contains(.read(read)))
    var news = try Reader(walk.world.ledger, large: 0).progress(
      on: state.day, in: state.scope, state.catalogue)
    news.lastEntry += 1
    _ = update(&state, .written)
    _ = update(&state, .loaded(news))
    _ = update(&state, .answered(read, .cities(old)))
    #expect(state.league.rows.isEmpty)
    let again = Read.cities(
      CityState.Request(
        day: state.day, ground: "140000", turn: 1))
    #expect(update(&state, .shown).contains(.read(again)))
  }
}
