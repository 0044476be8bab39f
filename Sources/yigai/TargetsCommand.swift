import ArgumentParser
import Foundation
import LedgerStore
import Papers
import Reform
import Runtime

/// Lists the targets that documents print, with what has been reached of them.
struct TargetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "targets",
    abstract: "文件写明的目标及其实际数。Printed targets, and what has been reached.")

  @Argument(help: "任务编号；不写时列出全部。A task's id; all without it.") var task: String?
  @OptionGroup var options: LedgerOptions
  @Flag(help: "JSON") var json = false
  @Flag(help: "CSV") var csv = false

  func run() throws {
    guard !(json && csv) else {
      throw Fault("--json 和 --csv 只能用一个。", "--json and --csv exclude each other.", exitCode: 2)
    }
    let opened = try options.look()
    defer { opened.ledger.close() }
    let divisions = opened.catalogue.divisions
    let bound = opened.catalogue.tasks.filter {
      let region = opened.catalogue.region(of: $0)
      return divisions.isWithin(opened.scope, region) || divisions.isWithin(region, opened.scope)
    }
    let tasks = try task.map { [try opened.task($0)] } ?? bound
    let book = try opened.ledger.actuals(asOf: opened.day)
    let lines = tasks.flatMap { task in
      task.targets.indices.map { TargetLine(task, $0, book, opened) }
    }
    if json { return try Output.json(JSONValue.list(lines, \.json)) }
    let rows = [TargetLine.head.map { $0(opened.language) }] + lines.map(\.row)
    guard csv else { return Output.table(rows, sample: opened.isSample, opened.language) }
    let marks = opened.isSample ? [[FieldWords.sample(opened.language)]] : []
    Output.write(CSVWriter.text(marks + rows, mark: false))
  }
}

/// A target of a task in the place that was asked for, with what has been reached of it.
struct TargetLine {
  let task: ReformTask
  let number: Int
  let target: TaskTarget
  let place: Division.Code
  let reading: TargetReading?
  private let opened: Opened

  /// `day` is the day that it stands on, where that is not the one that is looked at.
  init(
    _ task: ReformTask, _ number: Int, _ book: ActualBook, _ opened: Opened, by day: Day? = nil
  ) {
    (self.task, self.number, target) = (task, number, task.targets[number])
    let region = opened.catalogue.region(of: task)
    place = opened.catalogue.divisions.isWithin(opened.scope, region) ? opened.scope : region
    reading = book.reading(
      of: target, in: task, at: place, opened.catalogue.divisions, by: day ?? opened.day)
    self.opened = opened
  }

  static let head = [
    Phrase("任务", "Task"), Phrase("序号", "No."), Phrase("目标", "Target"), Phrase("要求", "Asked"),
    Phrase("地区", "Place"), Phrase("实际", "Reached"), Phrase("差距", "To go"), Phrase("日期", "Day"),
    Phrase("来源", "Source"),
  ]

  var row: [String] {
    let language = opened.language
    return [
      task.id, "\(number + 1)", target.metric(language), asked,
      opened.catalogue.divisions[place]?.short(in: language) ?? place,
      reading.map { target.amount("\($0.value)", in: language) }
        ?? Phrase("未录入", "not entered")(language),
      distance(language),
      reading?.day.description ?? "—", source(language),
    ]
  }

  private var isAsked: Bool {
    target.isAsked(
      of: place, in: opened.catalogue.region(of: task), by: task.level, opened.catalogue.divisions)
  }

  /// How far it is, with its direction; nothing where the target is not set for the place.
  private func distance(_ language: Language) -> String {
    guard let reading, isAsked else { return "—" }
    let gap = target.gap(to: reading.value)
    guard gap != 0 else { return Phrase("已达到", "reached")(language) }
    let isOver = reading.value > (target.upper ?? target.value)
    let word = isOver ? Phrase("多 ", "over by ") : Phrase("还差 ", "short of ")
    return word(language) + target.amount("\(gap)", in: language)
  }

  private var asked: String {
    let upper = target.upper.map { "–\($0)" } ?? ""
    let sign = target.op == .range || target.op == .equal ? "" : target.op.rawValue
    return sign + target.amount("\(target.value)\(upper)", in: opened.language)
  }

  private func source(_ language: Language) -> String {
    switch reading?.base {
    case .entered(let entry):
      entry.actual.source + (entry.actual.isMadeUp ? Phrase("（示例）", " (sample)")(language) : "")
    case .sum(let places):
      Phrase("\(places) 个地方之和", "the sum of \(places) place\(places == 1 ? "" : "s")")(language)
    case nil: "—"
    }
  }

