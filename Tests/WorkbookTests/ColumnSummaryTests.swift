import Foundation
import Intake
import Reform
import Runtime
import TestSupport
import Testing

/// What headings say beyond the indicator's name, the office's own names, and the summary of an import.
struct ColumnSummaryTests {
  private let table =
    "阳泉市2022年\n地区,医疗服务收入（元）,医疗收入（元）,上年医疗收入（元）\n城区,1000000,3000000,1\n矿区,2000000,6000000,2\n"

  private func importing(_ desk: Desk, names: String) -> FigureImport {
    FigureImport(
      book: Desk.book, catalogue: Desk.catalogue, ledger: desk.ledger, today: Desk.today,
      names: OwnColumnNames([UInt8](names.utf8), file: "column-names.csv", Desk.book))
  }

  @Test func everyColumnSaysWhatWasReadFromIt() throws {
    let file = try Desk().examine(table)
    let taken = file.summary.filter(\.isTaken)
    #expect(taken.map(\.name) == ["B", "C"], "\(file.told)")
    #expect(taken.map(\.part) == ["numerator", "denominator"])
    #expect(taken.map(\.sum) == [300, 900] && taken.map(\.places) == [2, 2])
    #expect(taken.map(\.least) == [100, 300] && taken.map(\.most) == [200, 600])
    #expect(taken.allSatisfy { $0.factor == Decimal(1) / 10_000 && $0.period == .year(2022) })
    let left = try #require(file.summary.first { !$0.isTaken })
    #expect(left.name == "D" && left.use == "last-year" && left.reason != nil)
    for language in Language.allCases {
      let read = Table.imported(file.summary, Desk.book, language).read
      #expect(read.count == file.summary.count + 1 && read.allSatisfy { $0.count == 9 })
      #expect(read[1].contains("300") && read[3][6...].allSatisfy(\.isEmpty), "\(read)")
    }
  }

  /// A city's stated total is not added to its counties again.
  @Test func theSumIsOfThePartsAlone() throws {
    let file = try Desk().examine(
      "2022年\n地区,医疗服务收入（万元）,医疗收入（万元）\n阳泉市,300,900\n城区,100,300\n矿区,200,600\n")
    #expect(file.summary.filter(\.isTaken).map(\.sum) == [300, 900], "\(file.told)")
  }

  @Test func aPlaceThatStandsTwiceCountsOnce() throws {
    let file = try Desk().examine(
      "阳泉市2022年\n地区,医疗服务收入（万元）,医疗收入（万元）\n城区,100,300\n矿区,200,600\n城区,100,300\n合计,300,900\n")
    #expect(file.summary.filter(\.isTaken).map(\.sum) == [300, 900], "\(file.told)")
    #expect(file.checks == ["entered-twice"], "\(file.told)")
  }

  @Test func acceptedWordsStayWithTheBatch() throws {
    let desk = try Desk()
    let text =
      "阳泉市2022年\n地区,基层医疗卫生机构诊疗人次（不含村卫生室）,医疗卫生机构诊疗总人次\n城区,900000,2900000\n"
    let file = try desk.examine(text)
    #expect(file.checks == ["other-basis"] && !file.isBarred, "\(file.told)")
    #expect(file.accepted.count == 1 && file.accepted[0].contains("不含村卫生室"))
    let seen = try desk.ledger.lastAct()
    let batch = try #require(
      try desk.importing().post([file], seen: seen, note: "电话核对", Desk.stamp()).first)
    #expect(batch.note?.hasPrefix("电话核对；接受的表头用语：") == true)
    #expect(batch.note?.contains("不含村卫生室") == true)
  }

  @Test func aNameOfAnotherThingIsRefusedWithItsReason() throws {
    let text = "阳泉市2022年\n地区,人员经费,业务活动费用\n城区,1000,3000\n"
    let desk = try Desk()
    let file = try desk.examine(text)
    #expect(file.isBarred && file.checks.contains("other-basis"), "\(file.told)")
    #expect(file.told.contains("不含单位管理费用"))
    // The office may say that it is the same all the same.
    let own = "name,indicator,part\n业务活动费用,personnel-share,denominator\n"
    let taken = try #require(
      try importing(desk, names: own).examine([("表.csv", [UInt8](text.utf8))]).first)
    #expect(!taken.isBarred && taken.figures.first?.denominator == 3000, "\(taken.told)")
  }

  @Test func namesOfTheOfficeAreReadAndCheckedLineByLine() throws {
    let desk = try Desk()
    let text = "阳泉市2022年\n地区,我市服务收入,医疗收入\n城区,1000,3000\n"
    let own = "name,indicator,part\n我市服务收入,medical-service-share,numerator\n"
    let file = try #require(
      try importing(desk, names: own).examine([("表.csv", [UInt8](text.utf8))]).first)
    #expect(file.figures.first?.numerator == 1000, "\(file.told)")
    let bad = OwnColumnNames(
      [UInt8](
        "name,indicator,part\nA,nobody,numerator\nB,drug-share,half\n,drug-share,value\n".utf8),
      file: "column-names.csv", Desk.book)
    #expect(bad.findings.map(\.source.line) == [2, 3, 4])
    #expect(throws: Fault.self) { try bad.refuseFaults() }
    let headless = OwnColumnNames([UInt8]("a,b\n1,2\n".utf8), file: "x", Desk.book)
    #expect(headless.findings.count == 1)
  }
}
