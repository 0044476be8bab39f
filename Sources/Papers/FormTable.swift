import Foundation
import Reform

/// A column of a form: its heading, what it holds, and of which indicator.
struct FormColumn {
  enum Kind {
    case numerator
    case denominator
    /// Computed from the two columns before it.
    case value
    case lastNumerator
    case lastDenominator
    case lastValue
    case flag
    case note
  }

  var kind: Kind
  var head: String
  var indicator: Indicator.ID?

  var part: TemplateKey.Part {
    switch kind {
    case .numerator: .numerator
    case .denominator: .denominator
    case .value, .lastNumerator, .lastDenominator, .lastValue: .shown
    case .flag: .flag
    case .note: .note
    }
  }
}

/// A sheet of a form: title, hint, two rows of headings, then the places.
struct FormTable {
  static let firstColumn = 3
  static let firstRow = 5

  let form: FigureForm
  let group: FigureForm.Group
  let columns: [FormColumn]

  init(_ form: FigureForm, _ group: FigureForm.Group) {
    (self.form, self.group) = (form, group)
    columns =
      group.indicators.flatMap { indicator in
        Self.columns(of: indicator, form.year, form.language).filter {
          group.isFull || ($0.kind != .lastNumerator && $0.kind != .lastDenominator)
            || indicator.denominator == nil
        }
      } + [
        FormColumn(kind: .note, head: Phrase("备注", "Note")(form.language))
      ]
  }

  private static func columns(
    of indicator: Indicator, _ year: Int, _ language: Language
  ) -> [FormColumn] {
    func column(_ kind: FormColumn.Kind, _ zh: String, _ en: String) -> FormColumn {
      FormColumn(kind: kind, head: Phrase(zh, en)(language), indicator: indicator.id)
    }
    let above = (indicator.numerator.name, indicator.numerator.unit.name)
    let last = ("\(year - 1)年", "\(year - 1): ")
    let flag = column(.flag, "标记", "Flag")
    guard let part = indicator.denominator else {
      return [
        column(.numerator, "\(above.0.zh)（\(above.1.zh)）", "\(above.0.en) (\(above.1.en))"),
        column(.lastNumerator, "\(last.0)\(above.0.zh)", "\(last.1)\(above.0.en)"), flag,
      ]
    }
    let below = (part.name, part.unit.name)
    let (unit, short) = (indicator.unit.name, indicator.short)
    return [
      column(.numerator, "\(above.0.zh)（\(above.1.zh)）", "\(above.0.en) (\(above.1.en))"),
      column(.denominator, "\(below.0.zh)（\(below.1.zh)）", "\(below.0.en) (\(below.1.en))"),
      column(.value, "\(short.zh)（\(unit.zh)，自动）", "\(short.en) (\(unit.en), reckoned)"),
      column(.lastNumerator, "\(last.0)\(above.0.zh)", "\(last.1)\(above.0.en)"),
      column(.lastDenominator, "\(last.0)\(below.0.zh)", "\(last.1)\(below.0.en)"),
      column(.lastValue, "\(last.0)\(short.zh)", "\(last.1)\(short.en)"), flag,
    ]
  }

  func sheet() -> PaperSheet {
    var sheet = PaperSheet(group.name)
    sheet.isProtected = true
    (sheet.frozenRows, sheet.frozenColumns) = (Self.firstRow - 1, Self.firstColumn - 1)
    layHead(&sheet)
    var row = Self.firstRow
    for area in form.areas() where !area.places.isEmpty {
      if let city = area.total {
        layTotal(city, (row + 1)...(row + area.places.count), row, &sheet)
        row += 1
      }
      for (index, place) in area.places.enumerated() { layPlace(place, row + index, &sheet) }
      addRules(row...(row + area.places.count - 1), of: area.places, &sheet)
      row += area.places.count
    }
    return sheet
  }

  private func layHead(_ sheet: inout PaperSheet) {
    let last = Self.firstColumn + columns.count - 1
    sheet.put(.text("\(form.title) · \(group.name)"), 1, 1, FormStyle.title, toColumn: last)
    let units = form.departments(group.departments)
    let departments = units.isEmpty ? ("", "") : ("责任部门：\(units)。", "Departments: \(units). ")
    let hint = Phrase(
      departments.0
        + "填写白色单元格，灰色的不用填；没有数据的留空。详见“填报说明”。",
      departments.1
        + "Fill in the white cells, leave the grey ones; leave empty what is not "
        + "there.")
    sheet.put(.text(hint(form.language)), 2, 1, FormStyle.hint, toColumn: last)
    let names = [Phrase("代码", "Code"), Phrase("地区", "Place")]
    for (index, name) in names.enumerated() {
      sheet.put(.text(name(form.language)), 3, index + 1, FormStyle.head, toRow: 4)
    }
    var column = Self.firstColumn
    for indicator in group.indicators {
      let count = columns.count { $0.indicator == indicator.id }
      sheet.put(
        .text(indicator.name(form.language)), 3, column, FormStyle.head,
        toColumn: column + count - 1)
      column += count
    }
    sheet.put(.blank, 3, last, FormStyle.head)
    for (index, made) in columns.enumerated() {
      sheet.put(.text(made.head), 4, Self.firstColumn + index, FormStyle.head)
      sheet.widths[Self.firstColumn + index] = made.kind == .note ? 22 : made.kind == .flag ? 9 : 15
    }
    (sheet.widths[1], sheet.widths[2]) = (8, 14)
    (sheet.heights[1], sheet.heights[2]) = (30, 20)
    (sheet.heights[3], sheet.heights[4]) = (22, 50)
  }

