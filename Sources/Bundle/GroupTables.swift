import Intake
import Reform

extension BundledCatalogue {
  /// What the bundled documents say of medical groups.
  public static func charter() -> GroupCharter { charter(of: home) }

  /// What the documents of a province say of medical groups, read when it is asked for.
  ///
  /// No bundled document binds the groups of another province than `home`.
  public static func charter(of province: Division.Code) -> GroupCharter {
    guard province == home else { return GroupCharter(sets: [], assessments: [], rules: []) }
    let rules = records("settlement-rules.csv")
    return GroupCharter(
      sets: records("group-sets.csv").map(ChecklistSet.init),
      assessments: AssessmentRules.all(records("group-assessment.csv")),
      rules: rules.compactMap(SettlementRule.init), gates: rules.compactMap(SettlementGate.init))
  }
}

extension CSVReader.Record {
  fileprivate func phrase(_ name: String) -> Phrase {
    Phrase(self["\(name)_zh"], self["\(name)_en"])
  }

  /// What `name_zh` and `name_en` list, set apart by `|`.
  fileprivate func phrases(_ name: String) -> [Phrase] {
    let (zh, en) = (
      self["\(name)_zh"].split(separator: "|"), self["\(name)_en"].split(separator: "|")
    )
    return zip(zh, en).map { Phrase(String($0), String($1)) }
  }
}

extension ChecklistSet {
  /// `sources` lists `document:clause:place in Chinese:place in English`, set apart by `|`.
  init(_ record: CSVReader.Record) {
    let sources = record["sources"].split(separator: "|").map { source in
      let parts = source.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      return ClauseReference(
        parts.first ?? "", parts.dropFirst().first ?? "",
        place: Phrase(parts.count > 2 ? parts[2] : "", parts.count > 3 ? parts[3] : ""))
    }
    self.init(
      id: record["id"], name: record.phrase("name"), count: Int(record["count"]), sources: sources,
      subject: record.phrase("subject"), printed: record.phrases("printed"))
  }
}

extension AssessmentRules {
  /// All rules in the order of the file; lines of the same rules stand together.
  static func all(_ records: [CSVReader.Record]) -> [AssessmentRules] {
    var ids: [String] = []
    for record in records where ids.last != record["rules"] { ids.append(record["rules"]) }
    return ids.map { id in AssessmentRules(id, records.filter { $0["rules"] == id }) }
  }

  init(_ id: String, _ records: [CSVReader.Record]) {
    func named(_ kind: String) -> [CSVReader.Record] { records.filter { $0["kind"] == kind } }
    func words(_ kind: String) -> Phrase {
      named(kind).first.map { Phrase($0["zh"], $0["en"]) } ?? Phrase("", "")
    }
    let path = named("source").first?["id"].split(separator: ":").map(String.init) ?? []
    self.init(
      id: id,
      source: ClauseReference(path.first ?? "", path.last ?? "", place: words("source")),
      measures: named("measure").compactMap { record in
        AssessmentMeasure.Emphasis(rawValue: record["emphasis"]).map {
          AssessmentMeasure(
            id: record["id"], name: Phrase(record["zh"], record["en"]), emphasis: $0)
        }
      }, links: named("link").map { Phrase($0["zh"], $0["en"]) }, words: words("words"),
      yields: words("yields"))
  }
}

extension SettlementGate {
  /// A row with the outcome `gate`; its id is that of a set.
  init?(_ record: CSVReader.Record) {
    guard record["outcome"] == "gate" else { return nil }
    self.init(
      set: record["id"],
      source: ClauseReference(
        record["document"], record["clause"], place: record.phrase("place")),
      words: record.phrase("words"))
  }
}

extension SettlementRule {
  init?(_ record: CSVReader.Record) {
    guard let outcome = Outcome(rawValue: record["outcome"]),
      let reach = Reach(rawValue: record["reach"])
    else { return nil }
    let names = record.phrases("shares")
    let keys = record["shares"].split(separator: "|").map(String.init)
    let numbers = record["numbers"].split(separator: "|").map { Int64($0) }
    let shares = zip(keys, zip(names, numbers)).map { key, found in
      Share(id: key, name: found.0, number: found.1)
    }
    self.init(
      id: record["id"], outcome: outcome, reach: reach,
      source: ClauseReference(
        record["document"], record["clause"], place: record.phrase("place")),
      shares: shares, words: record.phrase("words"), yields: record.phrase("yields"),
      isAssessed: record["assessed"] == "yes")
  }
}
