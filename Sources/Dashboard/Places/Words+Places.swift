import Reform

extension Words {
  /// What the screen of places says.
  enum Places {
    static let title = Phrase("地市", "Places")
    static let group = Phrase("医疗集团", "Medical group")
    static let parts = Phrase("下级", "Parts")
    static let sections = Phrase("集团台账", "Group")
    static let reading = Phrase("正在读取…", "reading…")
    static let map = Phrase("地图", "Map")
    static let name = Phrase("地区", "Place")
    static let finished = Phrase("办结", "Done")
    static let red = Phrase("红", "Red")
    static let due = Phrase("下次到期", "Next due")
    static let rank = Phrase("名次", "Rank")
    static let population = Phrase("常住人口", "residents")
    static let census = Phrase("第七次人口普查", "census 2020")

    static let tasks = Phrase("任务", "Tasks")
    static let binding = Phrase("适用本地的任务", "Tasks that hold here")
    static let owed = Phrase("欠账与到期", "Owed and due next")
    static let nothingOwed = Phrase("没有欠账，也没有将到期的任务", "nothing is owed and nothing falls due")
    static let indicators = Phrase("指标", "Indicators")
    static let noIndicators = Phrase("台账里没有这里的指标数据", "the ledger has no figures of this place")
    static let roles = Phrase("文件点名", "Named in documents")
    static let noRoles = Phrase("没有文件点名这个地区", "no document names this place")
    static let reported = Phrase("简报成效", "Reported in bulletins")
    static let noReports = Phrase("没有简报写到这个地区", "no bulletin reports of this place")
    static let goals = Phrase("其中的目标", "Goals among them")
    static let thresholds = Phrase("计数的界限（不是成效）", "Limits of counting, no results")
    static let notes = Phrase("最近登记", "Last entries")
    static let noNotes = Phrase("还没有登记", "nothing is entered yet")
    static let noMatch = Phrase(
      "没有找到。Esc 取消筛选。", "Nothing is found. Esc clears the filter.")
    static let nothingToExplain = Phrase("这一行没有要说明的", "there is nothing to explain on this line")
    static let nothingToOpen = Phrase("这一行没有可打开的内容", "there is nothing to open on this line")

    static func order(_ order: PlacesScreen.Order) -> Phrase {
      switch order {
      case .name: Phrase("区划顺序", "by code")
      case .finished: Phrase("办结率", "finished")
      case .red: Phrase("红灯", "red lights")
      case .due: due
      case .indicator: Phrase("指标值", "indicator")
      case .rank: rank
      }
    }
  }

