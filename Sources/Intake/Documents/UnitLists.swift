/// Lists of units in running text, up to what they are to do.
extension UnitNames {
  private static let longest = 24

  /// The end of the units that stand at `start`: 市财政局、市卫健委 before 研究制定办法; nil where none do.
  func listEnd(from start: Int, to limit: Int, _ scan: Scan) -> Int? {
    var index = start
    var last: Int?
    while index < limit, index - start < 200,
      let end = nameEnd(from: index, to: limit, goesOn: last != nil, scan)
    {
      last = end
      guard end < limit else { break }
      if scan.chars[end] == Sign.pause {
        index = end + 1
      } else if Self.joints.contains(scan.chars[end]) {
        index = end + 1
      } else {
        break
      }
    }
    return last
  }

  private static let joints = Set(scalars("和及与"))

  /// The end of the one name that stands at `start`, where a mark or a word of doing is behind it.
  private func nameEnd(
    from start: Int, to limit: Int, goesOn: Bool, _ scan: Scan
  ) -> Int? {
    var depth = 0
    var end = start
    let ceiling = min(limit, start + Self.longest)
    while end < ceiling {
      let scalar = scan.chars[end]
      if scalar == Sign.open { depth += 1 }
      if scalar == Sign.close { depth -= 1 }
      guard
        scalar.isHan || scalar.isDigit || scalar == Sign.open || scalar == Sign.close
          || depth > 0 && scalar == Sign.pause
      else { return nil }
      end += 1
      guard depth == 0, end - start >= 2, ends(at: end, limit, scan),
        isPlainOffice(start..<end, scan)
          || isSection(start..<end, goesOn: goesOn, to: limit, scan)
      else { continue }
      return end
    }
    return nil
  }

  private static let sections = Set(scalars("科股处室"))

  /// 局老龄科 before 牵头, 基层科 behind another name: a section of the office that writes.
  private func isSection(
    _ name: Range<Int>, goesOn: Bool, to limit: Int, _ scan: Scan
  ) -> Bool {
    guard (3...12).contains(name.count), Self.sections.contains(scan.chars[name.upperBound - 1]),
      isUnit(name, scan)
    else { return false }
    return goesOn
      || NoteWords.verbs.match(scan.chars, at: name.upperBound, limit: limit) != nil
  }

  /// 基层指导科（托育办） behind 由.
  func isSectionInBrackets(_ name: Range<Int>, _ scan: Scan) -> Bool {
    let open = name.first { scan.chars[$0] == Sign.open } ?? name.upperBound
    guard open == name.upperBound || scan.chars[name.upperBound - 1] == Sign.close else {
      return false
    }
    let base = name.lowerBound..<open
    return (3...14).contains(base.count) && Self.sections.contains(scan.chars[base.upperBound - 1])
      && isUnit(base, scan)
  }

  private func ends(at end: Int, _ limit: Int, _ scan: Scan) -> Bool {
    guard end < limit else { return true }
    let scalar = scan.chars[end]
    if scalar.isMark && scalar != Sign.open && scalar != Sign.close || Self.joints.contains(scalar)
    {
      return true
    }
    return Acts.begin(at: end, limit, scan)
  }
}

/// What offices are said to do, in running text.
enum Acts {
  private static let words = WordTrie([
    "开辟", "开设", "引导", "引入", "保证", "确保", "跟踪", "推送", "共享", "归集", "受理", "办理", "预留", "划拨", "增设", "采取",
    "争取",
    "协商", "会审", "备案", "登记", "巡查", "走访", "摸底", "摸排", "帮扶", "托管", "运营", "管理", "维护", "委托", "邀请", "选聘",
    "建档",
    "迎接", "测算", "谋划", "筹措", "筹集", "兑现", "拟定", "拟订", "发放", "采购", "购置", "部署", "录入", "维修", "跟进", "提出",
    "细化",
    "编发", "推荐", "申报",
    "研究", "起草", "制定", "组织", "指导", "督促", "督查", "督导", "定期", "每季度", "每月", "每年", "每半年", "每周", "及时",
    "负责", "牵头",
    "会同", "联合", "配合", "协调", "统筹", "审核", "审批", "核定", "汇总", "通报", "调度", "报送", "上报", "检查", "抽查", "监督",
    "监测",
    "评估", "考核", "公布", "发布", "下达", "拨付", "安排", "召开", "抽调", "收集", "梳理", "排查", "结合", "按照", "根据", "要",
    "应", "须",
    "将", "对", "从", "于", "应当", "必须", "不得", "不再", "适时", "依法", "进一步", "全面", "切实", "共同", "分别", "具体",
    "按", "具体负责",
    "予以", "给予", "开放", "派出", "承担", "参与", "协助", "出具", "公示", "公开", "明确", "确定", "预拨", "清算", "签订",
    "建成", "每个", "在", "依托", "利用", "通过", "先行", "率先", "普遍", "继续", "持续", "进行", "集中", "主动", "积极", "认真",
    "同步",
    "每", "并", "向", "至少", "原则上", "可", "负总责", "总牵头", "作为", "为", "纳入", "设置", "设", "选定", "遴选", "审定",
    "逐", "提供",
    "牢固", "履行", "执行", "接受", "取消", "暂停", "约谈", "处理", "查处", "打击", "曝光", "动态", "更新", "印制", "汇编", "宣传",
    "解读",
    "报", "会商", "联动", "对接", "做到", "抓好", "压实", "严格", "分析", "研判", "反馈", "核查", "核实", "复核", "验收", "收回",
    "追回",
  ])

  /// What makes of such a word a part of a name: 组织 in 市委组织部, 督查 in 市政府督查室.
  private static let nameEnds = Set(scalars("部局委办室处科站所队中组院会厅署"))

  private static let nouns = WordTrie([
    "管理", "运营", "维护", "登记", "帮扶", "备案", "办理", "受理",
    "组织", "督查", "督导", "研究", "监督", "检查", "审核", "评估", "监测", "宣传", "考核", "协调", "统筹", "指导", "调度", "执行",
    "审批", "核查", "服务", "安排", "调解", "信访", "接待", "分析", "发布", "抽查", "联动", "处理", "动态", "收集", "督促",
  ])

  /// Whether a word of doing begins here, and no part of a name.
  static func begin(at index: Int, _ limit: Int, _ scan: Scan) -> Bool {
    let plain = words.match(scan.chars, at: index, limit: limit)
    guard let found = plain ?? NoteLook.acts.match(scan.chars, at: index, limit: limit) else {
      return false
    }
    let end = index + found.length
    guard end < limit else { return true }
    // 市医保局建立的制度 is somebody's.
    if scan.chars[end] == 0x7684 { return false }
    let isNoun = plain == nil || nouns.match(scan.chars, at: index, limit: limit) != nil
    return !isNoun || !nameEnds.contains(scan.chars[end])
  }
}
