import Foundation
import Reform

/// The settlement of a county's group for a year (年终结算单): advances, assessment, every step, the
/// amounts in capital characters, the rule, and room for both sides to sign.
public struct SettlementPaper {
  let settlement: Settlement
  let desk: GroupAccounts
  let language: Language
  let isSample: Bool

  public init(
    _ settlement: Settlement, _ desk: GroupAccounts, _ language: Language, isSample: Bool
  ) {
    (self.settlement, self.desk, self.language) = (settlement, desk, language)
    self.isSample = isSample || settlement.account.isMadeUp
  }

  public func paper(number: String? = nil) -> Paper {
    var paper = Paper(
      title: SettlementWords.title(place, settlement.year)(language), number: number,
      day: desk.day, language: language, isSample: isSample)
    paper.lay(
      [
        .init("集团概况", key: "head", head), .init("按月预拨", key: "advances", advances),
        .init("考核", key: "assessment", assessment), .init("计算", key: "reckoning", reckoning),
        .init("依据", key: "rules", rules), .init("打包付费条件", key: "gate", gate),
        .init("说明", key: "remarks", remarks), .init("签认", key: "signatures", signatures),
      ],
      [
        .init("地区", key: "place", place(language)), .init("年份", key: "year", "\(settlement.year)"),
        .init("结果", key: "result", settlement.outcome.name(language)),
      ], as: .settlement)
    return paper
  }

  /// What its file is called, without its ending.
  public var fileName: String {
    PaperFile.name(SettlementWords.file(place, settlement.year)(language))
  }

  var catalogue: Catalogue { desk.catalogue }
  func said(_ zh: String, _ en: String) -> String { Phrase(zh, en)(language) }

  private var place: Phrase {
    let place = catalogue.divisions[settlement.county]
    return Phrase(place?.name ?? settlement.county, place?.english ?? settlement.county)
  }

  private var head: [Paper.Block] {
    let group = desk.book.group(of: settlement.county)
    let trial = settlement.isBinding ? "" : said("（试算，不作结算依据）", " (trial reckoning only)")
    return [
      .paragraph(
        said("医疗集团：", "Group: ") + (group.name ?? said("（集团名称未登记）", "(not entered)"))),
      .paragraph(said("牵头医院：", "Lead hospital: ") + (group.leadHospital ?? FigureWords.none)),
      .paragraph(said("结果：", "Result: ") + settlement.outcome.name(language) + trial),
    ]
  }

  // MARK: Money

  /// The twelve advances, six to a side; what is not entered is told and not taken for nothing.
  private var advances: [Paper.Block] {
    let account = settlement.account
    func cells(_ month: Int) -> [String] {
      [
        said("\(month) 月", "\(month)"),
        account.advances[month]?.grouped ?? said("未登记", "not entered"),
      ]
    }
    let titles = [said("月份", "Month"), said("预拨（元）", "Advance (yuan)")]
    let columns = (titles + titles).enumerated().map {
      PaperTable.Column($0.element, share: $0.offset.isMultiple(of: 2) ? 1 : 2, isCentered: true)
    }
    let total = said("合计 \(account.advances.count) 个月", "Sum of \(account.advances.count)")
    let rows =
      (1...6).map { cells($0) + cells($0 + 6) } + [["", "", total, account.advanced.grouped]]
    return [
      .heading(1, said("按月预拨", "Advances by month")), .table(PaperTable(columns, rows: rows)),
    ]
  }

  /// The result of the assessment, and what was cut for it.
  private var assessment: [Paper.Block] {
    let assessment = desk.assessment(of: settlement.county, settlement.year)
    let total = assessment.total.map { "\($0)" } ?? said("没有总分", "none yet")
    let verdict = assessment.verdict.map { said("；结果：\($0)", "; verdict: \($0)") } ?? ""
    let cut =
      settlement.payout.map { payout in
        said(
          "按考核结果计发 \(payout.factor)%，扣减（未计发、留在医保基金）\(payout.withheld.grouped) 元。",
          "Paid by the assessment at \(payout.factor) %; cut, and left with the fund: "
            + "\(payout.withheld.grouped) yuan.")
      } ?? said("没有因考核扣减。", "Nothing was cut for it.")
    return [
      .heading(1, said("考核", "Assessment")),
      .paragraph(
        said("考核总分：\(total)\(verdict)。\(cut)", "Total: \(total)\(verdict). \(cut)")),
    ]
  }

  private var reckoning: [Paper.Block] {
    let columns = [
      PaperTable.Column(said("步骤", "Step"), share: 4),
      .init(said("算式（元）", "Formula (yuan)"), share: 4),
      .init(said("金额（元）", "Yuan"), share: 3, isCentered: true),
    ]
    let rows = settlement.steps.map { step in
      [step.words(language), step.formula, step.fen?.grouped ?? said("未登记", "not entered")]
    }
    var blocks: [Paper.Block] = [
      .heading(1, said("计算", "Reckoning")), .table(PaperTable(columns, rows: rows)),
    ]
    if !settlement.parts.isEmpty { blocks.append(.note(Apportionment.rule(language))) }
    blocks += sources.map { [.note($0)] } ?? []
    return blocks + capitals
  }

  /// Balance and what is still to be paid, in capital characters.
  private var capitals: [Paper.Block] {
    guard let balance = settlement.balance else { return [] }
    let amount = balance.isNegative ? -balance : balance
    var lines = [
      SettlementWords.capitals(settlement.outcome.name, amount)
    ]
    if let due = settlement.due {
      let words =
        due.isNegative
        ? Phrase("应退回医保基金", "to be paid back to the fund")
        : Phrase("医保基金还应拨付", "still to be paid by the fund")
      lines.append(SettlementWords.capitals(words, due.isNegative ? -due : due))
    }
    return lines.map { .paragraph($0(language)) }
  }

  /// When and by whom the amounts were entered.
  private var sources: String? {
    let kinds: [GroupFact.Kind] = [.budget, .advance, .spending]
    let entries = desk.book.entries(of: settlement.county).filter {
      kinds.contains($0.fact.kind) && $0.fact.slot.year == settlement.year
    }
    guard !entries.isEmpty else { return nil }
    let found = kinds.compactMap { kind -> String? in
      let own = entries.filter { $0.fact.kind == kind }
      guard let last = own.max(by: { ($0.day, $0.id) < ($1.day, $1.id) }) else { return nil }
      return SettlementWords.entered(kind.name, own.count, last)(language)
    }
    return found.joined(separator: Phrase("；", "; ")(language)) + Phrase("。", ".")(language)
  }
}
