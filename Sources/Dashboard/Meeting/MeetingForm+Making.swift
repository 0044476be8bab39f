import Reform
import Widgets

/// The forms as they are opened.
extension MeetingForm {
  private static let yes = [Phrase("是", "yes"), Phrase("否", "no")]

  /// The places that a meeting can look at: in a shared ledger those of the part that is entered for;
  /// the one that the card names whatever it is.
  static func scopes(of card: MeetingCard, _ model: Model) -> [Division] {
    let divisions = model.catalogue.divisions
    let top = model.progress.sharing?.membership.place ?? model.catalogue.province
    // In a whole country the cities of the province that is looked at too.
    let near = divisions.parts(of: top).map(\.id) + divisions.parts(of: model.ground).map(\.id)
    let inside = (near + [model.home, model.scope]).filter { divisions.isWithin($0, top) }
    var seen: Set<Division.Code> = []
    return ([top] + inside + [card.scope]).filter { seen.insert($0).inserted }
      .compactMap { divisions[$0] }.filter { $0.level != .own }
  }

  /// The card of a new meeting: it follows the last one that our own office held.
  static func newCard(_ model: Model) -> MeetingCard {
    let (last, divisions) = (model.meetings?.own.last?.card, model.catalogue.divisions)
    let top = model.progress.sharing?.membership.place ?? model.catalogue.province
    let scope =
      [last?.scope, model.home].compactMap(\.self)
      .first { divisions.isWithin($0, top) } ?? top
    return MeetingCard(
      title: last?.title ?? "", series: last?.series ?? "", day: model.today,
      venue: last?.venue ?? "", chair: last?.chair ?? "", recorder: last?.recorder ?? "",
      scope: scope, rules: last?.rules ?? AgendaRules())
  }

  static func card(of meeting: Meeting?, _ model: Model) -> MeetingForm {
    let language = model.language
    let card = meeting?.card ?? newCard(model)
    let scopes = scopes(of: card, model)
    let scope = scopes.firstIndex { $0.id == card.scope } ?? 0
    func words(_ field: MeetingField, _ zh: String, _ en: String, _ text: String) -> Form.Entry {
      .init(field, .words(isNeeded: field == .title), Phrase(zh, en), text, language)
    }
    let title = meeting == nil ? Phrase("新建会议", "New meeting") : MeetingWords.about
    return MeetingForm(
      .card(meeting, among: scopes.map(\.id)), title(language),
      [
        words(.title, "名称", "Title", card.title), words(.series, "系列", "Series", card.series),
        words(.number, "次第", "Number", card.number),
        .init(.day, .day(latest: nil), MeetingWords.day, "\(card.day)", language),
        words(.time, "时间", "Hour", card.time), words(.venue, "地点", "Place", card.venue),
        words(.chair, "主持", "Chair", card.chair), words(.present, "参加", "Present", card.present),
        words(.absent, "缺席", "Absent", card.absent),
        words(.recorder, "记录", "Recorder", card.recorder),
        .init(
          .scope, MeetingWords.scope,
          choice: scopes.map { Phrase($0.name(in: .zh), $0.name(in: .en)) }, scope, language),
      ])
  }

  /// The rules of the agenda; what is new since a meeting has something to go by, or says that not.
  static func rules(of meeting: Meeting, _ model: Model) -> MeetingForm {
    let (rules, language) = (meeting.card.rules, model.language)
    let note =
      model.meetings?.before(meeting) == nil
      ? Phrase(
        "同一系列还没有闭过会，“有变化”这一条暂时没有可比的。",
        "No meeting of the series was closed before: “changed” has nothing to go by yet.") : nil
    return MeetingForm(
      .rules(meeting), Phrase("议程规则", "Rules of the agenda")(language),
      notes: note.map { [Form.Note(text: $0(language), role: .faint)] } ?? [],
      [
        .init(.red, Phrase("红灯的任务", "red tasks"), choice: yes, rules.red ? 0 : 1, language),
        .init(
          .dueWithin, .count, Phrase("几天内到期", "due within days"),
          rules.dueWithin.map { "\($0)" } ?? "",
          remark: Phrase("空着不看", "empty for none"), language),
        .init(
          .changed, Phrase("有变化的任务", "changed tasks"), choice: yes, rules.changed ? 0 : 1, language),
        .init(
          .indicators, Phrase("未达目标的指标和任务", "indicators below target"), choice: yes,
          rules.indicators ? 0 : 1, language),
        .init(
          .order, Phrase("排序", "order"), choice: AgendaRules.Order.allCases.map(\.words),
          AgendaRules.Order.allCases.firstIndex(of: rules.order) ?? 0, language),
      ])
  }

