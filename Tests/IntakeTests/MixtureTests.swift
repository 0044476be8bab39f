import Foundation
import Reform
import Testing

@testable import Intake

/// Random mixtures of what documents are made of: always a reading or a fault, never a wrong place.
struct MixtureTests {
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private static let fragments = [
    "一、", "二、", "（一）", "（二）", "1.", "2．", "（1）", "①", "第一条 ", "第二章 ", "1.1 ", "附件1\n", "附件：",
    "\n", "\n\n", "\r\n", "\t", "  ", "\u{3000}", "，", "。", "；", "、", "：", "（", "）", "［", "］", "《",
    "》",
    "“", "”", "〔2025〕", "责任单位：", "牵头单位：", "完成时限：", "省卫生健康委", "省医保局、", "各县［市、区］人民政府", "太原市",
    "大同市第五人民医院", "按职责分工负责", "牵头", "会同", "配合", "各市要", "2025年底前", "6月底前", "3年内", "每年", "每季度末",
    "2023—2025年", "“十四五”末", "印发之日起30日内", "长期坚持", "达到90%以上", "不少于3个", "100万元", "力争", "原则上",
    "保障措施", "总体要求", "序号\t任务\t责任单位\t完成时限\n", "1\t做好\t省局\t2025年\n", "| 1 | 做好 |\n", "序号 任务 责任单位\n",
    "1 做好 省局\n", "2025年6月30日\n", "云川省人民政府\n", "— 13 —\n", "\u{0}", "\u{7}", "\u{1B}[31m",
    "\u{200B}", "\u{FEFF}",
    "🏥", "👩🏽‍⚕️", "é", "e\u{301}", "𠀀", "做好工作", "推进改革", "**加强**", "&nbsp;", "<p>", "</td>",
  ]

  private func mixture(_ dice: inout Dice) -> String {
    (0..<Int.random(in: 1..<120, using: &dice)).map { _ in
      Self.fragments[Int.random(in: 0..<Self.fragments.count, using: &dice)]
    }.joined()
  }

  @Test(arguments: [1, 2, 3, 4])
  func everyWordReadStandsWhereItIsSaidTo(_ seed: UInt64) {
    var dice = Dice(state: seed)
    var drafts = 0
    for round in 0..<250 {
      let head = round % 3 == 0 ? "<html><body>" : round % 3 == 1 ? "一、做好。\n" : ""
      let bytes = Array((head + mixture(&dice)).utf8)
      guard let reading = try? Sample.reader.read(bytes, name: "t") else { continue }
      for draft in reading.clauses + reading.obligations { check(draft) }
      drafts += reading.clauses.count
      for finding in reading.findings { check(finding) }
    }
    #expect(drafts > 50)
  }

  private func check(_ draft: ClauseDraft) {
    let text = Array(draft.text.unicodeScalars)
    #expect(draft.line >= 1 && draft.column >= 1)
    for unit in draft.departments where unit.evidence.end > 0 {
      expect(unit.evidence, of: text, beginsWith: unit.value.name)
    }
    for deadline in draft.deadlines {
      expect(deadline.evidence, of: text, beginsWith: deadline.value.words ?? "")
    }
    for evidence in draft.places.map(\.evidence) + draft.targets.map(\.evidence) {
      #expect(0 <= evidence.start && evidence.start < evidence.end && evidence.end <= text.count)
    }
  }

  private func expect(
    _ evidence: Evidence, of text: [Unicode.Scalar], beginsWith words: String
  ) {
    guard 0 <= evidence.start, evidence.start < evidence.end, evidence.end <= text.count else {
      Issue.record("\(words) is said to stand at \(evidence) of \(text.count)")
      return
    }
    let found = plain(text[evidence.start..<evidence.end])
    #expect(found.starts(with: plain(words.unicodeScalars)), "\(words)")
  }

  private func plain(_ scalars: some Sequence<Unicode.Scalar>) -> Scalars {
    scalars.map { $0.value }.filter { !$0.isBlank }
  }

  private func check(_ finding: Finding) {
    #expect((finding.source.line ?? 0) >= 1 && (finding.source.column ?? 0) >= 1)
    #expect(!finding.message.zh.isEmpty && !finding.message.en.isEmpty)
  }

  @Test func halvesOfPairsInUTF16EndInAReadingOrAFault() {
    var dice = Dice(state: 17)
    for _ in 0..<200 {
      var units = Array(("一、做好工作。\n" + mixture(&dice)).utf16)
      for _ in 0..<10 {
        let at = Int.random(in: 0...units.count, using: &dice)
        units.insert(UInt16.random(in: 0xD800...0xDFFF, using: &dice), at: at)
      }
      var bytes: [UInt8] = [0xFF, 0xFE]
      for unit in units { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
      guard let reading = try? Sample.reader.read(bytes, name: "t") else { continue }
      for draft in reading.clauses { check(draft) }
    }
  }
}
