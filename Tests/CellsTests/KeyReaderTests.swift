import Cells
import Curses
import Testing

@Suite struct KeyReaderTests {
  /// What comes of the bytes, fed one by one and then all at once.
  private func events(_ text: String, givingUp: Bool = false) -> [Event] {
    let bytes = Array(text.utf8)
    let single = read(bytes.map { [$0] }, givingUp: givingUp)
    #expect(single == read([bytes], givingUp: givingUp))
    return single
  }

  private func read(_ pieces: [[UInt8]], givingUp: Bool) -> [Event] {
    var reader = KeyReader()
    for piece in pieces { reader.feed(piece) }
    if givingUp { reader.giveUp() }
    var events: [Event] = []
    while let event = reader.next() { events.append(event) }
    return events
  }

  @Test func lettersChineseAndControls() {
    let expected: [Key] = [
      .character("a"), .character("医"), .character("𠮷"), .enter, .tab, .backspace, .backspace,
      .control("c"), .control("z"), .control("s"), .control("\\"), .character("！"),
    ]
    #expect(events("a医𠮷\r\t\u{8}\u{7F}\u{3}\u{1A}\u{13}\u{1C}！") == expected.map(Event.key))
  }

  @Test(arguments: [
    ("[A", Key.up), ("OB", .down), ("[C", .right), ("OD", .left), ("[H", .home), ("OF", .end),
    ("[1~", .home), ("[4~", .end), ("[7~", .home), ("[8~", .end), ("[2~", .insert),
    ("[3~", .delete), ("[5~", .pageUp), ("[6~", .pageDown), ("[5;5~", .controlPageUp),
    ("[6;5~", .controlPageDown), ("[5^", .controlPageUp), ("[Z", .backTab), ("OP", .function(1)),
    ("OS", .function(4)), ("[[A", .function(1)), ("[[E", .function(5)), ("[11~", .function(1)),
    ("[15~", .function(5)), ("[17~", .function(6)), ("[21~", .function(10)),
    ("[23~", .function(11)), ("[24~", .function(12)), ("[1;2P", .function(13)),
    ("[1;2R", .function(15)), ("[25~", .function(13)), ("[34~", .function(20)), ("[1;5A", .up),
    ("Op", .character("0")), ("OM", .enter), ("x", .alt("x")), ("医", .alt("医")),
  ])
  func sequencesAreKeys(rest: String, key: Key) {
    #expect(events("\u{1B}" + rest + "z") == [.key(key), .key(.character("z"))])
  }

  @Test(arguments: [
    "[?1;2c", "[>0;95;0c", "[1;2;3;4q", "[200;5u", "]0;quit q\u{7}", "]11;rgb:0/0/0\u{1B}\\",
    "P1$rq\u{1B}\\", "_qqq\u{1B}\\", "[?2004;1$y", "[27;5;113~", "[I", "[O", "Ow", "[3;5~",
    "[<35;1;1M", "[<0;1;1m", "[<2;4;4M", "[99999999999999999999~", "[1;3R",
  ])
  func unknownSequencesAreSwallowedWhole(rest: String) {
    let heard = events("\u{1B}" + rest + "z").filter { $0 != .key(.character("7")) }
    #expect(heard == [.key(.character("z"))])
  }

  @Test func aLoneEscapeIsTheKey() {
    #expect(events("\u{1B}") == [])
    #expect(events("\u{1B}", givingUp: true) == [.key(.escape)])
    #expect(events("\u{1B}\u{1B}[A") == [.key(.escape), .key(.up)])
    #expect(events("\u{1B}\r") == [.key(.escape), .key(.enter)])
    #expect(events("\u{1B}[", givingUp: true) == [.key(.alt("["))])
    #expect(events("\u{1B}P", givingUp: true) == [.key(.alt("P"))])
    #expect(events("\u{1B}[12", givingUp: true) == [])
    #expect(events("\u{1B}[1\u{1B}[B") == [.key(.down)])
  }

