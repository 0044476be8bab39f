import Reform
import Widgets

extension Words {
  /// What the screen of indicators says.
  enum Indicators {
    static let title = Phrase("指标", "Indicators")
    static let monitored = Phrase("各地监测的四项指标", "The four monitored everywhere")
    static let others = Phrase("文件写到的其他指标", "Others that documents name")
    static let undocumented = Phrase("其他指标", "Others")
    static let years = Phrase("逐年数据", "Year by year")
    static let facts = Phrase("说明", "About it")
    static let year = Phrase("年份", "Year")
    static let numerator = Phrase("分子", "Numerator")
    static let denominator = Phrase("分母", "Denominator")
    static let value = Phrase("值", "Value")
    static let change = Phrase("比上年", "Change")
    /// Beside an amount that is missing of a numerator.
    static let held = Phrase("（分母不变）", " (denominator held)")
    static let across = Phrase("口径变动，不与上年比", "the series breaks: not held against the year before")
    static let acrossShort = Phrase("口径变", "break")
    static let direction = Phrase("方向", "Direction")
    static let noDirection = Phrase("文件没有写明升降方向，不分好坏", "no document says which way is better")
    static func direction(_ direction: Indicator.Direction) -> Phrase {
      direction == .up ? Phrase("升为好", "up is better") : Phrase("降为好", "down is better")
    }
    static let flags = Phrase("标记", "Marks")
    static let target = Phrase("目标", "Target")
    static let noTarget = Phrase(
      "文件没有写目标值，也没有自定目标", "neither the documents nor the office set a target")
    static let gap = Phrase("差距", "Gap")
    static let pace = Phrase("速度", "Pace")
    static let reached = Phrase("预计达标", "Reached")
    static let benchmark = Phrase("参照", "Benchmark")
    static let definition = Phrase("口径", "Definition")
    static let formula = Phrase("算法", "Formula")
    static let departments = Phrase("责任部门", "Departments")
    static let collector = Phrase("汇总", "Gathered by")
    static let clause = Phrase("依据", "Source")
    static let tasks = Phrase("有关任务", "Tasks")
    static let light = Phrase("亮灯", "Light")
    static let sum = Phrase("合计", "sum")
    static let incomplete = Phrase("不全", "incomplete")
    static let met = Phrase("已达到", "reached")
    static let loading = Phrase("正在读取数据…", "reading the figures…")
    static let empty = Phrase(
      "台账里还没有指标数据。\ni  导入收回的表（XLSX、CSV），先核对再登记\nF  做一份填报表，发给各地填\n0  从这里开始：还能做什么",
      "There are no figures yet.\ni  imports a table that was sent in (XLSX, CSV), checked first\n"
        + "F  makes the form that is filled in there\n0  where to begin: what else can be done")
    static let parts = Phrase("各地", "Parts")
    static let noFigures = Phrase("这个地区没有这项数据", "this place has no figures of it")
    static let noTasks = Phrase("没有写明推动这项指标的任务", "no task is named that should move it")
    static let chooseTask = Phrase("推动这项指标的任务", "Tasks that should move it")
    static let key = Phrase("关键指标", "Key indicators")
    static let source = Phrase("来源", "Came from")
    static let batch = Phrase("批次", "Batch")
    static let checks = Phrase("检查通过", "Checks passed")
    static let clear = Phrase("未见", "clear of: ")
    static let warned = Phrase("导入时提醒", "Warned at import")
    static let entered = Phrase("登记", "Entered")
    static let earlier = Phrase("以前报过", "Sent before")
    static let missing = Phrase("缺", "missing")
    static let breakInSeries = Phrase("口径调整", "break in series")
    static let atThisPace = Phrase("按现速", "at this pace")
    /// What charts say of their axis and of levels beyond it.
    static func chart(_ language: Language) -> TrendChart.Remarks {
      TrendChart.Remarks(
        cutAxis: Phrase("（纵轴不从 0 起）", "(axis not from 0)")(language),
        above: Phrase("（在图上方）", " (above the chart)")(language),
        below: Phrase("（在图下方）", " (below the chart)")(language))
    }
  }
}
