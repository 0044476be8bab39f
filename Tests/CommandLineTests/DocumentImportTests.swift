import Foundation
import TestSupport
import Testing

/// Files that are no documents: one sentence with the way out, exit 1, the ledger as it was.
@Suite struct DocumentImportTests {
  /// A file of some bytes, and words that the sentence must hold.
  struct Bad: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let words: [String]
    var testDescription: String { name }

    init(_ name: String, _ bytes: [UInt8], _ words: String...) {
      (self.name, self.bytes, self.words) = (name, bytes, words)
    }

    init(_ name: String, _ text: String, _ words: String...) {
      (self.name, bytes, self.words) = (name, Array(text.utf8), words)
    }
  }

  private static let compound: [UInt8] =
    [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)

  static let bad: [Bad] = [
    Bad("残缺.pdf", "%PDF-1.4\n1 0 obj<</Type/XObject/Subtype/Image>>endobj\n", "PDF", "重新下载"),
    Bad("旧文件.doc", compound, ".doc", "另存为", ".docx"),
    Bad("文件.wps", compound, ".wps", "另存为", ".docx"),
    Bad("加密.docx", compound, "密码", "另存为", ".docx"),
    Bad("版式.ofd", zip("OFD.xml", "<ofd/>"), "OFD", "复制文字", ".docx"),
    Bad("表格.xlsx", zip("xl/workbook.xml", "<workbook/>"), "工作簿", "不是 Word", "另存为"),
    Bad("压缩.zip", zip("a.txt", "一、做好。"), "压缩包", "解压"),
    Bad("富文本.rtf", "{\\rtf1\\ansi abc}", "RTF", "另存为", ".docx"),
    Bad("空.txt", "", "空文件", "重新保存"),
    Bad("空白.txt", " \n\t\n", "空文件", "重新保存"),
    Bad("程序.bin", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0xFF, 0xFE], "不是文字", ".txt"),
    Bad("图片.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D], "不是文字", "识别"),
    Bad("散文.txt", "春天来了。\n大家都很高兴。\n", "没有找到条款", "确认"),
    Bad("网页.html", "<html><body><p>没有条款。</p></body></html>", "没有找到条款", "确认"),
    Bad(
      "实体.html",
      "<!DOCTYPE x [<!ENTITY a \"\(String(repeating: "做", count: 50))\">"
        + "<!ENTITY b \"&a;&a;&a;&a;\">]><html><body>" + String(repeating: "&b;", count: 5000)
        + "</body></html>", "没有找到条款", "确认"),
  ]

  @Test(arguments: bad) func aFileThatIsNoDocumentGetsASentence(_ bad: Bad) throws {
    let program = try Program()
    let ledger = try program.with(.small)
    let before = try bytes(of: ledger)
    let path = program.scratch.file(bad.name)
    try Data(bad.bytes).write(to: URL(fileURLWithPath: path))
    for more in [[], ["--dry-run"], ["--dry-run", "--json"]] {
      let result = try program.run(["import", "document", path] + more)
      #expect(result.code == 1 && result.output.isEmpty, "\(result.output)")
      #expect(result.complaint.contains(bad.name))
      for words in bad.words { #expect(result.complaint.contains(words), "\(result.complaint)") }
      #expect(result.complaint.split(separator: "\n").count == 1)
    }
    #expect(try bytes(of: ledger) == before)
  }

  @Test(arguments: bad) func theSentenceComesInEnglishToo(_ bad: Bad) throws {
    let program = try Program()
    let path = program.scratch.file(bad.name)
    try Data(bad.bytes).write(to: URL(fileURLWithPath: path))
    let result = try program.run("import", "document", path, "--dry-run", "--lang", "en")
    let words = result.complaint.replacingOccurrences(of: path, with: "")
    #expect(result.code == 1)
    #expect(words.contains { $0.isASCII && $0.isLetter })
    #expect(!words.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(words)")
  }

  @Test(arguments: [
    ("bomb", "展开后"), ("truncated", "损坏"), ("password", "密码"), ("entities", "文档类型"),
    ("malformed", "损坏"), ("workbook", "工作簿"),
  ])
  func aWordFileThatCannotBeTrustedIsRefused(_ name: String, _ words: String) throws {
    let program = try Program()
    let ledger = try program.with(.small)
    let before = try bytes(of: ledger)
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
    let path = root.appendingPathComponent("Fixtures/documents/\(name).docx").path
    let result = try program.run("import", "document", path)
    #expect(result.code == 1 && result.complaint.contains(words), "\(result.complaint)")
    #expect(try bytes(of: ledger) == before)
  }

  @Test(arguments: ["speech"])
  func whatReportsAndSetsNoTaskIsSaidToHaveNoClause(_ name: String) throws {
    let program = try Program()
    let ledger = try program.with(.small)
    let before = try bytes(of: ledger)
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
    let path = tests.appendingPathComponent("Answers/own/\(name).txt").path
    let result = try program.run("import", "document", path)
    #expect(result.code == 1 && result.complaint.contains("没有布置任务的条款"), "\(result.complaint)")
    let json = try program.run("import", "document", path, "--dry-run", "--json").output
    #expect(json.contains("没有条款"))
    #expect(try bytes(of: ledger) == before)
  }

  @Test func aFileOfAGigabyteIsRefusedUnread() throws {
    let program = try Program()
    let ledger = try program.with(.small)
    let before = try bytes(of: ledger)
    let path = program.scratch.file("huge.txt")
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try file.truncate(atOffset: 1 << 30)
    try file.close()
    let result = try program.run("import", "document", path)
    #expect(result.code == 1 && result.complaint.contains("64 MB"), "\(result.complaint)")
    let link = program.scratch.file("link.txt")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    #expect(try program.run("import", "document", link).complaint.contains("64 MB"))
    #expect(try bytes(of: ledger) == before)
  }

  @Test func whatIsNoFileIsNamed() throws {
    let program = try Program()
    let folder = program.scratch.file("folder")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let pipe = program.scratch.file("pipe")
    #expect(mkfifo(pipe, 0o600) == 0)
    let cases = [
      (folder, "文件夹"), (program.scratch.file("missing.txt"), "没有文件"), (pipe, "不是普通文件"),
      ("/dev/zero", "不是普通文件"),
    ]
    for (path, words) in cases {
      let result = try program.run("import", "document", path)
      #expect(result.code == 1 && result.complaint.contains(words), "\(result.complaint)")
      #expect(result.complaint.contains(path))
    }
  }

  @Test func aFileWithoutPermissionIsNamed() throws {
    guard geteuid() != 0 else {
      print("skipped: no file is closed to root")
      return
    }
    let program = try Program()
    let path = try program.scratch.write("一、做好。\n", to: "closed.txt")
    #expect(chmod(path, 0) == 0)
    let result = try program.run("import", "document", path)
    #expect(result.code == 1 && result.complaint.contains("没有权限"), "\(result.complaint)")
  }

  @Test func aCommandLineWithoutAFileIsWrong() throws {
    let program = try Program()
    #expect(try program.run("import", "document").code == 2)
    #expect(try program.run("import", "document", "a", "--nonsense").code == 2)
  }

  private func bytes(of path: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path))
  }

  /// A zip archive of one entry, not compressed and without a checksum: enough to be told by.
  private static func zip(_ entry: String, _ content: String) -> [UInt8] {
    func two(_ value: Int) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }
    func four(_ value: Int) -> [UInt8] { two(value & 0xFFFF) + two(value >> 16) }
    let (name, body) = (Array(entry.utf8), Array(content.utf8))
    let facts = four(0) + four(body.count) + four(body.count) + two(name.count)
    let local =
      four(0x0403_4B50) + two(20) + two(0) + two(0) + four(0) + facts + two(0) + name + body
    let central =
      four(0x0201_4B50) + two(20) + two(20) + two(0) + two(0) + four(0) + facts
      + [UInt8](repeating: 0, count: 16) + name
    let end =
      four(0x0605_4B50) + four(0) + two(1) + two(1) + four(central.count) + four(local.count)
    return local + central + end + two(0)
  }
}
