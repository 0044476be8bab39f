import Foundation

extension Table {
  /// An indicator in a place and a year: a row of every report on figures.
  public struct FigureRow {
    public var indicator: Indicator
    public var year: Int?
    public var row: Ranking.Row

    public init(_ indicator: Indicator, _ year: Int?, _ row: Ranking.Row) {
      (self.indicator, self.year, self.row) = (indicator, year, row)
    }
  }
}

/// The columns of figures, each described once; a report takes those that it shows.
struct FigureColumns {
  let divisions: Divisions
  let language: Language

  typealias FigureColumn = Table.Column<Table.FigureRow>

  func id(_ use: Table.Use) -> FigureColumn {
    FigureColumn("indicator", Phrase("编号", "Id"), use) { .text($0.indicator.id) }
  }

  func name(_ use: Table.Use) -> FigureColumn {
    FigureColumn("name", Phrase("指标", "Indicator"), use) { row in
      .text(row.indicator.name(language), shown: row.indicator.short(language))
    }
  }

  func year(_ use: Table.Use) -> FigureColumn {
    FigureColumn("year", Phrase("年", "Year"), use) { .text($0.year.map { "\($0)" }) }
  }

  var code: FigureColumn {
    FigureColumn("code", Phrase("地区代码", "Code"), .filing) { .text($0.row.place) }
  }

  func place(_ use: Table.Use) -> FigureColumn {
    FigureColumn("place", Phrase("地区", "Place"), use) {
      .text(divisions[$0.row.place]?.name(in: language) ?? $0.row.place)
    }
  }

  /// Numerator, denominator and value with their units, for files.
  var parts: [FigureColumn] {
    [
      FigureColumn("numerator", Phrase("分子", "Numerator"), .filing) {
        .number($0.row.reading?.numerator)
      },
      FigureColumn("numeratorUnit", Phrase("分子单位", "Numerator unit"), .filing) {
        .text($0.indicator.numerator.unit.name(language))
      },
      FigureColumn("denominator", Phrase("分母", "Denominator"), .filing) {
        .number($0.row.reading?.denominator)
      },
      FigureColumn("denominatorUnit", Phrase("分母单位", "Denominator unit"), .filing) {
        .text($0.indicator.denominator?.unit.name(language))
      },
    ]
  }

  /// The value; under the name of the indicator where all rows are of the same.
  func value(named name: Phrase? = nil) -> [FigureColumn] {
    let cell: (Table.FigureRow) -> Table.Cell = { row in
      .number(
        row.row.reading?.value,
        shown: FigureWords.value(row.row.reading?.value, row.indicator, language))
    }
    let unit = FigureColumn("unit", Phrase("单位", "Unit"), .filing) {
      .text($0.indicator.unit.name(language))
    }
    guard let name else {
      return [FigureColumn("value", Phrase("数值", "Value"), .everywhere, cell), unit]
    }
    return [
      FigureColumn("value", name, .reading, cell),
      FigureColumn("value", Phrase("数值", "Value"), .filing, cell), unit,
    ]
  }

  /// Change, target and what is missing.
  var distance: [FigureColumn] {
    [
      FigureColumn("change", Phrase("比上年", "Change")) { row in
        .number(row.row.change, shown: FigureWords.change(row.row, row.indicator, language))
      },
      FigureColumn("changeAcrossBreak", Phrase("跨口径的差", "Difference across a break"), .filing) {
        .number($0.row.changeAcrossBreak)
      },
      FigureColumn("target", Phrase("目标", "Target")) { row in
        .number(
          row.row.target?.value,
          shown: FigureWords.target(row.row.target, row.indicator, language))
      },
      FigureColumn("targetOp", Phrase("目标要求", "Target asks"), .filing) {
        .text($0.row.target?.op.rawValue)
      },
      FigureColumn("targetYear", Phrase("目标年份", "Target year"), .filing) {
        .text($0.row.target?.year.map { "\($0)" })
      },
      FigureColumn("gap", Phrase("还差", "Short"), .reading) { row in
        .number(
          row.row.gap?.numerator, shown: FigureWords.gap(row.row.gap, row.indicator, language))
      },
      FigureColumn("gap", Phrase("还差（分子单位，分母不变）", "Missing, denominator held"), .filing) {
        .number($0.row.gap?.numerator)
      },
    ]
  }

  /// What must be known beside a number, and where it comes from.
  var marks: [FigureColumn] {
    [
      FigureColumn("flags", Phrase("标记", "Flags")) { .text(FigureWords.flags($0.row, language)) },
      FigureColumn("basis", Phrase("来源", "Basis"), .filing) {
        switch $0.row.reading?.basis {
        case .summed: .text(Phrase("合计", "sum")(language))
        case .entered: .text(Phrase("填报", "entered")(language))
        case nil: .text(nil)
        }
      },
      FigureColumn("missing", Phrase("缺哪些地方", "Places missing"), .filing) { row in
        let names = row.row.reading?.missing.map { divisions[$0]?.name(in: language) ?? $0 }
        return .text(FigureWords.list(names ?? [], language))
      },
    ]
  }
}
