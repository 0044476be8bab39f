import Bundle
import Foundation
import Intake
import LedgerStore
import Reform

/// What the commands on figures share.
extension Opened {
  /// What is computed from the figures that stand on the day that was asked for.
  func report(_ filter: Ledger.FigureFilter = .init()) throws -> IndicatorReport {
    try report(filter, asOf: day)
  }

  /// The same as of another day.
  func report(_ filter: Ledger.FigureFilter = .init(), asOf day: Day) throws -> IndicatorReport {
    try ledger.indicatorReport(
      catalogue.indicators, catalogue.divisions, filter, asOf: day)
  }

  func indicator(_ name: String, in book: IndicatorCatalogue) throws -> Indicator {
    if let found = book.find(name) { return found }
    let measures = GroupMeasure.book(catalogue.charter).all.map(\.id)
    let others =
      measures.isEmpty
      ? ("", "")
      : (
        "yigai compare 还可比较医疗集团：\(measures.joined(separator: "、"))。",
        " yigai compare takes measures of medical groups too: \(measures.joined(separator: ", "))."
      )
    throw Fault(
      "没有指标“\(name)”；用 yigai indicators 看编号，例如 medical-service-share。" + others.0,
      "There is no indicator “\(name)”; yigai indicators lists them, for example "
        + "medical-service-share." + others.1, exitCode: 2)
  }

  /// What places are compared by: an indicator, or a measure of the medical groups, with the
  /// report that knows it.
  func compared(by name: String) throws -> (indicator: Indicator, report: IndicatorReport) {
    let charter = catalogue.charter
    if let measure = GroupMeasure.book(charter).find(name) {
      return (measure, try desk().measures())
    }
    if TargetMeasure.names(name) {
      let report = try desk().measures()
      if let measure = report.book[name] { return (measure, report) }
      throw Fault(
        "目标“\(name)”不存在或还没有录入实际数；用 yigai targets 看编号。",
        "There is no target “\(name)”, or nothing is entered of it; yigai targets lists them.",
        exitCode: 2)
    }
    let indicator = try indicator(name, in: catalogue.indicators)
    return (indicator, try report(.init(indicators: [indicator.id], region: scope)))
  }

  static func year(_ text: String) throws -> Int {
    guard text.utf8.count == 4, let year = Int(text), year > 0 else {
      throw Fault(
        "--year 要写成四位数字如 2023，不是“\(text)”。",
        "--year takes four digits such as 2023, not “\(text)”.", exitCode: 2)
    }
    return year
  }

  /// Refuses a year without any figure, and says which years there are.
  func refuseEmpty(
    _ year: Int, _ known: ClosedRange<Int>?, of name: Phrase?, in source: String = "figures"
  ) throws {
    if let known, known.contains(year) { return }
    let (zh, en) = (name.map { "“\($0.zh)”" } ?? "", name.map { "“\($0.en)” " } ?? "")
    guard let known else {
      throw Fault(
        "台账里还没有\(zh.isEmpty ? "数据" : zh + "的数据")；用 yigai import \(source) 导入。",
        "The ledger has no figures \(name == nil ? "" : "of \(en)")yet; yigai import \(source) takes them in."
      )
    }
    throw Fault(
      "台账里没有\(zh)\(year) 年的数据；有 \(known.lowerBound)–\(known.upperBound) 年。",
      "The ledger has no figures \(name == nil ? "" : "of \(en)")for \(year); "
        + "there are \(known.lowerBound)–\(known.upperBound).")
  }
}
