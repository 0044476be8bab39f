import Foundation
import Reform

/// Words around the figures of targets.
enum TargetWords {
  static let prefixes: WordTrie<TaskTarget.Comparison> = {
    var trie = WordTrie<TaskTarget.Comparison>()
    func put(_ words: [String], _ op: TaskTarget.Comparison) {
      for word in words { trie.insert(scalars(word).reversed(), op) }
    }
    put(
      [
        "不低于", "不少于", "不得低于", "不得少于", "至少", "至少有", "至少建成", "达到", "达", "达到了", "提高到", "提高至", "提升到",
        "提升至", "增加到", "增加至", "增至", "增长到", "扩大到", "扩大至", "达到不少于", "达到不低于", "≥", ">=", "不小于", "提至",
        "上升到", "覆盖率达", "至少达到", "均达到", "分别达到", "总数达到", "均不低于", "均不少于", "不低于每年", "至少要达到", "高于等于",
        "至少开展", "至少完成", "至少确定", "至少选择", "至少培养", "至少组织", "至少打造", "至少设置", "至少配备", "至少建设", "至少办好",
      ], .atLeast)
    put(
      [
        "不超过", "不高于", "不得超过", "不得高于", "控制在", "降低到", "降低至", "降至", "降到", "下降到", "下降至", "压缩到",
        "压缩至", "≤", "<=", "不多于", "缩短到", "缩短至", "缩短为", "不大于", "原则上不超过", "最高不超过", "均不超过", "压减至",
        "减少到",
        "减少至", "最多", "不得多于",
      ], .atMost)
    put(["超过", "高于", "大于", "多于", ">"], .moreThan)
    put(["低于", "小于", "<", "少于"], .lessThan)
    put(["稳定在", "保持在", "保持", "稳定", "维持", "维持在", "统一为", "调整为", "确定为", "设定为", "增加到至", "达到约"], .equal)
    return trie
  }()

  static let atLeast = WordTrie(endings: [
    "至少", "不少于", "至少有", "至少建成", "至少办好", "至少打造", "至少建设", "至少配备", "至少确定", "至少培育", "不低于",
  ])

  static let counted = WordTrie(endings: ["完成", "新建", "建成", "培训", "新增", "招聘", "引进"])

  static let suffixes: WordTrie<TaskTarget.Comparison> = {
    var trie = WordTrie<TaskTarget.Comparison>()
    for word in ["以上", "及以上", "(含)以上", "或以上"] { trie.insert(scalars(word), .atLeast) }
    for word in ["以内", "以下", "之内", "内", "及以下", "(含)以内", "(含)以下"] {
      trie.insert(scalars(word), .atMost)
    }
    for word in ["左右", "上下"] { trie.insert(scalars(word), .equal) }
    return trie
  }()

  static let verbs = WordTrie(endings: [
    "建设", "建成", "打造", "遴选", "选择", "选派", "培养", "培育", "新增", "创建", "办好", "完成", "招录", "抽调", "设置", "设立",
    "组建", "培训", "引进", "确定", "认定", "改造", "轮训", "规培", "签约", "救治", "筛查", "选聘", "聘用", "新建", "扩建", "配备",
    "支持", "推广", "力争", "实现", "启动", "补助", "建立",
    "争取", "评选", "发展", "布局", "选取", "重点建设", "开设", "推出", "配置", "招聘", "选拔", "落实", "新设", "改扩建", "下达",
    "增加",
    "招收", "派出", "制定", "出台", "奖励", "安排", "有", "增设", "推荐", "力争在", "力争使", "确保", "扶持", "组织", "年内", "创成",
    "开展", "更新", "硬化", "修建", "整治", "治理", "绿化", "种植", "播种", "排查", "帮扶", "资助", "打通", "修复", "拆除",
    "举办", "派驻", "覆盖", "孵化", "引育", "解决", "铺设", "安装", "投放", "推进", "投资", "改厕", "改建", "购置", "发放", "选树",
    "建好",
    "命名", "评定",
    "开工", "筹集", "投入", "给予", "培育壮大", "规划建设", "升级", "提升", "提高", "用于",
  ])

