import Foundation

/// A target of a task in a place, with what has been reached of it there.
public struct TargetLine: Sendable {
  public let task: ReformTask
  /// The position among the targets of the task.
  public let number: Int
  public let place: Division.Code
  public let reading: TargetReading?
  /// Whether the target is set for the place.
  public let isAsked: Bool

  public var target: TaskTarget { task.targets[number] }

  /// Reads what stands by a day in the place that is looked at, or in the task's own region where
  /// it belongs elsewhere.
  public init(
    _ task: ReformTask, _ number: Int, _ book: ActualBook, in scope: Division.Code,
    _ catalogue: Catalogue, by day: Day
  ) {
    (self.task, self.number) = (task, number)
    let (target, region) = (task.targets[number], catalogue.region(of: task))
    place = target.place(lookedAtFrom: scope, in: region, catalogue.divisions)
    reading = book.reading(of: target, in: task, at: place, catalogue.divisions, by: day)
    isAsked = target.isAsked(of: place, in: region, by: task.level, catalogue.divisions)
  }

  /// How far it is, above nought where it is not met; nil without a number, and where the target is
  /// not set for the place.
  public var gap: Decimal? { isAsked ? reading.map { target.gap(to: $0.value) } : nil }

  private var entry: ActualEntry? {
    guard case .entered(let entry) = reading?.base else { return nil }
    return entry
  }

  private var sumOf: Int? {
    guard case .sum(let places) = reading?.base else { return nil }
    return places
  }
}

extension Table {
  /// Targets that documents print with what has been reached of them, one in a row.
  public static func targets(
    _ lines: [TargetLine], _ divisions: Divisions, _ language: Language, isSample: Bool = false
  ) -> Table {
    let columns: [Column<TargetLine>] = [
      Column("task", Phrase("任务", "Task")) { .text($0.task.id) },
      Column("number", Phrase("序号", "No.")) { .count($0.number + 1) },
      Column("metric", Phrase("目标", "Target")) {
        .text($0.target.name(language), keyed: .phrase($0.target.name))
      },
      Column("asked", Phrase("要求", "Asked")) {
        .text($0.required(language), keyed: .truth($0.isAsked))
      },
      Column("place", Phrase("地区", "Place")) {
        .text(divisions[$0.place]?.short(in: language) ?? $0.place, keyed: .text($0.place))
      },
      Column("actual", Phrase("实际", "Reached")) {
        .text($0.reached(language), keyed: .number($0.reading?.value))
      },
      Column("gap", Phrase("差距", "To go")) {
        .text($0.distance(language), keyed: .number($0.gap))
      },
      Column("day", Phrase("日期", "Day")) { line in
        .text(line.reading?.day.description ?? FigureWords.none, keyed: .day(line.reading?.day))
      },
      Column("source", Phrase("来源", "Source")) {
        .text($0.source(language), keyed: $0.sourceKey)
      },
    ]
    return Table(
      columns + TargetLine.keys + [Column("sample") { _ in .truth(isSample) }], lines, language,
      isSample: isSample)
  }
}

extension TargetLine {
  fileprivate static var keys: [Table.Column<TargetLine>] {
    [
      .init("op") { .text($0.target.op.rawValue) },
      .init("value") { .number($0.target.value) },
      .init("upper") { .number($0.target.upper) },
      .init("unit") { .text($0.target.unit) },
      .init("measure") {
        .text("target-\($0.task.id.replacing("/", with: "-"))-\($0.number + 1)")
      },
      .init("met") { line in
        .truth(line.isAsked ? line.reading.map { line.target.isMet(by: $0.value) } : nil)
      },
      .init("by") { .text($0.entry?.who) },
      .init("sumOf") { .whole($0.sumOf) },
      .init("madeUp") { .truth($0.reading?.isMadeUp ?? false) },
    ]
  }

  fileprivate var sourceKey: JSONValue { .text(entry?.actual.source) }

  fileprivate func required(_ language: Language) -> String {
    let upper = target.upper.map { "–\($0)" } ?? ""
    let sign = target.op == .range || target.op == .equal ? "" : target.op.rawValue
    return sign + target.amount("\(target.value)\(upper)", in: language)
  }

  fileprivate func reached(_ language: Language) -> String {
    reading.map { target.amount("\($0.value)", in: language) }
      ?? Phrase("未录入", "not entered")(language)
  }

  /// How far it is, with its direction; nothing where the target is not set for the place.
  fileprivate func distance(_ language: Language) -> String {
    guard let reading, let gap else { return FigureWords.none }
    guard gap != 0 else { return Phrase("已达到", "reached")(language) }
    let isOver = reading.value > (target.upper ?? target.value)
    let word = isOver ? Phrase("多 ", "over by ") : Phrase("还差 ", "short by ")
    return word(language) + target.amount("\(gap)", in: language)
  }

  fileprivate func source(_ language: Language) -> String {
    if let actual = entry?.actual {
      return actual.source + (actual.isMadeUp ? Phrase("（示例）", " (sample)")(language) : "")
    }
    guard let sumOf else { return FigureWords.none }
    return Phrase("\(sumOf) 个地方之和", "the sum of \(Plural("place").of(sumOf))")(language)
  }
}
