import Reform

/// The minutes of a meeting (会议纪要): who met, and what was decided, one by one.
///
/// Of a meeting that is not closed they are a draft, and say so on every page.
public struct MinutesPaper {
  let meeting: Meeting
  let catalogue: Catalogue
  let language: Language
  let isSample: Bool
  let day: Day
  /// The days by which lines were due before the meeting, where it is not the printed one.
  let dues: [Line: Day]
  /// The names of indicators that were on the agenda.
  let book: IndicatorCatalogue

  /// `day` is the one of looking, which stands on a draft; minutes speak of the day of the closing.
  public init(
    _ meeting: Meeting, _ catalogue: Catalogue, _ book: IndicatorCatalogue, _ language: Language,
    on day: Day, dues: [Line: Day] = [:], isSample: Bool
  ) {
    (self.meeting, self.catalogue, self.book) = (meeting, catalogue, book)
    (self.language, self.isSample, self.dues) = (language, isSample, dues)
    self.day = meeting.closed ?? day
  }

  private var isDraft: Bool { meeting.state != .closed }
  private var words: DecisionWords { DecisionWords(self) }

  /// The paper; `unit` signs it on `signed`, and it goes to `copies` or to all whom it names.
  public func paper(unit: String? = nil, signed: Day, copies: String? = nil) -> Paper {
    var paper = Paper(
      title: MinutesWords.title(meeting.card)(language), number: meeting.minutes, day: day,
      language: language, isSample: isSample)
    paper.isDraft = isDraft
    let signature = Paper.Block.signature(
      unit: unit ?? PaperWords.unsigned(language), day: signed)
    let receivers = said(copies ?? receivers)
    paper.lay(
      [
        .init(
          "草稿说明", key: "draft", isDraft ? [.paragraph(MinutesWords.open(meeting)(language))] : []),
        .init("会议概况", key: "head", head.map { .paragraph($0.0(language) + $0.1) }),
        .init(
          "没有决定", key: "nothing",
          meeting.decisions.isEmpty ? [.paragraph(MinutesWords.nothing(language))] : []),
      ] + Self.order.map { .init($0.name, section($0.kind)) } + [
        .init("未决议题", key: "undecided", undecided), .init("落款", key: "signature", [signature]),
        .init(
          "记录", key: "recorder",
          [.paragraph(MinutesWords.recorder(language) + said(meeting.card.recorder))]),
        .init("分送", key: "copies", [.paragraph(MinutesWords.copies(language) + receivers)]),
      ], facts(receivers), as: .minutes)
    return paper
  }

  /// Who met, and the decisions one by one.
  private func facts(_ receivers: String) -> [Paper.Fact] {
    let names = [
      Paper.Name("时间", key: "time"), .init("地点", key: "venue"), .init("主持", key: "chair"),
      .init("出席", key: "present"), .init("缺席", key: "absent"),
    ]
    return [Paper.Fact("会议", key: "meeting", meeting.card.name)]
      + zip(names, head).map { Paper.Fact($0, $1.1) } + [
        Paper.Fact("记录人", key: "recorderName", said(meeting.card.recorder)),
        Paper.Fact("分送单位", key: "copiesNames", receivers),
        Paper.Fact(
          "决定", key: "decisions", DecisionWords.columns,
          Self.order.flatMap { kind in
            meeting.decisions.filter { $0.decision.kind == kind.kind }.map(words.row)
          }),
      ]
  }

  /// What its file is called, without its ending.
  public var fileName: String {
    PaperFile.name(MinutesWords.file(meeting.card, isDraft: isDraft)(language))
  }

  /// Resolutions first, then what was decided on tasks.
  private static let order: [(kind: Decision.Kind, name: Paper.Name)] = [
    (.resolve, .init("议定事项", key: "resolutions")), (.finish, .init("办结", key: "finished")),
    (.signOff, .init("销号", key: "signedOff")), (.carryOn, .init("继续推进", key: "carriedOn")),
    (.extend, .init("延期", key: "extended")), (.sendBack, .init("退回", key: "sentBack")),
    (.supervise, .init("督办", key: "supervised")),
  ]

  /// What stands before the decisions, each with its title.
  private var head: [(Phrase, String)] {
    let card = meeting.card
    let time = PaperWords.day(card.day)(language) + (card.time.isEmpty ? "" : " " + card.time)
    return [
      (MinutesWords.time, said(time)), (MinutesWords.venue, said(card.venue)),
      (MinutesWords.chair, said(card.chair)), (MinutesWords.present, said(card.present)),
      (MinutesWords.absent, said(card.absent)),
    ]
  }

  private func section(_ kind: Decision.Kind) -> [Paper.Block] {
    let entries = meeting.decisions.filter { $0.decision.kind == kind }
    guard !entries.isEmpty else { return [] }
    return [
      .heading(1, MinutesWords.heading(kind, entries.count)(language)),
      .list(entries.map(words.item)),
    ]
  }

  /// What is still open; minutes of a closed meeting say only what was decided.
  private var undecided: [Paper.Block] {
    guard isDraft, !meeting.undecided.isEmpty else { return [] }
    return [
      .heading(1, MinutesWords.undecided(meeting.undecided.count)(language)),
      .list(meeting.undecided.map { words.name(of: $0.subject) }),
    ]
  }

  private func said(_ text: String) -> String {
    text.isEmpty ? MinutesWords.notEntered(language) : text
  }

  /// The departments and offices that the decisions name, each once.
  private var receivers: String {
    var names: [String] = []
    for decision in meeting.decisions.map(\.decision) {
      let tasks = (decision.task.map { [$0] } ?? []) + words.tasks(of: decision)
      names += tasks.flatMap(\.departments).map(\.name)
      if let slip = decision.slip { names += Self.units(slip.unit) }
    }
    names = names.map { catalogue.name(ofAnyForm: $0, in: language) }
    let cities = Set(
      meeting.decisions.flatMap(\.decision.lines).map { catalogue.divisions.city(of: $0.place) })
    names += cities.sorted().filter { $0 != catalogue.province }
      .compactMap { catalogue.divisions[$0] }.map { MinutesWords.office(of: $0)(language) }
    var seen: Set<String> = []
    return FigureWords.list(
      names.filter { seen.insert(String($0.map { Self.brackets[$0] ?? $0 })).inserted }, language)
  }

  /// One pair of brackets for all that are written: 各县［市、区］ and 各县（市、区） are one.
  private static let brackets: [Character: Character] = [
    "［": "（", "］": "）", "[": "（", "]": "）", "(": "（", ")": "）", "〔": "（", "〕": "）",
  ]

  /// The units of a list, whose names can hold a mark between brackets.
  private static func units(_ list: String) -> [String] {
    var (units, depth) = ([""], 0)
    for sign in list {
      let like = brackets[sign] ?? sign
      if like == "（" { depth += 1 }
      if like == "）" { depth -= 1 }
      if depth <= 0, "、，,；;".contains(sign) {
        units.append("")
      } else {
        units[units.count - 1].append(sign)
      }
    }
    return units.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }
}
