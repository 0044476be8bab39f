import Foundation
import Reform
import TestSupport
import Testing

@testable import Intake

/// Brackets that do not match, and random mixtures of what trips a reader: no input stops the
/// program, and what is read can be kept and read back.
@Suite struct SoupTests {
  @Test(arguments: [
    "开展工作。责任单位：省卫健委负责）", "开展工作。责任单位：省卫健委）负责", "开展工作。（责任单位：（省卫健委负责）",
    "开展工作。（责任单位：省卫健委〕负责）", "开展工作。责任单位：）省卫健委负责", "开展工作。（省卫健委）负责）",
  ])
  func aBracketWithoutItsOtherHalfHidesNoUnit(_ sentence: String) throws {
    let units = try Sample.units(sentence)
    let reading = try Sample.read("一、" + sentence + "\n")
    #expect(units.contains { $0.hasPrefix("省卫健委") } || !reading.findings.isEmpty, "\(units)")
  }

  @Test func aSingleBracketTooManyChangesNothing() throws {
    #expect(try Sample.units("开展工作。责任单位：省卫健委负责）") == ["省卫健委 responsible"])
  }

  private static let pieces = [
    "一、", "（一）", "1.", "（1）", "①", "第一条 ", "附件1\n", "\n", "\n\n", "\t", "，", "。", "；", "、", "：",
    "（", "）", "(", ")", "［", "］", "《", "》", "〔", "〕", "【", "】", "“", "”", "责任单位：", "牵头单位：", "完成时限：",
    "省卫健委", "省医保局", "各市、", "县人民政府", "太原市", "按职责分工负责", "牵头", "会同", "配合", "负责", "2025年底前", "6月底前",
    "3年内", "每年", "2023—2025年", "“十四五”末", "印发之日起30日内", "999999999年内", "达到90%以上", "不少于3个", "力争",
    "序号\t任务\t责任单位\t完成时限\n", "1\t做好\t省局\t2025年\n", "| 1 | 做好 |\n", "9999年12月31日\n", "和", "及", "由",
    "等13个部门",
    "下同", "全年", "明年底前", "0", "9", "99999999999", "-", "至", "%", "以上", "&#x110000;",
    "<td colspan=99999>",
    "<table><tr><td>", "</td></tr></table>", "（规划处）", "晋政办发〔2025〕3号\n", "关于印发方案的通知\n", "建立",
  ]

  @Test(arguments: [21, 22, 23])
  func anyMixtureIsReadAndKeptOrRefused(_ seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let heads = [
      "<html><body>", "一、做好。（", "关于做好工作的通知\n晋政办发〔2025〕3号\n2025年1月16日\n一、做好。\n", "",
    ]
    for round in 0..<250 {
      let text = (0..<(1 + dice.roll(40))).map { _ in dice.pick(Self.pieces) }.joined()
      let bytes = Array((heads[round % heads.count] + text).utf8)
      guard let reading = try? Sample.reader.read(bytes, name: "t") else { continue }
      for clause in reading.clauses {
        let kept = try JSONEncoder().encode(clause)
        #expect(try JSONDecoder().decode(ClauseDraft.self, from: kept) == clause)
      }
    }
  }
}