  @Test func patienceIsShortForKeysAndLongForPastes() {
    var reader = KeyReader()
    #expect(reader.patience == nil)
    reader.feed([0x1B])
    #expect(reader.patience == 100)
    reader.isWriting = true
    #expect(reader.patience == 250)
    reader.feed(Array("[200~医".utf8))
    #expect(reader.patience == 1000)
  }

  @Test func pastesAreText() {
    let start = "\u{1B}[200~"
    let end = "\u{1B}[201~"
    #expect(
      events(start + "一行\r\n二行\r三 q" + end + "z")
        == [.paste("一行\n二行\n三 q"), .key(.character("z"))])
    #expect(events(start + "a\u{1B}[20\u{1B}[31mb" + end) == [.paste("a\u{1B}[20\u{1B}[31mb")])
    #expect(events(start + end) == [.paste("")])
    #expect(events(start + "open", givingUp: true) == [.paste("open")])
  }

  @Test func endlessPastesAreCutAtACharacter() {
    var reader = KeyReader()
    reader.feed(Array("\u{1B}[200~".utf8))
    reader.feed(Array(repeating: Array("医".utf8), count: 400_000).joined())
    reader.feed(Array("\u{1B}[201~q".utf8))
    guard case .paste(let text) = reader.next() else {
      Issue.record("no paste")
      return
    }
    #expect(text.unicodeScalars.allSatisfy { $0 == "医" })
    #expect(text.utf8.count == KeyReader.pasteLimit / 3 * 3)
    #expect(reader.next() == .key(.character("q")))
  }

  @Test func theMousePressesAndTurns() {
    let point = Point(x: 9, y: 4)
    #expect(events("\u{1B}[<0;10;5M") == [.mouse(Mouse(.press, at: point))])
    #expect(events("\u{1B}[<64;10;5M") == [.mouse(Mouse(.wheelUp, at: point))])
    #expect(events("\u{1B}[<69;10;5M") == [.mouse(Mouse(.wheelDown, at: point))])
    #expect(events("\u{1B}[M *%") == [.mouse(Mouse(.press, at: point))])
  }

  @Test(arguments: [("[1;2R", 1), ("[1;3R", 2)])
  func theAnswerToTheWidthQuestion(answer: String, columns: Int) {
    var reader = KeyReader()
    reader.awaitsWidth = true
    reader.feed(Array("\u{1B}\(answer)".utf8))
    #expect(reader.next() == .ambiguousWidth(columns))
    #expect(!reader.awaitsWidth)
  }

  @Test func aReportFromElsewhereIsNoKey() {
    var reader = KeyReader()
    reader.awaitsWidth = true
    reader.feed(Array("\u{1B}[1;1R".utf8))
    #expect(reader.next() == nil)
    #expect(!reader.awaitsWidth)
  }

  @Test(arguments: [
    "[!!!!!!!!!!!!!!!!!!!", "[<9999999999999999999999;9999999999999999999;1M",
    "[1;99999999999999999999A", "[;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;A",
    "O99999999999P",
  ])
  func endlessAndWrongNumbersAreBorne(rest: String) {
    #expect(events("\u{1B}" + rest + "~", givingUp: true).count <= 4)
  }

  @Test(arguments: [1, 2, 3])
  func anyBytesEndInTheGround(seed: UInt64) {
    var dice = Dice(state: seed)
    let bytes = Array("\u{1B}[<O!;:?>0123456789MmA~RPPX^_]\\\u{7}aé医".utf8) + [0x00, 0x9B, 0xFF]
    for _ in 0..<1500 {
      var reader = KeyReader()
      reader.awaitsWidth = dice.roll(2) == 0
      reader.feed((0..<(1 + dice.roll(60))).map { _ in bytes[dice.roll(bytes.count)] })
      reader.giveUp()
      reader.feed(Array("z".utf8))
      var last: Event?
      while let event = reader.next() { last = event }
      #expect(last == .key(.character("z")))
    }
  }

  @Test func brokenBytesAreNothing() {
    let pieces: [[UInt8]] = [[0xFF, 0xC0, 0x80, 0xE5, 0x8C, 0x61, 0xC2, 0x9B, 0xED, 0xA0, 0x80, 0]]
    #expect(read(pieces, givingUp: true) == [.key(.character("a"))])
  }
}
