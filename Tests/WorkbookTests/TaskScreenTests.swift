import Foundation
import LedgerStore
import Papers
import Reform
import TestSupport
import Testing

/// Forms of tasks on screen: out with `F`, back with `i`, and who has sent his.
@Suite struct TaskScreenTests {
  private func walk(_ place: Division.Code? = "140400", _ ledger: TestLedger = .small) throws
    -> Walk
  {
    var setting = Walk.Setting()
    (setting.place, setting.ledger) = (place, ledger)
    return try Walk(setting)
  }

  private static let form = "长治市2020年3月任务填报表.xlsx"

  /// The form of Changzhi as it comes back with a status in some rows, in the folder of the walk.
  private func send(_ rows: [(task: String, status: String)], to walk: Walk) throws {
    try walk.press("2 F")
    let path = walk.scratch.file(Self.form)
    var form = try FilledForm([UInt8](Data(contentsOf: URL(fileURLWithPath: path))))
    for (task, status) in rows {
      try form.fill(task, "长治市", [.status: status, .progress: "已谈两轮"])
    }
    try form.sign(.sender, "张三")
    try Data(form.bytes()).write(to: URL(fileURLWithPath: walk.scratch.file("长治.xlsx")))
  }

  private func status(_ task: String, _ walk: Walk) throws -> Status? {
    let catalogue = walk.state.catalogue
    let known = try #require(catalogue.task(task))
    return try walk.world.ledger.standings(of: known, in: catalogue, asOf: walk.world.today)
      .first { $0.line.place == "140400" }?.status
  }

  private func forms(_ walk: Walk) throws -> [SentFormEntry] {
    try walk.world.ledger.sentForms(asOf: walk.world.today)
  }

  @Test func aFormGoesOutForThePlaceThatIsLookedAt() throws {
    let walk = try walk()
    try walk.press("2 F")
    #expect(walk.canvas.text.contains(Self.form), "\(walk.canvas.text)")
    try walk.press("F")
    let names = try FileManager.default.contentsOfDirectory(atPath: walk.scratch.path)
    #expect(names.count { $0.hasSuffix("任务填报表.xlsx") } == 1)
    #expect(names.contains("长治市2020年3月任务填报表-2.xlsx"))
  }

  @Test func theProvinceWritesAFolderWithAFormForEachCity() throws {
    let walk = try walk(nil)
    try walk.press("2 F")
    let folder = walk.scratch.file("山西省2020年3月任务填报表")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(names.count == 12 && names.contains(Self.form), "\(names)")
  }

  @Test func aFormComesBackIsShownEnteredAndTakenBack() throws {
    let walk = try walk()
    try send([("demo-1/4", "推进中")], to: walk)
    try walk.press("2 i '长治.xlsx' Enter")
    let text = walk.canvas.text
    for words in ["导入任务填报表：长治.xlsx", "未启动 → 推进中", "填报人 张三", "新内容 1 行"] {
      #expect(text.contains(words), "\(words)\n\(text)")
    }
    #expect(try status("demo-1/4", walk) == .notStarted)
    try walk.press("Enter")
    #expect(walk.canvas.text.contains("已记入台账"), "\(walk.canvas.text)")
    #expect(try status("demo-1/4", walk) == .underway)
    let entry = try #require(try forms(walk).first)
    #expect(entry.form.place == "140400" && entry.form.sender == "张三" && entry.form.count == 1)
    #expect(entry.form.made == walk.world.today && entry.withdrawal == nil)
    try walk.press("u")
    #expect(try status("demo-1/4", walk) == .notStarted)
    #expect(try forms(walk).map(\.withdrawal?.who) == ["王明"])
    try walk.press("Ctrl-R")
    #expect(try status("demo-1/4", walk) == .underway)
    #expect(try forms(walk).map(\.withdrawal) == [nil])
    #expect(try walk.disagreements.isEmpty && walk.world.ledger.findings().isEmpty)
  }

  @Test func whoWasQuickerWhileItWasShownIsAskedAbout() throws {
    let walk = try walk()
    try send([("demo-1/4", "推进中")], to: walk)
    try walk.press("i '长治.xlsx' Enter")
    try walk.another("李红", enters: "demo-1/4", ["140400"], .suspended, nil)
    try walk.press("Enter")
    #expect(try walk.canvas.text.contains("李红") && forms(walk).isEmpty, "\(walk.canvas.text)")
    #expect(try status("demo-1/4", walk) == .suspended)
    try walk.press("Enter")
    #expect(try status("demo-1/4", walk) == .underway)
    #expect(try forms(walk).count == 1)
  }

  @Test func whatMovedSinceTheFormWentOutIsAskedRowByRow() throws {
    let walk = try walk()
    try send([("demo-1/4", "推进中"), ("demo-1/6", "推进中")], to: walk)
    try walk.another("李红", enters: "demo-1/4", ["140400"], .done, nil)
    try walk.another("李红", enters: "demo-1/6", ["140400"], .done, nil)
    try walk.press("i '长治.xlsx' Enter")
    #expect(walk.canvas.text.contains("其中 2 行要逐行确认"), "\(walk.canvas.text)")
    try walk.press("Enter")
    #expect(walk.canvas.text.contains("第 1/2 行要确认"), "\(walk.canvas.text)")
    #expect(walk.canvas.text.contains("李红") && walk.canvas.text.contains("n 不登这一行"))
    try walk.press("n")
    #expect(try walk.canvas.text.contains("第 2/2 行要确认") && forms(walk).isEmpty)
    try walk.press("Enter")
    let statuses = try [status("demo-1/4", walk), status("demo-1/6", walk)]
    #expect(statuses.count { $0 == .underway } == 1 && statuses.count { $0 == .done } == 1)
    try walk.press("u i '长治.xlsx' Enter Enter n n")
    #expect(walk.canvas.text.contains("没有登记任何内容"), "\(walk.canvas.text)")
    #expect(try forms(walk).count == 1)
  }

