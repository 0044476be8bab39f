import Foundation
import Reform

/// Scores, verdicts and weights: a row a county, and rows of weights for a region.
extension GroupTable {
  /// Rows whose measures are of rules that do not govern their year.
  struct Stray {
    var rules: AssessmentRules.ID
    var reason: Phrase
    var row: Int
    var column: Int?
    var count: Int
  }

  mutating func readAssessment(_ row: SheetRow) {
    guard let isWeights = isWeights(row) else { return }
    var name = words(row, .county)
    if isWeights, let text = name {
      name = Self.withoutWeights(text)
      guard name != nil || words(row, .code) != nil else {
        return find(
          "no-place", .error, "权重要写明用于哪里：省、市或县（如 \(intake.example)）。",
          "Weights need their place: the province, a city or a county.", row.number,
          header.column(.county))
      }
    }
    if isWeights {
      guard let place = division(of: row, named: name), let year = year(of: row) else { return }
      return readWeights(row, place, year)
    }
    guard let county = county(of: row), let year = year(of: row) else { return }
    readScores(row, county, year)
  }

  /// Whether a row gives weights; nil where its kind is not known.
  private mutating func isWeights(_ row: SheetRow) -> Bool? {
    let place = NameKey.folded(words(row, .county) ?? "")
    if NameKey.withoutBrackets(place).hasSuffix("权重") { return true }
    guard let text = words(row, .rowKind) else { return false }
    let kind = NameKey.withoutBrackets(NameKey.folded(text))
    if kind.hasPrefix("权重") || kind.hasPrefix("weight") { return true }
    if ["得分", "分数", "评分", "score", "scores"].contains(kind) { return false }
    find(
      "unknown-kind", .error, "类别“\(text)”不认识，应填 权重 或 得分。",
      "The kind of row “\(text)” is not known: weights or scores.", row.number,
      header.column(.rowKind))
    return nil
  }

  /// 山西省权重（%） is for 山西省; nil where nothing is left.
  private static func withoutWeights(_ text: String) -> String? {
    var name = NameKey.withoutBrackets(NameKey.folded(text))
    if name.hasSuffix("权重") { name = String(name.dropLast(2)) }
    return name.isEmpty ? nil : name
  }

  private mutating func readWeights(_ row: SheetRow, _ place: Division, _ year: Int) {
    let years = Set(header.columns.map { header.years[$0.column] ?? year })
    for one in years.sorted() { readWeights(row, place, one, of: year) }
  }

  /// Weights of one year; `general` is the year of columns that name none.
  private mutating func readWeights(
    _ row: SheetRow, _ place: Division, _ year: Int, of general: Int
  ) {
    var (weights, isWhole): ([AssessmentMeasure.ID: Decimal], Bool) = ([:], true)
    for (column, field) in header.columns where header.years[column] ?? general == year {
      guard case .score(let measure) = field, row[column] != nil else { continue }
      let known = findings.count
      if let weight = hundredth(row, column) { weights[measure] = weight }
      if findings.count > known { isWhole = false }
    }
    guard isWhole, let first = firstMeasure(weights) else { return }
    let rules = Set(weights.keys.compactMap { intake.charter.assessmentRules(of: $0)?.id })
    guard rules.count == 1 else {
      return find(
        "weights-of-two", .error, "\(place.name) \(year) 年的权重分属两份文件的考核内容；一年只用一套，另一套留空。",
        "The weights of \(place.english), \(year), are of measures of two documents; leave one set empty.",
        row.number, first)
    }
    let sum = weights.values.reduce(Decimal(0), +)
    guard sum == 100 else {
      let (zh, en) =
        sum < 100
        ? ("还差 \(100 - sum)", "\(100 - sum) missing") : ("多出 \(sum - 100)", "\(sum - 100) too much")
      return find(
        "weights-sum", .error, "\(place.name) \(year) 年的权重加起来是 \(sum)，应为 100；\(zh)。",
        "The weights of \(place.english), \(year), add up to \(sum), not to 100: \(en).",
        row.number,
        first)
    }
    add(.weights(year, weights), of: place, row.number, first)
    noteStray(Set(weights.keys), place, year, row.number)
  }

  private mutating func readScores(_ row: SheetRow, _ county: Division, _ year: Int) {
    var measures: [Int: Set<AssessmentMeasure.ID>] = [:]
    for (column, field) in header.columns {
      guard case .score(let measure) = field,
        let score = hundredth(row, column, asking: .warning)
      else { continue }
      let year = header.years[column] ?? year
      measures[year, default: []].insert(measure)
      add(.score(year, measure, score), of: county, row.number, column)
    }
    for (year, found) in measures.sorted(by: { $0.key < $1.key }) {
      noteStray(found, county, year, row.number)
    }
    if let verdict = words(row, .verdict) {
      add(.verdict(year, verdict), of: county, row.number, header.column(.verdict))
    }
    guard let column = header.column(.total), let total = number(row, column) else { return }
    totals.append(
      .init(county: county.id, year: year, total: total.number, source: at(row.number, column)))
  }

  private func firstMeasure(_ found: [AssessmentMeasure.ID: Decimal]) -> Int? {
    header.columns.first { column, field in
      if case .score(let measure) = field { found[measure] != nil } else { false }
    }?.column
  }

  /// Remembers measures of rules that do not govern the year there.
  private mutating func noteStray(
    _ measures: Set<AssessmentMeasure.ID>, _ place: Division, _ year: Int, _ row: Int
  ) {
    let governing = intake.charter.governingAssessment(of: place.id, in: year, intake.catalogue)
    for rejected in governing.rejected {
      let column = header.columns.first { _, field in
        guard case .score(let measure) = field else { return false }
        return measures.contains(measure) && rejected.rules[measure] != nil
      }?.column
      guard let column else { continue }
      let index = stray.firstIndex {
        $0.rules == rejected.rules.id && $0.reason == rejected.reason
      }
      if let index {
        stray[index].count += 1
      } else {
        stray.append(
          Stray(
            rules: rejected.rules.id, reason: rejected.reason, row: row, column: column, count: 1))
      }
    }
  }

  mutating func tellStray() {
    for one in stray {
      let rules = intake.charter.assessments.first { $0.id == one.rules }
      let number = rules.flatMap { intake.catalogue.document($0.source.document)?.number } ?? ""
      let place = rules?.source.place ?? Phrase("", "")
      find(
        "other-rules", .warning,
        "从这一行起共 \(one.count) 行填的是 \(number)\(place.zh) 的考核内容，不计入总分：\(one.reason.zh)",
        "\(one.count) row(s), of which this is the first, have measures of \(number), \(place.en), that do "
          + "not count: \(one.reason.en)", one.row, one.column)
    }
  }
}
