import Foundation

/// The tables of the report on a place.
public enum PlaceTables {
  typealias Column = Table.Column

  /// Tasks of a place that are owed or fall due, the longest overdue first.
  public static func owed(
    _ standings: [TaskStanding], _ catalogue: Catalogue, _ language: Language
  ) -> Table {
    func task(_ row: TaskStanding) -> ReformTask { catalogue.tasks[row.task] }
    let columns: [Column<TaskStanding>] = [
      Column("due", Phrase("时限", "Due")) { .day($0.due) },
      Column("signal", Phrase("灯", "Light")) {
        .word($0.light.signal, FieldWords.signal($0.light.signal), language)
      },
      Column("status", Phrase("状态", "Status")) {
        .word($0.status, FieldWords.status($0.status), language)
      },
      Column("title", Phrase("任务", "Task")) {
        .text(task($0).title(language), keyed: .phrase(task($0).title))
      },
      Column("task", Phrase("编号", "Id")) { .text(task($0).id) },
      Column("period") { .text($0.period?.description) },
    ]
    return Table(columns, standings, language, isHeaded: false)
  }

  /// What clauses name a place for.
  public static func roles(_ roles: [PlaceRole], _ language: Language) -> Table {
    let columns: [Column<PlaceRole>] = [
      Column("role", Phrase("角色", "Role")) {
        .word($0.role, FieldWords.role($0.role), language)
      },
      Column("purpose", Phrase("任务", "Task")) {
        .text($0.purpose(language), keyed: .phrase($0.purpose))
      },
      Column("number", Phrase("文号", "Number")) { .text($0.document?.number) },
      Column("place", Phrase("条款", "Clause")) {
        .text($0.clausePlace(language), keyed: .phrase($0.clausePlace))
      },
      Column("task", Phrase("编号", "Id")) { .text($0.task.id) },
      Column("document") { .text($0.source.document) },
      Column("clause") { .text($0.source.clause) },
    ]
    return Table(columns, roles, language, isHeaded: false)
  }

  /// What bulletins report of a place; `own` is the place whose report it is.
  public static func achievements(
    _ items: [Achievement], of own: Division.Code, _ divisions: Divisions, _ language: Language
  ) -> Table {
    func said(_ item: Achievement) -> String {
      guard item.kind != .result else { return item.what(language) }
      let kind = FieldWords.kind(item.kind)
      return item.what(language) + Phrase("（\(kind.zh)）", " (\(kind.en))")(language)
    }
    /// The counties that have a figure between them, or the one of a city's counties that has it.
    func shared(_ item: Achievement) -> String {
      guard item.places != [own] else { return "" }
      return FigureWords.list(
        item.places.map { divisions[$0]?.short(in: language) ?? $0 }, language)
    }
    let columns: [Column<Achievement>] = [
      Column("what", Phrase("成效", "Reported")) { .text(said($0), keyed: .phrase($0.what)) },
      Column("printed", Phrase("原文数字", "As printed")) {
        .text($0.printed.isEmpty ? nil : $0.printed)
      },
      Column("places", Phrase("涉及地区", "Places concerned")) { item in
        .text(shared(item), keyed: named(item.places, divisions))
      },
      Column("section", Phrase("章节", "Section")) { .text($0.section) },
      Column("id") { .text($0.id) }, Column("kind") { .text($0.kind.rawValue) },
      Column("theme") { .text($0.theme) }, Column("value") { .number($0.value) },
      Column("upper") { .number($0.upper) }, Column("unit") { .text($0.unit) },
      Column("qualifier") { .text($0.qualifier) }, Column("document") { .text($0.document) },
      Column("fact") { .whole($0.fact) },
    ]
    return Table(columns, items, language, isHeaded: false)
  }

  private static func named(_ places: [Division.Code], _ divisions: Divisions) -> JSONValue {
    .list(places) { .object(["code": .text($0), "name": .text(divisions[$0]?.name ?? $0)]) }
  }

  /// The parts of a place with how their tasks stand.
  public static func parts(
    _ parts: [PlaceReport.Part], _ divisions: Divisions, _ language: Language
  ) -> Table {
    let base = FinishedRate.Base.local.words
    let columns: [Column<PlaceReport.Part>] =
      [
        Column("name", Phrase("地区", "Place")) {
          .text(
            divisions[$0.place]?.name(in: language) ?? $0.place,
            keyed: .text(divisions[$0.place]?.name ?? $0.place))
        },
        Column("next", Phrase("下次到期", "Next due")) { .day($0.next) },
        Column("rate", Phrase("办结率（\(base.zh)）", "Finished of \(base.en)")) {
          .text($0.rate.words, keyed: .rate($0.rate))
        },
      ]
      + Status.allCases.map { status in
        Column(status.rawValue, FieldWords.status(status), .headed) { .count($0.counts[status]) }
      }
      + Signal.allCases.map { signal in
        Column(signal.rawValue, FieldWords.signal(signal), .headed) { .count($0.lights[signal]) }
      }
    let keys: [Column<PlaceReport.Part>] = [
      Column("code") { .text($0.place) }, Column("status") { .counts($0.counts) },
      Column("signal") { .lights($0.lights) },
    ]
    return Table(columns + keys, parts, language)
  }

  /// A part of a place with one indicator beside its tasks.
  public struct MeasuredPart {
    public var place: Division.Code
    public var part: PlaceReport.Part?
    public var value: Amount?
    public var rank: Int?

    public init(_ place: Division.Code, _ part: PlaceReport.Part?, _ value: Amount?, _ rank: Int?) {
      (self.place, self.part, self.value, self.rank) = (place, part, value, rank)
    }
  }

  /// The parts of a place with what is finished, what is late, and an indicator with its rank.
  public static func measured(
    _ parts: [MeasuredPart], by indicator: Indicator?, _ divisions: Divisions,
    _ language: Language
  ) -> Table {
    let columns: [Column<MeasuredPart>] = [
      Column("name", Phrase("地区", "Place")) {
        .text(divisions[$0.place]?.name(in: language) ?? $0.place)
      },
      Column("rate", Phrase("办结", "Done")) { .text($0.part?.rate.words) },
      Column("red", Phrase("红", "Red")) { .count($0.part?.lights.red) },
      Column("next", Phrase("下次到期", "Next due")) { .day($0.part?.next) },
      Column("value", indicator?.name ?? Phrase("", "")) { row in
        guard let indicator else { return .text(nil) }
        return .text(row.value.map { FigureWords.value($0, indicator, language) } ?? "-")
      },
      Column("rank", Phrase("名次", "Rank")) { .text($0.rank.map { "\($0)" } ?? "-") },
    ]
    return Table(columns, parts, language)
  }
}
