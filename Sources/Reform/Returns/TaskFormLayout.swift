/// What both sides of the workbook know in which a place fills in how its tasks stand (任务填报表).
public enum TaskFormLayout {
  /// What the first cell of the hidden sheet (`TemplateKey.sheet`) says, and beside it the version.
  public static let mark = "yigai-tasks"
  public static let version = 1
  /// Row of the hidden sheet from which the lines are listed: number, task, place, period, status.
  public static let firstLineRow = 12
  /// What the sheet is called that says how to fill in the form.
  public static let notes = Phrase("填报说明", "How to fill in")
  /// A form that went out more than so many days ago is likely that of another month.
  public static let freshDays = 40

  /// What the hidden sheet says in front of the lines, a row each.
  public enum Fact: String, CaseIterable, Sendable {
    case place, province, sample, day
    /// The newest entry of the ledger that the form was made from, and when it was entered by the
    /// clock: entries are never changed, so that both tell one ledger from another.
    case entry, at
  }

  /// The columns, in their order.
  public enum Column: Int, CaseIterable, Sendable {
    case number = 1
    case task, title, document, clause, lead, others, place, period, due, standing, light
    case status, progress, problem, next, evidence, day

    public var head: Phrase {
      switch self {
      case .number: Phrase("序号", "No.")
      case .task: Phrase("编号", "Id")
      case .title: Phrase("任务", "Task")
      case .document: Phrase("文件", "Document")
      case .clause: Phrase("条款", "Clause")
      case .lead: Phrase("牵头单位", "Lead")
      case .others: Phrase("配合、责任单位", "Cooperating, responsible")
      case .place: Phrase("地区", "Place")
      case .period: Phrase("期", "Period")
      case .due: Phrase("时限", "Due")
      case .standing: Phrase("台账状态", "Status in the ledger")
      case .light: Phrase("灯", "Light")
      case .status: Phrase("状态（填）", "Status now")
      case .progress: Phrase("进展（填）", "Progress")
      case .problem: Phrase("问题（填）", "Problem")
      case .next: Phrase("下一步（填）", "Next step")
      case .evidence: Phrase("佐证（填）", "Evidence")
      case .day: Phrase("截至日期（填）", "As of")
      }
    }

    /// Whether the sender writes in it; all others are printed and locked.
    public var isFilled: Bool { rawValue >= Column.status.rawValue }
  }

  /// What stands below the lines, a row each.
  public enum Foot: CaseIterable, Sendable {
    case sender, checker, phone

    public var head: Phrase {
      switch self {
      case .sender: Phrase("填报人", "Filled in by")
      case .checker: Phrase("审核人", "Checked by")
      case .phone: Phrase("电话", "Telephone")
      }
    }
  }
}

extension Divisions {
  /// Whether the line of a place belongs into the form of another: into that of a city all that lie
  /// in it, into that of an own level (省本级) the government's alone.
  public func isLine(at place: Division.Code, ofForm form: Division.Code) -> Bool {
    guard let division = self[form], division.level == .own else { return isWithin(place, form) }
    return place == division.parent
  }
}
