import Foundation
import Reform

/// Finds the place of a row from its name and its code, under the city that the table is of, and
/// says what is wrong where there is none: the same for tables of figures and of groups.
struct RowPlaces {
  /// Something to tell of the place of a row.
  struct Remark: Hashable {
    var check: FigureCheck
    var severity: Finding.Severity
    var message: Phrase
    var words: String
    /// Whether it is the code that is wrong, and not the name.
    var isOfCode = false
  }

  enum Answer: Hashable {
    case place(Division, Remark?)
    case refused(Remark)
    /// A code that nobody has: of another province, or no code of a division at all.
    case noCode(Remark, isForeign: Bool)
  }

  let finder: PlaceFinder
  var divisions: Divisions { finder.divisions }

  /// The place of a row.
  ///
  /// `name` and `code` are as they stand there; one of them at least is needed.
  func place(name: String?, code: String?, in city: Division.Code?) -> Answer {
    if let code, let digits = PlaceFinder.code(NameKey.folded(code)) {
      return byCode(digits, name, in: city)
    }
    let text = name ?? code ?? ""
    return answer(finder.find(text, in: city), text)
  }

  private func byCode(_ code: String, _ name: String?, in city: Division.Code?) -> Answer {
    if let name, let own = divisions[code], own.level == .own,
      finder.find(name, in: own.parent).division?.id == code
    {
      return .place(own, nil)
    }
    guard let found = finder.byCode(code) else { return unknown(code) }
    // Statistics write this code beside 市辖区.
    if found == .districts, name.map({ finder.find($0, in: city) != .districts }) ?? true {
      return .refused(ownCode(code, name))
    }
    let answer = answer(found, code)
    guard case .place(let division, let remark) = answer, let name else { return answer }
    switch finder.find(name, in: division.parent) {
    case .place(let named), .former(_, let named):
      return named.id == division.id
        ? .place(division, remark) : .refused(differing(division, code, name, named))
    case .institution: return .refused(self.remark(of: .institution, name))
    case .gone(let old): return .refused(gone(old))
    default: return answer
    }
  }

  private func answer(_ found: PlaceFinder.Found, _ text: String) -> Answer {
    switch found {
    case .place(let division): return .place(division, nil)
    case .former(let old, let division):
      let remark = Remark(
        check: .formerPlace, severity: .note,
        message: Phrase(
          "“\(old.name)”\(old.until) 年撤销，现在是\(division.name)（\(division.id)），已按\(division.name)读入。",
          "“\(old.name)” was abolished in \(old.until) and is \(division.english) (\(division.id)) today; it "
            + "was read as that."), words: text)
      return .place(division, remark)
    default: return .refused(remark(of: found, text))
    }
  }

  private func remark(of found: PlaceFinder.Found, _ text: String) -> Remark {
    switch found {
    case .gone(let old): return gone(old)
    case .several(let all): return several(all, text)
    case .ownOfNone:
      let kinds = PlaceSigns.kinds(of: NameKey.folded(text)) ?? ["市"]
      let kind = kinds.first ?? "市"
      let named = divisions.all.first { $0.level == .city && $0.name.hasSuffix(kind) }
      let example = (named?.name ?? "某\(kind)") + "本级"
      return error(
        text, "“\(text)”没有说是哪个\(kind)的；请写成“\(example)”这样，或在标题里写明是哪个\(kind)；各\(kind)合在一起的，请去掉这一行。",
        "“\(text)” does not say of which city; write it as \(example), or name the city in the title; "
          + "where it is of all of them together, leave the row out."
      )
    case .institution:
      return Remark(
        check: .byInstitution, severity: .error,
        message: Phrase(
          "“\(text)”是一家医院（机构），不是地区；按医院列的表请先按县（市、区）合计，市属医院合计为“市本级”，再导入。",
          "“\(text)” is one hospital or institution and no place; sum the table by county, the city's own "
            + "hospitals as 市本级, and import that."), words: text)
    case .zone:
      return error(
        text, "“\(text)”不是县级行政区划；请把它的数并入所在的县（市、区），市里直接管的并入“市本级”。",
        "“\(text)” is no county; add its numbers to the county in which it lies, or to 市本级 where the city "
          + "runs it.")
    case .districts:
      return error(
        text, "“\(text)”是各区合在一起的统计口径，既不是一个区，也不是市本级；请逐区填报，市本级另写一行“市本级”。",
        "“\(text)” is all districts together, neither one of them nor the city's own level; give each "
          + "district a row, and the own level one called 市本级.")
    case .unknown where PlaceSigns.counties.contains(NameKey.folded(text)):
      return error(
        text, "“\(text)”没有说是哪个县；一个县的数请写县名，各县相加的请写“各县合计”。",
        "“\(text)” does not say which county; write its name, or 各县合计 where it adds up the counties."
      )
    case .unknown where bracketed(text) != nil:
      let (head, inner) = bracketed(text) ?? ("", "")
      return error(
        text,
        "“\(text)”括号里的“\(inner)”看不懂；只是说明的，请移到备注，这里只写“\(head)”；另有一行“\(head)”的，只留要报的一行；"
          + "只是\(head)一部分的，请并入\(head)填一行。",
        "“\(inner)” in “\(text)” is not known; where it only explains, move it to the notes and write “\(head)” "
          + "alone; where a row “\(head)” is there too, keep the one that is meant; where it is a part, add it "
          + "to the row of the whole.")
    case .unknown where foreign(text) != nil:
      let stranger = foreign(text) ?? Phrase("", "")
      return error(
        text, "“\(text)”是\(stranger.zh)，不在这个台账（\(home.zh)）里；请去掉这一行，或改正名称。",
        "“\(text)” is \(stranger.en), which is not in this ledger (\(home.en)); leave the row out, or mend the "
          + "name.")
    case .unknown(let nearest):
      let near = nearest.map { ("；是不是“\($0.name)”（\($0.id)）？", "; is it \($0.name) (\($0.id))?") }
      return error(
        text, "没有叫“\(text)”的地区\(near?.0 ?? "；应填市、县（市、区）的名称或代码，市本级写“市本级”。")",
        "There is no place “\(text)”\(near?.1 ?? "; a city, a county or 市本级 is expected.")")
    case .place, .former: return error(text, "", "")
    }
  }

