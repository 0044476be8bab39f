import Bundle
import Cells
import Foundation
import LedgerStore
import Papers
import Reform
import Runtime
import TestSupport
import Testing

@testable import Dashboard

/// Meetings run by keys alone.
@Suite struct MeetingTests {
  private func walk(_ ledger: TestLedger = .bundled) throws -> Walk {
    var setting = Walk.Setting()
    (setting.size, setting.ledger) = (Size(columns: 100, rows: 30), ledger)
    return try Walk(setting)
  }

  private func meeting(_ walk: Walk) throws -> Meeting {
    try #require(try walk.world.ledger.meetings().first)
  }

  /// What was asked before one's own decision may be answered after it.
  @Test func anAnswerOfBeforeADecisionIsNotTakenForNews() throws {
    let walk = try walk()
    try walk.press("6 a '改革例会' Ctrl-S 2 Home m 6 o Enter Enter")
    let before = try #require(walk.state.model.meetings)
    try walk.press("n '抓紧' Enter")
    let after = try #require(walk.state.model.meetings)
    #expect(after[try meeting(walk).id]?.last != before[try meeting(walk).id]?.last)
    var state = walk.state
    _ = update(&state, .answered(.meetings(before.request), .meetings(before)))
    #expect(state.model.meetings?.meetings == after.meetings)
  }

