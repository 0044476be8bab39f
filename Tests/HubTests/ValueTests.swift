import Testing

@testable import HubStore

/// Values on their way to and from PostgreSQL.
@Suite struct ValueTests {
  @Test(arguments: [
    (0, "2000-01-01T00:00:00.000000Z"), (-1, "1999-12-31T23:59:59.999999Z"),
    (825_667_296_789_012, "2026-03-01T08:01:36.789012Z"),
    (762_480_000_000_000, "2024-02-29T00:00:00.000000Z"),
  ])
  func timesAreWrittenInFull(microseconds: Int, text: String) {
    #expect(Moment(microseconds: microseconds).text == text)
  }

  @Test func arraysAreWrittenAsTheServerReadsThem() {
    #expect(Value.numbers([]).bytes == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 20])
    #expect(
      Value.texts(["a"]).bytes == [
        0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 25, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 97,
      ])
    #expect(Value.none.bytes == nil && Value.text("").bytes == [])
  }
}
