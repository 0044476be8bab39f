import Bundle
import LedgerStore
import Reform
import Runtime

/// What commands say of sharing.
enum SharingWords {
  static func tell(_ words: Phrase, _ language: Language) {
    Output.write(Safe.line(words(language), keepingBreaks: true) + "\n")
  }

  static func place(_ code: Division.Code) -> Phrase {
    guard let division = try? LedgerProvince.find(code) else { return Phrase(code, code) }
    return Phrase(division.name, division.english)
  }

  static func joined(_ hub: HubGreeting, _ path: String, isNew: Bool) -> Phrase {
    Phrase(
      "\(isNew ? "已新建 \(path)，" : "\(path) ")已作为“\(hub.office)”加入\(place(hub.province).zh)的共享库。",
      "\(path) \(isNew ? "was made and " : "")belongs to the hub of \(place(hub.province).en) now, as "
        + "“\(hub.office)”.")
  }

  static func exchanged(_ report: ExchangeReport) -> Phrase {
    var (zh, en) = (
      ["已同步：上报 \(report.sent) 次，收到 \(report.came) 次。"],
      [
        "Synchronised: \(Plural("act").of(report.sent)) sent, "
          + "\(Plural("act").of(report.came)) came in."
      ]
    )
    if report.lost > 0 {
      zh.append("共享库丢了 \(report.lost) 次登记（恢复过旧备份），本单位的已重新上报。")
      en.append(
        "The hub had lost \(Plural("act").of(report.lost)), being restored from an older copy; those of "
          + "this office were sent again.")
    }
    if report.refused > 0 {
      zh.append("\(report.refused) 次没有采用，等你答复：yigai sync refused。")
      en.append(
        "\(Plural("act").of(report.refused)) not taken, and waiting for your answer: yigai sync refused."
      )
    }
    if report.strange > 0 {
      zh.append("\(report.strange) 次来自更新的程序，已保存，本程序还显示不了；请升级 yigai。")
      en.append(
        "\(Plural("act").of(report.strange)) of a newer program are kept, and not shown by this one: "
          + "upgrade yigai.")
    }
    return Phrase(zh.joined(separator: "\n"), en.joined(separator: "\n"))
  }

  static func unpacked(_ report: UnpackReport, isUp: Bool) -> Phrase {
    var (zh, en) = (
      [
        isUp
          ? "“\(report.office)”的登记：送进共享库 \(report.came) 次，原来就有 \(report.known) 次。"
          : "已收取：\(report.came) 次登记，原来就有 \(report.known) 次。"
      ],
      [
        isUp
          ? "From “\(report.office)”: \(Plural("act").of(report.came)) put into the hub, "
            + "\(report.known) there already."
          : "Taken in: \(Plural("act").of(report.came)); \(report.known) there already."
      ]
    )
    if report.confirmed > 0 {
      zh.append("本单位上报的 \(report.confirmed) 次已在共享库里。")
      en.append("\(Plural("act").of(report.confirmed)) of this office are in the hub now.")
    }
    if report.left > 0, let first = report.first {
      let (words, isForeign) = (first.words, first.isForeign)
      zh.append(
        "从第一次没被采用的起，\(report.left) 次没有送进：\(words.zh)"
          + (isForeign ? "对方收取回执包（--answer）后再打包就能送进。" : "对方收取回执包（--answer）后会问它怎么办。"))
      en.append(
        "\(Plural("act").of(report.left)) left out, from the first that was not taken on: \(words.en) "
          + (isForeign
            ? "Once its office has taken the answer in (--answer), what it packs is taken."
            : "Its office is asked when it takes the answer in (--answer)."))
    }
    if report.refused > 0 {
      zh.append("本单位有 \(report.refused) 次没有采用，等你答复：yigai sync refused。")
      en.append(
        "\(Plural("act").of(report.refused)) of this office not taken: yigai sync refused.")
    }
    return Phrase(zh.joined(separator: "\n"), en.joined(separator: "\n"))
  }

