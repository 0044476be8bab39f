import Reform

/// The words of deadlines that are not dates.
enum DeadlineWords {
  enum Every: Hashable, Sendable {
    case year
    /// Each quarter, month or half-year.
    case shorter
  }

  enum Span: Hashable, Sendable {
    case years, months, weeks, days
    /// Days on which offices work: no day can be told.
    case workdays

    /// The day that lies so many of them after another.
    func day(_ count: Int, after start: Day) -> Day? {
      switch self {
      case .years: return Day(start.year + count, start.month, start.day)
      case .months:
        let months = start.year * 12 + start.month - 1 + count
        return Day(months / 12, months % 12 + 1, start.day)
          ?? Day.last(ofMonth: months % 12 + 1, in: months / 12)
      case .weeks: return start.adding(days: 7 * count)
      case .days: return start.adding(days: count)
      case .workdays: return nil
      }
    }
  }

  static let eachYear = scalars("每年")

  static let every: WordTrie<Every> = {
    var trie = WordTrie<Every>()
    for word in ["每年", "每年度"] { trie.insert(scalars(word), .year) }
    for word in [
      "每季度", "每半年", "每月", "每季度末", "每月底", "每周", "每季", "每季度末前", "每月底前", "每季度末月",
      "每季度首月", "每季末", "每月末", "每个季度", "每个月", "每日", "每半月", "每两月", "每旬", "一季度一", "一季一", "一月一", "一周一",
    ] {
      trie.insert(scalars(word), .shorter)
    }
    return trie
  }()

  static let spans: WordTrie<Span> = {
    var trie = WordTrie<Span>()
    for word in ["年内", "年时间", "年左右", "年左右时间", "年之内", "年左右的时间", "年的时间", "年以内"] {
      trie.insert(scalars(word), .years)
    }
    for word in ["个月内", "个月之内", "个月以内", "个月时间"] { trie.insert(scalars(word), .months) }
    for word in ["周内", "周之内", "周以内", "个星期内", "个星期之内"] { trie.insert(scalars(word), .weeks) }
    for word in ["日内", "天内", "日之内", "天之内", "日以内", "天以内"] { trie.insert(scalars(word), .days) }
    for word in ["个工作日内", "个工作日之内", "个工作日以内", "工作日内", "工作日之内"] {
      trie.insert(scalars(word), .workdays)
    }
    return trie
  }()

  /// Spans with half of something: behind a number of years (一年半内), or alone (半年内).
  static let halves: WordTrie<(months: Int?, isBehindNumber: Bool)> = {
    var trie = WordTrie<(months: Int?, isBehindNumber: Bool)>()
    for end in ["内", "之内", "以内", "时间", "的时间", "左右"] {
      trie.insert(scalars("半年" + end), (6, false))
      trie.insert(scalars("年半" + end), (6, true))
      trie.insert(scalars("半个月" + end), (nil, false))
      trie.insert(scalars("半月" + end), (nil, false))
      trie.insert(scalars("个半月" + end), (nil, true))
    }
    return trie
  }()

  /// What stands behind 每年 and means the end of it all the same.
  static let lastOfYear = WordTrie(["底前", "底以前", "底之前", "底", "末", "末前", "内"])

  /// What makes of figures behind 每年 a month or a day.
  static let monthOrDay = WordTrie(["月", "日前", "日以前", "日之前", "号前"])

  /// What may stand beside a day that is written by hand, and says no more than the day does.
  static let besides = WordTrie([
    "、", ",", ";", "。", ".", "(", ")", ":", "和", "及", "与", "并", "到", "至", "于", "在", "截至", "截止",
    "截止到",
    "不晚于", "不迟于", "最迟", "最晚", "务必", "确保", "力争", "争取", "原则上", "努力", "力求", "完成", "办结", "实现", "落实",
    "落实到位", "建成", "达标", "到位", "时限", "期限", "完成时限", "前", "以前", "之前",
  ])

