import Reform

extension Words {
  enum Review {
    static let title = Phrase("待审条款", "Drafts")
    static let onlyWaiting = Phrase("待定的条款", "Drafts to decide")
    static let document = Phrase("文件", "Document")
    static let noUnit = Phrase("没有读出责任单位，请对照原文", "no department was found; compare with the text")
    static let noDay = Phrase("时限没有写明哪一天", "the deadline names no day")
    static let file = Phrase("来源", "File")
    static let held = Phrase("台账：", "ledger: ")
    static let amended = Phrase("已由人修改", "amended by a person")
    static let lacking = Phrase("没有读出，请填（e）", "not found; please enter (e)")
    static let missing = Phrase("台账有而这次没有读出：", "in the ledger, not in this reading: ")
    static let help = Phrase(
      "a 采纳一条，x 舍弃，e 修改，A 采纳全部有把握的，f 把采纳的记入台账；Tab 到右边看各项和依据。"
        + "标 ? 的有疑问，请对照原文。",
      "a accepts a draft, x drops it, e amends, A accepts all that are sure, f files what is "
        + "accepted; Tab goes to the fields and the words behind them. ? marks a doubt: compare "
        + "with the text.")
    static let waits = Phrase("待审", "to review")
    static let toFile = Phrase("记入台账", "File in the ledger")
    static let confirm = Phrase("Enter 确定   Esc 取消", "Enter confirms   Esc cancels")
    static let nothingAccepted = Phrase(
      "还没有采纳任何条款（a 采纳，A 采纳全部有把握的）", "nothing is accepted yet (a accepts, A all that are sure)")
    static let lacksHead = Phrase(
      "文件的文号、标题、发文机关或日期还不全，请先补填",
      "number, title, issuer or day of the document is missing: enter it first")
    static let isFiled = Phrase("这一条已在台账", "this one is in the ledger")
    static let noneSure = Phrase("没有可以直接采纳的条款", "no draft is sure enough")
    static let nothingBack = Phrase("没有可以退回的决定", "no decision to take back")
    static let importPath = Phrase(
      "导入哪份文件（TXT、DOCX、HTML、PDF；数据、任务表用 XLSX、CSV）",
      "Which file (TXT, DOCX, HTML, PDF; figures, tasks: XLSX, CSV)")
    static let importHint = Phrase("Enter 读入", "Enter reads it")
    static let drop = Phrase("放弃这份待审文件", "Drop this review")
    static let dropHelp = Phrase(
      "审核中的决定不再保留；台账不变。", "What was decided in it is not kept; the ledger does not change.")
    static let withdraw = Phrase("从台账撤回这份文件", "Take this document out of the ledger")
    static let withdrawHelp = Phrase(
      "它的任务退回待审；已有登记的文件不能撤回。",
      "Its tasks go back into review; refused once anything was entered for them.")
    static let overtaken = Phrase(
      "刚有人审核了同一条，你的决定没有存；画面已换成最新的",
      "somebody has just decided on the same draft: yours was not kept; this is how it stands now")
    static let noDocument = Phrase("请先选一份文件", "select a document first")

    static func field(_ field: TaskField) -> Phrase {
      switch field {
      case .title: Phrase("标题", "Title")
      case .theme: Words.Task.theme
      case .level: Words.Task.level
      case .departments: Words.Task.departments
      case .deadlines: Words.Task.deadline
      case .places: Phrase("点名地区", "Places")
      case .targets: Words.Task.targets
      case .supersedes: Words.Task.supersedes
      }
    }

    static func head(_ field: DocumentField) -> Phrase {
      switch field {
      case .number: Phrase("文号", "Number")
      case .title: Phrase("标题", "Title")
      case .short: Phrase("简称", "Short name")
      case .issuer: Phrase("发文机关", "Issuer")
      case .issued: Phrase("印发日期", "Issued")
      case .region: Phrase("适用地区", "Binds")
      }
    }

    /// How to write a field; nil for the figures of a bulletin.
    static func manner(_ field: TaskField?, _ model: Model) -> Phrase {
      switch field {
      case .departments:
        Phrase("如：牵头：省卫健委；配合：省医保局、省财政厅", "such as 牵头：省卫健委；配合：省医保局")
      case .deadlines: Phrase("如：2025年底前、每年2月底前、持续推进", "such as 2025年底前, 每年2月底前")
      case .places: model.catalogue.divisions.namedForExample
      case nil: figures
      case .targets: Phrase("如：县域内就诊率 >= 90 %", "such as 县域内就诊率 >= 90 %")
      default: Phrase("", "")
      }
    }

    static let figures = Phrase(
      "照原样写数字，如：乡镇卫生院 132个；老年人 43万多", "each figure as printed, such as 乡镇卫生院 132个；老年人 43万多")
    static let figureField = Phrase("数字", "Figures")

    static func allHeld(_ name: String) -> Phrase {
      Phrase("\(name) 与台账一致，没有新的成效", "\(name) is as the ledger has it; nothing in it is new")
    }

    static func factsFiled(_ count: Int) -> Phrase {
      Phrase(
        "\(count) 条成效已记入台账",
        "\(Plural("fact").of(count)) \(count == 1 ? "is" : "are") in the ledger")
    }

    static func filesFacts(_ count: Int) -> Phrase {
      Phrase(
        "记入 \(count) 条成效，不产生任务。",
        count == 1
          ? "1 fact is filed; no task is made of it."
          : "\(count) facts are filed; no task is made of them.")
    }

    /// What is said of a draft that was decided so before.
    static func already(_ decision: TaskDraft.Decision) -> Phrase {
      decision == .accepted
        ? Phrase("这一条已经采纳；u 撤回", "this one is accepted already; u takes it back")
        : Phrase("这一条已经舍弃；u 撤回", "this one is dropped already; u takes it back")
    }

    static func decision(_ draft: TaskDraft) -> Phrase {
      if draft.isSame, draft.decision != .filed { return Phrase("一致", "same") }
      switch draft.decision {
      case .accepted: return Phrase("采纳", "accepted")
      case .dropped: return Phrase("舍弃", "dropped")
      case .filed: return Phrase("已入账", "filed")
      case .waiting:
        if draft.held != nil { return Phrase("有出入", "differs") }
        if draft.isSure { return Phrase("", "") }
        if draft.clause.kind == .fact, draft.doubts.isEmpty { return Phrase("无数字", "no figure") }
        return draft.doubts.isEmpty && draft.task.departments.isEmpty
          ? Phrase("无单位", "no unit") : Phrase("有疑问", "doubt")
      }
    }
  }
}
