import Foundation

/// The parts of a task written on one line, as a person reads and amends them.
public enum Amendment {
  /// `牵头：省卫健委；配合：省医保局、省财政厅`; without roles just the names.
  public static func line(_ departments: [Responsible]) -> String {
    grouped(departments) { $0.role }.map { role, group in
      let names = group.map { $0.name + ($0.bureau.map { "（\($0)）" } ?? "") }
      return (departmentRoles.first { $0.role == role && $0.isFirst }?.words ?? "")
        + names.joined(separator: "、")
    }
    .joined(separator: "；")
  }

  /// Reads such a line; a name that nobody knows is taken as it is written.
  public static func departments(_ line: String) -> [Responsible] {
    parts(line).flatMap { part -> [Responsible] in
      let (role, rest) = lead(of: part, among: departmentRoles)
      return names(rest).map { name in
        guard name.last == "）" || name.last == ")",
          let open = name.firstIndex(where: { $0 == "（" || $0 == "(" }), open > name.startIndex
        else { return Responsible(name, role: role ?? .responsible) }
        let bureau = name[name.index(after: open)...].dropLast()
        return Responsible(
          String(name[..<open]), bureau: String(bureau), role: role ?? .responsible)
      }
    }
  }

  /// `试点：太原、大同；点名：绛县`, each place by its short name.
  public static func line(_ places: [NamedPlace], in divisions: Divisions) -> String {
    grouped(places) { $0.role }.map { role, group in
      let names = group.map { divisions.wholly($0.code) }
      return (placeRoles.first { $0.role == role && $0.isFirst }?.words ?? "")
        + names.joined(separator: "、")
    }
    .joined(separator: "；")
  }

  /// Reads such a line; throws for a name that is no place, or several.
  public static func places(
    _ line: String, in divisions: Divisions
  ) throws(Fault) -> [NamedPlace] {
    var found: [NamedPlace] = []
    for part in parts(line) {
      let (role, rest) = lead(of: part, among: placeRoles)
      for name in names(rest) {
        let code = try Fault.at(.places) { () throws(Fault) in try place(name, in: divisions) }
        let named = NamedPlace(code, role ?? .named)
        if !found.contains(named) { found.append(named) }
      }
    }
    return found
  }

  private static func place(
    _ name: String, in divisions: Divisions
  ) throws(Fault) -> Division.Code {
    if let division = divisions.find(name) { return division.id }
    let several = divisions.called(name)
    if several.count == 1 { return several[0].id }
    guard several.isEmpty else {
      let list = several.prefix(6).map { "\(divisions.wholly($0.id))（\($0.id)）" }
      let more = several.count > list.count
      throw Fault(
        "叫“\(name)”的地区不止一个：\(list.joined(separator: "、"))\(more ? "等" : "")；请写全称或代码。",
        "Several places are called “\(name)”: \(list.joined(separator: ", "))\(more ? " …" : ""); write the "
          + "full name or the code.")
    }
    throw Fault(
      "没有叫“\(name)”的地区；请写全称或代码。",
      "There is no place “\(name)”; write its full name or its code.")
  }

  /// `县域内就诊率 >= 90 %；病床 = 3-5 张`.
  public static func line(_ targets: [TaskTarget]) -> String {
    targets.map { target in
      let value = "\(target.value)" + (target.upper.map { "-\($0)" } ?? "")
      let soft = target.isSoft ? "力争 " : ""
      return "\(target.metric.zh) \(soft)\(target.op == .range ? "=" : target.op.rawValue) "
        + value + (target.unit.isEmpty ? "" : " " + target.unit)
    }
    .joined(separator: "；")
  }

  /// `乡镇卫生院 132个；老年人 43万多`: what a bulletin reports, each figure as printed.
  public static func line(reported figures: [TaskTarget]) -> String {
    figures.map { "\($0.metric.zh) \($0.reported?.printed ?? "")" }.joined(separator: "；")
  }