  /// The row of a city: the sums of its counties and its own level, computed by the sheet.
  private func layTotal(
    _ city: Division, _ inputs: ClosedRange<Int>, _ row: Int, _ sheet: inout PaperSheet
  ) {
    sheet.heights[row] = 19
    sheet.put(.blank, row, 1, FormStyle.place)
    let name = Phrase("\(city.name)合计", "\(city.english) total")(form.language)
    sheet.put(.text(name), row, 2, FormStyle.place.with(\.isBold, true))
    for (index, made) in columns.enumerated() {
      let column = Self.firstColumn + index
      let letters = SourcePlace.letters(column)
      switch made.kind {
      case .numerator, .denominator:
        let area = "\(letters)\(inputs.lowerBound):\(letters)\(inputs.upperBound)"
        sheet.put(
          .formula("=IF(COUNT(\(area))=0,\"\",SUM(\(area)))", .text("")), row, column,
          FormStyle.total)
      default: layShown(made, city, row, column, &sheet)
      }
    }
  }

  private func layPlace(_ place: Division, _ row: Int, _ sheet: inout PaperSheet) {
    sheet.heights[row] = 19
    sheet.put(.text(place.id), row, 1, FormStyle.place)
    sheet.put(.text(place.name(in: form.language)), row, 2, FormStyle.place)
    for (index, made) in columns.enumerated() {
      let column = Self.firstColumn + index
      switch made.kind {
      case .numerator, .denominator: sheet.put(.blank, row, column, FormStyle.input)
      case .flag, .note: sheet.put(.blank, row, column, FormStyle.words)
      default: layShown(made, place, row, column, &sheet)
      }
    }
  }

  /// What is computed, and what stood there the year before.
  private func layShown(
    _ made: FormColumn, _ place: Division, _ row: Int, _ column: Int, _ sheet: inout PaperSheet
  ) {
    let indicator = made.indicator.flatMap { form.book[$0] }
    let last = indicator.flatMap { self.last(of: $0, in: place) }
    func put(_ number: Decimal?, _ style: PaperStyle) {
      sheet.put(number.map { .number($0) } ?? .blank, row, column, style)
    }
    let style = FormStyle.value(indicator?.digits ?? 2)
    switch made.kind {
    case .value:
      sheet.put(.formula(ratio(row, column, indicator), .text("")), row, column, style)
    case .lastNumerator: put(last?.numerator, FormStyle.shown)
    case .lastDenominator: put(last?.denominator, FormStyle.shown)
    case .lastValue: put(value(last, indicator), style)
    default: sheet.put(.blank, row, column, FormStyle.place)
    }
  }

  /// Last year's figure of a place; of a city that has none of its own, the sum of its counties and,
  /// where it is there, its own level.
  private func last(of indicator: Indicator, in place: Division) -> Figure? {
    let period = Period.year(form.year - 1)
    let key = Figure.Key(indicator.id, in: place.id, period)
    if let own = form.standing(key) { return own }
    let parts = form.divisions.parts(of: place.id)
    var figures = parts.compactMap { form.standing(Figure.Key(indicator.id, in: $0.id, period)) }
    guard !parts.isEmpty, figures.count == parts.count else { return nil }
    let level = form.divisions.own(of: place.id)
    figures +=
      level.flatMap { form.standing(Figure.Key(indicator.id, in: $0.id, period)) }.map { [$0] }
      ?? []
    let above = FigureChecks.sum(figures.map(\.numerator))
    let below = FigureChecks.sum(figures.map(\.denominator))
    return Figure(indicator.id, in: place.id, period, numerator: above, denominator: below)
  }

  /// Last year's value to the digits that are shown; the sheet has its parts beside it.
  private func value(_ figure: Figure?, _ indicator: Indicator?) -> Decimal? {
    guard let figure, let indicator else { return nil }
    guard let above = figure.numerator, let below = figure.denominator, below != 0 else {
      return figure.stated
    }
    var (exact, rounded) = (above / below * indicator.factor, Decimal())
    NSDecimalRound(&rounded, &exact, indicator.digits, .plain)
    return rounded
  }

  private func ratio(_ row: Int, _ column: Int, _ indicator: Indicator?) -> String {
    let above = "\(SourcePlace.letters(column - 2))\(row)"
    let below = "\(SourcePlace.letters(column - 1))\(row)"
    let factor = indicator?.factor ?? 1
    return
      "=IF(COUNT(\(above),\(below))<2,\"\",IF(\(below)=0,\"\",\(above)/\(below)*\(factor)))"
  }

  /// What cells take; an own level also takes 无, which a rule for numbers would refuse.
  private func addRules(
    _ rows: ClosedRange<Int>, of places: [Division], _ sheet: inout PaperSheet
  ) {
    let language = form.language
    let counties = places.count { $0.level != .own }
    for (index, made) in columns.enumerated() {
      let column = Self.firstColumn + index
      switch made.kind {
      case .numerator, .denominator:
        guard counties > 0 else { continue }
        sheet.rules.append(
          PaperRule(
            .atLeast(0), rows: rows.lowerBound...(rows.lowerBound + counties - 1),
            columns: column...column,
            title: Phrase("应填数字", "A number")(language),
            message: Phrase("请填不小于 0 的数字，没有数据就留空。", "Enter a number of at least 0, or nothing.")(
              language)))
      case .flag:
        sheet.rules.append(
          PaperRule(
            .list(form.flags.map { $0(language) }), rows: rows, columns: column...column,
            title: Phrase("请选择", "Choose")(language),
            message: Phrase("请从列表里选择，或留空。", "Choose from the list, or leave it empty.")(language)))
      default: break
      }
    }
  }
}
