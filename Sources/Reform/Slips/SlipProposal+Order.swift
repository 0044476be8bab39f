extension SlipProposal {
  /// The order as the rules would write it; a person changes in it what is to be otherwise.
  ///
  /// Person and telephone are known to the office alone and stay empty, but for a slip that follows
  /// another.
  public func order(
    number: Slip.ID, _ catalogue: Catalogue, _ language: Language, instruction: String = ""
  ) -> SlipOrder {
    let task = lines.first.flatMap { catalogue.task($0.task) }
    let before = follows?.order
    let unit = before?.unit ?? catalogue.unit(of: task, at: place, language)
    return SlipOrder(
      number: number, level: level, lines: lines,
      basis: before?.basis ?? task.map { catalogue.source(of: $0, in: language) } ?? "",
      matter: matter(task, catalogue, language), unit: unit, place: place,
      cooperating: before?.cooperating ?? catalogue.cooperating(task, at: place, language),
      person: before?.person ?? "", telephone: before?.telephone ?? "",
      demand: demand(by: answerBy, language), due: answerBy, instruction: instruction,
      follows: follows?.id)
  }

  /// What is late: the task with its period and the places that lack it.
  private func matter(
    _ task: ReformTask?, _ catalogue: Catalogue, _ language: Language
  ) -> String {
    guard let task, let line = lines.first else { return follows?.order.matter ?? "" }
    let period = line.period.map { Phrase("（\($0)）", " (\($0))")(language) } ?? ""
    let places = FigureWords.list(
      lines.map { catalogue.name(of: $0, in: language) }, language)
    let when =
      late > 0
      ? Phrase("逾期 \(late) 天", "\(Plural("day").of(late)) late")
      : due.map { Phrase("时限 \($0)", "due on \($0)") } ?? Phrase("没有时限", "due on no day")
    return Phrase(
      "\(task.title.zh)\(period)：\(places)没有办结，\(when.zh)",
      "\(task.title.en)\(period): not finished in \(places), \(when.en)")(language)
  }

  /// What is demanded by a day.
  public func demand(by day: Day, _ language: Language) -> String {
    Phrase(
      "请于 \(day) 前书面答复：已经办结的报送佐证，没有办结的说明原因、措施和完成日期。",
      "Please answer in writing by \(day): send the evidence of what is done, and the reason, the "
        + "measures and a day for what is not.")(language)
  }
}

extension Catalogue {
  /// The division whose office answers for a line: of a government's own line itself, of all others
  /// the part of the division that is bound by the task.
  public func addressed(by line: Line) -> Division.Code {
    let region = task(line.task).map { self.region(of: $0) } ?? province
    let whole = divisions[region] == nil ? province : region
    var code = line.place
    while code != whole, let parent = divisions[code]?.parent, parent != whole { code = parent }
    return code
  }

  /// Who is addressed: the leading departments of a government's own line, the reform office of
  /// another place.
  fileprivate func unit(
    of task: ReformTask?, at place: Division.Code, _ language: Language
  ) -> String {
    let name = divisions[place]?.name(in: language) ?? place
    let own = task.map { addressees($0.leading, of: $0, at: place) } ?? []
    if !own.isEmpty {
      return FigureWords.list(own.map { self.name(of: $0, in: language) }, language)
    }
    return Phrase("\(name)医改办", "reform office of \(name)")(language)
  }

  fileprivate func cooperating(
    _ task: ReformTask?, at place: Division.Code, _ language: Language
  ) -> String {
    guard let task else { return "" }
    let own = addressees(task.assisting, of: task, at: place)
    return FigureWords.list(own.map { self.name(of: $0, in: language) }, language)
  }

  /// The departments of a government's own line that it can address; of another's line none.
  ///
  /// A slip goes down and never up: outside a ledger of the whole country no organ of the state is
  /// addressed, and of a document from above those alone that are known to be the province's own.
  private func addressees(
    _ units: [Responsible], of task: ReformTask, at place: Division.Code
  ) -> [Responsible] {
    guard isOwn(task, at: place) else { return [] }
    guard divisions[place]?.level != .nation else { return units }
    let isFromAbove = document(task.document).map(isOfTheState) ?? false
    return units.filter { unit in
      let kind = departments.first { ([$0.name] + $0.forms).contains(unit.name) }?.kind
      return isFromAbove ? kind == "province" : kind != "state"
    }
  }

  private func isOwn(_ task: ReformTask, at place: Division.Code) -> Bool {
    let region = region(of: task)
    return place == (divisions[region] == nil ? province : region)
  }
}