  static func closing(_ meeting: Meeting, _ model: Model) -> MeetingForm {
    let language = model.language
    let open = meeting.undecided
    var notes: [Form.Note] = []
    if !open.isEmpty {
      let names = open.prefix(6).map { ItemWords($0, model, nil).title }
        .joined(separator: language == .zh ? "、" : ", ")
      let more = open.count > 6 ? "…" : ""
      notes.append(
        Form.Note(text: MeetingWords.open(open.count, names + more)(language), role: .warning))
    }
    if meeting.decisions.isEmpty {
      notes.append(
        Form.Note(
          text: Phrase("这次会议没有作任何决定。", "This meeting has decided nothing.")(language),
          role: .warning))
    }
    notes.append(
      Form.Note(
        text: Phrase(
          "闭会后决定不能再撤销，纪要按这个编号出。",
          "Once it is closed no decision can be taken back, and the minutes bear this number.")(
            language), role: .faint))
    let number = MinutesNumber.next(
      after: (model.meetings?.own ?? []).compactMap(\.minutes), in: model.today.year)
    return MeetingForm(
      .closing(meeting), Phrase("闭会", "Close the meeting")(language), notes: notes,
      [
        .init(
          .number, .words(isNeeded: true), Phrase("纪要编号", "Number of the minutes"), number,
          language)
      ])
  }

  static func notes(of deciding: Deciding, _ model: Model) -> [Form.Note] {
    deciding.summary(model).filter { !$0.isEmpty }.map { Form.Note(text: $0) }
  }

  static func extending(_ deciding: Deciding, _ model: Model) -> MeetingForm {
    let language = model.language
    let places = Set(deciding.lines.map(\.line.place))
    let asking = places.count == 1 ? places.first.map(model.name(of:)) ?? "" : ""
    let due = deciding.lines.compactMap(\.due).max()
    return MeetingForm(
      .extending(deciding), Decision.Kind.extend.words(language),
      notes: notes(of: deciding, model)
        + (due.map {
          [
            Form.Note(
              text: Phrase("现在的时限：\($0)", "due now: \($0)")(language), role: .faint)
          ]
        } ?? []),
      [
        .init(.due, .dueDay, Phrase("延到", "Extended to"), "", language),
        .init(.text, .words(isNeeded: true), Phrase("原因", "Reason"), "", language),
        .init(.askedBy, .words(isNeeded: true), Phrase("申请单位", "Asked by"), asking, language),
        .init(
          .askedOn, .day(latest: model.today), Phrase("申请日期", "Asked on"), "\(model.today)",
          language),
      ])
  }

  static func sendingBack(_ deciding: Deciding, _ model: Model) -> MeetingForm {
    MeetingForm(
      .sendingBack(deciding), Decision.Kind.sendBack.words(model.language),
      notes: notes(of: deciding, model),
      [
        .init(.text, .words(isNeeded: true), Phrase("原因", "Reason"), "", model.language),
        .init(
          .due, .dueDay, Phrase("下次报告", "Next report"), "", model.language),
      ])
  }

  static func resolving(
    in meeting: Meeting, on subject: AgendaItem.Subject?, _ model: Model
  ) -> MeetingForm {
    let language = model.language
    let deciding = Deciding(.resolve, in: meeting, on: subject)
    let task = subject.flatMap { AgendaItem($0, []).task }.flatMap(model.catalogue.task)
    let note = task.map { [Form.Note(text: $0.title(language), role: .faint)] } ?? []
    let lead = task.map { Amendment.line($0.departments.filter { $0.role != .cooperating }) } ?? ""
    return MeetingForm(
      .resolving(deciding), Decision.Kind.resolve.words(language), notes: note,
      [
        .init(.text, .words(isNeeded: true), Phrase("事项", "Matter"), "", language),
        .init(
          .units, .words(isNeeded: true), Phrase("责任单位", "Departments"), lead,
          remark: Phrase("用、分开", "、 between"), language),
        .init(.cooperating, .words(isNeeded: false), Phrase("配合单位", "Cooperating"), "", language),
        .init(
          .level, MeetingWords.scope,
          choice: resolvedLevels(in: meeting, model).map(\.words), 0, language),
        .init(.places, .words(isNeeded: false), Phrase("地区", "Places"), "", language),
        .init(.due, .dueDay, MeetingWords.due, "", language),
      ])
  }

