import Foundation

extension Table {
  /// Settlements of the groups of a region in a year, a county in a row.
  public static func settlements(
    _ settlements: [Settlement], _ divisions: Divisions, _ language: Language,
    isSample: Bool = false
  ) -> Table {
    let columns: [Column<Settlement>] = [
      Column("place", Phrase("县（市、区）", "County")) {
        .text(divisions[$0.county]?.name(in: language) ?? $0.county)
      },
      Column("budget", Phrase("总额预算", "Budget")) { .fen($0.account.budget) },
      Column("advanced", Phrase("已预拨", "Advanced")) { .fen($0.account.advancedEntered) },
      Column("spending", Phrase("实际发生", "Spending")) { .fen($0.account.spending) },
      Column("balance", Phrase("结余（超支）", "Balance")) { .fen($0.balance) },
      Column("sixUnified", Phrase("六统一", "Six unified")) {
        .text($0.qualification.words(language))
      },
      Column("due", Phrase("应拨（退）", "Due")) { .fen($0.due) },
      Column("rule", Phrase("规则", "Rule")) { .text($0.ruleWords(language)) },
      Column("parts", Phrase("分配", "Parts")) { row in
        func said(_ words: (Fen) -> String) -> String {
          row.parts.map { "\($0.share.name(language)) \(words($0.fen))" }
            .joined(separator: Phrase("，", "; ")(language))
        }
        return .text(said(\.description), shown: said(\.grouped))
      },
    ]
    return Table(columns, settlements, language, isSample: isSample)
  }

  /// A settlement step by step, then the rule, those that were not used, and what must be said.
  public static func settlement(
    _ settlement: Settlement, _ desk: GroupAccounts, _ language: Language, isSample: Bool = false
  ) -> Table {
    func said(_ zh: String, _ en: String) -> Cell { .text(Phrase(zh, en)(language)) }
    func clause(_ rule: SettlementRule?) -> Cell {
      .text(rule.map { desk.catalogue.reference($0.source, in: language) } ?? FigureWords.none)
    }
    let name = desk.catalogue.divisions[settlement.county]?.name(in: language) ?? settlement.county
    var lines: [[Cell]] = [
      [
        said("\(name) \(settlement.year) 年", "\(name), \(settlement.year)"), .text(nil), .text(nil),
      ]
    ]
    lines += settlement.steps.map { step in
      [
        .text(step.words(language)),
        step.fen.map { .fen($0) } ?? said("未登记", "not entered"), .text(step.formula),
      ]
    }
    let governing = settlement.governing
    if settlement.outcome != .balanced, settlement.outcome != .open {
      lines.append([said("依据", "Rule"), clause(governing.rule)])
      lines.append([.text(nil), .text(governing.reason(language))])
      lines += governing.rejected.map { rejected in
        [
          said("未采用", "Not used"), clause(rejected.rule),
          .text(
            rejected.rule.words(language) + Phrase("", " ")(language) + rejected.reason(language)),
        ]
      }
      if !settlement.parts.isEmpty {
        lines.append([said("取整", "Rounding"), .text(Apportionment.rule(language))])
      }
    }
    lines += settlement.remarks.map { [said("说明", "Remark"), .text($0(language))] }
    return Table(lines: lines, language, isSample: isSample)
  }
}

extension Settlement {
  /// The rule by which the balance is split, or that it was agreed.
  fileprivate func ruleWords(_ language: Language) -> String {
    guard outcome == .surplus || outcome == .overrun else { return FigureWords.none }
    guard let rule = governing.rule else {
      return isAgreed ? Phrase("协商", "agreed")(language) : FigureWords.none
    }
    let agreed = isAgreed ? Phrase("（协商）", " (agreed)")(language) : ""
    return "\(rule.source.document) \(rule.source.place(language))\(agreed)"
  }
}

extension Settlement.Qualification {
  /// How many things of the list are done; short of all of them nothing is settled, only tried.
  fileprivate func words(_ language: Language) -> String {
    guard gate != nil else { return FigureWords.none }
    return "\(done)/\(checklist.expected)"
      + (isComplete ? "" : Phrase(" 试算", " trial")(language))
  }
}
