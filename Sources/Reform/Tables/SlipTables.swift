/// The tables of supervision.
public enum SlipTables {
  private typealias Column = Table.Column

  /// The book of slips (督办台账), a row a slip, as it stands on a day.
  ///
  /// `all` are the slips of the ledger, among which those are found that follow others.
  public static func slips(
    _ slips: [Slip], among all: [Slip], _ calendar: WorkingDays, _ divisions: Divisions,
    on day: Day,
    _ language: Language, isSample: Bool = false
  ) -> Table {
    let nexts = Dictionary(
      all.compactMap { slip in slip.order.follows.map { ($0, slip.id) } },
      uniquingKeysWith: { "\($0)\(Phrase("、", ", ")(language))\($1)" })
    return Table(
      order(divisions, language) + days(calendar, nexts, on: day, language)
        + story(nexts, on: day, language), slips, language, isSample: isSample)
  }

  private static func order(_ divisions: Divisions, _ language: Language) -> [Column<Slip>] {
    [
      Column("number", Phrase("督办编号", "Number")) { .text($0.id) },
      Column("level", Phrase("级别", "Level")) {
        .word($0.order.level, $0.order.level.words, language)
      },
      Column("matter", Phrase("事项", "Matter")) { .text($0.order.matter) },
      Column("unit", Phrase("主送单位", "Unit addressed")) { .text($0.order.unit) },
      Column("code", Phrase("地区代码", "Code"), [.filing, .keying]) { .text($0.order.place) },
      Column("place", Phrase("地区", "Place")) {
        .text(divisions[$0.order.place]?.name(in: language) ?? $0.order.place)
      },
      Column("issued", Phrase("发出", "Issued")) { .day($0.issued) },
      Column("due", Phrase("答复期限", "Answer due")) { .day($0.due) },
    ]
  }

  /// Working days to the answer, which is late where they are negative; none once it came, or once
  /// another slip stands in its place.
  private static func days(
    _ calendar: WorkingDays, _ nexts: [Slip.ID: Slip.ID], on day: Day, _ language: Language
  ) -> [Column<Slip>] {
    [
      Column("workingDays", Phrase("剩余工作日", "Working days left")) { slip in
        guard slip.awaitsAnswer, nexts[slip.id] == nil else { return .count(nil) }
        let left = calendar.count(from: day, to: slip.due)
        let words = Self.left(left, slip, calendar.untold(from: day, to: slip.due), on: day)
        return .count(left, shown: words(language))
      },
      Column("weekendsOnly") { slip in
        slip.awaitsAnswer && nexts[slip.id] == nil
          ? .texts(calendar.untold(from: day, to: slip.due).map(String.init)) : .texts([])
      },
    ]
  }

  /// The days in words; a day that is past is late, also where no working day lies between.
  private static func left(_ left: Int, _ slip: Slip, _ untold: [Int], on day: Day) -> Phrase {
    let words =
      slip.isLate(on: day)
      ? Phrase("超期 \(-left)", "\(-left) late") : Phrase("\(left)", "\(left)")
    guard !untold.isEmpty else { return words }
    return Phrase("\(words.zh)（只按周末）", "\(words.en) (weekends only)")
  }

  private static func story(
    _ nexts: [Slip.ID: Slip.ID], on day: Day, _ language: Language
  ) -> [Column<Slip>] {
    func isLate(_ slip: Slip) -> Bool { slip.isLate(on: day) && nexts[slip.id] == nil }
    return [
      Column("state", Phrase("状态", "State")) { slip in
        let words = slip.state != .closed && nexts[slip.id] != nil ? raised : slip.state.words
        return .word(slip.state, words, language)
      },
      Column("late", Phrase("超期未答", "Late"), .filing) {
        .text(isLate($0) ? Phrase("是", "yes")(language) : nil)
      },
      Column("isLate") { .truth(isLate($0)) },
      Column("receiver", Phrase("签收人", "Received by"), [.filing, .keying]) { .text($0.receiver) },
      Column("answer", Phrase("答复内容", "Answer")) { .text($0.answer?.text) },
      Column("answered", Phrase("答复日", "Answered on"), [.filing, .keying]) {
        .day($0.answer?.day)
      },
      Column("evidence", Phrase("佐证", "Evidence"), [.filing, .keying]) {
        filled($0.answer?.evidence)
      },
      Column("finding", Phrase("核查情况", "Finding"), [.filing, .keying]) { .text($0.finding) },
      Column("closing", Phrase("办结说明", "Closed with"), [.filing, .keying]) {
        filled($0.closing?.text)
      },
      Column("basis", Phrase("依据", "Basis")) { filled($0.order.basis) },
      Column("demand", Phrase("办理要求", "Demand"), [.filing, .keying]) { .text($0.order.demand) },
      Column("cooperating", Phrase("配合单位", "Cooperating"), [.filing, .keying]) {
        filled($0.order.cooperating)
      },
      Column("person", Phrase("联系人", "Person"), [.filing, .keying]) { filled($0.order.person) },
      Column("telephone", Phrase("电话", "Telephone"), [.filing, .keying]) {
        filled($0.order.telephone)
      },
      Column("instruction", Phrase("领导批示", "Leader's instruction"), [.filing, .keying]) {
        filled($0.instructions.joined(separator: Phrase("；", "; ")(language)))
      },
      Column("follows", Phrase("接在", "Follows"), [.filing, .keying]) { .text($0.order.follows) },
      Column("followedBy", Phrase("升级为", "Followed by"), [.filing, .keying]) {
        .text(nexts[$0.id])
      },
      Column("issuedBy", Phrase("发出人", "Issued by"), [.filing, .keying]) { .text($0.issuedBy) },
    ]
  }

