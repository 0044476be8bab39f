import Foundation
import Reform

/// The ledger as a workbook (台账): a sheet of all tasks, one a leading department, one a part of the
/// place.
public struct LedgerBook {
  /// A sheet: its name, and the tasks in it.
  private struct Section {
    var name: String
    var rows: [LedgerRow]
  }

  private let place: Division
  private let day: Day
  private let catalogue: Catalogue
  private let language: Language
  private let isSample: Bool
  private let sections: [Section]
  /// How many sections, the last ones, are parts of the place.
  private let parts: Int
  /// So many departments are drawn, those with most tasks.
  private static let departments = 10

  /// `rows` are those of the place as a whole, `parts` those of each of its parts by code.
  public init(
    _ rows: [LedgerRow], parts: [(place: Division, rows: [LedgerRow])],
    in place: Division, _ catalogue: Catalogue, _ language: Language, on day: Day, isSample: Bool
  ) {
    (self.place, self.day, self.catalogue) = (place, day, catalogue)
    (self.language, self.isSample, self.parts) = (language, isSample, parts.count)
    sections =
      [Section(name: PaperWords.allTasks(language), rows: rows)]
      + Self.byDepartment(rows, catalogue, language)
      + parts.map { Section(name: $0.place.name(in: language), rows: $0.rows) }
  }

  /// In the order in which the tasks name them; a task stands under each that leads it.
  private static func byDepartment(
    _ rows: [LedgerRow], _ catalogue: Catalogue, _ language: Language
  ) -> [Section] {
    var (names, found): ([String], [String: [LedgerRow]]) = ([], [:])
    for row in rows {
      let leading = catalogue.tasks[row.standing.task].leading
        .map { catalogue.name(ofAnyForm: $0.name, in: language) }
      for name in Set(leading) {
        if found[name] == nil { names.append(name) }
        found[name, default: []].append(row)
      }
    }
    return names.sorted { (found[$0]?.count ?? 0, $1) > (found[$1]?.count ?? 0, $0) }
      .map { Section(name: $0, rows: found[$0] ?? []) }
  }

  /// What its file is called, without its ending.
  public var fileName: String { PaperFile.name(PaperWords.ledgerFile(place, day)(language)) }

  public func workbook() -> WorkbookSpec {
    var taken: Set<String> = []
    let whole = PaperWords.ledger(place)(language)
    let sheets = sections.enumerated().map { index, section -> PaperSheet in
      let name = Self.free(section.name, &taken)
      let title = index == 0 ? whole : "\(whole) · \(section.name)"
      let table = PaperTables.ledger(section.rows, catalogue, language, isSample: isSample)
      return TableSheet(table, title: title, remark: remark, widths: Self.widths).sheet(named: name)
    }
    let charts = ChartSheet(charts, title: whole, remark: remark)
      .sheet(named: Self.free(PaperWords.charts(language), &taken))
    return WorkbookSpec(title: whole, sheets: sheets + [charts])
  }

  /// Tasks by status, then what is finished and what is not under each part and department.
  private var charts: [PaperChart] {
    let rows = sections.first?.rows ?? []
    let statuses = PaperChart(
      .bars, title: PaperWords.byStatus(language), unit: "", axis: PaperWords.status(language),
      categories: Status.allCases.map { FieldWords.status($0)(language) },
      series: [
        .init(
          PaperWords.tasks(language),
          Status.allCases.map { status in
            Decimal(rows.filter { $0.standing.status == status }.count)
          })
      ])
    let places = Array(sections.suffix(parts))
    let departments = Array(sections.dropFirst().dropLast(parts).prefix(Self.departments))
    return [
      statuses, chart(of: places, PaperWords.byPart), chart(of: departments, PaperWords.byLead),
    ].filter { !$0.categories.isEmpty }
  }

  private func chart(of sections: [Section], _ title: Phrase) -> PaperChart {
    func count(_ isFinished: Bool) -> [Decimal?] {
      sections.map { section in
        Decimal(section.rows.filter { $0.standing.status.isFinished == isFinished }.count)
      }
    }
    return PaperChart(
      .bars, title: title(language), unit: "", axis: PaperWords.name(language),
      categories: sections.map(\.name),
      series: [
        .init(PaperWords.done(language), count(true)),
        .init(PaperWords.notDone(language), count(false)),
      ])
  }

  private var remark: String {
    Paper(title: "", day: day, language: language, isSample: isSample).remark
  }

  /// A name that no other sheet has; spreadsheets know no case there, and at most 31 signs.
  static func free(_ name: String, _ taken: inout Set<String>) -> String {
    let kept = XLSXWriter.name(name)
    let base = kept.isEmpty ? "-" : kept
    var (free, number) = (base, 2)
    while !taken.insert(free.lowercased()).inserted {
      free = String(base.prefix(27)) + "-\(number)"
      number += 1
    }
    return free
  }

  private static let widths: [String: Double] = [
    "number": 5, "title": 32, "source": 22, "lead": 18, "cooperating": 20, "due": 11,
    "extension": 24, "status": 8, "signal": 5, "finished": 12, "lines": 12, "progress": 26,
    "problem": 20, "next": 20, "note": 22,
    "evidence": 18, "day": 11, "who": 12, "id": 18,
  ]
}
