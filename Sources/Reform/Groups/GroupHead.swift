/// Headings of the tables in which groups are filled in, the same for who writes and who reads them.
public enum GroupHead: String, Sendable, CaseIterable {
  case county, code, year
  // Groups.
  case name, leadHospital, kind, member, tier, from, to
  case inPost, posts, professionals, staff
  // Settlements.
  case budget, spending, advanced, balance, overrunFund, surplusDevelopment, assessmentFactor
  case capitation, capitationFrom, capitationProof
  // Assessments.
  case rowKind, total, verdict
  // Evidence.
  case list, number, title, done, proof

  /// As a template prints it, without its unit.
  public var words: Phrase {
    switch self {
    case .county: Phrase("县（市、区）", "County")
    case .code: Phrase("代码", "Code")
    case .year: Phrase("年度", "Year")
    case .name: Phrase("集团名称", "Group name")
    case .leadHospital: Phrase("牵头医院", "Lead hospital")
    case .kind: Phrase("集团类型", "Kind")
    case .member: Phrase("成员机构", "Member")
    case .tier: Phrase("层级", "Tier")
    case .from: Phrase("加入日期", "Joined")
    case .to: Phrase("离开日期", "Left")
    case .inPost: Phrase("在编在岗人数", "Established staff")
    case .posts: Phrase("核定编制数", "Posts")
    case .professionals: Phrase("专业人员数", "Professionals")
    case .staff: Phrase("在岗人员总数", "All staff")
    case .budget: Phrase("年度总额预算", "Budget")
    case .spending: Phrase("实际发生", "Spending")
    case .advanced: Phrase("预拨合计", "Advanced in all")
    case .balance: Phrase("结余", "Balance")
    case .overrunFund: Phrase("超支基金承担比例", "Overrun fund share")
    case .surplusDevelopment: Phrase("结余业务发展比例", "Surplus development share")
    case .assessmentFactor: Phrase("考核系数", "Assessment factor")
    case .capitation: Phrase("按人头打包付费试点", "Payment by head")
    case .capitationFrom: Phrase("试点起始年", "By head from year")
    case .capitationProof: Phrase("试点佐证", "Proof of payment by head")
    case .rowKind: Phrase("类别", "Row")
    case .total: Phrase("总分", "Total score")
    case .verdict: Phrase("考核结果", "Verdict")
    case .list: Phrase("清单", "List")
    case .number: Phrase("序号", "Number")
    case .title: Phrase("内容", "Item")
    case .done: Phrase("完成日", "Done on")
    case .proof: Phrase("佐证", "Evidence")
    }
  }

  /// The heading of a month's advance.
  public static func advance(_ month: Int) -> Phrase {
    Phrase("\(month)月预拨", "Advance \(month)")
  }

  /// What stands in the column 类别 of a row of weights, and of a row of scores.
  public static let weights = Phrase("权重", "weights")
  public static let scores = Phrase("得分", "scores")
  public static let (yes, no) = (Phrase("是", "yes"), Phrase("否", "no"))
  /// What stands for the day of a thing that is not done after all.
  public static let notDone = Phrase("未完成", "not done")
}
