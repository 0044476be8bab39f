import Foundation

/// All indicators with what belongs to them (指标目录): targets, benchmarks, rules of ranking.
public struct IndicatorCatalogue: Sendable, Equatable {
  /// In the order they are shown, the four monitored ones first.
  public let all: [Indicator]
  /// Limits and targets that documents print.
  public var targets: [Target]
  public var benchmarks: [Benchmark]
  /// What numbers can be for a place of so many residents.
  public var magnitudes: [Magnitude]
  /// Residents of provinces on 1 November 2020, by which those of their cities are guessed at.
  public var residents: [Division.Code: Int]
  private let index: [Indicator.ID: Int]

  public init(
    _ all: [Indicator], targets: [Target] = [], benchmarks: [Benchmark] = [],
    magnitudes: [Magnitude] = [], residents: [Division.Code: Int] = [:]
  ) {
    (self.all, self.targets, self.benchmarks) = (all, targets, benchmarks)
    (self.magnitudes, self.residents) = (magnitudes, residents)
    index = Dictionary(zip(all.map(\.id), all.indices), uniquingKeysWith: { first, _ in first })
  }

  public subscript(id: Indicator.ID) -> Indicator? { index[id].map { all[$0] } }
  public func position(of id: Indicator.ID) -> Int? { index[id] }

  /// The four that are monitored everywhere.
  public var monitored: [Indicator] { all.filter { $0.isMonitored } }

  /// The indicator by code, name or short name in either language; nil where there is none.
  public func find(_ name: String) -> Indicator? {
    if let byCode = self[name] { return byCode }
    let lower = name.lowercased()
    return all.first {
      $0.name.zh == name || $0.short.zh == name || $0.name.en.lowercased() == lower
        || $0.short.en.lowercased() == lower
    }
  }

  /// The targets that hold for an indicator in a place, those of the ledger last.
  public func targets(
    of indicator: Indicator.ID, in place: Division.Code, _ divisions: Divisions
  ) -> [Target] {
    targets.filter { $0.indicator == indicator && $0.holds(in: place, divisions) }
  }

  public func benchmarks(of indicator: Indicator.ID) -> [Benchmark] {
    benchmarks.filter { $0.indicator == indicator }
  }
}
