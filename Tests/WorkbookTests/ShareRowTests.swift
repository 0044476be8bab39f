import Reform
import Runtime
import TestSupport
import Testing

/// A share (占比) below or beside numerators and denominators: whose it is.
struct ShareRowTests {
  private func figures(_ rows: String) throws -> (words: [String], file: FigureImport.File) {
    let file = try Desk().examine("2023年晋城市公立医院运行情况\n指标,单位,数值\n" + rows)
    return (
      file.figures.map { "\($0.indicator) \($0.stated.map { "\($0)" } ?? "-")" }, file
    )
  }

  @Test(arguments: [
    "医疗服务收入,万元,100000\n医疗收入,万元,300000\n占比,%,33.33\n",
    "医疗收入,万元,300000\n医疗服务收入,万元,100000\n占比,%,33.33\n",
    "药占比,%,20\n医疗服务收入,万元,100000\n医疗收入,万元,300000\n占比,%,33.33\n",
  ])
  func itIsOfTheNumbersAboveIt(_ rows: String) throws {
    let (words, file) = try figures(rows)
    #expect(words.contains("medical-service-share 33.33"), "\(words) \(file.told)")
    #expect(!words.contains("drug-share 33.33") && !file.isBarred, "\(file.told)")
  }

  @Test(arguments: [
    "药品收入,万元,60000\n医疗收入,万元,300000\n医疗服务收入,万元,100000\n占比,%,33.33\n",
    "药品收入,万元,60000\n医疗服务收入,万元,100000\n医疗收入,万元,300000\n占比,%,33.33\n",
    "医疗服务收入,万元,100000\n医疗收入,万元,300000\n床位,张,5\n占比,%,33.33\n",
  ])
  func oneThatMayBeOfSeveralIsNotRead(_ rows: String) throws {
    let (words, file) = try figures(rows)
    #expect(!words.contains { $0.hasSuffix("33.33") }, "\(words)")
    #expect(file.told.contains("占比"), "\(file.told)")
  }

  @Test func aShareBesideVisitsIsNoCostPerVisit() throws {
    let file = try Desk().examine("2022年基层诊疗情况\n地区,诊疗人次（万）,其中：基层,占比\n太原市,5000,1500,30\n")
    #expect(file.figures.allSatisfy { $0.stated == nil }, "\(file.figures)")
    #expect(file.told.contains("“占比”"), "\(file.told)")
  }
}
