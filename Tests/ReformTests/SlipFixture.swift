import Bundle
import Reform

/// A slip on a line of a county, and the standings that it is held against.
struct SlipFixture {
  let rules: SlipRules
  let catalogue: Catalogue
  let line = Line("d/1", in: "140403")
  let other = Line("d/1", in: "140404")

  init() throws {
    rules = try BundledCatalogue.slipRules()
    var task = Field.task("d/1", level: .eachCounty)
    task.departments = [Responsible("省医保局", role: .lead), Responsible("省财政厅", role: .cooperating)]
    var own = Field.task("d/2")
    own.departments = task.departments
    catalogue = Field.catalogue([task, own, Field.task("c/1", level: .eachCounty)])
  }

  func standing(
    _ line: Line, due: String?, _ status: Status = .underway, on day: String = "2020-11-30"
  ) -> Standing {
    let due = due.map(Field.day)
    return Standing(
      line: line, status: status, due: due,
      light: Field.tables.rules.light(of: status, due: due, on: Field.day(day)))
  }

  func order(
    _ number: String = "督〔2020〕1号", _ level: Slip.Level = .reminder, lines: [Line]? = nil,
    due: String = "2020-11-06", instruction: String = "", follows: String? = nil
  ) -> SlipOrder {
    SlipOrder(
      number: number, level: level, lines: lines ?? [line], basis: "d第1条", matter: "事项",
      unit: "长治市医改办", place: "140400", demand: "答复", due: Field.day(due),
      instruction: instruction, follows: follows)
  }

  /// A slip of an order that was issued on a day, after some steps, each on a day.
  func slip(
    _ order: SlipOrder, issued: String = "2020-10-30", _ steps: [(SlipStep, String)] = []
  ) throws -> Slip {
    let all = [(SlipStep.issue(order), issued)] + steps
    let entries = all.enumerated().map { index, step in
      SlipEntry(id: index + 1, slip: order.number, step.0, who: "甲", day: Field.day(step.1))
    }
    guard let slip = Slip(order.number, entries) else { throw Fault("没有", "none") }
    return slip
  }
}
