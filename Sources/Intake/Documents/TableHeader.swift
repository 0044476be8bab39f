import Reform

/// What the columns of a table of tasks hold, by the words of its header.
struct TableHeader: Sendable {
  enum Column: Hashable, Sendable {
    case serial
    case task
    case units(Responsible.Role)
    case time
    /// What the task is to reach (目标值, 量化指标).
    case aim
    /// Where it is done (实施地区, 试点城市).
    case places
    case other
  }

  var columns: [Column]
  /// The words of the header, by column.
  private(set) var words: [String] = []
  /// True where the header says that the first named leads.
  var firstLeads = false
  /// Columns that say more about the task beside them (主要内容, 目标要求).
  private var describes: Set<Int> = []
  /// The words over columns that no rule knows, by column.
  private var unknown: [Int: String] = [:]
  /// True where it lists indicators and not work.
  private var listsIndicators = false

  private static let kinds: [(String, Column)] = [
    ("序号", .serial), ("编号", .serial), ("序", .serial),
    ("领导", .other), ("牵头人", .other), ("承办人", .other), ("责任人", .other), ("负责人", .other),
    ("联系", .other), ("电话", .other),
    ("联络", .other), ("分管", .other), ("备注", .other), ("计量单位", .other), ("督导", .other),
    ("督办", .other), ("监督", .other), ("验收", .other), ("完成情况", .other), ("进展", .other),
    ("落实情况", .other), ("报送", .other), ("填报", .other),
    ("职责部门", .units(.responsible)), ("职责单位", .units(.responsible)),
    ("部门职责", .task), ("单位职责", .task),
    ("牵头单位及配合单位", .units(.responsible)), ("牵头和配合单位", .units(.responsible)),
    ("牵头及责任单位", .units(.responsible)), ("牵头及配合", .units(.responsible)),
    ("牵头单位和", .units(.responsible)), ("牵头", .units(.lead)), ("主责", .units(.lead)),
    ("主办", .units(.lead)), ("第一责任单位", .units(.lead)), ("第一责任部门", .units(.lead)),
    ("主要责任单位", .units(.lead)), ("主要责任部门", .units(.lead)),
    ("配合", .units(.cooperating)), ("参与", .units(.cooperating)), ("协办", .units(.cooperating)),
    ("参加", .units(.cooperating)), ("协同", .units(.cooperating)), ("协作", .units(.cooperating)),
    ("会同", .units(.cooperating)), ("协助", .units(.cooperating)), ("联办", .units(.cooperating)),
    ("会办", .units(.cooperating)), ("支持单位", .units(.cooperating)),
    ("责任清单", .task), ("责任分工", .units(.responsible)), ("职责分工", .units(.responsible)),
    ("任务分工", .units(.responsible)), ("分工", .units(.responsible)),
    ("责任", .units(.responsible)),
    ("负责", .units(.responsible)), ("部门", .units(.responsible)),
    ("承办", .units(.responsible)), ("落实单位", .units(.responsible)),
    ("主管", .units(.responsible)), ("归口", .units(.responsible)),
    ("主体", .units(.responsible)), ("单位", .units(.responsible)),
    ("处室", .units(.responsible)), ("科室", .units(.responsible)), ("股室", .units(.responsible)),
    ("年度目标", .task), ("年度任务", .task), ("年度重点", .task), ("年度工作", .task), ("年度计划", .task),
    ("时限", .time), ("时间", .time), ("期限", .time), ("进度", .time), ("时间节点", .time), ("年度", .time),
    ("节点", .time), ("完成日期", .time),
    ("类别", .other), ("领域", .other), ("分类", .other), ("成果", .other), ("一级", .other),
    ("范围", .other), ("依据", .other), ("来源", .other),
    ("任务", .task), ("事项", .task), ("内容", .task), ("措施", .task), ("举措", .task), ("工作", .task),
    ("目标", .task), ("要求", .task), ("项目", .task), ("重点", .task), ("职责", .task),
    ("要点", .task), ("条款", .task), ("问题", .other),
  ]

  private static let patterns = kinds.map { (scalars($0.0), $0.1) }
  private static let unitsAlone = Set(
    ["部门", "单位", "单位名称", "部门名称", "责任单位", "责任部门", "牵头单位", "牵头部门", "成员单位", "部门(单位)", "单位(部门)"]
      .map(scalars))
  private static let wholes = ["有关", "相关", "全", "市直", "省直", "县直", "区直", "州直", "中直"].map(scalars)
  private static let taskEnds = WordTrie(endings: [
    "任务", "事项", "内容", "措施", "举措", "工作", "目标", "要求", "项目", "重点", "要点", "职责", "名称", "清单",
    "条款", "安排", "分解", "方向", "计划",
  ])

  private static func plain(_ cell: Scalars) -> Scalars {
    cell.filter { !$0.isBlank && !$0.isInvisible && $0 != 0x2A }.map(\.folded)
  }

