import Dashboard
import Foundation
import Reform
import Runtime
import TestSupport
import Testing

/// What is remembered from one start to the next, and what becomes of a file that says nothing.
@Suite struct LastSeenTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func eachLedgerIsFoundAgainWhereItWasLeft() {
    let path = scratch.file("state/yigai/last-seen")
    var seen = LastSeen(path: path)
    #expect(seen.views.isEmpty && seen.choice == nil)
    seen.leave(.init("/a b/浙江.sqlite", tab: 4, place: "330100"))
    seen.leave(.init("/other.sqlite", tab: 2, place: "140000"))
    seen.leave(.init("/a b/浙江.sqlite", tab: 5, place: "330106"))
    seen.leave(.init("/bad\n.sqlite", tab: 5, place: "330106"))
    seen.choose(.en, over: .zh)
    seen.write(to: path)
    let again = LastSeen(path: path)
    #expect(again == seen && again.views.count == 2)
    #expect(again.view(of: "/a b/浙江.sqlite") == .init("/a b/浙江.sqlite", tab: 5, place: "330106"))
    #expect(again.language(over: .zh) == .en && again.language(over: .en) == .en)
    #expect(permissions(of: path) == 0o600 && permissions(of: scratch.file("state/yigai")) == 0o700)
    var back = again
    back.choose(.zh, over: .zh)
    #expect(back.choice == nil)
  }

  @Test(arguments: [
    "", "language", "language xx zh\nledger x 330100 /a", "ledger 1", "\u{0}\u{1}\u{2}",
    "ledger 99999999999999999999 330100 /a", "[keys]\n{}", String(repeating: "x", count: 100_000),
  ])
  func whatCannotBeReadIsAsIfItWasNotThere(text: String) throws {
    let path = try scratch.write(text, to: "last-seen")
    let seen = LastSeen(path: path)
    #expect(seen.views.isEmpty && seen.choice == nil)
    #expect(LastSeen(path: scratch.path).views.isEmpty)
  }

  @Test func whatCannotBeWrittenBothersNobody() {
    let seen = LastSeen(path: "/dev/null/x")
    seen.write(to: "/dev/null/x/last-seen")
    #expect(LastSeen(path: "/dev/null/x/last-seen").views.isEmpty)
  }
}
