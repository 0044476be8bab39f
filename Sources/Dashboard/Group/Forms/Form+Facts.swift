import Reform

/// Why a form gives no facts, and at which of its fields.
struct FormFault: Error, Hashable {
  var words: Phrase
  var key: FormKey?

  init(_ zh: String, _ en: String, at key: FormKey? = nil) {
    (words, self.key) = (Phrase(zh, en), key)
  }
}

extension Form {
  /// What is entered by the form: only what differs from what stood when it was opened.
  ///
  /// All fields must have been checked one by one before.
  func facts(_ desk: GroupAccounts, isMadeUp: Bool) throws(FormFault) -> [GroupFact] {
    let place = subject.isWide ? holder(desk) : county
    let contents = try contents(desk)
    return contents.map { GroupFact(place, $0, isMadeUp: isMadeUp) }
  }

  private func contents(_ desk: GroupAccounts) throws(FormFault) -> [GroupFact.Content] {
    switch subject {
    case .card:
      return [
        .card(
          MedicalGroup.Kind.allCases[choice(.kind)], name: text(.name), leadHospital: text(.lead))
      ]
    case .member(let slot): return try members(slot, desk.book)
    case .item(let set, let number):
      let (zh, en) = (text(.zh), text(.en))
      return [.item(set, number, title: Phrase(zh, en.isEmpty ? zh : en))]
    case .evidence(let set, let number): return [try evidence(set, number)]
    case .weights(let year): return [try weights(desk, year)]
    case .scores(let year): return try scores(desk, year)
    case .money(let year): return try money(desk, year)
    case .terms(let year):
      let terms = SettlementTerms(
        overrunFundShare: number(.fundShare), surplusDevelopment: number(.development),
        assessmentFactor: number(.assessmentFactor))
      return [.terms(year, terms)]
    case .selection(let year):
      return [
        .capitation(
          from: self.year(.year) ?? year, isSelected: choice(.isSelected) == 0,
          evidence: text(.text))
      ]
    case .signing, .elsewhere: return []
    case .staffing(let name, let year): return [try staffing(name, year, desk.book)]
    }
  }

  private func staffing(
    _ name: String, _ year: Int?, _ book: GroupState
  ) throws(FormFault) -> GroupFact.Content {
    let found = year ?? self.year(.year) ?? 0
    if year == nil, book[GroupFact.Slot(county, .staffing, year: found, key: name)] != nil {
      throw FormFault(
        "\(found) 年已有登记；请在那一行按 e 修改。",
        "Something is entered for \(found) already; amend it on its line with e.", at: .year)
    }
    func count(_ key: FormKey) -> Int? { number(key).flatMap { Int("\($0)") } }
    return .staffing(
      found, member: name,
      Staffing(
        inPost: count(.inPost), posts: count(.posts), professionals: count(.professionals),
        staff: count(.staff)))
  }

  // MARK: Members and evidence

  /// The member as it is now; under another name or first day the one before is dropped with it.
  private func members(
    _ slot: GroupFact.Slot?, _ book: GroupState
  ) throws(FormFault) -> [GroupFact.Content] {
    let member = MedicalGroup.Member(
      text(.name), MedicalGroup.Member.Tier.allCases[choice(.tier)], from: day(.from), to: day(.to))
    if let from = member.from, let to = member.to, to < from {
      throw FormFault("离开日早于加入日。", "It leaves before it joins.", at: .to)
    }
    let new = GroupFact.slot(of: member, in: county)
    if new != slot, book.member(new) != nil {
      throw FormFault(
        "本集团已有同一天加入的“\(member.name)”；要改它，请在它那一行按 e。",
        "“\(member.name)” is in the group from that day already; amend it on its own line with e.",
        at: .name)
    }
    guard let slot, slot != new, let old = book.member(slot) else { return [.member(member)] }
    return [.member(old, isDropped: true), .member(member)]
  }

  private func evidence(
    _ set: ChecklistSet.ID, _ number: Int
  ) throws(FormFault) -> GroupFact.Content {
    let words = text(.text)
    guard choice(.state) == 0 else { return .evidence(set, number, done: nil, text: words) }
    guard let day = day(.day) else {
      throw FormFault("已完成的要写完成日。", "What is done needs the day.", at: .day)
    }
    guard !words.isEmpty else {
      throw FormFault("已完成的要写佐证。", "What is done needs its evidence.", at: .text)
    }
    return .evidence(set, number, done: day, text: words)
  }

  // MARK: The assessment

  /// Whom the weights are entered for.
  private func holder(_ desk: GroupAccounts) -> Division.Code {
    Self.places(over: county, desk.catalogue.divisions)[safe: choice(.place)] ?? county
  }

  private func weights(_ desk: GroupAccounts, _ year: Int) throws(FormFault) -> GroupFact.Content {
    let found = self.year(.year) ?? year
    try refuseOtherMeasures(desk, found)
    let sum = weights.values.reduce(Amount(0), +)
    guard sum == 100 else {
      let rest = sum < 100 ? 100 - sum : sum - 100
      throw FormFault(
        "权重合计 \(sum)，应为 100，\(sum < 100 ? "还差" : "多出") \(rest)；没有登记。",
        "The weights add up to \(sum), not to 100: \(rest) \(sum < 100 ? "missing" : "too much"). "
          + "Nothing was entered.")
    }
    return .weights(found, weights)
  }

  private func scores(_ desk: GroupAccounts, _ year: Int?) throws(FormFault) -> [GroupFact.Content]
  {
    let found = try self.year(year, [.score, .verdict], desk.book)
    try refuseOtherMeasures(desk, found)
    var contents: [GroupFact.Content] = []
    for measure in measures where isChanged(.score(measure)) {
      guard let score = number(.score(measure)) else { continue }
      contents.append(.score(found, measure, score))
    }
    if isChanged(.verdict) { contents.append(.verdict(found, text(.verdict))) }
    return contents
  }

  // MARK: Money

  private func money(_ desk: GroupAccounts, _ year: Int?) throws(FormFault) -> [GroupFact.Content] {
    let found = try self.year(year, [.budget, .advance, .spending], desk.book)
    var contents: [GroupFact.Content] = []
    if isChanged(.budget), let fen = money(.budget) { contents.append(.budget(found, fen)) }
    for month in 1...12 where isChanged(.advance(month)) {
      guard let fen = money(.advance(month)) else { continue }
      contents.append(.advance(found, month: month, fen))
    }
    if isChanged(.spending), let fen = money(.spending) { contents.append(.spending(found, fen)) }
    return contents
  }

  /// The year of a form; one that begins a year refuses those for which anything is entered.
  private func year(
    _ known: Int?, _ kinds: Set<GroupFact.Kind>, _ book: GroupState
  ) throws(FormFault) -> Int {
    if let known { return known }
    let year = year(.year) ?? 0
    let isThere = book.entries(of: county).contains {
      kinds.contains($0.fact.kind) && $0.fact.slot.year == year
    }
    guard !isThere else {
      throw FormFault(
        "\(year) 年已有登记；请到那一年按 e 修改。",
        "Something is entered for \(year) already; amend it in that year with e.", at: .year)
    }
    return year
  }
}

extension GroupForm {
  /// Whether it may be entered for a city or the province as well.
  var isWide: Bool {
    if case .weights = self { return true }
    return false
  }

  /// Whether its fields hold something to be entered before anything was typed: a day of today.
  var isPrefilled: Bool {
    if case .evidence = self { return true }
    return false
  }
}