  /// The column that a header cell announces; nil for a cell that announces none.
  static func column(_ cell: Scalars) -> Column? {
    let content = plain(cell)
    guard !content.isEmpty, content.count <= 30, content.last != Sign.stop,
      !content.contains(Sign.colon)
    else { return nil }
    let head = Scalars(content.prefix { $0 != Sign.open && $0 != 0x5B })
    if let units = besidePersons(head) { return units }
    if namesPlaces(head) { return .places }
    guard head.count <= 10, !head.contains(0x5404),
      !wholes.contains(where: { head.has($0, at: 0) })
    else { return nil }
    for (word, column) in patterns where head.find(word, in: 0..<head.count) != nil {
      if column == .task, !isTask(head) { return namesAim(head) ? .aim : nil }
      guard column == .units(.responsible) else { return column }
      return role(in: Scalars(content[head.count...])).map(Column.units) ?? column
    }
    return namesAim(head) ? .aim : nil
  }

  /// What a bracket behind the head says of the units below: 责任单位（牵头）, 责任单位（参与）; nil where it
  /// says nothing, or both.
  private static func role(in bracket: Scalars) -> Responsible.Role? {
    guard bracket.count <= 8 else { return nil }
    let found = Set(
      patterns.compactMap { word, column -> Responsible.Role? in
        guard case .units(let role) = column, role != .responsible,
          bracket.find(word, in: 0..<bracket.count) != nil
        else { return nil }
        return role
      })
    return found.count == 1 ? found.first : nil
  }

  private static let joints = Set(scalars("及和与、/"))
  private static let persons = WordTrie(endings: ["责任人", "负责人", "领导", "联系人", "联络员"])

  /// 牵头科室及责任人, 责任领导和责任单位: the cells name units and people.
  private static func besidePersons(_ head: Scalars) -> Column? {
    let parts = head.split(whereSeparator: { joints.contains($0) }).map(Scalars.init)
    guard parts.count == 2, head.count <= 16 else { return nil }
    let named = parts.filter { persons.matchBackwards($0, before: $0.count, from: 0) == nil }
    guard named.count == 1, let found = column(named[0]), found.isUnits else { return nil }
    return found
  }

  /// 落实举措 is a heading, 推进重点项目 the beginning of a task.
  private static func isTask(_ head: Scalars) -> Bool {
    guard taskEnds.matchBackwards(head, before: head.count, from: 0) != nil else { return false }
    return head.count <= 5 || NoteWords.deeds.match(head, at: 0) == nil
  }

  /// The columns of a header; in one of offices beside other columns the first of these is the task.
  static func columns(_ cells: [Scalars]) -> [Column?] {
    var columns = cells.map(column)
    guard !columns.contains(.task), let units = columns.firstIndex(where: \.isUnits) else {
      return columns
    }
    // 责任分工 beside 责任单位 says what, not who.
    let division = scalars("分工")
    let split = cells.indices.first { index in
      let content = plain(cells[index])
      return index != units && content.has(division, before: content.count)
    }
    if let split {
      columns[split] = .task
    } else if unitsAlone.contains(plain(cells[units])) || cells.count > 2,
      cells.allSatisfy({ isWord(plain($0)) }),
      let first = cells.indices.first(where: { index in
        let isFree = columns[index].map { $0.isBeside } ?? true
        return isFree && !plain(cells[index]).isEmpty && plain(cells[index]) != scalars("备注")
      })
    {
      columns[first] = .task
    }
    return columns
  }

  private static func isWord(_ content: Scalars) -> Bool {
    content.count <= 14
      && !content.contains {
        $0.isDigit || $0 == Sign.pause || $0 == Sign.comma || $0.endsSentence || $0 == Sign.colon
      } && (!NoteLook.isUnits(content) || column(content)?.isUnits == true)
  }

  /// A header names at least two kinds of columns, one of them the task or the serial number.
  static func isHeader(_ cells: [Scalars]) -> Bool {
    guard let first = cells.first, first.isEmpty || !first.allSatisfy(\.isDigit) else {
      return false
    }
    let columns = columns(cells)
    let named = columns.compactMap { $0 }
    let filled = cells.filter { cell in cell.contains { !$0.isBlank } }.count
    guard named.contains(.task) else { return false }
    let kinds = Set(named).filter { !$0.isBeside }
    return kinds.count >= 2 && (named.count * 2 > filled || kinds.contains { $0.isUnits })
  }

