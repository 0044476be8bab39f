import Bundle
import Reform
import Testing

@testable import Intake

/// Who issued a document, and of which place it is therefore.
struct IssuerPlaceTests {
  private func head(
    _ first: String, province: String, sign: String = ""
  ) throws -> DocumentHead {
    let catalogue = BundledCatalogue.tables(of: province)
    let reader = DocumentReader(divisions: catalogue.divisions, departments: DepartmentNames())
    let text = "\(first)\n测发〔2026〕3号\n一、重点任务\n1.完成建设。（责任单位：卫生健康委）\n\(sign)2026年3月10日\n"
    return try reader.read(Array(text.utf8), name: "test.txt").head
  }

  @Test(arguments: [
    ("中共福州市委 福州市人民政府关于加快发展的意见", "中共福州市委 福州市人民政府", "350100"),
    ("中共福州市委\n福州市人民政府\n关于加快发展的意见", "中共福州市委 福州市人民政府", "350100"),
    ("中共福建省委　福建省人民政府关于加快发展的意见", "中共福建省委 福建省人民政府", "350000"),
    ("中共福州市委办公厅 福州市人民政府办公厅印发《关于推进建设的若干措施》的通知", "中共福州市委办公厅 福州市人民政府办公厅", "350100"),
    ("中国共产党三明市委员会 三明市人民政府关于加快发展的意见", "中国共产党三明市委员会 三明市人民政府", "350400"),
    ("国家税务总局厦门市税务局 厦门市医疗保障局关于做好参保的通知", "国家税务总局厦门市税务局 厦门市医疗保障局", "350200"),
    ("福 建 省 人 民 政 府 办 公 厅\n关于加快发展的通知", "福建省人民政府办公厅", "350000"),
  ])
  func theIssuerSaysThePlace(_ first: String, _ issuer: String, _ region: String) throws {
    let head = try head(first, province: "350000")
    #expect(head.issuer == issuer && head.region == region)
  }

  @Test(arguments: [
    "中共福州市委 福州市人民政府关于加快发展的意见", "国家税务总局福建省税务局关于做好参保的通知",
  ])
  func aDocumentOfAPartyCommitteeIsOfItsProvince(_ first: String) throws {
    let head = try head(first, province: "430000")
    #expect(head.region == nil && head.openings[0].hasPrefix("福"))
  }

  @Test func aTitleWithoutAnyIssuerSaysThePlaceByWhatItSendsOut() throws {
    #expect(try head("关于印发《三明市健康行动方案》的通知", province: "350000").region == "350400")
  }

  @Test(arguments: [
    ("财政部　国家医保局", "财政部 国家医保局"),
    ("国家卫生健康委办公厅　国家中医药局综合司", "国家卫生健康委办公厅 国家中医药局综合司"),
    ("江 西 省 人 民 政 府 办 公 厅", "江西省人民政府办公厅"), ("江西省人民政府 办公厅", "江西省人民政府办公厅"),
    ("云川省 财政厅", "云川省财政厅"), ("财 政 部", "财政部"), ("广州市委 市政府", "广州市委 市政府"),
  ])
  func twoOfficesStayPartedAndOneStaysOne(_ line: String, _ name: String) throws {
    #expect(HeadWords.withoutBlanksInside(scalars(line)) == name)
    let head = try head("关于做好工作的通知", province: "100000", sign: line + "\n")
    #expect(head.issuer == name)
  }

  @Test func aSignatureOfADepartmentOfAMinistryIsNoTextLeftOver() throws {
    let catalogue = BundledCatalogue.tables(of: "100000")
    let reader = DocumentReader(divisions: catalogue.divisions, departments: DepartmentNames())
    let text =
      "关于做好工作的通知\n国卫办发〔2026〕3号\n一、重点任务\n1.完成建设。（责任单位：国家医保局）\n\n"
      + "国家卫生健康委办公厅　国家中医药局综合司\n2026年3月10日\n"
    let reading = try reader.read(Array(text.utf8), name: "test.txt")
    #expect(!reading.findings.contains { $0.check == "left-out" })
  }

  @Test func aPrefectureThatIsCalledAsAProvinceIsNotOfThatProvince() {
    let provinces = BundledCatalogue.provinces()
    var head = DocumentHead()
    head.issuer = "海南藏族自治州人民政府"
    #expect(provinces.origin(of: head) == nil)
    head.issuer = "海南省人民政府"
    #expect(provinces.origin(of: head)?.id == "460000")
    // 省政府 says a province, and the number which.
    head = DocumentHead()
    (head.title, head.number) = ("省政府办公厅关于印发要点的通知", "苏政办发〔2026〕5号")
    #expect(provinces.origin(of: head)?.id == "320000")
  }
}
