import Reform

/// How values of the field are said on screen.
enum Format {
  /// 逾31天, 剩31天, 持续推进: the deadline of a standing in a few words.
  static func due(
    _ due: Day?, of task: ReformTask, finished: Bool, on day: Day, in language: Language
  ) -> String {
    guard let due else {
      return undated(task, in: language)
    }
    guard !finished else { return due.description }
    let days = day.days(until: due)
    if days <= -730 { return language == .zh ? "逾\(-days / 365)年" : "\(-days / 365)y late" }
    if days < 0 { return language == .zh ? "逾\(-days)天" : "\(-days)d late" }
    if days == 0 { return language == .zh ? "今天到期" : "due today" }
    return days <= 99
      ? (language == .zh ? "剩\(days)天" : "\(days)d left") : due.description
  }

  static func undated(_ task: ReformTask, in language: Language) -> String {
    FieldWords.undated(task)(language)
  }

  /// The deadline as the document has it.
  static func deadline(_ deadline: Deadline, in language: Language) -> String {
    if let words = deadline.words, language == .zh { return words }
    let soft = deadline.isSoft ? (language == .zh ? "（力争）" : " (aim)") : ""
    let due = deadline.due?.description ?? ""
    let (first, last) = (deadline.years.min() ?? 0, deadline.years.max() ?? 0)
    switch (deadline.kind, language) {
    case (.range, _) where deadline.years.isEmpty:
      return spanWithoutStart(deadline)(language) + soft
    case (.date, .zh): return due + "前" + soft
    case (.date, .en): return "by " + due + soft
    case (.year, .zh): return "\(deadline.due?.year ?? last)年底前" + soft
    case (.year, .en): return "by the end of \(deadline.due?.year ?? last)" + soft
    case (.yearly, .zh): return "每年" + soft
    case (.yearly, .en): return "every year" + soft
    case (.yearlyBy, .zh): return "每年\(deadline.by.map(Format.yearDay) ?? "")前" + soft
    case (.yearlyBy, .en):
      return "every year by \(deadline.by.map(Format.yearDayEnglish) ?? "")" + soft
    case (.rangeYearly, .zh): return "\(first)–\(last)年每年" + soft
    case (.rangeYearly, .en): return "every year, \(first)–\(last)" + soft
    case (.range, .zh): return "\(first)–\(last)年" + soft
    case (.range, .en): return "\(first)–\(last)" + soft
    case (.ongoing, .zh): return "持续推进"
    case (.ongoing, .en): return "ongoing, never late"
    case (.asRequired, .zh): return "按国家要求"
    case (.asRequired, .en): return "when the model requires it"
    }
  }

  /// 三年内, where the document does not say from when.
  private static func spanWithoutStart(_ deadline: Deadline) -> Phrase {
    let quoted = deadline.words.map { "“\($0)”, no start printed" }
    return Phrase("几年之内，没有写从哪年起", quoted ?? "within some years, no start printed")
  }

  /// The document's words for a deadline, and the day that was made of them.
  static func reviewed(_ deadline: Deadline, in language: Language) -> String {
    let words = Format.deadline(deadline, in: language)
    guard let due = deadline.due, !words.contains(due.description) else { return words }
    return words + (language == .zh ? "（\(due)）" : " (\(due))")
  }

  private static func yearDay(_ day: YearDay) -> String {
    day.day.map { "\(day.month)月\($0)日" } ?? "\(day.month)月底"
  }

  private static func yearDayEnglish(_ day: YearDay) -> String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let month = months[(day.month - 1) % 12]
    return day.day.map { "\($0) \(month)" } ?? "the end of \(month)"
  }

  /// 3/11 市: how many lines of a task are finished; nothing for a single line.
  static func lines(
    _ item: TaskStanding, of task: ReformTask, _ catalogue: Catalogue, in language: Language
  ) -> String {
    let counts = item.current
    guard counts.total > 1 else { return "" }
    let unit =
      switch (task.level, language) {
      case (_, .en): ""
      case (_, .zh) where task.levels.count > 1: " 处"
      case (.named, .zh):
        task.places.contains { !$0.code.hasSuffix("00") }
          ? " 县" : task.places.contains { $0.code.hasSuffix("0000") } ? " 处" : " 市"
      case (.eachCounty, .zh):
        catalogue.divisions.partingOfCities(in: catalogue.region(of: task)) == .districts
          ? " 区县" : " 县"
      case (.eachCity, .zh):
        " " + catalogue.divisions.partingOfCities(in: catalogue.region(of: task)).one.zh
      case (.eachProvince, .zh): " 省"
      case (.province, .zh): ""
      }
    return "\(counts.finished)/\(counts.total)" + unit
  }

  /// What a rate is a share of, and how many tasks those are.
  static func base(_ rate: FinishedRate, in language: Language) -> String {
    let words = rate.base.words(language)
    return language == .zh ? "基数：\(words) \(rate.total) 项" : "of \(words): \(rate.total)"
  }

  /// Departments in printed order, short.
  static func departments(
    _ task: ReformTask, of catalogue: Catalogue, in language: Language
  ) -> String {
    task.departments.map { department in
      let plain = Responsible(department.name, role: department.role)
      return catalogue.name(of: plain, in: language)
    }
    .joined(separator: language == .zh ? " " : ", ")
  }

  static func target(_ target: TaskTarget, in language: Language) -> String {
    let sign =
      switch target.op {
      case .atLeast: "≥ "
      case .atMost: "≤ "
      case .moreThan: "> "
      case .lessThan: "< "
      case .equal: "= "
      case .range: ""
      }
    let upper = target.upper.map { "–\($0)" } ?? ""
    let soft = target.isSoft ? Words.Task.soft(language) + " " : ""
    return "\(target.name(language)) \(soft)\(sign)"
      + target.amount("\(target.value)\(upper)", in: language)
  }

  /// A number of tasks or lines with its noun.
  static func count(
    _ count: Int, _ zh: String, _ one: String, _ many: String, in language: Language
  )
    -> String
  {
    language == .zh ? "\(count)\(zh)" : Plural(one, many).of(count)
  }
}
