import Bundle
import Reform
import TestSupport
import Testing

@testable import Papers

/// Minutes of meetings: exactly what was decided, and nothing else.
struct MinutesTests {
  private let catalogue: Catalogue
  private let day = Day(ordinal: 18_599)  // 2020-12-03
  private let wide: ReformTask
  private let lines: [Line]

  init() throws {
    catalogue = try BundledCatalogue.whole()
    let catalogue = catalogue
    wide = try #require(
      catalogue.tasks.first { task in
        !task.isRecurring && task.deadlines.compactMap(\.due).count == 1
          && task.levels == [.eachCounty] && catalogue.region(of: task) == "140000"
      })
    lines = catalogue.fanOut(of: wide).map { [wide] in Line(wide.id, in: $0) }
  }

  private func meeting(_ decisions: [Decision], isClosed: Bool = true) throws -> Meeting {
    let card = MeetingCard(
      title: "省医改领导小组会议", number: "第3次", day: day, time: "15:00", venue: "省政府 1 号会议室",
      chair: "王某", present: "李某、赵某", recorder: "孙某", scope: "140000")
    let steps: [MeetingStep] =
      [
        .card(card),
        .add([
          AgendaItem(.task(wide.id, in: "140000"), [.red]),
          AgendaItem(.indicator("medical-service-share", in: "140000"), [.indicator]),
        ]), .open,
      ] + (isClosed ? [.close(minutes: "〔2020〕3号")] : [])
    let entries = steps.enumerated().map {
      MeetingEntry(id: $0.offset + 1, meeting: "hy-2020-12-03-1", $0.element, who: "孙某", day: day)
    }
    let decided = decisions.enumerated().map {
      DecisionEntry(id: 100 + $0.offset, $0.element, who: "孙某", day: day, at: "")
    }
    return try #require(Meeting("hy-2020-12-03-1", entries, decisions: decided))
  }

  private func decision(
    _ kind: Decision.Kind, lines: [Line], text: String = "", evidence: String? = nil,
    due: Day? = nil, askedBy: String? = nil, askedOn: Day? = nil, slip: SlipOrder? = nil
  ) -> Decision {
    Decision(
      kind, in: "hy-2020-12-03-1", on: .task(wide.id, in: "140000"), lines: lines, text: text,
      evidence: evidence, due: due, askedBy: askedBy, askedOn: askedOn, slip: slip)
  }

  private func paper(
    _ decisions: [Decision], isClosed: Bool = true, dues: [Line: Day] = [:],
    _ language: Language = .zh
  ) throws -> Paper {
    MinutesPaper(
      try meeting(decisions, isClosed: isClosed), catalogue, BundledCatalogue.indicators(),
      language, on: day.adding(days: 9), dues: dues, isSample: false
    ).paper(unit: "省医改办", signed: day)
  }

  /// The items of a section by its heading.
  private func items(_ paper: Paper, _ heading: String) throws -> [String] {
    let index = try #require(
      paper.blocks.firstIndex {
        if case .heading(1, let text) = $0 { text.hasPrefix(heading) } else { false }
      }, "\(heading)")
    guard case .list(let items) = paper.blocks[index + 1] else { throw TestFailure("no list") }
    return items
  }

  private func text(_ paper: Paper) -> String { MarkdownWriter(paper).text() }

  @Test func whoMetStandsFirstAndWhatIsNotKnownIsSaid() throws {
    let paper = try paper([])
    #expect(paper.title == "省医改领导小组会议第3次会议纪要" && paper.number == "〔2020〕3号")
    #expect(paper.day == day && !paper.isDraft)
    let text = text(paper)
    for words in [
      "时间：2020年12月3日 15:00", "地点：省政府 1 号会议室", "主持：王某", "出席：李某、赵某", "缺席：（未填）", "记录：孙某",
      "会议没有作出决定。", "分送：（未填）", "省医改办", "截至2020年12月3日",
    ] { #expect(text.contains(words), "\(words)") }
    #expect(!text.contains("还没有决定") && !text.contains("草稿"))
  }

  @Test func aMeetingThatIsNotClosedGivesADraftOnEveryPage() throws {
    let open = try paper([decision(.carryOn, lines: [lines[0]], text: "抓紧")], isClosed: false)
    #expect(open.isDraft && open.remark == "截至2020年12月12日　草稿" && open.number == nil)
    let text = text(open)
    #expect(text.contains("会议还没有闭会（会议中），这是草稿：到现在为止作出 1 项决定"))
    #expect(text.contains("还没有决定的议题（1 项）") && text.contains("医疗服务收入占"))
    let header = DocxWriter(open).parts().first { $0.name == "word/header1.xml" }?.text ?? ""
    #expect(header.contains("草稿"))
  }

  @Test func decisionsStandByKindWithTheirPlacesAndWords() throws {
    let few = Array(lines.prefix(2))
    let names = few.map { catalogue.name(of: $0, in: .zh) }.joined(separator: "、")
    let source = catalogue.source(of: wide, in: .zh)
    let paper = try paper([
      decision(.finish, lines: few, text: "验收通过"),
      decision(.signOff, lines: [lines[2]], text: "材料齐全", evidence: "验收报告 12 号"),
      decision(.sendBack, lines: [lines[3]], text: "台账不实", due: day.adding(days: 30)),
      decision(.carryOn, lines: lines, text: "按月调度"),
    ])
    #expect(
      try items(paper, "办结（1 项）") == ["“\(wide.title.zh)”（\(source)），\(names)。验收通过。"])
    #expect(try items(paper, "销号")[0].hasSuffix("材料齐全；佐证：验收报告 12 号。"))
    #expect(try items(paper, "退回")[0].hasSuffix("理由：台账不实；2021年1月2日前再报告。"))
    let all = try items(paper, "继续推进")[0]
    #expect(
      all.contains("共 \(lines.count) 处：太原市 10 处（小店区、") && lines.count > 100
        && all.hasSuffix("按月调度。"))
    // Many are named too: nobody could say afterwards which 69 were meant.
    for line in lines { #expect(all.contains(catalogue.name(of: line, in: .zh)), "\(line)") }
    let counts = all.matches(of: /市 ([0-9]+) 处/).compactMap { Int($0.output.1) }
    #expect(counts.reduce(0, +) == lines.count && counts.count == 11)
    let order = paper.blocks.compactMap {
      if case .heading(1, let text) = $0 { String(text.prefix(2)) } else { nil }
    }
    #expect(order == ["办结", "销号", "继续", "退回"])
    #expect(
      text(paper).contains("太原市医改办")
        && text(paper).contains(
          "分送：" + catalogue.name(ofAnyForm: wide.departments[0].name, in: .zh))
    )
  }

  /// A slip to several units, and brackets of two kinds: each unit stands once.
  @Test func everyUnitIsSentTheMinutesOnce() throws {
    let slip = SlipOrder(
      number: "督〔2020〕1号", level: .reminder, lines: [lines[0]], basis: "", matter: "没有办结",
      unit: "省财政厅、各县［市、区］人民政府", place: "140000", demand: "答复", due: day.adding(days: 7))
    let first = decision(.supervise, lines: [lines[0]], text: "督办", slip: slip)
    var second = first
    second.slip?.unit = "省财政厅，各县（市、区）人民政府"
    let receivers = try #require(
      text(try paper([first, second])).split(separator: "\n").first { $0.hasPrefix("分送：") })
    #expect(receivers.components(separatedBy: "财政厅").count == 2, "\(receivers)")
    #expect(receivers.components(separatedBy: "人民政府").count == 2, "\(receivers)")
  }

  @Test func anExtensionSaysBothDaysAndWhetherItWasAskedForInTime() throws {
    let printed = try #require(wide.deadlines.compactMap(\.due).first)
    let (new, later) = (printed.adding(days: 90), printed.adding(days: 180))
    let words = { (day: Day) in PaperWords.day(day).zh }
    let paper = try paper(
      [
        decision(
          .extend, lines: [lines[0]], text: "工程未完", due: new, askedBy: "太原市医改办",
          askedOn: printed),
        decision(
          .extend, lines: [lines[0], lines[1]], text: "再延", due: later, askedBy: "太原市医改办",
          askedOn: printed.adding(days: 1)),
        decision(
          .extend, lines: [lines[2]], text: "", due: later, askedBy: "乙", askedOn: printed),
      ], dues: [lines[2]: printed.adding(days: 7)])
    let items = try items(paper, "延期（3 项）")
    #expect(
      items[0].hasSuffix(
        "原定\(words(printed))，延至\(words(new))；太原市医改办于\(words(printed))申请，在到期之前；理由：工程未完。"))
    // The second time the first extension is what stood; the other line goes by what is printed.
    #expect(
      items[1].contains(
        "文件时限\(words(printed))，此前已延至\(words(new))，再延至\(words(later))"))
    #expect(items[1].contains("\(catalogue.name(of: lines[1], in: .zh))：原定\(words(printed))，延至"))
    #expect(
      items[2].contains("此前已延至\(words(printed.adding(days: 7)))") && items[2].contains("没有写理由"))
  }

  @Test func aSlipAndAResolutionAreToldInFull() throws {
    let slip = SlipOrder(
      number: "晋医改督〔2020〕3号", level: .yellow, lines: [lines[0]], basis: "", matter: "医共体未挂牌",
      unit: "太原市医改办", place: "140100", demand: "一个月内挂牌", due: day.adding(days: 10))
    let task = ReformTask(
      id: "hy-2020-12-03-1/1", document: "hy-2020-12-03-1", clause: "1",
      title: Phrase("建立监测月报", "Monthly monitoring"), theme: "payment",
      departments: [
        Responsible("省卫健委", role: .lead), Responsible("省医保局", role: .cooperating),
      ],
      deadlines: [Deadline(.date, due: day.adding(days: 28))], level: .eachCity)
    var resolve = Decision(
      .resolve, in: "hy-2020-12-03-1", on: nil, text: "建立监测月报", due: day.adding(days: 28),
      task: task)
    resolve.subject = .indicator("medical-service-share", in: "140000")
    let paper = try paper([
      decision(.supervise, lines: [lines[0]], text: "一个月内挂牌", slip: slip), resolve,
    ])
    let first = try items(paper, "议定事项")[0]
    #expect(
      first.hasPrefix("（第 1 号）建立监测月报") && first.contains("责任单位：省卫")
        && first.contains("配合单位：省医保局") && first.contains("地方：太原市、大同市、")
        && first.hasSuffix("完成时限：2020年12月31日。"), "\(first)")
    let ordered = try items(paper, "督办")[0]
    #expect(
      ordered.hasSuffix(
        "发黄色督办，督办单号 晋医改督〔2020〕3号，责任单位：太原市医改办；事项：医共体未挂牌；要求：一个月内挂牌；"
          + "2020年12月13日前答复。"), "\(ordered)")
    let english = try self.paper([decision(.finish, lines: [lines[0]], text: "ok")], .en)
    #expect(english.title == "Minutes: 省医改领导小组会议第3次")
    #expect(try items(english, "Done (1)")[0].hasSuffix(". ok."))
  }

  /// A text that ends with a stop stands in the middle of a sentence without it.
  @Test func noSentenceHasTwoStops() throws {
    let slip = SlipOrder(
      number: "督〔2020〕1号", level: .reminder, lines: [lines[0]], basis: "", matter: "没有办结。",
      unit: "某县医改办", place: lines[0].place, demand: "请书面答复。", due: day.adding(days: 7))
    let paper = try paper([
      decision(.supervise, lines: [lines[0]], slip: slip),
      decision(.sendBack, lines: [lines[1]], text: "台账不实。", due: day.adding(days: 30)),
    ])
    let words = text(paper)
    #expect(words.contains("要求：请书面答复；") && words.contains("理由：台账不实；"))
    for twice in ["。；", "。。", "。（"] { #expect(!words.contains(twice), "\(twice)") }
  }
}
