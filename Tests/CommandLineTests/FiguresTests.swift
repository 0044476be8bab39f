import Foundation
import LedgerStore
import Reform
import TestSupport
import Testing

@Suite struct FiguresTests {
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

  private func number(_ json: JSON) -> Double? { (json.value as? NSNumber)?.doubleValue }

  @Test func aComparisonHasTheShapeThatWasPromised() throws {
    let compared = try json("compare", "medical-service-share", "--year", "2023")
    #expect(
      compared.keys.isSuperset(of: ["indicator", "year", "level", "rows", "total", "sample"]))
    #expect(compared["indicator"].text == "medical-service-share")
    #expect(compared["year"].number == 2023 && compared["level"].text == "city")
    #expect((compared["sample"].value as? Bool) == true)
    let rows = compared["rows"].items
    #expect(rows.count == 11)
    let promised: Set = [
      "place", "name", "numerator", "denominator", "value", "rank", "change", "target", "gap",
      "flags",
    ]
    for row in rows + [compared["total"]] { #expect(row.keys.isSuperset(of: promised)) }
    #expect(rows[0]["rank"].number == 1 && rows[0]["name"].text == "长治市")
    #expect(rows.allSatisfy { $0["flags"].items.contains { $0.text == "made-up" } })
    #expect(compared["total"]["place"].text == "140000")
  }

  /// The same figure has the same rank, whichever command tells it.
  @Test(arguments: ["太原", "长治", "吕梁", "屯留"])
  func everyCommandRanksAPlaceAlike(place: String) throws {
    let figures = try json("indicators", "--place", place).items
    let told = try json("places", place)["indicators"].items
    var ranked = 0
    for figure in figures {
      let same = told.first { $0["indicator"].text == figure["indicator"].text }
      guard let same, same["year"].number == figure["year"].number else { continue }
      #expect(figure["figure"]["rank"].number == same["rank"].number, "\(place) \(figure)")
      ranked += same["rank"].number == nil ? 0 : 1
    }
    #expect(ranked > 3)
  }

  @Test func aHistoryThatIsCutSaysSo() throws {
    let cut = try program.run(["history", "jyg-2019-1/16", "--sample", "--limit", "5"])
    #expect(cut.code == 0 && cut.complaint.contains("只列了最新 5 条，共 "), "\(cut.complaint)")
    let whole = try program.run(["history", "jyg-2019-1/16", "--sample"])
    #expect(whole.complaint.isEmpty)
  }

  @Test func theTotalIsTheSumAndEveryValueIsItsParts() throws {
    let cities = try json("compare", "primary-visit-share", "--year", "2022")
    let counties = try json("compare", "primary-visit-share", "--year", "2022", "--level", "county")
    #expect(counties["rows"].items.count == 117)
    for compared in [cities, counties] {
      for part in ["numerator", "denominator"] {
        let sum = compared["rows"].items.compactMap { number($0[part]) }.reduce(0, +)
        #expect(sum == number(compared["total"][part]))
      }
      for row in compared["rows"].items {
        let parts = (
          try #require(number(row["numerator"])), try #require(number(row["denominator"]))
        )
        let value = try #require(number(row["value"]))
        #expect(abs(value - parts.0 / parts.1 * 100) < 1e-9)
      }
    }
  }

