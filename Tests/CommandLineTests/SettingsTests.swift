import Dashboard
import Foundation
import Reform
import Runtime
import TestSupport
import Testing

/// Configuration files that are broken: a finding with its line, then the defaults.
@Suite struct SettingsTests {
  private func read(_ text: String) throws -> SettingsReader {
    let scratch = try Scratch()
    let path = try scratch.write(text, to: "config.toml")
    return SettingsReader(path: path, over: Settings())
  }

  @Test(arguments: [
    ("[键]", 1), ("theme = \"dark\"\nc=1979-05-27T:", 2), ("\n\n名 = 1", 3), ("a = \"\\x\"", 1),
    ("a = [1,\n2,\n", 3), ("a = \"\"\"x", 1), ("a = 1.5.5", 1), ("[[a]]", 1), ("a = {b = [}", 1),
    ("a = inf", 1), ("\u{0}", 1), ("a = \"\\ud800\"", 1), ("a", 1), ("= 1", 1),
  ])
  func aBrokenLineIsNamedAndTheDefaultsAreUsed(text: String, line: Int) throws {
    let read = try read(text)
    #expect(read.findings.map(\.source.line) == [line])
    #expect(read.settings == Settings())
  }

  @Test func whatASettingMayBeIsRead() throws {
    let text = """
      # 注释
      theme = 'light' # so
      "name" = "医改办 \\u738b"
      mouse = false
      keys = { close = [ "+",
        "F8", # two
      ] }

      """
    let read = try read("\u{FEFF}" + text.replacing("\n", with: "\r\n"))
    #expect(read.findings.isEmpty, "\(read.findings)")
    #expect(read.settings.name == "医改办 王" && !read.settings.mouse)
    #expect(read.settings.theme == .light)
  }

  @Test func howManyCopiesAreKeptAndWhereIsRead() throws {
    let text = "name = \"a\"\n[backup]\nkeep = 0\nfolder = \"~/copies\"\n"
    let copies = try read(text).settings.copies
    #expect(copies.keep == 0 && copies.folder == "~/copies" && Settings().copies.keep == 7)
    let wrong = try read("[backup]\nkeep = -1\nfolder = \"copies\"\nday = 1\n")
    #expect(Set(wrong.findings.map(\.source.line)) == [2, 3, 4])
    #expect(wrong.settings == Settings())
  }

  @Test(arguments: [1, 2])
  func anyMixtureIsReadOrRefused(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let pieces = [
      "[", "]", "{", "}", "=", ".", ",", "\"", "'", "\\", "#", "\n", "\r", " ", "\t",
      "1979-05-27T", ":", "+", "-", "_", "0x", "1e5", "inf", "nan", "true", "theme", "keys",
      "close", "键", "\u{FEFF}", "\u{0}", "\\u", "d800", "\"x\"", "['F8']", "a=1\n", "[keys]\n",
    ]
    for _ in 0..<400 {
      let text = (0..<(1 + dice.roll(14))).map { _ in dice.pick(pieces) }.joined()
      _ = try read(text)
    }
  }
}
