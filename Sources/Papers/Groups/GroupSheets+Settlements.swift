import Foundation
import Reform

/// The table of budgets, advances, spending, agreed ratios and payment by head, a row a county.
extension GroupSheets {
  public func settlements(_ year: Int) -> FillTable {
    let yuan = Phrase("元", "yuan")
    let money =
      [head(.budget, unit: yuan)]
      + (1...12).map { GroupHead.advance($0)(language) + said("（元）", " (yuan)") } + [
        head(.spending, unit: yuan)
      ]
    let percent = Phrase("%", "%")
    let answers = [GroupHead.yes(language), GroupHead.no(language)]
    var table = FillTable(
      title: title("\(year)年医保总额预算填报表", "Insurance budgets \(year)"),
      hints: [
        said(
          "一行一个县；金额写到分，没有的留空，不要填 0。合计由表格算出，导入时与各行核对。",
          "A row a county; amounts to the fen; leave empty what is not there, without a 0. Totals are reckoned "
            + "and checked when the table comes back."),
        said(
          "按人头打包付费试点：是或否；文件没有列名，写明从哪一年起和佐证（选定文件的文号）。",
          "Payment by head: yes or no; the document names no counties, so give the year it holds from and its "
            + "proof, such as the number of a document."),
      ], name: said("医保总额预算", "Budgets"),
      columns: firstColumns + [.init(head(.year), .given, width: 7)]
        + money.map { .init($0, .number, width: 17) } + [
          .init(head(.overrunFund, unit: percent), .number),
          .init(head(.surplusDevelopment, unit: percent), .number),
          .init(head(.assessmentFactor, unit: percent), .number),
          .init(head(.capitation), .choice(answers), width: 12),
          .init(head(.capitationFrom), .words, width: 10),
          .init(head(.capitationProof), .words, width: 28),
        ])
    layCities(year, &table)
    return table
  }

  /// Counties by city, each city under a total that adds itself up.
  private func layCities(_ year: Int, _ table: inout FillTable) {
    var city: Division.Code?
    for county in counties {
      if scope.level != .county, let parent = county.parent, parent != city {
        city = parent
        let parts = counties.filter { $0.parent == parent }
        let first = table.firstRow + table.rows.count + 1
        table.rows.append(total(parent, parts, year, first...(first + parts.count - 1)))
      }
      table.rows.append(FillTable.Row(cells(of: county, year)))
    }
  }

  private func cells(of county: Division, _ year: Int) -> [FillTable.Cell] {
    let (account, terms) = (
      desk.book.account(of: county.id, year), desk.book.terms(of: county.id, year)
    )
    let selection = desk.book.selectionEntered(of: county.id, year)
    return begin(county) + [.text("\(year)")] + amounts(account).map { Self.number($0?.yuan) } + [
      Self.number(terms.overrunFundShare), Self.number(terms.surplusDevelopment),
      Self.number(terms.assessmentFactor),
      Self.text(selection.map { ($0.isSelected ? GroupHead.yes : GroupHead.no)(language) }),
      Self.text(selection.map { "\($0.from)" }), Self.text(selection?.text),
    ]
  }

  /// Budget, advances and spending in the order of the columns.
  private func amounts(_ account: BudgetAccount) -> [Fen?] {
    [account.budget] + (1...12).map { account.advances[$0] } + [account.spending]
  }

  private func total(
    _ city: Division.Code, _ parts: [Division], _ year: Int, _ rows: ClosedRange<Int>
  ) -> FillTable.Row {
    let name = divisions[city].map { said("\($0.name)合计", "\($0.english) total") } ?? city
    let accounts = parts.map { amounts(desk.book.account(of: $0.id, year)) }
    let sums = (0..<14).map { index -> FillTable.Cell in
      let letters = SourcePlace.letters(index + 4)
      let area = "\(letters)\(rows.lowerBound):\(letters)\(rows.upperBound)"
      let known = accounts.compactMap { $0[index] }
      return .formula(
        "=IF(COUNT(\(area))=0,\"\",SUM(\(area)))", known.isEmpty ? nil : known.sum.yuan)
    }
    return FillTable.Row(
      [.text(name), .empty, .text("\(year)")] + sums + Array(repeating: .empty, count: 6),
      isTotal: true)
  }
}
