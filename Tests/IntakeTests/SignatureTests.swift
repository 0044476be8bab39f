import Testing

@testable import Intake

/// The office that signs is no part of the note before it.
struct SignatureTests {
  private static let head = "云川省人民政府办公厅关于做好工作的通知\n云政办发〔2025〕2号\n一、推进改革。按季通报，强化督导。"

  @Test(arguments: [
    ("责任单位：省卫生健康委、省财政厅\n云川省人民政府办公厅\n2025年3月28日", ["省卫生健康委", "省财政厅"]),
    ("责任单位：省卫生健康委、省财政厅\n\n云川省人民政府办公厅\n二〇二五年三月二十八日", ["省卫生健康委", "省财政厅"]),
    ("责任单位：省卫生健康委、省财政厅；完成时限：2025年底\n云川省人民政府办公厅\n2025年3月28日", ["省卫生健康委", "省财政厅"]),
    ("责任单位：省卫生健康委、省财政厅\n云川省医疗保障局\n云川省财政厅（代章）\n2025年3月28日", ["省卫生健康委", "省财政厅"]),
    ("责任单位：省卫生健康委、省财政厅\n云川省人民政府办公厅　　2025年3月28日", ["省卫生健康委", "省财政厅"]),
    ("责任单位：省医疗保障局、省财政厅、\n云川省卫生健康委员会\n2025年3月28日", ["省医疗保障局", "省财政厅", "云川省卫生健康委员会"]),
  ])
  func whoSignsIsNotGluedToTheLastUnit(_ text: String, _ units: [String]) throws {
    let clause = try Sample.read(Self.head + text + "\n").clauses[0]
    #expect(clause.departments.map(\.value.name) == units)
  }

  @Test(arguments: ["\n", "　　"])
  func whoSignsIsTheIssuerThen(_ gap: String) throws {
    let reading = try Sample.read(
      Self.head + "责任单位：省卫生健康委、省财政厅\n云川省人民政府办公厅\(gap)2025年3月28日\n")
    #expect(reading.head.issuer == "云川省人民政府办公厅")
    #expect(reading.clauses[0].text.hasSuffix("省财政厅"))
  }
}
