import ArgumentParser
import Papers
import Reform

/// Writes slips of supervision.
struct PapersSlipCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "slip", abstract: "督办单，一件一份。Slips of supervision, a paper each.",
    discussion: "编号见 yigai slips；也可以只写其中的数字。Numbers as yigai slips lists them, or their figures.")

  @Argument(help: "编号。Numbers.") var numbers: [String]
  @OptionGroup var options: LedgerOptions
  @OptionGroup var target: PaperTarget
  @OptionGroup var form: PaperForm
  @Option(help: "落款单位。The unit that signs.") var from: String?

  func run() throws {
    let opened = try options.lookOnly()
    defer { opened.ledger.close() }
    let desk = try opened.slipDesk
    let all = try desk.slips()
    var slips: [Slip] = []
    for number in numbers {
      let slip = try opened.slip(number, among: all)
      if !slips.contains(slip) { slips.append(slip) }
    }
    let papers = slips.map { opened.paperDesk.slip($0, desk.rules) }
    opened.tell(slips.flatMap { desk.rules.calendar.untold(from: $0.issued, to: $0.due) })
    try target.write(
      papers.map { (name: $0.fileName, paper: $0.paper(unit: from)) }, form, opened.language)
  }
}

/// Writes the book of slips as a workbook.
struct PapersSlipsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "slips",
    abstract: "督办台账工作簿（XLSX）：总表，按单位、地区、级别计数。The book of slips as a workbook.",
    discussion: "不写 --place 是全省（全国）。Without --place, all of it.")

  @OptionGroup var options: LedgerOptions
  @OptionGroup var target: PaperTarget

  func run() throws {
    let opened = try options.lookOnly()
    defer { opened.ledger.close() }
    let (desk, place) = (try opened.slipDesk, try opened.slipPlace)
    let book = try opened.paperDesk.slipBook(of: place, desk.rules)
    try target.write([book.fileName], "xlsx", opened.language) { _, path in
      try XLSXWriter.write(book.workbook(), to: path)
    }
  }
}
