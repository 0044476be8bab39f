import Reform

/// What the columns of a table of tasks hold, by the words of its header.
struct TableHeader: Sendable {
  enum Column: Hashable, Sendable {
    case serial
    case task
    case units(Responsible.Role)
    case time
    case other
  }

  var columns: [Column]
  /// True where the header says that the first named leads.
  var firstLeads = false
  /// True where it lists indicators and not work.
  private var listsIndicators = false

  private static let words: [(String, Column)] = [
    ("序号", .serial), ("编号", .serial), ("序", .serial),
    ("牵头单位及配合单位", .units(.responsible)), ("牵头和配合单位", .units(.responsible)),
    ("牵头及责任单位", .units(.responsible)), ("牵头", .units(.lead)), ("主责", .units(.lead)),
    ("主办", .units(.lead)),
    ("配合", .units(.cooperating)), ("参与", .units(.cooperating)), ("协办", .units(.cooperating)),
    ("参加", .units(.cooperating)), ("协同", .units(.cooperating)),
    ("责任人", .other), ("责任领导", .other), ("分管", .other), ("联系", .other), ("备注", .other),
    ("责任", .units(.responsible)), ("负责", .units(.responsible)), ("部门", .units(.responsible)),
    ("承办", .units(.responsible)), ("落实单位", .units(.responsible)), ("单位", .units(.responsible)),
    ("时限", .time), ("时间", .time), ("期限", .time), ("进度", .time), ("时间节点", .time), ("年度", .time),
    ("类别", .other), ("领域", .other), ("分类", .other), ("成果", .other), ("一级", .other),
    ("任务", .task), ("事项", .task), ("内容", .task), ("措施", .task), ("举措", .task), ("工作", .task),
    ("目标", .task), ("要求", .task), ("项目", .task), ("重点", .task),
  ]

  private static let patterns = words.map { (scalars($0.0), $0.1) }

  /// The column that a header cell announces; nil for a cell that announces none.
  static func column(_ cell: Scalars) -> Column? {
    let content = cell.filter { !$0.isBlank && !$0.isInvisible && $0 != 0x2A }.map(\.folded)
    guard !content.isEmpty, content.count <= 30, content.last != Sign.stop else { return nil }
    let head = content.prefix { $0 != Sign.open && $0 != 0x5B }
    guard head.count <= 10 else { return nil }
    for (word, column) in patterns where head.find(word, in: 0..<head.count) != nil {
      return column
    }
    return nil
  }

  /// A header names at least two kinds of columns, one of them the task or the serial number.
  static func isHeader(_ cells: [Scalars]) -> Bool {
    guard let first = cells.first, first.isEmpty || !first.allSatisfy(\.isDigit) else {
      return false
    }
    let columns = cells.compactMap(column)
    let filled = cells.filter { cell in cell.contains { !$0.isBlank } }.count
    guard columns.count * 2 > filled, columns.contains(.task) else { return false }
    let kinds = Set(columns).subtracting([.other])
    return kinds.count >= 2
  }

  init(_ cells: [Scalars]) {
    columns = cells.map { Self.column($0) ?? .other }
    firstLeads = cells.contains { FirstLeads.states($0.map(\.folded)) }
    let heads = cells.map { cell in cell.filter { !$0.isBlank } }
    let work = ["任务", "措施", "事项", "内容", "举措"].map(scalars)
    let contains = { (words: Scalars) in
      heads.contains { $0.find(words, in: 0..<$0.count) != nil }
    }
    listsIndicators = contains(scalars("指标")) && !work.contains(where: contains)
    if !columns.contains(.serial), cells.first.map({ $0.isEmpty }) == true { columns[0] = .serial }
  }

  /// Whether this is a table that sets work: it names units or times beside tasks.
  var setsWork: Bool {
    !listsIndicators && columns.contains(.task)
      && columns.contains { column in
        if case .units = column { return true }
        return column == .time
      }
  }
}

/// The rule that the first named leads (列第一位的为牵头单位).
enum FirstLeads {
  private static let leads = ["为牵头", "是牵头", "牵头负责", "系牵头"].map(scalars)
  private static let first = ["第一", "首位", "首个", "排首", "列前"].map(scalars)

  static func states(_ folded: Scalars) -> Bool { !places(in: folded).isEmpty }

  /// Where the rule is stated: the offset behind its words.
  static func places(in folded: Scalars) -> [Range<Int>] {
    var places: [Range<Int>] = []
    for index in folded.indices
    where folded[index] == 0x4E3A || folded[index] == 0x7CFB
      || folded[index] == 0x662F
    {
      guard leads.contains(where: { folded.has($0, at: index) }) else { continue }
      let low = max(0, index - 16)
      let found = first.compactMap { folded.find($0, in: low..<index) }.max()
      if let found { places.append(found..<min(folded.count, index + 5)) }
    }
    return places
  }
}
