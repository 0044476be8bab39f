import ArgumentParser
import Foundation
import LedgerStore
import Reform
import Runtime

/// Lists the targets that documents print, with what has been reached of them.
struct TargetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "targets",
    abstract: "文件写明的目标及其实际数。Printed targets, and what has been reached.")

  @Argument(help: "任务编号；不写时列出全部。A task's id; all without it.") var task: String?
  @OptionGroup var options: LedgerOptions
  @OptionGroup var form: TableOptions

  func run() throws {
    try form.refuseBoth()
    let opened = try options.look()
    defer { opened.ledger.close() }
    let divisions = opened.catalogue.divisions
    let bound = opened.catalogue.tasks.filter {
      let region = opened.catalogue.region(of: $0)
      guard opened.catalogue.leftOut($0) == nil else { return false }
      return divisions.isWithin(opened.scope, region) || divisions.isWithin(region, opened.scope)
    }
    let tasks = try task.map { [try opened.task($0)] } ?? bound
    let book = try opened.ledger.actuals(asOf: opened.day)
    let lines = tasks.flatMap { task in
      let region = opened.catalogue.region(of: task)
      return task.targets.indices.filter {
        task.targets[$0].concerns(opened.scope, in: region, divisions)
      }.map { opened.line(of: task, $0, book, by: opened.day) }
    }
    try form.write(opened.table(lines))
  }
}

extension Opened {
  /// A target in the place that was asked for, with what has been reached of it by a day.
  fileprivate func line(
    of task: ReformTask, _ number: Int, _ book: ActualBook, by day: Day
  ) -> TargetLine {
    TargetLine(task, number, book, in: scope, catalogue, by: day)
  }

  fileprivate func table(_ lines: [TargetLine]) -> Table {
    .targets(lines, catalogue.divisions, language, isSample: isSample)
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
    try options.refuseEntry(by: by)
    guard let day = Day(written: on) else {
      throw Fault("--on 要写日期，如 2024-06-30。", "--on takes a day such as 2024-06-30.", exitCode: 2)
    }
    try BookDays.held(day)
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
    let target = task.targets[number]
    let place =
      options.place == nil
      ? target.place(lookedAtFrom: region, in: region, opened.catalogue.divisions) : opened.scope
    let key = TargetActual.Key(task.id, target.identity, in: place)
    let seen = try opened.ledger.actuals(asOf: Day.last(ofYear: 9999), of: task.id).newest(key)
    _ = try opened.stamp(by: by)
    try opened.world(by: by).enter(
      .actual(TargetActual(key, amount, on: day, source: source), seen: seen ?? 0),
      in: opened.catalogue)
    let book = try opened.ledger.actuals(asOf: opened.today, of: task.id)
    Output.didEnter()
    // What was entered, though a newer number may stand.
    let table = opened.table([opened.line(of: task, number, book, by: day)])
    guard json else { return Output.write(table) }
    try Output.json(table.json(of: 0))
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
