import Foundation

/// A target that a document prints, as something that places are compared by (目标实际数).
public struct TargetMeasure: Hashable, Sendable {
  public var task: ReformTask
  /// Which of the task's targets, from 0.
  public var number: Int

  public var target: TaskTarget { task.targets[number] }

  private static let prefix = "target-"

  /// `target-jzf-2023-15-2.1.4-3`.
  public var id: Indicator.ID {
    "\(Self.prefix)\(task.id.replacing("/", with: "-"))-\(number + 1)"
  }

  /// Whether an id is that of a target's actuals.
  public static func names(_ id: Indicator.ID) -> Bool { id.hasPrefix(prefix) }

  /// The targets of a catalogue that can be compared: those in a unit of figures.
  public static func all(_ catalogue: Catalogue) -> [TargetMeasure] {
    catalogue.tasks.filter { catalogue.leftOut($0) == nil }.flatMap { task in
      task.targets.indices.map { TargetMeasure(task: task, number: $0) }
        .filter { FigureUnit(rawValue: $0.target.unit) != nil }
    }
  }

  /// The measure of an id; nil where there is none.
  public init?(_ id: Indicator.ID, in catalogue: Catalogue) {
    guard Self.names(id), let found = Self.all(catalogue).first(where: { $0.id == id }) else {
      return nil
    }
    self = found
  }

  init(task: ReformTask, number: Int) { (self.task, self.number) = (task, number) }

  private func source(_ catalogue: Catalogue) -> ClauseReference {
    ClauseReference(
      task.document, task.clause,
      place: catalogue.clause(of: task)?.place ?? Phrase(task.clause, task.clause))
  }

  /// The actual as an indicator, better in the direction of its target.
  public func indicator(_ catalogue: Catalogue) -> Indicator {
    let unit = FigureUnit(rawValue: target.unit) ?? .items
    let direction: Indicator.Direction? =
      switch target.op {
      case .atLeast, .moreThan: .up
      case .atMost, .lessThan: .down
      case .equal, .range: nil
      }
    return Indicator(
      id: id, name: target.name, short: target.name, kind: .amount,
      definition: Phrase(
        "任务目标的实际数，由本单位录入，写明日期和来源；每年取当年最后一次。",
        "What has been reached of a task's target, as entered with its day and source; of a year the "
          + "last number."),
      isDefinitionPrinted: false, numerator: .init(target.name, unit: unit), denominator: nil,
      factor: 1, unit: unit, digits: 0, direction: direction, source: source(catalogue))
  }

  /// The target as it stands over the indicator: of each place that it names, where it names some; nothing
  /// where several count things together.
  func targets(_ catalogue: Catalogue) -> [Target] {
    let whole = catalogue.region(of: task)
    let named = target.named(in: whole)
    guard !named.isEmpty else { return [target(of: whole, catalogue)] }
    guard named.count == 1 || target.isMeasured || target.scope == .perCounty else { return [] }
    return named.map { target(of: $0, isNamed: true, catalogue) }
  }

  private func target(
    of region: Division.Code, isNamed: Bool = false, _ catalogue: Catalogue
  ) -> Target {
    let scope: Target.Scope =
      switch (target.scope, task.level) {
      case _ where isNamed: .inAll
      case (.perCity, _), (.each, .eachCity): .eachCity
      case (.perCounty, _), (.each, .eachCounty): .eachCounty
      default: .inAll
      }
    return Target(
      id, region: region, scope: scope, target.op, target.value,
      upper: target.upper, year: target.year, origin: .document(source(catalogue)))
  }
}

extension ActualBook {
  /// The targets of which anything stands, as indicators with their targets and figures.
  ///
  /// Of a year a place has its last number. What cannot be added up is only stated.
  public func measures(
    _ catalogue: Catalogue, on day: Day
  ) -> (indicators: [Indicator], targets: [Target], figures: [Figure]) {
    guard !isEmpty else { return ([], [], []) }
    let used = TargetMeasure.all(catalogue).filter {
      !places(of: $0.task.id, $0.target.identity).isEmpty
    }
    return (
      used.map { $0.indicator(catalogue) }, used.flatMap { $0.targets(catalogue) },
      used.flatMap { figures(of: $0, on: day) }
    )
  }

  private func figures(of measure: TargetMeasure, on day: Day) -> [Figure] {
    let (task, metric) = (measure.task.id, measure.target.identity)
    return places(of: task, metric).flatMap { place -> [Figure] in
      var byYear: [Int: TargetActual] = [:]
      for entry in entries(TargetActual.Key(task, metric, in: place)) where entry.actual.day <= day
      {
        byYear[entry.actual.day.year] = entry.actual
      }
      return byYear.sorted { $0.key < $1.key }.map { year, actual in
        Figure(
          measure.id, in: place, .year(year),
          numerator: measure.target.isAdded ? actual.value : nil,
          stated: measure.target.isAdded ? nil : actual.value,
          flags: actual.isMadeUp ? [.madeUp] : [], note: "\(actual.day) \(actual.source)")
      }
    }
  }
}

/// What is compared though nobody sent a figure of it: measures of groups, actuals of targets.
public enum LedgerMeasure {
  /// Whether an id is that of a measure computed from the ledger.
  public static func names(_ id: Indicator.ID) -> Bool {
    GroupMeasure.names(id) || TargetMeasure.names(id)
  }
}
