import Reform

extension Format {
  /// How many tasks the province has set and how many a city (省 88、运城 38); nil where no city has.
  static func sources(_ report: TaskReport, _ model: Model, isShort: Bool = false) -> String? {
    let sources = report.sources(model.catalogue)
    let own = sources.filter { $0.region == model.catalogue.province }.reduce(0) { $0 + $1.tasks }
    let others = sources.filter { $0.region != model.catalogue.province }
    guard !others.isEmpty else { return nil }
    let sum = others.reduce(0) { $0 + $1.tasks }
    let name = others.count == 1 ? model.short(of: others[0].region) : nil
    switch (model.language, isShort) {
    case (.zh, true): return "省\(own) \(name ?? "市")\(sum)"
    case (.en, true): return "prov.\(own) city\(sum)"
    case (.zh, false): return "省 \(own)、\(name ?? "各市") \(sum)"
    case (.en, false): return "\(own) of the province, \(sum) of \(name ?? "cities")"
    }
  }
}