  /// Where a matter that is resolved can be carried out, of what lies in the place of the meeting.
  static func resolvedLevels(
    in meeting: Meeting, _ model: Model
  ) -> [(level: ReformTask.Level, words: Phrase)] {
    let (divisions, scope) = (model.catalogue.divisions, meeting.card.scope)
    return ReformTask.Level.offered(in: divisions).filter { level in
      switch level {
      case .province, .named: true
      case .eachProvince: !divisions.all(.province, within: scope).isEmpty
      case .eachCity:
        divisions.all.contains {
          divisions.answersToProvince($0.id) && divisions.isWithin($0.id, scope)
        }
      case .eachCounty: !divisions.all(.county, within: scope).isEmpty
      }
    }.map { level in
      switch level {
      case .province: (level, Phrase("会议范围本级", "the place itself"))
      case .eachProvince: (level, Phrase("每个省", "each province"))
      case .eachCity:
        divisions.hasCities
          ? (level, Phrase("每个市", "each city")) : (level, Phrase("每个区县", "each district"))
      case .eachCounty: (level, Phrase("每个县", "each county"))
      case .named: (level, Phrase("下面写的地区", "the places below"))
      }
    }
  }

  /// A slip as the rules propose it, to be issued by itself.
  static func issuing(_ proposal: SlipProposal, _ model: Model) -> MeetingForm {
    let number =
      model.meetings?.nextSlip(on: model.today) ?? SlipNumber.next(after: [], on: model.today)
    let order = proposal.order(number: number, model.catalogue, model.language)
    let note = Form.Note(text: proposal.reason(model.language), role: .warning)
    return issuing(order, .issuing(order), [Form.Note(text: order.matter), note], model)
  }

  static func issuing(
    _ order: SlipOrder, _ purpose: Purpose, _ notes: [Form.Note],
    without omitted: Set<MeetingField> = [], _ model: Model
  ) -> MeetingForm {
    let (language, rules) = (model.language, model.meetings?.rules)
    var notes = notes
    let level = order.level.words(language)
    let who = rules?[order.level]?.orders(language) ?? ""
    notes.append(
      Form.Note(text: Phrase("\(level)，由\(who)发出", "\(level), ordered by \(who)")(language)))
    if let calendar = rules?.calendar,
      let told = WorkingDays.told(calendar.untold(from: model.today, to: order.due))
    {
      notes.append(Form.Note(text: told(language), role: .warning))
    }
    func words(
      _ field: MeetingField, _ zh: String, _ en: String, _ text: String, isNeeded: Bool = true
    ) -> Form.Entry {
      .init(field, .words(isNeeded: isNeeded), Phrase(zh, en), text, language)
    }
    let entries: [Form.Entry] = [
      words(.number, "督办编号", "Number", order.number),
      words(.unit, "主送单位", "Unit addressed", order.unit),
      words(.cooperating, "配合单位", "Cooperating", order.cooperating, isNeeded: false),
      words(.person, "联系人", "Person", order.person, isNeeded: false),
      words(.telephone, "电话", "Telephone", order.telephone, isNeeded: false),
      words(.text, "办理要求", "Demand", order.demand),
      .init(.due, .dueDay, Phrase("答复期限", "Answer due"), "\(order.due)", language),
      words(
        .instruction, "领导批示", "Leader's instruction", order.instruction,
        isNeeded: rules?[order.level]?.needsInstruction ?? false),
    ]
    return MeetingForm(
      purpose, Decision.Kind.supervise.words(language), notes: notes,
      entries.filter { entry in !omitted.contains { .meeting($0) == entry.key } })
  }

  static func stepping(_ asked: SlipAsked, of slip: Slip, _ model: Model) -> MeetingForm {
    let language = model.language
    func words(_ zh: String, _ en: String, isNeeded: Bool = true) -> Form.Entry {
      .init(.text, .words(isNeeded: isNeeded), Phrase(zh, en), "", language)
    }
    let entries: [Form.Entry] =
      switch asked {
      case .receive: [words("签收人", "Received by")]
      case .answer:
        [
          words("答复", "Answer"),
          .init(.evidence, .words(isNeeded: false), Words.Task.evidence, "", language),
        ]
      case .check: [words("核查情况", "What was found")]
      case .sendBack:
        [
          words("原因", "Reason"),
          .init(.due, .dueDay, Phrase("再报期限", "Answer again by"), "", language),
        ]
      case .close: [words("结论", "Conclusion", isNeeded: false)]
      }
    return MeetingForm(
      .stepping(asked, slip), slip.id + model.symbols.dot + asked.words(language),
      notes: [Form.Note(text: slip.order.matter)], entries)
  }
}
