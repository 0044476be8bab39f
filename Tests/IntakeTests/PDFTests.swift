import Foundation
import Reform
import Testing

@testable import Intake

/// PDF files with a text layer, through the real `pdftotext`.
struct PDFTests {
  private static let texts = [
    "某市人民政府办公室关于做好医改工作的通知", "某政办发〔2025〕1号", "2025年1月16日", "一、重点任务",
    "（一）完善医疗集团管理体制。2025年6月底前各县（市、区）出台医疗集团章程，落实集团人事、财务自主权，健全外部治理和内部管理机制，建立与集团功能相适应的绩效考核制度。（市卫生健康委牵头，市委编办、市财政局配合）",
    "（二）开展远程会诊。2025年底前全部县级医疗集团接入省远程会诊中心，乡镇卫生院影像、心电、检验由集团统一出具诊断报告，实行基层检查、上级诊断、结果互认，方便群众就近看病。（市医保局负责）",
    "二、深化医保支付方式改革",
    "（三）推行按病种分值付费。到2026年底，按病种付费的医保基金支出占比达到70%以上，落实结余留用、合理超支分担的办法，及时向医疗集团拨付医保资金，不得拖欠，并向社会公开。（市医保局负责）",
  ]

  private func fault(_ bytes: [UInt8]) -> String? {
    do {
      _ = try Sample.reader.read(bytes, name: "t.pdf")
      return nil
    } catch {
      return error.message.zh
    }
  }

  @Test func aPDFReadsLikeItsText() throws {
    let plain = try Sample.read(Self.texts.joined(separator: "\n"))
    for lines in [22, 7, 9] {
      let file = SmallPDF.paragraphs(Self.texts, head: "某市人民政府公报", linesOnPage: lines)
      let reading = try Sample.reader.read(file.bytes(), name: "t.pdf")
      #expect(reading.clauses.map(\.text) == plain.clauses.map(\.text))
      #expect(
        reading.clauses.map { $0.departments.map(\.value) }
          == plain.clauses.map { $0.departments.map(\.value) })
      #expect(
        reading.clauses.map { $0.deadlines.map(\.value) }
          == plain.clauses.map { $0.deadlines.map(\.value) })
      #expect(reading.head.number == plain.head.number && reading.head.title == plain.head.title)
    }
  }

  private func table(_ rows: [[(Double, [String])]], up: Double = 700) -> [SmallPDF.Word] {
    var words: [SmallPDF.Word] = []
    var top = up
    for row in rows {
      let most = row.map(\.1.count).max() ?? 1
      for (left, lines) in row {
        let offset = Double(most - lines.count) * 8
        for (number, line) in lines.enumerated() {
          words.append((left, top - offset - Double(number) * 16, 12, line))
        }
      }
      top -= Double(most) * 16 + 8
    }
    return words
  }

  private static let columns: [Double] = [82, 114, 278, 346, 450]

  private func row(_ cells: [[String]]) -> [(Double, [String])] {
    zip(Self.columns, cells).map { ($0, $1) }
  }

  @Test func aTableIsPutTogetherFromItsColumns() throws {
    var file = SmallPDF.paragraphs(Self.texts + ["附件"])
    file.pages.append(
      table([
        row([["序号"], ["重点任务"], ["牵头单位"], ["配合单位"], ["完成时限"]]),
        row([
          ["1"], ["完善医疗集团管理体制，出台", "医疗集团章程，落实集团人事", "、财务自主权"], ["市卫生健康", "委"],
          ["市委编办、市财政", "局、市人力资源社", "会保障局"], ["2025年6月", "底前"],
        ]),
        row([["2"], ["开展远程会诊"], ["市卫生健康", "委"], ["市医保局"], ["2025年底前"]]),
        row([
          ["3"], ["推行按病种分值付费，按病种", "付费的占比达到70%以上"], ["市医保局"], ["市卫生健康委、市", "财政局"], ["2026年底前"],
        ]),
      ]))
    let reading = try Sample.reader.read(file.bytes(), name: "t.pdf")
    let rows = reading.clauses.filter { $0.path.hasPrefix("annex") }
    #expect(
      rows.map(\.title) == [
        "完善医疗集团管理体制，出台医疗集团章程，落实集团人事、财务自主权", "开展远程会诊", "推行按病种分值付费，按病种付费的占比达到70%以上",
      ])
    #expect(
      rows.map { $0.departments.map(\.value.name) } == [
        ["市卫生健康委", "市委编办", "市财政局", "市人力资源社会保障局"], ["市卫生健康委", "市医保局"],
        ["市医保局", "市卫生健康委", "市财政局"],
      ])
    #expect(
      rows.map { $0.deadlines.first?.value.due?.description } == [
        "2025-06-30", "2025-12-31", "2026-12-31",
      ])
    #expect(reading.findings.contains { $0.check == "table-of-a-pdf" })
    // Every row is to be checked, where it stands; its header and the text are not.
    let doubts = reading.findings.filter { $0.check == "row-of-a-pdf" }
    #expect(doubts.compactMap(\.source.line) == rows.map(\.line))
    #expect(doubts.allSatisfy { $0.severity == .note })
  }

  @Test func aPageWithoutTextIsSaid() throws {
    var file = SmallPDF.paragraphs(Self.texts)
    file.pages.append([])
    let reading = try Sample.reader.read(file.bytes(), name: "t.pdf")
    #expect(
      reading.findings.contains { $0.check == "page-without-text" && $0.message.zh.contains("第2页") }
    )
  }

  @Test func aScannedPDFIsRefused() {
    var file = SmallPDF()
    file.pages = [[], []]
    #expect(fault(file.bytes())?.contains("扫描件") == true)
    file.pages = [[(20, 20, 8, "Scanned by CamScanner")]]
    #expect(fault(file.bytes())?.contains("扫描件") == true)
  }

  @Test func lettersForAllCharactersAreGarble() {
    var file = SmallPDF()
    file.pages = [(0..<20).map { (80, 740 - Double($0) * 20, 12, "abcdefghijklmnopqrstuvwxyz") }]
    #expect(fault(file.bytes())?.contains("乱码") == true)
  }

  @Test func aDamagedPDFIsRefused() {
    #expect(fault(Array("%PDF-1.7\nnothing".utf8))?.contains("损坏") == true)
    let bytes = SmallPDF.paragraphs(Self.texts).bytes()
    // Half of it is either mended by the tool or refused.
    _ = fault(Array(bytes.prefix(bytes.count / 2)))
  }

  @Test func anEncryptedPDFIsRefused() {
    var file = SmallPDF.paragraphs(Self.texts)
    let key = String(repeating: "41", count: 32)
    file.trailer =
      "/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <\(key)> /U <\(key)> >> /ID [<41> <41>]"
    #expect(fault(file.bytes())?.contains("密码") == true)
  }

  @Test func aToolThatIsNotThereIsSaid() {
    let failure = #expect(throws: ToolRun.Failure.self) {
      try ToolRun.run("yigai-no-such-tool", [])
    }
    #expect(failure == .notInstalled)
    #expect(Faults.noPDFTool("t").message.zh.contains("apt-get install poppler-utils"))
  }

  @Test func aToolThatSaysTooMuchOrNeverEndsIsStopped() {
    let much = #expect(throws: ToolRun.Failure.self) { try ToolRun.run("yes", [], limit: 100_000) }
    #expect(much == .tooMuch)
    let long = #expect(throws: ToolRun.Failure.self) {
      try ToolRun.run("sleep", ["60"], seconds: 0)
    }
    #expect(long == .tooLong)
  }
}
