import Reform

/// What has changed between two days (变化): by kind, task and place; what is new since a meeting.
public struct SincePaper {
  let changes: [LineChange]
  let place: Division
  /// From the end of `first` to the end of `day`.
  let first: Day
  let day: Day
  let catalogue: Catalogue
  let language: Language
  let isSample: Bool

  public init(
    _ changes: [LineChange], in place: Division, from first: Day, to day: Day,
    _ catalogue: Catalogue, _ language: Language, isSample: Bool
  ) {
    (self.changes, self.place, self.catalogue) = (changes, place, catalogue)
    (self.first, self.day) = (first, day)
    (self.language, self.isSample) = (language, isSample)
  }

  public func paper() -> Paper {
    var paper = Paper(
      title: SinceWords.title(place)(language), day: day, language: language, isSample: isSample)
    paper.lay(
      [
        .init("概况", key: "summary", [.paragraph(SinceWords.span(first, day, changes)(language))]),
        .init("变化", key: "changes", kinds(1)), .init("按地方", key: "byPlace", byPlace(1)),
      ],
      [
        .init("地区", key: "place", place.name(in: language)),
        .init("起", key: "from", PaperWords.day(first)(language)),
      ], as: .since)
    return paper
  }

  /// What its file is called, without its ending.
  public var fileName: String { PaperFile.name(SinceWords.file(place, first, day)(language)) }

  /// A table for each kind of change that there is, then how many there are by place; `level` is
  /// that of the headings.
  func sections(_ level: Int) -> [Paper.Block] { kinds(level) + byPlace(level) }

  private func kinds(_ level: Int) -> [Paper.Block] {
    LineChange.Kind.allCases.flatMap { kind -> [Paper.Block] in
      let own = changes.filter { $0.kind == kind }
      guard !own.isEmpty else { return [] }
      return [
        .heading(level, SinceWords.heading(kind, own.count)(language)), .table(table(own, kind)),
      ]
    }
  }

  /// Changes of one task to the same status stand in one row, with all their places.
  private func table(_ changes: [LineChange], _ kind: LineChange.Kind) -> PaperTable {
    struct Key: Hashable {
      var task: ReformTask.ID
      var before: Status
      var now: Status
      var due: Day?
      /// The day before it was extended.
      var original: Day?
    }
    var (order, found): ([Key], [Key: [LineChange]]) = ([], [:])
    for change in changes {
      let key = Key(
        task: change.line.task, before: change.before, now: change.now.status,
        due: change.now.due, original: change.now.original)
      if found[key] == nil { order.append(key) }
      found[key, default: []].append(change)
    }
    let places = LinePlaces(catalogue: catalogue, language: language)
    let rows = order.map { key in
      let own = found[key] ?? []
      let task = catalogue.task(key.task)
      let status = FieldWords.status(key.now)(language)
      return [
        task.map { $0.title(language) + source(of: $0) } ?? key.task,
        places.words(own.map(\.line)),
        key.before == key.now
          ? status
          : FieldWords.status(key.before)(language) + Phrase("→", " → ")(language) + status,
        key.due.map { SinceWords.due($0, original: key.original)(language) }
          ?? task.map { FieldWords.undated($0)(language) } ?? "",
        Self.notes(own, language),
      ]
    }
    let shares = [46, 42, 32, 28, 36]
    let heads = SinceWords.heads.map { $0(language) }
    return PaperTable(
      heads.indices.map { .init(heads[$0], share: shares[$0], isCentered: $0 == 2 || $0 == 3) },
      rows: rows)
  }

  private func source(of task: ReformTask) -> String {
    let source = catalogue.source(of: task, in: language)
    return Phrase("（\(source)）", " (\(source))")(language)
  }

  /// What was noted, each note once, the first three.
  private static func notes(_ changes: [LineChange], _ language: Language) -> String {
    var seen: Set<String> = []
    let notes = changes.compactMap(\.now.note).filter { !$0.isEmpty && seen.insert($0).inserted }
    let rest = notes.count - 3
    return notes.prefix(3).joined(separator: Phrase("；", "; ")(language))
      + (rest > 0 ? Phrase("；另有 \(rest) 条", "; \(rest) more")(language) : "")
  }

  /// Changes by city, of a city by county.
  func byPlace(_ level: Int) -> [Paper.Block] {
    let parts = catalogue.divisions.parts(of: place.id)
    guard !parts.isEmpty, !changes.isEmpty else { return [] }
    let kinds = LineChange.Kind.allCases
    let rows = ([place] + parts).compactMap { part -> [String]? in
      let own = changes.filter { change in
        part.id == place.id
          ? change.line.place == part.id
          : catalogue.divisions.isWithin(change.line.place, part.id)
      }
      guard !own.isEmpty else { return nil }
      let counts = ChangeCounts(own)
      let name =
        part.name(in: language) + (part.id == place.id ? FieldWords.ownLevel(language) : "")
      return [name] + kinds.map { "\(counts[$0])" }
    }
    let columns =
      [PaperTable.Column(SinceWords.place(language), share: 3)]
      + kinds.map { PaperTable.Column($0.words(language), share: 2, isCentered: true) }
    return [
      .heading(level, SinceWords.byPlace(language)), .table(PaperTable(columns, rows: rows)),
    ]
  }
}

/// The words of what has changed.
enum SinceWords {
  static func title(_ place: Division) -> Phrase {
    Phrase(
      "\(place.name)医改任务变化情况", "What has changed in the health-reform tasks of \(place.english)")
  }

  static func file(_ place: Division, _ first: Day, _ day: Day) -> Phrase {
    Phrase("\(place.name)变化-\(first)至\(day)", "\(place.english)-changes-\(first)-to-\(day)")
  }

  static func span(_ first: Day, _ day: Day, _ changes: [LineChange]) -> Phrase {
    guard !changes.isEmpty else {
      return Phrase(
        "从 \(first) 日终到 \(day) 日终，没有变化。",
        "Between the end of \(first) and the end of \(day) nothing has changed.")
    }
    let (tasks, counts) = (Set(changes.map(\.line.task)).count, ChangeCounts(changes))
    let kinds = LineChange.Kind.allCases.filter { counts[$0] > 0 }
    return Phrase(
      "从 \(first) 日终到 \(day) 日终，\(tasks) 项任务、\(changes.count) 处有变化："
        + kinds.map { "\($0.words.zh) \(counts[$0]) 处" }.joined(separator: "，") + "。",
      "Between the end of \(first) and the end of \(day), \(Plural("line").of(changes.count)) of "
        + "\(Plural("task").of(tasks)) changed: "
        + kinds.map { "\(counts[$0]) \($0.words.en)" }.joined(separator: ", ") + ".")
  }

  static func heading(_ kind: LineChange.Kind, _ count: Int) -> Phrase {
    let en = kind.words.en.prefix(1).uppercased() + kind.words.en.dropFirst()
    return Phrase("\(kind.words.zh)（\(count) 处）", "\(en) (\(count))")
  }

  static let heads = [
    Phrase("任务", "Task"), Phrase("地方", "Places"),
    Phrase("状态", "Status"), Phrase("时限", "Due"), Phrase("备注", "Note"),
  ]
  static func due(_ day: Day, original: Day?) -> Phrase {
    guard let original else { return Phrase(day.description, day.description) }
    return Phrase("\(day)（延期，原 \(original)）", "\(day) (extended from \(original))")
  }

  static let place = Phrase("地方", "Place")
  static let byPlace = Phrase("按地方", "By place")
}
