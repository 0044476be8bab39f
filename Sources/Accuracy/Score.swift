import Foundation
import Reform

/// How many were found, how many wanted, how many right; and the misses in words.
struct Score {
  var (right, wanted, found) = (0, 0, 0)
  var misses: [String] = []

  var recall: Double { wanted == 0 ? 1 : Double(right) / Double(wanted) }
  var precision: Double { found == 0 ? 1 : Double(right) / Double(found) }

  /// Compares two lists as bags of words.
  mutating func compare(_ found: [String], wanted: [String], at path: String) {
    var left = wanted
    self.wanted += wanted.count
    self.found += found.count
    for item in found {
      if let index = left.firstIndex(of: item) {
        right += 1
        left.remove(at: index)
      } else {
        misses.append("  + \(path): \(item)")
      }
    }
    misses += left.map { "  - \(path): \($0)" }
  }

  static func + (one: Score, other: Score) -> Score {
    var sum = one
    sum.right += other.right
    sum.wanted += other.wanted
    sum.found += other.found
    sum.misses += other.misses
    return sum
  }
}

/// The scores of one document, field by field.
struct Scores {
  static let fields = [
    "head", "clauses", "titles", "departments", "deadlines", "places", "targets", "duties",
    "stated", "findings",
  ]
  var byField: [String: Score] = [:]
  /// Units and deadlines that were lost: with a finding that names them, and without a word.
  var (told, untold) = (0, 0)
  /// What was lost without a word.
  var silent: [String] = []

  init() {}

  /// Of a document that was refused: everything is lost.
  init(refused answer: Answer) {
    self.init(DocumentReading(head: DocumentHead()), answer)
  }

  init(_ reading: DocumentReading, _ answer: Answer) {
    defer { for field in answer.unjudged ?? [] { byField[field] = nil } }
    compareHead(reading.head, answer.document)
    let got = Dictionary(reading.clauses.map { ($0.path, $0) }, uniquingKeysWith: { one, _ in one })
    let numbered = answer.clauses.map(\.path).filter { !Self.isDuty($0) }
    score("clauses", reading.clauses.map(\.path), numbered, "")
    let sections = Set(answer.clauses.map(\.path).filter(Self.isDuty).map { Self.section($0) })
    let found = Set(reading.obligations.map(\.path)).intersection(sections)
    score("duties", found.sorted(), sections.sorted(), "")
    if let wanted = answer.stated { compareStated(reading.targets, wanted) }
    let checks = Set(answer.findings ?? [])
    score(
      "findings", checks.intersection(reading.findings.map(\.check)).sorted(), checks.sorted(), "")
    countLosses(reading, answer)
    for wanted in answer.clauses {
      guard let draft = got[wanted.path] else {
        guard !Self.isDuty(wanted.path) else { continue }
        // All that a clause says is lost with it.
        score(
          "departments", [], (wanted.departments ?? []).map { words($0.name, $0.bureau, $0.role) },
          wanted.path)
        score(
          "deadlines", [], (wanted.deadlines ?? []).map { "\($0.kind.rawValue) \($0.due ?? "-")" },
          wanted.path)
        continue
      }
      compare(draft, wanted)
    }
  }

  /// `3-plan`: a duty outside the numbered clauses, by its section and a name of our own.
  private static func isDuty(_ path: String) -> Bool {
    path.first?.isNumber == true
      && path.split(separator: "-").dropFirst().contains { Int($0) == nil }
  }

  private static func section(_ path: String) -> String {
    String(path.prefix { $0 != "-" })
  }

  private mutating func score(
    _ field: String, _ found: [String], _ wanted: [String], _ path: String
  ) {
    byField[field, default: Score()].compare(found, wanted: wanted, at: path)
  }

  /// A unit that is in no clause is told where a finding has its name.
  private mutating func countLosses(_ reading: DocumentReading, _ answer: Answer) {
    var left: [String: Int] = [:]
    for draft in reading.clauses + reading.obligations {
      for unit in draft.departments { left[plain(unit.value.name), default: 0] += 1 }
    }
    for clause in answer.clauses where !Self.isDuty(clause.path) {
      for unit in clause.departments ?? [] {
        // Found somewhere: whether in the right clause is scored above.
        if let count = left[plain(unit.name)], count > 0 {
          left[plain(unit.name)] = count - 1
          continue
        }
        let isTold = reading.findings.contains { plain($0.words ?? "").contains(plain(unit.name)) }
        if isTold { told += 1 } else { untold += 1 }
        if !isTold { silent.append("\(clause.path): \(unit.name)") }
      }
    }
  }