  private var home: Phrase {
    divisions.all.first.map { Phrase($0.name, $0.english) } ?? Phrase("", "")
  }

  /// The place of another province that a name means.
  private func foreign(_ text: String) -> Phrase? {
    finder.gazetteer.foreign(named: NameKey.folded(text)).map(finder.gazetteer.whole)
  }

  /// A place with words in brackets that say nothing of a place.
  private func bracketed(_ text: String) -> (head: String, inner: String)? {
    guard let parts = PlaceMarks.parted(text), finder.find(parts.head, in: nil).division != nil
    else {
      return nil
    }
    return parts
  }

  private func error(_ text: String, _ zh: String, _ en: String) -> Remark {
    Remark(check: .unknownPlace, severity: .error, message: Phrase(zh, en), words: text)
  }

  private func several(_ all: [Division], _ text: String) -> Remark {
    let list = all.map { "\($0.id) \(divisions[$0.parent ?? ""]?.short ?? "")\($0.name)" }
    return error(
      text, "叫“\(text)”的地区不止一个，请加上代码或所在市：\(list.joined(separator: "、"))。",
      "Several places are called “\(text)”; add the code or the city: \(list.joined(separator: ", "))."
    )
  }

  /// What became of a county that no county of today answers to, and what to send instead.
  private func gone(_ old: FormerPlace) -> Remark {
    let heirs = old.became.compactMap { divisions[$0] }
    let (zh, en) = (
      heirs.map(\.name).joined(separator: "、"), heirs.map(\.english).joined(separator: ", ")
    )
    let city = divisions[old.city]
    let head = (
      "“\(old.name)”（\(city?.name ?? "")）\(old.until) 年撤销",
      "“\(old.name)” of \(city?.english ?? "") was abolished in \(old.until)"
    )
    let partners = finder.former.filter { $0 != old && $0.became == old.became }
    let isWhole = finder.former.allSatisfy { other in
      other.fate != .divided || Set(other.became).isDisjoint(with: old.became)
    }
    var message = Phrase(
      "\(head.0)，分属\(zh)，没有一一对应；请按现在的区划重新统计后填报。",
      "\(head.1) and divided among \(en); count it anew by the divisions of today.")
    if old.fate == .merged, isWhole, !partners.isEmpty {
      let names = partners.map(\.name).joined(separator: "、")
      message = Phrase(
        "\(head.0)，并入\(zh)；请与\(names)合计后，按“\(zh)”填一行。",
        "\(head.1) and became a part of \(en); add it to \(names) and send one row \(zh).")
    } else if old.fate == .merged {
      message = Phrase(
        "\(head.0)，并入\(zh)，只是它的一部分；请按现在的“\(zh)”重新统计后填报。",
        "\(head.1) and is only a part of \(en); count it anew by the divisions of today.")
    }
    return Remark(check: .formerPlace, severity: .error, message: message, words: old.name)
  }

  private func ownCode(_ code: String, _ name: String?) -> Remark {
    Remark(
      check: .unknownPlace, severity: .error,
      message: Phrase(
        "代码 \(code) 在统计里是“市辖区”，在这里是市本级，\(name.map { "名称写的是“\($0)”" } ?? "没有写名称")；市本级请在名称里写“市本级”。",
        "The code \(code) means 市辖区 in statistics and the city's own level here; where the own level is "
          + "meant, call it 市本级 by name."), words: name ?? code, isOfCode: true)
  }

  private func differing(
    _ division: Division, _ code: String, _ name: String, _ named: Division
  ) -> Remark {
    Remark(
      check: .unknownPlace, severity: .error,
      message: Phrase(
        "代码 \(code) 是\(division.name)，名称却是“\(name)”（\(named.id)）；请改成一致。",
        "The code \(code) is \(division.english), the name “\(name)” (\(named.id)); make them agree."
      ),
      words: name, isOfCode: true)
  }

  private func unknown(_ code: String) -> Answer {
    let stranger = finder.gazetteer.foreign(code: code).map(finder.gazetteer.whole)
    let message =
      stranger.map {
        Phrase(
          "代码 \(code) 是\($0.zh)，不在这个台账（\(home.zh)）里；请去掉这一行，或改正代码。",
          "The code \(code) is \($0.en), which is not in this ledger (\(home.en)); leave the row out, or mend "
            + "the code.")
      } ?? Phrase("没有代码为 \(code) 的地区。", "There is no place \(code).")
    let remark = Remark(
      check: .unknownPlace, severity: .error, message: message, words: code, isOfCode: true)
    let isForeign =
      !divisions.isNation && divisions.province.map { !code.hasPrefix($0.prefix(2)) } ?? false
    return .noCode(remark, isForeign: isForeign)
  }
}
