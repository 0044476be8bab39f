import Foundation
import LedgerStore
import Reform
import TestSupport
import Testing

@Suite struct GroupsTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.with(.sample)
  }

  private func json(_ arguments: String...) throws -> JSON {
    let result = try program.run(arguments + ["--json", "--sample"])
    #expect(result.code == 0 && result.complaint.isEmpty, "\(result.complaint)")
    return try JSON(result.output)
  }

  @Test func aPlaceHasTheShapeThatWasPromised() throws {
    let place = try json("places", "长治")
    #expect(
      place.keys.isSuperset(of: [
        "code", "name", "level", "parent", "tasks", "next", "owed", "roles", "achievements",
        "parts", "indicators", "crumbs", "duties", "sample",
      ]))
    #expect(place["code"].text == "140400" && place["parent"].text == "140000")
    #expect(place["parts"].items.count == 12)
    #expect(place["achievements"].items.count > 20)
    let results = place["achievements"].items.filter { $0["kind"].text == "result" }
    #expect(!results.isEmpty && place["roles"].items.allSatisfy { !$0["clause"].isNull })
    let status = place["tasks"]["status"]
    let sum = status.keys.compactMap { status[$0].number }.reduce(0, +)
    #expect(sum == place["tasks"]["total"].number)
    #expect(place["indicators"].items.first?["ranked"].number == 11)
  }

  @Test func aCountyShowsWhatItIsNamedForAndTheProvinceIsTheDefault() throws {
    let county = try json("places", "盐湖区")
    let clauses = county["roles"].items.map {
      ($0["document"].text ?? "") + "/" + ($0["clause"].text ?? "")
    }
    #expect(clauses.contains("yzbf-2019-3/9") && clauses.contains("yzbf-2019-3/13"))
    #expect(county["parts"].items.isEmpty)
    let province = try json("places")
    #expect(province["level"].text == "province" && province["parent"].isNull)
    #expect(province["parts"].items.count == 11)
  }

  @Test func aCountyHasItsThreeRanksAndACityNone() throws {
    let county = try json("places", "襄垣")["indicators"].items
    let pools = try #require(county.first)["pools"]
    #expect(Set(pools.keys) == ["province", "city", "peers"])
    #expect(pools["province"]["rank"].number == county.first?["rank"].number)
    #expect(pools["city"]["ranked"].number == 12)
    #expect(try json("places", "长治")["indicators"].items.allSatisfy { $0["pools"].isNull })
  }

  @Test func groupsAreComparedInTheShapeOfIndicators() throws {
    let compared = try json(
      "compare", "group-six-unified", "--year", "2023", "--level", "county")
    #expect(compared["indicator"].text == "group-six-unified" && compared["unit"].text == "%")
    let rows = compared["rows"].items
    #expect(rows.count == 117 && rows.first?["rank"].number == 1)
    #expect(rows.allSatisfy { $0["denominator"].number == 6 })
    #expect(rows.allSatisfy { $0["pools"]["province"]["rank"].number == $0["rank"].number })
    #expect(rows.allSatisfy { $0["flags"].items.contains { $0.text == "made-up" } })
    let done = rows.compactMap { $0["numerator"].number }.reduce(0, +)
    #expect(compared["total"]["numerator"].number == done)
    #expect(compared["total"]["denominator"].number == 702)
    let cities = try json("compare", "六统一完成率", "--year", "2023")
    #expect(cities["rows"].items.count == 11)
    #expect(cities["rows"].items.compactMap { $0["numerator"].number }.reduce(0, +) == done)
  }

  @Test func aTotalOfAnAssessmentIsComparedByCountyOnly() throws {
    let city = try program.run("compare", "group-assessment", "--year", "2023", "--sample")
    #expect(city.code == 2 && city.complaint.contains("--level county"))
    let parts = try program.run(
      "compare", "group-assessment", "--year", "2023", "--level", "county", "--parts", "--sample")
    #expect(parts.code == 2 && parts.output.isEmpty)
    let counties = try json("compare", "group-assessment", "--year", "2023", "--level", "county")
    #expect(counties["total"]["value"].isNull && counties["unit"].text == "分")
    #expect(counties["rows"].items.first?["numerator"].isNull == true)
  }

  @Test func anUnknownIndicatorNamesTheMeasuresOfGroups() throws {
    let result = try program.run("compare", "group-x", "--year", "2023", "--sample")
    #expect(result.code == 2 && result.complaint.contains("group-six-unified、"))
    let none = try program.run("compare", "group-two-permits", "--year", "2023", "--sample")
    #expect(none.code == 1 && none.complaint.contains("yigai import groups"))
    let year = try program.run("compare", "group-spending", "--year", "2019", "--sample")
    #expect(year.code == 1 && year.complaint.contains("2022–2023"))
  }

  @Test func allGroupsAreListedAndOneIsShownWhole() throws {
    let groups = try json("groups").items
    #expect(groups.count == 117 && groups.allSatisfy { $0["madeUp"].value as? Bool == true })
    let complete = groups.count { $0["sixUnifiedComplete"].value as? Bool == true }
    #expect(complete > 20 && complete < 100)
    let group = try json("groups", "武乡县")
    #expect(group["moves"].items.first?["joined"].text == "2023-07-01")
    let open = group["lists"].items.filter { !$0["remark"].isNull }
    #expect(open.contains { $0["name"]["zh"].text == "六统一" })
    let assessed = group["assessments"].items.first { $0["year"].number == 2023 }
    #expect(assessed?["measures"].items.count == 4 && assessed?["total"].isNull == false)
    #expect(assessed?["source"]["document"].text == "jzf-2023-15")
    let older = try json("groups", "临猗县")["assessments"].items.first { $0["year"].number == 2022 }
    #expect(older?["measures"].items.count == 16 && older?["rules"].text == "group-duties")
    let limited = try json("groups", "盐湖区")
    #expect(limited["limits"].items.first?["source"]["clause"].text == "5")
  }

  @Test func partsOfEverySettlementAddUpToTheBalance() throws {
    let settlements = try json("settle", "--year", "2023").items
    #expect(settlements.count == 117)
    var outcomes: Set<String> = []
    for settlement in settlements {
      outcomes.insert(settlement["outcome"].text ?? "")
      let sum = settlement["parts"].items.compactMap { $0["fen"].number }.reduce(0, +)
      let balance = try #require(settlement["balance"].number)
      #expect(settlement["parts"].items.isEmpty || sum == abs(balance))
      let isQualified = settlement["qualified"].value as? Bool == true
      #expect(isQualified || settlement["due"].isNull)
    }
    #expect(outcomes.isSuperset(of: ["surplus", "overrun"]))
    let running = try json("settle", "盐湖区", "--year", "2024")
    #expect(running["outcome"].text == "open" && running["advances"].keys.count == 11)
  }

  @Test func theRuleAndItsClauseStandInTheSettlementAndOnTheSheet() throws {
    let settlement = try json("settle", "万荣县", "--year", "2022")
    #expect(settlement["rule"]["source"]["clause"].text == "20")
    #expect(settlement["parts"].items.map { $0["ratio"].text } == ["6", "3", "1"])
    let path = program.scratch.file("sheet.md")
    let written = try program.run("settle", "万荣县", "--year", "2022", "--sample", "--to", path)
    #expect(written.code == 0)
    let sheet = try String(contentsOfFile: path, encoding: .utf8)
    for words in ["运政办发〔2019〕3号", "二（三）20", "6/10", "示例数据", "舍去最多"] {
      #expect(sheet.contains(words), "\(words)")
    }
    let again = try program.run("settle", "万荣县", "--year", "2022", "--sample", "--to", path)
    #expect(again.code == 2 && again.complaint.contains("已经存在"))
  }

  @Test(arguments: [
    (["settle", "盐湖区", "--year", "2019"], Int32(1), "2022–2024"),
    (["settle", "盐湖区", "--year", "20x"], 2, "四位数字"),
    (["settle", "火星县", "--year", "2023"], 2, "没有叫“火星县”"),
    (["settle", "运城", "--year", "2023", "--to", "x.md"], 2, "一个县"),
    (["settle", "盐湖区", "--year", "2023", "--to", "x.pdf"], 2, ".md"),
    (["places", "长治", "--place", "太原"], 2, "只写一个"),
    (["groups", "--json", "--csv"], 2, "只能用一个"),
    (["settle", "盐湖区", "--year", "2024", "--sign"], 1, "还没有登记全年实际发生"),
    (["settle", "垣曲县", "--year", "2023", "--sign"], 1, "六统一"),
    (["settle", "运城", "--year", "2023", "--sign"], 2, "一个县"),
    (["settle", "盐湖区", "--year", "2023", "--sign", "--read-only"], 2, "--read-only"),
    (["settle", "盐湖区", "--year", "2023", "--sign", "--as-of", "2024-01-01"], 2, "今天"),
    (["settle", "盐湖区", "--year", "2023", "--sign", "--by", " "], 2, "--by"),
    (["settle", "盐湖区", "--year", "2023", "--note", "x"], 2, "--sign"),
  ])
  func wrongWordsGetASentence(arguments: [String], code: Int32, words: String) throws {
    let result = try program.run(arguments + ["--sample"])
    #expect(result.code == code && result.complaint.contains(words), "\(result.complaint)")
    #expect(result.output.isEmpty)
  }

  @Test func aSigningIsInTheLedgerWithItsNote() throws {
    #expect(try json("settle", "盐湖区", "--year", "2023")["signed"].isNull)
    let result = try program.run(
      "settle", "盐湖区", "--year", "2023", "--sign", "--note", "双方盖章", "--by", "李华", "--sample")
    #expect(result.code == 0 && result.output.contains("已签认（示例数据）：盐湖区 2023 年结余"))
    let now = try json("settle", "盐湖区", "--year", "2023")
    #expect(now["signed"]["note"].text == "双方盖章" && now["signed"]["agrees"].value as? Bool == true)
    #expect(now["signed"]["balance"].number == now["balance"].number)
    let again = try program.run(
      "settle", "盐湖区", "--year", "2023", "--sign", "--note", "双方盖章", "--by", "王明", "--sample")
    #expect(again.code == 1 && again.complaint.contains("已经签认"))
  }

  @Test func anEmptyLedgerSaysHowMoneyComesIn() throws {
    try program.with(.bundled)
    let result = try program.run("settle", "盐湖区", "--year", "2023")
    #expect(result.code == 1 && result.complaint.contains("import settlements"))
    let groups = try program.run("groups", "盐湖区")
    #expect(groups.code == 0 && groups.output.contains("未登记"))
  }
}
