import Foundation
import Reform

/// The charts of a report.
struct ReportCharts {
  private let blocks: ProgressBlocks
  private let progress: PlaceProgress

  init(_ blocks: ProgressBlocks, _ progress: PlaceProgress) {
    (self.blocks, self.progress) = (blocks, progress)
  }

  private var language: Language { blocks.language }
  private func said(_ zh: String, _ en: String) -> String { Phrase(zh, en)(language) }
  private var tasks: String { said("项", "tasks") }

  /// Tasks by status.
  var statuses: PaperChart {
    let counts = progress.report.counts
    return PaperChart(
      .bars, title: said("任务按状态", "Tasks by status"), unit: tasks,
      axis: said("状态", "Status"),
      categories: Status.allCases.map { FieldWords.status($0)(language) },
      series: [.init(said("任务", "Tasks"), Status.allCases.map { Decimal(counts[$0]) })])
  }

  /// How many lines were finished in each of the last twelve months.
  var finished: PaperChart {
    let last = progress.day.year * 12 + progress.day.month - 1
    let months = (last - 11...last).map { Period.month($0 / 12, $0 % 12 + 1) }
    return PaperChart(
      .bars, title: said("逐月办结", "Finished by month"), unit: said("处", "lines"),
      axis: said("月", "Month"), categories: months.map(Self.short),
      series: [
        .init(said("办结", "Finished"), months.map { Decimal(progress.finishedByMonth[$0] ?? 0) })
      ])
  }

  /// `24-11`, short enough for twelve of them.
  private static func short(_ month: Period) -> String { String(month.description.dropFirst(2)) }

  /// What is finished in each part.
  var rates: PaperChart {
    let parts = progress.standing
    let base = parts.first?.rate.base.words(language) ?? ""
    return PaperChart(
      .bars, title: said("各地办结率（\(base)）", "Finished by place, \(base)"), unit: "%",
      axis: said("地区", "Place"), categories: parts.map { short($0.place) },
      series: [
        .init(said("办结率", "Finished"), parts.map { $0.rate.percent.map { Decimal($0) } })
      ])
  }

  private func short(_ place: Division.Code) -> String {
    blocks.divisions[place]?.short(in: language) ?? place
  }

  /// The place, and the province and the whole that it lies in.
  private var compared: [Division.Code] {
    let whole = blocks.catalogue.province
    let province = blocks.divisions.province(of: progress.place.id)
    var places = [progress.place.id]
    for place in [province ?? whole, whole] where !places.contains(place) { places.append(place) }
    return places
  }

  /// Which points of the same are sums that lack parts; nil where none is.
  func lacking(_ indicator: Indicator) -> String? {
    guard let years = progress.figures.figures.years(of: indicator.id) else { return nil }
    let said = compared.flatMap { place in
      years.compactMap { year -> String? in
        guard let reading = progress.figures.reading(indicator.id, in: place, year),
          !reading.isComplete
        else { return nil }
        return blocks.name(of: place) + " \(year) " + FigureWords.lacking(reading)(language)
      }
    }
    return said.isEmpty ? nil : said.joined(separator: Phrase("；", "; ")(language))
  }

  /// An indicator over the years, of a city beside the province; nil without figures.
  func trend(_ indicator: Indicator) -> PaperChart? {
    guard let years = progress.figures.figures.years(of: indicator.id) else { return nil }
    return PaperChart(
      .line, title: said("\(indicator.name.zh)走势", "\(indicator.name.en) over the years"),
      unit: indicator.unit.name(language), axis: said("年", "Year"),
      categories: years.map { "\($0)" },
      series: compared.map { place in
        .init(
          blocks.name(of: place),
          years.map { progress.figures.reading(indicator.id, in: place, $0)?.value })
      }, target: target(indicator, in: progress.place.id, years.upperBound),
      digits: indicator.digits)
  }

  /// An indicator in each part, in its order; nil without figures.
  func places(_ indicator: Indicator) -> PaperChart? {
    guard let ranking = progress.ranking(indicator) else { return nil }
    let rows = ranking.rows + ranking.apart
    let year = ranking.year
    return PaperChart(
      .bars,
      title: said("各地\(indicator.name.zh)（\(year) 年）", "\(indicator.name.en) by place, \(year)"),
      unit: indicator.unit.name(language), axis: said("地区", "Place"),
      categories: rows.map { short($0.place) },
      series: [.init(indicator.short(language), rows.map { $0.reading?.value })],
      target: rows.first.flatMap { target(indicator, in: $0.place, year) },
      digits: indicator.digits)
  }

  private func target(
    _ indicator: Indicator, in place: Division.Code, _ year: Int
  ) -> PaperChart.Target? {
    progress.figures.target(of: indicator.id, in: place, year).map { target in
      PaperChart.Target(
        said("目标 ", "Target ") + FigureWords.target(target, indicator, language), target.value)
    }
  }
}
