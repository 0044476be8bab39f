import Foundation
import Intake
import Reform

extension BundledCatalogue {
  /// The indicators with the targets that documents print, and the benchmarks.
  ///
  /// Read only where a command or a screen needs them: about a millisecond. For another province
  /// than `home` its documents say nothing: the indicators are those that every province can count,
  /// in the usual reading, without clause, direction, department and day.
  public static func indicators(of province: Division.Code = home) -> IndicatorCatalogue {
    let rows = records("indicators.csv").filter {
      $0["region"].isEmpty || $0["region"] == province
    }
    let benchmarks = records("benchmarks.csv").compactMap(Benchmark.init)
    let magnitudes = records("figure-limits.csv").compactMap(Magnitude.init)
    let residents = Dictionary(
      records("provinces.csv").compactMap { record in
        Int(record["population_2020"]).map { (record["code"], $0) }
      }, uniquingKeysWith: { first, _ in first })
    guard province == home else {
      let places = ChinaDivisions.divisions(of: home).all.map(\.short)
      return IndicatorCatalogue(
        rows.compactMap {
          Indicator($0)?.undocumented(Phrase($0["elsewhere_zh"], $0["elsewhere_en"]))
        },
        benchmarks: benchmarks.filter { benchmark in
          // `contains` takes a hundred times as long.
          !places.contains { strstr(benchmark.region.zh, $0) != nil }
        }, magnitudes: magnitudes, residents: residents)
    }
    return IndicatorCatalogue(
      rows.compactMap(Indicator.init), targets: records("targets.csv").compactMap(Target.init),
      benchmarks: benchmarks,
      magnitudes: magnitudes, residents: residents)
  }
}

extension Indicator {
  /// The same where no document of the province names it, in the usual reading.
  fileprivate func undocumented(_ definition: Phrase) -> Indicator {
    var other = self
    (other.source, other.direction, other.directionSource) = (nil, nil, nil)
    (other.departments, other.collector, other.due) = ([], nil, nil)
    (other.definition, other.isDefinitionPrinted) = (definition, false)
    return other
  }
}

extension CSVReader.Record {
  /// The columns `name_zh` and `name_en`.
  fileprivate func phrase(_ name: String) -> Phrase {
    Phrase(self["\(name)_zh"], self["\(name)_en"])
  }

  fileprivate func decimal(_ name: String) -> Decimal? { Decimal(sent: self[name]) }

  fileprivate func part(_ name: String) -> Indicator.Part? {
    FigureUnit(rawValue: self["\(name)_unit"]).map { Indicator.Part(phrase(name), unit: $0) }
  }

  /// The clause of the direction: that of the indicator where no other is named.
  fileprivate var directionSource: ClauseReference? {
    guard !self["direction"].isEmpty else { return nil }
    guard !self["direction_document"].isEmpty else { return clause }
    return ClauseReference(
      self["direction_document"], self["direction_clause"], place: phrase("direction_place"))
  }

  fileprivate var clause: ClauseReference {
    ClauseReference(self["document"], self["clause"], place: phrase("place"))
  }
}

extension Indicator {
  /// Reads a row of `indicators.csv`; nil where a column says nothing that is known.
  init?(_ record: CSVReader.Record) {
    guard let kind = Kind(rawValue: record["kind"]), let numerator = record.part("numerator"),
      let factor = record.decimal("factor"), let unit = FigureUnit(rawValue: record["unit"]),
      let lowestLevel = Division.Level(rawValue: record["finest"])
    else { return nil }
    self.init(
      id: record["code"], name: Phrase(record["zh"], record["en"]), short: record.phrase("short"),
      kind: kind, definition: record.phrase("definition"),
      isDefinitionPrinted: record["printed"] == "yes", numerator: numerator,
      denominator: record.part("denominator"), factor: factor, unit: unit,
      digits: Int(record["digits"]) ?? 2, direction: Direction(rawValue: record["direction"]),
      directionSource: record.directionSource,
      departments: record["departments"].split(separator: "|").map(String.init),
      collector: record["collector"].isEmpty ? nil : record["collector"],
      due: YearDay(record["due"]), lowestLevel: lowestLevel, source: record.clause,
      isMonitored: record["monitored"] == "yes", rankedFrom: record.decimal("ranked_from"),
      whole: record["whole"].isEmpty ? nil : record["whole"])
  }
}

extension Target {
  /// Reads a row of `targets.csv`.
  init?(_ record: CSVReader.Record) {
    guard let scope = Scope(rawValue: record["scope"]), let value = record.decimal("value"),
      let op = TaskTarget.Comparison(rawValue: record["op"])
    else { return nil }
    self.init(
      record["indicator"], region: record["region"], scope: scope, op, value,
      year: Int(record["year"]), origin: .document(record.clause))
  }
}

extension Benchmark {
  /// Reads a row of `benchmarks.csv`.
  init?(_ record: CSVReader.Record) {
    guard let year = Int(record["year"]), let value = record.decimal("value") else { return nil }
    self.init(
      record["indicator"], region: record.phrase("region"), year: year, value: value,
      source: record["source"], address: record["address"],
      isDerived: record["derived"] == "yes", isComparable: record["comparable"] == "yes",
      note: record.phrase("note"))
  }
}

extension Magnitude {
  /// Reads a row of `figure-limits.csv`.
  init?(_ record: CSVReader.Record) {
    guard let side = Side(rawValue: record["part"]), let low = Double(record["low"]),
      let high = Double(record["high"])
    else { return nil }
    self.init(record["indicator"], side, low: low, high: high)
  }
}