  var json: JSONValue {
    var entry: ActualEntry?
    var places: Int?
    switch reading?.base {
    case .entered(let found): entry = found
    case .sum(let count): places = count
    case nil: break
    }
    return .object([
      "task": .text(task.id), "number": .whole(number + 1), "metric": .phrase(target.metric),
      "op": .text(target.op.rawValue), "value": .number(target.value),
      "upper": .number(target.upper), "unit": .text(target.unit), "place": .text(place),
      "measure": .text("target-\(task.id.replacing("/", with: "-"))-\(number + 1)"),
      "actual": .number(reading?.value), "day": .day(reading?.day),
      "asked": .truth(isAsked),
      "gap": .number(isAsked ? reading.map { target.gap(to: $0.value) } : nil),
      "met": isAsked ? reading.map { .truth(target.isMet(by: $0.value)) } ?? .null : .null,
      "source": .text(entry?.actual.source), "by": .text(entry?.who), "sumOf": .whole(places),
      "madeUp": .truth(reading?.isMadeUp ?? false), "sample": .truth(opened.isSample),
    ])
  }
}

/// Enters what has been reached of a target.
struct ReachCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reach", abstract: "登记目标的实际数。Enters what has been reached of a target.")

  @Argument(help: "任务编号，如 jzf-2023-15/2.1.4。A task's id.") var task: String
  @OptionGroup var options: LedgerOptions
  @Option(help: "第几个目标，见 yigai targets。Which target, by its number.") var target: Int?
  @Option(help: "实际数。The number reached.") var value: String
  @Option(help: "这个数是哪一天的，如 2024-06-30。The day that it is of.") var on: String
  @Option(help: "来源。Where the number is from.") var source: String
  @Option(help: "登记人。Who enters.") var by: String?
  @Flag(help: "JSON") var json = false

  func run() throws {
    guard !options.readOnly, options.asOf == nil else {
      throw Fault(
        "登记只能记在今天，不能和 --read-only、--as-of 一起用。",
        "Entries are made today; --read-only and --as-of are for looking only.", exitCode: 2)
    }
    guard let day = Day(written: on) else {
      throw Fault("--on 要写日期，如 2024-06-30。", "--on takes a day such as 2024-06-30.", exitCode: 2)
    }
    let amount: Amount
    do {
      amount = try Amount(written: value)
    } catch {
      throw Fault(
        "--value 要写数字，不是“\(value)”。", "--value takes a number, not “\(value)”.", exitCode: 2)
    }
    let opened = try options.open()
    defer { opened.ledger.close() }
    let task = try opened.task(self.task)
    let number = try self.number(task)
    let region = opened.catalogue.region(of: task)
    let key = TargetActual.Key(
      task.id, task.targets[number].identity, in: options.place == nil ? region : opened.scope)
    let seen = try opened.ledger.actuals(asOf: Day.last(ofYear: 9999), of: task.id).newest(key)
    let stamp = Stamp(
      who: opened.world(by: by).who, day: opened.today, at: Clock.now(), meeting: nil)
    try opened.ledger.record(
      TargetActual(key, amount, on: day, source: source), seen: seen, in: opened.catalogue, stamp)
    let book = try opened.ledger.actuals(asOf: opened.today, of: task.id)
    Output.didEnter()
    // What was entered, though a newer number may stand.
    let line = TargetLine(task, number, book, opened, by: day)
    if json { return try Output.json(line.json) }
    Output.table(
      [TargetLine.head.map { $0(opened.language) }, line.row], sample: opened.isSample,
      opened.language)
  }

  private func number(_ task: ReformTask) throws -> Int {
    guard !task.targets.isEmpty else {
      throw Fault(
        "任务 \(task.id) 没有文件写明的目标。", "\(task.id) has no printed target.", exitCode: 2)
    }
    guard let target else {
      guard task.targets.count == 1 else {
        throw Fault(
          "任务 \(task.id) 有 \(task.targets.count) 个目标，请用 --target 指定；yigai targets \(task.id) 列出。",
          "\(task.id) has \(task.targets.count) targets; name one with --target (yigai targets "
            + "\(task.id)).", exitCode: 2)
      }
      return 0
    }
    guard task.targets.indices.contains(target &- 1) else {
      throw Fault(
        "--target 要在 1 到 \(task.targets.count) 之间。",
        "--target lies between 1 and \(task.targets.count).", exitCode: 2)
    }
    return target - 1
  }
}
