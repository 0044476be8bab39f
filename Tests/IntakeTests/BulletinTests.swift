import Bundle
import Foundation
import Reform
import Testing

@testable import Intake

/// Short made-up bulletins of several layouts, judged by hand.
struct BulletinTests {
  private func reading(_ name: String) throws -> DocumentReading {
    let path = Sample.root.appendingPathComponent("Tests/Fixtures/bulletins/\(name).txt")
    return try Sample.reader.read([UInt8](Data(contentsOf: path)), name: name)
  }

  /// `二（一） 泽州县 87人 [人]`: section, places, what is printed; the kind where it is no result.
  private func lines(_ reading: DocumentReading) -> [String] {
    reading.facts.filter { !$0.targets.isEmpty }.map { fact in
      let names = fact.places.map { Sample.divisions[$0.value.code]?.name ?? $0.value.code }
      let figures = fact.targets.compactMap { target -> String? in
        guard let reported = target.value.reported else { return nil }
        let kind = reported.kind == .result ? "" : ":\(reported.kind.rawValue)"
        return reported.printed + kind
      }
      return ([fact.place, names.joined(separator: "、")].filter { !$0.isEmpty } + figures)
        .joined(separator: " ")
    }
  }

  static let right: [(String, [String])] = [
    (
      "01-sections",
      [
        "一（一） 1260余名", "一（一） 18.6%", "一（一） 泽州县 87人", "一（一） 高平市 32名",
        "一（二） 1.3亿元 76所", "一（二） 100%", "二 68.5%:before 74.2%", "二 3.4个百分点",
        "二 两年内:goal 90%以上:goal",
      ]
    ),
    ("02-flat", ["9批次 333种", "近50%", "5个", "天镇县 约860万元"]),
    (
      "03-brackets",
      ["（一） 5,316名", "（一） 1,027名", "（二） 2840个", "（三） 168万余人", "（三） 76.3%", "（三） 洪洞县 超过12万人次"]
    ),
    ("04-rank", ["第2", "5位", "稷山县、万荣县 2家"]),
    ("05-money", ["三年 3.6亿元", "1亿2000万元", "孝义市 1.2万余名", "孝义市 55元", "兴县、临县 14项", "兴县、临县 2300多万元"]),
    ("06-plan", ["12个:goal", "6个:goal", "4个", "五寨县 1所", "五寨县 200张"]),
    ("07-numerals", ["一名", "五项", "十二个 三大行动", "城区、矿区 一名"]),
    ("08-range", ["45分钟:before 20分钟左右", "30-50岁 92.5％", "怀仁市 3大类 27小项"]),
    ("09-wrapped", ["介休市 143人次", "介休市 38项", "介休市 7.8%", "灵石县 960万元", "灵石县 11所"]),
    ("10-county", ["（一） 2000万元", "（二） 2个", "（二） 85%以上", "（三） 12%", "（三） 不少于90%"]),
  ]

  @Test(arguments: right) func figuresAreReadAsPrinted(_ name: String, _ wanted: [String]) throws {
    let reading = try reading(name)
    let head = reading.head
    #expect(head.kind == .bulletin && head.title != nil && head.issued != nil && head.number != nil)
    #expect(lines(reading) == wanted)
  }

  @Test func valuesUnitsAndQualifiersAreApart() throws {
    func figure(_ text: String) throws -> TaskTarget {
      try #require(try DocumentReader.reported(in: text).first)
    }
    let cases: [(String, Decimal, String, String?)] = [
      ("老年人 43万多", 43, "万", "多"), ("卡 1万2千余张", 1.2, "万张", "余"), ("年限 两年以上", 2, "年", "以上"),
      ("额 超过20亿元", 20, "亿元", "超过"), ("额 1亿2000万元", 1.2, "亿元", nil), ("村医 5,316名", 5316, "名", nil),
      ("降幅 28.22%", Decimal(string: "28.22") ?? 0, "%", nil), ("行动 十大行动", 10, "行动", nil),
    ]
    for (text, value, unit, qualifier) in cases {
      let found = try figure(text)
      #expect(found.value == value && found.unit == unit, "\(text): \(found.value) \(found.unit)")
      #expect(found.reported?.qualifier == qualifier, "\(text)")
    }
    #expect(throws: Fault.self) { try DocumentReader.reported(in: "没有数字") }
  }

  @Test func statementsStandWithoutAFigure() throws {
    let statements = try reading("04-rank").facts.filter(\.targets.isEmpty)
    #expect(statements.map(\.title) == ["新绛县医疗集团实行院长年薪制"])
    #expect(statements[0].places.map(\.value.code) == ["140825"])
  }

  /// The one that came with the program, where it is there: 50 facts with 74 figures.
  @Test(.enabled(if: Sample.hasDocuments, "the official documents are not at hand"))
  func theChangzhiBulletinIsReadWhole() throws {
    let bytes = try Sample.document("ygxx-2020-11")
    let reading = try Sample.reader.read(bytes, name: "ygxx")
    let facts = reading.facts.filter { !$0.targets.isEmpty }
    #expect(reading.head.region == "140400")
    #expect(facts.count == 50 && facts.reduce(0) { $0 + $1.targets.count } == 74)
    let held = Dictionary(grouping: BundledCatalogue.achievements()) { $0.mark ?? "" }
    for fact in facts {
      let printed = fact.targets.compactMap(\.value.reported?.printed)
      let kept = (held[fact.path] ?? []).map(\.printed)
      // The name of a campaign is kept with its number (三个处方).
      let isSame = printed.count == kept.count && zip(printed, kept).allSatisfy { $1.hasPrefix($0) }
      #expect(isSame, "\(fact.title): \(printed) \(kept)")
    }
    #expect(reading.facts.count(where: \.targets.isEmpty) == 32)
    let marks = Set(BundledCatalogue.achievements().compactMap(\.mark))
    #expect(Set(reading.facts.map(\.path)) == marks)
  }
}
