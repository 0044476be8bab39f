import Reform

/// Something to enter, of every kind, for places of an office.
struct RandomActs {
  var dice: Dice
  let place: Division.Code
  let step: Int
  /// Tasks that offices have made or filed themselves.
  var made: [ReformTask] = []

  static let share = "medical-service-share"

  mutating func content() -> Act.Content {
    switch dice.roll(16) {
    case 0, 1, 2, 3: return .lines(changes())
    case 4: return .returned([form()], dice.roll(4) == 0 ? [] : changes())
    case 5: return actual()
    case 6: return .figures(batch())
    case 7: return target()
    case 8: return .collecting(collecting())
    case 9:
      guard let county = within(["140821", "140822"]).first else { return .lines(changes()) }
      if dice.roll(3) == 0 {
        return .settlement(
          SignedSettlement(county: county, year: 2019, balance: Fen(Int64(step))))
      }
      return .group(facts(county))
    case 10: return hand()
    case 11 where place == "140000": return filing()
    default: return meeting()
    }
  }

  private func within(_ places: [Division.Code]) -> [Division.Code] {
    let start =
      place.hasSuffix("0000") ? "14" : place.hasSuffix("00") ? String(place.prefix(4)) : place
    return places.filter { $0.hasPrefix(start) }
  }

  private mutating func changes() -> [Change] {
    var lines =
      within(["140100", "140400", "140800"]).map { Line("demo-1/1", in: $0) }
      + within(["140105", "140403", "140821"]).map { Line("demo-1/3", in: $0) }
    if place.hasPrefix("1404") { lines.append(Line("demo-3/1", in: "140400")) }
    for task in made {
      lines += task.level == .named ? task.places.map { Line(task.id, in: $0.code) } : []
      if task.level == .province, place == "140000" { lines.append(Line(task.id, in: place)) }
    }
    lines = lines.filter { !within([$0.place]).isEmpty }
    let status = dice.pick(Status.allCases)
    return lines.shuffled(using: &dice).prefix(1 + dice.roll(2)).map { line in
      switch dice.roll(6) {
      case 0: return Change(line, note: "说明\(step)")
      case 1 where place == "140000":
        return Change(line, until: .some(Day(ordinal: 18_500 + step % 9)))
      case 2 where place == "140000":
        return Change(line, due: .some(Day(ordinal: 18_600 + step % 9)))
      default: return Change(line, status: status, note: dice.roll(2) == 0 ? "备注\(step)" : nil)
      }
    }
  }

  private func form() -> SentForm {
    SentForm(place, made: Day(ordinal: 18_330), file: "a.xlsx", hash: "\(step)", count: 1)
  }

  private mutating func actual() -> Act.Content {
    let key = TargetActual.Key("demo-1/3", "counties", in: place)
    return .actual(
      TargetActual(key, Amount(step % 9), on: Day(ordinal: 18_320), source: "通报"))
  }

  private mutating func batch() -> NewBatch {
    let places = within(["140100", "140400", "140800", "140403", "140000"]).shuffled(using: &dice)
    let figures = places.prefix(1 + dice.roll(2)).map {
      Figure(
        Self.share, in: $0, .year(dice.pick([2018, 2019])), numerator: Amount(step),
        denominator: 1000)
    }
    let hash = dice.roll(2) == 0 ? "hash \(dice.roll(6))" : nil
    return NewBatch(.file, file: "a.csv", hash: hash, figures: figures)
  }

  private mutating func target() -> Act.Content {
    let target = Target(
      dice.pick([Self.share, "personnel-share"]), region: place, scope: .inAll, .atLeast,
      Amount(step), year: 2022,
      origin: .ledger(who: "", day: Day(ordinal: 18_330), note: nil, isMadeUp: false))
    return .target(OwnTarget(target, isDropped: dice.roll(4) == 0))
  }

