import Reform

/// A slip of supervision as it leaves the office (督办单), with lines for receipt and answer.
public struct SlipPaper {
  let slip: Slip
  let calendar: WorkingDays
  let catalogue: Catalogue
  let day: Day
  let language: Language
  let isSample: Bool

  /// The slip as it stands on `day`; `calendar` says how many working days there are to answer it.
  public init(
    _ slip: Slip, _ calendar: WorkingDays, _ catalogue: Catalogue, on day: Day,
    _ language: Language, isSample: Bool
  ) {
    (self.slip, self.calendar, self.catalogue, self.day) = (slip, calendar, catalogue, day)
    (self.language, self.isSample) = (language, isSample)
  }

  /// The paper; `unit` signs it on the day on which it was issued.
  public func paper(unit: String? = nil) -> Paper {
    var paper = Paper(
      title: PaperWords.slip(slip.order.level)(language), number: slip.id, day: day,
      language: language, isSample: isSample)
    let told = WorkingDays.told(untold).map { [Paper.Block.paragraph($0(language))] } ?? []
    let signature = Paper.Block.signature(
      unit: unit ?? PaperWords.unsigned(language), day: slip.issued)
    paper.lay(
      [
        .init("主送", key: "addressee", [.address(slip.order.unit + Phrase("：", ":")(language))]),
        .init("督办内容", key: "order", [.table(table(order))]),
        .init(
          "签收", key: "receipt",
          [.heading(1, PaperWords.slipReceipt(language)), .table(table(receipt))]),
        .init(
          "答复", key: "answer",
          [.heading(1, PaperWords.slipAnswer(language)), .table(table(answer))]),
        .init("节假日说明", key: "untold", told), .init("落款", key: "signature", [signature]),
      ], facts, as: .slip)
    return paper
  }

  /// What its file is called, without its ending.
  public var fileName: String { PaperFile.name(PaperWords.slipFile(slip)(language)) }

  private var untold: [Int] { calendar.untold(from: slip.issued, to: slip.due) }

  private var facts: [Paper.Fact] {
    let names = [
      Paper.Name("级别", key: "level"), .init("依据", key: "basis"), .init("事项", key: "matter"),
      .init("单位", key: "unit"), .init("配合单位", key: "cooperating"), .init("联系人", key: "person"),
      .init("联系电话", key: "telephone"), .init("要求", key: "demand"), .init("期限", key: "due"),
      .init("领导批示", key: "instruction"),
    ]
    return zip(names, order).map { Paper.Fact($0, $1.text) }
  }

  private typealias Row = (title: Phrase, text: String)

  private func table(_ rows: [Row]) -> PaperTable {
    PaperTable(
      [
        .init(PaperWords.slipItem(language), share: 28, isCentered: true),
        .init(PaperWords.slipContent(language), share: 102),
      ], rows: rows.map { [$0.title(language), $0.text] })
  }

  private var order: [Row] {
    let order = slip.order
    let followed = slip.order.follows.map { PaperWords.slipFollows($0)(language) }
    let days = calendar.count(from: slip.issued, to: slip.due)
    return [
      (Phrase("级别", "Level"), order.level.words(language) + (followed ?? "")),
      (Phrase("督办依据", "Basis"), order.basis), (Phrase("督办事项", "Matter"), order.matter),
      (Phrase("主送单位", "Unit addressed"), order.unit),
      (Phrase("配合单位", "Cooperating"), order.cooperating),
      (Phrase("联系人", "Person"), order.person), (Phrase("联系电话", "Telephone"), order.telephone),
      (Phrase("办理要求", "Demand"), order.demand),
      (Phrase("答复期限", "Answer due"), PaperWords.slipDue(slip.due, workingDays: days)(language)),
      (
        Phrase("领导批示", "Leader's instruction"),
        slip.instructions.joined(separator: Phrase("；", "; ")(language))
      ),
    ]
  }

  private var receipt: [Row] {
    let day = slip.steps.last { if case .receive = $0.step { true } else { false } }?.day
    return [
      (Phrase("签收人", "Received by"), slip.receiver ?? ""),
      (Phrase("签收日期", "Received on"), PaperWords.dayOrBlank(day)(language)),
    ]
  }

  private var answer: [Row] {
    let answer = slip.answer
    return [
      (Phrase("办理情况", "What was done"), answer?.text ?? ""),
      (Phrase("佐证", "Evidence"), answer?.evidence ?? ""),
      (Phrase("答复人（盖章）", "Answered by (seal)"), ""),
      (Phrase("答复日期", "Answered on"), PaperWords.dayOrBlank(answer?.day)(language)),
    ]
  }
}
