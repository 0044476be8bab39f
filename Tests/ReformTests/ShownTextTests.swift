import Reform
import Testing

/// Text of the ledger on its way to a terminal: nothing in it is sent that is not seen.
struct ShownTextTests {
  @Test(arguments: [
    ("甲\u{61C}乙", "甲〓乙"), ("甲\u{202E}乙", "甲〓乙"), ("甲\u{200B}乙", "甲〓乙"),
    ("甲\u{200D}乙", "甲〓乙"), ("甲\u{FEFF}乙", "甲〓乙"), ("甲\u{AD}乙", "甲〓乙"),
    ("a\u{E0061}\u{E007F}b", "a〓〓b"), ("\u{3164}\u{115F}\u{1160}\u{FFA0}", "〓〓〓〓"),
    ("\u{2066}甲\u{2069}", "〓甲〓"), ("\u{1B}[2J", "␛[2J"), ("\u{7F}\u{9B}", "␡〓"), ("\n\t", "␊␉"),
    // A selector chooses a form of what stands before it; alone it is a sign like others unseen.
    ("葛\u{E0100}", "葛\u{E0100}"), ("\u{2764}\u{FE0F}", "\u{2764}\u{FE0F}"),
    ("\u{FE0F}甲", "〓甲"), ("\u{FE0F}\u{FE0F}", "〓〓"), ("甲\u{FE0F}\u{FE0F}", "甲\u{FE0F}〓"),
    // As many marks as a script needs, and one symbol for the rest of a heap.
    ("e\u{301}", "e\u{301}"),
    ("a" + String(repeating: "\u{301}", count: 1000), "a\u{301}\u{301}\u{301}\u{301}〓"),
    ("ཀྵྨྲྱ", "ཀྵྨྲྱ"), ("ทั้ง", "ทั้ง"), ("医改：①—“甲”", "医改：①—“甲”"),
  ])
  func whatIsNotSeenIsShown(_ text: String, _ shown: String) {
    #expect(Array(text.showingControls().unicodeScalars) == Array(shown.unicodeScalars))
  }

  @Test func breaksMayStay() {
    #expect("甲\n乙\r".showingControls(keepingBreaks: true) == "甲\n乙␍")
  }

  @Test(arguments: [
    ("{\"a\": \"甲\u{202E}乙\"}\n", "{\"a\": \"甲\\u202e乙\"}\n"), ("\u{E0061}", "\\udb40\\udc61"),
    ("\u{7F}\u{9B}", "\\u007f\\u009b"),
    ("e\u{301}", "e\u{301}"), ("a\u{1}", "a\\u0001"),
    (
      "a" + String(repeating: "\u{301}", count: 6), "a\u{301}\u{301}\u{301}\u{301}\\u0301\\u0301"
    ),
  ])
  func inJSONItIsEscapedAndStaysTheSame(_ json: String, _ escaped: String) {
    #expect(Array(json.escapingUnseen().unicodeScalars) == Array(escaped.unicodeScalars))
  }

  @Test(arguments: [
    ("四、", "四"), ("一、（二）9.", "一（二）9"), ("二、（一）1．（3）", "二（一）1（3）"), ("1.2.3", "1.2.3"),
    ("第十条 ", "第十条"), ("行动一：", "行动一"), ("附件第9行", "附件第9行"), ("9.（1）", "9（1）"), ("", ""),
  ])
  func theNumberOfAClauseEndsWithoutASign(printed: String, number: String) {
    #expect(Clause.number(printed) == number)
    let clause = Clause(path: "4", place: Phrase(printed, "4"), section: Phrase("", ""))
    #expect(clause.place.zh == number)
  }
}