  init(_ cells: [Scalars]) {
    columns = Self.columns(cells).map { $0 ?? .other }
    words = cells.map { Intake.text(Self.plain($0)) }
    for (index, cell) in cells.enumerated()
    where Self.column(cell) == nil && columns[index] == .other {
      let head = Self.plain(cell)
      if Self.notMeasured.contains(where: { head.find($0, in: 0..<head.count) != nil }) {
        continue
      }
      unknown[index] = head.isEmpty ? nil : Intake.text(head)
    }
    firstLeads = cells.contains { FirstLeads.states($0.map(\.folded)) }
    let heads = cells.map { cell in cell.filter { !$0.isBlank } }
    let work = ["任务", "措施", "事项", "内容", "举措"].map(scalars)
    let contains = { (words: Scalars) in
      heads.contains { $0.find(words, in: 0..<$0.count) != nil }
    }
    listsIndicators = contains(scalars("指标")) && !work.contains(where: contains)
    let more = ["内容", "目标", "要求"].map(scalars)
    describes = Set(
      heads.indices.filter { index in
        more.contains { heads[index].map(\.folded).has($0, before: heads[index].count) }
      })
    if !columns.contains(.serial), cells.first.map({ $0.isEmpty }) == true { columns[0] = .serial }
  }

  /// The column that a row's title stands in: the last of the task, unless that only describes it.
  var titleColumn: Int? {
    let tasks = columns.indices.filter { columns[$0] == .task }
    guard let last = tasks.last, let first = tasks.first else { return nil }
    return describes.contains(last) ? first : last
  }

  /// Whether this is a table that sets work: it names units or times beside tasks.
  var setsWork: Bool {
    !listsIndicators && columns.contains(.task)
      && columns.contains { $0.isUnits || $0 == .time }
  }
}

extension TableHeader {
  /// A second row of a header (责任分工 above 牵头单位 and 配合单位): its words say what the columns are.
  func refined(by cells: [Scalars]) -> TableHeader? {
    // 一、推进三医协同 alone in its row is a heading.
    let filled = cells.count { cell in cell.contains { !$0.isBlank } }
    guard cells.count <= columns.count, filled > 1 else { return nil }
    var refined = self
    var named = false
    for (index, cell) in cells.enumerated() where cell.contains(where: { !$0.isBlank }) {
      guard let column = Self.column(cell), !NoteLook.isUnits(cell) || cell.count <= 6 else {
        return nil
      }
      refined.columns[index] = column
      named = named || column.isUnits || column == .time
    }
    return named ? refined : nil
  }
}

extension TableHeader {
  /// Heads of columns whose numbers are no targets.
  static let notMeasured = ["分值", "权重", "得分", "评分", "文号", "电话", "邮编", "编码", "代码", "页码", "日期", "地址"]
    .map(scalars)

  /// The head of a column that holds a figure here: 签约率（%） above 45.
  func figureHead(_ index: Int, _ cell: ArraySlice<UInt32>) -> String? {
    guard let head = unknown[index], cell.contains(where: \.isDigit) else { return nil }
    let words = scalars(head)
    let name = Scalars(words.prefix { $0 != Sign.open })
    let isMeasure =
      words.last == Sign.close && name.count < words.count
      || TargetWords.sharesNamed.matchBackwards(name, before: name.count, from: 0) != nil
      || TargetWords.measures.matchBackwards(name, before: name.count, from: 0) != nil
    // 南京市 over 4个: what the task comes to there.
    let isOfPlace =
      (2...10).contains(name.count)
      && (name.last.map(Self.endsOfPlaces.contains) ?? false
        || Self.wholeOf.match(name, at: 0) != nil
        || name.count < 5 && CellFigure.read(Scalars(cell))?.isWhole ?? false)
    return isMeasure || isOfPlace || CellFigure.isPlain(cell) ? head : nil
  }

  private static let endsOfPlaces = Set(scalars("省市县区州盟旗"))
  private static let wholeOf = WordTrie(["全省", "全市", "全区", "全州", "全县", "全国"])
}

extension TableHeader.Column {
  /// What says more about a task and makes no table one of tasks.
  var isBeside: Bool { [.aim, .places, .other].contains(self) }

  var isUnits: Bool {
    if case .units = self { return true }
    return false
  }
}

extension TableHeader.Column? {
  var isUnits: Bool { self?.isUnits == true }
}

/// The rule that the first named leads (列第一位的为牵头单位).
enum FirstLeads {
  private static let leads = ["为牵头", "是牵头", "牵头负责", "系牵头"].map(scalars)
  private static let first = ["第一", "首位", "首个", "排首", "列前"].map(scalars)

  private static let shares = WordTrie(["分工", "按职责", "分别负责", "共同负责"])

  static func states(_ folded: Scalars) -> Bool { !places(in: folded).isEmpty }

  /// 甲、乙等按职责分工负责，排第一位的为牵头单位: the rule is stated of those that share.
  static func isOfShared(_ rule: Int?, _ notes: [NoteFinder.Note], _ scan: Scan) -> Bool {
    guard let rule, let note = notes.first(where: { $0.outer.contains(rule) }) else { return false }
    return scan.contains(shares, in: note.inner)
  }

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
