import Foundation
import Reform

/// Sentences about a table that need no more of it than a name and a place.
enum TableSayings {
  /// A column that names a place, where the rows are places already.
  static func crossed(_ name: String, _ place: SourcePlace) -> Finding {
    FigureCheck.otherPlace.finding(
      "表头写有“\(name)”，行里又是地区，不知道这一列是谁的数，没有读入；只是各地区的一部分的，请合计后再报。",
      "The heading says “\(name)” and the rows are places too, so that nobody knows whose numbers these are; "
        + "they were not read. Where they are a part of those of the places, add them up first.",
      at: place, words: name)
  }

  /// That a table gives nothing but what is not read (上年, 计划).
  static func passedOver(_ words: String, _ place: SourcePlace) -> Finding {
    FigureCheck.unreadNumber.finding(
      "这张表的数都写在“\(words)”下面，不是这一年的实际数，没有读入。",
      "All numbers of this table stand under “\(words)”, are none of the year itself, and were not read.",
      at: place, words: words, severity: .note)
  }

  /// A row of a part of a province (粤东).
  static func region(_ name: String, _ place: SourcePlace) -> Finding {
    FigureCheck.unreadNumber.finding(
      "“\(name)”不是一个行政区划，是几个地区相加，这一行没有读入。",
      "“\(name)” is no division but several places together, and the row was not read.", at: place,
      words: name, severity: .note)
  }

  /// A number that its format shows otherwise than it is kept.
  static func shown(
    _ shown: Decimal, _ kept: Decimal, _ place: SourcePlace, isTaken: Bool
  ) -> Finding {
    let end =
      isTaken
      ? ("按显示的数读入，请核对。", "what is shown was taken; check it.")
      : (
        "不知道哪个是要报的数；请把单元格格式改为“常规”，填上要报的数，并在表头写明单位。",
        "which is meant is not known: format the cell as General, enter the number that is meant, and name "
          + "the unit in the heading."
      )
    return FigureCheck.shownDiffers.finding(
      "单元格显示 \(shown)，存的却是 \(kept)（数字格式缩小了显示）；\(end.0)",
      "The cell shows \(shown) and keeps \(kept), for its number format makes it smaller; \(end.1)",
      at: place, words: "\(kept)", severity: isTaken ? .warning : .error)
  }

  /// A unit that nobody knows.
  static func unknownUnit(_ words: String, _ place: SourcePlace) -> Finding {
    FigureCheck.unknownUnit.finding(
      "不认识单位“\(words)”，没有读入；请换算成指标的单位（见 yigai indicators）后改写单位。",
      "The unit “\(words)” is not known and nothing was read; convert to the unit of the indicator (see "
        + "yigai indicators) and write that.", at: place, words: words)
  }

  /// A unit that is none of the indicator: of the heading, or of the very cell (12亿).
  static func misfit(
    _ target: FigureUnit, _ head: String, _ cell: String?, _ place: SourcePlace
  ) -> Finding {
    if let cell {
      return FigureCheck.unknownUnit.finding(
        "“\(cell)”自带的单位与“\(head)”（\(target.name.zh)）不符；请换算成\(target.name.zh)，只写数字，或写全单位（如 12亿元）。",
        "The unit in “\(cell)” does not fit “\(head)” (\(target.name.en)); convert it and write the number alone, "
          + "or the whole unit (such as 12亿元).", at: place, words: cell)
    }
    return FigureCheck.unknownUnit.finding(
      "“\(head)”的单位与指标不符；应为\(target.name.zh)。",
      "The unit of “\(head)” does not fit; \(target.name.en) is expected.", at: place, words: head)
  }

  /// A cell of money with a unit that is none of money (0.51亿).
  static func misfit(ofAmount words: String, _ place: SourcePlace) -> Finding {
    FigureCheck.unknownUnit.finding(
      "“\(words)”自带的单位不是元或万元；请写全单位（如 0.51亿元），或换算后只写数字。",
      "“\(words)” has a unit that is neither yuan nor 万元; write the whole unit (0.51亿元), or convert it and write "
        + "the number alone.", at: place, words: words)
  }

  /// Rows of medical groups, of an indicator that is not of groups.
  static func groups(
    _ count: Int, _ name: String, _ indicator: Indicator, _ place: SourcePlace
  ) -> Finding {
    FigureCheck.otherBasis.finding(
      "“\(name)”等 \(count) 行写的是医疗集团，读作所在县（市、区）的数；集团的数不一定是全县的。“\(indicator.short.zh)”的口径："
        + "\(indicator.definition.zh)请核对。",
      "\(Plural("row").of(count)) such as “\(name)”: of medical groups, and read as those of their "
        + "counties; a group need not be all of its county. “\(indicator.short.en)” is: "
        + "\(indicator.definition.en) Check it.", at: place, words: name)
  }

  /// A row of one hospital.
  static func institution(_ name: String, _ place: SourcePlace) -> Finding {
    FigureCheck.byInstitution.finding(
      "这张表一行是一家医院（如“\(name)”），不是一个地区；请先按县（市、区）合计，市属医院合计为“市本级”，再导入。",
      "A row of this table is one hospital (such as “\(name)”) and no place; sum it by county, the city's "
        + "own hospitals as 市本级, and import that.", at: place, words: name)
  }

  /// A row of averages.
  static func average(_ name: String, _ place: SourcePlace) -> Finding {
    FigureCheck.unreadNumber.finding(
      "“\(name)”一行没有读入：平均数不是一个地区的数；要报整个地区的数，请写成“全市”“全省”这样的一行。",
      "The row “\(name)” was not read, for an average is no figure of a place; for that of a whole place write "
        + "a row such as 全市 or 全省.", at: place, words: name, severity: .note)
  }

  /// A column of totals that nothing says of which place they are.
  static func noPlace(of name: String, _ place: SourcePlace) -> Finding {
    FigureCheck.noPlace.finding(
      "“\(name)”没有说是哪个地区的，标题里也没有写明，没有读入；请在标题里写明地区，或把表头改成地区的名称。",
      "“\(name)” does not say of which place, nor does the title, and was not read; name the place in the title, "
        + "or in the heading.", at: place, words: name)
  }

  /// A row of numbers that names no place.
  static func noPlace(_ place: SourcePlace) -> Finding {
    FigureCheck.noPlace.finding(
      "这一行有数字，没有地区；请填地区名称。", "This row has numbers and no place; name the place.", at: place)
  }
}
