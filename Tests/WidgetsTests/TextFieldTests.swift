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
}
