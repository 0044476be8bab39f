import Foundation
import Reform
import Testing

@testable import Intake

/// Files that no one should hand in: every one ends in a reading or in a fault.
struct HostileTests {
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private func fault(_ bytes: [UInt8], _ name: String = "t") -> String? {
    do {
      _ = try Sample.reader.read(bytes, name: name)
      return nil
    } catch {
      return error.message.zh
    }
  }

  @Test(arguments: [
    ([UInt8]("%PDF-1.7\n".utf8), "PDF"), ([0xD0, 0xCF, 0x11, 0xE0, 0, 0], ".docx"), ([], "空文件"),
    ([0x0A, 0x20, 0x0D], "空文件"), ([0x7F, 0x45, 0x4C, 0x46, 0, 0, 1], "不是文字"),
    ([UInt8]("没有条款的一段话。".utf8), "没有找到条款"), ([0x50, 0x4B, 3, 4, 1, 2], "损坏"),
    ([0xFF, 0xFE, 0x00, 0x00, 0x41, 0x00], "不是文字"),
  ])
  func badFilesGetASentence(_ bytes: [UInt8], _ words: String) {
    #expect(fault(bytes)?.contains(words) == true)
  }

  @Test func tooLargeAFileIsRefused() {
    let bytes = [UInt8](repeating: 0x61, count: Faults.sizeLimit + 1)
    #expect(fault(bytes)?.contains("64 MB") == true)
  }

  @Test func anyBytesEndInAReadingOrAFault() {
    var dice = Dice(state: 7)
    for _ in 0..<100 {
      let count = Int.random(in: 0..<3000, using: &dice)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &dice) }
      _ = fault(bytes)
      _ = fault([0x50, 0x4B, 3, 4] + bytes)
      _ = fault(Array("<html>".utf8) + bytes)
    }
  }

  @Test func anySignsEndInAReadingOrAFault() {
    var dice = Dice(state: 11)
    let signs = Array(
      "一二三十1290年月日底前内每、，。；：:（）()《》“”〔〕[]*\n\n\t 第条章附件①省市县局委办厅责任单位牵头配合负责到至-~%个名所建设达到以上由和及等各力争序号任务时限<>&|."
        .unicodeScalars)
    for _ in 0..<400 {
      let count = Int.random(in: 0..<200, using: &dice)
      var view = String.UnicodeScalarView()
      for _ in 0..<count { view.append(signs[Int.random(in: 0..<signs.count, using: &dice)]) }
      _ = fault(Array("一、做好。".utf8) + Array(String(view).utf8))
      _ = fault(Array("<p>".utf8) + Array(String(view).utf8))
    }
  }

  @Test(
    .enabled(if: Sample.hasDocuments, "the official documents are not at hand"),
    arguments: ["jyg-2019-1", "jzbf-2021-85", "jzf-2023-15", "yzbf-2019-3", "ygxx-2020-11"])
  func changedDocumentsEndInAReadingOrAFault(_ key: String) throws {
    let bytes = try Sample.document(key)
    var dice = Dice(state: 13)
    for _ in 0..<12 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1..<60, using: &dice) {
        let at = Int.random(in: 0..<changed.count, using: &dice)
        switch Int.random(in: 0..<3, using: &dice) {
        case 0: changed[at] = UInt8.random(in: 0...255, using: &dice)
        case 1: changed.removeSubrange(at..<min(changed.count, at + 40))
        default: changed.insert(contentsOf: Array("（\n一、\t".utf8), at: at)
        }
      }
      _ = fault(changed)
    }
  }

  @Test(arguments: [
    "（", "）", "《", "（责任单位：", "一、\n", "1.省局\n", "附件1\n", "“", "\t", "年", "每年", "|a|b|\n",
  ])
  func aGreatDealOfOneThingIsBorne(_ thing: String) {
    let count = 200_000 / thing.utf8.count
    _ = fault(Array(("一、做好。\n" + String(repeating: thing, count: count)).utf8))
  }

  @Test func deepNestingIsBorne() {
    let deep = String(repeating: "<table><tr><td>", count: 30_000) + "一、做好。"
    #expect(fault(Array("<html>\(deep)".utf8)) == nil)
    let lists = String(repeating: "<ol><li>", count: 100_000)
    _ = fault(Array("<html>\(lists)".utf8))
    let brackets = String(repeating: "（", count: 50_000) + String(repeating: "）", count: 50_000)
    #expect(fault(Array("一、做好\(brackets)。".utf8)) == nil)
  }

  @Test func manyDaysInOneCellAreBorne() {
    let row = "序号\t任务\t责任单位\t时限\n1\t做好工作\t省局\t" + String(repeating: "2025年底前、", count: 20_000)
    #expect(fault(Array(row.utf8)) == nil)
  }
}

/// Word files that are broken, or meant to break the reader.
struct HostileArchiveTests {
  @Test(arguments: [
    ("bomb", "异常大"), ("truncated", "损坏"), ("password", "密码"), ("entities", "文档类型"),
    ("workbook", "不是 Word"), ("malformed", "损坏"),
  ])
  func badWordFilesGetASentence(_ name: String, _ words: String) throws {
    let url = Sample.root.appendingPathComponent("Tests/Fixtures/documents/\(name).docx")
    let bytes = [UInt8](try Data(contentsOf: url))
    let fault = #expect(throws: Fault.self) { try Sample.reader.read(bytes, name: name) }
    #expect(fault?.message.zh.contains(words) == true)
    #expect(fault?.message.en.isEmpty == false)
  }
}
