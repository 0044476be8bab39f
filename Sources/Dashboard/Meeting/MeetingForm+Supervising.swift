import Reform
import Widgets

/// The slips that a meeting orders on an item: one to a unit, or one to each of several.
extension MeetingForm {
  /// The slip that the rules would write for lines; throws where they let none.
  static func order(
    for lines: [Standing], number: Slip.ID? = nil, _ model: Model
  ) throws -> SlipOrder {
    guard let book = model.meetings else { throw Fault(MeetingWords.reading) }
    guard let rules = book.rules else { throw book.rulesFault ?? Fault(MeetingWords.reading) }
    let heads = Slip.heads(of: book.slips)
    let before = lines.compactMap { heads[$0.line] }.first { $0.state != .closed }
    let number = number ?? book.nextSlip(on: model.today)
    guard let before else {
      let place = lines.first.map { model.catalogue.addressed(by: $0.line) } ?? model.scope
      return try rules.proposal(nil, lines, place, on: model.today)
        .order(number: number, model.catalogue, model.language)
    }
    guard before.isLate(on: model.today), let next = rules.next(after: before.order.level) else {
      throw SlipRuleCheck.underSlip(before.id).fault
    }
    return try rules.proposal(next.level, lines, following: before, on: model.today)
      .order(number: number, model.catalogue, model.language)
  }

  /// A slip goes to one unit: where the lines belong to several, it is asked which of them, or whether
  /// each gets one.
  static func supervising(_ deciding: Deciding, _ model: Model) -> [Request] {
    let units = Dictionary(grouping: deciding.lines) { model.catalogue.addressed(by: $0.line) }
    guard units.count < 2 else {
      let each = Picker.Item(
        MeetingWords.each(units.count)(model.language), words: "all each", [.tell(SupervisedEach())]
      )
      let items = units.sorted { $0.key < $1.key }.map { place, lines in
        Picker.Item(
          model.name(of: place), remark: "\(lines.count)",
          words: model.catalogue.divisions[place]?.name(in: .en) ?? "",
          [.tell(Supervised(place: place))])
      }
      return [
        .ask(Picker(title: MeetingWords.whichUnit, items: items + [each], field: TextField()))
      ]
    }
    do {
      let order = try order(for: deciding.lines, model)
      return [
        .ask(issuing(order, .supervising(deciding, order), notes(of: deciding, model), model))
      ]
    } catch { return [refusal(error, model)] }
  }

  /// A slip to each of the units of lines, by one form: numbers, units and levels are those of the
  /// rules, demand and day the same for all of a level.
  ///
  /// Units that the rules let no slip go to are named and left out.
  static func supervisingEach(_ deciding: Deciding, _ model: Model) -> [Request] {
    let units = Dictionary(grouping: deciding.lines) { model.catalogue.addressed(by: $0.line) }
    var (slips, left, last): ([EachSlip], [String], (any Error)?) = ([], [], nil)
    for (place, lines) in units.sorted(by: { $0.key < $1.key }) {
      let number = slips.last.map {
        SlipNumber.following($0.order.number, among: model.meetings?.slips ?? [])
      }
      do {
        let order = try order(for: lines, number: number, model)
        slips.append(EachSlip(order: order, lines: lines.map(\.line)))
      } catch {
        left.append(model.name(of: place))
        last = error
      }
    }
    guard let first = slips.first else { return last.map { [refusal($0, model)] } ?? [] }
    guard slips.allSatisfy({ $0.order.level == first.order.level }) else {
      return [.say(MeetingWords.otherLevels, model.language, .bad)]
    }
    return [.ask(issuingEach(slips, leaving: left, deciding, model))]
  }

  private static func issuingEach(
    _ slips: [EachSlip], leaving left: [String], _ deciding: Deciding, _ model: Model
  ) -> MeetingForm {
    let (language, comma) = (model.language, model.language == .zh ? "、" : ", ")
    let units =
      slips.prefix(8).map(\.order.unit).joined(separator: comma)
      + (slips.count > 8 ? Phrase("等", " …")(language) : "")
    // What differs from slip to slip is not asked for.
    return issuing(
      slips[0].order, .supervisingEach(deciding, slips),
      [
        Form.Note(text: deciding.summary(model)[0]),
        Form.Note(text: MeetingWords.eachTo(slips.count, units)(language)),
      ]
        + (left.isEmpty
          ? []
          : [
            Form.Note(
              text: MeetingWords.leftOut(left.joined(separator: comma))(language), role: .warning)
          ]),
      without: [.unit, .cooperating, .person, .telephone], model)
  }

  private static func refusal(_ error: any Error, _ model: Model) -> Request {
    let fault = error as? Fault ?? Fault("出错：\(error)", "Failed: \(error)")
    return .say(Toast(fault.message(model.language), .bad))
  }
}

/// One of several slips that are ordered together.
struct EachSlip: Equatable, Sendable {
  var order: SlipOrder
  var lines: [Line]
}

/// Each of the units gets a slip.
struct SupervisedEach: Message {}