  private func plain(_ name: String) -> String {
    let brackets: [Character: Character] = ["（": "(", "）": ")", "［": "[", "］": "]"]
    return String(name.map { brackets[$0] ?? $0 })
  }

  private mutating func compareStated(_ found: [StatedTarget], _ wanted: [Answer.Stated]) {
    func words(_ figure: String, _ year: Int?, _ nature: StatedTarget.Nature?) -> String {
      "\(figure) \(year ?? 0) \(nature?.rawValue ?? "-")"
    }
    score(
      "stated",
      found.map { stated in
        let target = stated.target
        let value = number(target.value)
        return target.metric.zh + " "
          + words(figure(target.op, value, nil, target.unit), target.year, stated.nature)
      },
      wanted.map { target in
        let value = number(Decimal(target.value))
        return target.metric + " "
          + words(figure(target.op, value, nil, target.unit), target.year, target.nature)
      }, "")
  }

  private mutating func compareHead(_ head: DocumentHead, _ wanted: Answer.Head?) {
    guard let wanted else { return }
    let pairs = [
      ("number", head.number, wanted.number), ("title", head.title, wanted.notice ?? wanted.title),
      ("issuer", head.issuer, wanted.issuer), ("date", head.issued?.description, wanted.date),
    ]
    for (name, found, wanted) in pairs {
      guard let wanted else { continue }
      score("head", found.map { [$0] } ?? [], [wanted], name)
    }
  }

  private mutating func compare(_ draft: ClauseDraft, _ wanted: Answer.Clause) {
    let path = draft.path
    if let title = wanted.title { score("titles", [draft.title], [title], path) }
    score(
      "departments",
      draft.departments.map { words($0.value.name, $0.value.bureau, $0.value.role) },
      (wanted.departments ?? []).map { words($0.name, $0.bureau, $0.role) }, path)
    score(
      "deadlines", draft.deadlines.map { words($0.value) },
      (wanted.deadlines ?? []).map { due in
        let years = due.years.map { "\($0)" } ?? "*"
        let soft = due.soft == true ? " soft" : ""
        return "\(due.kind.rawValue) \(due.due ?? "-") \(years)\(soft)"
      }.map { answer in
        // An answer that leaves the years out does not ask for them.
        guard answer.contains("*") else { return answer }
        let head = answer.prefix { $0 != "*" }
        return draft.deadlines.map { words($0.value) }.first {
          $0.hasPrefix(head) && $0.hasSuffix(" soft") == answer.hasSuffix(" soft")
        } ?? answer
      }, path)
    score(
      "places", draft.places.map { "\($0.value.code) \($0.value.role.rawValue)" },
      (wanted.places ?? []).map { "\($0.code) \($0.role.rawValue)" }, path)
    score(
      "targets",
      draft.targets.map {
        let upper = $0.value.upper.map { number($0) }
        return figure($0.value.op, number($0.value.value), upper, $0.value.unit)
      },
      (wanted.targets ?? []).map { target in
        figure(
          target.op, number(Decimal(target.value)), target.upper.map { number(Decimal($0)) },
          target.unit)
      }, path)
  }

  private func words(_ name: String, _ bureau: String?, _ role: Responsible.Role) -> String {
    plain(name) + (bureau.map { "(\($0))" } ?? "") + " " + role.rawValue
  }

  private func words(_ deadline: Deadline) -> String {
    let due = deadline.due?.description ?? "-"
    return "\(deadline.kind.rawValue) \(due) \(deadline.years)" + (deadline.isSoft ? " soft" : "")
  }

  private func number(_ value: Decimal) -> String { "\((value as NSDecimalNumber).doubleValue)" }

  private func figure(
    _ op: TaskTarget.Comparison, _ value: String, _ upper: String?, _ unit: String
  ) -> String {
    "\(op.rawValue) \(value)\(upper.map { "–\($0)" } ?? "") \(unit)"
  }
}
