/// Words of headers and rows that are no names of indicators.
enum TableWords {
  static let place: Set<String> = [
    "地区", "县", "县区", "县(市、区)", "县(市区)", "县(区)", "县市区", "区县", "市县", "县市", "市(县、区)", "县(市、区)名称",
    "县区名称",
    "县市区名称", "区县名称", "县(区)名称", "单位",
    "单位名称",
    "区划", "行政区划", "行政区划名称", "区域", "填报单位", "报送单位", "填报地区", "报送地区", "地区名称", "县名", "县级医疗集团", "医疗集团",
    "医疗集团名称",
    "统筹地区", "机构名称", "区", "区、县(市)", "区(县、市)", "区(市、县)", "县(市、区、旗)", "县(市、旗)", "各县(市、区)", "各县市区",
    "各区县",
    "各县区", "旗县区", "旗县", "旗县市区", "旗县(市、区)", "place", "region", "county", "area", "division",
  ]
  static let province: Set<String> = [
    "省份", "省(区、市)", "省(市、区)", "省(自治区、直辖市)", "省、自治区、直辖市", "省区市", "省市", "省市区", "省名", "所属省", "所在省",
    "省别",
    "各省", "各省份", "各省(区、市)",
  ]
  static let city: Set<String> = [
    "市", "地市", "设区市", "市别", "所属市", "所在市", "市(州)", "各市", "地级市", "城市", "市名", "地(州、市)", "地州市", "地市州",
    "地州",
    "市州", "市(地、州)", "市(州、盟)", "盟市", "州市", "州(市)", "各市(州)", "各市州", "各地市", "地级以上市", "各设区市", "city",
    "prefecture",
  ]
  static let code: Set<String> = [
    "代码", "区划代码", "行政区划代码", "行政区划码", "地区代码", "code", "placecode", "divisioncode",
  ]
  static let year: Set<String> = [
    "年份", "年度", "年", "统计年度", "数据年度", "报告期", "统计期", "时期", "时间", "期间", "季度", "月份", "数据年份", "year",
    "period",
  ]
  static let indicator: Set<String> = [
    "指标", "指标名称", "监测指标", "项目", "指标代码", "项目名称", "指标项", "指标内容", "分项", "统计指标", "考核指标", "监测指标名称",
    "indicator",
    "indicators", "item",
  ]
  static let unit: Set<String> = [
    "计量单位", "计算单位", "数据单位", "度量单位", "金额单位", "单位(计量)", "unit", "units",
  ]
  static let note: Set<String> = ["备注", "说明", "情况说明", "note", "notes", "remark", "remarks"]
  static let flag: Set<String> = ["标记", "数据标记", "数据性质", "flag", "flags"]
  static let numerator: Set<String> = ["分子", "分子值", "numerator"]
  static let denominator: Set<String> = ["分母", "分母值", "denominator"]
  static let value: Set<String> = [
    "值", "数值", "指标值", "比例", "占比", "比率", "率", "比重", "完成值", "实际值", "完成情况", "实际完成", "结果", "value",
    "rate",
    "share",
  ]
  /// Those of them that are a part of a whole, and no amount.
  static let share: Set<String> = ["比例", "占比", "比率", "率", "比重", "rate", "share"]
  static let passed: Set<String> = [
    "序号", "编号", "no", "no.", "number", "联系人", "联系电话", "电话", "填表人", "审核人", "负责人", "责任单位", "责任部门",
    "牵头单位",
    "数据来源", "来源", "单位负责人", "填报日期", "医院名称", "级别", "name", "name_zh", "名称", "审核", "核对", "行次", "栏次",
    "排序",
  ]
  /// What is computed from the year before, or from others.
  static let passedParts = [
    "上年", "去年", "上期", "同期", "同比", "环比", "增长", "增幅", "增减", "变化", "排名", "位次", "目标", "lastyear",
    "previous",
  ]
  static let total: Set<String> = [
    "合计", "小计", "总计", "总合计", "全市", "全省", "全县", "全区", "全市合计", "全省合计", "全市总计", "全省总计", "汇总", "合计数",
    "共计", "全州", "全盟", "全地区", "total",
    "sum", "subtotal", "grandtotal",
  ]
  static let average: Set<String> = [
    "平均", "平均值", "平均数", "均值", "均数", "全市平均", "全市平均数", "平均水平", "全市平均水平", "各县平均", "县均", "全省平均",
    "average", "mean",
  ]
  /// Letters and words of a row that numbers the columns.
  static let numbering: Set<String> = [
    "甲", "乙", "丙", "丁", "戊", "栏次", "行次", "列次", "序号", "栏号", "栏", "-", "--", "/", "*", "×", "x",
  ]
  /// Words by which a table says that its figures are made up.
  static let madeUp = ["示例", "虚构", "(sample", "madeup", "made-up"]
  /// Titles of our own forms.
  static let ownForm = ["医改指标数据填报表", "figuresofthehealthreform,"]
  /// Words that make a day or a year that of the sending.
  static let sent = [
    "填报日期", "填报时间", "报送日期", "报送时间", "报出日期", "报出时间", "制表日期", "制表时间", "填表日期", "填表时间", "上报日期", "上报时间",
    "打印日期", "打印时间", "导出时间", "导出日期", "印发日期", "批准文号", "制表机关", "有效期",
  ]
  private static let notes = [
    "注:", "注1", "注：", "说明:", "备注:", "填表", "制表", "审核", "单位负责人", "负责人", "联系", "填报", "报送", "日期",
    "统计口径", "口径",
    "note", "*", "※", "1.", "2.", "3.", "1、", "2、", "3、", "数据来源",
  ]

  static func isPassed(_ name: String) -> Bool {
    passed.contains(name) || passedParts.contains { name.contains($0) }
  }

  /// Whether a row that begins so is a note below a table; the words are folded.
  static func isNote(_ name: String) -> Bool {
    name == "注" || notes.contains { name.hasPrefix($0) } || name.unicodeScalars.count > 40
  }

  /// Whether a row of this name is an average (全省平均水平).
  static func isAverage(_ name: String) -> Bool {
    average.contains(name) || ["平均", "平均数", "平均值", "平均水平", "均值"].contains { name.hasSuffix($0) }
  }

  /// Whether a text below a table is one that may say what its units are (以上金额单位为元).
  static func isNoteOfUnits(_ name: String) -> Bool {
    guard ["单位", "元", "计"].contains(where: { name.contains($0) }) else { return false }
    return isNote(name) || notesOfUnits.contains { name.hasPrefix($0) }
  }

  private static let notesOfUnits = [
    "(注", "[注", "附注", "以上", "上表", "本表", "表中", "表内", "上述", "金额", "计量单位", "金额单位", "提示",
  ]

  /// The stem of a total's name: `长治市合计` is of 长治市; nil where it is no total.
  static func totalStem(_ name: String) -> String? {
    if total.contains(name) { return "" }
    for word in ["合计", "小计", "总计", "汇总", "(合计)", "(小计)", "total"] where name.hasSuffix(word) {
      return String(name.dropLast(word.count))
    }
    return nil
  }
}
