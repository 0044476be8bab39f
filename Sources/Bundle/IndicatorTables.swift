import Foundation
import Intake
import Reform

extension BundledCatalogue {
  /// The indicators with the targets that documents print, and the benchmarks.
  ///
  /// Read only where a command or a screen needs them: about a millisecond.
  public static func indicators() -> IndicatorCatalogue {
    func records(_ name: String) -> [CSVReader.Record] {
      Resource.named(name).map { CSVReader($0.bytes).records() } ?? []
    }
    return IndicatorCatalogue(
      records("indicators.csv").compactMap(Indicator.init),
      targets: records("targets.csv").compactMap(Target.init),
      benchmarks: records("benchmarks.csv").compactMap(Benchmark.init),
      magnitudes: records("figure-limits.csv").compactMap(Magnitude.init))
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
