import Reform

/// What a settlement rests on, and who signs it.
extension SettlementPaper {
  var rules: [Paper.Block] {
    let governing = settlement.governing
    var blocks: [Paper.Block] = [
      .heading(1, said("依据", "Rule")),
      .paragraph(
        governing.reason(language)
          + (governing.rule.map { said("（", " (") + reference($0.source) + said("）", ")") } ?? "")),
    ]
    if settlement.isAgreed {
      blocks.append(
        .paragraph(
          said("所用比例为协商录入，文件没有写。", "The ratio was agreed and entered; no document prints it.")))
    }
    guard !governing.rejected.isEmpty else { return blocks }
    return blocks + [
      .paragraph(said("未适用的规定：", "Rules that do not apply:")),
      .list(
        governing.rejected.map { rejected in
          reference(rejected.rule.source) + said("：", ": ") + rejected.rule.words(language)
            + said("", " ") + rejected.reason(language)
        }),
    ]
  }

  /// The condition of the package, thing by thing.
  var gate: [Paper.Block] {
    let gate = settlement.qualification
    let list = gate.checklist
    guard let condition = gate.gate else {
      return [
        .heading(1, said("打包付费条件", "Condition of the package")),
        .paragraph(
          said(
            "目录里没有文件为这个县、这一年的打包付费设条件。",
            "No document here sets a condition for this county and year.")),
      ]
    }
    let rows = list.items.map { item in
      [
        item.title(language), item.isDone(by: gate.day) ? said("是", "yes") : said("否", "no"),
        item.evidence.map { "\($0.done) \($0.text)" } ?? FigureWords.none,
      ]
    }
    let table = PaperTable(
      [
        .init(said("内容", "Item"), share: 4), .init(said("完成", "Done"), share: 1, isCentered: true),
        .init(said("佐证", "Evidence"), share: 4),
      ], rows: rows)
    return [
      .heading(1, list.set.name(language)),
      .paragraph(
        said(
          "到 \(gate.day) 完成 \(gate.done)/\(list.expected)。条件出自：",
          "\(gate.done) of \(list.expected) by \(gate.day). Condition: ")
          + reference(condition.source) + said("。", ".")),
    ] + (rows.isEmpty ? [] : [.table(table)])
  }

  var remarks: [Paper.Block] {
    guard !settlement.remarks.isEmpty else { return [] }
    return [
      .heading(1, said("说明", "Remarks")), .list(settlement.remarks.map { $0(language) }),
    ]
  }

  /// Room for both sides; where it is signed already, what was signed.
  var signatures: [Paper.Block] {
    let signed = settlement.signed.map { signed in
      said("已签认：\(signed.balance.grouped) 元", "Signed: \(signed.balance.grouped) yuan")
        + (signed.note.map { said("（\($0)）", " (\($0))") } ?? "")
    }
    let line = said("负责人（签字）：", "In charge: ")
    let rows = [
      [line, line], [said("经办人：", "Clerk: "), said("经办人：", "Clerk: ")],
      [said("日期：", "Day: "), said("日期：", "Day: ")],
    ]
    var table = PaperTable(
      [
        .init(said("医保经办机构（盖章）", "Fund (seal)"), share: 1),
        .init(said("医疗集团（盖章）", "Group (seal)"), share: 1),
      ], rows: rows)
    table.isRoomy = true
    return [.heading(1, said("签认", "Signatures"))] + (signed.map { [.paragraph($0)] } ?? [])
      + [.table(table)]
  }

  private func reference(_ source: ClauseReference) -> String {
    let number = catalogue.document(source.document)?.number ?? source.document
    let place = source.place(language)
    return language == .zh ? "\(number)\(place)" : "\(number), \(place)"
  }
}

/// The words of settlements.
enum SettlementWords {
  static func title(_ place: Phrase, _ year: Int) -> Phrase {
    Phrase(
      "\(place.zh)医疗集团 \(year) 年医保总额预算年终结算单",
      "Settlement of the insurance budget \(year), medical group of \(place.en)")
  }

  static func file(_ place: Phrase, _ year: Int) -> Phrase {
    Phrase("\(place.zh)结算单-\(year)", "\(place.en)-settlement-\(year)")
  }

  static func capitals(_ what: Phrase, _ amount: Fen) -> Phrase {
    Phrase(
      "\(what.zh)：\(amount.grouped) 元（大写：人民币\(amount.capitals)）。",
      "\(what.en.prefix(1).uppercased() + what.en.dropFirst()): \(amount.grouped) yuan "
        + "(in capital characters: 人民币\(amount.capitals)).")
  }

  /// How many amounts of a kind stand, and the last of them.
  static func entered(_ kind: Phrase, _ count: Int, _ last: GroupEntry) -> Phrase {
    Phrase(
      "\(kind.zh) \(count) 笔，最后登记于 \(last.day)（\(last.who)，第 \(last.id) 号）",
      "\(kind.en): \(count), last entered on \(last.day) (\(last.who), no. \(last.id))")
  }
}