  static let standing: WordTrie<Deadline.Kind> = {
    var trie = WordTrie<Deadline.Kind>()
    for word in [
      "持续", "全年", "长期", "常态化", "常年", "不间断", "贯穿", "经常性", "滚动推进", "日常",
    ] {
      trie.insert(scalars(word), .ongoing)
    }
    for word in [
      "按国家", "按照国家", "根据国家", "按省", "按照省", "按上级", "按要求", "按国务院", "按照上级", "按统一部署", "按进度", "适时",
    ] {
      trie.insert(scalars(word), .asRequired)
    }
    return trie
  }()

  static let closing = WordTrie([
    "持续推进", "长期坚持", "持续实施", "长期推进", "常态化推进", "并长期坚持", "并持续推进", "持续开展", "长期执行",
    "坚持长期推进", "持续加强", "抓好常态化推进",
  ])

  private static let heads = WordTrie<Void>(
    letters: "全春翌国元中下次五开入汛每二三四五六七八九十一两上下第年今本当明半后去来若近多“\"QqH")

  /// Whether a deadline may begin with this character.
  static func begins(_ scalar: UInt32) -> Bool { scalar.isDigit || heads.mayBegin(scalar) }

  static let soft = WordTrie(["力争", "争取", "原则上", "努力", "力求"])

  static let into = WordTrie(endings: [
    "到", "至", "力争", "争取", "确保", "于", "在", "力争于", "力争在", "努力", "不晚于", "不迟于", "截止",
  ])

  static let notInto = WordTrie(endings: [
    "截至", "截止", "较", "比", "自", "从", "截至到", "截止到", "与", "相比", "对比", "有效期至", "有效期到", "有效期限至",
    "执行至", "延长至", "延至", "以", "根据", "按照", "依据",
  ])

  static let events = WordTrie([
    "会议", "电视电话", "印发", "下发", "发布", "召开", "讲话", "施行", "废止", "以来", "年度", "同期", "基础上", "文件",
    "为基数", "为基准", "为基期", "为基础", "为基年", "相比", "的决定", "截止",
  ])

  static let notBehindYear = WordTrie([
    "度", "版", "的", "以来", "同期", "为基", "行动计划", "规划", "基础", "底的", "重点工作", "计划", "人口", "水平",
    "普查", "间", "末的", "中央", "发布", "印发", "出生", "后", "医改", "全国医改", "数据", "年报", "实际", "居民",
  ])

  /// What a year is a part of the name of: 2025年行动方案, 2024年全国统一标准.
  static let named = WordTrie([
    "行动", "方案", "规划", "计划", "项目", "任务", "重点", "工作", "目标", "要点", "清单", "国家", "中央", "省", "年鉴",
    "统计", "考核", "标准", "目录", "预算", "决算", "指南", "专项", "新农合", "底", "初", "期", "当年", "医保目录",
  ])

  /// Parts of a year that no rule reads, behind the year.
  static let partsOfYear = WordTrie([
    "春节", "春季", "夏季", "秋季", "冬季", "国庆", "五一", "“五一”", "元旦", "中秋", "端午", "清明", "重阳", "世界", "两会",
    "寒假", "暑假",
    "暑期", "汛期", "开学", "左右", "前后", "中前", "中期", "中旬", "中完", "中,", "中。", "中;", "中、", "中)", "上旬", "下旬",
  ])

  /// Days without a year that no rule reads.
  static let unread: WordTrie<Void> = {
    var words = ["每两年", "每2年", "每三年", "每3年", "每四年", "每4年", "每五年", "每5年", "每隔"]
    for day in ["春节", "国庆", "国庆节", "元旦", "中秋", "中秋节", "五一", "“五一”", "五一节", "开学", "入冬", "入汛", "汛期"] {
      words += [day + "前", day + "之前", day + "以前"]
    }
    for month in ["本月", "下月", "次月", "下个月", "当月"] {
      words += ["底前", "底", "内", "初", "末前", "上旬", "中旬", "下旬"].map { month + $0 }
    }
    for week in ["本周", "下周"] { words += ["内", "前", "五前", "一前", "三前", "末前"].map { week + $0 } }
    // Its 年底 or 年内 is not that of the year in which the document was issued.
    for year in ["后年", "去年", "来年", "上年", "下年", "前年", "多年", "若干年", "近年", "往年", "隔年"] {
      words += ["底前", "底以前", "底之前", "底", "内", "末", "末前"].map { year + $0 }
    }
    return WordTrie(words)
  }()

