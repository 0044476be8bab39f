import ArgumentParser
import Foundation
import LedgerStore
import Reform
import Runtime

/// Enters one status in the ledger.
struct MarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mark", abstract: "在台账登记一条。Enters one status in the ledger.")

  @Argument(help: "任务编号，如 jyg-2019-1/annex-9。A task's id.") var task: String
  @OptionGroup var options: LedgerOptions
  @Option(help: "状态。notStarted | underway | done | signedOff | suspended") var status: String
  @Option(help: "期，如 2020；不写时是已开始、没办结的那一期。A period; the open one by default.") var period: String?
  @Option(help: "备注。A note.") var note: String?
  @Option(help: "补登：从哪一天起就是这样，如 2023-06-30。The day since which it is so, for what was before.")
  var on: String?
  @Option(help: "登记人。Who enters.") var by: String?
  @Flag(help: "JSON") var json = false

  func run() throws {
    try options.refuseEntry(by: by)
    let opened = try options.open()
    defer { opened.ledger.close() }
    let task = try opened.task(self.task)
    if let left = opened.catalogue.leftOut(task) {
      let told = HandWords.told(left)
      throw Fault(
        "任务 \(task.id) \(told.zh)；没有登记，要登记先移回。",
        "\(task.id) is \(told.en); nothing was entered: take it in again first.")
    }
    let status = try opened.status(self.status)
    let place = try place(of: task, opened)
    let stamp = try opened.stamp(by: by)
    let day = try on.map(SinceCommand.day)
    // The open period is chosen and closed in one transaction: nobody closes it a second time.
    let outcome = try opened.ledger.act {
      let standings = try opened.ledger.standings(
        of: task, in: opened.catalogue, asOf: opened.today)
      let standing = try line(of: task, in: place, among: standings, on: opened.today)
      let change = Change(
        standing.line, status: status, note: note, seen: standing.last, day: day)
      try EntryDays.refuse([change], on: opened.today, in: opened.catalogue)
      return try opened.ledger.enter(
        Act(.lines([change]), stamp, overriding: true),
        under: opened.world(by: by).rules(opened.catalogue))
    }
    guard case .recorded(let entered) = outcome, let entry = entered.entries.first else { return }
    Output.didEnter()
    if json {
      let table = Table.history(
        [entry], opened.catalogue, opened.language, isSample: opened.isSample)
      try Output.json(table.json(of: 0))
    } else {
      say(entry, task, opened)
      try tell(entry, task, opened)
    }
  }

  /// Says so where the line does not stand as it was entered, since it goes by its figures.
  private func tell(_ entry: Entry, _ task: ReformTask, _ opened: Opened) throws {
    let now = try opened.ledger.standings(of: task, in: opened.catalogue, asOf: opened.today)
      .first { $0.line == entry.line }
    guard let status = entry.status, let now, let gathering = now.gathering,
      now.status != status
    else { return }
    Output.note(Safe.line(GatheringWords.told(gathering, standing: now.status)(opened.language)))
  }

  private func say(_ entry: Entry, _ task: ReformTask, _ opened: Opened) {
    let place = opened.catalogue.name(of: entry.line, in: opened.language)
    let period = entry.line.period.map { " \($0)" } ?? ""
    let status = entry.status.map { FieldWords.status($0)(opened.language) } ?? ""
    let language = opened.language
    let words = Phrase("已记入台账", "Entered in the ledger")(language)
    let sample = opened.isSample ? language.bracketed(FieldWords.sample(language)) : ""
    Output.write(
      Safe.line(
        "\(words)\(sample)\(language.colon)\(place)\(period) \(task.title(language)) \(status)")
        + "\n")
  }

  /// The place named, or the only one that the task has.
  private func place(of task: ReformTask, _ opened: Opened) throws -> Division.Code {
    let fan = opened.catalogue.fanOut(of: task)
    guard options.place != nil else {
      guard fan.count == 1, let only = fan.first else {
        throw Fault(
          "这项任务在 \(fan.count) 个地区落实，请用 --place 指定一个。",
          "This task stands in \(fan.count) places; name one with --place.", exitCode: 2)
      }
      return only
    }
    guard fan.contains(opened.government) else {
      if let left = opened.catalogue.leftPlaces(of: task)[opened.government] {
        let (told, place) = (
          HandWords.told(left), opened.catalogue.divisions[left.step.place ?? ""]
        )
        throw Fault(
          "任务 \(task.id) 在\(place?.name ?? "") \(told.zh)；没有登记，要登记先移回。",
          "\(task.id) is, in \(place?.english ?? ""), \(told.en); nothing was entered: take it in "
            + "again first.")
      }
      let whole = opened.catalogue.divisions[opened.scope]
      let name = Phrase(whole?.name ?? opened.scope, whole?.english ?? opened.scope)
      // Those that lie in the place that was named are what is meant, where there are any.
      let inside = fan.filter { opened.catalogue.divisions.isWithin($0, opened.scope) }
      let shown = (inside.isEmpty ? fan : inside).prefix(12)
      let left = (inside.isEmpty ? fan : inside).count - shown.count
      func list(_ language: Language, _ separator: String) -> String {
        shown.compactMap { opened.catalogue.divisions[$0]?.short(in: language) }
          .joined(separator: separator)
      }
      throw Fault(
        "\(name.zh)本级没有任务 \(task.id)；它落实在：\(list(.zh, "、"))\(left > 0 ? "等，另有 \(left) 处" : "")。",
        "\(task.id) does not concern \(name.en) itself; it stands in \(list(.en, ", "))"
          + (left > 0 ? " and \(left) more." : "."), exitCode: 2)
    }
    return opened.government
  }

  private func line(
    of task: ReformTask, in place: Division.Code, among standings: [Standing], on today: Day
  ) throws -> Standing {
    let here = standings.filter { $0.line.place == place }
    if let period {
      guard let wanted = Period(period), let found = here.first(where: { $0.line.period == wanted })
      else {
        throw PeriodRule.none(of: task, called: period, among: here.compactMap(\.line.period))
      }
      return found
    }
    guard let last = here.last else {
      throw Fault("任务 \(task.id) 此时没有可登记的期。", "\(task.id) has nothing to enter now.")
    }
    return last.line.period == nil ? last : try running(of: task, among: here, on: today)
  }

  /// The only period begun that is still open; which of several is never guessed, and nobody closes
  /// a period that has not begun.
  private func running(
    of task: ReformTask, among here: [Standing], on today: Day
  ) throws -> Standing {
    let begun = here.filter { ($0.line.period?.year ?? 0) <= today.year }
    let asked = begun.isEmpty ? Array(here.prefix(1)) : begun
    let open = asked.filter { !$0.status.isFinished }
    if open.count == 1 { return open[0] }
    let list = Self.periods(open.isEmpty ? asked : open)
    guard open.isEmpty else {
      throw Fault(
        "任务 \(task.id) 有 \(open.count) 期没有办结（\(list.zh)），没有登记；请用 --period 指定是哪一期。",
        "\(task.id) has \(open.count) open periods (\(list.en)) and nothing was entered; name one "
          + "with --period.", exitCode: 2)
    }
    let later = here.filter { one in !asked.contains { $0.line == one.line } }
    let next = Self.periods(later)
    throw Fault(
      "任务 \(task.id) 已经开始的各期（\(list.zh)）都已办结，没有登记"
        + (later.isEmpty ? "" : "；下一期（\(next.zh)）还没开始") + "；要改其中一期，请用 --period 指定。",
      "Every period of \(task.id) that has begun is finished (\(list.en)) and nothing was entered"
        + (later.isEmpty ? "" : "; the next (\(next.en)) has not begun")
        + "; to change one of them name it with --period.", exitCode: 2)
  }

  private static func periods(_ standings: [Standing]) -> Phrase {
    let names = standings.compactMap { $0.line.period?.description }
    return Phrase(names.joined(separator: "、"), names.joined(separator: ", "))
  }
}
