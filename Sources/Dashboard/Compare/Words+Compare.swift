import Reform

extension Words {
  /// What the screen of comparing and the collection board say.
  enum Compare {
    static let title = Phrase("比较", "Compare")
    static let indicators = Phrase("各项指标", "Indicators")
    static let years = Phrase("逐年", "Years")
    static let points = Phrase("两项对照", "Scatter")
    static let movers = Phrase("拉动分析", "Movers")
    static let collection = Phrase("数据报送", "Collecting")
    static let sideBySide = Phrase("并排对比", "Side by side")
    static let peers = Phrase(
      "同类分组（按2020年常住人口）或一个市", "Like size (residents of 2020), or one city")
    static let allPeers = Phrase("全部", "all")
    static let value = Phrase("数值 名次", "value, rank")
    static let change = Phrase("比上年 名次升降", "change, ranks gained")
    static let gap = Phrase("距目标（分子单位）", "short of target, in the numerator's unit")
    static let rank = Phrase("名次", "Rank")
    static let place = Phrase("地区", "Place")
    static let legend = Phrase(
      "低 {levels} 高；红绿：文件写明升降方向；青：只分高低",
      "low {levels} high; red, green: set by a document; teal: no direction")
    static let tooMany = Phrase("最多选四个地区", "at most four places")
    static let noRank = Phrase("这个地区没有名次", "this place has no rank")
    static let oneLevel = Phrase("这里只有这一级可以比较", "there is one level only to compare here")
    // Who moved the whole.
    static let own = Phrase("自身变化", "own")
    static let weight = Phrase("比重变化", "weight")
    static let total = Phrase("合计", "total")
    static let noYearBefore = Phrase(
      "没有上一年的数据，不能拆分；按 > 换年份。", "There is no year before to split against; > takes another year.")
    static let advances = Phrase("按月预拨", "advances")
    static let noMeasures = Phrase(
      "台账里没有医疗集团的登记", "the ledger has nothing of medical groups")
    static let notAdded = Phrase(
      "考核总分是一个集团的结果，不能相加，没有可拆分的。",
      "The total of an assessment is the result of one group; nothing is added, so nothing is split."
    )
    static let movedNote = Phrase(
      "单位：{unit}；末位因四舍五入可能差一", "in {unit}; last digits may differ by rounding")
    // Collecting.
    static let state = Phrase("状态", "State")
    static let count = Phrase("项数", "Of")
    static let sentOn = Phrase("报送日", "Sent on")
    static let due = Phrase("期限", "Due")
    static let late = Phrase("迟", "late")
    static let locked = Phrase("锁", "Locked")
    /// The head over the forms of tasks of a month.
    static func tasks(_ month: Int) -> Phrase { Phrase("任务\(month)月", "Tasks/\(month)") }
    static let remark = Phrase("说明", "Remark")
    static let open = Phrase("开放", "open")
    static let exception = Phrase("例外", "open again")
    static let department = Phrase("责任部门", "Department")
    static let lacking = Phrase("还缺", "Still lacking")
    static let nothingLacking = Phrase("都报齐了", "everything was sent")
    static let acts = Phrase("登记", "Acts")
    static let noActs = Phrase(
      "这一年没有退回、锁定或解锁。r 退回  f 锁定", "Nothing was sent back or locked. r sends back, f locks")
    static let noDue = Phrase("没有文件要求报送", "no document asks for them")
    static let noDepartments = Phrase(
      "没有文件写明由哪个部门报", "No document names the departments that answer for them")
    static let reason = Phrase("原因", "Reason")
    static let noReason = Phrase("请写明原因", "Give the reason")
    static let regionSent = Phrase(
      "请选一个地区再退回", "choose a place to send back")
    static let nothingSent = Phrase("还没有报，不用退回", "nothing was sent that could be sent back")
    static let loading = Phrase("正在读取报送情况…", "reading what was sent…")

    static func ofCity(_ city: Division, _ parting: Parting) -> Phrase {
      let en = parting.all.en
      return Phrase(
        "\(city.name)\(parting.all.zh)",
        "\(en.prefix(1).uppercased())\(en.dropFirst()) of \(city.english)")
    }

    static func parts(_ count: Int, _ parting: Parting) -> Phrase {
      Phrase("\(count) \(parting.one.zh)", "\(count)")
    }

    static func look(_ look: CompareScreen.Look) -> Phrase {
      switch look {
      case .indicators: indicators
      case .years: years
      case .points: points
      case .movers: movers
      case .collection: collection
      }
    }

    static func measure(_ measure: CompareScreen.Measure) -> Phrase {
      switch measure {
      case .value: value
      case .change: change
      case .gap: gap
      }
    }
  }
}
