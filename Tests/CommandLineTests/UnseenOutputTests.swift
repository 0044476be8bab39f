import Foundation
import TestSupport
import Testing

/// Signs that are not seen reach neither pipe nor terminal as they are.
@Suite struct UnseenOutputTests {
  private let evil =
    "甲\u{61C}乙\u{202E}丙\u{200B}丁\u{E0061}戊\u{3164}己a" + String(repeating: "\u{301}", count: 1000)
    + "庚\u{9B}2J"

  @Test func tablesErrorsAndJSONShowThem() throws {
    let program = try Program()
    try program.with(.bundled)
    let marked = try program.run(
      "mark", "annex-8", "--status", "underway", "--note", evil, "--today", "2020-03-02")
    #expect(marked.code == 0, "\(marked.complaint)")
    for command in [
      ["history"], ["history", "--json"], ["tasks", evil], ["tasks", "--place", evil],
    ] {
      let result = try program.run(command + ["--today", "2020-03-02"])
      expectSeen(result.output + result.complaint, "\(command)")
    }
    let json = try program.run("history", "--json", "--today", "2020-03-02").output
    #expect(json.contains("\\u202e") && json.contains("\\udb40\\udc61"))
    #expect(try JSON(json).items.first?["note"].text == evil)
  }

  private func expectSeen(_ text: String, _ what: String) {
    let bad = text.unicodeScalars.filter {
      [0x61C, 0x202E, 0x200B, 0xE0061, 0x3164, 0x9B].contains($0.value)
    }
    #expect(bad.isEmpty, "\(what): \(bad.map { String($0.value, radix: 16) })")
    #expect(text.unicodeScalars.count { $0 == "\u{301}" } <= 8, "\(what)")
  }
}