  /// Words that part a verb from a number behind them.
  static let breaks = WordTrie(endings: ["等", "其中", "上述", "现有", "全市", "这", "以上"])

  static let acts = WordTrie([
    "建设", "全部", "均", "全面", "达到", "达标", "创建", "实现", "开展", "完成", "要达", "签订", "签约", "结对",
  ])

  static let makes = WordTrie(["打造", "建设", "创建", "建成", "遴选", "培育", "设立", "选择", "确定"])

  static let changes = WordTrie(endings: [
    "提高", "降低", "增长", "下降", "增加", "减少", "上浮", "下浮", "上调", "下调", "提高了", "压减", "提升", "补助", "按", "报销",
    "上升",
  ])

  static let uses = WordTrie([
    "用于", "报销", "的比例", "比例", "给予", "由", "计入", "预付", "拨付", "的医", "的县", "的三", "的二", "的基",
  ])

  static let past = WordTrie(["同比", "已达", "已经", "截至", "目前", "上年", "现有", "由原", "从原", "累计达", "年均已"])

  static let moves = WordTrie([
    "提高到", "提高至", "增加到", "增加至", "增至", "降至", "降低到", "降低至", "下降到", "调整为", "调整到", "扩大到", "提升至", "提升到",
    "逐步增加",
    "减少到", "上调至",
  ])

  static let rates = WordTrie(endings: ["第", "前", "满", "连续", "近", "年龄", "名列", "排名", "逾"])

  /// Units that state conditions (45周岁以下), not targets.
  static let conditions: Set<String> = ["岁", "周岁", "级", "年", "届", "期", "号", "类", "线"]

  /// Units of time, which behind a verb qualify what follows (15分钟便民圈, 30天用量).
  static let times: Set<String> = ["分钟", "小时", "天", "日"]

  static let bases = WordTrie(["的基础"])
  static let baseline = WordTrie(["基础上"])

  static let starts = WordTrie(["开展", "启动", "实施", "建立", "推行"])

  static let shares = Set(scalars("率比例重"))

  static let places = Set(scalars("市县区省"))

  static let behindPlaces = Set(scalars("级域属直办医内政"))

  static let scopes: WordTrie<TaskTarget.Scope> = {
    var trie = WordTrie<TaskTarget.Scope>()
    for word in ["每个县", "每县", "各县", "每个县(市、区)", "每个县域"] { trie.insert(scalars(word), .perCounty) }
    for word in ["每市", "每个市", "各市", "每个地市", "每个设区市", "每个统筹地区", "各统筹地区"] {
      trie.insert(scalars(word), .perCity)
    }
    for word in ["每个", "每所", "每家", "每批", "每名", "每村", "每乡"] { trie.insert(scalars(word), .each) }
    for word in ["全省", "全市", "全县", "全区", "全国", "全域"] { trie.insert(scalars(word), .inAll) }
    return trie
  }()
}

/// A number with its unit (100-150名, 90%, 1.2万元).
struct Quantity: Sendable {
  var value: Decimal
  var upper: Decimal?
  var unit: String
  var range: Range<Int>

  var isPercent: Bool { unit == "%" || unit == "个百分点" || unit == "‰" }
  var isCount: Bool { !isPercent }

