/// Words that titles and numbers of documents are made of.
enum TitleWords {
  private static let endings = WordTrie(endings: [
    "通知", "意见", "方案", "办法", "规定", "规划", "计划", "纲要", "条例", "细则", "决定", "任务", "要点", "措施", "公告",
    "通告", "决议", "命令", "指引", "标准", "清单", "行动", "分工", "举措", "若干措施", "重点工作", "任务分工", "工作安排",
    "制度", "规范", "指南", "章程", "批复", "函", "报告", "(试行)", "(暂行)", "(草案)", "(征求意见稿)", "任务清单", "改革",
    "重点任务", "责任分解", "分解方案", "分解表", "细化方案", "分工表", "责任清单", "任务分解", "政策", "规程", "责任分工", "台账",
    "一览表", "任务表", "推进表", "计划表", "交办单", "通知单", "督办单", "公示",
  ])

  /// Whether a title ends as titles end, and nothing in it stands open.
  static func isWhole(_ title: Scalars) -> Bool {
    var folded = title.map(\.folded)
    if folded.last == Sign.close, folded.dropLast().last == 0x53F7,
      let open = folded.lastIndex(of: Sign.open)
    {
      folded = Array(folded[..<open])
    }
    folded = withoutPeriod(folded)
    // 某办公厅印发《……若干措施》, as a page is headed.
    let last = folded.count - (sends(folded) ? 1 : 0)
    guard folded.count >= 5, isBalanced(folded),
      endings.matchBackwards(folded, before: last, from: 0) != nil
    else { return false }
    // 关于印发……方案 without its 的通知 goes on.
    let send = ["关于印发", "关于转发", "关于发布", "关于公布"].map(scalars)
    let isNotice = send.contains { folded.find($0, in: 0..<folded.count) != nil }
    let notices = ["通知", "公告", "决定", "通告", "函"].map(scalars)
    return !isNotice || notices.contains { folded.has($0, before: folded.count) }
  }

  /// Whether it is what an office sends out, in 《》 to the end.
  static func sends(_ folded: Scalars) -> Bool {
    guard folded.last == 0x300B, let open = folded.firstIndex(of: 0x300A) else { return false }
    return open > 4
      && ["印发", "发布", "公布", "出台", "转发"].map(scalars).contains { folded.has($0, before: open) }
  }

  /// Without the period at the end: 任务清单（2026年第一季度）.
  private static func withoutPeriod(_ folded: Scalars) -> Scalars {
    guard folded.last == Sign.close, let open = folded.lastIndex(of: Sign.open),
      folded.count - open <= 16,
      let year = Numerals.year(folded, at: open + 1, limit: folded.count),
      (1990...2100).contains(year), folded[open...].contains(DateWords.year)
    else { return folded }
    return Scalars(folded[..<open])
  }

  /// A title that stands in one pair of 《》 without them.
  static func unquoted(_ title: Scalars) -> Scalars {
    guard title.first == 0x300A, title.last == 0x300B else { return title }
    var depth = 0
    for (index, scalar) in title.enumerated() {
      if scalar == 0x300A { depth += 1 }
      if scalar == 0x300B { depth -= 1 }
      if depth == 0, index < title.count - 1 { return title }
    }
    return Array(title.dropFirst().dropLast())
  }

  private static func isBalanced(_ folded: Scalars) -> Bool {
    var depth = 0
    for scalar in folded {
      if scalar.closer != nil { depth += 1 } else if scalar.isCloser { depth -= 1 }
    }
    return depth == 0
  }

  /// Whether a line may go on a title that began on the line before.
  static func continues(_ title: Scalars, _ more: Scalars) -> Bool {
    let folded = title.map(\.folded)
    let heads = ["文件", "公报"].map(scalars)
    return !heads.contains { folded.has($0, before: folded.count) } && !more.isEmpty
  }

  private static let tables = WordTrie(endings: ["表", "清单", "方案", "台账", "分解", "安排表"])

  /// 任务分工表: the title of a table, no word of its header.
  static func endsAsTable(_ title: Scalars) -> Bool {
    tables.matchBackwards(title, before: title.count, from: 0) != nil
  }

  private static let speeches = WordTrie(endings: [
    "讲话", "致辞", "答记者问", "政策解读", "发言", "讲话稿", "文字实录", "新闻通稿", "讲话提纲",
  ])

  /// A speech or an interview: it may be numbered, and sets no tasks.
  static func isSpeech(_ title: Scalars) -> Bool {
    title.count < 60 && speeches.matchBackwards(title, before: title.count, from: 0) != nil
  }

  /// 第11期, 总第118期 of a bulletin.
  static func isIssueLine(_ content: Scalars) -> Bool {
    guard content.first == 0x7B2C || content.first == 0x603B || content.first == 0x5B,
      let end = content.firstIndex(of: 0x671F), end < 10
    else { return false }
    return content[..<end].contains { $0.isDigit || Numerals.digit($0) != nil }
  }
}

/// The number of a document (文号): 晋政办发〔2021〕85号, 国务院令第752号.
enum HeadNumber {
  /// Where the number that begins at `start` ends; the text is folded and without blanks.
  static func end(of content: Scalars, from start: Int) -> Int? {
    var index = start
    let limit = content.count
    while index < limit, content[index].isHan, index - start < 20 { index += 1 }
    guard index > start || (index < limit && content[index] == Sign.open) else { return nil }
    if index < limit, content[index] == Sign.open, index == start {
      guard let inner = end(of: content, from: start + 1), inner < limit,
        content[inner] == Sign.close
      else { return nil }
      return inner + 1
    }
    if content[index - 1] == 0x7B2C { return serial(content, index, limit) }
    guard index < limit, isOpener(content[index]),
      let year = Numerals.year(content, at: index + 1, limit: limit), year > 1948,
      index + 5 < limit, isCloser(content[index + 5])
    else { return nil }
    var from = index + 6
    if from < limit, content[from] == 0x7B2C { from += 1 }
    return serial(content, from, limit)
  }

  private static func isOpener(_ scalar: UInt32) -> Bool {
    scalar == 0x5B || scalar == Sign.open || scalar == 0x3008 || scalar == 0x300A || scalar == 0x3C
  }

  private static func isCloser(_ scalar: UInt32) -> Bool {
    scalar == 0x5D || scalar == Sign.close || scalar == 0x3009 || scalar == 0x300B || scalar == 0x3E
  }

  private static func serial(_ content: Scalars, _ index: Int, _ limit: Int) -> Int? {
    guard index < limit, let number = Numerals.arabic(content, at: index, limit: limit) else {
      return nil
    }
    let end = index + number.length
    return end < limit && content[end] == 0x53F7 ? end + 1 : nil
  }
}
