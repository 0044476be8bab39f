import Foundation

extension Table {
  /// What an import read from each column of a file.
  public static func imported(
    _ columns: [ImportedColumn], _ book: IndicatorCatalogue, _ language: Language
  ) -> Table {
    let said: [Column<ImportedColumn>] = [
      Column("column", Phrase("列", "Col.")) { .text($0.name) },
      Column("path", Phrase("表头", "Heading")) {
        .text($0.path.joined(separator: "／"), keyed: .texts($0.path))
      },
      Column("meaning", Phrase("读作", "Read as"), .headed) { .text($0.meaning(book, language)) },
      Column("period", Phrase("时期", "Period")) { .text($0.period?.description) },
      Column("unit", Phrase("单位", "Unit")) {
        .text($0.units(book, language), keyed: .text($0.unit))
      },
      Column("count", Phrase("个数", "Count")) { .count($0.count) },
      Column("places", Phrase("地区", "Places")) {
        .count($0.places, shown: $0.isRead(book) ? nil : "")
      },
      Column("span", Phrase("最小–最大", "Least–most"), .headed) { .text($0.span(book)) },
      Column("sum", Phrase("合计", "Sum")) {
        .number($0.sum, shown: $0.isRead(book) ? $0.sum.map(ImportedColumn.shown) : "")
      },
    ]
    let keys: [Column<ImportedColumn>] = [
      Column("sheet") { .text($0.sheet) }, Column("use") { .text($0.use) },
      Column("indicator") { .text($0.indicator) }, Column("part") { .text($0.part) },
      Column("factor") { .number($0.factor) }, Column("qualifiers") { .texts($0.qualifiers) },
      Column("least") { .number($0.least) }, Column("most") { .number($0.most) },
    ]
    return Table(said + keys, columns, language)
  }
}

extension ImportedColumn {
  /// Whether its numbers were taken for an indicator.
  fileprivate func isRead(_ book: IndicatorCatalogue) -> Bool { read(book) != nil }

  private func read(_ book: IndicatorCatalogue) -> Indicator? {
    isTaken ? indicator.flatMap { book[$0] } : nil
  }

  /// What the column was taken for; of one that was not, why.
  fileprivate func meaning(_ book: IndicatorCatalogue, _ language: Language) -> String {
    guard let indicator = read(book) else {
      return (reason ?? Phrase("没有读入", "not read"))(language)
    }
    let words: String =
      switch part {
      case "numerator": indicator.numerator.name(language)
      case "denominator": (indicator.denominator?.name ?? indicator.name)(language)
      default: indicator.short(language)
      }
    let asked = qualifiers.isEmpty ? "" : "［" + qualifiers.joined(separator: "、") + "？］"
    return words + asked
  }

  /// The catalogue's unit, with how what was read becomes it.
  fileprivate func units(_ book: IndicatorCatalogue, _ language: Language) -> String? {
    guard let indicator = read(book) else { return nil }
    let target: FigureUnit =
      switch part {
      case "numerator": indicator.numerator.unit
      case "denominator": indicator.denominator?.unit ?? indicator.unit
      default: indicator.unit
      }
    let own = target.name(language)
    guard factor != 1 else { return own }
    return "\(unit ?? "") ×\(factor.plain) → \(own)"
  }

  fileprivate func span(_ book: IndicatorCatalogue) -> String? {
    guard isRead(book), let least, let most else { return nil }
    return "\(Self.shown(least))–\(Self.shown(most))"
  }
}
