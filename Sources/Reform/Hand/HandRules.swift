/// What a task must be that a person writes.
public enum HandRules {
  static let longestTitle = 200
  static let longestName = 80
  static let mostParts = 100
  /// How many years ahead a deadline may lie at most.
  static let longest = 30

  /// Throws a sentence where a task cannot be so, in a region that its document binds.
  ///
  /// `before` is the task as it was: what stood already is not refused again.
  public static func refuse(
    _ task: ReformTask, before: ReformTask? = nil, issued: Day, region: Division.Code,
    in catalogue: Catalogue, today: Day
  ) throws(Fault) {
    if before?.title != task.title {
      try Fault.at(.title) { () throws(Fault) in
        try refuse(title: task.title)
        try refuse(namesakeOf: task, in: catalogue)
      }
    }
    if before?.departments != task.departments {
      try Fault.at(.departments) { () throws(Fault) in try refuse(units: task.departments) }
    }
    if before?.deadlines != task.deadlines {
      try Fault.at(.deadlines) { () throws(Fault) in
        try refuse(deadlines: task.deadlines, issued: issued, today: today)
      }
    }
    if before?.targets != task.targets {
      try Fault.at(.targets) { () throws(Fault) in try refuse(targets: task.targets) }
    }
    if before?.theme != task.theme, catalogue.theme(task.theme) == nil {
      throw Fault("没有专题“\(task.theme)”。", "There is no theme “\(task.theme)”.", exitCode: 2)
    }
    if before?.places != task.places || before?.ownLevels != task.ownLevels {
      try Fault.at(.places) { () throws(Fault) in
        try refusePlaces(of: task, region: region, catalogue.divisions)
      }
    }
  }

  /// Throws where a reason is missing, too long, or holds signs that nobody sees.
  public static func refuse(reason: String) throws(Fault) {
    guard !isBlank(reason) else { throw Fault("请写明理由。", "Say why.", exitCode: 2) }
    try refuse(text: reason, Phrase("写的理由", "The reason"), longest: 300)
  }

  /// Throws where the remark on a task that is set by hand cannot be so.
  public static func refuse(remark: String) throws(Fault) {
    try refuse(text: remark, Phrase("说明", "The remark"), longest: 300)
  }

  static func refuse(title: Phrase) throws(Fault) {
    for text in Set([title.zh, title.en]) {
      guard !isBlank(text) else {
        throw Fault("任务名称不能空着。", "A task has a title.", exitCode: 2)
      }
      try refuse(text: text, Phrase("任务名称", "The title"), longest: longestTitle)
    }
  }

  /// Throws where another task of the same document, or of none, is called the same: on the board
  /// nobody could tell them apart.
  private static func refuse(
    namesakeOf task: ReformTask, in catalogue: Catalogue
  ) throws(Fault) {
    let document = task.document.isEmpty ? HandWords.ownDocument : task.document
    let other = catalogue.tasks.first {
      $0.id != task.id && $0.title.zh == task.title.zh && $0.document == document
        && catalogue.leftOut($0) == nil
    }
    guard let other else { return }
    throw Fault(
      "已有同名任务 \(other.id)；确实是另一项，请在名称里写出区别。",
      "\(other.id) has the same title; if another task is meant, let its title say so.",
      exitCode: 2)
  }

  /// Throws where a text is too long or holds signs that nobody sees.
  public static func refuse(text: String, _ what: Phrase, longest: Int) throws(Fault) {
    guard text.count <= longest else {
      throw Fault(
        "\(what.zh)最多 \(longest) 个字，这里有 \(text.count) 个。",
        "\(what.en) takes at most \(longest) characters; there are \(text.count).", exitCode: 2)
    }
    guard text.unicodeScalars.count <= 4 * longest,
      !text.unicodeScalars.contains(where: \.isUnseen)
    else {
      throw Fault(
        "\(what.zh)里有看不见的字符（换行、控制符等），没有登记。",
        "\(what.en) holds signs that nobody sees (line breaks, controls); nothing was entered.",
        exitCode: 2)
    }
  }

  private static func refuse(units: [Responsible]) throws(Fault) {
    try refuse(count: units.count, Phrase("单位", "units"))
    for unit in units {
      for name in [unit.name, unit.bureau].compactMap(\.self) {
        guard !isBlank(name) else {
          throw Fault("单位名称不能空着。", "A unit has a name.", exitCode: 2)
        }
        try refuse(text: name, Phrase("单位名称", "The name of a unit"), longest: longestName)
      }
    }
  }

