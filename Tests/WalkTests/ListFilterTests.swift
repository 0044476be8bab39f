import Cells
import Reform
import TestSupport
import Testing

@testable import Dashboard

/// Finding places and indicators in their lists.
@Suite struct ListFilterTests {
  private func walk(
    columns: Int = 100, place: Division.Code? = nil, ledger: TestLedger = .sample
  ) throws -> Walk {
    var setting = Walk.Setting()
    (setting.ledger, setting.size) = (ledger, Size(columns: columns, rows: 30))
    setting.place = place
    return try Walk(setting)
  }

  private func crumbs(_ walk: Walk) -> String {
    String(walk.canvas.row(1).prefix { $0 != "常" }).trimmed
  }

  @Test(arguments: ["'襄垣'", "'xiangyuan'", "'xiangy'", "'Xiangyuan'", "'140423'"])
  func aCountyIsFoundFromTheProvinceAndGoneTo(text: String) throws {
    let walk = try walk()
    try walk.press("4 / \(text) Enter")
    #expect(crumbs(walk) == "山西省 › 长治市 › 襄垣县")
    try walk.press("Esc Esc")
    #expect(crumbs(walk) == "山西省" && walk.state.places.filter.isEmpty)
  }

  /// By the name by which lists tell it from another, in the list and in the choice of a place.
  @Test(arguments: ["4 / '阳泉城区' Enter", "4 / 'Yangquan Chengqu' Enter", "4 p '阳泉城区' Enter"])
  func oneOfTwoOfANameIsFoundByWhatItIsCalled(keys: String) throws {
    let walk = try walk()
    try walk.press(keys)
    #expect(crumbs(walk) == "山西省 › 阳泉市 › 城区" || walk.state.model.scope == "140302")
  }

  /// A county that was found says how it stands, in a narrow window as in a wide one.
  @Test(arguments: [100, 160])
  func aCountyThatWasFoundSaysHowItStands(columns: Int) throws {
    let walk = try walk(columns: columns)
    try walk.press("4 / '襄垣'")
    #expect(walk.canvas.row(4).contains(/襄垣 长治 +[0-9]+%/), "\(walk.canvas.row(4))")
  }

  @Test func severalThatAreFoundNarrowTheListUntilEsc() throws {
    let walk = try walk()
    try walk.press("4 / 'ty' Enter")
    #expect(walk.canvas.row(2).contains("筛选 ty · 2"))
    #expect(walk.canvas.row(4).contains("太原") && walk.canvas.row(5).contains("太谷 晋中"))
    try walk.press("n")
    let second = walk.state.places.item(walk.state.model)
    #expect(second == .place("140703"))
    try walk.press("n")
    #expect(walk.state.places.item(walk.state.model) == .place("140100"))
    try walk.press("N Esc")
    #expect(walk.canvas.row(2).contains("区划顺序") && walk.canvas.row(5).contains("大同"))
    #expect(walk.state.tab == .places)
    // Without a filter `n` does nothing here.
    let before = walk.canvas
    try walk.press("n")
    #expect(walk.canvas == before)
  }

  @Test func whatIsNotThereIsSaidAndTheFilterBeforeComesBack() throws {
    let walk = try walk()
    try walk.press("4 / 'zzz'")
    #expect(walk.canvas.text.contains("没有找到"))
    try walk.press("Enter n Enter Esc")
    #expect(walk.state.tab == .places && walk.canvas.row(4).contains("太原"))
    try walk.press("/ 'ty' Enter / 'zzz' Esc")
    #expect(walk.canvas.row(2).contains("筛选 ty"))
    try walk.press("4")
    #expect(walk.canvas.row(2).contains("区划顺序"))
  }

  @Test func chineseTypedInAListFiltersIt() throws {
    let walk = try walk()
    walk.send([.key("4"), .key("平"), .key("遥"), .key(.enter)])
    #expect(crumbs(walk) == "山西省 › 晋中市 › 平遥县")
    // From one city another is found, for it is in the province.
    walk.send([.key(.escape), .key("襄"), .key("垣"), .key(.enter)])
    #expect(crumbs(walk) == "山西省 › 长治市 › 襄垣县")
    // From a county as well.
    walk.send([.key("平"), .key("遥"), .key(.enter)])
    #expect(crumbs(walk) == "山西省 › 晋中市 › 平遥县")
  }

