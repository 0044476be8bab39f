import Reform

extension Format {
  /// ≥ 40, ≤ 5, 40–60: a target's value alone.
  static func value(_ target: Reform.Target) -> String {
    let sign =
      switch target.op {
      case .atLeast: "≥"
      case .atMost: "≤"
      case .moreThan: ">"
      case .lessThan: "<"
      case .equal: "="
      case .range: ""
      }
    return sign + "\(target.value)" + (target.upper.map { "–\($0)" } ?? "")
  }

  /// A target with its year and where it comes from.
  static func target(_ target: Reform.Target, _ model: Model) -> String {
    let language = model.language
    let unit = model.figures.book?[target.indicator]?.unit.name(language) ?? ""
    var words = value(target) + (language == .zh ? unit : " " + unit)
    if let year = target.year {
      words += language == .zh ? "（\(year)年底前）" : " (by the end of \(year))"
    }
    switch target.origin {
    case .document(let clause): return words + model.symbols.dot + reference(clause, model)
    case .ledger(let who, let day, let note, let isMadeUp):
      let kind = isMadeUp ? Phrase("示例 自定", "sample target") : Phrase("自定", "own target")
      let parts = [kind(language), who, "\(day)", note ?? ""]
      return words + model.symbols.dot + parts.filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  /// A benchmark for the edge of a chart: where, when and how much.
  static func briefly(_ benchmark: Benchmark, _ language: Language) -> String {
    let region = benchmark.region(language)
    let end = region.firstIndex { $0 == "（" || $0 == "(" } ?? region.endIndex
    return "\(String(region[..<end]).trimmed) \(benchmark.year) \(benchmark.value)"
  }

  /// The clause that names an indicator, as a labelled line; nothing where none does.
  static func clause(_ source: ClauseReference?, _ model: Model) -> [Explained] {
    guard let source else { return [] }
    return [.init(Words.Indicators.clause(model.language), reference(source, model))]
  }

  /// The document's number and the clause.
  static func reference(_ clause: ClauseReference, _ model: Model) -> String {
    let document = model.catalogue.document(clause.document)
    let place = clause.place(model.language).isEmpty ? clause.clause : clause.place(model.language)
    return "\(document?.number ?? clause.document) \(place)"
  }
}
