import Foundation
import Reform

/// A place as `yigai places --json` gives it; the shape is part of the product.
struct PlaceJSON {
  let report: PlaceReport
  let opened: Opened
  let book: IndicatorCatalogue
  /// The cities by what they share; of a county nil.
  let league: League?

  var value: JSONValue {
    let (place, divisions) = (report.place, opened.catalogue.divisions)
    let parts = { PlaceTables.parts($0, divisions, .zh) }
    return .object([
      "code": .text(place.id), "name": .text(place.name), "english": .text(place.english),
      "level": .text(place.level.rawValue), "parent": .text(place.parent),
      "population": .whole(place.population), "day": .day(report.day),
      "crumbs": .list(report.crumbs) { .object(["code": .text($0.id), "name": .text($0.name)]) },
      "tasks": .object([
        "total": .whole(report.tasks.standings.count), "status": .counts(report.counts),
        "signal": .lights(report.lights), "rate": .rate(report.rate),
        "sources": .list(report.tasks.sources(opened.catalogue)) { source in
          .object([
            "region": .text(source.region),
            "name": .text(opened.catalogue.divisions[source.region]?.name ?? source.region),
            "total": .whole(source.tasks),
          ])
        },
      ]),
      "ownLevel": report.ownLevel.map { parts([$0]).json(of: 0) } ?? .null,
      "league": .list(
        (league?.rows ?? []).filter {
          divisions.grounds.contains(place.id) || $0.place == place.id
        }, row),
      "duties": .list(report.duties, duty),
      "next": PlaceTables.owed(report.next, opened.catalogue, .zh).json,
      "owed": PlaceTables.owed(report.owed, opened.catalogue, .zh).json,
      "roles": PlaceTables.roles(report.roles, .zh).json,
      "achievements": PlaceTables.achievements(report.achievements, of: place.id, divisions, .zh)
        .json,
      "parts": parts(report.parts).json,
      "indicators": PlaceTables.figures(of: report.indicators, book, divisions, .zh).json,
      "sample": .truth(opened.isSample),
    ])
  }

  private func row(_ row: League.Row) -> JSONValue {
    .object([
      "place": .text(row.place), "rank": .whole(row.rank), "ranked": .whole(league?.rows.count),
      "rate": .rate(row.rate), "status": .counts(row.counts), "signal": .lights(row.lights),
    ])
  }

  private func duty(_ duty: PlaceDuty) -> JSONValue {
    .object([
      "task": .text(duty.task.id), "tie": .text(duty.tie.rawValue), "holder": .text(duty.holder),
    ])
  }
}
