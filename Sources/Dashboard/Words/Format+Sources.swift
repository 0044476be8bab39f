import Reform

extension Format {
  /// How many tasks the province has set and how many a city (省 88、运城 38); nil where no city has.
  static func sources(_ report: TaskReport, _ model: Model, isShort: Bool = false) -> String? {
    let sources = report.sources(model.catalogue)
    let own = sources.filter { $0.region == model.catalogue.province }.reduce(0) { $0 + $1.tasks }
    let others = sources.filter { $0.region != model.catalogue.province }
    guard !others.isEmpty else { return nil }
    let sum = others.reduce(0) { $0 + $1.tasks }
    let divisions = model.catalogue.divisions
    let isNation = divisions.isNation
    let ruling =
      isNation
      ? Phrase("国家", "country")
      : Phrase(divisions[model.catalogue.province]?.ruling ?? "省", "province")
    let parts = divisions.parting(of: model.catalogue.province)
    let name = others.count == 1 ? model.short(of: others[0].region) : nil
    switch (model.language, isShort) {
    case (.zh, true): return "\(ruling.zh)\(own) \(name ?? parts.one.zh)\(sum)"
    case (.en, true):
      return "\(isNation ? "nat." : "prov.")\(own) \(isNation ? "prov." : "city")\(sum)"
    case (.zh, false): return "\(ruling.zh) \(own)、\(name ?? parts.all.zh) \(sum)"
    case (.en, false):
      return "\(own) of the \(ruling.en), \(sum) of \(name ?? parts.all.en)"
    }
  }
}
