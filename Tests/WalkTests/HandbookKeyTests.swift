import Cells
import TestSupport
import Testing

@testable import Dashboard

/// The keys that both READMEs name, against the table of keys.
@Suite struct HandbookKeyTests {
  @Test(arguments: zip(["README.md", "README.zh.md"], ["Keys", "按键"]))
  func everyKeyOfTheTableMeansSomething(file: String, heading: String) throws {
    let rows = try Handbook(file).rows(under: heading)
    #expect(rows.count >= 25)
    let known = Set(Keymap.standard.bindings.flatMap(\.keys))
    for name in rows.joined().flatMap({ $0.split(separator: " ") }) {
      let key = try #require(Key(name: String(name)), "\(name)")
      #expect(known.contains(key.halfWidth), "\(name)")
    }
  }

  @Test(arguments: zip(["README.md", "README.zh.md"], ["Keys", "按键"]))
  func everyCommandToBeWrittenIsFound(file: String, heading: String) throws {
    let book = try Handbook(file)
    let text = try #require(book.sections.first { $0.heading == heading }?.text)
    let names = text.matches(of: /`F2`(?:, | 输入“)(\p{Han}+)/).map { String($0.1) }
    #expect(names.count > 5)
    for name in names {
      #expect(Keymap.standard.bindings.contains { $0.words.zh.contains(name) }, "\(name)")
    }
  }

  /// Enter does what is written out, and not what only has the word somewhere in it.
  @Test func whatBeginsAsItWasWrittenComesFirst() throws {
    let walk = try Walk()
    try walk.press("2 F2 '移出'")
    let picker = try #require(walk.state.overlay as? Picker)
    let labels = picker.shown(walk.state.model).map(\.label)
    #expect(labels.count > 1 && labels.first?.hasPrefix("移出") == true, "\(labels)")
  }
}
