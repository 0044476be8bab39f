import Bundle
import LedgerStore
import Reform

/// What stands in the ledgers of other provinces and of the whole country: a document with a task for
/// each level, one of a province in the country, and a few entries of the days before.
struct OwnStory {
  private let province: Division.Code
  private let tables: Catalogue

  init(_ province: Division.Code) {
    self.province = province
    tables = BundledCatalogue.tables(of: province)
  }

  func tell(at path: String) throws {
    let ledger = try Ledger(at: path)
    defer { ledger.close() }
    let catalogue = catalogue()
    try ledger.file(catalogue, revision: BundledCatalogue.revision() + "-story")
    _ = try ledger.catalogue(over: catalogue)
    let stamp = Stamp(who: "医改办", day: Self.day(25), at: "2020-01-25T09:00:00+0800")
    let moves: [(ReformTask.ID, Status, [Division.Code])] =
      switch province {
      case Divisions.country:
        [
          ("own-1/1", .done, ["110000", "330000", "500000"]), ("own-1/1", .underway, ["140000"]),
          ("own-1/2", .done, ["330100", "330200", "110101"]), ("own-1/2", .underway, ["650100"]),
          ("own-1/3", .done, ["330102", "500101", "469005"]),
          ("zj-1/1", .underway, ["330000"]), ("zj-1/2", .done, ["330100", "330300"]),
        ]
      case "500000":
        [
          ("own-1/1", .underway, ["500000"]), ("own-1/2", .done, ["500101", "500231"]),
          ("own-1/3", .underway, ["500103"]),
        ]
      default:
        [
          ("own-1/1", .underway, ["330000"]), ("own-1/2", .done, ["330100", "331100"]),
          ("own-1/3", .underway, ["330102"]),
        ]
      }
    for (task, status, places) in moves {
      _ = try ledger.record(
        places.map { Change(Line(task, in: $0), status: status, note: nil) }, stamp,
        overriding: true)
    }
  }

  private func catalogue() -> Catalogue {
    let isNation = province == Divisions.country
    var documents = [document("own-1", "医改办发〔2020〕1号", region: province)]
    var tasks = [
      task("own-1/1", "制定实施方案", "Write the plan", isNation ? .eachProvince : .province, 3),
      task("own-1/2", "市级统筹", "Pool by city", .eachCity, 6),
      task("own-1/3", "建设县域医共体", "Build county groups", .eachCounty, 12),
    ]
    if isNation {
      documents.append(document("zj-1", "浙医改发〔2020〕3号", region: "330000"))
      tasks += [
        task("zj-1/1", "省级方案", "The province's plan", .province, 2),
        task("zj-1/2", "市级方案", "The plans of cities", .eachCity, 6),
      ]
    }
    let clauses = Dictionary(grouping: tasks, by: \.document).mapValues { tasks in
      tasks.map {
        Clause(
          path: $0.clause, place: Phrase("第\($0.clause)条", "Clause \($0.clause)"),
          section: Phrase("任务", "Tasks"))
      }
    }
    return tables.holding(documents: documents, clauses: clauses, tasks: tasks)
  }

  private func document(_ id: String, _ number: String, region: Division.Code) -> Document {
    Document(
      id: id, number: number, title: Phrase("医改重点任务", "Tasks of the reform"),
      short: Phrase("重点任务", "Tasks"), issuer: "医改办", issued: Self.day(2), region: region)
  }

  private func task(
    _ id: String, _ zh: String, _ en: String, _ level: ReformTask.Level, _ month: Int
  ) -> ReformTask {
    let parts = id.split(separator: "/").map(String.init)
    return ReformTask(
      id: id, document: parts[0], clause: parts[1], title: Phrase(zh, en), theme: "payment",
      departments: [Responsible("医保局")],
      deadlines: [Deadline(.year, due: Day(2020, month, 28) ?? Self.day(2))], level: level)
  }

  private static func day(_ day: Int) -> Day { Day(2020, 1, day) ?? Day(ordinal: 0) }
}