  @Test func theGapIsInTheUnitOfTheNumerator() throws {
    let rows = try json("compare", "personnel-share", "--year", "2023")["rows"].items
    for row in rows {
      let (gap, value) = (try #require(number(row["gap"])), try #require(number(row["value"])))
      let (above, below) = (number(row["numerator"]) ?? 0, number(row["denominator"]) ?? 0)
      #expect(row["target"].number == 45)
      #expect(abs(gap - (value >= 45 ? 0 : 0.45 * below - above)) < 1e-6)
    }
  }

  @Test func aMissingCityLeavesTheTotalIncomplete() throws {
    let compared = try json("compare", "in-county-admission", "--year", "2019")
    #expect(compared["total"]["missing"].items.map(\.text) == ["141100"])
    #expect(compared["total"]["change"].isNull)
    let last = try #require(compared["rows"].items.last)
    #expect(last["place"].text == "141100" && last["rank"].isNull && last["value"].isNull)
    #expect(last["apart"].text == "noFigure")
  }

  @Test func withoutADirectionThereIsAPositionAndNoRank() throws {
    let compared = try json("compare", "药占比", "--year", "2021")
    #expect(compared["direction"].isNull && compared["directionSource"].isNull)
    let rows = compared["rows"].items
    #expect(rows.allSatisfy { $0["rank"].isNull && $0["rankBefore"].isNull })
    #expect(rows.first?["position"].number == 1)
    let directed = try json("compare", "县域内就诊率", "--year", "2021")
    #expect(directed["direction"].text == "up" && directed["rows"].items[0]["rank"].number == 1)
    #expect(directed["directionSource"]["document"].text == "yzbf-2019-3")
    #expect(directed["directionSource"]["clause"].text == "19")
    let table = try program.run("compare", "药占比", "--year", "2021", "--sample").output
    #expect(table.contains("从高到低（没有写明方向）"))
  }

  @Test func aBreakInTheSeriesIsSaidAndNotHeldAgainstTheYearBefore() throws {
    let rows = try json("compare", "medical-service-share", "--year", "2022")["rows"].items
    let broken = rows.filter { $0["breakInSeries"].number == 1 }
    #expect(!broken.isEmpty && broken.count < 11)
    for row in broken {
      #expect(row["change"].isNull && row["rankBefore"].isNull)
      #expect(!row["changeAcrossBreak"].isNull && !row["rank"].isNull)
    }
    let moved = try json("compare", "medical-service-share", "--year", "2022", "--parts")
    #expect(moved["breaks"].items.map(\.text) == broken.map { $0["place"].text })
    #expect(!moved["breaks"].items.contains { $0.text == moved["mover"].text })
  }

  @Test func theGapSaysWhatItTakesForGrantedAndThePaceItsYears() throws {
    let rows = try json("compare", "medical-service-share", "--year", "2023")["rows"].items
    for row in rows {
      #expect(row["gapAssumes"].text == "constant-denominator")
      let years = try #require(row["paceYears"].number)
      #expect(years >= 1 && years <= 3)
    }
  }

  @Test func aCityComparesItsCounties() throws {
    let compared = try json("compare", "药占比", "--year", "2021", "--place", "yangquan")
    #expect(compared["level"].text == "county" && compared["rows"].items.count == 5)
    #expect(compared["total"]["name"].text == "阳泉市")
    let tiny = compared["rows"].items.filter { $0["apart"].text == "tiny" }
    #expect(tiny.map { $0["place"].text } == ["140303"] && tiny[0]["rank"].isNull)
  }

  @Test func whoMovedTheProvinceAddsUpToItsChange() throws {
    let moved = try json("compare", "medical-service-share", "--year", "2023", "--parts")
    let rows = moved["rows"].items
    #expect(rows.count == 11 && moved["from"].number == 2022 && moved["to"].number == 2023)
    let change = try #require(number(moved["change"]))
    let compared = try json("compare", "medical-service-share", "--year", "2023")
    #expect(abs(change - (try #require(number(compared["total"]["change"])))) < 1e-9)
    #expect(abs(rows.compactMap { number($0["total"]) }.reduce(0, +) - change) < 1e-9)
    for row in rows {
      let (own, weight) = (
        try #require(number(row["own"])), try #require(number(row["weight"]))
      )
      #expect(abs(own + weight - (try #require(number(row["total"])))) < 1e-9)
    }
    let long = try json(
      "compare", "medical-service-share", "--year", "2023", "--parts", "--since", "2018")
    #expect(long["from"].number == 2018)
  }

  @Test(arguments: [
    (["compare", "medical-service-share", "--year", "2020", "--parts"], Int32(1), "吕梁市"),
    (["compare", "medical-service-share", "--year", "2023", "--since", "2020"], 2, "--parts"),
    (
      ["compare", "medical-service-share", "--year", "2020", "--parts", "--since", "2021"], 2,
      "2021"
    ),
    (["indicators", "--collection", "--place", "长治市潞州区"], 2, "长治"),
  ])
  func whatCannotBeSplitOrCollectedIsSaid(
    _ arguments: [String], code: Int32, words: String
  ) throws {
    let result = try program.run(arguments + ["--sample"])
    #expect(result.code == code && result.output.isEmpty, "\(result.complaint)")
    if code == 1 { #expect(result.complaint.contains(words), "\(result.complaint)") }
  }

  @Test func whoHasSentIsListedByPlaceAndDepartment() throws {
    let board = try json("indicators", "--collection")
    #expect(board["year"].number == 2023 && board["due"].text == "2024-02-29")
    let rows = board["rows"].items
    // Eleven cities, and the province's own level, which need not send anything.
    #expect(rows.count == 12 && board["asked"].items.count == 4)
    let back = rows.filter { $0["state"].text == "returned" }
    #expect(back.map { $0["place"].text } == ["140800"])
    #expect(back[0]["reason"].text?.contains("盐湖区") == true)
    #expect(board["acts"].items.map { $0["kind"].text } == ["return"])
    let missing = try json("indicators", "--collection", "--year", "2019")
    let lacking = missing["rows"].items.filter { $0["state"].text == "missing" }
    #expect(lacking.map { $0["place"].text } == ["141100"])
    #expect((missing["locked"].value as? Bool) == true)
    #expect(missing["departments"].items.contains { !$0["absent"].items.isEmpty })
  }

  @Test func indicatorsComeWithSourceDueDayAndTrend() throws {
    let all = try json("indicators", "--place", "changzhi").items
    #expect(all.count == 27 && all[0]["indicator"].text == "medical-service-share")
    #expect(all[0]["due"].text == "2024-02-29" && all[0]["source"]["clause"].text == "2.1")
    #expect(all[0]["figure"]["place"].text == "140400" && all[0]["year"].number == 2023)
    #expect(all[0]["trend"].items.map { $0["year"].number } == Array(2018...2023))
    #expect(all[0]["tasks"].items.contains { $0.text == "jyg-2019-1/11" })
    let ending = try #require(all.first { $0["indicator"].text == "teleconsultation-groups" })
    #expect(ending["direction"].text == "up" && ending["unit"].text == "家")
  }

  @Test func tablesAndFilesAreReadableAndMarked() throws {
    let table = try program.run("compare", "drug-share", "--year", "2023", "--sample").output
    let lines = table.split(separator: "\n")
    #expect(lines[0] == "示例数据" && lines[1].hasPrefix("从高到低") && lines.count == 14)
    #expect(lines.last?.contains("山西省") == true)
    let csv = try program.run("compare", "drug-share", "--year", "2023", "--sample", "--csv").output
    let rows = csv.split(separator: "\r\n")
    #expect(rows[0].hasPrefix("编号,指标,年,名次,") && rows[0].hasSuffix(",示例") && rows.count == 13)
    #expect(rows.dropFirst().allSatisfy { $0.hasSuffix(",示例数据") })
    let english = try program.run(
      "indicators", "--sample", "--lang", "en", "--year", "2021"
    ).output
    #expect(english.hasPrefix("SAMPLE DATA\nId ") && english.contains("Services share"))
    let listed = try program.run("indicators", "--sample", "--csv").output
    #expect(listed.split(separator: "\r\n").count == 28)
  }

  @Test func anEarlierDayShowsWhatStoodThen() throws {
    let early = try program.run(
      "compare", "drug-share", "--year", "2023", "--sample", "--as-of", "2024-01-31")
    #expect(early.code == 1 && early.complaint.contains("有 2018–2022 年"))
    let nothing = try program.run("indicators", "--sample", "--as-of", "2018-01-31", "--json")
    #expect(try JSON(nothing.output)[0]["figure"]["value"].isNull)
  }

  @Test(arguments: [
    (["compare", "nope", "--year", "2023"], "没有指标“nope”", Int32(2)),
    (["compare", "drug-share", "--year", "2031"], "有 2018–2023 年", 1),
    (["compare", "drug-share", "--year", "23"], "四位数字", 2),
    (["compare", "drug-share", "--year", "2023", "--level", "town"], "没有级别“town”", 2),
    (["compare", "drug-share", "--year", "2023", "--place", "榆社"], "没有可比较的地区", 2),
    (["compare", "drug-share", "--year", "2023", "--place", "nowhere"], "nowhere", 2),
    (["compare", "drug-share"], "--year", 2), (["compare"], "indicator", 2),
    (["indicators", "--year", "2010"], "有 2018–2023 年", 1),
    (["indicators", "--year", "x"], "四位数字", 2),
    (["indicators", "--json", "--csv"], "只能用一个", 2),
  ])
  func whatIsAskedWronglyIsASentence(arguments: [String], words: String, code: Int32) throws {
    let result = try program.run(arguments + ["--sample"])
    #expect(result.code == code && result.output.isEmpty)
    #expect(result.complaint.contains(words), "\(result.complaint)")
    #expect(result.complaint.split(separator: "\n").count == 1)
    let english = try program.run(arguments + ["--sample", "--lang", "en"])
    let plain = english.complaint.filter { $0.isLetter && !$0.isASCII }
    #expect(plain.allSatisfy { "长治".contains($0) }, "\(english.complaint)")
  }

  @Test func anEmptyLedgerListsTheIndicatorsWithoutFigures() throws {
    let empty = try Program()
    try empty.with(.bundled)
    let listed = try empty.run("indicators", "--json")
    let all = try JSON(listed.output).items
    #expect(listed.code == 0 && all.count == 27 && all[0]["trend"].items.isEmpty)
    #expect(all[0]["year"].isNull && all[0]["sample"].isNull)
    let compared = try empty.run("compare", "drug-share", "--year", "2023")
    #expect(compared.code == 1 && compared.complaint.contains("还没有"))
  }
}
