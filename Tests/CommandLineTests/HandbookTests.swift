import Foundation
import TestSupport
import Testing

/// Both READMEs against the program and against each other.
@Suite struct HandbookTests {
  private static let files = ["README.md", "README.zh.md"]

  @Test func bothHaveTheSameSectionsBlocksCommandsAndTables() throws {
    let (en, zh) = (try Handbook("README.md"), try Handbook("README.zh.md"))
    #expect(en.sections.count == zh.sections.count && en.sections.count > 10)
    #expect(en.blocks.count == zh.blocks.count && en.blocks.count > 5)
    #expect(en.commands.map(\.shape) == zh.commands.map(\.shape))
    for (one, other) in zip(en.sections, zh.sections) {
      let (here, there) = (en.rows(under: one.heading), zh.rows(under: other.heading))
      #expect(here == there, "\(one.heading), \(other.heading)")
      func items(_ text: String) -> Int { text.matches(of: /(?m)^(- |[0-9]\. )/).count }
      #expect(items(one.text) == items(other.text), "\(one.heading), \(other.heading)")
    }
  }

  @Test(arguments: files) func whatIsLinkedIsThere(file: String) throws {
    let book = try Handbook(file)
    for link in book.links {
      if link.hasPrefix("#") {
        let heading = link.dropFirst()
        #expect(book.sections.contains { $0.heading.lowercased() == heading }, "\(link)")
      } else {
        #expect(FileManager.default.fileExists(atPath: Places.root + "/" + link), "\(link)")
      }
    }
  }

  /// A wrong command line, an option or a name that is not there exits with 2.
  @Test(arguments: files) func everyCommandIsUnderstood(file: String) throws {
    let program = try Program()
    try program.with(.sample)
    try program.with(.bundled)
    let commands = try Handbook(file).commands
    #expect(commands.count > 40)
    var seen: Set<String> = []
    for command in commands where seen.insert(command.description).inserted {
      let words = command.words.map { Self.meant[$0] ?? $0 }
      // What a command writes is written beside the ledger of the test.
      let result = try program.run(words, through: ["/usr/bin/env", "-C", program.scratch.path])
      if words.allSatisfy({ $0.hasPrefix("--") }) || command.shape.first?.hasPrefix("--") == true {
        #expect(result.complaint.contains("总览要在终端里打开"), "\(command.description)")
      } else if words.contains("68") {
        #expect(result.complaint == "yigai: 没有批次 68。\n")
      } else if words.contains("69") {
        #expect(result.complaint == "yigai: 没有编号 69 的登记。\n")
      } else if words.contains("group-x") {
        #expect(result.complaint.contains("group-six-unified"))
      } else {
        #expect(result.code != 2, "\(command.description): \(result.complaint)")
      }
    }
  }

  /// What stands for something of the reader's own.
  private static let meant = [
    "INDICATOR": "medical-service-share", "指标": "medical-service-share", "Y": "2023",
    "年": "2023", "FILE": "plan.docx", "文件": "plan.docx", "TASK": "jyg-2019-1/1",
    "任务编号": "jyg-2019-1/1",
  ]

  @Test(arguments: zip(files, ["Configuration", "配置"]))
  func everySettingIsOne(file: String, heading: String) throws {
    let program = try Program()
    #expect(try program.run("config").code == 0)
    let path = program.scratch.file("config/yigai/config.toml")
    let written = try #require(contents(of: path), "\(path)")
    let rows = try Handbook(file).rows(under: heading)
    #expect(rows.count == 12)
    for row in rows { #expect(written.contains(try #require(row.first))) }
  }

  /// The blocks that enter something, line by line as they stand there, after the first five minutes have
  /// closed what they close.
  @Test(arguments: zip(files, ["Slips", "督办"]))
  func whatIsEnteredIsEntered(file: String, heading: String) throws {
    let program = try Program()
    try program.with(.sample)
    let counties = ["上党", "屯留", "襄垣"]
    for county in counties {
      _ = try program.run(
        "mark", "2.1.3", "--sample", "--place", county, "--status", "done", "--by", "王某")
    }
    let book = try Handbook(file)
    let section = try #require(book.sections.first { $0.heading == heading }?.text)
    let commands = book.commands.filter {
      $0.words.first == "mark" && $0.words.contains("--sample")
        || $0.words.first == "slips" && section.contains($0.words.joined(separator: " "))
    }
    #expect(commands.count >= 8)
    for command in commands {
      let result = try program.run(command.words)
      #expect(result.code == 0, "\(command.description): \(result.complaint)")
    }
  }
}
