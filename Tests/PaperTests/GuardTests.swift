import Files
import Foundation
import Reform
import TestSupport
import Testing

@testable import Papers

/// What goes out in files is taken by no program for something else.
struct GuardTests {
  @Test(arguments: [
    "=1+1", "@SUM(A1)", "+cmd", "-cmd", "\t=1", "\r=1", "\n=1", "\r\n=1", "＝1+1", "＋1", "－1", "＠a",
  ])
  func aCellThatASpreadsheetWouldReckonGetsAnApostrophe(_ cell: String) {
    let written = CSVWriter.quoted(cell)
    #expect(written == "'" + cell || written == "\"'" + cell + "\"")
  }

  @Test(arguments: ["1", "-1.5", "+3", "甲=乙", "", "a@b", "1－2"])
  func otherCellsStayAsTheyAre(_ cell: String) {
    #expect(CSVWriter.quoted(cell) == cell)
  }

  @Test func nothingUnseenGetsIntoAPaper() throws {
    let evil = "甲\u{202E}乙\u{200B}丙\u{E0061}丁\u{2066}"
    let paper = Paper(
      title: evil, day: Day(ordinal: 20_063), language: .zh, isSample: false,
      blocks: [
        .heading(1, evil), .paragraph(evil), .list([evil]), .note(evil),
        .table(PaperTable([.init(evil, share: 1)], rows: [[evil]])),
      ])
    for format in [PaperFormat.md, .html] {
      let text = String(decoding: try paper.bytes(as: format), as: UTF8.self)
      #expect(text.contains("甲〓乙〓丙〓丁〓"), "\(format)")
      #expect(!text.unicodeScalars.contains { $0 != "\n" && $0.isUnseen }, "\(format)")
    }
  }

  /// One rule for all: what the umask says.
  @Test func everyExportMayBeReadByWhomTheUmaskSays() throws {
    let scratch = try Scratch()
    let plain = scratch.file("plain")
    let descriptor = open(plain, O_WRONLY | O_CREAT | O_CLOEXEC, 0o666)
    #expect(descriptor >= 0)
    close(descriptor)
    let paper = Paper(
      title: "甲", day: Day(ordinal: 20_063), language: .zh, isSample: false,
      blocks: [.paragraph("乙")])
    for format in PaperFormat.allCases {
      try paper.write(as: format, to: scratch.file("paper.\(format.rawValue)"))
    }
    try XLSXWriter.write(WorkbookSpec(title: "甲", sheets: []), to: scratch.file("book.xlsx"))
    _ = try CSVWriter.write([["甲"]], named: "table", in: scratch.path)
    for name in ["paper.docx", "paper.html", "paper.md", "book.xlsx", "table.csv"] {
      #expect(permissions(of: scratch.file(name)) == permissions(of: plain), "\(name)")
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: scratch.path)
    #expect(!left.contains { $0.hasPrefix(".yigai-") })
  }

  @Test func whatIsNoFileIsNotWrittenOver() throws {
    let scratch = try Scratch()
    let pipe = scratch.file("pipe.md")
    #expect(mkfifo(pipe, 0o600) == 0)
    for path in [pipe, scratch.path] {
      let fault = #expect(throws: Fault.self) { try UserFile.write([1], to: path) }
      #expect(fault?.message.zh.contains("不是普通文件") == true)
    }
    let link = scratch.file("link.md")
    #expect(symlink(scratch.file("far.md"), link) == 0)
    try "old".write(toFile: scratch.file("far.md"), atomically: true, encoding: .utf8)
    try UserFile.write([0x61], to: link)
    #expect(contents(of: scratch.file("far.md")) == "a")
    #expect(FileIdentity.isLink(link))
  }
}
