import Bundle
import Intake
import Reform

/// A few made-up documents that show every kind of deadline and every level.
public enum SmallCatalogue {
  public static let revision = "2020-01-01-small"
  /// The day on which it is looked at.
  public static let day = Day(ordinal: 18_323)  // 2020-03-02

  public static func make() -> Catalogue {
    let documents = documents()
    var tasks = plan() + own() + followUp()
    for (index, task) in tasks.enumerated() where task.id == "demo-1/8" {
      tasks[index].indicators = ["medical-service-share"]
    }
    var clauses: [Document.ID: [Clause]] = [:]
    for task in tasks {
      let place = Phrase("第\(task.clause)条", "clause \(task.clause)")
      clauses[task.document, default: []].append(
        Clause(path: task.clause, place: place, section: Phrase("示范", "Example")))
    }
    return BundledCatalogue.tables().holding(documents: documents, clauses: clauses, tasks: tasks)
  }

  private static func documents() -> [Document] {
    func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
      Day(year, month, day) ?? Day(ordinal: 0)
    }
    return [
      Document(
        id: "demo-1", number: "示范〔2019〕1号", title: Phrase("示范实施方案", "Example plan"),
        short: Phrase("示范方案", "Plan 2019"), issuer: "省医改办", issued: day(2019, 12, 26),
        region: "140000"),
      Document(
        id: "demo-3", number: "长示范〔2020〕3号", title: Phrase("长治市示范方案", "Plan of Changzhi"),
        short: Phrase("长治方案", "Changzhi 2020"), issuer: "长治市", issued: day(2020, 1, 10),
        region: "140400"),
      Document(
        id: "demo-2", number: "示范〔2020〕2号", title: Phrase("示范重点任务", "Example tasks"),
        short: Phrase("重点任务", "Tasks 2020"), issuer: "省医改办", issued: day(2020, 2, 20),
        region: "140000", isTruncated: true),
    ]
  }

  private static func plan() -> [ReformTask] {
    [
      task(
        "demo-1/1", "各市制定方案", "Each city draws up a plan", "leadership", ["各市"],
        [Deadline(.date, due: Day(2020, 1, 31), years: [2020])], level: .eachCity),
      task(
        "demo-1/2", "年度指标汇总", "Collect the year's figures", "monitoring", ["省医改办"],
        [Deadline(.yearlyBy, due: Day(2020, 2, 29), by: YearDay(month: 2))]),
      task(
        "demo-1/3", "县级中医医疗机构全覆盖", "A TCM institution in every county", "tcm", ["省卫健委"],
        [Deadline(.year, due: Day(2022, 12, 31), years: [2022])], level: .eachCounty),
      task(
        "demo-1/4", "医保与医院集体协商", "Insurers negotiate with hospitals", "payment", ["省医保局"],
        [Deadline(.year, due: Day(2020, 12, 31), years: [2020])], level: .named,
        places: ["140100", "140800", "140400", "140700", "140300"]),
      task(
        "demo-1/5", "公立医院薪酬改革意见", "Opinion on hospital pay", "salary", ["省人社厅", "省卫健委"],
        [Deadline(.asRequired)]),
      task(
        "demo-1/6", "全面推行按病种付费", "Payment by disease everywhere", "payment",
        ["省医保局", "省卫健委"], [Deadline(.ongoing)], level: .eachCity, isLed: true),
      task(
        "demo-1/7", "慢病医防融合“两手抓”", "Chronic care and prevention", "primary-care", ["省卫健委"],
        [], level: .eachCity),
      task(
        "demo-1/8", "服务价格调整评估", "Yearly assessment of prices", "pricing", ["省医保局"],
        [Deadline(.rangeYearly, due: Day(2022, 12, 31), years: [2020, 2021, 2022])]),
    ]
  }

  private static func followUp() -> [ReformTask] {
    var first = task(
      "demo-2/1", "各市方案报备", "Cities file their plans", "leadership", ["省医改办"],
      [Deadline(.date, due: Day(2020, 3, 20), years: [2020])], level: .eachCity)
    first.supersedes = ["demo-1/1"]
    var second = task(
      "demo-2/2", "药品带量采购见成效", "Procurement in volume shows results", "procurement",
      ["省医保局"],
      [Deadline(.date, due: Day(2020, 6, 30)), Deadline(.date, due: Day(2021, 6, 30))])
    second.conflicts = [
      Conflict(with: "demo-1/4", note: Phrase("两处期限不同", "the two dates differ"))
    ]
    return [first, second]
  }

  private static func own() -> [ReformTask] {
    [
      task(
        "demo-3/1", "长治家庭医生签约", "Family doctors in Changzhi", "primary-care", ["市卫健委"],
        [Deadline(.date, due: Day(2020, 2, 28), years: [2020])])
    ]
  }

  private static func task(
    _ id: String, _ zh: String, _ en: String, _ theme: String, _ departments: [String],
    _ deadlines: [Deadline], level: ReformTask.Level = .province, places: [String] = [],
    isLed: Bool = false
  ) -> ReformTask {
    let parts = id.split(separator: "/").map(String.init)
    return ReformTask(
      id: id, document: parts[0], clause: parts[1], title: Phrase(zh, en), theme: theme,
      departments: departments.enumerated().map { index, name in
        Responsible(name, role: !isLed ? .responsible : index == 0 ? .lead : .cooperating)
      }, deadlines: deadlines, places: places.map { NamedPlace($0, .lead) }, level: level)
  }
}
