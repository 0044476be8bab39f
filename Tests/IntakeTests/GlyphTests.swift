import Foundation
import Reform
import Testing

@testable import Intake

/// Characters that only look like others are taken for those that are meant.
struct GlyphTests {
  @Test(arguments: [
    ("⼀⼆⼋⼗⽣⾰⼈⽉⽇⼾⻘⿈", "一二八十生革人月日户青黄"), ("第⻚、⼭⻄、⻓治、⻛险、⻔诊、⺠政、⽗⺟", "第页、山西、长治、风险、门诊、民政、父母"),
    ("\u{F98E}度", "年度"), ("\u{2F804}", "\u{4F60}"), ("２０２５年８０％", "２０２５年８０％"),
    ("二O二五年、二Ｏ二Ｏ年、二○二六年、二0二七年、二o三O年", "二〇二五年、二〇二〇年、二〇二六年、二〇二七年、二〇三〇年"),
    ("2O25年、20○6年", "2025年、2006年"), ("二O、做好", "二〇、做好"),
    ("OA系统、O型血、CO、二O二三B、三0天、100○", "OA系统、O型血、CO、二O二三B、三0天、100○"),
    ("\u{F06C}做好\u{F0B7}", "●做好•"),
  ])
  func charactersAreFolded(_ written: String, _ meant: String) {
    #expect(text(Glyphs.folded(scalars(written))) == meant)
    #expect(Glyphs.folded(written) == meant)
    #expect(Glyphs.folded(scalars(written)).count == scalars(written).count)
  }

  @Test func everyRadicalHasACharacter() {
    for radical in 0x2F00...0x2FD5 as ClosedRange<UInt32> {
      #expect(Glyphs.folded([radical]).first?.isHan == true)
    }
  }

  @Test func aCopyOutOfAPDFReadsLikeTheText() throws {
    let plain = """
      某市人民政府办公室关于印发测试方案的通知
      某政办发〔2025〕1号
      一、重点任务
      （一）建立甲制度。开展甲工作。（市卫生健康委、市发展改革委负责）
      （二）建立乙制度。二〇二六年底前开展乙工作。每年3月底前报送。（市财政局负责）
      """
    let pairs = [
      ("一", "⼀"), ("人", "⼈"), ("二〇", "⼆O"), ("二", "⼆"), ("月", "⽉"), ("生", "⽣"), ("革", "⾰"),
      ("工", "⼯\u{200B}"), ("市", "\u{AD}市"),
    ]
    var copied = plain
    for (meant, written) in pairs {
      copied = copied.replacingOccurrences(of: meant, with: written)
    }
    let (one, other) = (try Sample.read(plain), try Sample.read(copied))
    #expect(one.clauses.count == 2)
    #expect(other.clauses.map(\.path) == one.clauses.map(\.path))
    #expect(other.clauses.map(\.text) == one.clauses.map(\.text))
    #expect(
      other.clauses.map { $0.departments.map(\.value) }
        == one.clauses.map { $0.departments.map(\.value) })
    #expect(
      other.clauses.map { $0.deadlines.map(\.value) }
        == one.clauses.map { $0.deadlines.map(\.value) })
    #expect(other.head.title == one.head.title)
    #expect(other.clauses.map(\.line) == [4, 5])
  }

  @Test func whatNoTableKnowsIsSaidWithItsPlace() throws {
    let reading = try Sample.read("一、做好\u{E123}工作\u{E123}。\n二、\u{FFFD}推进。")
    let findings = reading.findings.filter { $0.check == "unreadable-character" }
    #expect(findings.map(\.source.line) == [1, 2])
    #expect(findings.map(\.source.column) == [5, 3])
    #expect(findings[0].message.zh.contains("U+E123，共2处"))
  }

  @Test func placesAndHeadingsOfAWorkbookAreFolded() throws {
    let book = try SheetReader.read(Array("县\t⼆O⼆四年⼈口\n⻓⼦县\t5\n".utf8), name: "t")
    let words = book.sheets[0].rows.map { $0.cells.map { $0.value.words ?? "" } }
    #expect(words.map(\.first) == ["县", "长子县"])
    #expect(words[0].last == "二〇二四年人口")
  }

  @Test(arguments: [("二〇", 20), ("一〇五", 105), ("三十", 30), ("二百零三", 203), ("五六", 6)])
  func digitsInTheirPlacesAreRead(_ written: String, _ value: Int) {
    let found = Numerals.chinese(scalars(written), at: 0, limit: written.unicodeScalars.count)
    #expect(found?.value == value)
  }
}