  /// What is done with a paper that is to be sent out, behind a day.
  static let issues = WordTrie(["印发", "下发", "发布", "公布", "出台", "召开"])
  static let notBehindIssues = WordTrie(["的", "《", "后", "了", "之", "关于", "以来", "“"])

  /// Who is meant where a year stands behind it: 全省2025年培训500人.
  static let wholes = WordTrie(endings: [
    "全省", "全市", "全县", "全区", "全国", "全州", "全盟", "全旗", "各地", "各市", "各县", "各区",
  ])

  /// The middle of a five-year plan, which is no day.
  static let middles = WordTrie([
    "“十四五”中期", "“十五五”中期", "“十六五”中期", "十四五中期", "十五五中期", "十六五中期",
  ])
  static let notBehindMiddles = WordTrie(["评估", "评价", "调整", "考核", "检查", "督导", "督查", "自评", "验收"])

  static let schoolYear = scalars("学年")

  /// What is to be done by the end of the year, behind 全年.
  static let ofWholeYear = WordTrie(["完成", "实现", "新增", "新建", "建成", "培训", "招聘", "引进", "举办"])

  /// What follows a year in the middle of a sentence where it is the day due: 就诊率2025年达到60%.
  static let reached = WordTrie([
    "达到", "提高到", "提升到", "提高至", "提升至", "降至", "降到", "不低于", "不少于", "建成", "全覆盖", "完成", "实现", "投用",
    "投入使用",
  ])

  static let done = WordTrie([
    "完成", "实现", "办结", "上线", "过半", "见效", "启动", "开工", "竣工", "投用", "投入使用", "挂牌",
    "试运行", "封顶", "交付", "各完成", "分别完成", "各一次", "各1次", "各开展", "各召开", "各举办", "各组织", "各进行", "各报送", "各检查",
    "各督导", "各抽检",
  ])

  static let states = WordTrie(["的数据", "已", "相比", "建成的", "出生", "的基"])

  static let perHead = WordTrie(endings: ["每人", "每名", "每村", "人均", "每所", "每家", "每床", "每户"])

  static let behindYear = WordTrie([
    ",", "完成", "实现", "建成", "达到", "启动", "全面", "力争", "争取", "确保", "基本", "出台", "制定", "推动", "开展", "建立",
    "新增", "选择", "组织", "实施", "推进", "每", "各", "所有", "全省", "全市", "全县", "全区", "要", "累计", "再", "新建",
    "率先",
    "遴选", "重点推进", "投入", "在", "将", "继续", "扩大", "提高", "支持", "取消", "统一", "试点", "县", "市", "省", "三级",
    "二级",
    "上线", "启用", "投用", "开工", "竣工", "试运行", "运行", "交付", "报送", "覆盖", "分步", "分批", "分期", "分年", "分阶段",
    "分三", "分两", "分别", "逐年", "逐步", "持续", "稳步", "有序", "集中",
    "以", "对", "门诊", "住院", "至少", "不少于", "公立", "医", "覆盖", "按", "着力", "加快", "初步", "形成", "打造", "培养",
  ])

  static let goals = WordTrie([
    "达到", "稳定在", "保持在", "控制在", "提高到", "提升到", "不低于", "不少于", "不超过", "完成", "建成", "实现", "全覆盖", "降至",
    "增长", "降到", "压降到", "压减到", "下降到", "提高到", "提升到", "增至", "增加到",
  ])

  static let stages = WordTrie([
    "阶段", "时期", "步骤", "部署", "推进", "实施", "总结", "启动", "准备", "攻坚", "验收", "提升",
  ])

  static let reports = WordTrie([
    "通报", "调度", "报送", "报告", "汇总", "召开", "开展", "上报", "公布", "监测", "评估", "组织", "至少", "研究", "公开",
    "前", "底前", "末前", "末", "向", "将", "对", "(", "至少", "不少于", "调研", "督导", "检查", "督查", "更新", "最后", "分析",
    "研判", "会商", "考核", "晾晒", "排名", "梳理", "反馈", "召集", "进行", "底", "初", "首", "中旬", "上旬", "下旬", "按",
    "定期",
    "一调度", "一通报", "一次", "1次", "发布", "编发", "推送", "曝光", "点评", "结算", "清算", "拨付",
    "抽查", "暗访", "巡查", "演练", "轮训", "例会",
  ])