  static let units = WordTrie([
    "%", "个百分点", "‰", "倍", "元", "万元", "亿元", "千元", "个", "名", "所", "家", "项", "人", "种", "次", "场次", "例",
    "张",
    "床",
    "万人", "支", "批", "门", "类", "户", "天", "日", "小时", "分钟", "分", "人次", "万人次", "台", "辆", "套", "件", "处",
    "片",
    "位", "条", "岁", "周岁", "级", "年", "届", "期", "号", "线", "份", "对", "组", "间", "座", "亩", "平方米", "公里",
    "课时",
    "学时", "病种", "万名", "余名", "多个", "万张", "万份", "万户", "亿人次", "余个", "个月", "场", "篇", "本", "部", "幅", "街",
    "只", "吨", "万吨", "亿吨", "亿斤", "万亩", "亿亩", "公顷", "万公顷", "平方公里", "万平方米", "万千瓦", "兆瓦", "万套", "万辆",
    "万家",
    "万个", "亿个", "个工作日", "工作日", "万户次", "万场次", "千瓦", "立方米", "微克", "枚", "株", "万株", "棵", "头", "万头", "盏",
    "根",
    "栋", "幢", "宗", "单位", "万亿元", "万件", "小区", "户次", "年级", "学分", "学位", "个学位", "万个学位", "车位", "张床位", "艘",
    "千克", "毫克", "月", "时", "度", "代", "版", "届次", "室", "单", "车", "公斤", "米", "克", "多家", "余家",
    "余项",
  ])

  private static let refused: Set<String> = [
    "年", "月", "日", "号", "届", "期", "级", "时", "度", "代", "版", "线", "岁", "周岁", "批",
  ]

  /// Reads the number that begins at `index`, nil where it is a date, a code or a ratio.
  static func read(_ text: Scalars, at index: Int, limit: Int) -> Quantity? {
    if text[index] == 0x767E { return percentInWords(text, at: index, limit: limit) }
    guard index == 0 || !text[index - 1].isDigit, let first = number(text, index, limit) else {
      return nil
    }
    var end = index + first.length
    var upper: Decimal?
    if end < limit,
      text[end] == 0x2D || text[end] == 0x7E || text[end] == 0x81F3 || text[end] == 0x25
    {
      let joint = text[end] == 0x25 ? end + 1 : end
      if joint < limit, text[joint] == 0x2D || text[joint] == 0x7E || text[joint] == 0x81F3,
        joint + 1 < limit, let second = number(text, joint + 1, limit)
      {
        upper = second.value
        end = joint + 1 + second.length
      }
    }
    guard end < limit, let unit = units.match(text, at: end, limit: limit) else { return nil }
    let words = Intake.text(text[end..<end + unit.length])
    guard !refused.contains(words) else { return nil }
    if words == "年" || words == "部" && end + 1 < limit && text[end + 1] == 0x5206 { return nil }
    return Quantity(
      value: first.value, upper: upper, unit: words, range: index..<end + unit.length)
  }

  /// 百分之九十.
  private static func percentInWords(_ text: Scalars, at index: Int, limit: Int) -> Quantity? {
    guard text.has(scalars("百分之"), at: index),
      let found = HeadWords.number(text, index + 3, limit)
    else { return nil }
    return Quantity(
      value: Decimal(found.value), unit: "%", range: index..<index + 3 + found.length)
  }

  private static func number(
    _ text: Scalars, _ index: Int, _ limit: Int
  ) -> (value: Decimal, length: Int)? {
    if !text[index].isDigit {
      guard let found = Numerals.chinese(text, at: index, limit: limit) else { return nil }
      return (Decimal(found.value), found.length)
    }
    var end = index
    var digits = ""
    while end < limit, end - index < 12 {
      let scalar = text[end]
      let goesOn = end + 1 < limit && text[end + 1].isDigit && end > index
      if scalar.isDigit {
        digits.unicodeScalars.append(Unicode.Scalar(UInt8(scalar)))
      } else if scalar == 0x2E, goesOn, !digits.contains(".") {
        digits += "."
      } else if scalar == 0x2C, goesOn, isThousands(text, end, limit) {
        end += 1
        continue
      } else {
        break
      }
      end += 1
    }
    guard let value = Decimal(string: digits) else { return nil }
    return (value, end - index)
  }

  private static func isThousands(_ text: Scalars, _ comma: Int, _ limit: Int) -> Bool {
    guard comma + 3 < limit else { return false }
    let three = (1...3).allSatisfy { text[comma + $0].isDigit }
    return three && (comma + 4 >= limit || !text[comma + 4].isDigit)
  }
}
