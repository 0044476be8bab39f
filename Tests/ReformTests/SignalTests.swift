import Reform
import Testing

@Suite struct SignalTests {
  private let rules = Field.tables.rules
  private let today = Field.day("2020-06-15")

  /// Light and tier of a status that is due so many days after today.
  private func light(_ status: Status, dueIn days: Int?) -> String {
    let light = rules.light(of: status, due: days.map { today.adding(days: $0) }, on: today)
    return "\(light.signal.rawValue)\(light.tier)"
  }

  @Test(arguments: [
    (-91, "red3"), (-90, "red2"), (-31, "red2"), (-30, "red1"), (-1, "red1"), (0, "yellow0"),
    (1, "yellow0"), (30, "yellow0"), (31, "yellow0"), (60, "yellow0"), (61, "green0"),
  ])
  func whatHasNotStartedTurnsYellowSixtyDaysBefore(days: Int, expected: String) {
    #expect(light(.notStarted, dueIn: days) == expected)
  }

  @Test(arguments: [
    (-91, "red3"), (-90, "red2"), (-31, "red2"), (-30, "red1"), (-1, "red1"), (0, "yellow0"),
    (1, "yellow0"), (30, "yellow0"), (31, "green0"), (60, "green0"), (61, "green0"),
  ])
  func whatIsUnderWayTurnsYellowThirtyDaysBefore(days: Int, expected: String) {
    #expect(light(.underway, dueIn: days) == expected)
  }

  @Test(arguments: [-400, -1, 0, 1, 400], [Status.done, .signedOff])
  func whatIsFinishedIsGreenWheneverItWasDue(days: Int, status: Status) {
    #expect(light(status, dueIn: days) == "green0")
    #expect(light(status, dueIn: nil) == "green0")
  }

  @Test(arguments: [-400, -1, 0, 400])
  func whatIsSuspendedIsGreyAndNeverLate(days: Int) {
    #expect(light(.suspended, dueIn: days) == "grey0")
  }

  @Test(arguments: [Status.notStarted, .underway])
  func withoutADateNothingIsLate(status: Status) { #expect(light(status, dueIn: nil) == "grey0") }

  @Test func theReasonNamesDaysAndDate() {
    let light = rules.light(of: .underway, due: today.adding(days: -31), on: today)
    #expect(light.reason.zh.contains("31 天"))
    #expect(light.reason.zh.contains("2020-05-15"))
    #expect(light.reason.en.contains("31"))
    #expect(!light.reason.zh.contains("{") && !light.reason.en.contains("{"))
    #expect(light.rule == 6)
  }

  @Test func withoutARuleTheLightIsGreyAndSaysSo() {
    let light = SignalRules([]).light(of: .underway, due: today, on: today)
    #expect(light.signal == .grey && light.rule == 0)
  }

  @Test func redderAndLaterIsGraver() {
    func light(_ status: Status, _ days: Int?) -> Light {
      rules.light(of: status, due: days.map { today.adding(days: $0) }, on: today)
    }
    #expect(light(.underway, -1).isWorse(than: light(.underway, 0)))
    #expect(light(.underway, -91).isWorse(than: light(.underway, -90)))
    #expect(!light(.underway, -40).isWorse(than: light(.notStarted, -41)))
    #expect(light(.done, -1).isWorse(than: light(.suspended, -1)))
  }
}