  static func state(_ state: SharingState?) -> Phrase {
    guard let state else { return Phrase("这本台账没有加入共享库。", "This ledger belongs to no hub.") }
    let membership = state.membership
    var (zh, en) = (
      ["单位：\(membership.office)（\(membership.hasLine ? membership.service : "没有线路，用数据包")）"],
      [
        "Office: \(membership.office) (\(membership.hasLine ? membership.service : "no line, by packs"))"
      ]
    )
    let last = membership.synchronised.map { String($0.prefix(16)).replacing("T", with: " ") }
    zh.append("最近同步：\(last ?? "还没有")")
    en.append("Last synchronised: \(last ?? "never")")
    zh.append("待上报：\(state.waiting) 次；未采用、等答复：\(state.asking) 次")
    en.append(
      "Waiting to be sent: \(state.waiting); not taken, to be answered for: \(state.asking)")
    let divisions = ChinaDivisions.divisions(of: membership.province)
    let places = membership.elsewhere.sorted { $0.key < $1.key }.map { code, count in
      Phrase(
        "\(divisions[code]?.name ?? code) \(count)", "\(divisions[code]?.english ?? code) \(count)")
    }
    if !places.isEmpty {
      zh.append("别处登记（只有次数）：" + places.map(\.zh).joined(separator: "、"))
      en.append("Elsewhere, counts only: " + places.map(\.en).joined(separator: ", "))
    }
    if let trouble = membership.trouble {
      zh.append("上次没有成功：\(trouble.zh)")
      en.append("The last one failed: \(trouble.en)")
    }
    return Phrase(zh.joined(separator: "\n"), en.joined(separator: "\n"))
  }

  static func json(_ state: SharingState) -> JSONValue {
    let membership = state.membership
    var fields: [String: JSONValue] = [
      "joined": .truth(true), "service": .text(membership.service), "hub": .text(membership.hub),
      "office": .text(membership.office), "place": .text(membership.place),
    ]
    fields["synchronised"] = membership.synchronised.map(JSONValue.text) ?? .null
    fields["trouble"] = membership.trouble.map { JSONValue.text($0.en) } ?? .null
    fields["waiting"] = .whole(Int64(state.waiting))
    fields["asking"] = .whole(Int64(state.asking))
    fields["sight"] = .text(membership.sight.rawValue)
    fields["elsewhere"] = .object(membership.elsewhere.mapValues { .whole(Int64($0)) })
    return .object(fields)
  }

  static func answered(
    _ count: Int, _ answer: RefusedAct.Answer, _ membership: Membership?
  ) -> Phrase {
    switch answer {
    case .kept:
      Phrase(
        "已按本单位的再登记 \(count) 次，"
          + (membership?.hasLine == false ? "用 yigai pack 打包上报。" : "下次同步时上报。"),
        "\(Plural("act").of(count)) entered again, to be sent "
          + (membership?.hasLine == false ? "by yigai pack." : "with the next exchange."))
    case .withdrawn:
      Phrase("\(count) 次不再坚持。", "\(Plural("act").of(count)) left out.")
    }
  }

  private static func said(_ answer: RefusedAct.Answer) -> Phrase {
    switch answer {
    case .kept: Phrase("仍登记", "kept")
    case .withdrawn: Phrase("不再坚持", "withdrawn")
    }
  }

  static func refused(_ rows: [RefusedRow], _ language: Language) -> Table {
    Table(
      [
        .init("number", Phrase("序号", "No.")) { .count($0.act.id) },
        .init("day", Phrase("登记日", "Entered")) { .text($0.act.day.description) },
        .init("who", Phrase("登记人", "By")) { .text($0.act.who) },
        .init("what", Phrase("内容", "What")) { .text($0.what) },
        .init("why", Phrase("未采用原因", "Why not")) {
          .text($0.why, keyed: .text($0.act.why.rawValue))
        },
        .init("answer", Phrase("答复", "Answer")) { row in
          .text(row.act.answer.map { said($0)(language) }, keyed: .text(row.act.answer?.rawValue))
        },
      ] as [Table.Column<RefusedRow>], rows, language)
  }
}

/// An act that was not taken, in words.
struct RefusedRow {
  var act: RefusedAct
  var what: String
  /// Who was quicker, or why else it was not taken.
  var why: String

  static func rows(
    _ acts: [RefusedAct], _ ledger: Ledger, _ catalogue: Catalogue, _ language: Language
  ) throws -> [Self] {
    try acts.map { act in
      let what = try SharedActs(ledger, catalogue).said(act)
      let names = try act.between.compactMap { try ledger.entered($0) }
        .map { "\($0.day) \($0.office) \($0.who)" }
      let why =
        names.isEmpty ? act.words(language) : names.joined(separator: language == .zh ? "、" : ", ")
      return Self(act: act, what: what(language), why: why)
    }
  }
}
