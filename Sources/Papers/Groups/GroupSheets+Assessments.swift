import Foundation
import Reform

/// The table of a year's assessment: rows of weights, then a row a county.
extension GroupSheets {
  /// Counties that rules govern for the year; throws where none do, and says since when they do.
  public func assessments(_ year: Int) throws -> FillTable {
    let governed = counties.compactMap { county in
      desk.assessmentRules(of: county.id, year).map {
        (county: county, rules: $0)
      }
    }
    let sets = desk.charter.assessments.filter { rules in
      governed.contains { $0.rules.id == rules.id }
    }
    guard !sets.isEmpty else { throw nothingGoverns(year) }
    let measures = sets.flatMap(\.measures)
    var table = FillTable(
      title: title("\(year)年医疗集团考核填报表", "Assessment of medical groups \(year)"),
      hints: hints(sets, left: counties.count - governed.count),
      name: said("医疗集团考核", "Assessment"),
      columns: firstColumns + [
        .init(head(.year), .given, width: 7), .init(head(.rowKind), .given, width: 9),
      ] + measures.map { .init($0.name(language), .number, width: 13) } + [
        .init(head(.total), .computed, width: 10), .init(head(.verdict), .words, width: 20),
      ])
    let weighted = weightPlaces(year, Set(measures.map(\.id)))
    table.rows = weighted.map { weights(of: $0, measures, year) }
    for (county, rules) in governed {
      table.rows.append(scores(of: county, rules, measures, year, weighted, table))
    }
    return table
  }

  private func hints(_ sets: [AssessmentRules], left: Int) -> [String] {
    let sources = sets.map { reference($0.source) }.joined(separator: said("、", "; "))
    var hints = [
      said("考核内容出自 \(sources)；文件没有写权重。", "Measures are of \(sources), which prints no weights."),
      said(
        "“权重”行：各项合计应为 100，不单定的留空；县先用自己的权重，没有就用市的，再用省的。",
        "Rows of weights add up to 100 or stay empty; a county goes by its own weights, else by its city's, "
          + "then the province's."),
      said(
        "“得分”行：每项 0 到 100，没有考核的留空；总分由工作簿按权重算出，CSV 里可以留空，写了就核对。",
        "Rows of scores: 0 to 100 each, empty where not assessed; the workbook reckons the total; in CSV it may "
          + "stay empty and is checked where it is given."),
    ]
    if left > 0 {
      hints.append(
        said(
          "另有 \(left) 个县这一年没有文件写明考核内容，没有列出。",
          "\(left) counties without rules for the year are not listed.")
      )
    }
    return hints
  }

  private func nothingGoverns(_ year: Int) -> Fault {
    let years = desk.charter.assessments.compactMap {
      desk.catalogue.document($0.source.document)?.issued.year
    }
    let since = (years.min() ?? year)...max(years.min() ?? year, year + 30)
    let first = since.first { year in
      counties.contains {
        desk.assessmentRules(of: $0.id, year) != nil
      }
    }
    let name = scope.name(in: language)
    guard let first else {
      return Fault("没有文件写明\(name)怎样考核医疗集团。", "No document says how groups of \(name) are assessed.")
    }
    return Fault(
      "没有文件写明\(name) \(year) 年怎样考核医疗集团；从 \(first) 年起有。",
      "No document says how groups of \(name) are assessed for \(year); there are rules from \(first) on.",
      exitCode: 2)
  }

  /// Places with weights of these measures or that may set some, the widest first.
  private func weightPlaces(_ year: Int, _ measures: Set<AssessmentMeasure.ID>) -> [Division] {
    divisions.all.filter { place in
      guard divisions.isWithin(place.id, scope.id) || divisions.isWithin(scope.id, place.id) else {
        return false
      }
      guard !weights(of: place.id, year).keys.contains(where: measures.contains) else {
        return true
      }
      guard place.level != .county, divisions.isWithin(place.id, scope.id) else {
        return place.id == scope.id
      }
      return desk.assessmentRules(of: place.id, year) != nil
    }.sorted { ($0.level, $0.id) < ($1.level, $1.id) }
  }

  private func weights(of place: Division.Code, _ year: Int) -> [AssessmentMeasure.ID: Decimal] {
    let slot = GroupFact.Slot(place, .weights, year: year)
    guard case .weights(_, let found)? = desk.book[slot]?.fact.content else { return [:] }
    return found
  }

  private func weights(
    of place: Division, _ measures: [AssessmentMeasure], _ year: Int
  ) -> FillTable.Row {
    let known = weights(of: place.id, year)
    return FillTable.Row(
      begin(place) + [.text("\(year)"), .text(GroupHead.weights(language))]
        + measures.map { Self.number(known[$0.id]) } + [.empty, .empty])
  }

  private func scores(
    of county: Division, _ rules: AssessmentRules, _ measures: [AssessmentMeasure], _ year: Int,
    _ weighted: [Division], _ table: FillTable
  ) -> FillTable.Row {
    let found = desk.assessment(of: county.id, year)
    let known = Dictionary(
      found.rows.map { ($0.measure.id, $0.score) }, uniquingKeysWith: { first, _ in first })
    let row = table.firstRow + table.rows.count
    // The rows of weights that may hold for the county, the nearest last.
    let rows = weighted.indices.filter { divisions.isWithin(county.id, weighted[$0].id) }
      .map { table.firstRow + $0 }
    return FillTable.Row(
      begin(county) + [.text("\(year)"), .text(GroupHead.scores(language))]
        + measures.map { Self.number(known[$0.id] ?? nil) } + [
          .formula(Self.total(row, rows, 5...(4 + measures.count)), found.total),
          Self.text(found.verdict),
        ])
  }

  /// The sum of weights times scores, by the nearest row of weights that is filled in.
  static func total(_ row: Int, _ weights: [Int], _ columns: ClosedRange<Int>) -> String {
    let (first, last) = (
      SourcePlace.letters(columns.lowerBound), SourcePlace.letters(columns.upperBound)
    )
    func area(_ row: Int) -> String { "\(first)\(row):\(last)\(row)" }
    func sheetArea(_ row: Int) -> String { "\(first)$\(row):\(last)$\(row)" }
    let scores = area(row)
    var formula = "\"\""
    for weight in weights {
      let own = sheetArea(weight)
      let missing = "SUMPRODUCT((\(own)>0)*(\(scores)=\"\"))"
      formula =
        "IF(COUNT(\(own))>0,IF(\(missing)>0,\"\",SUMPRODUCT(\(own),\(scores))/100),\(formula))"
    }
    return "=IF(COUNT(\(scores))=0,\"\",\(formula))"
  }
}
