import Foundation
import Intake
import Reform

/// Made-up actuals of targets (`Resources/sample/actuals.csv`, marked so), the same at every making.
public enum SampleActuals {
  /// One made-up actual and the day of the books on which it was entered.
  public struct Act: Sendable {
    public var day: Day
    public var who: String
    public var actual: TargetActual
  }

  /// All of them in the order of their days.
  public static func acts(_ catalogue: Catalogue) -> [Act] {
    let records = Resource.named("sample/actuals.csv").map { CSVReader($0.bytes).records() } ?? []
    let acts = records.compactMap { record -> Act? in
      guard let value = Decimal(sent: record["value"]), let day = Day(record["day"]),
        let entered = Day(record["entered"])
      else { return nil }
      let place = record["place"]
      let key = TargetActual.Key(record["task"], record["target"], in: place)
      return Act(
        day: entered, who: "示例·\(catalogue.divisions[place]?.short ?? place)医改办",
        actual: TargetActual(key, value, on: day, source: "示例：虚构的通报", isMadeUp: true))
    }
    return acts.enumerated()
      .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
  }
}
