import Foundation
import Intake
import Reform
import TestSupport

/// A province of two cities and three counties whose figures were computed by hand.
enum Small {
  static let divisions = Divisions([
    division("990000", nil, .province), division("990100", "990000", .city),
    division("990101", "990100", .county, 120_000), division("990102", "990100", .county, 80_000),
    division("990200", "990000", .city), division("990201", "990200", .county, 200_000),
  ])

  private static func division(
    _ code: String, _ parent: String?, _ level: Division.Level, _ population: Int? = nil
  ) -> Division {
    Division(
      id: code, parent: parent, level: level, name: code, short: code, english: code,
      pinyin: code, population: population)
  }

  static let share = indicator("share", .share)
  static let amount = indicator("amount", .amount)
  static let falling = indicator("falling", .share, direction: .down)
  static let book = IndicatorCatalogue([share, amount, falling])

  static func indicator(
    _ id: String, _ kind: Indicator.Kind, direction: Indicator.Direction? = .up
  ) -> Indicator {
    let part = Indicator.Part(Phrase("万", "n"), unit: .tenThousandYuan)
    return Indicator(
      id: id, name: Phrase(id, id), kind: kind, definition: Phrase("", ""), numerator: part,
      denominator: kind == .amount ? nil : part, factor: kind == .amount ? 1 : 100,
      direction: direction, due: YearDay(month: 2), source: ClauseReference("d", "1"),
      rankedFrom: 100)
  }

  static func figure(
    _ place: Division.Code, _ year: Int, _ numerator: Decimal, _ denominator: Decimal? = nil,
    of indicator: String = "share", flags: FigureFlags = [], batch: Int? = nil
  ) -> Figure {
    Figure(
      indicator, in: place, .year(year), numerator: numerator, denominator: denominator,
      flags: flags, batch: batch)
  }

  /// 2022 and 2023 in all three counties.
  static let whole = [
    figure("990101", 2022, 300, 1000), figure("990102", 2022, 200, 1000),
    figure("990201", 2022, 450, 1500), figure("990101", 2023, 330, 1100),
    figure("990102", 2023, 260, 1000), figure("990201", 2023, 420, 1400),
  ]

  static func target(
    _ value: Decimal, _ op: TaskTarget.Comparison = .atLeast, year: Int? = 2025,
    scope: Target.Scope = .everywhere
  ) -> Target {
    Target(
      "share", region: "990000", scope: scope, op, value, year: year,
      origin: .document(ClauseReference("d", "1")))
  }

  static func report(_ figures: [Figure] = whole, _ targets: Target...) -> IndicatorReport {
    IndicatorReport(figures, set: targets, book, divisions)
  }
}

func decimal(_ text: String) -> Decimal { Decimal(sent: text) ?? .nan }