  private mutating func collecting() -> CollectionStep {
    let year = dice.pick([2018, 2019])
    switch dice.roll(7) {
    case 0 where place == "140000": return CollectionStep(.locked, place, year: year)
    case 1, 2: return CollectionStep(.unlocked, place, year: year, reason: "重新收集")
    case 3: return CollectionStep(.sentBack, place, year: year, month: 3, reason: "不完整")
    default: return CollectionStep(.sentBack, place, year: year, reason: "请核对")
    }
  }

  private mutating func facts(_ county: Division.Code) -> [GroupFact] {
    let contents: [GroupFact.Content] = [
      .budget(2019, Fen(Int64(step))), .spending(2019, Fen(Int64(2 * step))),
      .advance(2019, month: 1 + dice.roll(2), Fen(1)), .verdict(2019, "第\(step)次"),
    ]
    return contents.shuffled(using: &dice).prefix(1 + dice.roll(2)).map { GroupFact(county, $0) }
  }

  private mutating func hand() -> Act.Content {
    switch dice.roll(4) {
    case 0 where place == "140000":
      let scope = HandScope.place("demo-1/3", dice.pick(["140105", "140403"]))
      return .hand([
        dice.roll(2) == 0 ? .leaveOut(scope, reason: "不再要求") : .takeIn(scope, reason: "又要了")
      ])
    case 1 where place == "140000":
      var amendment = TaskAmendment(reason: "改")
      amendment.title = Phrase("改\(step)", "amended \(step)")
      return .hand([.amend(dice.pick(["demo-1/1", "demo-1/3"]), amendment)])
    default:
      var task = ReformTask(
        id: "", document: "", clause: "", title: Phrase("自立\(step)", "own"),
        theme: "leadership")
      task.places = [NamedPlace(place, .pilot)]
      task.level = .named
      return .hand([.make(HandTask(task, since: Day(ordinal: 18_330)))])
    }
  }

  private mutating func filing() -> Act.Content {
    let document = Document(
      id: "c-2020-9", number: "测〔2020〕9号", title: Phrase("测试方案", "Test"),
      short: Phrase("测试", "Test"), issuer: "测试办", issued: Day(ordinal: 18_330),
      region: "140000")
    var review = Review(file: "测试.txt", document: document, isKnown: false)
    review.drafts = (1...3).map { number in
      let task = ReformTask(
        id: "c-2020-9/\(number)", document: document.id, clause: "\(number)",
        title: Phrase("任务\(step)", "task"), theme: "leadership")
      return TaskDraft(
        ClauseDraft(kind: .numbered, path: "\(number)", title: "任务", text: "原文"), task)
    }
    review.drafts[dice.roll(3)].decision = .accepted
    review.drafts[dice.roll(3)].decision = .accepted
    var filing = Filing(review)
    filing.review = nil
    return .filing(filing)
  }

  private mutating func meeting() -> Act.Content {
    let id = "hy-2020-03-0\(1 + dice.roll(3))-\(place)-1"
    let slip = "督〔2020〕\(1 + dice.roll(4))号"
    switch dice.roll(6) {
    case 0:
      return .meeting(
        id, .card(MeetingCard(title: "会议\(step)", day: Day(ordinal: 18_330), scope: place)))
    case 1: return .meeting(id, .add([AgendaItem(.place(place), [.asked])]))
    case 2: return .meeting(id, dice.roll(3) == 0 ? .close(minutes: "纪要\(step)") : .open)
    case 3:
      let order = SlipOrder(
        number: slip, level: .reminder, basis: "测试", matter: "事项", unit: "市医改办", place: place,
        demand: "办", due: Day(ordinal: 18_400))
      return .slip(slip, .issue(order))
    case 4: return .slip(slip, .receive(by: "李华"))
    default:
      var task = ReformTask(
        id: "", document: "", clause: "", title: Phrase("议定\(step)", "resolved"),
        theme: "leadership")
      task.places = [NamedPlace(place, .pilot)]
      task.departments = [Responsible("市医保局")]
      task.level = .named
      return .decision(
        Decision(.resolve, in: id, on: nil, text: "议定\(step)", task: task), [])
    }
  }
}
