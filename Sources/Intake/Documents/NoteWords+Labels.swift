import Reform

/// Labels that are built as labels are built, beside those of the list.
extension NoteWords {
  /// The label that begins at `index` and the scalars it takes, its colon not included.
  static func label(
    _ text: Scalars, at index: Int, limit: Int
  ) -> (length: Int, value: Label)? {
    if let found = labels.match(text, at: index, limit: limit), index + found.length < limit,
      text[index + found.length] == Sign.colon
    {
      return found
    }
    return built(text, at: index, limit: limit)
  }

  /// False where no label begins so.
  static func mayLabel(_ scalar: UInt32) -> Bool { scalar.isHan }

  private static let stems = WordTrie<Responsible.Role?>([
    ("牵头", .lead), ("主办", .lead), ("主责", .lead), ("主要责任", .lead), ("配合", .cooperating),
    ("协办", .cooperating), ("协同", .cooperating), ("协作", .cooperating), ("参与", .cooperating),
    ("参加", .cooperating), ("支持", .cooperating), ("协助", .cooperating), ("会同", .cooperating),
    ("责任", .responsible), ("负责", .responsible), ("落实", .responsible), ("承办", .responsible),
    ("实施", .responsible), ("指导", .responsible), ("执行", .responsible), ("承担", .responsible),
    ("主管", .responsible), ("督导", nil), ("督办", nil), ("监督", nil), ("验收", nil), ("考核", nil),
    ("督查", nil), ("填报", nil),
  ])

  private static let joints = Set(scalars("和及与、/"))
  private static let unitEnds = WordTrie(endings: [
    "单位", "部门", "处室", "科室", "股室", "机构", "主体", "方", "局办",
  ])
  private static let timeEnds = WordTrie(endings: ["时限", "时间", "期限", "节点", "日期", "进度"])
  private static let personEnds = WordTrie(endings: [
    "领导", "责任人", "负责人", "联系人", "电话", "联络员", "联系方式",
  ])

  /// 市民政局完成时限：: a name that runs into a label is none.
  private static func namesUnit(_ text: Scalars, _ start: Int, _ end: Int) -> Bool {
    for at in start + 1..<max(start + 1, end) {
      guard let found = labels.match(text, at: at, limit: end), at + found.length == end else {
        continue
      }
      return text[at - 1] != 0x7EA7 && text[at - 1] != 0x76F4
        && suffixes.matchBackwards(text, before: at, from: start) != nil
    }
    return false
  }

  /// 市级牵头责任部门：, 具体落实单位：, 办结时间：, 包抓领导： by what they are made of.
  private static func built(
    _ text: Scalars, at index: Int, limit: Int
  ) -> (length: Int, value: Label)? {
    var end = index
    let ceiling = min(limit, index + 13)
    while end < ceiling, text[end].isHan || text[end] == Sign.pause || text[end] == 0x2F {
      end += 1
    }
    guard end < ceiling, text[end] == Sign.colon, end - index >= 2 else { return nil }
    func ends(_ words: WordTrie<Void>) -> Bool {
      words.matchBackwards(text, before: end, from: index) != nil
    }
    guard !namesUnit(text, index, end) else { return nil }
    if ends(personEnds) {
      // 责任单位及责任人: units stand there too.
      let joint = (index..<end).first { joints.contains(text[$0]) }
      guard let joint,
        unitEnds.matchBackwards(text, before: joint, from: index) != nil
      else { return (end - index, .other) }
      let stem = (index..<joint).lazy.compactMap { stems.match(text, at: $0, limit: joint) }.first
      return (end - index, stem.map { .units($0.value ?? .responsible) } ?? .other)
    }
    if ends(timeEnds) { return (end - index, .time) }
    guard ends(unitEnds) else { return nil }
    var roles: Set<Responsible.Role> = []
    var isJoint = false
    for at in index..<end {
      isJoint = isJoint || joints.contains(text[at])
      guard let found = stems.match(text, at: at, limit: end) else { continue }
      guard let role = found.value else { return (end - index, .other) }
      roles.insert(role)
    }
    guard !roles.isEmpty else { return nil }
    // 牵头及责任单位 says no one's part by itself; 协同责任单位 does.
    if roles.contains(.lead), roles.contains(.cooperating) || isJoint && roles.count > 1 {
      return (end - index, .units(.responsible))
    }
    let part: Responsible.Role =
      roles.contains(.lead) ? .lead : roles.contains(.cooperating) ? .cooperating : .responsible
    return (end - index, .units(part))
  }
}
