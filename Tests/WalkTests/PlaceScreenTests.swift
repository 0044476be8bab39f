import Cells
import Foundation
import Reform
import TestSupport
import Testing

@testable import Dashboard

/// What the screen of places does besides what stories show.
@Suite struct PlaceScreenTests {
  private func walk(
    _ ledger: TestLedger = .sample, size: Size = Size(columns: 100, rows: 30),
    place: Division.Code? = nil
  ) throws -> Walk {
    var setting = Walk.Setting()
    (setting.ledger, setting.size, setting.place) = (ledger, size, place)
    return try Walk(setting)
  }

  /// The line of crumbs, and the rows of the list that stand in colour.
  private func crumbs(_ walk: Walk) -> String {
    let lines = walk.canvas.text.split(separator: "\n", omittingEmptySubsequences: false)
    return String(lines[1].prefix { $0 != "常" }).trimmingCharacters(in: .whitespaces)
  }

  @Test func aPlaceIsReadAfterTheFrameAndOnce() throws {
    let walk = try walk(.small)
    try walk.press("4")
    #expect(walk.screens.contains { $0.text.contains("正在读取") })
    #expect(walk.canvas.text.contains("欠账与到期"))
    var state = walk.state
    #expect(update(&state, .shown).isEmpty)
  }

  @Test func fourKeysDownAndFourBackNeverLoseThePlace() throws {
    let walk = try walk()
    try walk.press("4 j j j")
    let province = walk.canvas
    try walk.press("Enter j j")
    let city = walk.canvas
    try walk.press("Enter")
    let county = walk.canvas
    try walk.press("Enter j")
    #expect(crumbs(walk) == "山西省 › 长治市 › 屯留区 › 医疗集团")
    let group = walk.canvas
    try walk.press("Enter Esc")
    #expect(walk.canvas == group)
    try walk.press("Esc")
    #expect(walk.canvas == county)
    try walk.press("Esc")
    #expect(walk.canvas == city)
    try walk.press("Esc")
    #expect(walk.canvas == province)
  }

  @Test func threeLevelsDownAndBackTakeFourKeys() throws {
    let walk = try walk()
    try walk.press("4 j j j")
    let province = walk.canvas
    try walk.press("Enter j j Enter Enter j")
    let group = walk.canvas
    try walk.press("4")
    #expect(walk.canvas == province)
    try walk.press("Enter Enter Enter")
    #expect(walk.canvas == group)
  }

  @Test func escapeStopsAtThePlaceThatTheProgramWasOpenedFor() throws {
    let walk = try walk(place: "140400")
    try walk.press("4")
    #expect(crumbs(walk) == "山西省 › 长治市")
    try walk.press("Enter Esc Esc")
    #expect(walk.state.tab == .overview)
    #expect(walk.state.scope == "140400")
  }

  @Test func anotherContextIsGoneToAndLeftUpwards() throws {
    let walk = try walk(.small)
    try walk.press("4 j Enter p 'changzhi' Enter")
    #expect(crumbs(walk) == "山西省 › 长治市")
    #expect(walk.state.scope == "140400")
    try walk.press("Esc")
    #expect(crumbs(walk) == "山西省")
    #expect(walk.state.scope == "140000")
    try walk.press("Enter")
    #expect(crumbs(walk) == "山西省 › 长治市")
  }

  @Test func whatAnotherProgramEntersIsReadAnew() throws {
    let walk = try walk(.small, size: Size(columns: 100, rows: 40))
    try walk.press("4")
    try walk.another("李华", enters: "demo-1/4", ["140400"], .done, "别处登记")
    walk.send([.tick])
    #expect(walk.canvas.text.contains("医保与医院集体协商 别处登记"))
  }

  @Test func anIndicatorOpensForThePlaceAndTheContextStays() throws {
    let walk = try walk()
    try walk.press("4 j j j Enter Tab")
    let before = walk.canvas
    let lines = before.text.split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.contains("医疗服务收入占比") })
    try walk.press("j j j j j")
    let line = walk.canvas
    try walk.press("Enter")
    #expect(walk.state.tab == .indicators)
    #expect(walk.state.figures.board?.place == "140400")
    #expect(walk.state.scope == "140000")
    try walk.press("Esc")
    #expect(walk.canvas == line)
    #expect(walk.state.figures.board?.place == "140000")
  }

  @Test func whatIsWrittenOfAGroupIsInTheLedgerAndCanBeTakenBack() throws {
    let walk = try walk(place: "140400")
    // 三清单 of the first county: its first list is printed, nothing of it is done.
    try walk.press("4 Enter Enter j j Enter d")
    #expect(walk.canvas.text.contains("佐证"))
    try walk.press("Enter")
    #expect(walk.canvas.text.contains("已完成的要写佐证"))
    try walk.press("'test 1' Up Ctrl-U '2024/11/30' Ctrl-S")
    #expect(walk.canvas.text.contains("2024-11-30 test 1"))
    let county = try #require(walk.state.catalogue.divisions.parts(of: "140400").first).id
    func done() throws -> Bool {
      try walk.world.ledger.groupBook(asOf: walk.state.day).entries(of: county).contains {
        if case .evidence("three-lists", 1, .some, "test 1") = $0.fact.content {
          true
        } else {
          false
        }
      }
    }
    #expect(try done())
    try walk.press("u")
    #expect(try !done())
    try walk.press("Ctrl-R")
    #expect(try done())
    try walk.press("u")
    #expect(!walk.canvas.text.contains("test 1"))
  }

  @Test func whatMakesNoSenseIsRefusedWithTheQuestionStillOpen() throws {
    let walk = try walk(place: "140400")
    // The budget of the last settlement.
    try walk.press("4 Enter Enter G Enter e")
    #expect(walk.canvas.text.contains("2022 年总额预算"))
    let before = walk.state
    try walk.press("'-' Enter")
    #expect(walk.canvas.text.contains("不是金额"))
    try walk.press("Esc")
    #expect(walk.canvas.text.contains("再按 Esc 放弃"))
    try walk.press("Esc")
    #expect(walk.state.overlay == nil)
    #expect(walk.state.model.placeCache == before.model.placeCache)
  }

  @Test func anExportHoldsThePartsAndTheReport() throws {
    let walk = try walk()
    try walk.export("4 j j j")
    let names = try FileManager.default.contentsOfDirectory(atPath: walk.scratch.path)
    let name = try #require(names.first { $0.hasSuffix(".csv") })
    let text = try #require(contents(of: walk.scratch.file(name)))
    #expect(text.contains("示例数据") && text.contains("欠账与到期"))
    #expect(text.contains(/长治市,\d+%/))
  }

  @Test func everySizeAndLanguageKeepsItsEdges() throws {
    for (columns, rows) in [(60, 14), (80, 24), (133, 37), (160, 50), (220, 60)] {
      let walk = try walk(size: Size(columns: columns, rows: rows))
      for keys in ["4", "v", "v j Enter", "Enter", "Enter Enter G", "L", "Esc Esc Esc v L"] {
        try walk.press(keys)
        #expect(walk.canvas.size == Size(columns: columns, rows: rows))
        #expect(walk.disagreements.isEmpty)
      }
    }
  }
}
