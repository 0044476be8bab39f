import Reform

/// What the columns of a table of targets hold, by the words of its header.
extension TargetTable {
  private static let metrics = scalars("指标")
  private static let natures = ["属性", "指标性质", "性质", "指标属性", "指标类型", "类型"].map(scalars)
  private static let units = Set(["单位", "计量单位", "指标单位", "数值单位"].map(scalars))
  private static let aims = ["目标", "规划值", "计划值"].map(scalars)
  private static let states = [
    "现状", "基期", "基准", "基础值", "完成值", "实际", "现值", "基数", "基础数", "基值", "底数", "上年", "去年", "目前", "当前",
  ].map(scalars)
  private static let work = ["任务", "措施", "举措", "事项"].map(scalars)
  private static let offices = ["单位", "部门", "责任", "牵头", "处室", "科室"].map(scalars)

  /// What is said of an indicator beside its name (指标导向, 指标解释).
  private static let asides = WordTrie(endings: [
    "导向", "要求", "解释", "说明", "定义", "来源", "类别", "分类", "含义", "口径", "依据", "编号", "代码", "权重", "分值", "方向",
    "内涵", "释义", "序号", "等级", "级别", "类型", "性质", "属性", "公式", "方法",
  ])
  /// What it is to be (指标值, 指标目标).
  private static let values = WordTrie(endings: ["值", "目标", "目标数"])

  static func isHeader(_ cells: [Scalars]) -> Bool {
    let columns = columns(cells)
    guard columns.contains(.metric), !cells.contains(where: namesWork) else { return false }
    return columns.contains { column in
      if case .value = column { return true }
      return false
    }
  }

  private static func namesWork(_ cell: Scalars) -> Bool {
    let content = cell.filter { !$0.isBlank }
    return content.count <= 12 && !says(content, [metrics]) && says(content, work)
  }

  static func columns(_ cells: [Scalars]) -> [Column] {
    cells.map { cell in
      let content = cell.filter { !$0.isBlank && !$0.isInvisible && $0 != 0x2A }.map(\.folded)
      guard !content.isEmpty, content.count <= 20 else { return .other }
      if units.contains(content) { return .unit }
      if natures.contains(content) { return .nature }
      let name = Scalars(content.prefix { $0 != Sign.open && $0 != 0x5B })
      func ends(_ words: WordTrie<Void>) -> Bool {
        words.matchBackwards(name, before: name.count, from: 0) != nil
      }
      let isOfMetric = says(content, [metrics])
      if isOfMetric, ends(asides) { return .other }
      let year = content.indices.lazy.compactMap { index in
        Numerals.year(content, at: index, limit: content.count)
      }.first
      let isAim = says(content, aims) && !isOfMetric || isOfMetric && ends(values)
      let isState = says(content, states)
      if year != nil || isAim || isState {
        return .value(
          year: year, isAim || says(content, aims) ? .target : isState ? .state : nil)
      }
      if isOfMetric { return .metric }
      return says(content, offices) ? .units : .other
    }
  }

  private static func says(_ content: Scalars, _ words: [Scalars]) -> Bool {
    words.contains { content.find($0, in: 0..<content.count) != nil }
  }

  /// Heads of columns beside the figures whose numbers are none.
  private static let remarks = ["备注", "序号", "编号", "说明", "解释", "依据", "来源", "口径", "定义", "公式", "方法"]
    .map(scalars)

  static func isRemark(_ head: Scalars) -> Bool {
    let content = head.filter { !$0.isBlank && !$0.isInvisible }
    return content.isEmpty || content == scalars("序") || content == scalars("年份")
      || says(content, remarks + TableHeader.notMeasured)
  }
}