  /// What the screen says of a medical group.
  enum Groups {
    static let about = Phrase("概况与成员", "About and members")
    static let assessment = Phrase("年度考核", "Assessment")
    static let settlement = Phrase("预算结算", "Settlement")
    static let sample = Phrase("示例", "made up")
    static let kind = Phrase("类型", "Kind")
    static let lead = Phrase("牵头医院", "Lead hospital")
    static let noName = Phrase("集团名称还没有登记", "the name of the group is not entered")
    static let noMembers = Phrase("成员还没有登记", "no members are entered")
    static let members = Phrase("成员", "Members")
    static let moved = Phrase("成员调整", "Members that moved")
    static let limits = Phrase("文件规定的限度", "Limits set by documents")
    static let noFigure = Phrase("没有数据", "no figure")
    static let kept = Phrase("符合", "kept")
    static let broken = Phrase("不符合", "not kept")
    static let done = Phrase("完成", "done")
    static let notDone = Phrase("没有佐证", "no evidence")
    static let source = Phrase("依据", "Source")
    static let printed = Phrase("文件列出", "printed")
    static let entered = Phrase("本地录入", "entered here")
    static let weight = Phrase("权重", "Weight")
    static let score = Phrase("得分", "Score")
    static let points = Phrase("计分", "Points")
    static let weighting = Phrase("权重 × 得分 = 计分", "Weight × Score = Points")
    static let total = Phrase("总分", "Total")
    static let noWeights = Phrase(
      "文件没有写权重，本年也没有录入，算不出总分。",
      "The document prints no weights and none are entered for the year: there is no total.")
    static let noTotal = Phrase("算不出", "none yet")
    static let verdict = Phrase("考核结果", "Verdict")
    static let links = Phrase("结果挂钩", "Linked to")
    static let rule = Phrase("采用的规定", "The rule that governs")
    static let ruled = Phrase("规定", "Rule")
    static let asEntered = Phrase("按登记的数，没有计算", "as it was entered, not reckoned")
    static let rejected = Phrase("未适用的规定", "Rules that do not apply")
    static let agreed = Phrase(
      "所用比例是协商录入的，文件没有写。", "The ratio was agreed and entered; no document prints it.")
    static let rounding = Phrase("取整规则", "Rounding")
    static let remarks = Phrase("说明", "Remarks")
    static let qualified = Phrase("具备总额预算打包付费条件", "the budget may be settled as a package")
    static let unqualified = Phrase(
      "不具备打包付费条件，以下只是试算", "not settled as a package: what follows is a trial reckoning")
    static let unconditional = Phrase(
      "没有文件为本县、本年的打包付费设条件", "no document sets a condition for this county and year")
    static let trial = Phrase("试算", "trial")
    static let notEntered = Phrase("未登记", "not entered")
    static let signed = Phrase("已签认", "Signed")
    static let signedShort = Phrase("已签", "signed")
    static let formula = Phrase("算式", "Formula")
    static let onlyInGroup = Phrase(
      "登记在医疗集团里做：Enter 走到医疗集团", "Entries are made in a medical group: go down to one with Enter")
    static let nothingToWrite = Phrase("这一行没有可登记的内容", "there is nothing to enter on this line")
    static let nothingToDrop = Phrase(
      "这一行不能删除；刚登记错的按 u 撤销，登记过的按 e 改写",
      "this line cannot be dropped; take the last entry back with u, or write over it with e")
    static let printedStays = Phrase(
      "文件列出的内容不能删除；没有完成的，按 e 把佐证改为没有完成",
      "what a document prints cannot be dropped; with e its evidence can be set to not done")
    static let dropMember = Phrase("删除登记错的成员", "Drop a member entered wrongly")
    static let dropItem = Phrase("删除清单的一项", "Drop an item of the list")
    static let dropNote = Phrase(
      "登记仍留在台账的流水里，按 u 可以撤销。离开集团的成员不要删除，按 e 写最后一天。",
      "The entries stay in the ledger's history; u takes this back. A member that has left is not "
        + "dropped: enter its last day with e.")
    static let dropItemNote = Phrase(
      "本县在这一项的佐证一起去掉。登记仍留在台账的流水里，按 u 可以撤销。",
      "The county's evidence for it goes with it. The entries stay in the ledger's history; u takes "
        + "this back.")
    static func dropOnlyHere(_ place: String) -> Phrase {
      Phrase(
        "这一条是为\(place)录入的，只从本县的清单去掉。",
        "It was entered for \(place), and goes from this county's list only.")
    }
    static let itemDropped = Phrase("清单内容已删除", "the item was dropped")
    static let governs = Phrase("这条规定用于本次结算", "this rule governs the settlement")
    static let selection = Phrase("按人头打包付费试点", "Selected for payment by head")
    static let fundShare = Phrase("协商：超支由医保基金承担", "Agreed: the fund bears of an overrun")
    static let development = Phrase("协商：结余用于业务发展", "Agreed: of a surplus to development")
    static let assessmentFactor = Phrase("考核系数：结余计发", "Assessment factor: of a surplus paid")
    static let onlySum = Phrase("集团合计，不代表各机构", "the group's sum, not any institution's")
    static let yuan = Phrase("元", "yuan")
  }
}
