import Bundle
import Intake
import Reform

/// Values that the tests of the field share.
enum Field {
  static let tables = BundledCatalogue.tables()

  static func day(_ text: String) -> Day { Day(text) ?? Day(ordinal: 0) }

  static func task(
    _ id: String = "d/1", _ deadlines: [Deadline] = [], level: ReformTask.Level = .province,
    places: [String] = []
  ) -> ReformTask {
    let parts = id.split(separator: "/").map(String.init)
    return ReformTask(
      id: id, document: parts[0], clause: parts[1], title: Phrase(id, id), theme: "payment",
      deadlines: deadlines, places: places.map { NamedPlace($0, .named) }, level: level)
  }

  /// The real divisions and rules with other documents: `d` of the province, `c` of Changzhi.
  static func catalogue(_ tasks: [ReformTask], issued: String = "2019-12-26") -> Catalogue {
    let documents = [("d", "140000"), ("c", "140400")].map { id, region in
      Document(
        id: id, number: id, title: Phrase(id, id), short: Phrase(id, id), issuer: id,
        issued: day(issued), region: region)
    }
    return tables.holding(documents: documents, clauses: [:], tasks: tasks)
  }
}