  /// Forty items, the program ended in the middle, gone on with where it stopped, closed; the papers say
  /// what was decided and nothing else.
  @Test func fortyItemsAreDecidedByKeysThoughTheProgramEndsInTheMiddle() throws {
    var walk = try walk()
    try walk.press("6 a '改革例会' Ctrl-S")
    // What falls due within three years, and what is asked for by hand on the board.
    try walk.press("r Tab '1100' Ctrl-S 2 Home")
    for _ in 0..<38 { try walk.press("m j") }
    try walk.press("4")
    for _ in 0..<5 { try walk.press("m j") }
    let made = try meeting(walk).agenda.count
    #expect(made >= 40)
    try walk.press("6 Home")
    for _ in 40..<max(40, made) { try walk.press("-") }
    #expect(try meeting(walk).agenda.count == 40)
    try walk.press("Home o Enter")
    #expect(try meeting(walk).state == .running)
    for item in 0..<40 {
      if item == 20 {
        walk = try walk.restarted()
        #expect(walk.state.progress.running?.name == "改革例会")
        try walk.press(
          "6 Enter Home \(Array(repeating: "Down", count: 20).joined(separator: " ")) Enter")
      }
      let isTask = try meeting(walk).agenda[item].task != nil
      switch isTask ? item % 4 : 2 {
      case 0: try walk.press("d '第\(item)项办结' Enter")
      case 1: try walk.press("n '第\(item)项再推' Enter")
      case 2:
        try walk.press(
          "a '议定第\(item)件事' Tab Ctrl-U '省卫健委' Tab Tab Tab Tab '2020-09-30' Ctrl-S")
      default: try walk.press("Enter Down Down Enter '第\(item)项继续' Enter")
      }
      try walk.press("Right")
    }
    let held = try meeting(walk)
    #expect(held.decisions.count == 40 && held.undecided.isEmpty)
    let numbers = held.resolutions.compactMap { $0.decision.task?.clause }
    #expect(numbers == (1...max(1, numbers.count)).map { "\($0)" } && numbers.count > 9)
    #expect(walk.state.catalogue.tasks.count { $0.document == held.id } == numbers.count)
    try walk.press("Esc f Ctrl-S")
    #expect(try meeting(walk).state == .closed)
    #expect(walk.state.progress.running == nil)
    try walk.press("x Enter")
    let files = try FileManager.default.contentsOfDirectory(atPath: walk.scratch.path)
    #expect(files.filter { $0.hasSuffix(".docx") }.count == 1)
    let text = try minutes(walk)
    for entry in held.decisions {
      #expect(
        text.components(separatedBy: entry.decision.text).count == 2, "\(entry.decision.text)")
    }
    #expect(try walk.world.ledger.findings().isEmpty)
    #expect(walk.disagreements.isEmpty)
  }

  /// Of a day on which one was taken back another is made, and either is put back.
  @Test func aMeetingThatWasTakenBackIsMadeAgainOrPutBack() throws {
    let walk = try walk(.small)
    func titles() throws -> [String] { try walk.world.ledger.meetings().map(\.card.title) }
    try walk.press("6 a '甲会' Ctrl-S Esc u")
    #expect(try titles() == [])
    try walk.press("Ctrl-R")
    #expect(try titles() == ["甲会"])
    try walk.press("u a '乙会' Ctrl-S")
    #expect(try titles() == ["乙会"] && meeting(walk).id == "hy-2020-03-02-2")
    try walk.press("Esc a 'a' Ctrl-S Esc Home u")
    #expect(try titles() == ["乙会"])
    // The cursor is on another one by now.
    try walk.press("Ctrl-R")
    #expect(try titles() == ["乙会", "乙会a"])
    try walk.press("Ctrl-R")
    #expect(try titles() == ["乙会", "乙会a"])
    #expect(try walk.world.ledger.findings().isEmpty && walk.disagreements.isEmpty)
  }

  /// Since when, where, counted by what and how many: beside the tabs, or above the changes.
  @Test(arguments: [Language.zh, .en], [80, 60])
  func theTitleOfTheChangesStandsWhole(_ language: Language, _ columns: Int) throws {
    var setting = Walk.Setting()
    (setting.size, setting.ledger) = (Size(columns: columns, rows: 24), .small)
    setting.settings.language = language
    let walk = try Walk(setting)
    try walk.press("6 v v c '2020-01-01' Enter")
    func expect(_ words: [String]) {
      let top = walk.canvas.text.split(separator: "\n").dropFirst().prefix(4).joined(separator: " ")
      // A line may break within them.
      func bare(_ text: String) -> String { text.filter { $0 != " " && $0 != "│" } }
      for word in words { #expect(bare(top).contains(bare(word)), "\(word) in \(top)") }
    }
    let title =
      language == .zh
      ? ["会议", "督办", "变化", "2020-01-01 以来", "山西"]
      : ["Meetings", "Slips", "Changes", "since 2020-01-01", "Shanxi"]
    let changes = try #require(walk.state.model.meetings?.changes)
    let counts = LineChange.Kind.allCases.compactMap { kind in
      let count = changes.count { $0.kind == kind }
      return count > 0 ? "\(kind.words(language)) \(count)" : nil
    }
    #expect(!counts.isEmpty)
    expect(title + counts)
    try walk.press("g")
    expect(title + counts + [language == .zh ? "按任务" : "by task"])
    // The last one is reached, whatever stands above them.
    try walk.press("g g End")
    let last = try #require(changes.last)
    #expect(walk.canvas.text.contains(walk.state.model.short(of: last.line)))
  }

  /// Once the minutes have their number nothing of the meeting is taken back, its closing least.
  @Test func aClosedMeetingStaysClosed() throws {
    let walk = try walk()
    try walk.press("6 a '改革例会' Ctrl-S 2 Home m 6 o Enter n '抓紧' Enter Esc f Ctrl-S")
    let closed = try meeting(walk)
    #expect(closed.state == .closed && closed.decisions.count == 1)
    try walk.press("u")
    #expect(walk.canvas.text.contains("已闭会"))
    #expect(try meeting(walk) == closed)
    try walk.press("u Ctrl-R")
    #expect(try meeting(walk) == closed)
  }

  private func minutes(_ walk: Walk) throws -> String {
    let state = walk.state
    let desk = PaperDesk(
      walk.world.ledger, state.catalogue, on: state.day, .zh, isSample: false)
    let paper = try desk.minutes(of: meeting(walk), BundledCatalogue.indicators())
      .paper(signed: state.day)
    return String(decoding: try paper.bytes(as: .md), as: UTF8.self)
  }

  @Test func aRunningMeetingStandsInTheHeaderOfEveryScreen() throws {
    let walk = try walk(.small)
    try walk.press("6 a '例会' Ctrl-S o")
    for tab in 1...7 {
      try walk.press("\(tab)")
      let cells = (0..<100).map { walk.canvas[$0, 0] }
      let six = cells.firstIndex { $0.character == "6" } ?? 0
      #expect(tab == 6 || cells[six].style.ground == .warning, "tab \(tab)")
    }
  }

  /// What is entered on another screen while a meeting runs belongs to it.
  @Test func whatIsEnteredMeanwhileBelongsToTheMeeting() throws {
    let walk = try walk(.small)
    try walk.press("6 a '例会' Ctrl-S o 2 d '顺手办了' Enter")
    let id = try meeting(walk).id
    #expect(try walk.world.ledger.history(.init(limit: 1)).first?.meeting == id)
    try walk.press("6 Esc f Ctrl-S 2 n '会后' Enter")
    #expect(try walk.world.ledger.history(.init(limit: 1)).first?.meeting == nil)
  }

  /// Two programs decide on the same item: the second is shown what came in between, and asked.
  @Test func whoDecidesSecondIsAsked() throws {
    let walk = try walk(.small)
    try walk.press("6 a '例会' Ctrl-S r Ctrl-S o Enter")
    let task = try #require(try meeting(walk).agenda.first?.task)
    try walk.press("d '我们定了'")
    try walk.another("李华", enters: task, ["140200"], .suspended, "等省里")
    try walk.press("Enter")
    #expect(try meeting(walk).decisions.isEmpty)
    #expect(walk.canvas.text.contains("李华") && walk.canvas.text.contains("等省里"))
    try walk.press("Enter")
    #expect(try meeting(walk).decisions.count == 1)
  }

  /// Taking a decision back over what came in between takes back the decision, and no slip.
  @Test func whoTakesBackOverAnotherTakesTheDecisionBack() throws {
    let walk = try walk(.small)
    try walk.press(
      "6 a '例会' Ctrl-S r Ctrl-S o Enter Right Right Right c Enter Ctrl-S Left Left Left")
    let task = try #require(try meeting(walk).agenda.first?.task)
    try walk.press("d '我们定了' Enter")
    try walk.another("李华", enters: task, ["140200"], .suspended, "等省里")
    try walk.press("u")
    #expect(try meeting(walk).decisions.count == 2 && walk.canvas.text.contains("李华"))
    try walk.press("Enter")
    #expect(try meeting(walk).decisions.map(\.decision.kind) == [.supervise])
    #expect(try walk.world.ledger.slips().count == 1)
  }

  /// A slip to each unit in one go: one decision each, taken back one by one.
  @Test func severalUnitsAreSupervisedTogether() throws {
    let walk = try walk(.small)
    try walk.press("6 a '例会' Ctrl-S r Ctrl-S o Enter Right Right Right c")
    #expect(walk.canvas.text.contains("各发一份"))
    try walk.press("'各发' Enter")
    #expect(walk.canvas.text.contains("编号依次往下"))
    try walk.press("Ctrl-S")
    let slips = try walk.world.ledger.slips()
    #expect(slips.count > 1 && Set(slips.map(\.id)).count == slips.count)
    #expect(Set(slips.map(\.order.place)).count == slips.count)
    let decisions = try meeting(walk).decisions.map(\.decision)
    #expect(decisions.allSatisfy { $0.kind == .supervise && !$0.lines.isEmpty })
    #expect(decisions.compactMap(\.slip?.number).sorted() == slips.map(\.id).sorted())
    try walk.press("u")
    #expect(try walk.world.ledger.slips().count == slips.count - 1)
    #expect(try meeting(walk).decisions.count == slips.count - 1)
  }

  /// A number of another way of writing cannot go on: nothing is issued, and the form says why.
  @Test func severalSlipsAreIssuedOrNone() throws {
    let walk = try walk(.small)
    try walk.press("6 a '例会' Ctrl-S r Ctrl-S o Enter Right Right Right c '各发' Enter")
    try walk.press("End Ctrl-U '甲字' Ctrl-S")
    #expect(try walk.world.ledger.slips().isEmpty && meeting(walk).decisions.isEmpty)
    #expect(walk.canvas.text.contains("甲字"))
  }

  @Test func aSlipIsPutOnTheAgendaWithItsFacts() throws {
    let walk = try walk(.small)
    try walk.press(
      "6 a '例会' Ctrl-S r Ctrl-S o Enter Right Right Right c Enter Ctrl-S Esc Esc v End m")
    let slip = try #require(try walk.world.ledger.slips().first)
    let item = try #require(try meeting(walk).agenda.last)
    #expect(item.subject == .slip(slip.id) && item.reasons == [.asked])
    try walk.press("v v Enter End Enter")
    #expect(walk.canvas.text.contains(slip.id) && walk.canvas.text.contains(slip.order.unit))
    #expect(walk.canvas.text.contains(slip.order.demand.prefix(6)))
    let again = try walk.restarted()
    #expect(try meeting(again).agenda.last?.subject == .slip(slip.id))
  }

  @Test func theAgendaIsNotMadeTwiceOver() throws {
    let walk = try walk(.small)
    try walk.press("6 a '例会' Ctrl-S r Ctrl-S")
    let before = try meeting(walk).agenda
    try walk.press("r Ctrl-S")
    #expect(try meeting(walk).agenda == before && !before.isEmpty)
  }

  @Test(arguments: [Language.zh, .en])
  func badInputLeavesTheFormOpenAndNothingEntered(language: Language) throws {
    var setting = Walk.Setting()
    (setting.size, setting.ledger) = (Size(columns: 80, rows: 24), .small)
    setting.settings.language = language
    let walk = try Walk(setting)
    try walk.press("6 a Ctrl-S")
    #expect(try walk.world.ledger.meetings().isEmpty)
    try walk.press("'例会' Ctrl-S r Ctrl-S o Enter t")
    for typed in ["", "'2019-01-01'", "'没有这一天'"] {
      try walk.press("Home Ctrl-U \(typed) Ctrl-S")
      #expect(try meeting(walk).decisions.isEmpty, "\(typed)")
    }
    try walk.press("Esc Esc")
    #expect(try meeting(walk).decisions.isEmpty)
    // An extension without a reason.
    try walk.press("t '2020-12-31' Ctrl-S")
    #expect(try meeting(walk).decisions.isEmpty)
    try walk.press("'原因' Tab '各市' Ctrl-S")
    #expect(try meeting(walk).decisions.count == 1)
  }

  /// A day off is said once; the same key again enters it.
  @Test func aDayThatIsNotWorkedIsSaidBeforeItIsEntered() throws {
    let walk = try walk(.small)
    try walk.press("6 a '例会' Ctrl-S r Ctrl-S o Enter t '2020-12-26' Tab '原因' Tab '各市' Ctrl-S")
    #expect(try meeting(walk).decisions.isEmpty)
    #expect(walk.canvas.text.contains("2020-12-26 不是工作日"))
    try walk.press("Home Home Home Up Up Ctrl-U '2020-12-27' Ctrl-S")
    #expect(try meeting(walk).decisions.isEmpty)
    #expect(walk.canvas.text.contains("2020-12-27 不是工作日"))
    try walk.press("Ctrl-S")
    #expect(try meeting(walk).decisions.first?.decision.due == Day("2020-12-27"))
  }

  /// What is sent back is what was reported last, not what was closed years ago; what is decided
  /// forward is what has been owed longest.
  @Test func theLastPeriodIsSentBackAndTheFirstIsFinished() {
    let rules = SmallCatalogue.make().rules
    func standings(_ status: Status) -> [Standing] {
      [2019, 2021, 2020].map { year in
        let line = Line("demo-1/2", in: "140000", period: .year(year))
        return Standing(
          line: line, status: status, due: nil,
          light: rules.light(of: status, due: nil, on: SmallCatalogue.day))
      }
    }
    func periods(_ kind: Decision.Kind, _ status: Status) -> [Period?] {
      MeetingScreen().meant(by: kind, among: standings(status)).map(\.line.period)
    }
    #expect(periods(.sendBack, .done) == [.year(2021)])
    #expect(periods(.finish, .underway) == [.year(2019)])
    #expect(periods(.signOff, .done) == [.year(2019)])
  }

  /// What is no task takes resolutions only, and nothing else is offered.
  @Test func anIndicatorIsOfferedResolutionsOnly() throws {
    let walk = try walk(.sample)
    try walk.press("6 a '例会' Ctrl-S r Ctrl-S o")
    let agenda = try meeting(walk).agenda
    let index = try #require(agenda.firstIndex { $0.task == nil })
    try walk.press(
      "Home \(Array(repeating: "Down", count: index).joined(separator: " ")) Enter Enter")
    #expect(walk.canvas.text.contains("怎么决定") && walk.canvas.text.contains("▸ 议定事项"))
    try walk.press("Esc Left Left Left Left Left Left Left Left Enter")
    #expect(walk.canvas.text.contains("▸ 办结"))
  }

  @Test func numbersOfMinutesGoOn() {
    #expect(MinutesNumber.next(after: [], in: 2020) == "〔2020〕1号")
    #expect(MinutesNumber.next(after: ["晋医改纪〔2020〕9号"], in: 2020) == "晋医改纪〔2020〕10号")
    #expect(MinutesNumber.next(after: ["晋医改纪〔2020〕9号"], in: 2021) == "〔2021〕1号")
    #expect(MinutesNumber.next(after: ["2020年第3期"], in: 2020) == "2020年第4期")
    #expect(MinutesNumber.next(after: ["2020"], in: 2020) == "〔2020〕1号")
    #expect(MinutesNumber.next(after: ["〔2020〕2号", "〔2020〕1号"], in: 2020) == "〔2020〕3号")
  }
}