  /// A text, or nothing where it is empty.
  private static func filled(_ text: String?) -> Table.Cell {
    .text(text.flatMap { $0.isEmpty ? nil : $0 })
  }

  private static let raised = Phrase("已升级", "raised")

  /// How many slips there are by unit, place or level, with all of them in the last row.
  public static func counts(
    _ slips: [Slip], among all: [Slip], by grouping: SlipCounts.Grouping, _ divisions: Divisions,
    on day: Day, _ language: Language, isSample: Bool = false
  ) -> Table {
    let raised = Slip.raised(among: all)
    let whole = SlipCounts.Row(key: "", counts: SlipCounts(slips, raised: raised, on: day))
    let rows = SlipCounts.rows(slips, among: all, by: grouping, on: day)
    let columns: [Column<SlipCounts.Row>] = [
      Column(grouping.rawValue, grouping.words) { row in
        guard !row.key.isEmpty else { return .text(Phrase("合计", "All")(language), keyed: .null) }
        return .text(name(row.key, grouping, divisions, language), keyed: .text(row.key))
      },
      Column("total", Phrase("共几件", "Slips")) { .count($0.counts.total) },
      Column("awaited", Phrase("待答复", "Awaited")) { .count($0.counts.awaited) },
      Column("late", Phrase("其中超期", "Of them late")) { .count($0.counts.late) },
      Column("answered", Phrase("已答复待办结", "Answered, not closed")) {
        .count($0.counts.answered)
      },
      Column("raised", Phrase("已升级", "Raised")) { .count($0.counts.raised) },
      Column("closed", Phrase("已办结", "Closed")) { .count($0.counts.closed) },
    ]
    return Table(columns, rows + [whole], language, isSample: isSample)
  }

  private static func name(
    _ key: String, _ grouping: SlipCounts.Grouping, _ divisions: Divisions, _ language: Language
  ) -> String {
    switch grouping {
    case .unit: key
    case .place: divisions[key]?.name(in: language) ?? key
    case .level: Slip.Level(rawValue: key)?.words(language) ?? key
    }
  }

  /// What the rules propose, numbered from 1, each as the order would be written.
  public static func proposals(
    _ proposals: [SlipProposal], _ catalogue: Catalogue, _ language: Language,
    isSample: Bool = false
  ) -> Table {
    typealias Row = (number: Int, value: SlipProposal, order: SlipOrder)
    let columns: [Column<Row>] = [
      Column("number", Phrase("序号", "No.")) { .count($0.number) },
      Column("level", Phrase("级别", "Level")) {
        .word($0.value.level, $0.value.level.words, language)
      },
      Column("matter", Phrase("事项", "Matter")) { .text($0.order.matter) },
      Column("unit", Phrase("主送单位", "Unit addressed")) { .text($0.order.unit) },
      Column("code", Phrase("地区代码", "Code"), [.filing, .keying]) { .text($0.value.place) },
      Column("late", Phrase("逾期天数", "Days late")) {
        .count($0.value.lines.isEmpty ? nil : $0.value.late)
      },
      Column("reason", Phrase("建议理由", "Why proposed")) { .text($0.value.reason(language)) },
      Column("answerBy", Phrase("答复期限", "Answer due")) { .day($0.value.answerBy) },
      Column("orders", Phrase("由谁批准", "Ordered by")) { .text($0.value.rule.orders(language)) },
      Column("follows", Phrase("接在", "Follows"), [.filing, .keying]) {
        .text($0.value.follows?.id)
      },
      Column("basis", Phrase("依据", "Basis")) { filled($0.order.basis) },
      Column("source", Phrase("规则出处", "Rule from"), [.filing, .keying]) {
        .text($0.value.rule.source(language))
      },
      Column("tasks") { row in .texts(Set(row.value.lines.map(\.task)).sorted()) },
      Column("weekendsOnly") { .texts($0.value.untold.map(String.init)) },
    ]
    let rows = proposals.enumerated().map {
      (number: $0 + 1, value: $1, order: $1.order(number: "", catalogue, language))
    }
    return Table(columns, rows, language, isSample: isSample)
  }
}
