import Cells
import Reform
import Widgets

/// The words, the ground and the sign of every cell of the matrix.
///
/// Amounts are put into words when they first show, and levels found once a column.
struct CompareCells: Sendable {
  /// For which table and measure; of years the levels follow from all columns that are there.
  struct Key: Equatable, Sendable {
    var table: CompareTable.Key
    var measure: CompareScreen.Measure
    var columns: Int
    var isASCII: Bool

    init(_ table: CompareTable, _ measure: CompareScreen.Measure, isASCII: Bool) {
      (self.table, self.measure, self.isASCII) = (table.key, measure, isASCII)
      columns = table.key.year == nil ? table.filledCount : 0
    }
  }

  let key: Key
  var table: CompareTable
  private let symbols: Symbols
  private var heats: [Int: Heat] = [:]
  private var known: [Int: [Division.Code: Matrix.Cell]] = [:]

  init(_ key: Key, _ table: CompareTable, _ symbols: Symbols) {
    (self.key, self.table, self.symbols) = (key, table, symbols)
  }

  private var measure: CompareScreen.Measure { key.measure }

  mutating func cell(_ place: Division.Code, _ column: Int) -> Matrix.Cell {
    if let cell = known[column]?[place] { return cell }
    if heats[column] == nil, table[column] != nil {
      heats[column] = table.heat(of: column, measure)
    }
    let cell = made(place, column)
    // A column that is not there yet is asked again.
    if table[column] != nil { known[column, default: [:]][place] = cell }
    return cell
  }

  private func made(_ place: Division.Code, _ column: Int) -> Matrix.Cell {
    guard let filled = table[column], let row = filled.row(of: place) else { return .init("") }
    let indicator = table.columns[column].indicator
    let isTotal = place == table.key.region || place == filled.own?.place
    let words = words(row, indicator, isTotal: isTotal)
    guard !isTotal else {
      return .init(words, role: row.reading?.isComplete == false ? .warning : .title)
    }
    // What is counted anew is not comparable with the year before.
    if measure == .change, row.isBreak { return .init(words, role: .warning) }
    guard row.apart == nil, let amount = measure.amount(of: row), let heat = heats[column] else {
      return .init(words, role: .faint)
    }
    if measure == .gap, row.gap?.isMet == true {
      return .init(words, on: .heat4, sign: symbols.tick)
    }
    let level = heat.level(of: amount.approximate)
    let sign = Heat.sign(of: level, symbols: symbols)
    return .init(words, on: heat.ground(of: level), sign: sign)
  }

  private func words(_ row: Ranking.Row, _ indicator: Indicator, isTotal: Bool) -> String {
    switch measure {
    case .value:
      guard let value = row.reading?.value else { return "-" }
      // A sum that lacks places is not what it seems.
      let total = row.reading?.isComplete == false ? "!" : ""
      let rank = isTotal ? total : row.rank.map { "\($0)" } ?? "-"
      return indicator.shown(value) + " " + rank.leftPadded(to: rankWidth)
    case .change:
      if row.isBreak { return "!" + " ".leftPadded(to: rankWidth + 2) }
      guard let change = row.change else { return "-" }
      let rise = row.rise.map { rise in
        rise == 0
          ? "=" : String(rise > 0 ? symbols.ascending : symbols.descending) + "\(rise.magnitude)"
      }
      let words = IndicatorBoard.Line.signed(change, indicator)
      return words + " " + (isTotal ? "" : rise ?? "-").leftPadded(to: rankWidth + 1)
    case .gap:
      guard let gap = row.gap else { return "-" }
      guard !gap.isMet else { return isTotal ? String(symbols.tick) : "0" }
      return gap.numerator.map { $0.magnitude.shown(0, grouped: true) }
        ?? indicator.shown(gap.value.magnitude)
    }
  }

  private var rankWidth: Int { table.places.count > 99 ? 3 : 2 }
}

extension String {
  fileprivate func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}

extension CompareScreen {
  /// Two lines on the cell under the cursor; what must be known beside a number comes first.
  func facts(_ grounds: ComparisonScope, _ model: Model) -> [String] {
    guard let chosen else { return [] }
    let (indicator, row, language) = (chosen.column.indicator, chosen.row, model.language)
    let isOfGroups = GroupMeasure.names(indicator.id)
    let kind = isOfGroups ? Words.Places.group(language) + (language == .zh ? "" : ": ") : ""
    var first = [
      "\(model.name(of: row.place))", "\(kind)\(indicator.short(language)) \(chosen.column.year)",
    ]
    if let value = row.reading?.value {
      var words = indicator.shown(value) + indicator.unit.behind(language)
      if let above = row.reading?.numerator, let below = row.reading?.denominator {
        words += " = \(above.plain) ÷ \(below.plain)"
      }
      first.append(words)
    }
    var second = row.reading?.flags.words.map { $0(language) } ?? []
    if let reading = row.reading, !reading.isComplete {
      second.insert(FigureWords.lacking(reading)(language), at: 0)
    }
    if row.place != grounds.region, row.place != table?.own {
      second +=
        pools(row, chosen.filled, model) ?? [row.rankWords(of: chosen.filled.ranked, language)]
    }
    if row.isBreak { second.append(Words.Indicators.across(language)) }
    if let change = row.change {
      let words = IndicatorBoard.Line.signed(change, indicator)
      second.append("\(Words.Indicators.change(language)) \(words)")
    }
    if let target = row.target {
      let gap = row.gap.map { " " + self.gap(of: $0, indicator, language) } ?? ""
      second.append("\(Words.Indicators.target(language)) \(Format.value(target))\(gap)")
    }
    return [first, second].map { $0.joined(separator: model.symbols.dot) }
  }

  /// The three ranks of a county; nil where it has none.
  private func pools(
    _ row: Ranking.Row, _ filled: CompareTable.Filled, _ model: Model
  ) -> [String]? {
    guard grounds?.level == .county, row.apart == nil, let ranks = filled.pools?[row.place],
      let whole = ranks.whole
    else { return nil }
    var words = ranks.words.map { $0(model.language) }
    if let before = whole.before, model.size.columns >= 100 {
      words[0] += Phrase("（上年 \(before)）", " (was \(before))")(model.language)
    }
    return words
  }

  private func gap(of gap: TargetGap, _ indicator: Indicator, _ language: Language) -> String {
    guard !gap.isMet else { return Words.Indicators.met(language) }
    let verb = gap.value > 0 ? Phrase("还差", "short") : Phrase("高出", "too much")
    let amount =
      gap.numerator.map { indicator.numerator.unit.said($0.magnitude) }
      ?? Phrase(indicator.shown(gap.value.magnitude), indicator.shown(gap.value.magnitude))
    let held = gap.numerator != nil && gap.holdsDenominator ? Words.Indicators.held(language) : ""
    return Phrase("\(verb.zh) \(amount.zh)", "\(amount.en) \(verb.en)")(language) + held
  }
}

extension Ranking.Row {
  /// Its rank among so many; from the highest where no direction is known.
  fileprivate func rankWords(of count: Int, _ language: Language) -> String {
    if rank == nil, let position {
      return Phrase(
        "从高到低第 \(position)/\(count)（没有写明方向）",
        "\(position) of \(count) from the highest (no direction known)")(language)
    }
    guard let rank else { return apart.map { FieldWords.apart($0)(language) } ?? "-" }
    let words = Phrase("第 \(rank) 名/\(count)", "rank \(rank) of \(count)")(language)
    let before = rankBefore.map { Phrase("（上年 \($0)）", " (was \($0))")(language) }
    return words + (before ?? "")
  }
}
