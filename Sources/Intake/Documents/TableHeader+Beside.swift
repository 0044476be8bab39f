/// Columns beside the task of a table of tasks: what it is to reach, and where.
extension TableHeader {
  private static let aims = WordTrie(endings: [
    "目标值", "指标", "指标值", "目标数值", "量化标准",
  ])

  /// 目标值, 量化指标, 考核指标; 三级指标 names kinds of indicators.
  static func namesAim(_ head: Scalars) -> Bool {
    aims.matchBackwards(head, before: head.count, from: 0) != nil
  }

  private static let placeHeads = WordTrie([
    "实施", "试点", "覆盖", "涉及", "适用", "责任", "所在", "推进", "开展", "先行", "先行先试", "示范", "重点", "建设", "完成",
    "参与",
    "率先", "首批", "推广", "落实", "所属", "项目", "任务", "改革", "工作", "行政",
  ])
  private static let placeNouns = Set(
    [
      "地区", "城市", "区域", "市州", "州市", "市县", "县市", "县区", "区县", "盟市", "地市", "市", "县", "地方", "省份", "设区市",
      "市区",
      "县市区", "市(州)", "州(市)", "统筹区", "统筹地区", "旗县", "旗县区",
    ].map(scalars))
  private static let ranges = Set(
    ["实施范围", "试点范围", "适用范围", "覆盖范围", "推广范围", "开展范围", "地域范围"].map(scalars))

  /// 实施地区, 试点城市, 涉及市州, 适用范围.
  static func namesPlaces(_ head: Scalars) -> Bool {
    if ranges.contains(head) || placeNouns.contains(head) { return true }
    guard let word = placeHeads.match(head, at: 0) else { return false }
    return placeNouns.contains(Scalars(head[word.length...]))
  }
}