  /// Reads such a line; throws where a part has no comparison or no number.
  public static func targets(_ line: String) throws(Fault) -> [TaskTarget] {
    var found: [TaskTarget] = []
    for part in parts(line) { found.append(try target(part)) }
    return found
  }

  private static func target(_ part: String) throws(Fault) -> TaskTarget {
    let signs: [(String, TaskTarget.Comparison)] = [
      (">=", .atLeast), ("≥", .atLeast), ("<=", .atMost), ("≤", .atMost), (">", .moreThan),
      ("<", .lessThan), ("=", .equal),
    ]
    guard
      let (sign, op) = signs.first(where: { part.contains($0.0) }),
      let place = part.range(of: sign)
    else { throw unreadable(part) }
    var metric = trimmed(part[..<place.lowerBound])
    let isSoft = metric.hasSuffix("力争")
    if isSoft { metric = trimmed(metric.dropLast(2)) }
    let rest = trimmed(part[place.upperBound...])
    let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
    let numbers = digits.split(separator: "-").map { Decimal(string: String($0)) }
    guard let first = numbers.first, let value = first, numbers.count <= 2,
      numbers.allSatisfy({ $0 != nil })
    else { throw unreadable(part) }
    let upper = numbers.count == 2 ? numbers[1] : nil
    return TaskTarget(
      metric: Phrase(metric, metric), op: upper == nil ? op : .range, value: value, upper: upper,
      unit: trimmed(rest.dropFirst(digits.count)), isSoft: isSoft)
  }

  private static func unreadable(_ part: String) -> Fault {
    var fault = Fault(
      "没有读懂“\(part)”；请写成：县域内就诊率 >= 90 %", "“\(part)” is not clear; write: share >= 90 %")
    fault.part = .targets
    return fault
  }

  // MARK: Words

  private static let departmentRoles: [(words: String, role: Responsible.Role, isFirst: Bool)] = [
    ("牵头：", .lead, true), ("配合：", .cooperating, true), ("牵头单位：", .lead, false),
    ("配合单位：", .cooperating, false), ("牵头部门：", .lead, false), ("责任单位：", .responsible, false),
    ("责任部门：", .responsible, false), ("责任：", .responsible, false), ("lead:", .lead, false),
    ("with:", .cooperating, false),
  ]

  private static let placeRoles: [(words: String, role: NamedPlace.Role, isFirst: Bool)] = [
    ("率先：", .lead, true), ("试点：", .pilot, true), ("示范：", .demonstration, true),
    ("点名：", .named, true), ("lead:", .lead, false), ("pilot:", .pilot, false),
    ("demonstration:", .demonstration, false), ("named:", .named, false),
  ]

  private static func lead<Role>(
    of part: String, among roles: [(words: String, role: Role, isFirst: Bool)]
  ) -> (Role?, String) {
    let plain = part.replacing(":", with: "：")
    for role in roles where plain.hasPrefix(role.words.replacing(":", with: "：")) {
      return (role.role, String(part.dropFirst(role.words.count)))
    }
    return (nil, part)
  }

  private static func parts(_ line: String) -> [String] {
    line.split { "；;\n".contains($0) }.map { trimmed($0) }.filter { !$0.isEmpty }
  }

  private static func names(_ text: String) -> [String] {
    text.split { "、，,\t 　".contains($0) }.map { trimmed($0) }.filter { !$0.isEmpty }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Values by their role, in the order in which roles first come; a role may come again.
  private static func grouped<Value, Role: Equatable>(
    _ values: [Value], role: (Value) -> Role
  ) -> [(Role, [Value])] {
    var groups: [(Role, [Value])] = []
    for value in values {
      if let last = groups.last, last.0 == role(value) {
        groups[groups.count - 1].1.append(value)
      } else {
        groups.append((role(value), [value]))
      }
    }
    return groups
  }
}
