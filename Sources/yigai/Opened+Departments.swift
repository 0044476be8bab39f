import Bundle
import Reform

extension Opened {
  /// Throws where no department is called so, with those whose names are like it.
  func refuseUnknown(department: String) throws {
    let known = Set(
      catalogue.departments.flatMap { [$0.name] + $0.forms }
        + catalogue.tasks.flatMap { $0.departments.map(\.name) })
    guard !known.contains(department) else { return }
    let query = SearchQuery(department, pinyin: BundledCatalogue.pinyin())
    let near = known.filter { !query.isEmpty && query.matches([$0]) }
      .sorted { ($0.count, $0) < ($1.count, $1) }.prefix(8)
    let example = catalogue.tasks.lazy.flatMap(\.departments).first?.name
    let hint =
      near.isEmpty
      ? Phrase(
        "用 yigai tasks 看部门名称" + (example.map { "，例如 \($0)" } ?? ""),
        "yigai tasks lists them" + (example.map { ", for example \($0)" } ?? ""))
      : Phrase(
        "有：\(near.joined(separator: "、"))", "there are \(near.joined(separator: ", "))")
    throw Fault(
      "没有叫“\(department)”的部门；\(hint.zh)。",
      "There is no department “\(department)”; \(hint.en).", exitCode: 2)
  }

  /// Whether a task names a department, in any of the forms that documents use.
  func names(_ department: String, _ task: ReformTask) -> Bool {
    let forms = catalogue.departments.first {
      $0.name == department || $0.forms.contains(department)
    }
    let all = Set([department] + (forms.map { [$0.name] + $0.forms } ?? []))
    return task.departments.contains { all.contains($0.name) }
  }
}
