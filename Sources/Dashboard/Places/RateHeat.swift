import Reform
import Widgets

extension FinishedRate {
  /// The levels of a rate, in percent: fixed, so that a tile says the same on every map.
  static let heat = Heat(steps: [50, 60, 70, 80, 90], direction: .up)

  /// How high it lies on that scale, by the percent that is printed.
  var height: Double? { percent.map(Double.init) }
}
