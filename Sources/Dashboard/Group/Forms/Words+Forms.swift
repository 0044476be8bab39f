import Reform

extension Words {
  /// What forms say.
  enum Forms {
    static let needed = Phrase("这一项要填。", "This must be filled in.")
    static let kept = Phrase(
      "登记过的不能清空：写 0 或改写，登记错的离开后按 u 撤销。",
      "What is entered cannot be emptied: write over it, or leave and take it back with u.")
    static let leaving = Phrase(
      "有内容还没有登记：再按 Esc 放弃，按其他键继续填。",
      "Not entered yet: Esc again drops it, any other key goes on.")
    static let unchanged = Phrase("没有改动，没有登记", "nothing was changed, nothing entered")
    static let hint = Phrase(
      "Tab ↓ 下一项  Ctrl-S 登记  Esc 离开", "Tab/Down next  Ctrl-S records  Esc leaves")
    static let lastHint = Phrase(
      "Enter 登记  Tab ↑ 上一项  Esc 离开", "Enter records  Up before  Esc leaves")
    static let choiceHint = Phrase(
      "← → 空格 选择  Tab ↓ 下一项  Ctrl-S 登记  Esc 离开",
      "Left/Right/Space choose  Tab next  Ctrl-S records  Esc leaves")

    static let groupName = Phrase("集团名称", "Name of the group")
    static let tier = Phrase("级别", "Level")
    static let memberName = Phrase("机构名称", "Institution")
    static let firstDay = Phrase("加入日", "First day")
    static let lastDay = Phrase("离开日（最后一天）", "Last day")
    static let dayExample = Phrase("如 2020-01-31，可不填", "such as 2020-01-31, or empty")
    static let moveNote = Phrase(
      "从别的集团转来的：先到那个集团写最后一天，再在这里写第一天。",
      "One that comes from another group: first enter its last day there, then its first day here.")
    static let chinese = Phrase("内容", "Chinese words")
    static let english = Phrase("英文", "English words")
    static let englishNote = Phrase(
      "英文可以不填，不填就用中文。", "Without English words the Chinese ones are used.")
    static let state = Phrase("是否完成", "State")
    static let isDone = Phrase("已完成", "done")
    static let isNotDone = Phrase("没有完成", "not done")
    static let doneDay = Phrase("完成日", "Done on")

    static let holdsFor = Phrase("适用", "Holds for")
    static let year = Phrase("年份", "Year")
    static let weightsNote = Phrase(
      "文件没有写权重，由本地确定；合计 100，没有的可不填。",
      "The document prints no weights: they are the office's own and add up to 100.")

    static let budget = Phrase("年度总额预算", "Budget of the year")
    static let spending = Phrase("全年实际发生", "Spending of the year")
    static let units = Phrase("元；可写 万元、亿元", "yuan; 万元 and 亿元 too")
    static func advance(_ month: Int) -> Phrase {
      Phrase("\(month < 10 ? " " : "")\(month) 月预拨", "Advance, month \(month)")
    }

    static let fromYear = Phrase("从哪一年起", "From which year")
    static let yes = Phrase("选定", "selected")
    static let no = Phrase("没有选定", "not selected")
    static let shownBy = Phrase("依据", "Shown by")
    static let note = Phrase("备注", "Note")
    static let due = Phrase("医保基金还应拨付", "Still to be paid")
    static let dueBack = Phrase("应退回医保基金", "To be paid back")
    static let undivided = Phrase("没有规定怎样分，不分配", "no rule divides it; nothing is divided")
    static let agreed = Phrase("按协商录入的比例", "by the agreed ratio that was entered")
    static let signedAlike = Phrase("与现在相同", "the same as now")
    static let signedOtherwise = Phrase(
      "与现在算出的不同；再签一次以新的为准", "other than what is reckoned now; signing again replaces it")
    static let inPost = Phrase("在编在岗人数", "Established staff on duty")
    static let posts = Phrase("核定编制数", "Established posts")
    static let professionals = Phrase("医疗卫生专业人员数", "Health professionals")
    static let staff = Phrase("在岗人员总数", "All staff on duty")
    static let persons = Phrase("人", "persons")
    static let factorNote = Phrase(
      "考核系数：文件只写依据考核结果执行，没有写系数；不填就按全额计算。",
      "Assessment factor: the document goes by the result but prints no factor; without one all counts."
    )
    static func title(of form: GroupForm, _ charter: GroupCharter) -> Phrase {
      switch form {
      case .card: Phrase("医疗集团", "Medical group")
      case .member(nil): Phrase("添加成员", "New member")
      case .member: Phrase("成员", "Member")
      case .staffing(_, let year): of(year, Phrase("机构人员", "Staff of the institution"))
      case .item(let set, let number):
        named(set, charter, Phrase("第 \(number) 项内容", "item \(number)"))
      case .evidence(let set, let number):
        named(set, charter, Phrase("第 \(number) 项佐证", "evidence of item \(number)"))
      case .weights: Phrase("考核权重", "Weights of the assessment")
      case .scores(let year): of(year, Phrase("考核得分", "Scores of the assessment"))
      case .money(let year): of(year, Phrase("总额预算", "Insurance budget"))
      case .terms(let year): of(year, Phrase("协商的比例", "Agreed ratios"))
      case .selection: Groups.selection
      case .signing(let year): of(year, Phrase("签认结算", "Signing of the settlement"))
      case .elsewhere: Phrase("", "")
      }
    }

    private static func of(_ year: Int?, _ words: Phrase) -> Phrase {
      guard let year else { return Phrase("新一年：\(words.zh)", "Another year: \(words.en)") }
      return Phrase("\(year) 年\(words.zh)", "\(words.en), \(year)")
    }

    private static func named(
      _ set: ChecklistSet.ID, _ charter: GroupCharter, _ words: Phrase
    ) -> Phrase {
      guard let name = charter[set]?.name else { return words }
      return Phrase("\(name.zh)\(words.zh)", "\(name.en), \(words.en)")
    }
  }
}
