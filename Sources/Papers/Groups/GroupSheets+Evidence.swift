import Foundation
import Reform

/// The table of evidence: a row a county and thing of a list.
extension GroupSheets {
  public func evidence(_ sets: [ChecklistSet]) -> FillTable {
    let sources = sets.compactMap { set in
      set.sources.first.map { "\(set.name(language)) \(reference($0))" }
    }
    var hints = [
      said(
        "一行一个县的一项；完成日写成 2023-07-01，佐证写文号、材料名称或核查记录；没有完成的两栏都留空。",
        "A row a county and item; days as 2023-07-01, as evidence the number or name of what shows it; leave both "
          + "empty where it is not done."),
      said(
        "完成日写“未完成”撤去已登记的完成。文件没有列出内容的清单，内容由本地填写。",
        "“not done” as the day takes away what was entered. Where the documents list nothing, the items are "
          + "the office's own."),
    ]
    if sets.count <= 4 { hints.append(sources.joined(separator: said("；", "; "))) }
    var table = FillTable(
      title: title("医疗集团清单佐证填报表", "Evidence for the lists of medical groups"), hints: hints,
      name: said("清单佐证", "Evidence"),
      columns: firstColumns + [
        .init(head(.list), .given, width: 16), .init(head(.number), .given, width: 7),
        .init(head(.title), .words, width: 24),
        .init(head(.done), .words, width: 14),
        .init(head(.proof), .words, width: 40),
      ], isOpen: true)
    table.rows = counties.flatMap { county in sets.flatMap { rows($0, county) } }
    return table
  }

  private func rows(_ set: ChecklistSet, _ county: Division) -> [FillTable.Row] {
    let items = desk.book.checklist(set, in: county.id, divisions).items
    let known = Dictionary(items.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    let last = max(set.isOpen ? set.count ?? 1 : 1, items.map(\.number).max() ?? 0)
    return (1...last).map { number in
      let item = known[number]
      return FillTable.Row(
        begin(county) + [
          .text(set.name(language)), .text("\(number)"), Self.text(item?.title(language)),
          Self.text(item?.evidence?.done.description), Self.text(item?.evidence?.text),
        ])
    }
  }
}
