import Foundation
import Reform

/// A task as `yigai tasks --json` gives it; the shape is part of the product.
struct TaskJSON {
  let task: ReformTask
  let standings: [Standing]
  let whole: TaskStanding
  /// The place that was asked for.
  let place: Division.Code
  let catalogue: Catalogue
  /// Where `--search` found something; nil where nothing was looked for.
  var hits: JSONValue = .absent
  let isSample: Bool

  var value: JSONValue {
    .object([
      "id": .text(task.id), "document": .text(task.document), "clause": .text(task.clause),
      "title": .phrase(task.title), "theme": .text(task.theme),
      "departments": .list(task.departments) {
        .object([
          "name": .text($0.name), "bureau": .text($0.bureau), "role": .text($0.role.rawValue),
        ])
      },
      "deadlines": .list(task.deadlines) { deadline in
        .object([
          "kind": .text(deadline.kind.rawValue), "due": .day(deadline.due),
          "years": .list(deadline.years) { .whole($0) }, "soft": .truth(deadline.isSoft),
        ])
      },
      "places": .list(task.places) {
        .object([
          "code": .text($0.code), "name": .text(catalogue.divisions[$0.code]?.name ?? ""),
          "role": .text($0.role.rawValue),
        ])
      },
      "targets": .list(task.targets, target), "level": .text(name(task.level)),
      "levels": .texts(task.levels.map(name)), "supersedes": .texts(task.supersedes),
      "carriesOut": .texts(task.carriesOut),
      "conflicts": .list(task.conflicts) {
        .object(["with": .text($0.with), "note": .phrase($0.note)])
      },
      "indicators": .texts(task.indicators), "whole": wholeValue,
      "alsoAt": .texts(task.alsoAt), "formerly": .texts(task.formerly),
      "collects": .texts(task.collects), "standings": .list(standings, standing), "hits": hits,
      "byHand": byHand,
      "sample": .truth(isSample),
    ])
  }

  /// What was changed by hand, by whom and why, and the places in which it is left out; not there where
  /// nothing was.
  private var byHand: JSONValue {
    let entries =
      Array(catalogue.amendments(of: task).values) + Array(catalogue.leftPlaces(of: task).values)
    let making = catalogue.hand.making(of: task.id).map { [$0.entry] } ?? []
    let all = Set(entries).union(making).sorted { $0.id < $1.id }
    guard !all.isEmpty else { return .absent }
    return .list(all) {
      .object([
        "act": .whole($0.act), "day": .day($0.day), "who": .text($0.who),
        "step": HandTables.json($0.step),
      ])
    }
  }

  /// `id` stays when other targets come or go: what an actual is hung on.
  private func target(_ target: TaskTarget) -> JSONValue {
    .object([
      "id": JSONValue.text(target.id(in: task.id)).ifAny, "key": JSONValue.text(target.key).ifAny,
      "metric": .text(target.metric.zh), "op": .text(target.op.rawValue),
      "value": .number(target.value), "upper": JSONValue.number(target.upper).ifAny,
      "unit": .text(target.unit), "scope": JSONValue.text(target.scope?.rawValue).ifAny,
      "soft": .truth(target.isSoft), "year": JSONValue.whole(target.year).ifAny,
    ])
  }

  /// `finished` lines of all `lines` that count.
  private var wholeValue: JSONValue {
    .object([
      "place": .text(place), "status": .text(whole.status.rawValue),
      "signal": .text(whole.light.signal.rawValue), "tier": .whole(whole.light.tier),
      "reason": .phrase(whole.light.reason), "due": .day(whole.due),
      "finished": .whole(whole.counts.finished), "lines": .whole(whole.counts.total),
    ])
  }

  /// `ownLevel` is there only in the line of a government itself, beside those of its parts (本级);
  /// `gathering` only in one of the task that gathers figures: cities that have sent all, of how many.
  private func standing(_ standing: Standing) -> JSONValue {
    let isOwn = task.isOwnLevel(standing.line.place, in: catalogue.divisions)
    return .object([
      "place": .text(standing.line.place), "period": .text(standing.line.period?.description),
      "status": .text(standing.status.rawValue), "signal": .text(standing.light.signal.rawValue),
      "due": .day(standing.due),
      "dueBefore": standing.original.map { .day($0) } ?? .absent,
      "ownLevel": isOwn ? .truth(true) : .absent,
      "gathering": standing.gathering.map {
        .object(["sent": .whole($0.sent), "asked": .whole($0.asked)])
      } ?? .absent,
    ])
  }

  /// `province` is the province only: what a city sets for itself stands in the place named.
  private func name(_ level: ReformTask.Level) -> String {
    let region = catalogue.region(of: task)
    if level == .province, region == Divisions.country { return "nation" }
    let isOwn = level == .province && !catalogue.divisions.grounds.contains(region)
    return (isOwn ? ReformTask.Level.named : level).rawValue
  }
}
