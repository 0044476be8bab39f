import Reform

/// The table of the rules of supervision, a line a level.
public enum SlipRuleTable {
  private static let columns = [
    "level", "after", "late_days", "unanswered_days", "answer_days", "instruction", "orders_zh",
    "orders_en", "source_zh", "source_en",
  ]

  /// Reads the rules; throws a sentence that names every line that is wrong.
  public static func read(_ bytes: [UInt8], file: String) throws(Fault) -> [SlipRule] {
    var table = OfficeTable(bytes, file: file, columns: columns)
    var rules: [SlipRule] = []
    for record in table.records {
      guard let rule = rule(record, &table) else { continue }
      if rules.contains(where: { $0.level == rule.level || $0.after == rule.after }) {
        table.find(
          record.row.line, "这一级，或它接的那一级，已在上面写过。",
          "This level, or the one that it follows, stands above already.")
      }
      rules.append(rule)
    }
    let levels = Set(rules.map(\.level))
    if rules.first(where: { $0.after == nil }) == nil {
      table.find(nil, "要有一级的 after 空着，作为第一步。", "One level needs an empty after: the first step.")
    }
    for rule in rules {
      guard let after = rule.after, !levels.contains(after) else { continue }
      table.find(
        nil, "\(rule.level.rawValue) 接在 \(after.rawValue) 后面，表里却没有这一级。",
        "\(rule.level.rawValue) follows \(after.rawValue), which is not in the table.")
    }
    try table.refuseFaults()
    return rules
  }

  private static func rule(
    _ record: CSVReader.Record, _ table: inout OfficeTable
  ) -> SlipRule? {
    let line = record.row.line
    guard let level = level(record["level"], line, &table) else { return nil }
    let isFirst = record["after"].isEmpty
    let after = isFirst ? nil : self.level(record["after"], line, &table)
    if let after, after >= level {
      table.find(line, "后一级要比前一级重。", "A level follows a gentler one.")
    }
    if !["yes", "no"].contains(record["instruction"]) {
      table.find(
        line, "instruction 应写 yes 或 no，不是“\(record["instruction"])”。",
        "instruction is yes or no, not “\(record["instruction"])”.")
    }
    let days = table.number(record, isFirst ? "late_days" : "unanswered_days", in: 1...366)
    guard let days, let answer = table.number(record, "answer_days", in: 1...366),
      isFirst || after != nil
    else { return nil }
    return SlipRule(
      level, after: after, late: isFirst ? days : 1, unanswered: isFirst ? 1 : days,
      answer: answer, needsInstruction: record["instruction"] == "yes",
      orders: Phrase(record["orders_zh"], record["orders_en"]),
      source: Phrase(record["source_zh"], record["source_en"]))
  }

  private static func level(
    _ word: String, _ line: Int, _ table: inout OfficeTable
  ) -> Slip.Level? {
    if let level = Slip.Level(rawValue: word) { return level }
    let list = Slip.Level.allCases.map(\.rawValue).joined(separator: " | ")
    table.find(line, "没有级别“\(word)”，只有 \(list)。", "There is no level “\(word)”: \(list).")
    return nil
  }
}