  private static func refuse(
    deadlines: [Deadline], issued: Day, today: Day
  ) throws(Fault) {
    try refuse(count: deadlines.count, Phrase("时限", "deadlines"))
    for deadline in deadlines {
      let years = deadline.years + (deadline.due.map { [$0.year] } ?? [])
      for year in years where year > today.year + longest || year < BookDays.all.lowerBound.year {
        throw Fault(
          "时限里的 \(year) 年不对：最晚到 \(today.year + longest) 年。",
          "\(year) cannot be: a deadline lies before the end of \(today.year + longest).",
          exitCode: 2)
      }
      guard let due = deadline.due else { continue }
      try BookDays.held(due)
      guard due >= issued else {
        throw Fault(
          "时限 \(due) 在任务开始（\(issued)）之前。",
          "The deadline \(due) lies before the task begins (\(issued)).", exitCode: 2)
      }
    }
    let days = deadlines.compactMap(\.due).sorted()
    if let (first, second) = zip(days, days.dropFirst()).first(where: { $0.year == $1.year }),
      !deadlines.contains(where: \.isRecurring)
    {
      throw Fault(
        "\(first) 和 \(second) 在同一年，一项任务每年只能有一个时限；另一个请另建任务。",
        "\(first) and \(second) lie in one year, and a task has one deadline in a year; make another task "
          + "for the other.", exitCode: 2)
    }
    guard deadlines.count(where: \.isRecurring) < 2,
      !deadlines.contains(where: \.isRecurring) || deadlines.count == 1
    else {
      throw Fault(
        "每年的时限只能单独写一个。", "A deadline of every year stands alone.", exitCode: 2)
    }
  }

  private static func refuse(targets: [TaskTarget]) throws(Fault) {
    try refuse(count: targets.count, Phrase("目标", "targets"))
    for target in targets {
      guard !isBlank(target.metric.zh) else {
        throw Fault("目标要写明量的是什么。", "A target says what is measured.", exitCode: 2)
      }
      try refuse(text: target.metric.zh, Phrase("目标", "A target"), longest: longestTitle)
      try refuse(text: target.unit, Phrase("单位", "The unit of a target"), longest: 20)
      if let upper = target.upper, upper < target.value {
        throw Fault(
          "目标“\(target.metric.zh)”的上限 \(upper) 小于下限 \(target.value)。",
          "The upper limit of “\(target.name.en)”, \(upper), is below \(target.value).",
          exitCode: 2)
      }
    }
  }

  private static func refuse(count: Int, _ what: Phrase) throws(Fault) {
    guard count <= mostParts else {
      throw Fault(
        "\(what.zh)最多 \(mostParts) 个，这里有 \(count) 个。",
        "There are \(count) \(what.en), and at most \(mostParts) are taken.", exitCode: 2)
    }
  }

  private static func refusePlaces(
    of task: ReformTask, region: Division.Code, _ divisions: Divisions
  ) throws(Fault) {
    for place in task.places {
      guard let division = divisions[place.code] else {
        throw Fault(
          "台账里没有地区 \(place.code)。", "The ledger has no place \(place.code).", exitCode: 2)
      }
      guard divisions.isWithin(place.code, region) else {
        let name = divisions[region]
        throw Fault(
          "\(division.name)不在\(name?.name ?? region)范围内。",
          "\(division.english) does not lie in \(name?.english ?? region).", exitCode: 2)
      }
    }
    if task.levels.contains(.named), task.places.isEmpty {
      throw Fault("请写在哪些地区落实。", "Name the places that carry it out.", exitCode: 2)
    }
    guard !task.fanOut(in: divisions, region: region).isEmpty else {
      throw Fault(
        "这样没有一个地区要落实，没有登记。", "No place would have to carry it out; nothing was entered.",
        exitCode: 2)
    }
  }

  private static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
}

extension ReformTask {
  /// Whether a line of a period belongs to it: what was entered on others would be lost to sight.
  public func has(_ period: Period?, issued: Day) -> Bool {
    if let deadline = deadlines.first(where: \.isRecurring) {
      // What was entered without a period counts for the one that fell due next.
      guard let period else { return true }
      guard case .year(let year) = period, year >= deadline.firstYear(issued: issued) else {
        return false
      }
      return deadline.kind != .rangeYearly || year <= deadline.years.max() ?? year
    }
    let years = Set(deadlines.compactMap { $0.due?.year })
    guard deadlines.count(where: { $0.due != nil }) > 1 else { return period == nil }
    guard case .year(let year)? = period else { return false }
    return years.contains(year)
  }
}

extension TaskTarget {
  /// Targets as a person wrote them on a line: one that stood there before stays whole, and one for
  /// the same measure stays the same target with another number.
  public static func carried(_ written: [TaskTarget], from before: [TaskTarget]) -> [TaskTarget] {
    var left = before
    return written.map { target in
      let line = Amendment.line([target])
      if let index = left.firstIndex(where: { Amendment.line([$0]) == line }) {
        return left.remove(at: index)
      }
      guard let index = left.firstIndex(where: { $0.metric.zh == target.metric.zh }) else {
        return target
      }
      var same = left.remove(at: index)
      (same.op, same.value, same.upper) = (target.op, target.value, target.upper)
      (same.unit, same.isSoft) = (target.unit, target.isSoft)
      return same
    }
  }
}
