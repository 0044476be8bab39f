import Cells
import Testing

@testable import Widgets

@Suite struct TextFieldTests {
  @Test func whatDoesNotFitIsNotCutButRefused() {
    var field = TextField("ab", limit: 5)
    field.write("一二三四")
    #expect(field.text == "ab" && field.refused == 4)
    field.write("一二三")
    #expect(field.text == "ab一二三" && field.refused == 0)
    let isTaken = field.press(.character("x"))
    #expect(isTaken && field.refused == 1)
    let isErased = field.press(.backspace)
    #expect(isErased && field.refused == 0 && field.text == "ab一二")
  }

  @Test func aFieldOfAListKeepsWhatStoodInIt() {
    var list = FieldList([
      .init("金额", .text(TextField("12", limit: 4)), isTypedOver: true)
    ])
    let refused = list.write("123456")
    #expect(refused == .refused(6, limit: 4) && list.fields[0].value == "12")
    let changed = list.write("34")
    #expect(changed == .changed && list.fields[0].value == "34")
  }

  @Test(arguments: [
    (Key.character("3"), "3"), (Key.backspace, ""), (Key.delete, ""), (Key.left, "2026"),
    (Key.end, "2026"),
  ])
  func whatIsTypedOverGivesWayToTheFirstKeyThatWrites(key: Key, text: String) {
    var field = TextField("2026", limit: 4, isTypedOver: true)
    let isTaken = field.press(key)
    #expect(isTaken && field.text == text && field.refused == 0 && !field.isTypedOver)
  }

  @Test func whatDoesNotFitLeavesWhatIsTypedOver() {
    var field = TextField("2026", limit: 4, isTypedOver: true)
    field.write("20270")
    #expect(field.text == "2026" && field.refused == 5 && field.isTypedOver)
    field.write("2027")
    #expect(field.text == "2027" && field.refused == 0 && !field.isTypedOver)
    #expect(!TextField("", limit: 4, isTypedOver: true).isTypedOver)
  }
}