  @Test func nothingBeyondThePlaceThatWasOpenedIsFound() throws {
    let walk = try walk(place: "140400")
    try walk.press("4 / '平遥' Enter")
    #expect(crumbs(walk) == "山西省 › 长治市" && walk.canvas.text.contains("没有找到"))
  }

  @Test func onTheMapTheCursorGoesToWhatIsFound() throws {
    let walk = try walk()
    try walk.press("4 v / '平遥' Enter")
    #expect(walk.state.places.item(walk.state.model) == .place("140728"))
    try walk.press("Esc")
    #expect(walk.state.tab == .places && walk.state.places.isMap)
    try walk.press("/ '城区' Enter n")
    let first = walk.state.places.item(walk.state.model)
    try walk.press("n")
    #expect(walk.state.places.item(walk.state.model) != first)
  }

  @Test func theSectionsOfAGroupAreFiltered() throws {
    let walk = try walk(place: "140423")
    try walk.press("4 Enter / '结算' Enter")
    #expect(walk.canvas.row(3).contains("预算结算 2024"))
    #expect(!walk.canvas.row(6).contains("统一"))
    try walk.press("Enter")
    #expect(walk.canvas.text.contains("年度总额预算"))
    try walk.press("Esc Esc")
    #expect(walk.canvas.row(3).contains("概况"))
  }

  @Test func indicatorsAreFilteredByEveryName() throws {
    for text in ["签约", "qianyue", "qyl", "Contract", "contract-rate"] {
      let walk = try walk()
      try walk.press("3 / '\(text)' Enter")
      let name = walk.canvas.row(1)
      #expect(name.contains("家庭医生签约率"), "\(text)")
    }
  }

  @Test func chineseTypedAmongIndicatorsFiltersThem() throws {
    let walk = try walk()
    walk.send([.key("3"), .key("满"), .key("意"), .key(.enter)])
    #expect(walk.state.tab == .indicators && walk.canvas.row(1).contains("群众满意度"))
    #expect(walk.canvas.row(1).contains("筛选 满意"))
  }

  @Test func nextAndPreviousGoThroughTheIndicatorsThatAreLeft() throws {
    let walk = try walk()
    try walk.press("3 / '占比' Enter")
    func name() -> String { walk.canvas.row(1) }
    let first = name()
    try walk.press("n n")
    #expect(name().contains("基层医疗卫生机构诊疗"))
    try walk.press("N N")
    #expect(name() == first)
    try walk.press("Esc")
    #expect(walk.canvas.text.contains("在编在岗率") && walk.state.tab == .indicators)
    try walk.press("Esc")
    #expect(walk.state.tab == .overview)
  }

  @Test func anIndicatorOpenedFromElsewhereIsNotHidden() throws {
    let walk = try walk()
    try walk.press("3 / '药占比' Enter 5 Enter")
    #expect(walk.canvas.row(1).contains("公立医院医疗服务收入"))
  }

  @Test func theTasksAreStillFilteredFromTheOtherScreens() throws {
    let walk = try walk()
    try walk.press("1 /")
    #expect(walk.state.tab == .tasks)
  }

  @Test(arguments: [3, 9] as [UInt64])
  func everyKeyIsHarmlessWhileSomethingIsFiltered(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let walk = try walk(ledger: .sample)
    let leaving: Set<Command> = [.quit, .suspend, .export]
    let keys = (Keymap.standard.help(in: .places) + Keymap.standard.help(in: .indicators))
      .filter { !leaving.contains($0.command) }.flatMap(\.keys)
    for round in 0..<16 {
      var events: [Event] = [
        .resize(Size(columns: 60 + dice.roll(120), rows: 14 + dice.roll(40))), .key(.escape),
        .key(.escape), .key(round.isMultiple(of: 2) ? "4" : "3"), .key("/"),
        .paste(["城区", "ty", "占比", "zz"][dice.roll(4)]), .key(.enter),
      ]
      for _ in 0..<12 { events.append(.key(keys[dice.roll(keys.count)])) }
      walk.send(events)
      #expect(walk.disagreements.isEmpty)
    }
  }
}
