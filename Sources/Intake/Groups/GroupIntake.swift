import Foundation
import Reform

/// What a file of groups or settlements gave: facts with their places, and all that is wrong.
public struct GroupReading: Sendable {
  /// A fact with where it stood.
  public struct Sent: Hashable, Sendable {
    public var fact: GroupFact
    public var source: SourcePlace
  }

  /// A total of an assessment that the table states beside the scores.
  public struct StatedTotal: Hashable, Sendable {
    public var county: Division.Code
    public var year: Int
    public var total: Decimal
    public var source: SourcePlace
  }

  public var file: String
  public var facts: [Sent] = []
  public var totals: [StatedTotal] = []
  public var findings: [Finding] = []

  public var isBarred: Bool { findings.contains { $0.severity == .error } }
}

/// Reads tables of medical groups, their budgets, assessments or evidence, as offices send them.
///
/// XLSX or CSV. Titles above the header, units in brackets or beside 单位：, thousands commas and 万元 are read as
/// in figures; every problem is told with its place and nothing is guessed.
public struct GroupIntake {
  public enum Form: String, Sendable {
    /// County, group, lead hospital and members, a row a member.
    case groups
    /// County, budget, advances by month and spending, a row a county.
    case settlements
    /// The score of every measure and the verdict, a row a county; weights in rows of their own.
    case assessments
    /// What shows that a thing of a list is done, a row a county and thing.
    case evidence
  }

  let catalogue: Catalogue
  /// A place by which sentences show how one is written.
  var example: String { catalogue.divisions.all.first?.name ?? "" }
  let charter: GroupCharter
  let form: Form
  /// The year of settlements and assessments where the table names none.
  let year: Int?
  /// Nothing can be done after this day.
  let today: Day
  let places: PlaceFinder
  let words: GroupWords

  var divisions: Divisions { catalogue.divisions }

  public init(
    _ form: Form, catalogue: Catalogue, charter: GroupCharter, today: Day, year: Int? = nil
  ) {
    (self.form, self.catalogue, self.charter) = (form, catalogue, charter)
    (self.year, self.today) = (year, today)
    (places, words) = (PlaceFinder(catalogue.divisions), GroupWords(form, charter))
  }

  /// Reads a file; what cannot be opened is a finding too.
  public func read(_ bytes: [UInt8], file: String) -> GroupReading {
    var reading = GroupReading(file: file)
    do {
      let book = try SheetReader.read(bytes, name: file)
      var (isKnown, passed) = (false, [Sheet]())
      for sheet in book.sheets where !sheet.rows.isEmpty {
        guard let header = GroupHeader(sheet, form, words) else {
          if sheet.hasNumbers, !sheet.isHidden { passed.append(sheet) }
          continue
        }
        guard !sheet.isHidden else {
          reading.findings.append(hidden(sheet, file))
          continue
        }
        isKnown = true
        var reader = GroupTable(self, header, file: file, sheet: sheet)
        reader.read()
        reading.facts += reader.facts
        reading.totals += reader.totals
        reading.findings += reader.findings
      }
      if isKnown { reading.findings += passed.map { self.passed($0, file) } }
      if !isKnown { reading.findings.append(noHeader(file)) }
    } catch {
      reading.findings.append(
        Finding("unreadable", .error, error.message, at: .init(file: file)))
    }
    check(&reading)
    return reading
  }

  private func hidden(_ sheet: Sheet, _ file: String) -> Finding {
    let name = sheet.name ?? ""
    return Finding(
      "hidden-sheet", .warning,
      Phrase(
        "工作表“\(name)”是隐藏的，没有读入；要读就取消隐藏。",
        "The sheet “\(name)” is hidden and was not read; show it to have it read."),
      at: .init(file: file, sheet: sheet.name))
  }

  private func passed(_ sheet: Sheet, _ file: String) -> Finding {
    let name = sheet.name ?? ""
    return Finding(
      "no-header", .warning,
      Phrase(
        "工作表“\(name)”里有数字，但找不到表头，没有读入。",
        "The sheet “\(name)” has numbers and no header that is known; it was not read."),
      at: .init(file: file, sheet: sheet.name))
  }

  private func noHeader(_ file: String) -> Finding {
    let heads = form.expected.map(\.words)
    let (zh, en) = (
      heads.map(\.zh).joined(separator: "、"),
      heads.map { "\($0.zh) (\($0.en))" }.joined(separator: ", ")
    )
    let more = form == .assessments ? ("、各项考核内容", ", and the measures by name") : ("", "")
    return Finding(
      "no-header", .error,
      Phrase(
        "找不到表头；要有这些列：\(zh)\(more.0)。",
        "No header was found; these columns are expected: \(en)\(more.1)."),
      at: .init(file: file))
  }

  /// What is wrong with the facts of a file together.
  private func check(_ reading: inout GroupReading) {
    if reading.facts.isEmpty, !reading.isBarred {
      reading.findings.append(
        Finding(
          "no-rows", .error, Phrase("表里没有可登记的内容。", "The table has nothing to enter."),
          at: .init(file: reading.file)))
    }
    var seen: [GroupFact.Slot: GroupReading.Sent] = [:]
    var kept: [GroupReading.Sent] = []
    for sent in reading.facts {
      if let earlier = seen[sent.fact.slot] {
        // The card of a group stands on every row of its members.
        guard earlier.fact != sent.fact || sent.fact.kind != .card else { continue }
        reading.findings.append(twice(sent, earlier))
        continue
      }
      seen[sent.fact.slot] = sent
      do {
        try charter.refuse(sent.fact, in: divisions)
        kept.append(sent)
      } catch let fault as Fault {
        reading.findings.append(
          Finding("refused", .error, fault.message, at: sent.source.finding))
      } catch {}
    }
    reading.facts = kept
  }

  private func twice(_ sent: GroupReading.Sent, _ earlier: GroupReading.Sent) -> Finding {
    let place = divisions[sent.fact.place]
    let name = charter.subject(of: sent.fact)
    let row = earlier.source.row ?? 0
    // 职工 and 居民 in rows of their own are to be added up.
    let more =
      sent.fact.isAmount && sent.fact != earlier.fact
      ? Phrase("，各是其中一部分的请先相加", ", or add them up first where each is a part") : Phrase("", "")
    return Finding(
      "entered-twice", .error,
      Phrase(
        "\(place?.name ?? "")的“\(name.zh)”在第 \(row) 行已有，又出现一次；请只留一处\(more.zh)。",
        "“\(name.en)” of \(place?.english ?? "") stands in row \(row) already; keep only one\(more.en)."
      ),
      at: sent.source.finding)
  }
}

extension GroupIntake.Form {
  /// Columns that such a table needs, or has as a rule.
  var expected: [GroupHead] {
    switch self {
    case .groups: [.county, .name, .leadHospital, .member]
    case .settlements: [.county, .year, .budget, .spending]
    case .assessments: [.county, .year, .rowKind]
    case .evidence: [.county, .list, .number, .title, .done, .proof]
    }
  }
}

extension GroupFact {
  /// Whether it is a sum of money, of which rows may give parts.
  fileprivate var isAmount: Bool {
    switch content {
    case .budget, .advance, .spending: true
    default: false
    }
  }
}
