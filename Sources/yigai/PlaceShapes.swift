import Foundation
import Reform

/// A place as `yigai places --json` gives it; the shape is part of the product.
struct PlaceJSON {
  let report: PlaceReport
  let opened: Opened
  let book: IndicatorBook
  /// The cities by what they share; of a county nil.
  let league: League?

  var value: JSONValue {
    let place = report.place
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
      "ownLevel": report.ownLevel.map(part) ?? .null,
      "league": .list(
        (league?.rows ?? []).filter { place.level == .province || $0.place == place.id }, row),
      "duties": .list(report.duties, duty), "next": .list(report.next, owed),
      "owed": .list(report.owed, owed), "roles": .list(report.roles, role),
      "achievements": .list(report.achievements, achievement),
      "parts": .list(report.parts, part), "indicators": .list(report.indicators, indicator),
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

  private func owed(_ standing: TaskStanding) -> JSONValue {
    let task = opened.catalogue.tasks[standing.task]
    return .object([
      "task": .text(task.id), "title": .phrase(task.title), "due": .day(standing.due),
      "period": .text(standing.period?.description), "status": .text(standing.status.rawValue),
      "signal": .text(standing.light.signal.rawValue),
    ])
  }

  private func role(_ role: PlaceRole) -> JSONValue {
    .object([
      "role": .text(role.role.rawValue), "task": .text(role.task.id),
      "purpose": .phrase(role.purpose), "document": .text(role.source.document),
      "clause": .text(role.source.clause), "place": .phrase(role.clausePlace),
      "number": .text(role.document?.number),
    ])
  }

  private func achievement(_ item: Achievement) -> JSONValue {
    .object([
      "id": .text(item.id), "kind": .text(item.kind.rawValue), "theme": .text(item.theme),
      "what": .phrase(item.what), "value": .number(item.value), "unit": .text(item.unit),
      "qualifier": .text(item.qualifier),
      "printed": .text(item.printed.isEmpty ? nil : item.printed),
      "section": .text(item.section), "document": .text(item.document),
      "fact": .whole(item.fact), "upper": .number(item.upper),
      "places": .list(item.places) { code in
        .object([
          "code": .text(code), "name": .text(opened.catalogue.divisions[code]?.name ?? code),
        ])
      },
    ])
  }

  private func part(_ part: PlaceReport.Part) -> JSONValue {
    .object([
      "code": .text(part.place),
      "name": .text(opened.catalogue.divisions[part.place]?.name ?? part.place),
      "status": .counts(part.counts), "signal": .lights(part.lights), "rate": .rate(part.rate),
      "next": .day(part.next),
    ])
  }

  private func indicator(_ line: PlaceReport.Line) -> JSONValue {
    let row = line.row
    return .object([
      "indicator": .text(line.indicator),
      "name": .phrase(book[line.indicator]?.name ?? Phrase(line.indicator, line.indicator)),
      "year": .whole(line.year), "value": .number(row.reading?.value?.rounded(10)),
      "rank": .whole(row.rank), "ranked": .whole(line.ranked), "rankBefore": .whole(row.rankBefore),
      "position": .whole(row.position), "breakInSeries": .truth(row.isBreak),
      "changeAcrossBreak": .number(row.changeAcrossBreak?.rounded(10)),
      "change": .number(row.change?.rounded(10)), "apart": .text(row.apart?.rawValue),
      "trend": .list(line.trend) { .number($0?.rounded(10)) },
      "flags": .list(row.reading?.flags.keys ?? []) { .text($0) },
      "pools": line.pools.map(JSONValue.pools) ?? .null,
      "ownLevel": line.own.map {
        JSONValue.part($0, opened.catalogue.divisions[$0.place]?.name)
      } ?? .null,
    ])
  }
}
