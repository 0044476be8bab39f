import ArgumentParser
import Bundle
import Foundation
import LedgerStore
import Reform

/// Lists the medical groups, or shows one with its lists, limits and assessments.
struct GroupsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "groups",
    abstract: "县级医疗集团：成员、清单、限值、考核。The medical groups of counties.",
    discussion: "不写县时列出全部。Without a county all are listed; --place narrows to a city.")

  @Argument(help: "县（市、区）。A county.") var county: String?
  @OptionGroup var options: LedgerOptions
  @OptionGroup var form: TableOptions

  func run() throws {
    try form.refuseBoth()
    let opened = try options.look()
    defer { opened.ledger.close() }
    let place = try opened.place(county, options)
    let desk = try opened.desk()
    guard place.level != .county else {
      return try show(desk.book.group(of: place.id), desk, opened)
    }
    let groups = desk.book.groups(in: place.id, opened.catalogue.divisions)
    try form.write(.groups(groups, desk, opened.language, isSample: opened.isSample))
    guard groups.allSatisfy({ desk.book.entries(of: $0.county).isEmpty }) else { return }
    Output.note(
      Phrase(
        "还没有登记医疗集团；用 yigai import groups 导入，或在总览的地市里录入。",
        "No medical group is entered yet: import them with yigai import groups, or enter them among "
          + "the places of the dashboard.")(opened.language))
  }

  private func show(_ group: MedicalGroup, _ desk: GroupAccounts, _ opened: Opened) throws {
    let limits = GroupLimit.all(
      of: group.county, try opened.report(.init(region: group.county)), desk)
    try form.write(
      .group(group, limits, desk, opened.language, isSample: opened.isSample),
      json: { GroupJSON(desk: desk, isSample: opened.isSample).whole(group, limits) })
  }
}

extension Opened {
  /// What settlements are computed from on the day that was asked for.
  func desk() throws -> GroupAccounts {
    try ledger.groupAccounts(catalogue.charter, catalogue, asOf: day)
  }
}
