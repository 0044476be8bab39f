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
        "不低于", "不少于", "不得低于", "不得少于", "至少", "至少有", "至少建成", "达到", "达", "达到了", "提升至不低于", "提高至不低于",
        "提高到不低于", "提高到", "提高至", "提升到",
        "提升至", "增加到", "增加至", "增至", "增长到", "扩大到", "扩大至", "达到不少于", "达到不低于", "≥", ">=", "不小于", "提至",
        "上升到", "覆盖率达", "至少达到", "均达到", "分别达到", "总数达到", "均不低于", "均不少于", "不低于每年", "至少要达到", "高于等于",
        "至少开展", "至少完成", "至少确定", "至少选择", "至少培养", "至少组织", "至少打造", "至少设置", "至少配备", "至少建设", "至少办好",
        "提高为", "提升为", "增加为",
      ], .atLeast)
    put(
      [
        "不超过", "不高于", "不得超过", "不得高于", "控制在", "降低到", "降低至", "降至", "降到", "下降到", "下降至", "压缩到",
        "压缩至", "≤", "<=", "不多于", "缩短到", "缩短至", "缩短为", "不大于", "原则上不超过", "最高不超过", "均不超过", "压减至",
        "减少到",
        "减少至", "最多", "不得多于", "不超", "不突破", "不得突破", "降为", "降低为", "减少为", "下降为",
      ], .atMost)
    put(["超过", "高于", "大于", "多于", ">", "突破", "超", "逾"], .moreThan)
    put(["低于", "小于", "<", "少于"], .lessThan)
    put(
      ["稳定在", "保持在", "保持", "稳定", "维持", "维持在", "分别为", "统一为", "调整为", "确定为", "设定为", "增加到至", "达到约"],
      .equal)
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
    "开工", "筹集", "投入", "给予", "培育壮大", "规划建设", "升级", "提升", "提高", "用于", "压减", "节约", "节省", "筹措",
    "惠及", "接种", "调出", "调入",
  ])

  /// Words that part a verb from a number behind them.
  static let breaks = WordTrie(endings: ["等", "其中", "上述", "现有", "全市", "这", "以上"])

  static let acts = WordTrie([
    "建设", "全部", "均", "全面", "达到", "达标", "创建", "实现", "开展", "完成", "要达", "签订", "签约", "结对",
  ])

  static let makes = WordTrie(["打造", "建设", "创建", "建成", "遴选", "培育", "设立", "选择", "确定"])

  static let changes = WordTrie(endings: ["补助", "按", "报销"])

  static let uses = WordTrie([
    "用于", "报销", "的比例", "比例", "给予", "由", "计入", "预付", "拨付", "的医", "的县", "的三", "的二", "的基",
  ])

  static let past = WordTrie(["已达", "已经", "截至", "目前", "上年", "现有", "由原", "从原", "累计达", "年均已"])

  /// What makes of 上年 and 目前 that with which something is compared.
  static let compared = WordTrie(endings: ["较", "比", "与", "同", "从", "由", "相比", "对比"])

  /// What shows that a move (从36%提高到40%) is over.
  static let alreadyDone = WordTrie(["已", "累计"])

  static let moves = WordTrie([
    "提高到", "提高至", "增加到", "增加至", "增至", "降至", "降到", "降低到", "降低至", "下降到", "下降至", "调整为", "调整到", "扩大到",
    "扩大至", "提升至", "提升到", "提至", "逐步增加", "减少到", "减少至", "上调至", "上升到", "增长到", "压缩到", "压缩至", "压减至",
    "缩短到", "缩短至", "缩短为", "提高为", "升至",
  ])

  /// Words of direction that stand before the figure of a change.
  static let directions = WordTrie(endings: [
    "提高", "降低", "增长", "下降", "增加", "减少", "上浮", "下浮", "上调", "下调", "提高了", "压减", "提升", "上升", "压降", "缩短",
    "延长", "缩减", "调增", "调减", "缩小", "压缩",
  ])

  /// With what a change is compared, behind the name of what changes.
  static let comparing = WordTrie([
    "比上年", "比去年", "比20", "比目前", "比基期", "较上年", "较去年", "较20", "较目前", "较基期", "同比", "环比", "与上年", "与20",
    "年均",
  ])

  /// What is added or taken away, before what is counted.
  static let additions = WordTrie(["新增", "增加", "净增", "增设", "减少", "压减", "缩减"])

  /// Words that name nothing themselves, before a figure or before a name.
  static let hollow = WordTrie([
    "每年", "每年度", "每季度", "每月", "每半年", "每周", "每县", "每市", "每个县", "各县", "各市", "每个", "每村", "再", "各",
    "累计",
    "其中", "均", "逐年", "逐步", "稳步", "持续", "不断", "进一步", "至少",
  ])

  static let hollowEnds = WordTrie(endings: ["逐年", "逐步", "持续", "累计", "每年", "每季度", "每月"])

  /// What is done to a measure, before its name.
  static let ups = WordTrie(["提高", "提升", "降低", "增加", "推动", "扩大", "压减", "控制", "缩短"])

  /// What a figure is of each of, between the word of comparing and the figure.
  static let each = WordTrie(endings: [
    "每人每年", "每人每月", "每年每人", "每人", "每年", "每月", "每日", "每天", "每次", "每例", "每床日", "每户", "每村", "每人次",
    "每县", "每所", "每家", "人均", "户均", "年均",
  ])

  static let perHead = WordTrie(["人均", "每人", "户均", "每户", "次均", "例均", "年均", "每年"])

  /// What behind a figure goes on with the sentence and names nothing.
  static let goesOn = WordTrie(["并", "且", "以", "或", "左右", "时", "后", "的目标", "的水平", "水平"])

  static let fillers = WordTrie([
    "力争", "争取", "确保", "努力", "要使", "均", "分别", "将", "原则上", "至少", "其中", "总体", "进一步", "逐步", "到", "实现",
    "全部", "推动", "力求", "分别于", "于",
  ])

  static let fillerEnds = WordTrie(endings: [
    "力争", "争取", "确保", "努力", "要", "应", "须", "均", "分别", "将", "再", "原则上", "总体", "逐步", "都", "应当", "必须",
    "到",
    "在", "于", "力求", "不得", "达到", "提高到", "全部", "可", "力争到", "、", "分别于", "基本", "至",
  ])

  /// Words with which a sentence says that its figure is meant for all it names.
  static let both = WordTrie(["均", "都", "分别", "全部"])

  /// How the names of shares end, of which several may stand before one figure.
  static let sharesNamed = WordTrie(endings: ["率", "占比", "比例", "比重"])

  static let measures = WordTrie(endings: [
    "数", "量", "额", "日", "标准", "费用", "寿命", "时间", "天数", "时限", "水平", "面积", "规模", "收入", "支出", "投入",
  ])

  /// Without 对 before those that something is done for: 对每个乡镇卫生院补助.
  static func withoutTo(_ metric: String) -> String {
    let words = scalars(metric)
    guard words.first == 0x5BF9, VoidWords.notTo.match(words, at: 0) == nil,
      let to = VoidWords.to.match(words, at: 0)
    else { return metric }
    return Intake.text(words[to.length...])
  }

  /// Whether it is none: 的企业, 不得将药占比.
  static func isNoName(_ metric: String) -> Bool {
    metric.hasPrefix("的") || metric.hasPrefix("不得")
  }

  static let perThousand = WordTrie(["每千", "每万", "每百", "每十万", "人均", "每名", "每村", "每所", "每县"])

  static let bareMeasures = WordTrie(endings: [
    "住院日", "住院天数", "平均住院天数", "预期寿命", "候诊时间", "等候时间", "等待时间", "健康寿命", "住院时间",
  ])

  /// Units of what is measured, and not of things that are counted.
  static let amounts: Set<String> = [
    "岁", "周岁", "天", "日", "小时", "分钟", "个月", "个工作日", "工作日", "分", "倍", "平方米", "克", "公斤",
  ]

  /// Words that make a figure inexact.
  static let nearly = WordTrie(endings: ["达到近", "达到约", "提高约", "提高近", "降低约", "降至约", "提高到约", "约为"])

  /// What makes a share of numbers in characters: 八成, 三分之二.
  static let partsInWords = WordTrie(["成以上", "成左右", "成", "分之"])

  static let halves = WordTrie(["半数", "一半", "半数以上", "一半以上"])
  static let beforeHalves = WordTrie(["超过", "达到", "不少于", "不低于", "至少"])

  static let fulfils = WordTrie(endings: ["完成", "实现", "覆盖"])

  /// Units of an age, which is a measure where the words before tell of a life.
  static let ages: Set<String> = ["岁", "周岁"]
  static let lives = WordTrie(["寿命", "平均年龄"])

  /// Units of time of which so many with 内 behind them are a span and no measure.
  static let spans: Set<String> = ["个月", "天", "日", "个工作日", "工作日"]

  /// States that a move begins from: 从目前, 由2025年.
  static let states = WordTrie(["目前", "现在", "原", "上年", "去年", "当前", "现行", "现有", "20"])

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
