/// Words that show that a day or a figure is not set: it was so once, it holds no longer, it is only
/// assumed, or it says whom a rule hits.
enum VoidWords {
  /// What was to be once.
  static let former = WordTrie([
    "原定", "原计划", "原要求", "原为", "原应", "原拟", "原先", "原本", "原规定", "原明确", "原设定", "原来",
  ])

  private static let moving = [
    "调整为", "调整至", "调整到", "推迟至", "推迟到", "提前至", "提前到", "改为", "改至", "改到", "变更为", "更改为", "修改为",
    "修订为", "延期至", "延期到", "延后至", "延后到", "延迟至", "延迟到", "缓至", "推后至", "推后到",
  ]
  private static let lengthening = [
    "延长至", "延长到", "延至", "顺延至", "顺延到", "展期至", "放宽至", "放宽到",
  ]

  /// What moves a day to another, before the new one.
  static let moves = WordTrie(moving + lengthening)
  static let movesBack = WordTrie(endings: moving + lengthening)
  /// What may also say how long something holds.
  static let lengthens = WordTrie(lengthening)

  /// Names of a day due, before 延长至.
  static let due = WordTrie(["时限", "完成", "建成", "工期", "建设期", "整改", "改造", "期限要求", "达标"])

  /// What holds until a day, and is not due by it.
  static let validity = WordTrie([
    "有效", "执行", "政策", "试行", "合同", "协议", "聘期", "保存", "存续", "待遇", "产假", "试点期", "采购周期", "任期",
  ])

  /// What takes back the day behind it.
  static let beforeDay = WordTrie([
    "不再要求", "不要求", "不再", "无需", "不必", "取消", "撤销", "避免", "防止", "严禁", "禁止", "杜绝", "不得在", "不得于",
    "不得将", "不得把", "不得以", "切忌",
  ])

  /// What takes back the figure behind it.
  static let beforeFigure = WordTrie([
    "不再要求", "不再考核", "不再将", "不再以", "不再把", "不得将", "不得把", "不得以", "不将", "不把", "严禁以", "严禁将", "严禁把",
    "禁止将", "禁止以", "防止", "避免", "杜绝", "不要求",
  ])

  /// What takes back a rule that is named behind the figure.
  static let beforeRule = WordTrie(["取消", "废止", "撤销", "删除", "停止执行"])

  static let rules = WordTrie([
    "要求", "规定", "目标", "任务", "时限", "期限", "指标", "考核", "条款", "表述", "内容", "限制", "约定", "做法", "条件",
  ])

  static let beforeEnding = WordTrie([
    "相应", "一律", "予以", "同时", "全部", "均", "即行", "现", "已", "自行", "一并",
  ])

  static let endings = WordTrie([
    "取消", "不再执行", "不再要求", "不再保留", "不再作为", "不再适用", "不再考核", "不再实行", "不再", "作废", "停止执行",
    "停止实施", "终止执行", "废止", "删除", "删去", "撤销", "失效", "停用",
  ])

  /// Words between a day and 的要求取消 with which it is the cancelling that is due.
  static let taking = WordTrie(["对", "将", "把"])

  static let assuming = WordTrie(["如", "若", "如果", "倘", "倘若", "假如", "一旦", "例如"])
  static let notAssuming = WordTrie(["如期", "如下", "如何", "如实", "如约", "如数", "若干"])

  /// With what a part begins that says whom a rule hits.
  static let to = WordTrie(["对", "对于", "对在", "凡", "凡是", "凡在", "对到"])
  static let notTo = WordTrie(["对口", "对外", "对照", "对标", "对接", "对象", "对应", "对比", "对话"])

  /// What is still not done by a day, behind it.
  static let pending = WordTrie([
    "未", "尚未", "仍未", "还未", "没有", "还没有", "仍没有", "不能", "无法", "逾期", "仍不", "仍达不到", "达不到",
  ])

  /// What those have done by a day that a rule hits.
  static let reached = WordTrie([
    "完成", "建成", "达标", "达到", "实现", "通过", "投用", "投入使用", "竣工", "开工", "入选", "取得", "申报", "到期", "获得",
    "创建",
    "创成", "率先", "提前", "如期", "按期",
  ])

  static let whom = WordTrie([
    "医院", "机构", "企业", "单位", "病例", "病种", "病人", "患者", "人员", "人群", "对象", "项目", "县", "市", "区", "乡", "镇",
    "村", "院", "站", "地区", "地方", "家庭", "药品", "耗材", "产品", "品种", "个人", "医师", "医生", "团队", "科室", "居民",
    "老年人",
    "儿童", "职工", "学校", "社区", "街道", "部门", "中心", "诊所", "药店", "设备", "案件", "行为", "处方", "学生", "妇女", "医共体",
    "医联体", "药师", "供应商", "疾病", "手术", "省份",
  ])

  static let consequences = WordTrie([
    "不得", "不再", "不予", "取消", "严禁", "禁止", "暂停", "停止", "可", "给予", "予以", "奖", "扣", "约谈", "通报", "整改",
    "责令",
    "纳入", "优先", "一律", "由", "实行", "检查", "处", "罚", "限期", "挂牌", "重点", "申请", "视为", "视同", "转型", "应", "须",
    "享受", "免", "省级", "省财政", "进行", "要", "达到", "占比", "比例", "解聘", "核减", "启动", "按", "列入", "设置", "配备",
    "开展",
  ])

  /// What follows the day in a part of its own, for those that have reached something by it.
  static let rewards = WordTrie([
    "给予", "予以", "将给予", "省级", "省财政", "由省", "由市", "优先", "暂停", "扣减", "扣", "约谈", "通报", "挂牌", "一律", "责令",
    "限期", "奖励", "奖补", "取消", "不予", "不得", "不再", "视为", "视同", "停止", "追究",
  ])

  /// What a figure with 的 behind it is a figure of.
  static let ofFigures = WordTrie([
    "目标", "水平", "标准", "比例", "要求", "任务", "幅度", "速度", "增速", "规模", "额度", "价格", "资金", "补助", "奖补", "奖励",
    "资助", "经费", "补贴", "支持", "投入", "占比", "份额", "时间", "期限", "间隔", "差距", "专项", "一次性", "增长", "降幅", "基础",
    "总", "财政", "补偿", "年均", "平均", "底线", "指标", "政府", "工资", "绩效", "医保", "统筹基金", "资本", "投资", "用",
  ])

  static let endsOfAims = WordTrie(endings: ["目标", "水平", "要求", "标准", "任务"])

  /// How measures end, beside those that targets are read from.
  static let measured = WordTrie(endings: [
    "半径", "得分", "分数", "评分", "成绩", "月数", "次数", "距离", "年限", "增幅", "降幅", "涨幅", "超支", "结余", "人口", "价格",
    "满意度", "负债", "亏损", "容积", "学历", "总额", "诊疗量", "业务量", "产值", "支付", "年龄",
  ])

  /// 时 behind a figure that is reached, and no time.
  static let times = WordTrie(["时间", "时限", "时段", "时长", "时效", "时期"])

  static let fines = WordTrie(["罚款", "罚金"])

  static let until = WordTrie(endings: ["截至", "截止", "截止到", "截至到"])
  static let done = WordTrie(["已", "累计", "共有", "现有"])
}