  @Test func aFormSavedAsTextIsKnownByItsHeadings() throws {
    let walk = try walk()
    let head = "编号,地区,期,台账状态,状态（填）\n"
    _ = try walk.scratch.write(head + "demo-1/4,长治市,,未启动,快了\n", to: "错.csv")
    try walk.press("2 i '错.csv' Enter")
    #expect(walk.canvas.text.contains("导入任务填报表：错.csv"), "\(walk.canvas.text)")
    #expect(walk.canvas.text.contains("有错误，不能登记") && walk.canvas.text.contains("E2"))
    try walk.press("Enter")
    #expect(try forms(walk).isEmpty)
    // It says what the ledger says: nothing changes, and the place has sent.
    _ = try walk.scratch.write(head + "demo-1/4,长治市,,未启动,未启动\n", to: "同.csv")
    try walk.press("i '同.csv' Enter")
    #expect(walk.canvas.text.contains("登记即记为已报"), "\(walk.canvas.text)")
    try walk.press("Enter")
    #expect(walk.canvas.text.contains("没有改动任务"), "\(walk.canvas.text)")
    #expect(try forms(walk).map(\.form.place) == ["140400"])
    try walk.press("i '同.csv' Enter")
    #expect(walk.canvas.text.contains("没有要登记的"), "\(walk.canvas.text)")
    try walk.press("Enter u")
    #expect(try forms(walk).map(\.withdrawal?.who) == ["王明"])
    #expect(try walk.world.ledger.findings().isEmpty)
  }

  @Test func theCollectingBoardSaysWhoHasSent() throws {
    let walk = try walk(nil, .figures)
    let row = "demo-1/4,长治市,,未启动,推进中\n填报人,张三\n"
    _ = try walk.scratch.write("编号,地区,期,台账状态,状态（填）\n" + row, to: "长治.csv")
    try walk.press("5 Shift-Tab")
    #expect(walk.canvas.text.contains("任务3月") && walk.canvas.text.contains("0/12"))
    try walk.press("i '长治.csv' Enter Enter")
    #expect(walk.canvas.text.contains("1/12"), "\(walk.canvas.text)")
    try walk.press("j j j j w")
    #expect(walk.canvas.text.contains("填报 张三"), "\(walk.canvas.text)")
    try walk.press("Esc 2 u 5")
    #expect(walk.canvas.text.contains("已撤回") && walk.canvas.text.contains("0/12"))
  }

  /// Sent back with a reason, taken back, and settled by the next form that comes.
  @Test func aFormIsSentBackWithItsReason() throws {
    let walk = try walk(nil, .figures)
    func send(_ status: String) throws {
      let stood = status == "推进中" ? "未启动" : "推进中"
      let row = "demo-1/4,长治市,,\(stood),\(status)\n"
      _ = try walk.scratch.write("编号,地区,期,台账状态,状态（填）\n" + row, to: "\(status).csv")
      try walk.press("i '\(status).csv' Enter Enter")
    }
    try walk.press("5 Shift-Tab R")
    #expect(walk.canvas.text.contains("请选一个地区再退回"), "\(walk.canvas.text)")
    try walk.press("j j j j R")
    #expect(walk.canvas.text.contains("还没有收到任务表"), "\(walk.canvas.text)")
    try send("推进中")
    try walk.press("R Enter")
    #expect(walk.canvas.text.contains("退回长治市 2020 年 3 月任务表"), "\(walk.canvas.text)")
    #expect(walk.canvas.text.contains("请写明原因"), "\(walk.canvas.text)")
    try walk.press("'盐湖区的行没填' Enter")
    #expect(walk.canvas.text.contains("0/12"), "\(walk.canvas.text)")
    #expect(walk.canvas.text.contains("任务表 · 盐湖区的行没填"), "\(walk.canvas.text)")
    #expect(walk.canvas.text.contains("任务表：盐"), "\(walk.canvas.text)")
    try walk.press("R")
    #expect(walk.canvas.text.contains("还没有收到任务表"), "\(walk.canvas.text)")
    try walk.press("w")
    #expect(walk.canvas.text.contains("盐湖区的行没填（王明 2020-03-02）"), "\(walk.canvas.text)")
    try walk.press("Esc u")
    #expect(walk.canvas.text.contains("1/12"), "\(walk.canvas.text)")
    try walk.press("Ctrl-R")
    #expect(walk.canvas.text.contains("0/12"), "\(walk.canvas.text)")
    // What was entered of it stays, and the figures of the year were not sent back.
    #expect(try status("demo-1/4", walk) == .underway)
    #expect(!walk.canvas.text.contains("年数据"), "\(walk.canvas.text)")
    try send("暂缓")
    #expect(walk.canvas.text.contains("1/12"), "\(walk.canvas.text)")
    #expect(try walk.world.ledger.findings().isEmpty)
  }
}
