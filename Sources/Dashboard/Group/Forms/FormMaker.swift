import Reform
import Widgets

/// Makes the form of something of a medical group, with what stands now already in its fields.
struct FormMaker {
  let desk: GroupAccounts
  let county: Division.Code
  let today: Day
  let language: Language
  /// The year that a form begins; nil for the one after those that are there.
  var beginning: Int?

  var book: GroupState { desk.book }
  var divisions: Divisions { desk.catalogue.divisions }
  func said(_ zh: String, _ en: String) -> String { Phrase(zh, en)(language) }

  func form(_ field: GroupField) -> Form {
    let entries = entries(of: field.form)
    var form = Form(
      field.form, of: county, title(of: field.form), notes: notes(of: field.form), entries,
      at: field.key, seen: book.newest)
    if case .signing(let year) = field.form {
      let settlement = desk.settlement(of: county, year)
      form.signed = SignedSettlement(settlement, isMadeUp: settlement.account.isMadeUp)
    }
    return form
  }

  private func title(of form: GroupForm) -> String {
    let place = divisions[county]?.name(in: language) ?? county
    let words = Words.Forms.title(of: form, desk.charter)
    return said("\(place) \(words.zh)", "\(place): \(words.en)")
  }

  private func entries(of form: GroupForm) -> [Form.Entry] {
    switch form {
    case .card: card()
    case .member(let slot): member(slot.flatMap(book.member))
    case .staffing(let name, let year): staffing(name, year)
    case .item(let set, let number): item(set, number)
    case .evidence(let set, let number): evidence(set, number)
    case .weights(let year): weights(year)
    case .scores(let year): scores(year)
    case .money(let year): money(year)
    case .terms(let year): terms(year)
    case .selection(let year): selection(year)
    case .signing(let year): signing(year)
    case .elsewhere: []
    }
  }

  // MARK: The group and its lists

  private func card() -> [Form.Entry] {
    let (group, kinds) = (book.group(of: county), MedicalGroup.Kind.allCases)
    return [
      Form.Entry(
        .name, .words(isNeeded: true), Words.Forms.groupName(language), group.name ?? ""),
      Form.Entry(
        .kind, Words.Groups.kind(language), choice: kinds.map { $0.name(language) },
        kinds.firstIndex(of: group.kind) ?? 0),
      Form.Entry(
        .lead, .words(isNeeded: true), Words.Groups.lead(language), group.leadHospital ?? ""),
    ]
  }

  private func member(_ member: MedicalGroup.Member?) -> [Form.Entry] {
    let tiers = MedicalGroup.Member.Tier.allCases
    let example = Words.Forms.dayExample(language)
    return [
      Form.Entry(
        .name, .words(isNeeded: true), Words.Forms.memberName(language), member?.name ?? ""),
      Form.Entry(
        .tier, Words.Forms.tier(language), choice: tiers.map { $0.name(language) },
        member.flatMap { tiers.firstIndex(of: $0.tier) } ?? 1),
      Form.Entry(
        .from, .day(latest: nil), Words.Forms.firstDay(language), member?.from?.description ?? "",
        remark: example),
      Form.Entry(
        .to, .day(latest: nil), Words.Forms.lastDay(language), member?.to?.description ?? "",
        remark: example),
    ]
  }

  private func staffing(_ name: String, _ year: Int?) -> [Form.Entry] {
    let known = year.flatMap { book.staffing(of: name, in: county, by: $0)?.staffing }
    func entry(_ key: FormKey, _ label: Phrase, _ number: Int?) -> Form.Entry {
      Form.Entry(
        key, .count, label(language), number.map(String.init) ?? "",
        remark: Words.Forms.persons(language))
    }
    let first = year == nil ? [self.year(beginning ?? today.year - 1)] : []
    return first + [
      entry(.inPost, Words.Forms.inPost, known?.inPost),
      entry(.posts, Words.Forms.posts, known?.posts),
      entry(.professionals, Words.Forms.professionals, known?.professionals),
      entry(.staff, Words.Forms.staff, known?.staff),
    ]
  }

  private func item(_ set: ChecklistSet.ID, _ number: Int) -> [Form.Entry] {
    let known = desk.charter[set].map { book.checklist($0, in: county, divisions) }?.items
      .first { $0.number == number }?.title
    let english = known.map { $0.en == $0.zh ? "" : $0.en } ?? ""
    return [
      Form.Entry(.zh, .words(isNeeded: true), Words.Forms.chinese(language), known?.zh ?? ""),
      Form.Entry(.en, .words(isNeeded: false), Words.Forms.english(language), english),
    ]
  }

  private func evidence(_ set: ChecklistSet.ID, _ number: Int) -> [Form.Entry] {
    let known = book.evidence(of: set, number, in: county)
    let isDone = known?.done != nil || known == nil
    return [
      Form.Entry(
        .state, Words.Forms.state(language),
        choice: [Words.Forms.isDone(language), Words.Forms.isNotDone(language)], isDone ? 0 : 1),
      Form.Entry(
        .day, .day(latest: today), Words.Forms.doneDay(language),
        (known == nil ? today : known?.done)?.description ?? "",
        remark: said("如 2020-01-31", "such as 2020-01-31")),
      Form.Entry(.text, .words(isNeeded: false), Words.Task.evidence(language), known?.text ?? ""),
    ]
  }

