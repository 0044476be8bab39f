extension Table {
  /// Indicators with what they come to in a place, a row an indicator and year.
  public static func indicators(
    _ rows: [FigureRow], _ catalogue: Catalogue, _ language: Language, isSample: Bool = false
  ) -> Table {
    let of = FigureColumns(divisions: catalogue.divisions, language: language)
    let about: [Column<FigureRow>] = [
      Column("direction", Phrase("方向", "Direction")) {
        .text(FigureWords.direction($0.indicator, language))
      },
      Column("departments", Phrase("责任部门", "Departments"), .filing) {
        let names = $0.indicator.departments.map {
          catalogue.name(of: Responsible($0, role: .responsible), in: language)
        }
        return .text(names.joined(separator: Phrase("；", "; ")(language)))
      },
      Column("document", Phrase("文件", "Document"), .filing) {
        .text($0.indicator.source?.document)
      },
      Column("clause", Phrase("条款", "Clause"), .filing) { .text($0.indicator.source?.clause) },
    ]
    let columns =
      [of.id(.everywhere), of.name(.everywhere), of.code, of.place(.filing), of.year(.everywhere)]
      + of.parts + of.value() + of.distance + of.marks + about
    return Table(columns, rows, language, isSample: isSample)
  }

  /// Places by one indicator in one year, or by several: ranks, values, gaps.
  ///
  /// `shared` is the indicator that all rows are of, where there is one.
  public static func comparison(
    _ rows: [FigureRow], of shared: Indicator?, _ divisions: Divisions, _ language: Language,
    isSample: Bool = false
  ) -> Table {
    let of = FigureColumns(divisions: divisions, language: language)
    let isRanked = shared?.direction != nil
    let position =
      isRanked ? Phrase("名次", "Rank") : Phrase("从高到低（没有写明方向）", "From the highest (no direction)")
    let order: [Column<FigureRow>] = [
      Column("position", position, .reading) {
        .count($0.row.position, shown: $0.row.position == nil ? FigureWords.none : nil)
      },
      Column("rise", Phrase("升降", "Rise"), .reading) { row in
        .count(row.row.rise, shown: row.row.rise.map { FigureWords.signed(Amount($0), 0) })
      },
      Column("rank", Phrase("名次", "Rank"), .filing) { .count($0.row.rank) },
      Column("rankBefore", Phrase("上年名次", "Rank before"), .filing) { .count($0.row.rankBefore) },
      Column("position", Phrase("从高到低或按方向的位次", "Position"), .filing) {
        .count($0.row.position)
      },
    ]
    func part(_ name: Phrase, _ part: Indicator.Part?, _ number: @escaping (Reading) -> Amount?)
      -> [Column<FigureRow>]
    {
      guard let part else { return [] }
      return [
        Column(name.en.lowercased(), name, unit: part.unit.name, .reading) { row in
          let amount = row.row.reading.flatMap(number)
          return .number(amount, shown: amount?.plain)
        }
      ]
    }
    let parts =
      part(Phrase("分子", "Numerator"), shared?.numerator, \.numerator)
      + part(Phrase("分母", "Denominator"), shared?.denominator, \.denominator)
    let head = [of.id(.filing), of.name(.filing), of.year(.filing)] + order
    let columns =
      head + [of.code, of.place(.everywhere)] + of.parts
      + of.value(named: shared?.short) + of.distance + parts + of.marks
    return Table(columns, rows, language, isSample: isSample)
  }

  /// Who moved the whole between two years: own change, weight and their sum.
  public static func movers(
    _ result: Decomposition, _ indicator: Indicator, _ divisions: Divisions, _ language: Language,
    isSample: Bool = false
  ) -> Table {
    let digits = indicator.digits + 2
    let years = "\(result.years.lowerBound)–\(result.years.upperBound)"
    func value(_ value: Amount?) -> Cell {
      .number(value, shown: value == nil ? "" : FigureWords.value(value, indicator, language))
    }
    func points(_ value: Amount) -> Cell {
      .number(value, shown: FigureWords.signed(value, digits))
    }
    let columns: [Column<MoverRow>] = [
      Column("indicator", Phrase("编号", "Id"), .filing) { _ in .text(indicator.id) },
      Column("name", Phrase("指标", "Indicator"), .filing) { _ in .text(indicator.name(language)) },
      Column("years", Phrase("年", "Years"), .filing) { _ in .text(years) },
      Column("code", Phrase("地区代码", "Code"), .filing) { .text($0.place) },
      Column("place", Phrase("地区", "Place")) {
        .text(divisions[$0.place]?.name(in: language) ?? $0.place)
      },
      Column("before", Phrase("前", "From")) { value($0.part?.before.value) },
      Column("after", Phrase("后", "To")) { value($0.part?.after.value) },
      Column("own", Phrase("自身变化", "Own")) { points($0.own) },
      Column("weight", Phrase("比重变化", "Weight")) { points($0.weight) },
      Column("total", Phrase("合计", "Total")) { points($0.total) },
      Column("flags", Phrase("标记", "Flags")) { row in
        let broken = Phrase("口径变动，差额不是拉动", "the series breaks: it moved nothing")(language)
        return .text(
          FigureWords.list(
            [
              row.part?.isBreak == true ? broken : "", FigureWords.flags(row.part?.after, language),
            ],
            language))
      },
    ]
    return Table(columns, MoverRow.all(result), language, isSample: isSample)
  }

  /// A part with what it moved, or the whole below them.
  private struct MoverRow {
    var place: Division.Code
    var part: Decomposition.Row?
    var own: Amount
    var weight: Amount
    var total: Amount

    static func all(_ result: Decomposition) -> [MoverRow] {
      let rows = result.rows.map {
        MoverRow(place: $0.place, part: $0, own: $0.own, weight: $0.weight, total: $0.total)
      }
      let (own, weight) = (rows.reduce(0) { $0 + $1.own }, rows.reduce(0) { $0 + $1.weight })
      return rows + [
        MoverRow(
          place: result.region, part: nil, own: own, weight: weight, total: result.change)
      ]
    }
  }

  /// Who has sent the figures of a year and the form of tasks of the month, and who has not.
  public static func collection(
    _ board: CollectionBoard, _ forms: TaskFormBoard, _ divisions: Divisions,
    _ language: Language, isSample: Bool = false
  ) -> Table {
    let columns: [Column<Submission>] = [
      Column("year", Phrase("年", "Year"), .filing) { _ in .text("\(board.year)") },
      Column("code", Phrase("地区代码", "Code"), .filing) { .text($0.place) },
      Column("place", Phrase("地区", "Place")) {
        .text(divisions[$0.place]?.name(in: language) ?? $0.place)
      },
      // A whole has sent what its parts have sent, though its sums may be there.
      Column("state", Phrase("状态", "State")) { row in
        let words = board.parts(of: row, in: divisions).map { parts in
          Phrase(
            "\(parts.complete)/\(parts.all) 报全", "\(parts.complete) of \(parts.all) all sent")
        }
        return .text((words ?? FieldWords.submission(row.state))(language))
      },
      Column("present", Phrase("项数", "Sent")) {
        .count($0.present.count, shown: "\($0.present.count)/\(board.asked.count)")
      },
      Column("asked", Phrase("应报项数", "Asked"), .filing) { _ in .count(board.asked.count) },
      Column("day", Phrase("报送日", "Sent on")) { .day($0.day) },
      Column("due", Phrase("期限", "Due")) { _ in .day(board.due) },
      Column("locked", Phrase("锁定", "Locked")) {
        .text($0.isLocked ? Phrase("是", "yes")(language) : nil)
      },
      Column("absent", Phrase("还缺", "Still lacking")) { row in
        .text(
          FigureWords.list(
            board.asked.filter { row.absent.contains($0.id) }.map { $0.short(language) }, language))
      },
      Column("reason", Phrase("退回原因", "Reason")) {
        if case .sentBack(let reason, _, _) = $0.state { return .text(reason) }
        return .text(nil)
      },
      Column("tasks", forms.head) {
        .text(forms.words(for: $0.place, in: board, divisions, language))
      },
      Column("tasksDay", Phrase("任务表报送日", "Task form on")) {
        .day(forms.row(of: $0.place).last?.day)
      },
    ]
    return Table(columns, board.rows, language, isSample: isSample)
  }
}
