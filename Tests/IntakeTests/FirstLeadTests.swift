import Reform
import Testing

@testable import Intake

/// The rule that the first named leads, beside notes that say themselves whose part is what.
struct FirstLeadTests {
  private func roles(_ rule: String, _ note: String) throws -> [String] {
    let reading = try Sample.read(
      "江苏省人民政府办公厅关于做好工作的通知\n苏政办发〔2025〕15号\n2025年3月28日\n一、推进改革。（省卫生健康委、省财政厅\(rule)）\n二、完善监管。\(note)\n"
    )
    return reading.clauses[1].departments.map { "\($0.value.name) \($0.value.role.rawValue)" }
  }

  @Test(arguments: [
    ("（牵头单位：省药监局）（配合单位：省医保局、省财政厅）", ["省药监局 lead", "省医保局 cooperating", "省财政厅 cooperating"]),
    ("（牵头单位：省药监局）（责任单位：省医保局、省财政厅）", ["省药监局 lead", "省医保局 responsible", "省财政厅 responsible"]),
    ("（省医保局、省财政厅配合）", ["省医保局 cooperating", "省财政厅 cooperating"]),
    ("（省医保局、省财政厅，省药监局配合）", ["省医保局 lead", "省财政厅 cooperating", "省药监局 cooperating"]),
    ("（省医保局、省财政厅）", ["省医保局 lead", "省财政厅 cooperating"]),
    ("（省医保局、省财政厅按职责分工负责）", ["省医保局 responsible", "省财政厅 responsible"]),
  ])
  func whoIsSaidToHelpLeadsNothing(_ note: String, _ wanted: [String]) throws {
    #expect(try roles("。列第一位的为牵头单位，下同", note) == wanted)
  }

  @Test(arguments: [
    ("（省医保局、省财政厅按职责分工负责）", ["省医保局 lead", "省财政厅 cooperating"]),
    ("（省医保局、省财政厅）", ["省医保局 lead", "省财政厅 cooperating"]),
    ("（省医保局牵头，省财政厅配合）", ["省医保局 lead", "省财政厅 cooperating"]),
  ])
  func aRuleStatedOfThoseThatShareHoldsForThem(_ note: String, _ wanted: [String]) throws {
    let rule = "等按职责分工负责，排第一位的为牵头单位，下同"
    #expect(try roles(rule, note) == wanted)
    #expect(try roles(rule, note + "\n三、完善制度。（省教育厅）") == wanted)
  }
}