  // MARK: The assessment

  private func weights(_ year: Int) -> [Form.Entry] {
    let places = Form.places(over: county, divisions)
    let origin = places.first { book.weights(of: $0, year) != nil }
    let known = origin.flatMap { book.weights(of: $0, year) } ?? [:]
    // Never the province unawares: whom they are changed for is chosen.
    let names = places.map { divisions[$0]?.short(in: language) ?? $0 }
    return [
      Form.Entry(.place, Words.Forms.holdsFor(language), choice: names, 0),
      self.year(year),
    ]
      + (desk.assessmentRules(of: county, year)?.measures ?? []).map { measure in
        Form.Entry(
          .weight(measure.id), .percent(isKept: false), measure.name(language),
          known[measure.id].map { "\($0)" } ?? "", remark: "%")
      }
  }

  private func scores(_ year: Int?) -> [Form.Entry] {
    let next = nextYear([.score, .verdict, .weights])
    let assessed = year.map { desk.assessment(of: county, $0) }
    let rules = desk.assessmentRules(of: county, year ?? next)
    let measures = (rules?.measures ?? []).map { measure in
      let row = assessed?.rows.first { $0.measure == measure }
      let weight = row?.weight.map { "\(Words.Groups.weight(language)) \($0)%" }
      return Form.Entry(
        .score(measure.id), .percent(isKept: true), measure.name(language),
        row?.score.map { "\($0)" } ?? "", remark: weight ?? "")
    }
    return (year == nil ? [self.year(next)] : []) + measures + [
      Form.Entry(
        .verdict, .keptWords, Words.Groups.verdict(language), assessed?.verdict ?? "")
    ]
  }

  // MARK: Money

  private func money(_ year: Int?) -> [Form.Entry] {
    let account = year.map { book.account(of: county, $0) }
    func entry(_ key: FormKey, _ label: Phrase, _ fen: Fen?, _ remark: Phrase) -> Form.Entry {
      Form.Entry(key, .money, label(language), fen?.grouped ?? "", remark: remark(language))
    }
    let units = Words.Forms.units
    let advances = (1...12).map { month in
      entry(
        .advance(month), Words.Forms.advance(month), account?.advances[month], Words.Groups.yuan)
    }
    return (year == nil ? [self.year(nextYear([.budget, .advance, .spending]))] : [])
      + [entry(.budget, Words.Forms.budget, account?.budget, units)] + advances
      + [entry(.spending, Words.Forms.spending, account?.spending, Words.Groups.yuan)]
  }

  private func terms(_ year: Int) -> [Form.Entry] {
    let terms = book.terms(of: county, year)
    return [
      Form.Entry(
        .fundShare, .percent(isKept: false), Words.Groups.fundShare(language),
        terms.overrunFundShare.map { "\($0)" } ?? "", remark: "%"),
      Form.Entry(
        .development, .percent(isKept: false), Words.Groups.development(language),
        terms.surplusDevelopment.map { "\($0)" } ?? "", remark: "%"),
      Form.Entry(
        .assessmentFactor, .percent(isKept: false), Words.Groups.assessmentFactor(language),
        terms.assessmentFactor.map { "\($0)" } ?? "", remark: "%"),
    ]
  }

  private func selection(_ year: Int) -> [Form.Entry] {
    let known = book.selection(of: county, year)
    return [
      self.year(year, label: Words.Forms.fromYear),
      Form.Entry(
        .isSelected, Words.Groups.selection(language),
        choice: [Words.Forms.yes(language), Words.Forms.no(language)], known.isSelected ? 0 : 1),
      Form.Entry(.text, .words(isNeeded: true), Words.Forms.shownBy(language), known.text),
    ]
  }

  private func signing(_ year: Int) -> [Form.Entry] {
    [Form.Entry(.note, .words(isNeeded: false), Words.Forms.note(language))]
  }

  // MARK: Years

  private func year(_ year: Int, label: Phrase = Words.Forms.year) -> Form.Entry {
    Form.Entry(.year, .year(latest: max(year, today.year + 1)), label(language), "\(year)")
  }

  /// The year after the last one for which anything of some kinds is entered.
  private func nextYear(_ kinds: Set<GroupFact.Kind>) -> Int {
    if let beginning { return beginning }
    let years = book.entries(of: county).filter { kinds.contains($0.fact.kind) }
      .compactMap(\.fact.slot.year)
    return min(years.max().map { $0 + 1 } ?? today.year, today.year + 1)
  }
}

extension Form {
  /// Whom weights may be entered for: the county, its city, its province.
  static func places(over county: Division.Code, _ divisions: Divisions) -> [Division.Code] {
    var (places, next): ([Division.Code], Division.Code?) = ([], county)
    while let place = next, places.count < 3 {
      places.append(place)
      next = divisions[place]?.parent
    }
    return places
  }
}
