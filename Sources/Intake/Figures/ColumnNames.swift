import Foundation
import Reform

/// Which number of a figure a column gives.
public enum FigurePart: String, Hashable, Sendable {
  case numerator
  case denominator
  case value
}

/// What the columns of a table are called: the catalogue's names, and those that offices use.
struct ColumnNames: Sendable {
  /// A number of a figure of an indicator.
  struct Aim: Hashable, Sendable {
    var indicator: Indicator.ID
    var part: FigurePart
  }

  private var aims: [String: [Aim]] = [:]
  /// Names that look like a part of an indicator and are another thing, with what sets them apart.
  private var reserved: [String: (aim: Aim, reason: Phrase)] = [:]
  let book: IndicatorCatalogue
  let words = HeadingWords()

  /// The bundled names, then those of an office (`column-names.csv` beside its configuration), which
  /// go before where they say of a name what it means.
  init(_ book: IndicatorCatalogue, own: OwnColumnNames = OwnColumnNames()) {
    self.book = book
    for indicator in book.all {
      add([indicator.numerator.name.zh, indicator.numerator.name.en], indicator, .numerator)
      if let part = indicator.denominator {
        add([part.name.zh, part.name.en], indicator, .denominator)
      }
      let names = [indicator.name, indicator.short].flatMap { [$0.zh, $0.en] }
      add(names + [indicator.id], indicator, indicator.denominator == nil ? .numerator : .value)
    }
    let bundled = Resource.named("column-names.csv").map { CSVReader($0.bytes).records() } ?? []
    for record in bundled + own.records {
      guard let indicator = book[record["indicator"]],
        let part = FigurePart(rawValue: record["part"])
      else { continue }
      let reason = Phrase(
        record["reason_zh"],
        record["reason_en"].isEmpty ? record["reason_zh"] : record["reason_en"])
      let name = NameKey.folded(record["name"])
      guard reason.zh.isEmpty else {
        let aim = Aim(indicator: indicator.id, part: part)
        reserved[name] = (aim, reason)
        aims[name] = nil
        continue
      }
      reserved[name] = nil
      add([record["name"]], indicator, part)
    }
  }

  /// What sets a name apart from the part of an indicator that it looks like; nil for other names.
  func reserve(of name: String) -> (aim: Aim, reason: Phrase)? { reserved[name] }

  /// What a part of an indicator is called in the catalogue.
  func name(of aim: Aim) -> Phrase {
    guard let indicator = book[aim.indicator] else { return Phrase(aim.indicator, aim.indicator) }
    switch aim.part {
    case .numerator: return indicator.numerator.name
    case .denominator: return indicator.denominator?.name ?? indicator.name
    case .value: return indicator.name
    }
  }

  private mutating func add(_ names: [String], _ indicator: Indicator, _ part: FigurePart) {
    let aim = Aim(indicator: indicator.id, part: part)
    for name in names {
      let folded = NameKey.folded(name)
      for key in [folded, NameKey.withoutBrackets(folded)] where !key.isEmpty {
        if aims[key]?.contains(aim) != true { aims[key, default: []].append(aim) }
      }
    }
  }

  /// What a folded name may stand for; what stands in brackets is a part of the name.
  func aims(of name: String) -> [Aim] { aims[name] ?? shares(name) }

  /// `X占Y的比例`, where X and Y are the two parts of an indicator under whatever names.
  private func shares(_ name: String) -> [Aim] {
    guard let mark = name.firstIndex(of: "占"),
      let end = ["的比例", "的比重", "的百分比", "的比率", "比例", "比重", "百分比", "之比", "的比"].first(
        where: name.hasSuffix)
    else { return [] }
    let below = aims[String(name[name.index(after: mark)...].dropLast(end.count))] ?? []
    let whole = Set(below.filter { $0.part == .denominator }.map(\.indicator))
    let above = (aims[String(name[..<mark])] ?? []).filter { $0.part == .numerator }
    return above.filter { whole.contains($0.indicator) }.map {
      Aim(indicator: $0.indicator, part: .value)
    }
  }

  /// The share that a numerator has of its whole; nil for what is no numerator, or that of several.
  func share(of aims: [Aim]) -> Aim? {
    let above = Set(aims.filter { $0.part == .numerator }.map(\.indicator))
    guard above.count == 1, let own = above.first, book[own]?.denominator != nil else { return nil }
    return Aim(indicator: own, part: .value)
  }

  /// All that an indicator and its parts are called in the catalogue, in one line.
  func vocabulary(of indicator: Indicator.ID) -> String {
    guard let indicator = book[indicator] else { return "" }
    let names = [indicator.name, indicator.short, indicator.numerator.name]
    let parts = names + [indicator.denominator?.name].compactMap { $0 }
    return parts.flatMap { [NameKey.folded($0.zh), NameKey.folded($0.en)] }.joined(separator: "|")
  }

  /// The known name that is nearest to an unknown one.
  func nearest(_ name: String) -> String? {
    let limit = max(1, name.unicodeScalars.count / 3)
    let near = aims.keys.map { ($0, NameKey.distance($0, name)) }.filter { $0.1 <= limit }
    return near.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
  }
}
