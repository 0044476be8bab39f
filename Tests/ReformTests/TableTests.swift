import Foundation
import Testing

@testable import Reform

@Suite struct TableTests {
  private func encoded(_ value: JSONValue) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  @Test func oneDescriptionGivesEveryForm() throws {
    let columns: [Table.Column<Int>] = [
      .init("number", Phrase("数", "Number"), unit: Phrase("个", "pieces")) { .count($0) },
      .init("half", Phrase("一半", "Half"), .reading) { .number(Decimal($0) / 2, shown: "½") },
      .init("code", Phrase("代码", "Code"), .filing) { .text("c\($0)") },
      .init("odd") { $0.isMultiple(of: 2) ? .absent : .truth(true) },
      .init("none") { _ in .null },
    ]
    let table = Table(columns, [1, 2], .en)
    #expect(table.read == [["Number pieces", "Half"], ["1", "½"], ["2", "½"]])
    #expect(table.filed == [["Number pieces", "Code"], ["1", "c1"], ["2", "c2"]])
    #expect(
      try encoded(table.json)
        == #"[{"none":null,"number":1,"odd":true},{"none":null,"number":2}]"#)
    #expect(Table(columns, [1], .zh).read[0] == ["数 个", "一半"])
  }

  @Test func linesEndWhereTheyEnd() {
    let table = Table(
      lines: [[.text("a"), .text("b"), .text("c")], [.text("d"), .text(nil)]], .zh)
    #expect(table.read == [["a", "b", "c"], ["d", ""]] && table.filed == table.read)
  }

  @Test func valuesHaveTheirOwnWordsForPeopleAndKeysForPrograms() throws {
    let fen = Table.Cell.fen(Fen(123_450))
    #expect(fen.value.exact == "1234.50" && fen.said == "1,234.50")
    #expect(try encoded(fen.json) == "123450")
    let missing = Table.Cell.fen(nil)
    #expect(missing.value.exact.isEmpty && missing.said == "—" && missing.json == .null)
    let word = Table.Cell.word(Status.done, FieldWords.status(.done), .zh)
    #expect(word.said == "已办结" && word.json == .text("done"))
    #expect(JSONValue.text(nil).ifAny == .absent && JSONValue.whole(3).ifAny == .whole(3))
  }

  @Test func nounsGoWithTheirNumbers() {
    let place = Plural("place")
    #expect((0...2).map(place.of) == ["0 places", "1 place", "2 places"])
    #expect(Plural("city", "cities").of(1) == "1 city" && Plural("city", "cities")(2) == "cities")
  }
}
