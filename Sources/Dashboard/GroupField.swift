import Reform

/// What a person may write of a medical group.
public enum GroupField: Hashable, Sendable {
  /// Name and lead hospital, set apart by a semicolon.
  case card
  /// Level, name and first day, set apart by blanks.
  case member
  /// The words of a thing whose set no document prints.
  case title(ChecklistSet.ID, Int)
  case evidence(ChecklistSet.ID, Int)
  case score(Int, AssessmentMeasure.ID)
  case budget(Int)
  case spending(Int)
  /// What the fund bears of an overrun, what of a surplus goes to development: in per cent.
  case fundShare(Int)
  case development(Int)

  var words: Phrase {
    switch self {
    case .card: Phrase("集团名称；牵头医院（分号隔开）", "Name; lead hospital (set apart by a semicolon)")
    case .member:
      Phrase(
        "成员：级别 名称 加入日（如 乡级 某某卫生院 2020-01-01）",
        "Member: level, name, first day (township Somewhere 2020-01-01)")
    case .title: Phrase("清单内容", "Words of the item")
    case .evidence:
      Phrase("佐证（前面可写完成日，不写为今天）", "Evidence (a day before it, else today)")
    case .score: Phrase("得分（0 到 100）", "Score (0 to 100)")
    case .budget: Phrase("年度总额预算（元）", "Budget of the year (yuan)")
    case .spending: Phrase("全年实际发生（元）", "Spending of the year (yuan)")
    case .fundShare:
      Phrase("超支由医保基金承担百分之几", "Per cent of an overrun that the fund bears")
    case .development:
      Phrase("结余用于业务发展百分之几", "Per cent of a surplus for development")
    }
  }
}

extension GroupField {
  /// The fact that an answer makes; a sentence where it makes none.
  func content(
    _ text: String, of county: Division.Code, _ desk: SettlementDesk, on today: Day
  ) throws(Fault) -> GroupFact.Content {
    switch self {
    case .card:
      let parts = text.split { "；;".contains($0) }.map { String($0).trimmed }
      guard parts.count == 2 else {
        throw Fault("请写成：集团名称；牵头医院", "Write: name of the group; lead hospital")
      }
      let kind = desk.book.group(of: county).kind
      return .card(kind, name: parts[0], leadHospital: parts[1])
    case .member: return .member(try Self.member(text))
    case .title(let set, let number): return .item(set, number, title: Phrase(text, text))
    case .evidence(let set, let number):
      let words = text.split(separator: " ", maxSplits: 1).map(String.init)
      guard let first = words.first, let day = Day(first) else {
        return .evidence(set, number, done: today, text: text)
      }
      guard day <= today, words.count == 2 else {
        throw Fault("完成日要在今天或以前，后面写佐证", "The day is today or earlier, then the evidence")
      }
      return .evidence(set, number, done: day, text: words[1].trimmed)
    case .score(let year, let measure): return .score(year, measure, try Self.number(text))
    case .budget(let year): return .budget(year, try Self.money(text))
    case .spending(let year): return .spending(year, try Self.money(text))
    case .fundShare(let year):
      var terms = desk.book.terms(of: county, year)
      terms.overrunFundShare = try Self.number(text)
      return .terms(year, terms)
    case .development(let year):
      var terms = desk.book.terms(of: county, year)
      terms.surplusDevelopment = try Self.number(text)
      return .terms(year, terms)
    }
  }

  private static func member(_ text: String) throws(Fault) -> MedicalGroup.Member {
    var words = text.split(separator: " ").map(String.init)
    let tier = MedicalGroup.Member.Tier.allCases.first {
      [$0.name.zh, $0.name.en].contains(words.first ?? "")
    }
    let from = words.last.flatMap { Day($0) }
    if from != nil { words.removeLast() }
    guard let tier, words.count > 1 else {
      throw Fault(
        "请写成：县级、乡级或村级，名称，加入日", "Write: county, township or village, the name, the first day")
    }
    return MedicalGroup.Member(words.dropFirst().joined(separator: " "), tier, from: from)
  }

  private static func number(_ text: String) throws(Fault) -> Amount {
    guard let number = Amount(sent: text.filter { !"%,，".contains($0) }) else {
      throw Fault("“\(text)”不是数", "“\(text)” is not a number")
    }
    return number
  }

  private static func money(_ text: String) throws(Fault) -> Fen {
    let yuan = try number(text)
    guard let fen = Fen(yuan: yuan) else {
      throw Fault(
        "金额最多两位小数，不超过 \(Fen.limit.grouped) 元",
        "two decimals at most, no more than \(Fen.limit.grouped)")
    }
    return fen
  }
}
