import Intake
import LedgerStore
import Reform

/// From which ledger a form of tasks is.
struct TaskFormOrigin {
  let catalogue: Catalogue
  let ledger: Ledger

  /// What is wrong where a form was not made from this ledger; nil where the newest entry of then
  /// stands in it as it did.
  func finding(_ key: TaskFormKey, _ name: String) throws -> Finding? {
    let isSample = try ledger.remark("sample") != nil
    let entry = key.entry > 0 ? try ledger.entries([key.entry])[key.entry] : nil
    let membership = try ledger.membership()
    // What is shared may have another number since.
    let isOurs =
      try key.entry == 0 || entry?.at == key.at
      || membership != nil && ledger.hasEntry(enteredAt: key.at)
    let isElsewhere = key.isSample != isSample || key.province != catalogue.province
    guard isElsewhere || !isOurs else { return nil }
    if !isElsewhere, let membership { return unsynchronised(membership, name) }
    let whose =
      key.isSample && !isSample
      ? Phrase("示例台账（虚构）", "the sample ledger, made up,") : Phrase("另一本台账", "another ledger")
    return LineReportCheck.otherLedger.finding(
      "这张表是从\(whose.zh)生成的，不是这一本；请用 --ledger（或 --sample）指定那一本，或从这一本重新生成表。",
      "This form was made from \(whose.en) and not from this one; name that one with --ledger (or "
        + "--sample), or write the form anew from this one.", at: SourcePlace(file: name))
  }

  /// A form of another office's ledger in the same hub has what is not here yet; one of any other
  /// ledger cannot be told from it.
  private func unsynchronised(_ membership: Membership, _ name: String) -> Finding {
    let (zh, en) =
      membership.hasLine
      ? ("yigai sync，界面上按 S", "yigai sync, or S in the dashboard")
      : ("yigai pack 和 yigai unpack", "yigai pack and yigai unpack")
    return LineReportCheck.otherLedger.finding(
      "这张表上有本台账没有的登记，可能是还没有同步：请做表的单位和本单位都同步（\(zh)），再导入这张表；同步后仍是这样，"
        + "就是另一本台账的表，请从这一本重新生成。",
      "This form has entries that are not in this ledger, which may not be synchronised yet: have the office "
        + "that made it and this one do that (\(en)), then import it again. If it is still so, the "
        + "form is of another ledger: write it anew from this one.", at: SourcePlace(file: name))
  }
}