  /// The day behind 每月, 每季度末月: 28日前.
  static let daysWithin = WordTrie(["日前", "日以前", "日之前", "号前", "日"])

  /// The month of a quarter, before its day.
  static let monthsWithin = WordTrie(["个月", "个月的", "末月", "首月", "次月", "月", "末", "结束后"])

  /// What a span that sets a deadline comes behind.
  static let beforeSpans = WordTrie(endings: [
    "用", "利用", "通过", "力争", "争取", "确保", "在", "力争用", "力争在", "争取用", "经过", "原则上", "务必", "努力", "于", "要",
    "以",
    "不超过",
  ])

  /// What makes a span a condition or a right, and no deadline.
  static let notBehindSpans = WordTrie([
    "未", "不", "享受", "免", "无", "没", "违", "的", "累计", "发生", "给予", "有效", "每年", "逐年", "均", "曾", "因", "受",
  ])

  /// The day the document was sent out, from which days are counted.
  static let fromIssue = WordTrie(endings: [
    "印发之日起", "发布之日起", "下发之日起", "公布之日起", "印发后", "下发后", "发布后", "印发之日后", "发文之日起", "通知之日起",
    "方案下发", "印发起",
  ])

  /// What a span is counted from: an event that has its day only when it comes.
  static let fromEvents = WordTrie(["之日起", "之日", "起", "后", "之后", "以后"])

  static let lookingBack = WordTrie([
    "日内", "以来", "近", "连续", "过去", "有效期", "前", "保存", "任期", "满",
  ])

  /// Words that show that it is the document from which a span is counted.
  static let ownEvents = WordTrie([
    "收到", "接到", "接文", "收文", "印发", "下发", "发布", "公布", "施行", "生效", "本通知", "本意见", "本方案", "本办法", "本规定",
    "通知", "文件",
  ])

  /// What is done for whoever asks, behind a span: a limit for handling, and no deadline.
  static let handling = WordTrie([
    "办结", "办理", "拨付", "受理", "响应", "审核", "审批", "答复", "反馈", "回复", "回应", "支付", "到账", "送达", "出具", "报告",
    "启动治疗", "有效", "随访", "预约", "就诊", "入院", "免费", "告知", "处置", "转诊", "上传", "公示", "结算", "复诊", "发放",
    "发货", "配送", "到达", "救治", "免收", "内",
  ])

  static let beforeHandling = WordTrie(["完成", "予以", "给予", "及时", "进行", "组织"])

  /// Who is to do it in a whole year.
  static let all = WordTrie([
    "各市", "各县", "各地", "各区", "各级", "全省", "全市", "全县", "全区", "全国", "每个", "所有",
  ])

  /// What makes a rate of a span of days: 30天内再住院率.
  static let ofRates = WordTrie(["率", "比例"])

  /// What is to be done within a whole year, right behind it.
  private static let doneInYear = WordTrie([
    "完成", "实现", "建成", "达到", "启动", "出台", "制定", "新增", "新建", "建立", "全面", "力争", "确保", "基本完成", "基本建成",
    "基本实现", "基本建立", "基本形成", "投用", "上线", "挂牌", "办结", "落实", "开展", "推进", "培训", "培养", "引进", "招聘",
    "选派", "打造", "建设", "改造", "实施", "不低于", "不少于", "至少", "覆盖", "全部", "完工", "竣工", "开工",
  ])

  private static let told = WordTrie(["情况", "的", "了", "后", "率", "量", "项目", "方案", "计划", "任务"])

  /// 完成甲工作 behind 2026年度; not 完成情况 nor 实施方案, which are told of.
  static func isDoneInYear(_ text: Scalars, at index: Int, limit: Int) -> Bool {
    guard let verb = doneInYear.match(text, at: index, limit: limit) else { return false }
    return told.match(text, at: index + verb.length, limit: limit) == nil
  }
}
